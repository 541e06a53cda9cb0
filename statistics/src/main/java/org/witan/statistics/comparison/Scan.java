package org.witan.statistics.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.store.Table;

/// One reading of a table: both periods at once, grouped by time and by what the reader asked for.
///
/// The shape is `select slot, key, offence, n, part, extra… from relation where days and codes and area
/// group by …`.
/// Nothing is joined: codes and areas are lists inside the condition, so that whole blocks of a file are
/// passed over.
///
/// @param relation what to read, for a `from` clause
/// @param from the first day of the earliest period; @param to the last day of the latest
/// @param split the first day of the later period: rows are before it or not; null: one slot for each month
/// @param gap the days between the two periods, which belong to neither; null when they touch
/// @param where conditions that every row meets
/// @param part the condition of the numerator of a share; null when there is none
/// @param key the column to break down by; null when there is none
/// @param byOffence whether offences are told apart
/// @param extras further conditions to count
record Scan(
        String relation,
        Table table,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate split,
        @Nullable Gap gap,
        List<String> where,
        @Nullable String part,
        @Nullable String key,
        boolean byOffence,
        List<String> extras) {

    /// Days between two periods, both ends included.
    record Gap(LocalDate from, LocalDate to) {}

    String sql() {
        var columns = new ArrayList<String>();
        columns.add(slot() + " as slot");
        columns.add((key == null ? "null::varchar" : key) + " as key");
        columns.add((byOffence ? offence(table) : "null::varchar") + " as offence");
        columns.add(amount("true") + " as n");
        columns.add((part == null ? "0" : amount(part)) + " as part");
        for (int i = 0; i < extras.size(); i++) {
            columns.add(amount(extras.get(i)) + " as extra" + i);
        }
        var groups = new ArrayList<>(List.of("slot"));
        if (key != null) {
            groups.add("key");
        }
        if (byOffence) {
            groups.add("offence");
        }
        return "select " + String.join(", ", columns) + " from " + relation + " where " + conditions() + " group by "
                + String.join(", ", groups);
    }

    private String slot() {
        return split == null
                ? "year(%s) * 12 + month(%s) - 1".formatted(day(table), day(table))
                : "(%s >= %s)::int".formatted(day(table), date(split));
    }

    private String conditions() {
        var all = new ArrayList<String>();
        all.add("%s between %s and %s".formatted(day(table), date(from), date(to)));
        if (gap != null) {
            all.add("%s not between %s and %s".formatted(day(table), date(gap.from()), date(gap.to())));
        }
        all.addAll(where);
        return String.join(" and ", all);
    }

    private String amount(String condition) {
        var filter = condition.equals("true") ? "" : " filter (where " + condition + ")";
        return switch (table) {
            case CRIME, STREET -> "count(*)" + filter;
            case COUNTED -> "coalesce(sum(number)" + filter + ", 0)::bigint";
        };
    }

    static String day(Table table) {
        return switch (table) {
            case CRIME -> "recorded_on";
            case STREET -> "month";
            case COUNTED -> "quarter";
        };
    }

    static String offence(Table table) {
        return table == Table.STREET ? "category" : "offence";
    }

    static String date(LocalDate day) {
        return "date '" + day + "'";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String is(String column, String value) {
        return column + " = " + literal(value);
    }

    static String in(String column, Collection<String> values) {
        if (values.size() == 1) {
            return is(column, values.iterator().next());
        }
        return column + values.stream().sorted().map(Scan::literal).collect(Collectors.joining(", ", " in (", ")"));
    }
}
