package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts. Asked inside a witnessed piece of work.
@Repository
class Accounts {
    private static final String SELECT = """
            select a.id, a.given_name, a.family_name, a.email, a.home_postcode, a.kind = 'SYSTEM' as is_system,
                   a.added_at, a.closed_at, a.version, a.changed_at,
                   ltrim(p.given_name || ' ' || p.family_name) as changed_by,
                   (select count(*) from access.membership m
                    where m.account_id = a.id and a.closed_at is null
                      and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')) as acts
            from access.account a left join access.account p on p.id = a.changed_by
            """;
    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    /// People whose name or e-mail address contains some words, by name; open accounts first.
    List<Account> search(String words, int most) {
        return database.sql(SELECT + """
                        where a.kind = 'PERSON'
                          and (strpos(lower(a.given_name || ' ' || a.family_name), lower(:words)) > 0
                               or strpos(lower(a.email), lower(:words)) > 0)
                        order by a.closed_at is not null, lower(a.family_name), lower(a.given_name), a.id limit :most
                        """)
                .param("words", words)
                .param("most", most)
                .query(Accounts::read)
                .list();
    }

    List<Account> systems() {
        return database.sql(SELECT + """
                        where a.kind = 'SYSTEM' order by a.closed_at is not null, lower(a.family_name), a.id limit 200
                        """).query(Accounts::read).list();
    }

    Optional<Account> find(UUID id) {
        return database.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(Accounts::read)
                .optional();
    }

    int add(Account.Details details) {
        return database.sql("""
                        insert into access.account (id, given_name, family_name, email, home_postcode, added_at)
                        values (:id, :given, :family, :email, :postcode, now())
                        on conflict (id) do nothing
                        """)
                .param("id", details.id())
                .param("given", details.givenName())
                .param("family", details.familyName())
                .param("email", details.email())
                .param("postcode", details.homePostcode())
                .update();
    }

    boolean has(Account.Details sent) {
        return find(sent.id())
                .filter(kept -> new Account.Details(
                                kept.id(), kept.givenName(), kept.familyName(), kept.email(), kept.homePostcode())
                        .equals(sent))
                .isPresent();
    }

    int change(Account.Details details, int version) {
        return database.sql("""
                        update access.account set given_name = :given, family_name = :family, email = :email,
                            home_postcode = :postcode, version = version + 1
                        where id = :id and version = :version and closed_at is null and kind = 'PERSON'
                        """)
                .param("id", details.id())
                .param("version", version)
                .param("given", details.givenName())
                .param("family", details.familyName())
                .param("email", details.email())
                .param("postcode", details.homePostcode())
                .update();
    }

    int close(UUID id, int version) {
        return database.sql("""
                        update access.account set closed_at = now(), version = version + 1
                        where id = :id and version = :version and closed_at is null and kind = 'PERSON'
                        """).param("id", id).param("version", version).update();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("home_postcode"),
                row.getBoolean("is_system"),
                Change.theMoment(row, "added_at"),
                Change.moment(row, "closed_at"),
                row.getInt("version"),
                row.getLong("acts"),
                Change.read(row));
    }
}
