package org.witan.site;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Days and moments as this country writes them, and days as people type them.
@Component
public final class Days {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy 'at' HH:mm", Locale.UK);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.UK);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[ ./-](\\d{1,2})[ ./-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    /// Today, in England.
    public LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }

    /// A day: "Tue 3 Mar 2026".
    public static String words(LocalDate day) {
        return DAY.format(day);
    }

    /// A moment: "Tue 3 Mar 2026 at 09:30".
    public static String words(Instant moment) {
        return MOMENT.format(moment.atZone(HERE));
    }

    /// A day as one types it: "3/3/2026".
    public static String typed(LocalDate day) {
        return TYPED.format(day);
    }

    /// A day that somebody typed, with the day first or as 2026-03-03; empty when it is none.
    public static Optional<LocalDate> read(String typed) {
        var dayFirst = DAY_FIRST.matcher(typed);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        var yearFirst = YEAR_FIRST.matcher(typed);
        return yearFirst.matches() ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// How many days lie between today and a day; negative when it is over.
    public long until(LocalDate day) {
        return ChronoUnit.DAYS.between(today(), day);
    }
}
