package org.witan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Tells how often something happened between two persons within the window that the partnership set.
///
/// It counts what the viewer may see. The coordinator sees every agency's concerns, so no repeat is missed because one
/// agency gave it; whoever is kept from a concern does not learn of it by a number either.
@Component
public class Escalations {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final SourceRecords records;
    private final Concerns concerns;
    private final JdbcClient database;
    private final Clock clock;

    Escalations(Witnessing witnessing, SourceRecords records, Concerns concerns, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.concerns = concerns;
        this.database = database;
        this.clock = clock;
    }

    /// What happened between the persons of two records, up to today.
    ///
    /// @param victim any record of the one
    /// @param perpetrator any record of the other
    /// @throws Absent when one of them is not there for this viewer
    public Escalation between(Viewer viewer, UUID victim, UUID perpetrator) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "escalation"), shown -> {
            List<UUID> ones = person(victim);
            List<UUID> others = person(perpetrator);
            shown.addAll(List.of(victim, perpetrator));
            int months = setting("escalation_months");
            LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
            LocalDate from = today.minusMonths(months);
            List<Concern> events = concerns.between(ones, others, from);
            events.forEach(event -> shown.add(event.victim()));
            return new Escalation(events, from, today, setting("escalation_events"), months);
        });
    }

    private List<UUID> person(UUID record) {
        if (records.read(List.of(record)).isEmpty()) {
            throw new Absent();
        }
        List<UUID> all = new ArrayList<>(List.of(record));
        all.addAll(records.together(record));
        return all;
    }

    private int setting(String name) {
        return database.sql("select access.setting_number(:name)")
                .param("name", name)
                .query(Integer.class)
                .single();
    }
}
