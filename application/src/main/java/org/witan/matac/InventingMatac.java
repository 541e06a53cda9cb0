package org.witan.matac;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.matac.Nomination.Outcome;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Relation;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration recorded crimes with suspects, so that there is a ranking, a nomination that waits, and
/// meetings that decide.
///
/// An invented officer hands them in. Where somebody is ranked already, nothing is given.
@Component
@Order(40)
class InventingMatac implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingMatac.class);
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String POLICE = "Invented Police";
    private static final List<Alleged> ALLEGED = List.of(
            new Alleged(
                    "Quillon",
                    "Fabricatov",
                    "12/03/1988",
                    "Iolanthe",
                    List.of("8Q", "8N", "105A", "8L"),
                    List.of(12, 70, 160, 420)),
            new Alleged(
                    "Tiberius",
                    "Notrealman",
                    "01/11/1979",
                    "Clementia",
                    List.of("19C", "8N", "58A"),
                    List.of(95, 230, 610)),
            new Alleged("Leander", "Imaginsky", "23/07/1995", "Philippa", List.of("8N", "105A"), List.of(31, 340)),
            new Alleged("Octavius", "Pretendley", "", "Rosamund", List.of("8Q", "8Q", "105A"), List.of(20, 45, 200)),
            new Alleged("Barnaby", "Makebelieve", "14/02/1969", "Henrietta", List.of("8L", "9A"), List.of(400, 690)),
            new Alleged(
                    "Cassius",
                    "Unrealson",
                    "30/09/1991",
                    "Wilhelmina",
                    List.of("105A", "8N", "8Q"),
                    List.of(5, 150, 152)));
    private final Receiving receiving;
    private final Ranking ranking;
    private final Nominating nominating;
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final Days days;
    private final Clock clock;

    InventingMatac(
            Receiving receiving,
            Ranking ranking,
            Nominating nominating,
            KeepingBoards boards,
            Scheduling scheduling,
            Days days,
            Clock clock) {
        this.receiving = receiving;
        this.ranking = ranking;
        this.nominating = nominating;
        this.boards = boards;
        this.scheduling = scheduling;
        this.days = days;
        this.clock = clock;
    }

    /// Somebody who does not exist.
    ///
    /// @param victim given name of those whom they are said to have harmed: two of different families in turn
    /// @param codes of the offences, one for each day
    /// @param daysAgo when they happened
    private record Alleged(
            String given, String family, String born, String victim, List<String> codes, List<Integer> daysAgo) {}

    @Override
    public void invent(List<Acting> people) {
        people.stream()
                .filter(one -> one.viewer().role() == Role.REPRESENTATIVE
                        && one.agencyName().equals(POLICE))
                .map(one -> one.viewer().with(Purpose.MARAC))
                .findFirst()
                .filter(police -> ranking.pool(police, days.today(), Basis.KNOWN_THEN, Verb.LIST)
                        .ranked()
                        .all()
                        .isEmpty())
                .ifPresent(police -> {
                    ALLEGED.forEach(one -> give(police, one));
                    Acting.of(people, Role.COORDINATOR, Purpose.MARAC).stream()
                            .findFirst()
                            .ifPresent(coordinator -> {
                                nominate(police, coordinator);
                                meet(coordinator, Acting.of(people, Role.REPRESENTATIVE, Purpose.MARAC));
                            });
                    LOG.info("The demonstration has a ranking");
                });
    }

    private void give(Viewer police, Alleged one) {
        for (int at = 0; at < one.codes().size(); at++) {
            String key = "DEMO-" + one.family().toUpperCase(Locale.ROOT) + "-" + at;
            boolean first = at % 2 == 0;
            var victim = GivenPerson.of(
                            Standing.VICTIM,
                            new Name(one.victim() + (first ? "" : "ine"), one.family() + (first ? "ward" : "worth")),
                            first ? "09/06/1987" : "17/10/1993")
                    .withSex("female")
                    .withKey(key + " victim");
            var suspect = GivenPerson.of(Standing.PERPETRATOR, new Name(one.given(), one.family()), one.born())
                    .withSex("male")
                    .withKey(key + " suspect");
            receiving.receive(
                    police,
                    new Given(
                            Source.POLICE_EXTRACT,
                            List.of(victim, suspect),
                            List.of(new Given.Between(1, first ? Relation.EX_PARTNER : Relation.PARTNER, 0)),
                            new GivenConcern(
                                    key,
                                    days.today().minusDays(one.daysAgo().get(at)),
                                    one.codes().get(at),
                                    "")));
        }
    }

    /// The police nominate the first two; one of them is taken on.
    private void nominate(Viewer police, Viewer coordinator) {
        LocalDate today = days.today();
        var listed = ranking.pool(police, today, Basis.KNOWN_THEN, Verb.LIST);
        var named = new ArrayList<UUID>();
        for (Scored one : listed.ranked().ranked().stream().limit(2).toList()) {
            Face face = listed.faces().get(one.record());
            UUID id = id();
            if (face != null
                    && nominating.nominate(
                            police, id, face.reference(), "Invented: recorded again after two warnings.")) {
                named.add(id);
            }
        }
        if (!named.isEmpty()) {
            nominating.decide(
                    coordinator,
                    id(),
                    named.getFirst(),
                    0,
                    Outcome.ADOPTED,
                    "DISRUPTION",
                    "Invented: the meeting agreed.");
        }
    }

    /// It met last week, and meets again four weeks after.
    private void meet(Viewer coordinator, List<Viewer> representatives) {
        UUID board = id();
        boards.add(coordinator, board, BoardKind.MATAC, "Invented MATAC", "Inventown", coordinator.agency());
        representatives.stream()
                .map(Viewer::agency)
                .distinct()
                .filter(agency -> !agency.equals(coordinator.agency()))
                .forEach(agency -> boards.addAgency(coordinator, board, agency, false));
        LocalDate last = days.today().minusWeeks(1);
        for (LocalDate day : List.of(last, last.plusWeeks(MatacMeetings.WEEKS))) {
            scheduling.schedule(
                    coordinator,
                    id(),
                    board,
                    new Timing(day.atTime(10, 0).atZone(HERE).toInstant(), 120, "Invented Hall", ""));
        }
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
