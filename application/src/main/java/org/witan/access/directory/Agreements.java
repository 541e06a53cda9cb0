package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The information-sharing agreements that agencies have signed. Asked inside a witnessed piece of work.
@Repository
class Agreements {
    private static final String SELECT = """
            select g.id, g.agency_id, g.title, g.signed_by, g.signed_on, g.expires_on, g.withdrawn_on,
                   coalesce(ltrim(p.given_name || ' ' || p.family_name), '') as recorded_by
            from access.agreement g left join access.account p on p.id = g.recorded_by
            """;
    private final JdbcClient database;

    Agreements(JdbcClient database) {
        this.database = database;
    }

    List<Agreement> of(UUID agency) {
        return database.sql(SELECT + " where g.agency_id = :agency order by g.expires_on desc, g.id desc")
                .param("agency", agency)
                .query(Agreements::read)
                .list();
    }

    Optional<Agreement> find(UUID id) {
        return database.sql(SELECT + " where g.id = :id")
                .param("id", id)
                .query(Agreements::read)
                .optional();
    }

    int add(Agreement.New agreement, UUID recordedBy) {
        return database.sql("""
                        insert into access.agreement
                            (id, agency_id, title, signed_by, signed_on, expires_on, recorded_at, recorded_by)
                        values (:id, :agency, :title, :signedBy, :signedOn, :expiresOn, now(), :recordedBy)
                        on conflict (id) do nothing
                        """)
                .param("id", agreement.id())
                .param("agency", agreement.agency())
                .param("title", agreement.title())
                .param("signedBy", agreement.signedBy())
                .param("signedOn", agreement.signedOn())
                .param("expiresOn", agreement.expiresOn())
                .param("recordedBy", recordedBy)
                .update();
    }

    boolean has(Agreement.New sent) {
        return find(sent.id())
                .filter(kept -> new Agreement.New(
                                kept.id(),
                                kept.agency(),
                                kept.title(),
                                kept.signedBy(),
                                kept.signedOn(),
                                kept.expiresOn())
                        .equals(sent))
                .isPresent();
    }

    int withdraw(UUID id, LocalDate on) {
        return database.sql("update access.agreement set withdrawn_on = :on where id = :id and withdrawn_on is null")
                .param("id", id)
                .param("on", on)
                .update();
    }

    private static Agreement read(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("title"),
                row.getString("signed_by"),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("recorded_by"));
    }
}
