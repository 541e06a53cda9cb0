package org.witan.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.witan.hub.MeasuringIndependence.Measuring;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Subject;
import org.witan.meeting.Timing;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration a hub with a meeting, residents on its agenda, answers, a lead, independence that rises, a
/// case
/// that was removed, and referrals that wait. The invented people do it as anybody would.
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
    private final ReferringResidents referring;
    private final ReadingHub reading;
    private final DecidingCases deciding;
    private final AskingAgencies asking;
    private final LeadingCases leading;
    private final TaskingAgencies tasking;
    private final MeasuringIndependence measuring;
    private final Days days;
    private final Clock clock;

    InventingHub(
            KeepingBoards boards,
            Scheduling scheduling,
            ReferringResidents referring,
            ReadingHub reading,
            DecidingCases deciding,
            AskingAgencies asking,
            LeadingCases leading,
            TaskingAgencies tasking,
            MeasuringIndependence measuring,
            Days days,
            Clock clock) {
        this.boards = boards;
        this.scheduling = scheduling;
        this.referring = referring;
        this.reading = reading;
        this.deciding = deciding;
        this.asking = asking;
        this.leading = leading;
        this.tasking = tasking;
        this.measuring = measuring;
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
            invent(keepers.getFirst(), representatives);
            LOG.info("The demonstration has a hub");
        }
    }

    private void invent(Viewer keeper, List<Viewer> representatives) {
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

        UUID led = added(keeper, last, meeting, "Hester", HOUSING, SELF_NEGLECT);
        reading.open(first, led).requests().stream()
                .filter(HubCaseInFull.Request::mine)
                .forEach(one -> asking.answer(
                        first, id(), led, one.id(), Known.KNOWN, "Invented: two calls from neighbours in spring."));
        leading.lead(keeper, id(), led, version(keeper, led), last.agency());
        tasking.agree(
                keeper,
                id(),
                led,
                new Action.Term(last.agency(), null, days.today().plusDays(14)),
                new Action.Content(
                        "Invented: clear the hall with her so that she can get out.", Area.HOUSING, Subject.OTHER),
                true);
        measure(keeper, led, Occasion.START, 2, 60);
        measure(keeper, led, Occasion.REVIEW, 4, 25);

        UUID done = added(keeper, first, meeting, "Ambrose", HOUSING, "SUBSTANCE_MISUSE");
        measure(keeper, done, Occasion.START, 3, 120);
        measure(keeper, done, Occasion.END, 8, 1);
        deciding.remove(
                keeper, id(), done, version(keeper, done), "NEEDS_MET", "Invented: he keeps his tenancy by himself.");
        added(keeper, first, meeting, "Sidony", "MENTAL_HEALTH", "SELF_HARM");
        refer(last, "Barnaby", "ANTISOCIAL_BEHAVIOUR", HOUSING);
    }

    private UUID added(Viewer keeper, Viewer by, UUID meeting, String name, String... needs) {
        UUID id = refer(by, name, needs);
        deciding.add(
                keeper,
                id(),
                id,
                0,
                new DecidingCases.Adding(
                        meeting,
                        "Invented: no agency can do this alone.",
                        false,
                        false,
                        false,
                        "see who helps this person already and agree who does what"));
        return id;
    }

    private UUID refer(Viewer by, String name, String... needs) {
        UUID id = id();
        referring.refer(
                by,
                id,
                new ResidentReferral(
                        name,
                        "Madeupton",
                        LocalDate.of(1958, 6, 7),
                        "07700 900654, after ten",
                        "3 Invented Terrace",
                        "ZZ12 3ZZ",
                        List.of(),
                        List.of(needs),
                        "Invented: lives alone, the rent is late, neighbours worry.",
                        "Invented: rang three times, wrote twice.",
                        true,
                        "",
                        ""));
        return id;
    }

    private void measure(Viewer keeper, UUID id, Occasion occasion, int value, int daysAgo) {
        HubCaseInFull found = reading.open(keeper, id);
        var values = new LinkedHashMap<String, Integer>();
        found.needs().forEach(need -> values.put(need.code(), value + values.size()));
        measuring.measure(
                keeper,
                id(),
                id,
                found.line().version(),
                new Measuring(
                        occasion,
                        true,
                        days.today().minusDays(daysAgo),
                        "Invented.",
                        Map.copyOf(values),
                        occasion == Occasion.END ? null : days.today().plusDays(5)));
    }

    private int version(Viewer keeper, UUID id) {
        return reading.open(keeper, id).line().version();
    }

    private Instant nextWeek() {
        return days.today().plusDays(8).atTime(LocalTime.of(10, 0)).atZone(HERE).toInstant();
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
