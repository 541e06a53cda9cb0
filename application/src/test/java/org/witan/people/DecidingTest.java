package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Witnessing;
import org.witan.people.Suggestion.Choice;

/// What the coordinator decides about two records, and how it is taken back.
class DecidingTest extends RunningApplication {
    @Autowired
    private Receiving receiving;

    @Autowired
    private ReadingPersons reading;

    @Autowired
    private ReviewingMatches reviewing;

    @Autowired
    private UndoingLinks undoing;

    @Autowired
    private ForbiddingLinks forbidding;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Records records;

    private Neighbourhood here;

    @BeforeEach
    void invent() {
        here = new Neighbourhood(partnership(), receiving);
    }

    @Test
    void aSuggestionIsLinkedAndTheLinkIsUndoneWithEverythingPutBack() {
        UUID one = here.give(here.nurse, here.victim().hidden());
        UUID other = here.give(here.officer, here.victim());
        UUID suggestion = here.suggestion(one, other);
        assertThat(reviewing.decide(here.coordinator, suggestion, Choice.LINK, "invented"))
                .isEqualTo(new Decided.Done());
        assertThat(reviewing.decide(here.coordinator, suggestion, Choice.LINK, "twice"))
                .isEqualTo(new Decided.Done());
        assertThat(reviewing.decide(here.coordinator, suggestion, Choice.APART, "late"))
                .isEqualTo(new Decided.DecidedBefore());
        assertThat(here.together(one, other)).isTrue();

        UUID link = reading.read(here.coordinator, one).links().getFirst().id();
        assertThatThrownBy(() -> undoing.undo(here.officer, link, "not theirs")).isInstanceOf(Absent.class);
        assertThat(undoing.undo(here.coordinator, link, "two people")).isTrue();
        assertThat(undoing.undo(here.coordinator, link, "again")).isFalse();
        assertThat(here.together(one, other)).isFalse();
        assertThat(reading.read(here.coordinator, one).records()).hasSize(1);
        assertThat(reading.read(here.coordinator, one).links()).singleElement().matches(ended -> !ended.holds());
        assertThat(forbidding.of(here.coordinator, one)).hasSize(1);
    }

    @Test
    void unsureWaitsOn() {
        UUID one = here.give(here.nurse, here.victim().hidden());
        UUID suggestion = here.suggestion(one, here.give(here.officer, here.victim()));
        assertThat(reviewing.decide(here.coordinator, suggestion, Choice.UNSURE, "ask"))
                .isEqualTo(new Decided.Done());
        assertThat(reviewing.waiting(here.coordinator, 100_000))
                .extracting(Suggestion::id)
                .contains(suggestion);
        assertThat(reviewing.decide(here.coordinator, suggestion, Choice.APART, "asked"))
                .isEqualTo(new Decided.Done());
        assertThat(reviewing.waiting(here.coordinator, 100_000))
                .extracting(Suggestion::id)
                .doesNotContain(suggestion);
    }

    @Test
    void twoWhoAreApartAreNotJoinedByAThird() {
        UUID one = here.give(here.officer, here.victim());
        UUID other = here.give(here.nurse, here.victim());
        undoing.undo(here.coordinator, here.linkBetween(one, other), "two people");
        UUID third = here.give(here.officer, here.victim());
        assertThat(here.together(one, other)).isFalse();
        assertThat(here.together(third, one) && here.together(third, other)).isFalse();
        assertThat(reviewing.link(here.coordinator, one, third)).isInstanceOf(Decided.class);
        assertThat(reviewing.link(here.coordinator, other, third)).isEqualTo(new Decided.KeptApart());
        assertThat(here.together(one, other)).isFalse();
        forbidding.of(here.coordinator, one).forEach(apart -> forbidding.lift(here.coordinator, apart.id()));
        assertThat(reviewing.link(here.coordinator, other, third)).isEqualTo(new Decided.Done());
        assertThat(here.together(one, other)).isTrue();
    }

    @Test
    void linkedRecordsAreNotForbiddenBeforeTheLinkIsUndone() {
        UUID one = here.give(here.officer, here.victim());
        UUID other = here.give(here.nurse, here.victim());
        assertThat(forbidding.forbid(here.coordinator, one, other, "no")).isEqualTo(new Decided.Linked());
        UUID stranger = here.give(here.nurse, here.person(Standing.OTHER, "Grace", "1955-05-05"));
        assertThat(forbidding.forbid(here.coordinator, stranger, other, "no")).isEqualTo(new Decided.Done());
        assertThat(reviewing.link(here.coordinator, one, stranger)).isEqualTo(new Decided.KeptApart());
        assertThatThrownBy(() -> forbidding.forbid(here.officer, one, stranger, "no"))
                .isInstanceOf(Absent.class);
    }

    @Test
    void undoingInTheMiddlePartsAPersonWhereItsOtherLinksHold() {
        UUID a = here.give(here.officer, here.person(Standing.VICTIM, "Anna", "1950-01-01"));
        UUID b = here.give(here.nurse, here.person(Standing.VICTIM, "Bertha", "1960-02-02"));
        UUID c = here.give(here.officer, here.person(Standing.VICTIM, "Carla", "1970-03-03"));
        UUID d = here.give(here.nurse, here.person(Standing.VICTIM, "Dora", "1980-04-04"));
        for (List<UUID> pair : List.of(List.of(a, b), List.of(c, d), List.of(b, c))) {
            assertThat(reviewing.link(here.coordinator, pair.get(0), pair.get(1)))
                    .isEqualTo(new Decided.Done());
        }
        assertThat(here.together(a, d)).isTrue();
        undoing.undo(here.coordinator, here.linkBetween(a, b), "no");
        assertThat(here.together(a, b)).isFalse();
        assertThat(List.of(here.together(b, c), here.together(c, d), here.together(b, d)))
                .containsOnly(true);
        undoing.undo(here.coordinator, here.linkBetween(b, c), "no");
        assertThat(here.together(c, d)).isTrue();
        assertThat(here.together(b, c)).isFalse();
        assertThat(here.partnership.count(
                        "select count(*) from people.link where ended_at is null and record_id in (?, ?, ?, ?)",
                        a,
                        b,
                        c,
                        d))
                .isEqualTo(4);
    }

