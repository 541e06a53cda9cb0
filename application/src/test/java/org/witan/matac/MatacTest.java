package org.witan.matac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.matac.Nomination.Outcome;
import org.witan.matac.Recorded.Human;
import org.witan.matac.Scored.Place;

/// What the ranking counts, what it leaves out, what it says of a past day, and who may see it.
class MatacTest extends RunningApplication {
    private static final LocalDate GROWN = LocalDate.of(1980, 5, 17);
    /// Two of them have no weight.
    private static final List<String> CODES = List.of("8N", "8Q", "105A", "19C", "58A", "8L", "none", "");

    private final LocalDate today = LocalDate.now(Recorded.HERE);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Ranking ranking;

    @Autowired
    private OpeningScores opening;

    @Autowired
    private Nominating nominating;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private JdbcClient database;

    private UUID police;
    private Viewer officer;
    private Recorded recorded;

    @BeforeEach
    void aForceWithAnExtract() {
        police = partnership().agency("POLICE");
        officer = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        recorded = new Recorded(application, police);
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    private Ranked pool(LocalDate day, Basis basis) {
        return ranking.pool(officer, day, basis, Verb.LIST).ranked();
    }

    private Ranked pool() {
        return pool(today, Basis.KNOWN_THEN);
    }

    // ------------------------------------------------------------------------------------------------ arithmetic

    @Test
    void theScoresAreThoseOfASlowReferenceForEveryDay() {
        inventMany(160);
        Map<String, Double> harm = harm();
        for (int back : List.of(0, 45, 200, 500)) {
            LocalDate day = today.minusDays(back);
            for (Basis basis : Basis.values()) {
                Ranked found = pool(day, basis);
                var slow = recorded.reference(found.asked().scale(), day, basis == Basis.KNOWN_NOW ? today : day, harm);
                assertThat(found.all().stream().map(Scored::record)).containsExactlyInAnyOrderElementsOf(slow.keySet());
                assertThat(found.all()).allSatisfy(one -> same(one, Objects.requireNonNull(slow.get(one.record()))));
                ranksAreInOrder(found.ranked());
            }
        }
        assertThat(pool().ranked()).hasSizeGreaterThan(5);
    }

    private static void same(Scored one, Recorded.Slow slow) {
        assertThat(one.events()).isEqualTo(slow.events());
        assertThat(one.recent()).isEqualTo(slow.recent());
        assertThat(one.lastOn()).isEqualTo(slow.last());
        assertThat(one.victims()).isEqualTo(slow.victims());
        assertThat(one.harm()).isCloseTo(slow.harm(), within(1e-9));
        assertThat(one.parts().recency()).isCloseTo(slow.recency(), within(1e-9));
        assertThat(one.parts().frequency()).isCloseTo(slow.frequency(), within(1e-9));
        assertThat(one.parts().gravity()).isCloseTo(slow.gravity(), within(1e-9));
        assertThat(one.parts().victims()).isCloseTo(slow.ofVictims(), within(1e-9));
        assertThat(one.score()).isCloseTo(slow.score(), within(1e-9));
        assertThat(one.place() == Place.RANKED).isEqualTo(slow.ranked());
    }

    private static void ranksAreInOrder(List<Scored> ranked) {
        for (Scored one : ranked) {
            long better = ranked.stream()
                    .filter(other -> other.printed() > one.printed())
                    .count();
            assertThat(one.rank()).isEqualTo(better + 1);
        }
    }

    /// Two hundred rows a test, with links that came later, corrections, late receipts and strangers.
    private void inventMany(int rows) {
        var random = new Random(20261126);
        List<Human> victims = humans(24, random);
        List<Human> suspects = humans(14, random);
        List<String> relations = List.of("PARTNER", "EX_PARTNER", "UNKNOWN", "PARENT", "STRANGER", "ACQUAINTANCE");
        for (int at = 0; at < rows; at++) {
            LocalDate on = today.minusDays(random.nextInt(1500));
            LocalDate received = on.plusDays(random.nextInt(60));
            LocalDate arrived = received.isAfter(today) ? today : received;
            LocalDate gone = arrived.plusDays(1 + random.nextInt(200));
            recorded.crime(
                    victims.get(random.nextInt(victims.size())),
                    suspects.get(random.nextInt(suspects.size())),
                    on,
                    CODES.get(random.nextInt(CODES.size())),
                    arrived,
                    relations.get(random.nextInt(relations.size())),
                    random.nextInt(10) == 0 && !gone.isAfter(today) ? gone : null,
                    "POLICE_EXTRACT");
        }
        recorded.unite(suspects.get(1), suspects.get(2), today.minusDays(30));
        recorded.unite(victims.get(3), victims.get(4), today.minusDays(90));
    }

    private static List<Human> humans(int number, Random random) {
        var all = new ArrayList<Human>();
        for (int at = 0; at < number; at++) {
            all.add(Human.born(
                    at % 5 == 0 ? null : LocalDate.of(1960 + random.nextInt(54), 1 + random.nextInt(12), 9)));
        }
        return all;
    }

    private Map<String, Double> harm() {
        var all = new HashMap<String, Double>();
        CODES.forEach(code -> partnership()
                .asked("select days from matac.harm where version = 1 and code = ?", code)
                .forEach(days -> all.put(code, Double.valueOf(days))));
        return all;
    }

    @Test
    void thePoolIsWhatAnIndependentCountSays() {
        inventMany(120);
        long counted = partnership().count("""
                select count(*) from (
                    select s.person_id
                    from people.concern c
                    join people.concern_person p on p.concern_id = c.id and p.part = 'PERPETRATOR'
                    join people.link s on s.record_id = p.record_id and s.ended_at is null
                    join people.link v on v.record_id = c.record_id and v.ended_at is null
                    where c.agency_id = ? and c.happened_on between ? and ?
                      and not exists (select from people.cancellation x where x.concern_id = c.id)
                      and not exists (select from people.relationship r
                                      where r.record_id = p.record_id and r.other_id = c.record_id
                                        and r.relation in ('STRANGER', 'ACQUAINTANCE'))
                    group by s.person_id
                    having count(distinct c.id) >= 2 and count(distinct v.person_id) >= 2
                       and (select max(b.born_on) from people.source_record b join people.link l on l.record_id = b.id
                            where l.person_id = s.person_id and l.ended_at is null) <= ?) as pool
                """, police, today.minusMonths(36).plusDays(1), today, today.minusYears(16));
        assertThat(counted).isPositive();
        assertThat(pool().ranked()).hasSize((int) counted);
    }

    @Test
    void aScoreOpensToItsPartsAndTheEventsBehindThem() {
        Human suspect = Human.born(GROWN);
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(73), "8N");
        recorded.crime(Human.born(GROWN), suspect, today.minusMonths(30), "8Q");
        Scored one = pool().ranked().getFirst();
        assertThat(one.parts().recency()).isCloseTo(90, within(1e-9));
        assertThat(one.parts().frequency()).isCloseTo(10, within(1e-9));
        assertThat(one.parts().gravity()).isCloseTo(100 * Math.log(376) / Math.log(5476), within(1e-9));
        assertThat(one.parts().victims()).isCloseTo(40, within(1e-9));
        var opened = opening.open(officer, one.record(), today, Basis.KNOWN_THEN);
        assertThat(opened.scored())
                .isEqualTo(new Scored(
                        one.record(),
                        one.place(),
                        0,
                        2,
                        1,
                        one.lastOn(),
                        2,
                        375,
                        0,
                        0,
                        GROWN,
                        "",
                        one.parts(),
                        one.score()));
        assertThat(opened.events()).extracting(Event::code).containsExactly("8N", "8Q");
        assertThat(opened.events()).extracting(Event::isRecent).containsExactly(true, false);
        assertThat(partnership().asked("""
                        select cast(o.records as text) from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where e.account_id = ? and e.what = 'matac score'
                        """, officer.account()))
                .singleElement()
                .asString()
                .contains(one.record().toString());
    }

