package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;

/// The return by the use cases: who may count, what is withheld from whom, and what cases are held against.
class ReturningTest extends AConference {
    @Autowired
    private Returning returning;

    @Autowired
    private KeepingDistricts districts;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Emergencies emergencies;

    private ComparedReturn year(Viewer viewer) {
        return returning.read(viewer, Verb.READ, today.minusYears(1), today.minusDays(1));
    }

    /// Of the board of this test: whoever coordinates counts all boards of the partnership.
    private DataReturn.Counts counted(Viewer viewer) {
        DataReturn all = year(viewer).counted();
        return all.of(all.rows().stream()
                        .filter(row -> row.boardId().equals(board))
                        .map(DataReturn.Row::meeting)
                        .collect(Collectors.toSet()))
                .all();
    }

    private void bar(UUID record) {
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        record,
                        coordinator.account(),
                        coordinator.account());
    }

    @Test
    void aCaseThatIsHeardIsCountedAtOnceForWhoeverCoordinatesAndForNobodyElse() {
        assertThat(counted(coordinator).number(ReturnCell.CASES)).isZero();
        UUID referral = heard("Borisav", 40, 30);
        DataReturn.Counts counted = counted(coordinator);
        assertThat(counted.number(ReturnCell.CASES)).isOne();
        assertThat(counted.number(ReturnCell.FROM_SECONDARY_CARE)).isOne();
        assertThat(counted.number(ReturnCell.FROM_PARTNERS)).isOne();
        assertThat(counted.number(ReturnCell.CHILDREN)).isOne();
        assertThat(counted.of(ReturnCell.DISABILITY)).isEqualTo(new DataReturn.Count(0, 1));
        assertThat(counted(police).number(ReturnCell.CASES)).isZero();
        var number = new CountedCases.Behind(ReturnCell.CHILDREN, today.minusYears(1), today);
        UUID meeting = UUID.fromString(partnership()
                .asked("select meeting_id from meeting.item where record_id = ?", referral)
                .getFirst());
        assertThat(returning
                        .behind(coordinator, meeting, ReturnCell.CHILDREN, 1)
                        .orElseThrow()
                        .cases()
                        .cases())
                .extracting(CountedCases.Case::referral)
                .containsExactly(referral);
        assertThat(returning.behind(police, meeting, ReturnCell.CHILDREN, 1)).isEmpty();
        assertThat(returning.behind(police, number, 1).cases()).isEmpty();
        assertThat(year(coordinator).women()).as("this board has no districts").isNull();
    }

    @Test
    void whatIsWithheldFromWhoeverCoordinatesIsNotCountedAndItsRepeatTellsNothingOfIt() {
        UUID first = heard("Borisav", 40, 30);
        UUID again = heard("Borisav", 5, 2);
        assertThat(counted(coordinator).number(ReturnCell.CASES)).isEqualTo(2);
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isOne();
        String digest = year(coordinator).counted().digest();
        bar(first);
        assertThat(counted(coordinator).number(ReturnCell.CASES)).isOne();
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isZero();
        assertThat(year(coordinator).counted().digest()).isNotEqualTo(digest);
        bar(again);
        assertThat(counted(coordinator).number(ReturnCell.CASES)).isZero();
    }

    @Test
    void aDecisionThatIsUndoneAfterTheCaseWasHeardIsNoRepeat() {
        heard("Borisav", 40, 30);
        UUID again = heard("Borisav", 5, 2);
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isOne();
        partnership()
                .run("update marac.triage set undone_at = now(), undone_by = decided_by where record_id = ?", again);
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isZero();
        assertThat(counted(coordinator).number(ReturnCell.CASES)).isEqualTo(2);
    }

    @Test
    void whatRepeatsAReferralThatWasSentTwiceIsNoRepeat() {
        UUID twin = referred("Borisav", 6);
        heard("Borisav", 5, 2);
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isOne();
        UUID withdrawal = UUID.randomUUID();
        withdrawing.ask(nurse, withdrawal, twin, Withdrawal.Reason.SENT_TWICE, "Invented: sent twice");
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isOne();
        withdrawing.decide(coordinator, withdrawal, Withdrawal.Outcome.WITHDRAWN, "", reason -> "Kind: " + reason);
        assertThat(counted(coordinator).number(ReturnCell.REPEATS)).isZero();
        partnership()
                .run("update marac.triage set undone_at = now(), undone_by = decided_by where record_id = ?", twin);
        assertThat(counted(coordinator).number(ReturnCell.REPEATS))
                .as("the withdrawal was undone")
                .isOne();
    }

    @Test
    void whatIsNotOverIsHeldAgainstNothing() {
        heard("Borisav", 40, 30);
        ComparedReturn now =
                returning.read(coordinator, Verb.READ, today.minusYears(1).plusDays(1), today);
        assertThat(now.isOver()).isFalse();
        assertThat(now.isOfAYear()).isTrue();
        assertThat(now.perTenThousand()).isEmpty();
        assertThat(now.change()).isEmpty();
        assertThat(year(coordinator).isOver()).isTrue();
    }

    @Test
    void anEmergencyMeetingIsCountedAndKnownAsOne() {
        UUID referral = referred("Borisav", 9);
        triaging.decide(coordinator, referral, TriageOutcome.EMERGENCY, Ground.PROFESSIONAL_JUDGEMENT, "", _ -> "why");
        UUID meeting = UUID.randomUUID();
        Instant at = today.minusDays(5).atTime(10, 0).atZone(HERE).toInstant();
        emergencies.call(coordinator, meeting, referral, board, at, "Invented Hall");
        conferring.heard(coordinator, meeting, item(meeting, referral));
        assertThat(year(coordinator).counted().rows())
                .filteredOn(row -> row.meeting().equals(meeting))
                .singleElement()
                .matches(DataReturn.Row::coreOnly)
                .matches(row -> !row.leaves());
    }

    @Test
    void casesAreHeldAgainstTheWomenOfTheDistrictsThatSomebodyChose() {
        heard("Borisav", 40, 30);
        var read = districts.read(coordinator, List.of("stafford", "E07000196", "Inventown"));
        assertThat(read.unknown()).containsExactly("Inventown");
        assertThat(read.districts())
                .extracting(KeepingDistricts.District::name)
                .containsExactly("Stafford", "South Staffordshire");
        districts
                .list(coordinator)
                .forEach(one -> districts.set(
                        coordinator,
                        one.board(),
                        read.districts().subList(0, one.board().equals(board) ? 2 : 1)));
        ComparedReturn compared = year(coordinator);
        assertThat(compared.women()).as("each district once").isEqualTo(57_377 + 46_505);
        assertThat(compared.perTenThousand())
                .hasValue(10_000.0 * compared.counted().all().number(ReturnCell.CASES) / (57_377 + 46_505));
        assertThatThrownBy(() -> districts.set(police, board, List.of())).isInstanceOf(Absent.class);
    }
}
