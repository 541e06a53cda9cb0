package org.witan.matac;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What records are called, as far as whoever looks may see them. Asked inside a witnessed piece of work.
@Repository
class Faces {
    private final JdbcClient database;

    Faces(JdbcClient database) {
        this.database = database;
    }

    /// What some records are called; those that whoever looks may not see are not there.
    Map<UUID, Face> of(Collection<UUID> records) {
        var found = new HashMap<UUID, Face>();
        database.sql("""
                        select s.id, s.given_name, s.family_name, s.date_of_birth, r.reference
                        from people.source_record s join access.record r on r.id = s.id
                        where s.id = any (cast(:ids as uuid[]))
                        """).param("ids", records.toArray(UUID[]::new)).query(row -> {
            found.put(
                    row.getObject("id", UUID.class),
                    new Face(
                            row.getString("reference"),
                            (row.getString("given_name") + " " + row.getString("family_name")).strip(),
                            row.getString("date_of_birth")));
        });
        return found;
    }
}
