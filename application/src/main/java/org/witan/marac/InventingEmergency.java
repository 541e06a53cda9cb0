package org.witan.marac;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.marac.InventedCases.Roles;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration a case that cannot wait, and the meeting of core agencies that is called for it.
///
/// It does so once: where such a meeting was called, nothing is given.
@Component
@Order(29)
class InventingEmergency implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingEmergency.class);
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String GROUND = Ground.VISIBLE_HIGH_RISK.name();
    private final InventedCases cases;
    private final Triaging triaging;
    private final Emergencies emergencies;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Days days;
    private final Clock clock;

    InventingEmergency(
            InventedCases cases,
            Triaging triaging,
            Emergencies emergencies,
            Witnessing witnessing,
            JdbcClient database,
            Days days,
            Clock clock) {
        this.cases = cases;
        this.triaging = triaging;
        this.emergencies = emergencies;
        this.witnessing = witnessing;
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Roles.of(people)
                .filter(roles -> !isCalled(roles.coordinator()))
                .ifPresent(roles ->
                        invent(roles.coordinator(), roles.representatives().getFirst()));
    }

    private void invent(Viewer coordinator, Viewer representative) {
        var who = new InventedCases.Who("Ursula", "Inventfield", "17/1/1990", 14, "Duncan");
        UUID referral = cases.refer(representative, who, "YES", GROUND);
        triaging.decide(
                coordinator,
                referral,
                TriageOutcome.EMERGENCY,
                Ground.VISIBLE_HIGH_RISK,
                "Invented: he knows where she is, and said when he comes.",
                _ -> "invented");
        emergencies.calling(coordinator, referral).boards().stream()
                .filter(board -> !board.agencies().isEmpty())
                .findFirst()
                .ifPresent(board -> {
                    UUID meeting = Identity.at(clock.instant());
                    emergencies.call(coordinator, meeting, referral, board.board(), tomorrow(), "Invented Room");
                    LOG.info("The demonstration has an emergency meeting");
                });
    }

    private Instant tomorrow() {
        return days.today().plusDays(1).atTime(LocalTime.of(11, 0)).atZone(HERE).toInstant();
    }

    private boolean isCalled(Viewer coordinator) {
        return witnessing.witness(
                coordinator,
                Deed.of(Verb.LIST, "emergency"),
                _ -> database.sql("select exists (select from marac.emergency)")
                        .query(Boolean.class)
                        .single());
    }
}
