package org.witan.hub;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.directory.OpenWithAgency;

/// Tells whoever closes an agency how much of the hub is open with it, and the hub what an agency left that closed.
@Component
public class ClosingAgencies implements OpenWithAgency {
    private final JdbcClient database;

    ClosingAgencies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Left> of(UUID agency) {
        return database.sql("select what, number from hub.open_with(:agency) where number > 0")
                .param("agency", agency)
                .query((row, _) -> new Left("hub.closing." + row.getString("what"), row.getLong("number")))
                .list();
    }

    /// How many open actions of the hub stand with an agency that closed, as far as whoever looks may see. Inside a
    /// witnessed piece of work.
    public long actionsLeft() {
        return number("""
                select count(*) from meeting.action a
                join meeting.board b on b.id = a.board_id and b.kind = 'HUB'
                join access.agency y on y.id = a.agency_id
                where a.open and y.closed_at is not null
                """);
    }

    /// How many open cases are led by an agency that closed. Inside a witnessed piece of work.
    public long casesLeft() {
        return number("""
                select count(*) from hub.referral r
                join lateral (select l.agency_id from hub.lead l where l.record_id = r.id
                              order by l.since_at desc, l.id desc limit 1) n on true
                join access.agency y on y.id = n.agency_id
                where r.state = 'OPEN' and y.closed_at is not null
                """);
    }

    private long number(String question) {
        return database.sql(question).query(Long.class).single();
    }
}
