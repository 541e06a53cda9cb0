package org.witan.statistics.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.ClaimsCheck.Relation;

/// Checks printed numbers against each other, and against the store when it holds them.
///
/// Numbers are taken as printed: `91 %` has no decimal, `90.5 %` has one. Half up and half even are the usual
/// ways to round; others are named because they explain how a number came about.
public final class CheckingClaims {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> USUAL = List.of("half up", "half even");

    private CheckingClaims() {}

    /// Checks `3,470; +3 %; 91 %; 3,140`: total; change; share; part.
    ///
    /// @throws org.witan.statistics.BadInput when the text cannot be read so
    public static ClaimsCheck check(String text) {
        return check(text, null, null);
    }

    /// Checks the same numbers against what the store holds, too.
    ///
    /// @param count the answer to the question for the total; null without a store
    /// @param share the answer to the question for the share; null when none was asked
    public static ClaimsCheck check(String text, @Nullable Figure count, @Nullable Figure share) {
        var claims = Claims.parse(text);
        var relations = new ArrayList<Relation>();
        if (claims.part() != null && claims.share() != null) {
            relations.add(share(claims.total(), claims.part(), claims.share()));
        }
        if (claims.change() != null) {
            relations.add(change(claims.total(), claims.change()));
        }
        if (count != null) {
            relations.addAll(StoredClaims.count(claims, count));
        }
        if (share != null) {
            relations.addAll(StoredClaims.share(claims, share));
        }
        return new ClaimsCheck(text, relations.stream().allMatch(Relation::agrees), List.copyOf(relations));
    }

    private static Relation share(long total, long part, BigDecimal printed) {
        var exact = HUNDRED.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(total), MathContext.DECIMAL64);
        var under = roundings(exact, printed);
        var start = "%s of %s is %s %%".formatted(Words.count(part), Words.count(total), plain(exact, 2));
        boolean agrees = under.stream().anyMatch(USUAL::contains);
        return new Relation(
                "share",
                printed.toPlainString() + " %",
                exact.doubleValue(),
                agrees,
                under,
                start + ": " + verdict(printed, exact, under, agrees) + needed(total, printed));
    }

    private static String verdict(BigDecimal printed, BigDecimal exact, List<String> under, boolean agrees) {
        var usual = exact.setScale(printed.scale(), RoundingMode.HALF_UP);
        if (agrees) {
            return printed.toPlainString() + " % agrees (" + String.join(", ", under) + ").";
        }
        return "it rounds to " + usual.toPlainString() + " %, so " + printed.toPlainString() + " % does not agree"
                + (under.isEmpty()
                        ? " under any rounding."
                        : " except when rounded " + String.join(" or ", under) + ".");
    }

    /// The parts that would print as this share, for whoever looks for the slip.
    private static String needed(long total, BigDecimal printed) {
        var half = half(printed);
        var low = least(printed.subtract(half), total);
        var high = most(printed.add(half), total);
        return " " + printed.toPlainString() + " % of " + Words.count(total) + " would be " + Words.count(low) + " to "
                + Words.count(high) + ".";
    }

    private static long least(BigDecimal percent, long total) {
        return percent.multiply(BigDecimal.valueOf(total))
                .divide(HUNDRED)
                .setScale(0, RoundingMode.CEILING)
                .longValue();
    }

    private static long most(BigDecimal percent, long total) {
        var exact = percent.multiply(BigDecimal.valueOf(total)).divide(HUNDRED);
        var whole = exact.setScale(0, RoundingMode.FLOOR);
        return Math.min(total, exact.compareTo(whole) == 0 ? whole.longValue() - 1 : whole.longValue());
    }

    /// A change alone cannot be wrong; it says what the earlier number must have been.
    private static Relation change(long total, BigDecimal printed) {
        var half = half(printed);
        var high = base(total, printed.subtract(half));
        var low = base(total, printed.add(half));
        var start = "A change of " + signed(printed) + " %";
        if (low == null || high == null) {
            return new Relation("change", signed(printed) + " %", null, false, List.of(), start + " is not possible.");
        }
        return new Relation(
                "change",
                signed(printed) + " %",
                null,
                true,
                List.of(),
                start + " to " + Words.count(total) + " means that the earlier number was between "
                        + Words.count(Math.ceil(low)) + " and " + Words.count(Math.floor(high)) + ".");
    }

    private static @Nullable Double base(long total, BigDecimal change) {
        double factor = 1 + change.doubleValue() / 100;
        return factor <= 0 ? null : total / factor;
    }

    /// The ways of rounding that lead from the exact number to the printed one.
    static List<String> roundings(BigDecimal exact, BigDecimal printed) {
        int scale = printed.scale();
        Map<String, BigDecimal> ways = new LinkedHashMap<>();
        ways.put("half up", exact.setScale(scale, RoundingMode.HALF_UP));
        ways.put("half even", exact.setScale(scale, RoundingMode.HALF_EVEN));
        ways.put("down", exact.setScale(scale, RoundingMode.DOWN));
        ways.put("up", exact.setScale(scale, RoundingMode.UP));
        ways.put(
                "twice (first to one decimal more)",
                exact.setScale(scale + 1, RoundingMode.HALF_UP).setScale(scale, RoundingMode.HALF_UP));
        return ways.entrySet().stream()
                .filter(way -> way.getValue().compareTo(printed) == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static BigDecimal half(BigDecimal printed) {
        return BigDecimal.valueOf(5, printed.scale() + 1);
    }

    static String plain(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    static String signed(BigDecimal number) {
        return number.signum() > 0
                ? "+" + number.toPlainString()
                : number.toPlainString().replace('-', '−');
    }
}
