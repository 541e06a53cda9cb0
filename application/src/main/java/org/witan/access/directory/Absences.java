package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Leave and deputies. Asked inside a witnessed piece of work.
@Repository
class Absences {
    private static final String SELECT = """
            select h.id, h.account_id, access.person(h.account_id) as person, h.deputy_id,
                   access.person(h.deputy_id) as deputy_name, h.from_on, h.until_on,
                   access.person(h.recorded_by) as recorded_by
            from access.absence h
            """;
    private final JdbcClient database;

    Absences(JdbcClient database) {
        this.database = database;
    }

    /// Leave of a person that is not over and was not cancelled.
    List<Absence> of(UUID account) {
        return ahead("h.account_id = :account", account);
    }

    /// Leave of others for whom a person stands in.
    List<Absence> deputisedBy(UUID account) {
        return ahead("h.deputy_id = :account", account);
    }

    private List<Absence> ahead(String whose, UUID account) {
        return database.sql(SELECT + " where " + whose + """
                         and h.cancelled_at is null and h.until_on >= access.today() order by h.from_on, h.id
                        """)
                .param("account", account)
                .query(Absences::read)
                .list();
    }

    Optional<Absence> find(UUID id) {
        return database.sql(SELECT + " where h.id = :id")
                .param("id", id)
                .query(Absences::read)
                .optional();
    }

    /// Colleagues who have, today, a role that the person has for the same agency.
    List<Absence.Deputy> deputiesFor(UUID account) {
        return database.sql("""
                        select c.account_id, ltrim(c.given_name || ' ' || c.family_name) as name
                        from access.colleague c
                        where c.account_id <> :account
                          and exists (select from access.colleague o
                                      where o.account_id = :account and o.agency_id = c.agency_id and o.role = c.role)
                        group by c.account_id, c.given_name, c.family_name
                        order by lower(c.family_name), lower(c.given_name), c.account_id
                        """)
                .param("account", account)
                .query((row, _) -> new Absence.Deputy(row.getObject("account_id", UUID.class), row.getString("name")))
                .list();
    }

    boolean overlaps(Absence.New leave) {
        return database.sql("""
                        select exists (select from access.absence h
                            where h.account_id = :account and h.id <> :id and h.cancelled_at is null
                              and h.from_on <= :until and :from <= h.until_on)
                        """)
                .param("account", leave.account())
                .param("id", leave.id())
                .param("from", leave.fromOn())
                .param("until", leave.untilOn())
                .query(Boolean.class)
                .single();
    }

    int add(Absence.New leave, UUID recordedBy) {
        return database.sql("""
                        insert into access.absence
                            (id, account_id, deputy_id, from_on, until_on, recorded_at, recorded_by)
                        values (:id, :account, :deputy, :from, :until, now(), :recordedBy)
                        on conflict (id) do nothing
                        """)
                .param("id", leave.id())
                .param("account", leave.account())
                .param("deputy", leave.deputy())
                .param("from", leave.fromOn())
                .param("until", leave.untilOn())
                .param("recordedBy", recordedBy)
                .update();
    }

    boolean has(Absence.New sent) {
        return find(sent.id())
                .filter(kept -> new Absence.New(kept.id(), kept.account(), kept.deputy(), kept.fromOn(), kept.untilOn())
                        .equals(sent))
                .isPresent();
    }

    int cancel(UUID id, UUID account) {
        return database.sql("""
                        update access.absence set cancelled_at = now()
                        where id = :id and account_id = :account and cancelled_at is null
                        """).param("id", id).param("account", account).update();
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("person"),
                row.getObject("deputy_id", UUID.class),
                row.getString("deputy_name"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("recorded_by"));
    }
}
