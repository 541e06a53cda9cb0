package org.witan.marac;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.people.ConcernCorrected;
import org.witan.people.ConcernLinked;
import org.witan.people.NewConcern;

/// Hears of everything that happened to somebody, from any source, and keeps for the coordinator what is further abuse
/// between the persons of a referral.
///
/// It runs in the transaction of whoever gave it, and tells them nothing: neither what is received
/// nor what was referred is lost when the other fails.
@Component
class FindingIncidents {
    private final JdbcClient database;

    FindingIncidents(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void hear(NewConcern concern) {
        find(concern.concern());
    }

    /// What was corrected may be between other persons, or on another day. What was found before stays for the
    /// coordinator.
    @EventListener
    void hearAgain(ConcernCorrected concern) {
        find(concern.concern());
    }

    /// It is about somebody of whom nobody knew it when it came.
    @EventListener
    void hearAgain(ConcernLinked concern) {
        find(concern.concern());
    }

    private void find(UUID concern) {
        database.sql("select marac.find_incident(:concern)")
                .param("concern", concern)
                .query(_ -> {});
    }
}
