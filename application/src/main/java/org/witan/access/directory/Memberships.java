package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Role;

/// Who acts for which agency in which role. Asked inside a witnessed piece of work.
@Repository
class Memberships {
    private static final String SELECT = """
            select m.id, m.account_id, ltrim(a.given_name || ' ' || a.family_name) as person, m.agency_id,
                   y.name as agency_name, m.role, r.words as role_words, m.lead, m.starts_on, m.ends_on, m.granted_at,
                   ltrim(g.given_name || ' ' || g.family_name) as granted_by, m.version, m.changed_at,
                   ltrim(p.given_name || ' ' || p.family_name) as changed_by
            from access.membership m
            join access.account a on a.id = m.account_id
            join access.agency y on y.id = m.agency_id
            join access.role r on r.code = m.role
            left join access.account g on g.id = m.granted_by
            left join access.account p on p.id = m.changed_by
            """;
    private final JdbcClient database;

    Memberships(JdbcClient database) {
        this.database = database;
    }

    /// Those of a person, newest first.
    List<Membership> of(UUID account) {
        return database.sql(SELECT + " where m.account_id = :account order by m.starts_on desc, m.id desc")
                .param("account", account)
                .query(Memberships::read)
                .list();
    }

    /// Those of open accounts for an agency that are not over.
    List<Membership> lasting(UUID agency) {
        return database.sql(SELECT + """
                        where m.agency_id = :agency and a.closed_at is null
                          and coalesce(m.ends_on, 'infinity') >= access.today()
                        order by r.place, lower(a.family_name), lower(a.given_name), m.id
                        """)
                .param("agency", agency)
                .query(Memberships::read)
                .list();
    }

    Optional<Membership> find(UUID id) {
        return database.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(Memberships::read)
                .optional();
    }

    /// Whether the person has the role for the agency on any of the days.
    boolean overlaps(Membership.Grant grant) {
        return database.sql("""
                        select exists (select from access.membership m
                            where m.account_id = :account and m.agency_id = :agency and m.role = :role and m.id <> :id
                              and m.starts_on <= coalesce(cast(:ends as date), 'infinity')
                              and :starts <= coalesce(m.ends_on, 'infinity'))
                        """)
                .param("account", grant.account())
                .param("agency", grant.agency())
                .param("role", grant.role().name())
                .param("id", grant.id())
                .param("starts", grant.startsOn())
                .param("ends", grant.endsOn())
                .query(Boolean.class)
                .single();
    }

    int grant(Membership.Grant grant, UUID grantedBy) {
        return database.sql("""
                        insert into access.membership
                            (id, account_id, agency_id, role, lead, starts_on, ends_on, granted_at, granted_by)
                        values (:id, :account, :agency, :role, :lead, :starts, :ends, now(), :grantedBy)
                        on conflict (id) do nothing
                        """)
                .param("id", grant.id())
                .param("account", grant.account())
                .param("agency", grant.agency())
                .param("role", grant.role().name())
                .param("lead", grant.lead())
                .param("starts", grant.startsOn())
                .param("ends", grant.endsOn())
                .param("grantedBy", grantedBy)
                .update();
    }

    boolean has(Membership.Grant sent) {
        return find(sent.id())
                .filter(kept -> new Membership.Grant(
                                kept.id(),
                                kept.account(),
                                kept.agency(),
                                kept.role(),
                                kept.lead(),
                                kept.startsOn(),
                                kept.endsOn())
                        .equals(sent))
                .isPresent();
    }

    int change(UUID id, int version, boolean lead, @Nullable LocalDate endsOn) {
        return database.sql("""
                        update access.membership set lead = :lead, ends_on = :ends, version = version + 1
                        where id = :id and version = :version and coalesce(ends_on, 'infinity') >= access.today()
                        """)
                .param("id", id)
                .param("version", version)
                .param("lead", lead)
                .param("ends", endsOn)
                .update();
    }

    /// Ends it so that it is in force no longer, today included.
    int end(UUID id, int version) {
        return database.sql("""
                        update access.membership
                        set ends_on = greatest(starts_on, access.today()) - 1, version = version + 1
                        where id = :id and version = :version and coalesce(ends_on, 'infinity') >= access.today()
                        """).param("id", id).param("version", version).update();
    }

    private static Membership read(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("person"),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_name"),
                Role.valueOf(row.getString("role")),
                row.getString("role_words"),
                row.getBoolean("lead"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Change.theMoment(row, "granted_at"),
                row.getString("granted_by"),
                row.getInt("version"),
                Change.read(row));
    }
}
