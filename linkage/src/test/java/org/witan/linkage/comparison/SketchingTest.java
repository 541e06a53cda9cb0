package org.witan.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.witan.linkage.text.DamerauLevenshtein;

/// What a sketch rules out is never alike.
class SketchingTest {
    @Test
    void noFewerLettersAreApartThanTheCountsSay() {
        var random = new Random(4);
        int ruledOut = 0;
        for (int round = 0; round < 60_000; round++) {
            String left = number(random);
            String right = random.nextInt(2) == 0 ? changed(left, random) : number(random);
            int least = Sketching.apart(Sketching.counts(left), Sketching.counts(right));
            assertThat(least).as("%s %s", left, right).isLessThanOrEqualTo(DamerauLevenshtein.distance(left, right));
            ruledOut += least > 1 ? 1 : 0;
        }
        assertThat(ruledOut).isGreaterThan(20_000);
    }

    private static String number(Random random) {
        var number = new StringBuilder();
        for (int digits = random.nextInt(13); digits > 0; digits--) {
            number.append(
                    random.nextInt(4) == 0 ? (char) ('a' + random.nextInt(26)) : (char) ('0' + random.nextInt(10)));
        }
        return number.toString();
    }

    private static String changed(String number, Random random) {
        if (number.length() < 2) {
            return number + "7";
        }
        int at = random.nextInt(number.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> number.substring(0, at) + number.substring(at + 1);
            case 1 -> number.substring(0, at) + "9" + number.substring(at);
            case 2 -> number.substring(0, at) + "x" + number.substring(at + 1);
            default -> number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        };
    }

    @Test
    void daysInOneNumberAreComparedAsTheirDigitsAre() {
        long day = Days.packed("19900201");
        assertThat(Days.partsInCommon(day, Days.packed("19900228"))).isEqualTo(2);
        assertThat(Days.partsInCommon(day, Days.packed("19910201"))).isEqualTo(2);
        assertThat(Days.partsInCommon(day, Days.packed("18000101"))).isEqualTo(1);
        assertThat(Days.swapped(day, Days.packed("19900102"))).isTrue();
        assertThat(Days.swapped(day, Days.packed("19910102"))).isFalse();
        assertThat(Days.yearsApart(day, Days.packed("19880201"))).isEqualTo(2);
        assertThat(Days.packed("1990020")).isEqualTo(Days.NONE);
        assertThat(Days.partsInCommon(Days.NONE, Days.NONE)).isZero();
        assertThat(Days.swapped(Days.NONE, Days.NONE)).isFalse();
        assertThat(Days.yearsApart(Days.NONE, Days.NONE)).isNaN();
    }
}
