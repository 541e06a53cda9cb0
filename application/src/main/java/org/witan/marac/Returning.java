package org.witan.marac;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Answer;

/// Makes the data return from what was referred, decided and heard; nobody types a number.
@Component
public class Returning {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Witnessing witnessing;
    private final JdbcClient database;

    Returning(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// The return of the meetings between two days, both included.
    ///
    /// @param verb READ for a page, EXPORT for what leaves it
    public DataReturn read(Viewer viewer, Verb verb, LocalDate from, LocalDate until) {
        var deed = Deed.of(verb, "return").with("from", from.toString()).with("until", until.toString());
        return witnessing.witness(viewer, deed, shown -> read(shown, from, until));
    }

    /// The same, inside a witnessed piece of work.
    DataReturn read(Shown shown, LocalDate from, LocalDate until) {
        List<HeardCase> cases = heard(from, until, null);
        cases.forEach(one -> shown.add(one.referral()));
        return DataReturn.of(from, until, cases);
    }

    /// What one meeting heard, as a row of the return; nothing when it heard nothing that is there for whoever looks.
    public Optional<DataReturn.Row> row(Viewer viewer, UUID meeting) {
        var deed = Deed.of(Verb.READ, "return").with("meeting", meeting.toString());
        return witnessing.witness(viewer, deed, shown -> {
            List<HeardCase> cases = heard(FIRST, LAST, meeting);
            cases.forEach(one -> shown.add(one.referral()));
            return DataReturn.of(FIRST, LAST, cases).rows().stream().findFirst();
        });
    }

    private List<HeardCase> heard(LocalDate from, LocalDate until, @Nullable UUID meeting) {
        return database.sql("select * from marac.heard_between(:from, :until, cast(:meeting as uuid))")
                .param("from", from)
                .param("until", until)
                .param("meeting", meeting)
                .query((row, _) -> heardCase(row))
                .list();
    }

    private static HeardCase heardCase(ResultSet row) throws SQLException {
        var harmers = (Object[]) row.getArray("harmers").getArray();
        List<LocalDate> born = Arrays.stream(harmers)
                .filter(Objects::nonNull)
                .map(day -> ((Date) day).toLocalDate())
                .toList();
        return new HeardCase(
                row.getObject("meeting_id", UUID.class),
                row.getString("board"),
                row.getObject("day", LocalDate.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getBoolean("repeat"),
                row.getInt("children"),
                row.getString("agency_kind"),
                answer(row.getString("minoritised")),
                answer(row.getString("disability")),
                answer(row.getString("lgbt")),
                Objects.requireNonNullElse(row.getString("sex"), ""),
                row.getObject("born", LocalDate.class),
                born,
                harmers.length - born.size());
    }

    private static Answer answer(@Nullable String code) {
        return code == null ? Answer.NOT_ASKED : Answer.valueOf(code);
    }
}
