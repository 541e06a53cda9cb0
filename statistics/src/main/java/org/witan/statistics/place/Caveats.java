package org.witan.statistics.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.statistics.comparison.StreetSelection;

/// What a reader of an answer about places must know.
final class Caveats {
    private static final Caveat MAP_POINTS = new Caveat(
            "map-points",
            "The publisher moves each crime onto a map point in the middle of a street, a car park or a park. A point is not an address and stands for whatever happened around it.");

    private static final Caveat RECORDED = new Caveat(
            "recorded-crime",
            "These are recorded crimes. Where people report less, or police look less, a place looks colder than it is.");

    private static final Caveat KNOWN_CELLS = new Caveat(
            "known-cells",
            "In the test the area is made of the cells in which anything of any kind was published in the months before; a larger area would make every index larger.");

    private static final Caveat LIMITS = new Caveat(
            "limits",
            "The limits draw the crimes of the held-out month again as if each came by itself; crimes that come in series make true limits wider.");

    private static final Caveat ONE_MAP_POINT = new Caveat(
            "same-map-point",
            "Pairs on one map point have a band of their own: they may be one address again or different addresses that share the point, and nobody can tell which. Only the bands beyond it speak of near repeats.");

    private static final Caveat MONTHS_ONLY = new Caveat(
            "months-only",
            "Street files tell the month and not the day, so a repeat within days cannot be told from one within the month. Times are counted from month to month.");

    private static final Caveat SHIFTING = new Caveat(
            "shifting-places",
            "Where crime grows in one place and falls in another for any other reason within the period, it looks like near repeats too.");

    private static final Caveat MANY_BANDS = new Caveat(
            "many-bands",
            "Of twenty bands one has a p below 0.05 by chance alone: look at the pattern, not at one cell.");

    private Caveats() {}

    static List<Caveat> ofPlaces(StreetSelection.Months months, StreetPoints points, boolean invented) {
        var caveats = ofReading(months, points, invented);
        caveats.addAll(List.of(MAP_POINTS, RECORDED, KNOWN_CELLS, LIMITS));
        return caveats;
    }

    static List<Caveat> ofNearRepeats(StreetSelection.Months months, StreetPoints points, boolean invented) {
        var caveats = ofReading(months, points, invented);
        caveats.addAll(List.of(ONE_MAP_POINT, MONTHS_ONLY, MAP_POINTS, SHIFTING, MANY_BANDS));
        return caveats;
    }

    private static List<Caveat> ofReading(StreetSelection.Months months, StreetPoints points, boolean invented) {
        var caveats = new ArrayList<Caveat>();
        if (invented) {
            caveats.add(new Caveat(
                    "synthetic", "Some of the rows are invented: nothing here says anything about a real place."));
        }
        if (!months.missing().isEmpty()) {
            caveats.add(new Caveat("missing-months", "Not loaded: " + months.missingInWords() + "."));
        }
        if (points.withoutPoint() > 0) {
            caveats.add(left("without-point", points.withoutPoint(), points.number(), "have no point"));
        }
        if (points.outsideEngland() > 0) {
            caveats.add(
                    left("outside-england", points.outsideEngland(), points.number(), "have a point outside England"));
        }
        return caveats;
    }

    private static Caveat left(String code, int some, int all, String what) {
        return new Caveat(code, String.format(Locale.UK, "%,d of %,d %s and are left out.", some, all, what));
    }
}
