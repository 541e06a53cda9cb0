package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Table;

/// The rows of street files that an offence set, an area and a period mean, for whoever reads their points
/// instead of counting them: the same names, rules and words as a question.
///
/// @param isInSet the SQL condition of the set on a row
/// @param isInArea the SQL condition of the area on a row, by its published code and never by its point
public record StreetSelection(
        OffenceSet set, Area area, Period period, Set<String> forces, String isInSet, String isInArea) {

    /// Looks the names up.
    ///
    /// @throws BadInput when a name is unknown or street files cannot tell the set apart
    public static StreetSelection of(String offences, String area, Period period, Definitions definitions) {
        var set = definitions.sets().the(offences);
        if (set.streetCategories().isEmpty() || !set.condition().isEmpty()) {
            throw new BadInput(
                    "Street files cannot tell the set " + set.name()
                            + " apart, and only they have points: choose a set of a police.uk category, for example police-uk-burglary");
        }
        var place = Place.of(definitions.areas().the(area), definitions.areas());
        return new StreetSelection(
                set,
                place.area(),
                period,
                place.bodies(Table.STREET),
                Scan.in("category", set.streetCategories()),
                place.condition(Table.STREET).orElseThrow());
    }

    /// The months of the period that every force of the area has delivered, and those that are missing.
    public Months months(Coverage coverage) {
        var held = new TreeSet<YearMonth>();
        for (var month : period.months()) {
            var bodies = coverage.spans().stream()
                    .filter(span -> span.table() == Table.STREET
                            && YearMonth.from(span.from()).equals(month))
                    .map(Coverage.Span::body)
                    .collect(Collectors.toSet());
            if (bodies.containsAll(forces)) {
                held.add(month);
            }
        }
        var spans = coverage.spans().stream()
                .filter(span -> span.table() == Table.STREET
                        && forces.contains(span.body())
                        && held.contains(YearMonth.from(span.from())))
                .toList();
        return new Months(
                List.copyOf(held),
                period.months().stream().filter(month -> !held.contains(month)).toList(),
                spans.stream().mapToLong(Coverage.Span::rows).sum(),
                spans.stream().mapToLong(Coverage.Span::withoutDistrict).sum());
    }

    /// The SQL condition on a row to be of one of some months; there must be one.
    public static String isIn(Collection<YearMonth> months) {
        return Scan.in(
                "month", months.stream().map(month -> month.atDay(1).toString()).toList());
    }

    /// Months as a person says them.
    public static String inWords(Collection<YearMonth> months) {
        return Words.list(months.stream().map(Period::name).toList());
    }

    /// True for an area whose rows are found by their area code: a row without one cannot be counted to it.
    public boolean isByAreaCode() {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES, FORCE -> false;
            case REGION, COUNTY, PARTNERSHIP, DISTRICT, WARD, LSOA -> true;
        };
    }

    /// What is there and what is not.
    ///
    /// @param held months that are loaded, in order
    /// @param missing months of the period that are not
    /// @param rows of the forces in the months that are loaded, of whatever kind
    /// @param withoutArea of them, those that no area could be found for
    public record Months(List<YearMonth> held, List<YearMonth> missing, long rows, long withoutArea) {}
}
