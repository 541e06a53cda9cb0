package org.witan.access.trail;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.shared.Identity;

/// What was found unusual, as far as whoever looks oversees it and is not concerned.
@Repository
class UnusualAccesses {
    private static final int MOST_ROWS = 50;
    private static final String FOUND = """
            select u.*, btrim(a.given_name || ' ' || a.family_name) as who, y.name as agency,
                   btrim(b.given_name || ' ' || b.family_name) as reviewer
            from access.unusual_access u
            join access.account a on a.id = u.account_id
            join access.agency y on y.id = u.agency_id
            left join access.account b on b.id = u.reviewed_by
            """;
    private final JdbcClient database;
    private final Clock clock;

    UnusualAccesses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    UnusualRule.Limits limits() {
        return new UnusualRule.Limits(
                setting("unusual_volume_least"), setting("unusual_volume_times"), setting("unusual_turned_away_least"));
    }

    private int setting(String name) {
        return database.sql("select access.setting_number(:name)")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /// Counts those of the days before a day that the rules need and that are not counted: what is usual.
    void count(LocalDate before) {
        List<LocalDate> days = database.sql("select access.days_to_count(:before)")
                .param("before", before)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
        days.forEach(day ->
                database.sql("select access.count_day(:day)").param("day", day).query(_ -> {}));
    }

    /// Those of the seven days before a day at which nobody has looked yet.
    List<LocalDate> daysToLookAt(LocalDate before) {
        return database.sql("select access.days_to_look_at(:before)")
                .param("before", before)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /// Says that the rules looked at a day, for all agencies.
    void lookedAt(LocalDate day) {
        database.sql("select access.looked_at(:day)").param("day", day).query(_ -> {});
    }

    /// What everybody did on a day.
    List<DayOfAccess> on(LocalDate day) {
        return database.sql("select * from access.day_of_access(:day)")
                .param("day", day)
                .query((row, _) -> new DayOfAccess(
                        row.getObject("account_id", UUID.class),
                        row.getObject("agency_id", UUID.class),
                        row.getInt("opened"),
                        row.getInt("usual"),
                        row.getInt("peers"),
                        ids(row, "opening"),
                        ids(row, "outside_hours"),
                        ids(row, "own_name"),
                        ids(row, "own_postcode"),
                        ids(row, "no_task"),
                        ids(row, "turned_away"),
                        ids(row, "glass")))
                .list();
    }

    /// Keeps what a rule found, once for a person, an agency and a day.
    void keep(UnusualRule rule, LocalDate on, DayOfAccess day, UnusualRule.Limits limits) {
        var rows = rule.rows(day, limits);
        database.sql("""
                        select access.keep_unusual(:id, :rule, :account, :agency, :day, :counted, :usual, :peers,
                            cast(:entries as uuid[]), :found)
                        """)
                .param("id", Identity.at(clock.instant()))
                .param("rule", rule.name())
                .param("account", day.account())
                .param("agency", day.agency())
                .param("day", on)
                .param("counted", rule.counted(day, limits))
                .param("usual", day.usual())
                .param("peers", day.peers())
                .param(
                        "entries",
                        rows.stream().limit(MOST_ROWS).map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("found", clock.instant().atOffset(ZoneOffset.UTC))
                .query(_ -> {});
    }

    /// Those that nobody has reviewed, newest day first, then those that somebody has.
    List<UnusualAccess> list(int most) {
        return database.sql(FOUND + """
                         order by u.reviewed_at is not null, u.reviewed_at desc nulls last, u.day desc, who, u.rule, u.id
                         limit :most
                        """)
                .param("most", most)
                .query(UnusualAccesses::read)
                .list();
    }

    Optional<UnusualAccess> find(UUID id) {
        return database.sql(FOUND + " where u.id = :id")
                .param("id", id)
                .query(UnusualAccesses::read)
                .optional();
    }

    int waiting() {
        return database.sql("select count(*) from access.unusual_access where reviewed_at is null")
                .query(Integer.class)
                .single();
    }

    /// Says what it was; false when somebody said so before.
    boolean review(UUID id, int version, UUID by, UnusualAccess.Verdict verdict, String remark) {
        return database.sql("""
                                update access.unusual_access
                                set reviewed_at = :now, reviewed_by = :by, verdict = :verdict, remark = :remark,
                                    version = version + 1
                                where id = :id and version = :version and reviewed_at is null
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("verdict", verdict.name())
                        .param("remark", remark)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static UnusualAccess read(ResultSet row, int number) throws SQLException {
        return new UnusualAccess(
                row.getObject("id", UUID.class),
                UnusualRule.valueOf(row.getString("rule")),
                row.getString("who"),
                row.getString("agency"),
                row.getObject("day", LocalDate.class),
                row.getInt("counted"),
                row.getInt("usual"),
                row.getInt("peers"),
                ids(row, "entries"),
                review(row),
                row.getInt("version"));
    }

    private static Optional<UnusualAccess.Review> review(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        if (verdict == null) {
            return Optional.empty();
        }
        String by = row.getString("reviewer");
        return Optional.of(new UnusualAccess.Review(
                UnusualAccess.Verdict.valueOf(verdict),
                row.getString("remark"),
                by == null ? "" : by,
                row.getTimestamp("reviewed_at").toInstant()));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        @Nullable Array ids = row.getArray(column);
        return ids == null ? List.of() : Arrays.asList((UUID[]) ids.getArray());
    }
}