    // ------------------------------------------------------------------------------------------- what was known when

    @Test
    void aPastDayIsReckonedFromWhatWasKnownThen() {
        Human one = Human.born(GROWN);
        Human sameUnderAnotherName = Human.born(GROWN);
        LocalDate then = today.minusDays(100);
        recorded.crime(Human.born(GROWN), one, today.minusDays(200), "8N");
        recorded.crime(
                Human.born(GROWN),
                one,
                today.minusDays(190),
                "8N",
                today.minusDays(190),
                "PARTNER",
                today.minusDays(50),
                "POLICE_EXTRACT");
        recorded.crime(
                Human.born(GROWN),
                one,
                today.minusDays(180),
                "8N",
                today.minusDays(40),
                "PARTNER",
                null,
                "POLICE_EXTRACT");
        recorded.crime(Human.born(GROWN), sameUnderAnotherName, today.minusDays(170), "8N");
        recorded.unite(sameUnderAnotherName, one, today.minusDays(20));
        // Then: the first two. Now: the first, the late one and the one that was linked since; one was taken back.
        assertThat(pool(then, Basis.KNOWN_THEN).ranked())
                .extracting(Scored::events)
                .containsExactly(2);
        assertThat(pool(then, Basis.KNOWN_NOW).ranked())
                .extracting(Scored::events)
                .containsExactly(3);
        assertThat(pool(then, Basis.KNOWN_THEN).ranked().getFirst().lastOn()).isEqualTo(today.minusDays(190));
        assertThat(pool(today.minusDays(45), Basis.KNOWN_THEN).ranked()).isEmpty();
        var asked = pool(then, Basis.KNOWN_THEN).asked();
        assertThat(asked.scale().version()).isOne();
        assertThat(pool(LocalDate.of(2026, 3, 1), Basis.KNOWN_THEN).asked().isBeforeTheScale())
                .isTrue();
    }

