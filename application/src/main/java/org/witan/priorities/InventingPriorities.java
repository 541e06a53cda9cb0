package org.witan.priorities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
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
import org.witan.meeting.ActionState;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.priorities.Problem.Osara;
import org.witan.priorities.Problem.Principle;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration a board of the group, a problem of a hot place that is a priority with two tasks, one that is
/// not, one that ended, scores, effects that can be read, and the clock of a case review.
///
/// It does so once: where there is a problem already, nothing is given.
@Component
@Order(61)
class InventingPriorities implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingPriorities.class);
    /// A station, and the small area around it.
    private static final HotPlace STATION = new HotPlace("SJ 861 034", "E01029626");

    private static final String VIOLENCE = "police-uk-violence-and-sexual-offences";
    private final Problems problems;
    private final Prioritising prioritising;
    private final Tasking tasking;
    private final CaseReviews reviews;
    private final Scoring scoring;
    private final Effects effects;
    private final KeepingBoards boards;
    private final Districts districts;
    private final Days days;
    private final Clock clock;

    InventingPriorities(
            Problems problems,
            Prioritising prioritising,
            Tasking tasking,
            CaseReviews reviews,
            Scoring scoring,
            Effects effects,
            KeepingBoards boards,
            Districts districts,
            Days days,
            Clock clock) {
        this.problems = problems;
        this.prioritising = prioritising;
        this.tasking = tasking;
        this.reviews = reviews;
        this.scoring = scoring;
        this.effects = effects;
        this.boards = boards;
        this.districts = districts;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Acting.of(people, Role.TASKING_MEMBER, Purpose.TASKING).stream()
                .findFirst()
                .filter(viewer -> problems.all(viewer, Verb.LIST).isEmpty())
                .ifPresent(this::invent);
    }

    private void invent(Viewer member) {
        LocalDate today = days.today();
        UUID board = id();
        boards.add(member, board, BoardKind.TASKING, "Invented Tactical Priorities Group", "", member.agency());
        UUID station = id();
        problems.add(
                member,
                station,
                "Invented: violence around the station after ten",
                VIOLENCE,
                districts.usual(),
                PlaceKind.TRANSPORT,
                STATION);
        problems.write(
                member,
                station,
                new Osara(
                        0,
                        "A tenth fewer in the next quarter than the neighbouring districts let expect.",
                        "Friday and Saturday, between ten and one, on the way from the bars to the last train.",
                        "Nobody manages the forecourt after ten; two lamps are out.",
                        "Marshals, lights, and the last train told in the bars.",
                        "",
                        "People who travel alone; the station staff could guard them.",
                        "Groups who wait for the last train.",
                        "The forecourt; the railway manages it.",
                        Set.of(Principle.SURVEILLANCE, Principle.ENVIRONMENT, Principle.RULES)));
        prioritising.set(member, station, 0, member.agency(), "Marshals on Fridays and Saturdays.", today.plusDays(5));
        UUID lamps = task(member, station, board, "Mend the two lamps", today.plusDays(12));
        tasking.report(member, lamps, new Tasking.Said(0, ActionState.ACCEPTED, null, ""));
        tasking.report(member, lamps, new Tasking.Said(1, ActionState.IN_PROGRESS, null, "Ordered."));
        task(member, station, board, "Agree who looks after the forecourt after ten", today.plusDays(20));
        score(member, station, 3);
        compare(member, station, STATION.area());
        compare(member, station, districts.usual());
        UUID canal = id();
        problems.add(
                member,
                canal,
                "Invented: motorbikes on the canal path",
                "police-uk-anti-social-behaviour",
                districts.usual(),
                PlaceKind.PUBLIC_SPACE);
        score(member, canal, 1);
        UUID bicycles = id();
        problems.add(
                member,
                bicycles,
                "Invented: bicycles taken at the leisure centre",
                "police-uk-bicycle-theft",
                districts.usual(),
                PlaceKind.ANY);
        prioritising.set(
                member, bicycles, 0, member.agency(), "Better stands, and frames that are marked.", today.plusDays(30));
        prioritising.end(
                member,
                bicycles,
                1,
                "Thefts fell as they did elsewhere, so it was not us. The centre keeps the stands.");
        compare(member, bicycles, districts.usual());
        reviews.start(
                member,
                id(),
                "ASB-INV-17",
                today.minusDays(24),
                List.of(today.minusDays(150), today.minusDays(80), today.minusDays(30)));
        LOG.info("The demonstration has priorities");
    }

    /// Scores a problem by the scale in force: each criterion a little otherwise than the one before it.
    private void score(Viewer member, UUID problem, int level) {
        var levels = new HashMap<String, Integer>();
        for (Criterion one : scoring.scale(member)) {
            levels.put(one.code(), Math.min(one.most(), level + levels.size() % 2));
        }
        scoring.score(member, id(), problem, levels);
    }

    /// Compares the last year that is loaded with the one before it, beside three other districts;
    /// nothing where nothing is loaded.
    private void compare(Viewer member, UUID problem, String area) {
        List<String> others = districts.all().stream()
                .map(Districts.Choice::code)
                .filter(code -> code.startsWith("E07") && !code.equals(districts.usual()))
                .limit(3)
                .toList();
        districts
                .lastYear()
                .ifPresent(year -> effects.ask(
                        member, id(), problem, area, others, year.yearsBefore(1).notation(), year.notation()));
    }

    private UUID task(Viewer member, UUID problem, UUID board, String words, LocalDate due) {
        UUID id = id();
        tasking.give(member, new Tasking.Given(id, problem, board, member.agency(), words, due, false));
        return id;
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
