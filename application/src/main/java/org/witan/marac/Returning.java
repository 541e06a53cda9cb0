package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.CountedCases.Behind;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.DataReturn.Counts;
import org.witan.site.Days;

/// Makes the data return from what was referred, decided and heard; nobody types a number.
///
/// In the trail a return is two entries, and no case of its own: that it is counted, and, before anybody reads it, what
/// was counted: its days, how many cases, and a digest of which. The cases behind a number are entries of their own.
@Component
public class Returning {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Witnessing witnessing;
    private final JdbcClient database;
    private final KeepingDistricts districts;
    private final Days days;

    Returning(Witnessing witnessing, JdbcClient database, KeepingDistricts districts, Days days) {
        this.witnessing = witnessing;
        this.database = database;
        this.districts = districts;
        this.days = days;
    }

    /// The return of the meetings between two days, both included, with what it is held against.
    ///
    /// @param verb READ for a page, EXPORT for what leaves it
    public ComparedReturn read(Viewer viewer, Verb verb, LocalDate from, LocalDate until) {
        ComparedReturn counted = witnessing.witness(viewer, deed(Verb.COUNT, from, until), _ -> compared(from, until));
        DataReturn now = counted.counted();
        Deed given = deed(verb, from, until)
                .with("cases", String.valueOf(now.all().number(ReturnCell.CASES)))
                .with("digest", now.digest());
        return witnessing.witness(viewer, given, _ -> counted);
    }

    private ComparedReturn compared(LocalDate from, LocalDate until) {
        DataReturn now = count(from, until, null);
        return new ComparedReturn(
                now,
                definitions(from, until),
                until.isBefore(days.today()),
                ComparedReturn.isAtMostAYear(from, until)
                        ? count(from.minusYears(1), ComparedReturn.aYearBefore(until), null)
                        : null,
                districts.women(now.rows().stream().map(DataReturn.Row::boardId).collect(Collectors.toSet())));
    }

    /// How many repeats were decided by each definition.
    private Map<RepeatDefinition, Integer> definitions(LocalDate from, LocalDate until) {
        var repeats = new EnumMap<RepeatDefinition, Integer>(RepeatDefinition.class);
        database.sql("select definition, repeats from marac.repeats_by_definition(:from, :until)")
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    repeats.put(RepeatDefinition.valueOf(row.getString("definition")), row.getInt("repeats"));
                });
        return repeats;
    }

    /// The same, inside a witnessed piece of work, which says itself what it shows.
    DataReturn count(LocalDate from, LocalDate until) {
        return count(from, until, null);
    }

    /// The cases behind a number of all meetings between two days.
    ///
    /// @param page the first is 1
    public CountedCases behind(Viewer viewer, Behind number, int page) {
        Deed deed = deed(Verb.READ, number.from(), number.until())
                .with("cell", number.cell().name());
        return witnessing.witness(viewer, deed, shown -> cases(shown, number, null, page));
    }

    /// The cases behind a number of one meeting; nothing when it heard nothing that is there for whoever looks.
    public Optional<OfMeeting> behind(Viewer viewer, UUID meeting, ReturnCell cell, int page) {
        var deed =
                Deed.of(Verb.READ, "return").with("meeting", meeting.toString()).with("cell", cell.name());
        return witnessing.witness(
                viewer,
                deed,
                shown -> count(FIRST, LAST, meeting).rows().stream()
                        .findFirst()
                        .map(row -> new OfMeeting(
                                row.board(), row.day(), cases(shown, new Behind(cell, FIRST, LAST), meeting, page))));
    }

    private static Deed deed(Verb verb, LocalDate from, LocalDate until) {
        return Deed.of(verb, "return").with("from", from.toString()).with("until", until.toString());
    }

    private DataReturn count(LocalDate from, LocalDate until, @Nullable UUID meeting) {
        var digests = new String[] {""};
        List<DataReturn.Row> rows = database.sql(ReturnStatements.COUNTED)
                .param("from", from)
                .param("until", until)
                .param("meeting", meeting)
                .query((row, _) -> {
                    digests[0] = row.getString("digest");
                    return row(row);
                })
                .list();
        return new DataReturn(from, until, rows, digests[0]);
    }

    private static DataReturn.Row row(ResultSet row) throws SQLException {
        var counts = new EnumMap<ReturnCell, Count>(ReturnCell.class);
        for (ReturnCell cell : ReturnCell.values()) {
            String column = cell.name().toLowerCase(Locale.ROOT);
            int unknown = cell.isSometimesUnknown() ? row.getInt(column + "_unknown") : 0;
            counts.put(cell, new Count(row.getInt(column), unknown));
        }
        return new DataReturn.Row(
                row.getObject("meeting_id", UUID.class),
                row.getObject("board_id", UUID.class),
                row.getString("board"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("core_only"),
                new Counts(counts));
    }

    private CountedCases cases(Shown shown, Behind number, @Nullable UUID meeting, int page) {
        var all = new int[2];
        List<CountedCases.Case> cases = database.sql(ReturnStatements.BEHIND)
                .param("cell", number.cell().name())
                .param("from", number.from())
                .param("until", number.until())
                .param("meeting", meeting)
                .param("most", CountedCases.ON_A_PAGE)
                .param("skip", (page - 1) * CountedCases.ON_A_PAGE)
                .query((row, _) -> {
                    all[0] = row.getInt("all_counted");
                    all[1] = row.getInt("others");
                    return new CountedCases.Case(
                            row.getObject("record_id", UUID.class),
                            row.getString("reference"),
                            row.getString("board"),
                            row.getObject("day", LocalDate.class),
                            row.getInt("number"),
                            row.getInt("unknown"));
                })
                .list();
        cases.forEach(one -> shown.add(one.referral()));
        return new CountedCases(cases, all[0], all[1]);
    }

    /// What stands behind a number of one meeting.
    public record OfMeeting(String board, LocalDate day, CountedCases cases) {}
}
