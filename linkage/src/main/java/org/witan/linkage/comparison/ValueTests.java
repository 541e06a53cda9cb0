package org.witan.linkage.comparison;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.CheckDigit;
import org.witan.linkage.text.DamerauLevenshtein;
import org.witan.linkage.text.Fingerprint;
import org.witan.linkage.text.Nicknames;
import org.witan.linkage.text.Postcode;
import org.witan.linkage.text.Sound;

/// Makes the test of a level on one field: everything that can be made once of a value is made once.
final class ValueTests {
    private static final double EARTH_KILOMETRES = 6371;

    private ValueTests() {}

    static ValueTest of(Level level, Fields fields) {
        var made = new Made(fields, fields.the(level.fields().getFirst()));
        Column column = made.column();
        double limit = level.limit();
        return switch (level.alike()) {
            case SAME -> (left, right) -> left == right;
            case JARO_WINKLER -> {
                Words words = made.words();
                yield (left, right) -> Words.isAtLeast(limit, words, left, words, right);
            }
            case LETTERS_APART -> {
                Sketches counts = made.sketches("counts", Sketching::counts);
                yield (left, right) -> Sketching.apart(counts.of(left), counts.of(right)) <= limit
                        && lettersApart(column.value(left), column.value(right), limit);
            }
            case BOTH_VALID_MODULO_11 -> bothValid(made, CheckDigit.MODULO_11);
            case BOTH_VALID_LUHN -> bothValid(made, CheckDigit.LUHN);
            case NICKNAME -> {
                Sketches forms = made.sketches(
                        "nicknames", Sketching.bits(value -> Nicknames.shipped().standsFor(first(value))));
                yield (left, right) -> (forms.of(left) & forms.of(right)) != 0
                        && Nicknames.shipped().goTogether(first(column.value(left)), first(column.value(right)));
            }
            case INITIAL -> initial(made);
            case SOUND -> sameText(made, "sound", Sound::code);
            case SHARED_WORD -> shared(made, "long words", ValueTests::longWords);
            case SHARED_BITS -> {
                WordBits bits = made.wordBits();
                yield (left, right) -> bits.mayShare(left, right, limit) && bits.shared(left, right) >= limit;
            }
            case MOST_WORDS -> {
                WordBits bits = made.wordBits();
                yield (left, right) -> bits.share(left, right) >= 1 - limit;
            }
            case DAY_AND_MONTH_SWAPPED -> {
                Sketches days = made.days();
                yield (left, right) -> Days.swapped(days.of(left), days.of(right));
            }
            case DAY_PARTS -> {
                Sketches days = made.days();
                yield (left, right) -> Days.partsInCommon(days.of(left), days.of(right)) >= limit;
            }
            case YEARS_APART -> {
                Sketches days = made.days();
                yield (left, right) -> Days.yearsApart(days.of(left), days.of(right)) <= limit;
            }
            case POSTCODE_SECTOR -> sameText(made, "sector", value -> Postcode.part(value, Postcode.Part.SECTOR));
            case POSTCODE_DISTRICT -> sameText(made, "district", value -> Postcode.part(value, Postcode.Part.DISTRICT));
            case MAILBOX -> sameText(made, "mailbox", ValueTests::mailbox);
            case SAME_END -> sameText(made, "end " + limit, value -> end(value, (int) limit));
            case SHARED_VALUE -> shared(made, "values", value -> Set.of(value.split("\\|", -1)));
            case KILOMETRES -> {
                var points = made.prepared("points", ValueTests::point);
                yield (left, right) -> kilometres(points.of(left), points.of(right)) <= limit;
            }
            case SWAPPED, FOUND_IN, PARTS_AGREE ->
                throw new IllegalArgumentException(level.alike() + " looks at several fields");
        };
    }

    private static ValueTest bothValid(Made made, CheckDigit check) {
        Sketches valid = made.sketches(check.name(), value -> check.holds(value) ? 1 : 0);
        return (left, right) -> (valid.of(left) & valid.of(right)) != 0;
    }

    private static ValueTest sameText(Made made, String what, UnaryOperator<String> part) {
        Sketches texts = made.sketches(what, value -> Fingerprint.of(part.apply(value)));
        return (left, right) -> texts.of(left) != 0 && texts.of(left) == texts.of(right);
    }

    private static ValueTest shared(Made made, String what, Function<String, Set<String>> parts) {
        Sketches bits = made.sketches(what + " in bits", Sketching.bits(parts));
        Prepared<Set<String>> sets = made.prepared(what, parts);
        return (left, right) -> (bits.of(left) & bits.of(right)) != 0 && meet(sets.of(left), sets.of(right));
    }

    private static ValueTest initial(Made made) {
        Column column = made.column();
        Sketches single = made.sketches("initials", value -> value.length() == 1 || value.charAt(1) == ' ' ? 1 : 0);
        return (left, right) ->
                (single.of(left) | single.of(right)) != 0 && initial(column.value(left), column.value(right));
    }

    /// Lengths that differ by more cannot be nearer, and words so short that anything is near do not count.
    private static boolean lettersApart(String left, String right, double limit) {
        return Math.abs(left.length() - right.length()) <= limit
                && Math.min(left.length(), right.length()) > limit + 1
                && DamerauLevenshtein.distance(left, right) <= limit;
    }

    private static String first(String value) {
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
