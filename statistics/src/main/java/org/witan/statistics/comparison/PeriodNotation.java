package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.witan.statistics.BadInput;

/// How people write a period.
final class PeriodNotation {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})[-/](\\d{2})(?:-Q([1-4]))?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-M?(\\d{2})");
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2100;

    private PeriodNotation() {}

    static Period read(String text) {
        var written = text.strip().toUpperCase(Locale.ROOT);
        if (written.startsWith("YTD:")) {
            return Period.yearToDate(month(written.substring(4), text));
        }
        if (written.startsWith("12M:")) {
            return Period.rolling12Months(month(written.substring(4), text));
        }
        var year = YEAR.matcher(written);
        if (year.matches() && isConsecutive(year)) {
            return yearOrQuarter(year, text);
        }
        if (year.matches() && (written.contains("/") || year.group(3) != null)) {
            throw notAPeriod(text);
        }
        return Period.month(month(written, text));
    }

    /// `2021-22` for any month between April 2021 and March 2022.
    static String financialYear(YearMonth month) {
        int start = month.getMonthValue() < 4 ? month.getYear() - 1 : month.getYear();
        return "%d-%02d".formatted(start, (start + 1) % 100);
    }

    private static Period yearOrQuarter(Matcher year, String text) {
        int start = inRange(Integer.parseInt(year.group(1)), text);
        var quarter = year.group(3);
        return quarter == null ? Period.financialYear(start) : Period.quarter(start, Integer.parseInt(quarter));
    }

    private static boolean isConsecutive(Matcher year) {
        return (Integer.parseInt(year.group(1)) + 1) % 100 == Integer.parseInt(year.group(2));
    }

    private static YearMonth month(String written, String text) {
        var match = MONTH.matcher(written);
        if (!match.matches()) {
            throw notAPeriod(text);
        }
        int month = Integer.parseInt(match.group(2));
        if (month < 1 || month > 12) {
            throw notAPeriod(text);
        }
        return YearMonth.of(inRange(Integer.parseInt(match.group(1)), text), month);
    }

    private static int inRange(int year, String text) {
        if (year < EARLIEST || year > LATEST) {
            throw notAPeriod(text);
        }
        return year;
    }

    private static BadInput notAPeriod(String text) {
        return new BadInput(
                "\"" + Words.shortened(text) + "\" is not a period; write 2021-22 (financial year), "
                        + "2021-22-Q1 (quarter), 2021-09 (month), ytd:2021-09 (April to then) or 12m:2022-03 (12 months to then)");
    }
}
