package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.store.Table;

/// What missing, partial or unplaced rows do to a comparison.
final class CoverageRules {
    /// A share of unplaced crimes above this, and a difference of as many points, is a difference of its own.
    private static final double UNPLACED = 5;

    private static final String STORE = "the store's own coverage";

    static final Rule SAME_MONTHS_IN_BOTH_PERIODS = new Rule(
            "sameMonthsInBothPeriods",
            "Two periods are compared only when the same months of both are loaded.",
            STORE,
            "A month that was not delivered looks like a month without crime.",
            CoverageRules::months);

    static final Rule WHOLE_MONTHS = new Rule(
            "wholeMonths",
            "A month that an extract holds only in part is named.",
            STORE,
            "Half a month looks like half the crime.",
            CoverageRules::partialMonths);

    static final Rule PLACED_CRIMES_ONLY = new Rule(
            "placedCrimesOnly",
            "Crimes that could not be placed are told wherever an area is smaller than the force.",
            STORE,
            "An area gains crimes when more of them can be placed.",
            CoverageRules::unplaced);

    static final Rule SAME_DRAWING_OF_AREAS = new Rule(
            "sameDrawingOfAreas",
            "Small areas are compared only when both periods use the same drawing of them.",
            "ONS lookups of the 2011 and 2021 output areas",
            "A redrawn area holds other streets under the same name.",
            CoverageRules::vintages);

    private CoverageRules() {}

    private static List<Finding> months(Compared compared) {
        var now = compared.heldNow();
        var then = compared.heldThen();
        var findings = new ArrayList<Finding>();
        warnOfMissing(now, findings);
        warnOfMissing(then, findings);
        if (now.absentBodies().size() * 2 > now.bodies().size() && !now.isEmpty()) {
            findings.add(new Finding.ValueRefused(
                    "missing-months",
                    "Of " + now.bodies().size() + " reporting bodies "
                            + now.absentBodies().size() + " have delivered nothing for "
                            + now.period().label() + ".",
                    STORE));
        }
        if (!now.slots().equals(then.slots())) {
            findings.add(new Finding.ComparisonRefused(
                    "missing-months",
                    "The two periods do not have the same " + unit(compared.table()) + "s loaded: " + missing(now)
                            + "; " + missing(then) + ".",
                    STORE));
        }
        return findings;
    }

    private static void warnOfMissing(Holding holding, List<Finding> findings) {
        if (!holding.missing().isEmpty()) {
            findings.add(new Finding.Caution("missing-months", sentence(missing(holding)) + ".", null));
        }
    }

    private static String missing(Holding holding) {
        var label = holding.period().label();
        if (holding.isEmpty()) {
            return "nothing is loaded for " + label;
        }
        var months = holding.missing();
        return months.isEmpty()
                ? "nothing is missing in " + label
                : "missing in " + label + ": " + Words.list(names(months));
    }

    private static List<String> names(List<YearMonth> months) {
        return months.stream().map(Period::name).toList();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static String unit(Table table) {
        return table == Table.COUNTED ? "quarter" : "month";
    }

    private static List<Finding> partialMonths(Compared compared) {
        var partial = new ArrayList<>(compared.heldThen().partial());
        partial.addAll(compared.heldNow().partial());
        return partial.isEmpty()
                ? List.of()
                : List.of(new Finding.Caution(
                        "partial-month", "Only a part of " + Words.list(names(partial)) + " is loaded.", null));
    }

    private static List<Finding> unplaced(Compared compared) {
        boolean byArea = compared.subject().question().by() == Question.By.AREA;
        if ((!compared.subject().place().isBelowForce() && !byArea) || compared.table() == Table.COUNTED) {
            return List.of();
        }
        var now = compared.heldNow();
        var then = compared.heldThen();
        if (now.withoutDistrict() + then.withoutDistrict() == 0) {
            return List.of();
        }
        double nowShare = share(now);
        double thenShare = share(then);
        boolean unlike = Math.max(nowShare, thenShare) > UNPLACED && Math.abs(nowShare - thenShare) > UNPLACED;
        return List.of(new Finding.Caution(
                "unmatched-areas",
                "Crimes of the force that could not be placed in a district: " + unplaced(now, compared) + "; "
                        + unplaced(then, compared) + "."
                        + (unlike ? " The two periods are not like for like." : ""),
                null));
    }

    private static String unplaced(Holding holding, Compared compared) {
        return compared.printed(holding.withoutDistrict()) + " of " + compared.printed(holding.rows()) + " ("
                + Words.percent(share(holding)) + ") in " + holding.period().label();
    }

    private static double share(Holding holding) {
        return holding.rows() == 0 ? 0 : 100.0 * holding.withoutDistrict() / holding.rows();
    }

    private static List<Finding> vintages(Compared compared) {
        var place = compared.subject().place();
        boolean small = switch (place.area().kind()) {
            case DISTRICT, WARD, LSOA -> true;
            case ENGLAND_AND_WALES, REGION, FORCE, COUNTY, PARTNERSHIP -> false;
        };
        if (!small
                || compared.table() == Table.COUNTED
                || compared.heldNow()
                        .placesOfOldVintage()
                        .equals(compared.heldThen().placesOfOldVintage())) {
            return List.of();
        }
        var text = "One period's crimes carry area codes of 2011, the other's do not.";
        if (place.area().kind() == AreaKind.DISTRICT) {
            return List.of(new Finding.Caution(
                    "area-vintage", text + " Districts change little by it: only crimes on a border may move.", null));
        }
        if (place.area().kind() == AreaKind.LSOA && place.redrawnLsoas() > 0) {
            return List.of(new Finding.ComparisonRefused(
                    "area-vintage", text + " This LSOA was redrawn in between.", SAME_DRAWING_OF_AREAS.source()));
        }
        return List.of(new Finding.Caution(
                "area-vintage",
                text + " LSOAs here that were redrawn in between: " + place.redrawnLsoas() + ".",
                SAME_DRAWING_OF_AREAS.source()));
    }
}
