package org.witan.statistics.loading;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;
import org.witan.statistics.store.Vocabulary;

/// Works out what a snapshot holds: which body, which months, and whether the first and the last month are whole.
///
/// An extract says nowhere which days it covers. A month at its edge is taken as partly covered when the silence
/// before the first or after the last recorded day is longer than chance allows at that body's pace (one in a
/// thousand, crimes arriving as a Poisson process).
final class Covering {
    private static final double CHANCE = 0.001;

    private static final String NOTHING = "''";

    /// What a question may ask of a crime; a file may lack any of it.
    private static final List<String> ASKED = Stream.concat(
                    Vocabulary.FLAGS.stream(),
                    Stream.of("victim_sex", "victim_ethnicity", "relationship", "place", "outcome"))
            .toList();

    private final Workbench bench;
    private final Path folder;

    Covering(Workbench bench, Path folder) {
        this.bench = bench;
        this.folder = folder;
    }

    Coverage of(Map<Table, List<String>> files) {
        List<Coverage.Span> spans = new ArrayList<>();
        files.forEach((table, names) -> {
            if (!names.isEmpty()) {
                spans.addAll(bench.query(sql(table, names), rows -> read(table, rows)));
            }
        });
        return new Coverage(spans);
    }

    private String sql(Table table, List<String> names) {
        String parquet = Store.reading(names.stream().map(folder::resolve).toList());
        return switch (table) {
            case CRIME ->
                sql("force", "date_trunc('month', recorded_on)::DATE", "recorded_on", unrecorded(names), parquet);
            case STREET -> sql("force", "month", "month", NOTHING, parquet);
            case COUNTED -> """
                    SELECT coalesce(partnership, force) AS body, quarter AS span, count(*) AS n, 0 AS without,
                      0 AS old, NULL::DATE AS first_day, NULL::DATE AS last_day, %s AS unrecorded
                    FROM %s GROUP BY ALL ORDER BY ALL""".formatted(NOTHING, parquet);
        };
    }

    /// SQL that lists the asked columns that no row of a group fills. Only a column that the files' own counts say
    /// has blanks need be looked at.
    private String unrecorded(List<String> names) {
        String files = names.stream()
                .map(name -> Store.onlyThis(folder.resolve(name)))
                .collect(Collectors.joining(", ", "parquet_metadata([", "])"));
        String blanks = "SELECT DISTINCT path_in_schema FROM " + files + " WHERE path_in_schema IN ("
                + ASKED.stream().map(column -> "'" + column + "'").collect(Collectors.joining(", "))
                + ") AND coalesce(stats_null_count, 1) > 0 ORDER BY path_in_schema";
        List<String> cases = bench.query(blanks, rows -> {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                String column = rows.getString(1);
                found.add("CASE WHEN count(" + column + ") = 0 THEN '" + column + "' END");
            }
            return found;
        });
        return cases.isEmpty() ? NOTHING : "concat_ws(',', " + String.join(", ", cases) + ")";
    }

    private static String sql(String body, String span, String day, String unrecorded, String parquet) {
        return """
                SELECT %s AS body, %s AS span, count(*) AS n,
                  count(*) FILTER (WHERE district IS NULL) AS without,
                  count(*) FILTER (WHERE area_vintage = 2011) AS old,
                  min(%s) AS first_day, max(%s) AS last_day, %s AS unrecorded
                FROM %s GROUP BY body, span ORDER BY body, span""".formatted(body, span, day, day, unrecorded, parquet);
    }

    private static List<Coverage.Span> read(Table table, ResultSet rows) throws SQLException {
        List<Month> months = new ArrayList<>();
        while (rows.next()) {
            LocalDate span = rows.getObject("span", LocalDate.class);
            months.add(new Month(
                    rows.getString("body"),
                    span,
                    rows.getLong("n"),
                    rows.getLong("without"),
                    rows.getLong("old"),
                    table == Table.CRIME ? rows.getObject("first_day", LocalDate.class) : span,
                    table == Table.CRIME ? rows.getObject("last_day", LocalDate.class) : span,
                    Stream.of(rows.getString("unrecorded").split(","))
                            .filter(column -> !column.isEmpty())
                            .collect(Collectors.toSet())));
        }
        Map<String, List<Month>> byBody = months.stream().collect(Collectors.groupingBy(Month::body));
        return months.stream()
                .map(month -> month.span(
                        table, table != Table.CRIME || whole(month, byBody.getOrDefault(month.body(), List.of(month)))))
                .toList();
    }

    private static boolean whole(Month month, List<Month> all) {
        Month first = all.getFirst();
        Month last = all.getLast();
        long days = ChronoUnit.DAYS.between(first.firstDay(), last.lastDay()) + 1;
        double pace = (double) all.stream().mapToLong(Month::rows).sum() / days;
        long silenceBefore = month.equals(first) ? ChronoUnit.DAYS.between(month.start(), month.firstDay()) : 0;
        long silenceAfter = month.equals(last)
                ? ChronoUnit.DAYS.between(month.lastDay(), month.start().plusMonths(1)) - 1
                : 0;
        return Math.exp(-pace * silenceBefore) >= CHANCE && Math.exp(-pace * silenceAfter) >= CHANCE;
    }

    private record Month(
            String body,
            LocalDate start,
            long rows,
            long withoutDistrict,
            long vintage2011,
            LocalDate firstDay,
            LocalDate lastDay,
            Set<String> unrecorded) {
        Coverage.Span span(Table table, boolean complete) {
            return new Coverage.Span(table, body, start, rows, withoutDistrict, vintage2011, complete, unrecorded);
        }
    }
}
