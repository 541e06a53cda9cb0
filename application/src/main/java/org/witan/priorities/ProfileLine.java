package org.witan.priorities;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.witan.priorities.Profile.Line;
import org.witan.priorities.Profile.Peak;
import org.witan.priorities.Profile.Weight;
import org.witan.priorities.Profile.Year;
import org.witan.statistics.comparison.Figure;

/// Makes the line of a profile from two figures of one type: by month, which is compared, and by year.
final class ProfileLine {
    private static final double STANDS_OUT = 1.2;
    private static final int MONTHS = 12;
    private static final int YEARS = 5;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-M?(\\d{2})");

    private ProfileLine() {}

    /// The line of a type.
    ///
    /// @param byYear null when it was refused
    static Line of(Figure byMonth, @Nullable Figure byYear, @Nullable Weight weight) {
        boolean counted = byMonth.state() == Figure.State.NUMBER || byMonth.state() == Figure.State.ZERO;
        Long now = counted ? whole(byMonth.value()) : null;
        Figure.Interval interval = byMonth.interval();
        boolean compared = interval != null && byMonth.changePercent() != null && byMonth.refused() == null;
        return new Line(
                byMonth.question().offences(),
                byMonth.definition().title().replace("police.uk: ", ""),
                now,
                whole(byMonth.previous()),
                compared ? byMonth.changePercent() : null,
                compared && interval != null ? interval.low() : null,
                compared && interval != null ? interval.high() : null,
                compared || byMonth.refused() == null ? null : byMonth.refused().reason(),
                weight,
                weight == null || now == null ? null : Double.valueOf((double) now * weight.days()),
                peak(byMonth.rows()),
                byYear == null ? List.of() : years(byYear.rows()));
    }

    private static List<Year> years(List<Figure.Row> rows) {
        return rows.subList(Math.max(0, rows.size() - YEARS), rows.size()).stream()
                .map(row -> new Year(row.name(), whole(row.value())))
                .toList();
    }

    /// The month that was highest in both years, when it stood out of their mean.
    private static @Nullable Peak peak(List<Figure.Row> rows) {
        var whole = rows.stream()
                .filter(row -> row.value() != null && row.previous() != null)
                .toList();
        if (whole.size() < MONTHS) {
            return null;
        }
        double now =
                whole.stream().mapToDouble(row -> number(row.value())).average().orElse(0);
        double before = whole.stream()
                .mapToDouble(row -> number(row.previous()))
                .average()
                .orElse(0);
        return whole.stream()
                .filter(row -> now > 0 && before > 0)
                .filter(row -> number(row.value()) >= STANDS_OUT * now && number(row.previous()) >= STANDS_OUT * before)
                .max(Comparator.comparingDouble(row -> number(row.value()) + number(row.previous())))
                .map(row -> new Peak(month(row), (number(row.value()) + number(row.previous())) / (now + before)))
                .orElse(null);
    }

    private static String month(Figure.Row row) {
        var digits = MONTH.matcher(row.code());
        return digits.find()
                ? Month.of(Integer.parseInt(digits.group(1))).getDisplayName(TextStyle.FULL, Locale.UK)
                : row.name();
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Long.valueOf(Math.round(value));
    }
}