    @Test
    void aLaterScaleDoesNotChangeAPastDay() {
        assertThat(partnership().count("select count(*) from matac.scale")).isOne();
        witnessing.witness(officer, Deed.of(Verb.LIST, "test"), _ -> {
            assertThat(new Scales(database).on(LocalDate.of(2026, 11, 1)).version())
                    .isOne();
            assertThat(new Scales(database).on(LocalDate.of(2020, 1, 1)).version())
                    .isOne();
            return true;
        });
    }

    // --------------------------------------------------------------------------------------------------- who counts

    @Test
    void whoseAgeIsNotKnownIsToldApartAndAChildIsCountedOnly() {
        for (LocalDate born : new ArrayList<>(Arrays.asList(null, today.minusYears(15), GROWN))) {
            Human suspect = Human.born(born);
            recorded.crime(Human.born(GROWN), suspect, today.minusDays(20), "8N");
            recorded.crime(Human.born(GROWN), suspect, today.minusDays(30), "8N");
        }
        // Two records of one person that differ about whether they are a child.
        Human two = Human.born(GROWN);
        Human young = new Human(two.id(), today.minusYears(14), "");
        recorded.crime(Human.born(GROWN), two, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), young, today.minusDays(30), "8N");
        var listed = ranking.pool(officer, today, Basis.KNOWN_THEN, Verb.LIST);
        assertThat(listed.ranked().ranked()).hasSize(1);
        assertThat(listed.ranked().in(Place.AGE_UNKNOWN)).hasSize(2);
        assertThat(listed.ranked().in(Place.TOO_YOUNG)).hasSize(1);
        assertThat(listed.named()).hasSize(3).noneMatch(one -> one.place() == Place.TOO_YOUNG);
    }

    @Test
    void strangersAreLeftOutAndThoseWhoseRelationIsNotRecordedCount() {
        Human suspect = Human.born(GROWN);
        recorded.crime(
                Human.born(GROWN),
                suspect,
                today.minusDays(20),
                "8N",
                today.minusDays(20),
                "STRANGER",
                null,
                "POLICE_EXTRACT");
        recorded.crime(
                Human.born(GROWN),
                suspect,
                today.minusDays(30),
                "8N",
                today.minusDays(30),
                "UNKNOWN",
                null,
                "POLICE_EXTRACT");
        recorded.crime(
                Human.born(GROWN),
                suspect,
                today.minusDays(40),
                "no code",
                today.minusDays(40),
                "SIBLING",
                null,
                "POLICE_EXTRACT");
        recorded.withoutSuspect(Human.born(GROWN), today.minusDays(10));
        var found = pool();
        assertThat(found.counted()).isEqualTo(new Ranked.Counted(4, 1, 1, 1, 1));
        assertThat(found.ranked()).extracting(Scored::events, Scored::unweighed).containsExactly(tuple(2, 1));
    }

    @Test
    void nothingThatAMaracWasToldFlowsIn() {
        Human suspect = Human.born(null);
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(30), "8N");
        // The referral names the same person, with a day of birth and one more event.
        recorded.crime(
                Human.born(GROWN),
                new Human(suspect.id(), GROWN, "male"),
                today.minusDays(5),
                "19C",
                today.minusDays(5),
                "PARTNER",
                null,
                "REFERRAL");
        assertThat(pool().ranked()).isEmpty();
        assertThat(pool().in(Place.AGE_UNKNOWN))
                .extracting(Scored::events, Scored::bornOn, Scored::sex)
                .containsExactly(tuple(2, null, ""));
    }

    @Test
    void whoeverIsHarmedTooIsShownSo() {
        Human one = Human.born(GROWN);
        Human other = Human.born(GROWN);
        recorded.crime(other, one, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), one, today.minusDays(30), "8N");
        recorded.crime(one, other, today.minusDays(25), "8N");
        assertThat(pool().ranked()).extracting(Scored::harmed).containsExactly(1);
    }

    @Test
    void victimsAreRepeatOnesAndSuspectsRepeatOrSerial() {
        Human victim = Human.born(GROWN);
        Human one = Human.born(GROWN);
        recorded.crime(victim, one, today.minusDays(20), "8N");
        recorded.crime(victim, one, today.minusDays(30), "8N");
        recorded.withoutSuspect(victim, today.minusDays(40));
        recorded.withoutSuspect(victim, today.minusMonths(13));
        recorded.withoutSuspect(Human.born(GROWN), today.minusDays(40));
        var harmed = ranking.harmedAgain(officer, today, Basis.KNOWN_THEN, Verb.LIST);
        assertThat(harmed.named())
                .extracting(RepeatVictim::events, RepeatVictim::accused, RepeatVictim::withoutSuspect)
                .containsExactly(tuple(3, 1, 1));
        var suspected = ranking.suspectedAgain(officer, today, Basis.KNOWN_THEN, Verb.LIST);
        assertThat(suspected.named()).extracting(Scored::place).containsExactly(Place.REPEAT);
        assertThat(pool().ranked()).isEmpty();
    }

    // ------------------------------------------------------------------------------------------------- who may see it

    @Test
    void anotherForceTheTaskingGroupAndWhoeverIsBarredSeeNothing() {
        Human suspect = Human.born(GROWN);
        var first = recorded.crime(Human.born(GROWN), suspect, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(30), "8N");
        UUID record = pool().ranked().getFirst().record();
        var elsewhere = partnership().viewer(partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC);
        var tasking = partnership().viewer(police, Role.TASKING_MEMBER, Purpose.TASKING);
        var analyst = partnership().viewer(police, Role.ANALYST, Purpose.STATISTICS);
        for (Viewer other : List.of(elsewhere, tasking, analyst)) {
            var seen = ranking.pool(other, today, Basis.KNOWN_THEN, Verb.LIST).ranked();
            assertThat(seen.all()).isEmpty();
            assertThat(seen.counted().events()).isZero();
            assertThat(ranking.harmedAgain(other, today, Basis.KNOWN_THEN, Verb.LIST)
                            .all())
                    .isZero();
            assertThatThrownBy(() -> opening.open(other, record, today, Basis.KNOWN_THEN))
                    .isInstanceOf(Absent.class);
        }
        assertThat(pool().ranked()).hasSize(1);
        // A barrier on the victim of one event takes that event away, and with it the place in the pool.
        partnership().run("""
                insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by)
                values (?, ?, ?, 'DENIED', 'invented', now(), ?)
                """, UUID.randomUUID(), first.victim(), officer.account(), officer.account());
        assertThat(pool().all()).isEmpty();
        assertThat(pool().counted().events()).isOne();
    }

    @Test
    void theTablesOfThisModuleAreClosedToTheTaskingGroup() {
        Human suspect = Human.born(GROWN);
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(30), "8N");
        nominate(officer);
        var tasking = partnership().viewer(police, Role.TASKING_MEMBER, Purpose.TASKING);
        long rows = witnessing.witness(
                tasking,
                Deed.of(Verb.LIST, "test"),
                _ -> database.sql("""
                        select (select count(*) from matac.nomination) + (select count(*) from matac.decision)
                            + (select count(*) from people.concern_then) + (select count(*) from people.together_then)
                        """).query(Long.class).single());
        assertThat(rows).isZero();
        assertThat(partnership().count("select count(*) from access.role_part where role = 'TASKING_MEMBER'"))
                .isZero();
    }

    @Test
    void everyViewIsInTheTrail() {
        ranking.pool(officer, today, Basis.KNOWN_THEN, Verb.LIST);
        ranking.harmedAgain(officer, today, Basis.KNOWN_NOW, Verb.EXPORT);
        assertThat(partnership().deedsOf(officer.account()))
                .contains("LIST matac ranking DONE", "EXPORT repeat victims DONE");
    }

    // ---------------------------------------------------------------------------------------------------- nominations

    private UUID nominate(Viewer viewer) {
        UUID id = Recorded.id();
        UUID record = pool().all().getFirst().record();
        String reference = partnership()
                .asked("select reference from access.record where id = ?", record)
                .getFirst();
        assertThat(nominating.nominate(viewer, id, reference, "Invented reason"))
                .isTrue();
        return id;
    }

    @Test
    void anAgencyNominatesTheChairDecidesAndTheFallIsToldBesideOthers() {
        Human suspect = Human.born(GROWN);
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(30), "8N");
        UUID id = nominate(officer);
        assertThat(nominating.list(officer, Verb.LIST)).singleElement().satisfies(one -> {
            assertThat(one.nomination().waits()).isTrue();
            assertThat(one.score()).isNotNull();
        });
        assertThatThrownBy(() -> nominating.decide(officer, Recorded.id(), id, 0, Outcome.ADOPTED, "SUPPORT", "no"))
                .isInstanceOf(Absent.class);
        var chair = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.CHAIR, Purpose.MARAC);
        UUID decision = Recorded.id();
        for (int press = 0; press < 2; press++) {
            assertThat(nominating.decide(chair, decision, id, 0, Outcome.ADOPTED, "DISRUPTION", "agreed"))
                    .as("sent twice, it is decided once")
                    .isTrue();
        }
        assertThat(nominating.decide(chair, decision, id, 0, Outcome.NOT_ADOPTED, null, "other words"))
                .as("something else under the same id")
                .isFalse();
        assertThat(partnership().count("select count(*) from matac.decision where nomination_id = ?", id))
                .isEqualTo(1);
        assertThat(nominating.decide(chair, Recorded.id(), id, 0, Outcome.NOT_ADOPTED, null, "late"))
                .isFalse();
        assertThatThrownBy(() -> nominating.decide(chair, Recorded.id(), id, 1, Outcome.NOT_ADOPTED, null, "no"))
                .isInstanceOf(Absent.class);
        assertThat(nominating.list(officer, Verb.LIST)).singleElement().satisfies(one -> {
            assertThat(one.nomination().isAdopted()).isTrue();
            assertThat(one.fall()).isCloseTo(0, within(1e-9));
        });
        assertThat(nominating.decide(chair, Recorded.id(), id, 1, Outcome.ENDED, null, "over"))
                .isTrue();
    }

    @Test
    void whomOneMayNotSeeCannotBeNominatedAndIsAsUnknownAsAnybody() {
        Human suspect = Human.born(GROWN);
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(20), "8N");
        recorded.crime(Human.born(GROWN), suspect, today.minusDays(30), "8N");
        String reference = partnership()
                .asked(
                        "select reference from access.record where id = ?",
                        pool().ranked().getFirst().record())
                .getFirst();
        var elsewhere = partnership().viewer(partnership().agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(nominating.nominate(elsewhere, Recorded.id(), reference, "Invented"))
                .isFalse();
        assertThat(nominating.nominate(elsewhere, Recorded.id(), "PERSON-2026-XXXXXX", "Invented"))
                .isFalse();
    }

    // ------------------------------------------------------------------------------------------------------- fairness

    @Test
    void smallGroupsAreHiddenAndNoneCanBeWorkedOut() {
        var random = new Random(7);
        for (int at = 0; at < 24; at++) {
            Human suspect = new Human(
                    UUID.randomUUID(),
                    LocalDate.of(at < 12 ? 1990 : at < 21 ? 1975 : 2005, 1, 1).plusDays(7L * at),
                    at < 20 ? "male" : "");
            recorded.crime(Human.born(GROWN), suspect, today.minusDays(random.nextInt(700)), "8N");
            recorded.crime(Human.born(GROWN), suspect, today.minusDays(random.nextInt(700)), "8N");
        }
        Fairness found = Fairness.of(pool());
        assertThat(found.pool()).isEqualTo(24);
        assertThat(found.first()).isBetween(6, 8);
        Map<Fairness.Dimension, List<Fairness.Group>> by =
                found.groups().stream().collect(Collectors.groupingBy(Fairness.Group::dimension));
        // Three are hidden as too few, and the next smallest with them.
        assertThat(by.get(Fairness.Dimension.AGE))
                .extracting(Fairness.Group::name, Fairness.Group::pool)
                .containsExactlyInAnyOrder(tuple("18-24", null), tuple("35-44", 12), tuple("45-54", null));
        assertThat(by.get(Fairness.Dimension.SEX))
                .allSatisfy(one -> assertThat(one.pool()).isNull());
        assertThat(by.get(Fairness.Dimension.ETHNICITY))
                .singleElement()
                .extracting(Fairness.Group::name, Fairness.Group::pool)
                .containsExactly("", 24);
    }
}
