package org.witan.hub;

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
import org.witan.access.directory.GrantingMemberships;
import org.witan.access.directory.Membership;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Subject;
import org.witan.meeting.Timing;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration a hub with a meeting, residents on its agenda, answers, a lead, independence
/// that rises, a case that was removed, one that was not added, one that was stepped up to the MARAC,
/// one that closed to others because of domestic abuse, and a referral that waits. The invented
/// people do it as anybody would.
///
/// It does so once: where there is a board of a hub already, nothing is given.
@Component
@Order(30)
class InventingHub implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingHub.class);
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String HOUSING = "HOUSING";
    private static final String SELF_NEGLECT = "SELF_NEGLECT";
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final InventedResidents residents;
    private final ReadingHub reading;
    private final DecidingCases deciding;
    private final AskingAgencies asking;
    private final LeadingCases leading;
    private final TaskingAgencies tasking;
    private final GrantingMemberships memberships;
    private final Days days;
    private final Clock clock;

    InventingHub(
            KeepingBoards boards,
            Scheduling scheduling,
            InventedResidents residents,
            ReadingHub reading,
            DecidingCases deciding,
            AskingAgencies asking,
            LeadingCases leading,
            TaskingAgencies tasking,
            GrantingMemberships memberships,
            Days days,
            Clock clock) {
        this.boards = boards;
        this.scheduling = scheduling;
        this.residents = residents;
        this.reading = reading;
        this.deciding = deciding;
        this.asking = asking;
        this.leading = leading;
        this.tasking = tasking;
        this.memberships = memberships;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        List<Viewer> keepers = Acting.of(people, Role.HUB_COORDINATOR, Purpose.HUB);
        List<Viewer> representatives = Acting.of(people, Role.REPRESENTATIVE, Purpose.HUB);
        if (keepers.isEmpty() || representatives.isEmpty()) {
            return;
        }
        if (boards.list(keepers.getFirst()).isEmpty()) {
            invent(people, keepers.getFirst(), representatives);
            LOG.info("The demonstration has a hub");
        }
    }

    private void invent(List<Acting> people, Viewer keeper, List<Viewer> representatives) {
        UUID board = id();
        boards.add(keeper, board, BoardKind.HUB, "Invented Vulnerability Hub", "Inventown", keeper.agency());
        representatives.stream()
                .map(Viewer::agency)
                .distinct()
                .filter(agency -> !agency.equals(keeper.agency()))
                .forEach(agency -> boards.addAgency(keeper, board, agency, true));
        UUID meeting = id();
        scheduling.schedule(keeper, meeting, board, new Timing(nextWeek(), 60, "Invented Hall", ""));
        Viewer first = representatives.getFirst();
        Viewer last = representatives.getLast();

        UUID led = residents.added(keeper, last, meeting, "Hester", HOUSING, SELF_NEGLECT);
        reading.open(first, led).requests().stream()
                .filter(HubCaseInFull.Request::mine)
                .forEach(one -> asking.answer(
                        first, id(), led, one.id(), Known.KNOWN, "Invented: two calls from neighbours in spring."));
        leading.lead(keeper, id(), led, residents.version(keeper, led), last.agency());
        tasking.agree(
                keeper,
                id(),
                led,
                new Action.Term(last.agency(), null, days.today().plusDays(14)),
                new Action.Content(
                        "Invented: clear the hall with her so that she can get out.", Area.HOUSING, Subject.OTHER),
                true);
        residents.measure(keeper, led, Occasion.START, 2, 60);
        residents.measure(keeper, led, Occasion.REVIEW, 4, 25);

        UUID done = residents.added(keeper, first, meeting, "Ambrose", HOUSING, "SUBSTANCE_MISUSE");
        residents.measure(keeper, done, Occasion.START, 3, 120);
        residents.measure(keeper, done, Occasion.END, 8, 1);
        deciding.remove(
                keeper,
                id(),
                done,
                residents.version(keeper, done),
                "NEEDS_MET",
                "Invented: he keeps his tenancy by himself.");
        residents.added(keeper, first, meeting, "Sidony", "MENTAL_HEALTH", "SELF_HARM");
        residents.refer(last, "Barnaby", "ANTISOCIAL_BEHAVIOUR", HOUSING);
        UUID alone = residents.refer(first, "Ottoline", HOUSING);
        deciding.notAdd(
                keeper,
                id(),
                alone,
                0,
                "ONE_AGENCY",
                "Invented: her landlord mends the heating, and nobody else is needed.");
        residents.steppedUp(keeper, last, meeting);
        closed(people, keeper, board, last, meeting);
    }

    /// Domestic abuse comes to light in a case: it closes to the fire service, which is of no MARAC and learns that the
    /// case is discussed elsewhere. Whoever acts for it there does so beside what they do for it already.
    private void closed(List<Acting> people, Viewer keeper, UUID board, Viewer by, UUID meeting) {
        List<Viewer> administrators = Acting.of(people, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        List<Viewer> fire = Acting.of(people, Role.TASKING_MEMBER, Purpose.TASKING);
        if (administrators.isEmpty() || fire.isEmpty()) {
            return;
        }
        memberships.grant(
                administrators.getFirst(),
                new Membership.Grant(
                        id(),
                        fire.getFirst().account(),
                        fire.getFirst().agency(),
                        Role.REPRESENTATIVE,
                        false,
                        days.today(),
                        null));
        boards.addAgency(keeper, board, fire.getFirst().agency(), true);
        residents.closed(keeper, by, meeting);
    }

    private Instant nextWeek() {
        return days.today().plusDays(8).atTime(LocalTime.of(10, 0)).atZone(HERE).toInstant();
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
