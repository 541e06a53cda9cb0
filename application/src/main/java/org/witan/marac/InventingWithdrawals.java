package org.witan.marac;

import java.time.Clock;
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
import org.witan.marac.Withdrawal.Outcome;
import org.witan.marac.Withdrawal.Reason;
import org.witan.shared.Identity;
import org.witan.site.Wording;

/// Gives a demonstration three referrals that their agency asks to withdraw: one waits for the coordinator, one was
/// withdrawn, and one is kept.
///
/// It does so once: where somebody asked for a withdrawal, nothing is given.
@Component
@Order(28)
class InventingWithdrawals implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingWithdrawals.class);
    private static final String JUDGEMENT = Ground.PROFESSIONAL_JUDGEMENT.name();
    private final InventedCases cases;
    private final Withdrawing withdrawing;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Wording words;
    private final Clock clock;

    InventingWithdrawals(
            InventedCases cases,
            Withdrawing withdrawing,
            Witnessing witnessing,
            JdbcClient database,
            Wording words,
            Clock clock) {
        this.cases = cases;
        this.withdrawing = withdrawing;
        this.witnessing = witnessing;
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Roles.of(people)
                .filter(roles -> !isAsked(roles.coordinator()))
                .ifPresent(roles ->
                        invent(roles.coordinator(), roles.representatives().getLast()));
    }

    private void invent(Viewer coordinator, Viewer representative) {
        ask(
                representative,
                new InventedCases.Who("Bianca", "Inventshaw", "11/2/1985", 11, "Fenton"),
                Reason.VICTIM_ASKS,
                "Invented: she says that she does not want it, and is afraid that he hears of it.");
        UUID withdrawn = ask(
                representative,
                new InventedCases.Who("Octavia", "Inventgate", "23/8/1971", 12, "Orsino"),
                Reason.MOVED_AWAY,
                "Invented: she moved abroad in the same week.");
        decide(coordinator, withdrawn, Outcome.WITHDRAWN, "");
        UUID kept = ask(
                representative,
                new InventedCases.Who("Marina", "Inventridge", "6/12/1993", 13, "Boris"),
                Reason.RISK_CHANGED,
                "Invented: he was arrested on Tuesday.");
        decide(coordinator, kept, Outcome.KEPT, "Invented: he was bailed on Wednesday. It is heard.");
        LOG.info("The demonstration has withdrawals");
    }

    private UUID ask(Viewer representative, InventedCases.Who who, Reason reason, String why) {
        UUID id = Identity.at(clock.instant());
        withdrawing.ask(representative, id, cases.refer(representative, who, "NO", JUDGEMENT), reason, why);
        return id;
    }

    private void decide(Viewer coordinator, UUID id, Outcome outcome, String answer) {
        withdrawing.decide(coordinator, id, outcome, answer, reason -> words.the("marac.withdrawal.reason." + reason));
    }

    private boolean isAsked(Viewer coordinator) {
        return witnessing.witness(
                coordinator,
                Deed.of(Verb.LIST, "withdrawal"),
                _ -> database.sql("select exists (select from marac.withdrawal)")
                        .query(Boolean.class)
                        .single());
    }
}
