package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private static Disclosure.Hidden hide(long... lines) {
        var all = new ArrayList<List<Long>>();
        long total = 0;
        for (long line : lines) {
            all.add(List.of(line));
            total += line;
        }
        return Disclosure.USUAL.hide(List.of(total), all, true);
    }

    @Test
    void hidesOneToFourAndShowsZeroAndFive() {
        var disclosure = Disclosure.USUAL;
        assertThat(disclosure.isSmall(0)).isFalse();
        assertThat(disclosure.isSmall(1)).isTrue();
        assertThat(disclosure.isSmall(4)).isTrue();
        assertThat(disclosure.isSmall(5)).isFalse();
    }

    @Test
    void aSingleHiddenLineTakesTheNextSmallestWithIt() {
        var hidden = hide(3, 40, 12, 0);
        assertThat(hidden.lines().stream()).containsExactly(0, 2);
        assertThat(hidden.total()).isFalse();
    }

    @Test
    void nothingIsHiddenWhenNothingIsSmall() {
        assertThat(hide(5, 40, 12, 0).any()).isFalse();
    }

    @Test
    void hiddenOnesThatTheirSumWouldGiveAwayTakeAnotherWithThem() {
        assertThat(hide(1, 1, 30).lines().stream()).containsExactly(0, 1, 2);
    }

    @Test
    void theTotalIsHiddenWhenNoOtherLineIsLeft() {
        assertThat(hide(1, 1, 1, 1, 1, 1).total()).isTrue();
    }

    @Test
    void aShareIsHiddenForItsSmallComplementToo() {
        assertThat(Disclosure.USUAL
                        .hide(List.of(98L, 100L, 2L), List.of(), true)
                        .total())
                .isTrue();
        assertThat(Disclosure.USUAL
                        .hide(List.of(95L, 100L, 5L), List.of(), true)
                        .total())
                .isFalse();
    }

    @RepeatedTest(200)
    void noHiddenCountFollowsFromTheTotalAndTheOtherLines(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var lines = new long[1 + random.nextInt(12)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = random.nextInt(10) < 4 ? random.nextInt(6) : random.nextInt(60);
        }
        var hidden = hide(lines);
        long rest = 0;
        for (int i = 0; i < lines.length; i++) {
            assertThat(hidden.line(i) || lines[i] == 0 || lines[i] >= 5).isTrue();
            rest += hidden.line(i) ? lines[i] : 0;
        }
        int unknown = hidden.lines().cardinality();
        if (!hidden.total() && unknown > 0) {
            // Each hidden count is at least 1; the largest it can be is the rest with every other one at 1.
            assertThat(rest - (unknown - 1)).isGreaterThan(1);
            assertThat(unknown).isGreaterThan(1);
        }
    }

    @RepeatedTest(100)
    void noHiddenShareFollowsFromTheTotalAndTheOtherLines(RepetitionInfo repetition) {
        var random = new Random(1000 + repetition.getCurrentRepetition());
        var lines = new ArrayList<List<Long>>();
        long parts = 0;
        long wholes = 0;
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            long whole = random.nextInt(30);
            long part = whole == 0 ? 0 : random.nextInt((int) whole + 1);
            lines.add(List.of(part, whole, whole - part));
            parts += part;
            wholes += whole;
        }
        var hidden = Disclosure.USUAL.hide(List.of(parts, wholes, wholes - parts), lines, true);
        for (int i = 0; i < lines.size(); i++) {
            if (!hidden.line(i)) {
                assertThat(lines.get(i)).noneMatch(Disclosure.USUAL::isSmall);
            }
        }
        assertThat(hidden.total() || hidden.lines().cardinality() != 1).isTrue();
    }

    @Test
    void whatSubtractionGivesIsNotSmallEither() {
        assertThat(hide(1, 2, 30, 40).lines().stream()).containsExactly(0, 1, 2);
        var shares =
                List.of(List.of(1L, 100L, 99L), List.of(1L, 80L, 79L), List.of(20L, 90L, 70L), List.of(30L, 95L, 65L));
        var hidden = Disclosure.USUAL.hide(List.of(52L, 365L, 313L), shares, true);
        assertThat(hidden.lines().stream()).containsExactly(0, 1, 2);
    }
}
