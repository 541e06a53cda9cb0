package org.witan.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The cases of the hub on one line each. Asked inside a witnessed piece of work; the rule shows only those that are
/// open to whoever looks.
@Repository
class Cases {
    private static final String SELECT = """
            select r.id, a.reference, r.state, r.state_since, r.referred_on, r.urgent, r.agency_id, y.name as agency_name,
                nullif(concat_ws(' ', nullif(p.given_name, ''), nullif(p.family_name, '')), '') as name, p.born_on,
                l.agency_id as lead_id, ly.name as lead_name, d.due_on, coalesce(q.asked, 0) as asked,
                coalesce(q.answered, 0) as answered, coalesce(q.overdue, 0) as overdue, r.version, r.changed_what,
                r.changed_at, coalesce(access.person(r.changed_by), '') as changed_by
            from hub.referral r
            join access.record a on a.id = r.id
            join access.agency y on y.id = r.agency_id
            left join hub.resident p on p.record_id = r.id
            left join lateral (select x.agency_id from hub.lead x where x.record_id = r.id
                               order by x.since_at desc, x.id desc limit 1) l on true
            left join access.agency ly on ly.id = l.agency_id
            left join lateral (select x.due_on from hub.review_day x where x.record_id = r.id
                               order by x.set_at desc, x.id desc limit 1) d on true
            left join lateral (
                select count(*) as asked, count(*) filter (where w.is) as answered,
                    count(*) filter (where not w.is and x.due_on < access.today()) as overdue
                from hub.request x
                cross join lateral (select exists (select from hub.answer n where n.request_id = x.id) as is) w
                where x.record_id = r.id) q on true
            """;
    private final JdbcClient database;

    Cases(JdbcClient database) {
        this.database = database;
    }

    Optional<HubCase> find(UUID id) {
        return database.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(Cases::read)
                .optional();
    }

    /// Those in a state: what waits longest first, urgent before others.
    List<HubCase> in(CaseState state, int most) {
        return database.sql(SELECT + """
                         where r.state = :state
                        order by r.urgent and r.state = 'WAITS' desc, d.due_on nulls first, r.referred_at, r.id limit :most
                        """)
                .param("state", state.name())
                .param("most", most)
                .query(Cases::read)
                .list();
    }

    /// Those that an account referred, and those that wait, the newest first.
    List<HubCase> referredBy(UUID account, int most) {
        return database.sql(
                        SELECT
                                + " where r.referred_by = :account or r.state = 'WAITS' order by r.referred_at desc, r.id limit :most")
                .param("account", account)
                .param("most", most)
                .query(Cases::read)
                .list();
    }

    /// Those of an agenda, in its order, with what is off it left out.
    List<HubCase> on(List<UUID> records) {
        List<HubCase> all = database.sql(SELECT + " where r.id = any (cast(:ids as uuid[]))")
                .param("ids", records.toArray(UUID[]::new))
                .query(Cases::read)
                .list();
        return records.stream()
                .flatMap(id -> all.stream().filter(one -> one.id().equals(id)))
                .distinct()
                .toList();
    }

    /// Whether the next change of a case is let through: false when somebody else was faster.
    boolean step(UUID id, int version, String what) {
        return database.sql("select hub.step(:id, :version, :what)")
                .param("id", id)
                .param("version", version)
                .param("what", what)
                .query(Boolean.class)
                .single();
    }

    private static HubCase read(ResultSet row, int number) throws SQLException {
        return new HubCase(
                id(row, "id"),
                row.getString("reference"),
                CaseState.valueOf(row.getString("state")),
                moment(row, "state_since"),
                row.getObject("referred_on", LocalDate.class),
                row.getBoolean("urgent"),
                id(row, "agency_id"),
                row.getString("agency_name"),
                row.getString("name"),
                day(row, "born_on"),
                idOrNull(row, "lead_id"),
                row.getString("lead_name"),
                day(row, "due_on"),
                row.getInt("asked"),
                row.getInt("answered"),
                row.getInt("overdue"),
                row.getInt("version"),
                row.getString("changed_what"),
                moment(row, "changed_at"),
                row.getString("changed_by"));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(idOrNull(row, column));
    }

    static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
