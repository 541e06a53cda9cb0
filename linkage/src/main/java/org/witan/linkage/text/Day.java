package org.witan.linkage.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A day as eight digits, year first, however it was written; what is no day keeps its digits.
///
/// Read are `1990-02-01`, `19900201`, `1/2/1990`, `01.02.90` and `1 Feb 1990`, the day before the month, except where
/// the second number can only be a day. A wrong day or month (`1855-86-20`) is kept as it stands: it is still the
/// same mistake in the next record. Two figures of a year are taken as the past hundred years up to 2029.
public final class Day {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?(\\d{2})[-/. ]?(\\d{2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3})[a-z]*[-/., ]*(\\d{4})");
    private static final Pattern NUMBERED = Pattern.compile("\\d+");
    private static final int MONTHS = 12;
    private static final int LAST_SHORT_YEAR = 29;
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private Day() {}

    /// Eight digits, or an empty text for what holds none.
    public static String digits(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        var yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return yearFirst.group(1) + yearFirst.group(2) + yearFirst.group(3);
        }
        var dayFirst = DAY_FIRST.matcher(plain);
        if (dayFirst.matches()) {
            return dayFirst(dayFirst.group(1), dayFirst.group(2), dayFirst.group(3));
        }
        var named = NAMED.matcher(plain);
        if (named.matches() && NAMES.containsKey(named.group(2))) {
            return written(
                    Integer.parseInt(named.group(3)), NAMES.getOrDefault(named.group(2), 0), number(named.group(1)));
        }
        return others(plain);
    }

    private static String dayFirst(String first, String second, String year) {
        boolean american = number(second) > MONTHS && number(first) <= MONTHS;
        int month = number(american ? first : second);
        int day = number(american ? second : first);
        int whole = number(year);
        if (year.length() == 2) {
            whole += whole <= LAST_SHORT_YEAR ? 2000 : 1900;
        }
        return written(whole, month, day);
    }

    private static String written(int year, int month, int day) {
        return String.format(Locale.ROOT, "%04d%02d%02d", year, month, day);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String others(String plain) {
        var digits = new StringBuilder();
        NUMBERED.matcher(plain).results().forEach(found -> digits.append(found.group()));
        return digits.length() > 8 ? digits.substring(0, 8) : digits.toString();
    }

    /// Whether it is written as a day of the calendar is.
    public static boolean isDay(String digits) {
        if (digits.length() != 8) {
            return false;
        }
        int year = number(digits.substring(0, 4));
        int month = number(digits.substring(4, 6));
        int day = number(digits.substring(6));
        return year >= 1000 && year < 2200 && month >= 1 && month <= MONTHS && day >= 1 && day <= 31;
    }
}
