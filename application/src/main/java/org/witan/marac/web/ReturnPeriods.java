package org.witan.marac.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.site.Days;
import org.witan.site.Wording;

/// The days of a return: as typed, or twelve months to the end of a month, or a calendar quarter.
@Component
class ReturnPeriods {
    private static final Pattern CHOSEN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{4}-\\d{2}-\\d{2})");
    private static final int MONTHS = 36;
    private static final int QUARTERS = 12;
    private static final int IN_A_QUARTER = 3;
    private final Days days;
    private final Wording words;

    ReturnPeriods(Days days, Wording words) {
        this.days = days;
        this.words = words;
    }

    /// What somebody chose or typed; the last twelve months when it is nothing that can be read.
    Period read(@Nullable String chosen, @Nullable String from, @Nullable String until) {
        var both = CHOSEN.matcher(chosen == null ? "" : chosen);
        boolean isChosen = both.matches();
        LocalDate last = day(isChosen ? both.group(2) : until, days.today());
        LocalDate first =
                day(isChosen ? both.group(1) : from, last.minusYears(1).plusDays(1));
        return new Period(first, last);
    }

    /// The days of a file: a quarter, or twelve months that end with one, and over. Files about days that overlap in
    /// other ways can be subtracted from each other. Without days, the last such twelve months.
    ///
    /// @throws Absent when no file is made of these days
    Period ofFile(@Nullable String from, @Nullable String until) {
        if (from == null && until == null) {
            YearMonth end = quarter().minusMonths(1);
            return new Period(end.minusMonths(11).atDay(1), end.atEndOfMonth());
        }
        Period asked = read(null, from, until);
        if (!isOfFile(asked)) {
            throw new Absent();
        }
        return asked;
    }

    /// Whether a file is made of these days.
    boolean isOfFile(Period asked) {
        LocalDate after = asked.until().plusDays(1);
        boolean endsAQuarter = after.getDayOfMonth() == 1 && (after.getMonthValue() - 1) % IN_A_QUARTER == 0;
        return endsAQuarter
                && asked.until().isBefore(days.today())
                && (asked.from().equals(after.minusMonths(IN_A_QUARTER))
                        || asked.from().equals(after.minusYears(1)));
    }

    /// The first month of the quarter of today.
    private YearMonth quarter() {
        YearMonth month = YearMonth.from(days.today());
        return month.minusMonths((month.getMonthValue() - 1) % IN_A_QUARTER);
    }

    private static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        return Days.read(typed == null ? "" : typed).orElse(otherwise);
    }

    /// What can be chosen; first that it is as typed, when it is nothing that can be chosen.
    List<Choice> choices(Period now) {
        List<Choice> all = usual(now);
        return all.stream().anyMatch(Choice::chosen)
                ? all
                : Stream.concat(Stream.of(new Choice("", words.the("marac.return.period.typed"), true)), all.stream())
                        .toList();
    }

    private List<Choice> usual(Period now) {
        YearMonth month = YearMonth.from(days.today());
        YearMonth quarter = quarter();
        return Stream.concat(
                        IntStream.rangeClosed(1, MONTHS)
                                .mapToObj(month::minusMonths)
                                .map(one -> new Period(one.minusMonths(11).atDay(1), one.atEndOfMonth()))
                                .map(one -> choice("marac.return.period.year", one, now)),
                        IntStream.rangeClosed(1, QUARTERS)
                                .mapToObj(one -> quarter.minusMonths((long) IN_A_QUARTER * one))
                                .map(one -> new Period(
                                        one.atDay(1), one.plusMonths(2).atEndOfMonth()))
                                .map(one -> choice("marac.return.period.quarter", one, now)))
                .toList();
    }

    private Choice choice(String key, Period one, Period now) {
        return new Choice(
                one.from() + "_" + one.until(),
                words.the(key, Days.words(one.from()), Days.words(one.until())),
                one.equals(now));
    }

    /// From one day until another, both included.
    record Period(LocalDate from, LocalDate until) {}

    record Choice(String value, String words, boolean chosen) {}
}
