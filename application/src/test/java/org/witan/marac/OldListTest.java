package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.OldList.Line;
import org.witan.marac.OldList.State;
import org.witan.marac.Withdrawal.Outcome;
import org.witan.marac.Withdrawal.Reason;
import org.witan.marac.oldlist.Column;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.site.Days;

/// An old list is taken as history: it feeds repeats and flags, and nothing else.
class OldListTest extends AConference {
    @Autowired
    private TakingOldLists taking;

    @Autowired
    private Flagging flagging;

    @Autowired
    private Returning returning;

    @Autowired
    private TriageQueue queue;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Withdrawing withdrawing;

    private byte[] list(String... rows) {
        return ("Victim,Victim DOB,Perpetrator,Perp DOB,Children,Date of referral,Meeting date,Agency,Repeat,Outcome,Note\n"
                        + String.join("\n", rows))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String row(String harmer, LocalDate referred, LocalDate met) {
        return "Katherine %s,%s,%s %s%s,%s,2,%s,%s,Invented Trust,Yes,Target hardening,kept as said"
                .formatted(
                        family,
                        Days.typed(born),
                        harmer,
                        harmer.toLowerCase(Locale.ROOT),
                        family,
                        Days.typed(born.minusDays(1000)),
                        Days.typed(referred),
                        Days.typed(met));
    }

    private UUID confirmed(byte[] file) {
        UUID list = taking.bring(coordinator, file);
        OldList read = taking.read(coordinator, list);
        taking.confirm(coordinator, list, board, read.columns(), read.version());
        return list;
    }

    private List<Line> lines(UUID list) {
        return taking.lines(coordinator, list, 0, 100);
    }

    private UUID takenOne(String harmer, LocalDate referred, LocalDate met) {
        UUID list = confirmed(list(row(harmer, referred, met)));
        assertThat(taking.take(coordinator, list)).isEqualTo(1);
        return Objects.requireNonNull(lines(list).getFirst().referral());
    }

    @Test
    void aReferralOfTodayIsARepeatOfOneInTheOldListAndItsDatesAreThoseOfThen() {
        LocalDate then = today.minusDays(100);
        UUID old = takenOne("Wolf", then, then.plusDays(10));
        UUID now = referred("Wolf", 0);
        Repeat repeat = reading.read(coordinator, now).repeat().orElseThrow();
        assertThat(repeat.earlier()).isEqualTo(old);
        assertThat(repeat.referredOn()).isEqualTo(then);
        assertThat(repeat.metOn()).isEqualTo(then.plusDays(10));
        assertThat(repeat.until()).isEqualTo(then.plusMonths(12));
        assertThat(repeat.sameHarmers()).isEqualTo(Repeat.SameHarmers.ALL);
    }

    @Test
    void whatWasReferredHereBeforeTheListCameIsARepeatOfItToo() {
        UUID now = referred("Wolf", 2);
        UUID old = takenOne("Wolf", today.minusDays(60), today.minusDays(50));
        assertThat(reading.read(coordinator, now).repeat().orElseThrow().earlier())
                .isEqualTo(old);
        UUID longAgo = takenOne("Wolf", today.minusMonths(14), today.minusMonths(13));
        assertThat(reading.read(coordinator, old).earlier())
                .extracting(Repeat::earlier)
                .containsExactly(longAgo);
        assertThat(reading.read(coordinator, old).repeat()).isEmpty();
    }

    @Test
    void allThatTheRowSaidIsInTheReferralAndNothingIsMadeUp() {
        UUID old = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        Referral read = reading.read(coordinator, old);
        assertThat(read.about(Topic.OLD_REFERRER).orElseThrow().words()).isEqualTo("Invented Trust");
        assertThat(read.about(Topic.OLD_REPEAT).orElseThrow().words()).isEqualTo("Yes");
        assertThat(read.about(Topic.OLD_OUTCOME).orElseThrow().words()).isEqualTo("Target hardening");
        assertThat(read.about(Topic.OLD_CHILDREN).orElseThrow().words()).isEqualTo("2");
        assertThat(read.about(Topic.OLD_ROW).orElseThrow().words()).contains("Note: kept as said");
        assertThat(read.grounds()).isEmpty();
        assertThat(read.sharing()).isEmpty();
        assertThat(read.persons()).hasSize(2);
        assertThat(partnership().count("select count(*) from marac.old_row where record_id = ? and cells = '[]'", old))
                .isEqualTo(1);
    }

    @Test
    void historyWaitsForNobodyAndNobodyDecidesAboutIt() {
        UUID old = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        assertThat(partnership().count("select count(*) from marac.waiting where record_id = ?", old))
                .isZero();
        assertThat(queue.read(coordinator).referrals())
                .noneMatch(one -> one.referral().equals(old));
        assertThatThrownBy(() -> triaging.decide(
                        coordinator, old, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented"))
                .isInstanceOf(Refused.class);
        Viewer idva = partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC);
        assertThatThrownBy(() -> reading.read(idva, old)).isInstanceOf(Absent.class);
    }

    @Test
    void agenciesOfTheBoardFlagACaseWhoseWindowIsOpenAndSeeNoOther() {
        UUID live = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        UUID lapsed = takenOne("Fox", today.minusMonths(20), today.minusMonths(19));
        assertThat(flagging.list(police, Verb.LIST))
                .extracting(FlaggedCase::referral)
                .contains(live)
                .doesNotContain(lapsed);
        assertThat(reading.read(police, live).parts()).isNotEmpty();
        assertThatThrownBy(() -> reading.read(police, lapsed)).isInstanceOf(Absent.class);
        assertThat(reading.read(coordinator, lapsed).reference()).isNotEmpty();
    }

    @Test
    void theReturnDoesNotCountItAndCountsWhatRepeatsIt() {
        UUID old = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        UUID now = heard("Wolf", 20, 10);
        assertThat(counted(ReturnCell.CASES)).contains(now).doesNotContain(old);
        assertThat(counted(ReturnCell.REPEATS)).contains(now);
    }

    /// The referrals that a number of the return counts.
    private List<UUID> counted(ReturnCell cell) {
        var number = new CountedCases.Behind(cell, today.minusDays(200), today);
        int pages = returning.behind(coordinator, number, 1).pages();
        return IntStream.rangeClosed(1, pages)
                .mapToObj(page -> returning.behind(coordinator, number, page))
                .flatMap(found -> found.cases().stream())
                .filter(one -> one.number() > 0)
                .map(CountedCases.Case::referral)
                .toList();
    }

    @Test
    void theSameFileIsTheSameListAndTheSameRowInALongerListIsTakenOnce() {
        String one = row("Wolf", today.minusDays(100), today.minusDays(90));
        String other = row("Fox", today.minusDays(80), today.minusDays(70));
        UUID first = confirmed(list(one));
        taking.take(coordinator, first);
        assertThat(taking.bring(coordinator, list(one))).isEqualTo(first);
        assertThat(taking.take(coordinator, first)).isZero();
        UUID longer = confirmed(list(one.replace("Target hardening", "Other words"), other, other));
        assertThat(lines(longer)).extracting(Line::state).containsExactly(State.BEFORE, State.WAITS, State.BEFORE);
        assertThat(taking.take(coordinator, longer)).isEqualTo(1);
        taking.empty(coordinator, longer);
        assertThat(lines(longer)).isEmpty();
        assertThat(taking.read(coordinator, longer).taken()).isEqualTo(1);
        UUID again = taking.bring(coordinator, list(one.replace("Target hardening", "Other words"), other, other));
        assertThat(again).isEqualTo(longer);
        assertThat(lines(again)).extracting(Line::state).containsOnly(State.BEFORE);
    }

    @Test
    void aRowThatCannotBeTakenSaysWhyAndTheOthersAreTaken() {
        UUID list = confirmed(list(
                row("Wolf", today.minusDays(100), today.minusDays(90)),
                "Nobody's day," + Days.typed(born) + ",Fox,,,soon,,,,,",
                ",,Fox,,,1/1/2025,,,,,",
                row("Fox", today.minusDays(90), today.minusDays(100))));
        assertThat(lines(list))
                .extracting(line -> line.state() + " " + line.why())
                .containsExactly(
                        "WAITS ", "REFUSED UNREADABLE_DAY", "REFUSED NOBODY", "REFUSED MEETING_BEFORE_REFERRAL");
        assertThat(taking.take(coordinator, list)).isEqualTo(1);
    }

    @Test
    void aCaseThatWhoeverImportsMayNotSeeIsBeforeAsAnyOtherAndTheRowsAfterItAreTaken() {
        String one = row("Wolf", today.minusDays(100), today.minusDays(90));
        String other = row("Fox", today.minusDays(80), today.minusDays(70));
        UUID hidden = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        hidden,
                        coordinator.account(),
                        police.account());
        assertThatThrownBy(() -> reading.read(coordinator, hidden)).isInstanceOf(Absent.class);
        UUID list = confirmed(list(one, other));
        assertThat(lines(list)).extracting(Line::state).containsExactly(State.BEFORE, State.WAITS);
        assertThat(taking.take(coordinator, list)).isEqualTo(1);
        assertThat(lines(list)).extracting(Line::state).containsExactly(State.BEFORE, State.TAKEN);
    }

    @Test
    void ofOneCaseInTwoListsThatAreTakenAtOnceOneIsTakenAndNoRowIsLeft() throws Exception {
        String one = row("Wolf", today.minusDays(100), today.minusDays(90));
        UUID first = confirmed(list(one, row("Fox", today.minusDays(80), today.minusDays(70))));
        UUID second = confirmed(list(one, row("Bear", today.minusDays(60), today.minusDays(50))));
        int taken = 0;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : all.invokeAll(List.<Callable<Integer>>of(
                    () -> taking.take(coordinator, first), () -> taking.take(coordinator, second)))) {
                taken += each.get();
            }
        }
        assertThat(taken).isEqualTo(3);
        assertThat(taking.read(coordinator, first).waiting()).isZero();
        assertThat(taking.read(coordinator, second).waiting()).isZero();
    }

    @Test
    void whomACellDoesNotNameForSureIsNobodyAndCountsAsARepeat() {
        UUID list = confirmed(list(row("Wolf aka Volk", today.minusDays(100), today.minusDays(90))));
        assertThat(taking.take(coordinator, list)).isEqualTo(1);
        UUID old = Objects.requireNonNull(lines(list).getFirst().referral());
        assertThat(reading.read(coordinator, old).persons()).hasSize(1);
        assertThat(reading.read(coordinator, old)
                        .about(Topic.OLD_ROW)
                        .orElseThrow()
                        .words())
                .contains("Wolf aka Volk");
        Repeat repeat = reading.read(coordinator, referred("Wolf", 0)).repeat().orElseThrow();
        assertThat(repeat.earlier()).isEqualTo(old);
        assertThat(repeat.sameHarmers()).isEqualTo(Repeat.SameHarmers.UNKNOWN);
    }

    @Test
    void historyIsWithdrawnOnlyAsAMistakeAndNeverWaits() {
        UUID heard = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        assertThatThrownBy(() -> withdrawing.ask(coordinator, UUID.randomUUID(), heard, Reason.WRONG_PERSON, "no"))
                .as("it was heard")
                .isInstanceOf(Refused.class)
                .hasMessage("marac.refused.withdrawal.heard");
        UUID list = confirmed(list(
                row("Fox", today.minusDays(60), today.minusDays(50)).replace(Days.typed(today.minusDays(50)), "")));
        taking.take(coordinator, list);
        UUID unheard = Objects.requireNonNull(lines(list).getFirst().referral());
        assertThatThrownBy(() -> withdrawing.ask(coordinator, UUID.randomUUID(), unheard, Reason.VICTIM_ASKS, "no"))
                .isInstanceOf(Refused.class)
                .hasMessage("marac.refused.withdrawal.history");
        UUID withdrawal = UUID.randomUUID();
        withdrawing.ask(coordinator, withdrawal, unheard, Reason.WRONG_PERSON, "Invented: another row");
        withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", Enum::name);
        triaging.undo(
                coordinator,
                unheard,
                reading.read(coordinator, unheard).decision().orElseThrow().id());
        assertThat(partnership().count("select count(*) from marac.waiting where record_id = ?", unheard))
                .isZero();
        assertThat(queue.read(coordinator).referrals())
                .noneMatch(one -> one.referral().equals(unheard));
    }

    @Test
    void whatHappenedInAWindowThatHasEndedIsFoundToo() {
        happened(today.minusMonths(15));
        UUID old = takenOne("Wolf", today.minusMonths(20), today.minusMonths(19));
        assertThat(queue.read(coordinator).incidents())
                .anyMatch(one -> one.referral().equals(old));
    }

    @Test
    void whatHappenedSinceToTheSamePersonsIsFoundWhenTheListComes() {
        happened(today.minusDays(5));
        UUID old = takenOne("Wolf", today.minusDays(100), today.minusDays(90));
        assertThat(queue.read(coordinator).incidents())
                .anyMatch(one -> one.referral().equals(old));
    }

    private void happened(LocalDate day) {
        receiving.receive(
                police,
                Given.of(
                                Source.POLICE_EXTRACT,
                                GivenPerson.of(Standing.VICTIM, new Name("Katherine", family), Days.typed(born)),
                                GivenPerson.of(
                                        Standing.PERPETRATOR,
                                        new Name("Wolf", "wolf" + family),
                                        Days.typed(born.minusDays(1000))))
                        .with(new GivenConcern("I" + family, day, "", "Invented: he came back")));
    }

    @Test
    void onlyACoordinatorOfTheAgencyFindsTheListAndAStaleTabKeepsNothing() {
        UUID list = taking.bring(coordinator, list(row("Wolf", today.minusDays(100), today.minusDays(90))));
        Viewer elsewhere = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        assertThatThrownBy(() -> taking.read(elsewhere, list)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> taking.read(police, list)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> taking.bring(police, list("x,y,z"))).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> taking.take(coordinator, list)).isInstanceOf(Refused.class);
        List<Column> columns = taking.read(coordinator, list).columns();
        taking.confirm(coordinator, list, board, columns, 0);
        assertThatThrownBy(() -> taking.confirm(coordinator, list, board, columns, 0))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> taking.confirm(coordinator, list, UUID.randomUUID(), columns, 1))
                .isInstanceOf(Absent.class);
    }
}
