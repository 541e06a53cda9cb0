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
import org.springframework.stereotype.Component;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration an invented conference and some invented referrals, so that triage, research
/// and an agenda have something to show. The invented people of the demonstration hand them in and
/// decide about them as anybody would.
///
/// It does so once: where a board is there already, nothing is given.
@Component
@Order(10)
class InventingReferrals implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingReferrals.class);
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final InventedCases cases;
    private final Triaging triaging;
    private final Listing listing;
    private final Days days;
    private final Clock clock;

    InventingReferrals(
            KeepingBoards boards,
            Scheduling scheduling,
            InventedCases cases,
            Triaging triaging,
            Listing listing,
            Days days,
            Clock clock) {
        this.boards = boards;
        this.scheduling = scheduling;
        this.cases = cases;
        this.triaging = triaging;
        this.listing = listing;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        List<Viewer> coordinators = Acting.of(people, Role.COORDINATOR, Purpose.MARAC);
        List<Viewer> representatives = Acting.of(people, Role.REPRESENTATIVE, Purpose.MARAC);
        List<Viewer> others = List.of(Role.IDVA, Role.REFERRER, Role.SUPPORT_WORKER).stream()
                .flatMap(role -> Acting.of(people, role, Purpose.MARAC).stream())
                .toList();
        if (coordinators.isEmpty() || representatives.isEmpty()) {
            LOG.info("Nobody in the demonstration refers or decides");
            return;
        }
        Viewer coordinator = coordinators.getFirst();
        if (boards.list(coordinator).isEmpty()) {
            invent(coordinator, representatives, others);
        }
    }

    private void invent(Viewer coordinator, List<Viewer> representatives, List<Viewer> others) {
        UUID board = id();
        boards.add(coordinator, board, BoardKind.MARAC, "Invented MARAC", "Inventown", coordinator.agency());
        representatives.stream()
                .map(Viewer::agency)
                .distinct()
                .filter(agency -> !agency.equals(coordinator.agency()))
                .forEach(agency -> boards.addAgency(coordinator, board, agency, true));
        others.stream()
                .map(Viewer::agency)
                .distinct()
                .forEach(agency -> boards.addAgency(coordinator, board, agency, false));
        UUID meeting = id();
        scheduling.schedule(coordinator, meeting, board, new Timing(nextWeek(), 180, "Invented Hall", ""));
        Viewer first = representatives.getFirst();
        Viewer last = representatives.getLast();
        for (String name : List.of("Ottilie", "Perdita", "Rosalind")) {
            UUID referral = refer(first, name, "NO", "ESCALATION");
            triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
            listing.list(coordinator, referral, meeting);
        }
        refer(last, "Ottilie", "NO", "PROFESSIONAL_JUDGEMENT");
        refer(first, "Viola", "YES", "VISIBLE_HIGH_RISK");
        triaging.decide(
                coordinator,
                refer(first, "Imogen", "NO", "VISIBLE_HIGH_RISK"),
                TriageOutcome.ACCEPTED,
                Ground.VISIBLE_HIGH_RISK,
                "",
                _ -> "invented");
        triaging.decide(
                coordinator,
                refer(last, "Cressida", "NO", "PROFESSIONAL_JUDGEMENT"),
                TriageOutcome.RETURNED,
                null,
                "Invented: what changed since March, and is he still in the house?",
                _ -> "invented");
    }

    private UUID refer(Viewer viewer, String name, String danger, String ground) {
        return cases.refer(viewer, InventedCases.Who.of(name), danger, ground);
    }

    private Instant nextWeek() {
        return days.today().plusDays(8).atTime(LocalTime.of(9, 30)).atZone(HERE).toInstant();
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
