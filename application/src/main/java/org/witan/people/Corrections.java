package org.witan.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Versions of a record that its agency corrected: the older one is compared no longer, and goes where the newer one
/// goes.
record Corrections(JdbcClient database) {

    /// Takes the older versions out of what the engine compares and a search finds; whom somebody keeps them apart
    /// from, the newer are kept apart from as well.
    void begin(List<Fresh> fresh) {
        each(fresh, "select people.supersede(:record, :former)");
    }

    /// Brings each older version to the person of the newer one, and ends the links that the engine made for what no
    /// longer holds.
    void settle(List<Fresh> fresh) {
        each(fresh, "select people.settle_correction(:record, :former)");
    }

    private void each(List<Fresh> fresh, String statement) {
        fresh.stream()
                .filter(one -> one.supersedes() != null)
                .forEach(one -> database.sql(statement)
                        .param("record", one.id())
                        .param("former", one.supersedes())
                        .query(_ -> {}));
    }

    /// A concern that its agency takes back counts no longer.
    ///
    /// @return how many of them were known and not taken back before
    int cancel(Desk desk, Source source, List<String> keys) {
        return database.sql("""
                        insert into people.cancellation (concern_id, cancelled_at)
                        select c.id, now() from people.concern c
                        where c.agency_id = :agency and c.source = :source and c.source_key = any (cast(:keys as text[]))
                          and not exists (select from people.concern n where n.supersedes_id = c.id)
                        on conflict do nothing
                        """)
                .param("agency", desk.agency())
                .param("source", source.name())
                .param("keys", keys.toArray(String[]::new))
                .update();
    }
}