    @Test
    void aBarrierOnOneRecordHoldsForTheLinkedOnesAndTheCasesAboutThem() {
        UUID one = here.give(here.officer, here.victim());
        UUID aboutOne = caseAbout(one, here.officer.agency());
        UUID other = here.give(here.nurse, here.victim());
        assertThat(here.together(one, other)).isTrue();
        here.bar(other, here.officer);
        UUID later = caseAbout(one, here.officer.agency());
        assertThat(visible(one)).as("the officer's own record").isFalse();
        assertThat(visible(aboutOne)).isFalse();
        assertThat(visible(later)).as("a case that came after the barrier").isFalse();
        assertThat(reading.read(here.otherOfficer, one).records())
                .as("a colleague")
                .hasSize(1);

        undoing.undo(here.coordinator, here.linkBetween(one, other), "two people");
        assertThat(visible(one)).isTrue();
        assertThat(visible(aboutOne)).isTrue();
        assertThat(visible(later)).isTrue();
    }

    @Test
    void aBarrierThatWasThereBeforeTheLinkReachesWhatIsLinked() {
        UUID one = here.give(here.officer, here.victim());
        UUID aboutOne = caseAbout(one, here.officer.agency());
        UUID other = here.give(here.nurse, here.victim().hidden());
        here.bar(other, here.officer);
        assertThat(visible(aboutOne)).isTrue();
        assertThat(reviewing.decide(here.coordinator, here.suggestion(one, other), Choice.LINK, ""))
                .isEqualTo(new Decided.Done());
        assertThat(visible(one)).isFalse();
        assertThat(visible(aboutOne)).isFalse();
    }

    @Test
    void aLinkOpensNothing() {
        UUID one = here.give(here.officer, here.victim());
        UUID other = here.give(here.nurse, here.victim());
        UUID aboutOther = caseAbout(other, here.nurse.agency());
        assertThat(here.together(one, other)).isTrue();
        assertThat(visible(other)).isFalse();
        assertThat(visible(aboutOther)).isFalse();
        assertThat(visible(one)).isTrue();
    }

    @Test
    void linkingAndABarrierAtOnceMissNothing() {
        UUID one = here.give(here.officer, here.victim());
        UUID other = here.give(here.nurse, here.victim().hidden());
        UUID suggestion = here.suggestion(one, other);
        var both = List.of(
                CompletableFuture.runAsync(() -> reviewing.decide(here.coordinator, suggestion, Choice.LINK, "")),
                CompletableFuture.runAsync(() -> here.bar(other, here.officer)),
                CompletableFuture.runAsync(() -> caseAbout(one, here.officer.agency())));
        both.forEach(CompletableFuture::join);
        assertThat(visible(one)).isFalse();
        assertThat(here.partnership.asked(
                        "select record_id from access.about a where person_id = ? and not exists "
                                + "(select from access.closed c where c.record_id = a.record_id)",
                        one))
                .isEmpty();
    }

    @Test
    void threeEventsBetweenTwoPeopleInAYearAreAnEscalationWhoeverGaveThem() {
        UUID victim = here.give(here.officer, here.harm(here.victim(), here.perpetrator(), 300))
                .records()
                .getFirst();
        here.give(here.nurse, here.harm(here.victim(), here.perpetrator(), 30));
        here.give(here.officer, here.harm(here.victim(), here.perpetrator(), 500));
        var last = here.give(here.nurse, here.harm(here.victim(), here.perpetrator(), 2));
        UUID perpetrator = last.records().get(1);
        Escalation seen = escalations.between(here.coordinator, victim, perpetrator);
        assertThat(seen.events()).hasSize(3);
        assertThat(seen.isReached()).isTrue();
        assertThat(escalations
                        .between(here.nurse, last.records().getFirst(), perpetrator)
                        .events())
                .as("what the nurse's agency gave")
                .hasSize(2);
        assertThatThrownBy(() -> escalations.between(here.nurse, victim, perpetrator))
                .isInstanceOf(Absent.class);
    }

    @Test
    void manyWhoDecideAtOnceDoItOnce() {
        UUID one = here.give(here.nurse, here.victim().hidden());
        UUID suggestion = here.suggestion(one, here.give(here.officer, here.victim()));
        var all = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> reviewing.decide(
                        here.coordinator, suggestion, number % 2 == 0 ? Choice.LINK : Choice.APART, "")))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join))
                .containsOnly(new Decided.Done(), new Decided.DecidedBefore());
    }

    private UUID caseAbout(UUID person, UUID agency) {
        UUID record = here.partnership.record(RecordKind.CASE, agency);
        here.partnership.run(
                "insert into access.about (record_id, person_id, since_at) values (?, ?, now())", record, person);
        return record;
    }

    private boolean visible(UUID record) {
        return witnessing
                .witness(here.officer, Deed.of(Verb.READ, "record"), _ -> records.find(record))
                .isPresent();
    }
}
