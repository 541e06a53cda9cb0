package org.witan.statistics.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Coverage.Span;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Source;
import org.witan.statistics.store.Table;

/// A store of invented crimes that a test writes in a few words.
final class Recorded {
    static final String STAFFORDSHIRE = "E23000015";
    static final String SOUTH_STAFFORDSHIRE = "E07000196";

    private final Map<Table, List<String>> rows = new EnumMap<>(Table.class);
    private final List<Span> spans = new ArrayList<>();
    private boolean synthetic;

    static Recorded nothing() {
        return new Recorded();
    }

    /// Crimes of one code on one day; further columns as `domestic` to `yes`.
    Recorded crimes(int number, String offence, String day, String... columns) {
        var values = new TreeMap<String, String>(Map.of(
                "offence", quoted(offence), "recorded_on", "date '" + day + "'", "force", quoted(STAFFORDSHIRE)));
        for (int i = 0; i < columns.length; i += 2) {
            values.put(columns[i], quoted(columns[i + 1]));
        }
        return add(Table.CRIME, number, values);
    }

    Recorded counted(int number, String offence, String quarter) {
        return add(
                Table.COUNTED,
                1,
                Map.of(
                        "offence", quoted(offence),
                        "quarter", "date '" + quarter + "'",
                        "force", quoted(STAFFORDSHIRE),
                        "number", Integer.toString(number)));
    }

    Recorded street(int number, String category, String month) {
        return add(
                Table.STREET,
                number,
                Map.of(
                        "category", quoted(category),
                        "month", "date '" + month + "'",
                        "force", quoted(STAFFORDSHIRE)));
    }

    /// Says that these months were delivered, with crimes in them or not.
    Recorded covering(Table table, String first, String last) {
        var step = table == Table.COUNTED ? 3 : 1;
        for (var month = YearMonth.parse(first);
                !month.isAfter(YearMonth.parse(last));
                month = month.plusMonths(step)) {
            span(table, month.atDay(1), 1000, 0, 0, true);
        }
        return this;
    }

    Recorded span(Table table, LocalDate from, long n, long withoutDistrict, long vintage2011, boolean complete) {
        spans.add(new Span(table, STAFFORDSHIRE, from, n, withoutDistrict, vintage2011, complete));
        return this;
    }

    /// Says that these months were delivered without a column.
    Recorded coveringWithout(String column, String first, String last) {
        for (var month = YearMonth.parse(first); !month.isAfter(YearMonth.parse(last)); month = month.plusMonths(1)) {
            spans.add(new Span(Table.CRIME, STAFFORDSHIRE, month.atDay(1), 1000, 0, 0, true, Set.of(column)));
        }
        return this;
    }

    Recorded synthetic() {
        synthetic = true;
        return this;
    }

    Snapshot snapshot() {
        var sources = rows.keySet().stream()
                .map(table -> new Source("file.csv", "0".repeat(64), table, Instant.EPOCH, synthetic, 1))
                .toList();
        return new Snapshot("S0001", Instant.EPOCH, null, sources, Map.of(), new Coverage(spans), "abc");
    }

    String relation(Table table) {
        var nothing = table.columns().stream()
                .map(column -> "null::" + column.type() + " as " + column.name())
                .collect(Collectors.joining(", ", "select ", " where false"));
        return "(" + nothing
                + rows.getOrDefault(table, List.of()).stream()
                        .map(each -> " union all by name " + each)
                        .collect(Collectors.joining())
                + ")";
    }

    private Recorded add(Table table, int number, Map<String, String> values) {
        rows.computeIfAbsent(table, any -> new ArrayList<>())
                .add(values.entrySet().stream()
                        .map(value -> value.getValue() + " as " + value.getKey())
                        .collect(Collectors.joining(", ", "select ", " from range(" + number + ")")));
        return this;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
