package org.witan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened again after a home was made safer. Asked inside a witnessed piece of work.
@Repository
public class FollowUps {
    private final JdbcClient database;

    FollowUps(JdbcClient database) {
        this.database = database;
    }

    /// Those that nobody has asked about, the latest of each offer.
    public List<FollowUp> waiting() {
        return database.sql("""
                        select record_id, max(happened_on) as happened_on from support.follow_up
                        where seen_at is null group by record_id
                        """)
                .query((row, _) -> new FollowUp(
                        row.getObject("record_id", UUID.class), row.getObject("happened_on", LocalDate.class)))
                .list();
    }
}
