package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who answers for a duty at an agency. Asked inside a witnessed piece of work.
@Repository
class Contacts {
    private static final String SELECT =
            "select id, agency_id, duty, name, email, phone, since_on, until_on from access.agency_contact";
    private final JdbcClient database;

    Contacts(JdbcClient database) {
        this.database = database;
    }

    List<Contact> of(UUID agency) {
        return database.sql(
                        SELECT + " where agency_id = :agency order by until_on is not null, duty, since_on desc, id")
                .param("agency", agency)
                .query(Contacts::read)
                .list();
    }

    Optional<Contact> find(UUID id) {
        return database.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Contacts::read)
                .optional();
    }

    int add(Contact contact) {
        return database.sql("""
                        insert into access.agency_contact (id, agency_id, duty, name, email, phone, since_on)
                        values (:id, :agency, :duty, :name, :email, :phone, :since)
                        on conflict (id) do nothing
                        """)
                .param("id", contact.id())
                .param("agency", contact.agency())
                .param("duty", contact.duty().name())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("since", contact.sinceOn())
                .update();
    }

    /// Ends today, or on its first day when that lies ahead.
    int end(UUID id) {
        return database.sql("""
                        update access.agency_contact set until_on = greatest(access.today(), since_on)
                        where id = :id and until_on is null
                        """).param("id", id).update();
    }

    private static Contact read(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                Contact.Duty.valueOf(row.getString("duty")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getObject("since_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }
}
