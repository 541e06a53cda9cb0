package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.store.Table;

/// Turns a subject into the one scan that answers it.
///
/// @param crossings breaks that touch a part of a set; each is counted beside the total
/// @param earliest the first month of a series of years; the earlier period's for every other breakdown
record ScanPlan(Subject subject, Table table, Lookups lookups, List<Crossing> crossings, YearMonth earliest) {

    private static final int FEW = 8;

    Scan over(String relation) {
        var by = subject.question().by();
        return new Scan(
                relation,
                table,
                earliest.atDay(1),
                subject.now().to(),
                isByTime(by) ? null : subject.now().from(),
                by == Question.By.YEAR ? null : gap(),
                where(),
                part(),
                key(),
                by == Question.By.OFFENCE || subject.question().measure() instanceof Measure.Harm,
                extras());
    }

    static boolean isByTime(Question.By by) {
        return switch (by) {
            case MONTH, QUARTER, YEAR -> true;
            case NOTHING, AREA, OFFENCE, SEX -> false;
        };
    }

    Scan.@Nullable Gap gap() {
        var from = subject.then().to().plusDays(1);
        var to = subject.now().from().minusDays(1);
        return from.isAfter(to) ? null : new Scan.Gap(from, to);
    }

    private List<String> where() {
        var where = new ArrayList<String>();
        var whole = subject.whole();
        where.addAll(offences(whole == null ? subject.set() : whole));
        where.addAll(areaCondition());
        where.addAll(filters(subject.filters()));
        return where;
    }

    private List<String> areaCondition() {
        if (TableChoice.isByPartnership(subject, table)) {
            return List.of(Scan.is("force", subject.place().area().code()), "partnership is not null");
        }
        var condition = subject.place().condition(table).orElseThrow();
        return condition.equals("true") ? List.of() : List.of(condition);
    }

    private List<String> offences(OffenceSet set) {
        if (table == Table.STREET) {
            return List.of(Scan.in("category", set.streetCategories()));
        }
        var codes = lookups.codes(set);
        return codes.isEmpty() ? List.of() : List.of(anyOf(codes));
    }

    /// Looking each row up in a list of 150 codes costs a third of a scan; a few that it must not be cost nothing. The
    /// store holds no code that the catalogue lacks, so both say the same.
    private String anyOf(Set<OffenceCode> codes) {
        var leftOut = lookups.leftOut(codes);
        if (leftOut.isEmpty() || leftOut.size() > FEW) {
            return Scan.in("offence", values(codes));
        }
        return values(leftOut).stream()
                .map(code -> "offence <> " + Scan.literal(code))
                .collect(Collectors.joining(" and ", "(", ")"));
    }

    /// The conditions of filters on a row.
    static List<String> filters(Map<String, String> filters) {
        return filters.entrySet().stream()
                .map(filter -> Scan.is(spelling(filter.getKey()), filter.getValue()))
                .toList();
    }

    /// The values of two columns are kept as they were printed, and a filter's are in small letters.
    private static String spelling(String column) {
        return column.equals("victim_ethnicity") || column.equals("outcome") ? "lower(" + column + ")" : column;
    }

    private @Nullable String part() {
        return switch (subject.question().measure()) {
            case Measure.Count count -> null;
            case Measure.Rate rate -> null;
            case Measure.Harm harm -> null;
            case Measure.ShareWithFlag share -> Scan.is(share.flag(), "yes");
            case Measure.OutcomeShare share -> Scan.in("outcome", subject.outcomes());
            case Measure.ShareOfSet share -> partOfSet();
        };
    }

    private String partOfSet() {
        var conditions = new ArrayList<>(offences(subject.set()));
        conditions.addAll(filters(subject.partFilters()));
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private @Nullable String key() {
        return switch (subject.question().by()) {
            case NOTHING, MONTH, QUARTER, YEAR, OFFENCE -> null;
            case AREA -> Breakdown.byArea(subject.place(), table).column();
            case SEX -> "victim_sex";
        };
    }

    /// First the crimes without the flag that is shared out, if one is; then one condition for each crossing.
    private List<String> extras() {
        var extras = new ArrayList<String>();
        if (subject.question().measure() instanceof Measure.ShareWithFlag share) {
            extras.add(share.flag() + " is null");
        }
        for (var crossing : crossings) {
            var touched = Scan.in("offence", values(crossing.affected()));
            boolean ofPart = subject.whole() != null && crossing.within() == Crossing.Within.SET;
            extras.add(ofPart ? touched + " and " + partOfSet() : touched);
        }
        return extras;
    }

    private static Set<String> values(Set<OffenceCode> codes) {
        var values = new TreeSet<String>();
        codes.forEach(code -> values.add(code.value()));
        return values;
    }
}
