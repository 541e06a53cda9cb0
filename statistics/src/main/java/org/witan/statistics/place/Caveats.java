package org.witan.statistics.place;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.statistics.comparison.StreetSelection;

/// What a reader of an answer about places must know.
final class Caveats {
    private static final Caveat INVENTED =
            new Caveat("synthetic", "Some of the rows are invented: nothing here says anything about a real place.");

    private static final Caveat NOT_ALONE = new Caveat(
            "not-alone",
            "An effect says that the area changed otherwise than those it is compared with, not why. Crime may have moved next door, and anything else that happened only here counts too.");

    private static final Caveat CHOSEN_BECAUSE_HOT = new Caveat(
            "chosen-because-hot",
            "An area that was chosen because it had just had many crimes has fewer afterwards by itself. Months of another season before and after help only if the comparison areas have the same seasons.");

    private static final Caveat MAP_POINTS = new Caveat(
            "map-points",
            "The publisher moves each crime to the nearest of its map points (the middle of a street, a park, a car park). A point is not an address: at least eight addresses share it, or it stands for a place without any.");

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

    static List<Caveat> ofPlaces(List<Caveat> ofReading) {
        return joined(ofReading, List.of(MAP_POINTS, RECORDED, KNOWN_CELLS, LIMITS));
    }

    static List<Caveat> ofNearRepeats(List<Caveat> ofReading) {
        return joined(ofReading, List.of(ONE_MAP_POINT, MONTHS_ONLY, MAP_POINTS, SHIFTING, MANY_BANDS));
    }

    static List<Caveat> ofEffect(List<YearMonth> missing, Effect effect, boolean invented) {
        var caveats = new ArrayList<Caveat>();
        if (invented) {
            caveats.add(INVENTED);
        }
        if (!missing.isEmpty()) {
            caveats.add(notLoaded(missing));
        }
        var dispersion = effect.dispersion();
        if (dispersion == null) {
            caveats.add(
                    new Caveat(
                            "dispersion",
                            "There are too few months to tell whether they vary more than chance lets them: the true limits may be wider."));
        } else if (dispersion > 1) {
            caveats.add(new Caveat(
                    "dispersion",
                    String.format(
                            Locale.UK,
                            "The months vary %.1f times as much as Poisson counts do; the limits are wider for it.",
                            dispersion)));
        }
        caveats.addAll(List.of(NOT_ALONE, CHOSEN_BECAUSE_HOT, RECORDED));
        return caveats;
    }

    private static Caveat notLoaded(List<YearMonth> missing) {
        return new Caveat("missing-months", "Not loaded: " + StreetSelection.inWords(missing) + ".");
    }

    private static List<Caveat> joined(List<Caveat> some, List<Caveat> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /// What was not loaded or could not be used.
    static List<Caveat> ofReading(
            StreetSelection selection, StreetSelection.Months months, StreetPoints points, boolean invented) {
        var caveats = new ArrayList<Caveat>();
        if (invented) {
            caveats.add(INVENTED);
        }
        if (!months.missing().isEmpty()) {
            caveats.add(notLoaded(months.missing()));
        }
        if (points.withoutPoint() > 0) {
            caveats.add(left("without-point", points.withoutPoint(), points.number(), "have no point"));
        }
        if (selection.isByAreaCode() && months.withoutArea() > 0) {
            caveats.add(new Caveat(
                    "unmatched-areas",
                    String.format(
                            Locale.UK,
                            "Of %,d rows of all kinds of the force in these months %,d have no area: those of them that belong here are missing.",
                            months.rows(),
                            months.withoutArea())));
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
