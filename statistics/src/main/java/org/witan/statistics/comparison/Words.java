package org.witan.statistics.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Numbers and lists as a report prints them.
final class Words {
    private static final int LONGEST_ECHO = 40;

    private Words() {}

    static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    static String count(double number) {
        return String.format(Locale.UK, "%,d", Math.round(number));
    }

    /// One decimal, half up.
    static String oneDecimal(double number) {
        return String.format(Locale.UK, "%,.1f", round(number, 1)).replace('-', '−');
    }

    static String twoDecimals(double number) {
        return String.format(Locale.UK, "%,.2f", round(number, 2)).replace('-', '−');
    }

    static String percent(double number) {
        return oneDecimal(number) + " %";
    }

    static String signed(double number) {
        var rounded = oneDecimal(number);
        return round(number, 1) > 0 ? "+" + rounded : rounded;
    }

    /// Half away from zero, as a person rounds; the number is taken as the decimal that it prints as.
    static double round(double number, int decimals) {
        var rounded = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
        return rounded == 0 ? 0 : rounded;
    }

    static String list(Collection<String> words) {
        var all = List.copyOf(words);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    /// What a person typed, short enough for one line and without control characters.
    static String shortened(String typed) {
        var line = typed.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_ECHO ? line : line.substring(0, LONGEST_ECHO) + "…";
    }
}
