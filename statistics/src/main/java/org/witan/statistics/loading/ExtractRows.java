package org.witan.statistics.loading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.statistics.store.Table;

/// One row a crime, from a police record-level extract. The common spelling of a value is compared first and as it
/// stands, since lower-casing ten columns of ten million rows costs more than all else together.
record ExtractRows(List<String> columns, LocalDate today) implements RowRules {
    private static final List<String> FLAGS = List.of(
            "domestic",
            "honour_based",
            "child_sexual_abuse",
            "child_sexual_exploitation",
            "hate",
            "online",
            "alcohol",
            "knife",
            "firearm",
            "repeat_victim");
    private static final String RELATIONSHIPS =
            "partner,ex-partner,parent,child,sibling,other-family,acquaintance," + "stranger,unknown";
    private static final String PLACES = "home,public-space,education,transport,workplace,licensed-premises,healthcare,"
            + "custody,online,other,unknown";
    private static final String OUTCOMES = "0,1,1A,2,2A,3,3A,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22";
    private static final String BAD = "'?'";

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
                oneOf(
                        "victim_sex",
                        "female,male,other,unknown",
                        "WHEN 'f' THEN 'female' WHEN 'm' THEN 'male' WHEN 'u' THEN 'unknown'"),
                column("victim_age") + " AS victim_age",
                column("victim_ethnicity") + " AS victim_ethnicity",
                oneOf("relationship", RELATIONSHIPS, ""),
                oneOf("place", PLACES, ""),
                oneOf("outcome_code", OUTCOMES, ""),
                column("outcome_on") + " AS outcome_on",
                oneOf("record_status", "live,cancelled", ""),
                column("data_notice") + " AS notice");
        Stream<String> flags = FLAGS.stream()
                .map(flag -> oneOf(
                        flag,
                        "yes,no,unknown",
                        "WHEN 'y' THEN 'yes' WHEN 'true' THEN 'yes' WHEN '1' THEN 'yes' "
                                + "WHEN 'n' THEN 'no' WHEN 'false' THEN 'no' WHEN '0' THEN 'no'"));
        return Stream.concat(plain, flags).collect(Collectors.joining(",\n  "));
    }

    /// A value that must be one of a list: as it stands, then without case and spaces; anything else is marked.
    private String oneOf(String column, String allowed, String synonyms) {
        String name = switch (column) {
            case "outcome_code" -> "outcome";
            case "record_status" -> "status";
            default -> column;
        };
        if (!columns.contains(column)) {
            return "NULL::VARCHAR AS " + name;
        }
        List<String> values = List.of(allowed.split(",", -1));
        String exact = values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        String loose = values.stream()
                .map(value -> "WHEN '" + value.toLowerCase(Locale.ROOT) + "' THEN '" + value + "'")
                .collect(Collectors.joining(" "));
        return """
                CASE WHEN r.%1$s IN (%2$s) THEN r.%1$s WHEN r.%1$s IS NULL THEN NULL
                    ELSE CASE replace(replace(lower(trim(r.%1$s)), ' ', '-'), '_', '-') %3$s %4$s WHEN '' THEN NULL ELSE %5$s END
                  END AS %6$s""".formatted(column, exact, loose, synonyms, BAD, name);
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
        reasons.put("victim_sex = " + BAD, "unknown-value:victim_sex");
        reasons.put("relationship = " + BAD, "unknown-value:relationship");
        reasons.put("place = " + BAD, "unknown-value:place");
        reasons.put("outcome = " + BAD, "unknown-value:outcome_code");
        reasons.put("status = " + BAD, "unknown-value:record_status");
        FLAGS.forEach(flag -> reasons.put(flag + " = " + BAD, "not-yes-no-unknown:" + flag));
        String any = reasons.keySet().stream().map(when -> "(" + when + ")").collect(Collectors.joining(" OR "));
        String which = reasons.entrySet().stream()
                .map(reason -> "WHEN " + reason.getKey() + " THEN '" + reason.getValue() + "'")
                .collect(Collectors.joining(" "));
        return "CASE WHEN " + any + " THEN CASE " + which + " END END";
    }
}
