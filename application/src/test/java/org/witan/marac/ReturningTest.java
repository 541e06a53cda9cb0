package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private ComparedReturn year(Viewer viewer) {
        return returning.read(viewer, Verb.READ, today.minusYears(1).plusDays(1), today);
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
