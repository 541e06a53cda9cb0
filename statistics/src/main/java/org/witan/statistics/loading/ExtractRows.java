package org.witan.statistics.loading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.statistics.store.Table;

/// One row a crime, from a police record-level extract.
record ExtractRows(List<String> columns, LocalDate today) implements RowRules {
    @Override
    public String select(String source) {
        return RowRules.frame(
                Table.CRIME,
                normalised(),
                source + """
                         r LEFT JOIN offence_form o ON o.printed = %s
                        LEFT JOIN placed_code a ON a.printed = %s
                        LEFT JOIN force_name f ON f.printed = %s""".formatted(column("offence_code"), column("area_code"), column("force")),
                "coalesce(status = 'cancelled', false)",
                "coalesce(starts_with(notice, 'SYNTHETIC') OR starts_with(upper(notice), 'SYNTHETIC'), false)",
                reason());
    }

    private String normalised() {
        Stream<String> plain = Stream.of(
                "trim(r.crime_reference) AS reference",
                "o.code AS offence",
                "o.code IS NULL AS offence_unknown",
                column("offence_code") + " AS offence_printed",
                "r.recorded_on",
                column("committed_from") + " AS committed_from",
                column("committed_to") + " AS committed_to",
                "coalesce(f.code, CASE WHEN " + column("force") + " IS NULL THEN a.force END) AS force",
                column("force") + " AS force_printed",
                column("area_code") + " AS area_published",
                "a.district",
                "a.ward",
                "a.lsoa",
                "a.vintage AS area_vintage",
                column("victim_age") + " AS victim_age",
                column("victim_ethnicity") + " AS victim_ethnicity",
                column("outcome_on") + " AS outcome_on",
                column("data_notice") + " AS notice");
        Stream<String> coded =
                CodedColumn.all().stream().map(column -> column.select(columns.contains(column.column())));
        return Stream.concat(plain, coded).collect(Collectors.joining(",\n  "));
    }

    private String column(String name) {
        return columns.contains(name) ? "r." + name : "NULL::" + InputFormat.sqlType(name);
    }

    /// The reasons in the order in which they are named. Nearly every row has none, so all conditions are first asked
    /// as one; only a row that meets it is asked again which it was.
    private String reason() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("reference IS NULL OR reference = ''", "no-reference");
        reasons.put("offence_printed IS NULL", "no-offence");
        reasons.put("offence IS NULL", "unknown-offence");
        reasons.put("recorded_on IS NULL", "no-recorded-date");
        reasons.put("recorded_on > DATE '" + today + "'", "recorded-in-future");
        reasons.put("recorded_on < DATE '1990-01-01'", "recorded-before-1990");
        reasons.put("committed_from > recorded_on OR committed_to > recorded_on", "committed-after-recorded");
        reasons.put("committed_to < committed_from", "committed-ends-before-start");
        reasons.put("committed_from < DATE '1900-01-01'", "committed-before-1900");
        reasons.put("outcome_on < recorded_on", "outcome-before-recorded");
        reasons.put("outcome_on > DATE '" + today + "'", "outcome-in-future");
        reasons.put("area_published IS NOT NULL AND area_vintage IS NULL", "unknown-area");
        reasons.put("force IS NULL AND force_printed IS NULL", "no-force");
        reasons.put("force IS NULL", "unknown-force");
        reasons.put("victim_age < 0 OR victim_age > 120", "impossible-age");
        String any = reasons.keySet().stream().map(when -> "(" + when + ")").collect(Collectors.joining(" OR "));
        String which = reasons.entrySet().stream()
                .map(reason -> "WHEN " + reason.getKey() + " THEN '" + reason.getValue() + "'")
                .collect(Collectors.joining(" "));
        return "CASE WHEN " + any + " THEN CASE " + which + " END END";
    }
}
