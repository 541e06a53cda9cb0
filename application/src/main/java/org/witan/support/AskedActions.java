package org.witan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.meeting.ActionAgreed;
import org.witan.meeting.Area;
import org.witan.meeting.Subject;

/// Agreed actions that ask for support. What a conference agrees waits here until somebody offers it.
@Repository
class AskedActions {
    private static final String WAITING = """
            select a.*, r.reference from support.asked_action a join access.record r on r.id = a.record_id
            where not exists (select from support.offered_action o where o.record_id = a.record_id)
            """;
    private final JdbcClient database;

    AskedActions(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void hear(ActionAgreed agreed) {
        database.sql("select support.keep_asked(:action, :area, :subject)")
                .param("action", agreed.action())
                .param("area", agreed.area().name())
                .param("subject", agreed.subject().name())
                .query(_ -> {});
    }

    /// Those of a case from which nothing was offered.
    List<AskedAction> waiting(UUID whole) {
        return waiting().stream().filter(one -> one.whole().equals(whole)).toList();
    }

    /// Those from which nothing was offered.
    List<AskedAction> waiting() {
        return database.sql(WAITING + " order by a.agreed_on, a.record_id")
                .query((row, _) -> new AskedAction(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("case_id", UUID.class),
                        Area.valueOf(row.getString("area")),
                        Subject.valueOf(row.getString("subject")),
                        row.getObject("agreed_on", LocalDate.class)))
                .list();
    }

    /// An offer came of an action.
    void offered(UUID action, UUID offer) {
        database.sql("""
                        insert into support.offered_action (record_id, offer_id) values (:action, :offer)
                        on conflict do nothing
                        """).param("action", action).param("offer", offer).update();
    }
}
