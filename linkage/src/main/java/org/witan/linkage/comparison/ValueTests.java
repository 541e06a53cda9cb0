package org.witan.linkage.comparison;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.witan.linkage.record.Column;
import org.witan.linkage.text.CheckDigit;
import org.witan.linkage.text.DamerauLevenshtein;
import org.witan.linkage.text.JaroWinkler;
import org.witan.linkage.text.Nicknames;
import org.witan.linkage.text.Postcode;
import org.witan.linkage.text.Sound;
import org.witan.linkage.text.Word;

/// Makes the test of a level on one field: everything that can be made once of a value is made once.
final class ValueTests {
    private static final double EARTH_KILOMETRES = 6371;

    private ValueTests() {}

    static ValueTest of(Level level, Column column) {
        double limit = level.limit();
        return switch (level.alike()) {
            case SAME -> (left, right) -> left == right;
            case JARO_WINKLER -> {
                var words = new Prepared<>(column, Word::of);
                yield (left, right) -> JaroWinkler.isAtLeast(limit, words.of(left), words.of(right));
            }
            case LETTERS_APART -> (left, right) -> lettersApart(column.value(left), column.value(right), limit);
            case BOTH_VALID_MODULO_11 -> bothValid(column, CheckDigit.MODULO_11);
            case BOTH_VALID_LUHN -> bothValid(column, CheckDigit.LUHN);
            case NICKNAME -> (left, right) -> Nicknames.shipped().goTogether(first(column, left), first(column, right));
            case INITIAL -> (left, right) -> initial(column.value(left), column.value(right));
            case SOUND -> sameText(new Prepared<>(column, Sound::code));
            case SHARED_WORD -> {
                var words = new Prepared<>(column, ValueTests::longWords);
                yield (left, right) -> meet(words.of(left), words.of(right));
            }
            case SHARED_BITS -> {
                var bits = new WordBits(column);
                yield (left, right) -> bits.shared(left, right) >= limit;
            }
            case MOST_WORDS -> {
                var bits = new WordBits(column);
                yield (left, right) -> bits.share(left, right) >= 1 - limit;
            }
            case DAY_AND_MONTH_SWAPPED -> (left, right) -> swappedDay(column.value(left), column.value(right));
            case DAY_PARTS -> (left, right) -> partsInCommon(column.value(left), column.value(right)) >= limit;
            case YEARS_APART -> {
                var years = new Prepared<>(column, ValueTests::year);
                yield (left, right) -> Math.abs(years.of(left) - years.of(right)) <= limit;
            }
            case POSTCODE_SECTOR ->
                sameText(new Prepared<>(column, value -> Postcode.part(value, Postcode.Part.SECTOR)));
            case POSTCODE_DISTRICT ->
                sameText(new Prepared<>(column, value -> Postcode.part(value, Postcode.Part.DISTRICT)));
            case MAILBOX -> sameText(new Prepared<>(column, ValueTests::mailbox));
            case SAME_END -> sameText(new Prepared<>(column, value -> end(value, (int) limit)));
            case SHARED_VALUE -> {
                var values = new Prepared<>(column, value -> Set.of(value.split("\\|", -1)));
                yield (left, right) -> meet(values.of(left), values.of(right));
            }
            case KILOMETRES -> {
                var points = new Prepared<>(column, ValueTests::point);
                yield (left, right) -> kilometres(points.of(left), points.of(right)) <= limit;
            }
            case SWAPPED, FOUND_IN, PARTS_AGREE ->
                throw new IllegalArgumentException(level.alike() + " looks at several fields");
        };
    }

    private static ValueTest bothValid(Column column, CheckDigit check) {
        var valid = new Prepared<Boolean>(column, check::holds);
        return (left, right) -> valid.of(left) && valid.of(right);
    }

    private static ValueTest sameText(Prepared<String> texts) {
        return (left, right) -> !texts.of(left).isEmpty() && texts.of(left).equals(texts.of(right));
    }

    /// Lengths that differ by more cannot be nearer, and words so short that anything is near do not count.
    private static boolean lettersApart(String left, String right, double limit) {
        return Math.abs(left.length() - right.length()) <= limit
                && Math.min(left.length(), right.length()) > limit + 1
                && DamerauLevenshtein.distance(left, right) <= limit;
    }

    private static String first(Column column, int code) {
        String value = column.value(code);
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    private static boolean initial(String left, String right) {
        boolean one = left.length() == 1
                || right.length() == 1
                || left.startsWith(right + " ")
                || right.startsWith(left + " ");
        return one && left.charAt(0) == right.charAt(0);
    }

    static Set<String> longWords(String value) {
        return Set.copyOf(Arrays.stream(value.split(" ", -1))
                .filter(word -> word.length() > 2)
                .toList());
    }

    static boolean meet(Set<String> left, Set<String> right) {
        if (left.size() > right.size()) {
            return meet(right, left);
        }
        for (String value : left) {
            if (right.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean swappedDay(String left, String right) {
        return left.length() == 8
                && right.length() == 8
                && left.regionMatches(0, right, 0, 4)
                && left.regionMatches(4, right, 6, 2)
                && left.regionMatches(6, right, 4, 2);
    }

    private static int partsInCommon(String left, String right) {
        if (left.length() != 8 || right.length() != 8) {
            return 0;
        }
        return (left.regionMatches(0, right, 0, 4) ? 1 : 0)
                + (left.regionMatches(4, right, 4, 2) ? 1 : 0)
                + (left.regionMatches(6, right, 6, 2) ? 1 : 0);
    }

    private static double year(String value) {
        return value.length() == 8 ? Integer.parseInt(value, 0, 4, 10) : Double.NaN;
    }

    private static String mailbox(String value) {
        int at = value.indexOf('@');
        return at <= 0 ? "" : value.substring(0, at);
    }

    private static String end(String value, int letters) {
        return value.length() <= letters ? "" : value.substring(value.length() - letters);
    }

    private static double[] point(String value) {
        String[] parts = value.split(" ", -1);
        try {
            return new double[] {
                Math.toRadians(Double.parseDouble(parts[0])), Math.toRadians(Double.parseDouble(parts[1]))
            };
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return new double[] {Double.NaN, Double.NaN};
        }
    }

    private static double kilometres(double[] left, double[] right) {
        Objects.requireNonNull(left);
        double north = Math.sin((left[0] - right[0]) / 2);
        double east = Math.sin((left[1] - right[1]) / 2);
        double part = north * north + Math.cos(left[0]) * Math.cos(right[0]) * east * east;
        return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(part));
    }
}
