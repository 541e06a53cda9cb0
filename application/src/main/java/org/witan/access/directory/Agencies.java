package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The agencies of the partnership. Asked inside a witnessed piece of work.
@Repository
class Agencies {
    private static final String SELECT = """
            select y.id, y.name, y.kind, k.words as kind_words, y.added_at, y.closed_at, y.version, y.changed_at,
                   ltrim(p.given_name || ' ' || p.family_name) as changed_by,
                   (select max(g.expires_on) from access.agreement g
                    where g.agency_id = y.id and g.signed_on <= access.today()
                      and (g.withdrawn_on is null or g.withdrawn_on > access.today())) as agreed_until,
                   access.setting_number('agreement_grace_days') as grace_days, access.today() as today,
                   (select count(distinct c.account_id) from access.colleague c
                    where c.agency_id = y.id and y.closed_at is null) as people
            from access.agency y
            join access.agency_kind k on k.code = y.kind
            left join access.account p on p.id = y.changed_by
            """;
    private final JdbcClient database;

    Agencies(JdbcClient database) {
        this.database = database;
    }

    /// All of them, those that take part first.
    List<Agency> all() {
        return database.sql(SELECT + " order by y.closed_at is not null, lower(y.name)")
                .query(Agencies::read)
                .list();
    }

    Optional<Agency> find(UUID id) {
        return database.sql(SELECT + " where y.id = :id")
                .param("id", id)
                .query(Agencies::read)
                .optional();
    }

    List<Agency.Kind> kinds() {
        return database.sql("select code, words from access.agency_kind where since <= access.today() order by words")
                .query((row, _) -> new Agency.Kind(row.getString("code"), row.getString("words")))
                .list();
    }

    int add(UUID id, String name, String kind) {
        return database.sql("""
                        insert into access.agency (id, name, kind, added_at) values (:id, :name, :kind, now())
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("name", name)
                .param("kind", kind)
                .update();
    }

    boolean has(UUID id, String name, String kind) {
        return find(id).filter(
                        agency -> agency.name().equals(name) && agency.kind().equals(kind))
                .isPresent();
    }

    int change(UUID id, int version, String name, String kind) {
        return database.sql("""
                        update access.agency set name = :name, kind = :kind, version = version + 1
                        where id = :id and version = :version and closed_at is null
                        """)
                .param("id", id)
                .param("version", version)
                .param("name", name)
                .param("kind", kind)
                .update();
    }

    int close(UUID id, int version) {
        return database.sql("""
                        update access.agency set closed_at = now(), version = version + 1
                        where id = :id and version = :version and closed_at is null
                        """).param("id", id).param("version", version).update();
    }

    private static Agency read(ResultSet row, int number) throws SQLException {
        return new Agency(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("kind_words"),
                Change.theMoment(row, "added_at"),
                Change.moment(row, "closed_at"),
                row.getInt("version"),
                Agreed.at(
                        row.getObject("today", LocalDate.class),
                        row.getObject("agreed_until", LocalDate.class),
                        row.getInt("grace_days")),
                row.getLong("people"),
                Change.read(row));
    }
}
