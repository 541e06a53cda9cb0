package org.witan.marac.oldlist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days as old lists write them: the day first, with the month as a number or a word; as 1988-05-04; or as the number
/// that a spreadsheet counts days by. A year of two figures may be one of two years, so it is none.
public final class ListedDay {
    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final Pattern TWO_FIGURES = Pattern.compile("\\d{1,2}[ ./-](\\d{1,2}|[A-Za-z]{3,9})[ ./-]'?\\d{2}");
    private static final Pattern COUNTED = Pattern.compile("\\d{4,5}");
    private static final int FIRST_COUNTED = 3_654; // 1910
    private static final int LAST_COUNTED = 73_050; // 2099
    private static final LocalDate BEFORE_THE_FIRST = LocalDate.of(1899, 12, 30);
    private static final List<DateTimeFormatter> WRITTEN =
            List.of(written("d/M/uuuu"), written("uuuu-M-d"), written("d MMM uuuu"), written("d MMMM uuuu"));

    private ListedDay() {}

    private static DateTimeFormatter written(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// The day that a text stands for; empty when it is none.
    public static Optional<LocalDate> read(String text) {
        String day = TIME.matcher(text.strip()).replaceFirst("").strip();
        if (COUNTED.matcher(day).matches()) {
            int counted = Integer.parseInt(day);
            return counted >= FIRST_COUNTED && counted <= LAST_COUNTED
                    ? Optional.of(BEFORE_THE_FIRST.plusDays(counted))
                    : Optional.empty();
        }
        String plain = day.matches("\\d{4}-.*")
                ? day
                : day.replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "")
                        .replaceAll("[ .-]+", day.matches(".*[A-Za-z].*") ? " " : "/");
        for (DateTimeFormatter form : WRITTEN) {
            try {
                return Optional.of(LocalDate.parse(plain, form));
            } catch (DateTimeException _) {
                // The next form is tried.
            }
        }
        return Optional.empty();
    }

    /// Whether a text is a day with a year of two figures.
    public static boolean hasTwoFigures(String text) {
        return TWO_FIGURES.matcher(text.strip()).matches();
    }
}
