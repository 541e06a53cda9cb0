package org.witan.statistics.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;

/// Numbers as a report printed them: a total, its change, a share of it and the part that the share is of.
///
/// @param change the printed change in per cent; @param share the printed share in per cent; null when not
/// printed
record Claims(
        long total,
        @Nullable BigDecimal change,
        @Nullable BigDecimal share,
        @Nullable Long part) {
    private static final Pattern NUMBER = Pattern.compile("([+\\-−–]?)\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(%?)");

    /// Reads `3,470; +3 %; 91 %; 3,140`. A percentage with a sign is a change; of two without, the first is.
    ///
    /// @throws BadInput when it cannot be read so
    static Claims parse(String text) {
        var counts = new ArrayList<Long>();
        var changes = new ArrayList<BigDecimal>();
        var percentages = new ArrayList<BigDecimal>();
        for (var item : text.split(";", -1)) {
            var match = NUMBER.matcher(item.strip());
            if (!match.matches()) {
                throw unreadable(text);
            }
            var number = number(match, text);
            if (match.group(3).isEmpty()) {
                counts.add(count(number, text));
            } else if (match.group(1).isEmpty()) {
                percentages.add(number);
            } else {
                changes.add(number);
            }
        }
        if (changes.isEmpty() && !percentages.isEmpty() && percentages.size() + 1 > counts.size()) {
            changes.add(percentages.removeFirst());
        }
        return of(text, counts, changes, percentages);
    }

    private static Claims of(String text, List<Long> counts, List<BigDecimal> changes, List<BigDecimal> shares) {
        if (counts.isEmpty() || counts.size() > 2 || changes.size() > 1 || shares.size() > 1) {
            throw unreadable(text);
        }
        if ((shares.size() == 1 && counts.size() == 1) || changes.size() + shares.size() + counts.size() < 2) {
            throw unreadable(text);
        }
        if (counts.getFirst() == 0 || (counts.size() == 2 && counts.getLast() > counts.getFirst())) {
            throw new BadInput("The first number is the total: it must not be zero or less than its part");
        }
        return new Claims(
                counts.getFirst(),
                changes.isEmpty() ? null : changes.getFirst(),
                shares.isEmpty() ? null : shares.getFirst(),
                counts.size() == 2 ? counts.getLast() : null);
    }

    private static BigDecimal number(Matcher match, String text) {
        try {
            var number = new BigDecimal(match.group(2).replace(",", ""));
            if (number.precision() > 15) {
                throw unreadable(text);
            }
            return match.group(1).isEmpty() || match.group(1).equals("+") ? number : number.negate();
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
    }

    private static long count(BigDecimal number, String text) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw unreadable(text);
        }
    }

    private static BadInput unreadable(String text) {
        return new BadInput("\"" + Words.shortened(text)
                + "\" cannot be checked; write total; change; share; part, for example \"3,470; +3 %; 91 %; 3,140\"");
    }
}
