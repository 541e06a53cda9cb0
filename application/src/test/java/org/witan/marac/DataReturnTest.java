package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.DataReturn.Counts;
import org.witan.statistics.comparison.LinkedTable;

/// The numbers of the return, what they are held against, and what of them leaves.
class DataReturnTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final UUID BOARD = UUID.randomUUID();
    private static final Random CHANCE = new Random(2026);

    private static DataReturn.Row row(UUID board, LocalDate day, int cases) {
        int police = share(cases, 0.65);
        int idva = share(cases - police, 0.5);
        return new DataReturn.Row(
                UUID.randomUUID(), board, "Invented MARAC", day, false, Counts.of(cell -> switch (cell) {
                    case CASES -> new Count(cases, 0);
                    case REPEATS -> new Count(share(cases, 0.3), 0);
                    case CHILDREN -> new Count(cases + 2, 0);
                    case FROM_POLICE -> new Count(police, 0);
                    case FROM_PARTNERS -> new Count(cases - police, 0);
                    case FROM_IDVA -> new Count(idva, 0);
                    case FROM_HOUSING -> new Count(cases - police - idva, 0);
                    case MINORITISED, DISABILITY, LGBT, MALE, AGED_16_17 -> {
                        int unknown = share(cases, 0.1);
                        yield new Count(share(cases - unknown, 0.1), unknown);
                    }
                    case HARMERS_UNDER_18 -> new Count(share(cases, 0.05), share(cases, 0.2));
                    default -> new Count(0, 0);
                }));
    }

    private static int share(int of, double chance) {
        return (int) CHANCE.doubles(of).filter(one -> one < chance).count();
    }

    private static DataReturn year(LocalDate first, UUID board, int meetings, int cases) {
        return new DataReturn(
                first,
                first.plusYears(1).minusDays(1),
                IntStream.range(0, meetings)
                        .mapToObj(one -> row(board, first.plusDays(one * 365L / meetings), cases))
                        .toList(),
                "");
    }

    @Test
    void meetingsAddUpToCalendarQuartersAndTheseToAll() {
        DataReturn counted = year(FIRST, BOARD, 12, 8);
        assertThat(counted.quarters().stream().map(one -> one.quarter().first()))
                .containsExactly(
                        LocalDate.of(2025, 10, 1),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 7, 1));
        assertThat(counted.quarters().getLast().quarter().last()).isEqualTo(LAST);
        for (ReturnCell cell : ReturnCell.values()) {
            assertThat(counted.quarters().stream()
                            .mapToInt(one -> one.counts().number(cell))
                            .sum())
                    .isEqualTo(counted.all().number(cell));
        }
    }

    @Test
    void yearsOfOtherBoardsAreNotCompared() {
        DataReturn now = year(FIRST, BOARD, 12, 11);
        DataReturn then = year(FIRST.minusYears(1), BOARD, 12, 10);
        assertThat(new ComparedReturn(now, Map.of(), true, then, null).change()).isEqualTo(OptionalDouble.of(10));
        var other = new ComparedReturn(now, Map.of(), true, year(FIRST.minusYears(1), UUID.randomUUID(), 12, 10), null);
        assertThat(other.isComparable()).isFalse();
        assertThat(other.change()).isEmpty();
        assertThat(new ComparedReturn(now, Map.of(), true, null, null).change()).isEmpty();
    }

    @Test
    void casesOfAYearAreHeldAgainstTheWomenWhoLiveThere() {
        DataReturn now = year(FIRST, BOARD, 12, 10);
        assertThat(new ComparedReturn(now, Map.of(), true, null, 30_000).perTenThousand())
                .isEqualTo(OptionalDouble.of(40));
        assertThat(new ComparedReturn(now, Map.of(), true, null, null).perTenThousand())
                .isEmpty();
        var half = new DataReturn(FIRST, FIRST.plusMonths(6), now.rows(), "");
        assertThat(new ComparedReturn(half, Map.of(), true, null, 30_000).perTenThousand())
                .isEmpty();
    }

    @Test
    void noSmallNumberLeavesAndTheSumsOfAYearStay() {
        DataReturn counted = year(FIRST, BOARD, 26, 16);
        SuppressedReturn leaves = SuppressedReturn.of(counted);
        assertThat(leaves.meetings()).hasSize(26);
        assertThat(leaves.quarters()).hasSize(4);
        for (ReturnCell cell : ReturnCell.values()) {
            int all = counted.all().number(cell);
            if (all >= 25 || all == 0) {
                assertThat(leaves.all().number(cell)).as(cell.name()).hasValue(all);
            }
            for (int at = 0; at < 26; at++) {
                int number = counted.rows().get(at).counts().number(cell);
                var shown = leaves.meetings().get(at).number(cell);
                assertThat(shown.isPresent() && number > 0 && number < 5)
                        .as(cell.name())
                        .isFalse();
                shown.ifPresent(one -> assertThat(one).isEqualTo(number));
            }
        }
    }

    private static DataReturn.Row coreOnly(LocalDate day, int cases) {
        DataReturn.Row row = row(BOARD, day, cases);
        return new DataReturn.Row(row.meeting(), row.boardId(), row.board(), row.day(), true, row.counts());
    }

    @Test
    void meetingsOfFewCasesAndEmergencyMeetingsHaveNoRowOfTheirOwn() {
        LocalDate january = LocalDate.of(2026, 1, 15);
        var counted = new DataReturn(
                FIRST,
                LAST,
                List.of(
                        row(BOARD, FIRST, 20),
                        row(BOARD, FIRST.plusDays(30), 30),
                        coreOnly(FIRST.plusDays(40), 6),
                        row(BOARD, FIRST.plusDays(50), 4),
                        row(BOARD, january, 40),
                        row(BOARD, january.plusDays(7), 40),
                        coreOnly(january.plusDays(9), 2)),
                "");
        SuppressedReturn leaves = SuppressedReturn.of(counted);
        assertThat(leaves.meetings()).hasSize(4);
        assertThat(leaves.others()).singleElement().satisfies(one -> {
            assertThat(one.quarter().quarter()).isEqualTo(Quarter.of(FIRST));
            assertThat(one.line().number(ReturnCell.CASES)).hasValue(10);
        });
        assertThat(leaves.all().number(ReturnCell.CASES)).hasValue(142);
        assertThat(List.of(
                        leaves.quarters().getLast(),
                        leaves.meetings().get(2),
                        leaves.meetings().get(3)))
                .as("what the sum and the other meetings leave is the emergency")
                .anyMatch(line -> line.number(ReturnCell.CASES).isEmpty());
    }

    @Test
    void theYearBeforeEndsWhereTheMonthEnds() {
        assertThat(ComparedReturn.aYearBefore(LocalDate.of(2025, 2, 28))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ComparedReturn.aYearBefore(LocalDate.of(2024, 2, 29))).isEqualTo(LocalDate.of(2023, 2, 28));
        assertThat(ComparedReturn.aYearBefore(LAST)).isEqualTo(LAST.minusYears(1));
    }

    /// Police and partners are all cases, partners are those who they are, and "no" is what is left.
    @Test
    void whatIsLeftOfARowTellsNothing() {
        for (int time = 0; time < 20; time++) {
            DataReturn counted = year(FIRST, BOARD, 8, 3 + CHANCE.nextInt(20));
            SuppressedReturn leaves = SuppressedReturn.of(counted);
            for (SuppressedReturn.Line line : leaves.meetings()) {
                List<ReturnCell> sources = Arrays.stream(ReturnCell.values())
                        .filter(ReturnCell::isPartner)
                        .toList();
                assertThat(sources.stream()
                                .filter(cell -> line.number(cell).isEmpty())
                                .count())
                        .as("one source alone is what the others leave")
                        .matches(hidden -> hidden != 1
                                || line.number(ReturnCell.FROM_PARTNERS).isEmpty());
                assertThat(line.number(ReturnCell.FROM_POLICE).isEmpty())
                        .as("police are what partners leave")
                        .matches(hidden ->
                                hidden == line.number(ReturnCell.FROM_PARTNERS).isEmpty()
                                        || line.number(ReturnCell.CASES).isEmpty());
            }
        }
    }

    /// The example that covers a small number is another return: what changes in it keeps all that adds up.
    @Test
    void whatCoversASmallNumberKeepsAllThatAddsUp() {
        assertThat(SuppressedReturn.MOVES).hasSizeGreaterThan(200).allSatisfy(move -> {
            int cases = by(move, ReturnCell.CASES);
            int partners = by(move, ReturnCell.FROM_PARTNERS);
            assertThat(by(move, ReturnCell.FROM_POLICE) + partners).isEqualTo(cases);
            assertThat(Arrays.stream(ReturnCell.values())
                            .filter(ReturnCell::isPartner)
                            .mapToInt(cell -> by(move, cell))
                            .sum())
                    .isEqualTo(partners);
            Arrays.stream(ReturnCell.values())
                    .filter(cell -> cell.isAboutTheVictim() || cell == ReturnCell.REPEATS)
                    .forEach(cell -> assertThat(by(move, cell)).isEqualTo(cases));
        });
    }

    /// By how much a move changes all columns of a cell together.
    private static int by(LinkedTable.Move move, ReturnCell cell) {
        return move.steps().stream()
                .filter(step -> SuppressedReturn.COLUMNS.get(step.column()).cell() == cell)
                .mapToInt(LinkedTable.Step::by)
                .sum();
    }

    @Test
    void tenYearsOfFiveBoardsAreSuppressedInSeconds() {
        var counted = new DataReturn(
                FIRST.minusYears(9),
                LAST,
                IntStream.range(0, 1_300)
                        .mapToObj(one -> row(BOARD, FIRST.minusYears(9).plusDays(one * 3_650L / 1_300), 46))
                        .toList(),
                "");
        long before = System.nanoTime();
        SuppressedReturn leaves = SuppressedReturn.of(counted);
        assertThat(leaves.all().number(ReturnCell.CASES)).hasValue(1_300 * 46);
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }
}
