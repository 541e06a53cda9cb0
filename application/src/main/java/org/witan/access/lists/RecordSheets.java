package org.witan.access.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.RegisteredRecord;

/// A record with all that whoever looks may see of it, read by one statement: the rule is asked once and all of it is
/// of one moment. Asked inside a witnessed piece of work.
@Repository
class RecordSheets {
    private final JdbcClient database;

    RecordSheets(JdbcClient database) {
        this.database = database;
    }

    /// The record, when it exists for whoever looks.
    Optional<RecordInFull> of(UUID record) {
        var lines = database.sql("select * from access.record_in_full(:record)")
                .param("record", record)
                .query((row, _) -> Line.read(row))
                .list();
        return only(lines, "RECORD").findFirst().map(first -> sheet(first, lines));
    }

    private static RecordInFull sheet(Line first, List<Line> lines) {
        return new RecordInFull(
                first.record(),
                Entry.name(first.agency),
                only(lines, "PART").map(Line::part).collect(Collectors.toUnmodifiableSet()),
                only(lines, "NOTE").map(Line::note).toList(),
                Stream.concat(
                                only(lines, "AGENCY").map(line -> line.taking(line.agency, false)),
                                only(lines, "PERSON").map(line -> line.taking(line.name, true)))
                        .toList(),
                only(lines, "WHOLE").map(Line::record).findFirst(),
                only(lines, "WITHIN").map(Line::record).toList(),
                only(lines, "ABOUT").map(Line::record).toList(),
                only(lines, "GROUND").map(line -> line.words).sorted().toList(),
                only(lines, "GLASS").map(Line::time).findFirst().orElse(null),
                first.flag);
    }

    private static Stream<Line> only(List<Line> lines, String what) {
        return lines.stream().filter(line -> line.what.equals(what));
    }

    /// One thing of a record; what stands in which column is said at the function.
    private record Line(
            String what,
            @Nullable UUID id,
            String kind,
            String words,
            @Nullable String name,
            @Nullable UUID agencyId,
            @Nullable String agency,
            @Nullable Instant at,
            @Nullable UUID whole,
            boolean flag) {

        static Line read(ResultSet row) throws SQLException {
            OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
            return new Line(
                    row.getString("what"),
                    row.getObject("id", UUID.class),
                    Entry.name(row.getString("kind")),
                    Entry.name(row.getString("words")),
                    row.getString("name"),
                    row.getObject("agency_id", UUID.class),
                    row.getString("agency"),
                    at == null ? null : at.toInstant(),
                    row.getObject("whole_id", UUID.class),
                    row.getBoolean("flag"));
        }

        RegisteredRecord record() {
            return new RegisteredRecord(
                    Objects.requireNonNull(id),
                    RecordKind.valueOf(kind),
                    words,
                    Objects.requireNonNull(agencyId),
                    whole,
                    time());
        }

        Part part() {
            return Part.valueOf(kind);
        }

        Note note() {
            return new Note(
                    Objects.requireNonNull(id), part(), words, Entry.name(name), Entry.name(agency), time(), flag);
        }

        RecordInFull.Taking taking(@Nullable String who, boolean person) {
            return new RecordInFull.Taking(Entry.name(who), person, time());
        }

        Instant time() {
            return Objects.requireNonNull(at);
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
