package org.witan.priorities;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.place.HeldOutMonth;
import org.witan.statistics.place.KernelDensity;
import org.witan.statistics.place.KnoxBands;
import org.witan.statistics.place.KnoxTest;
import org.witan.statistics.place.LookingAtPlaces;
import org.witan.statistics.place.NearRepeatsAnswer;
import org.witan.statistics.place.NearRepeatsQuestion;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.PlacesQuestion;

/// Where it gathers, and whether one crime is followed by another near it. Points are map points of the publisher,
/// never addresses.
@Component
public class Locating {
    private static final int TOP = 10;

    /// Whoever asks again gets the same digits.
    private static final long SEED = 1;

    private static final List<Integer> MONTHS = List.of(0, 1, 2);
    private final LookingAtPlaces looking;
    private final Witnessing witnessing;

    Locating(LookingAtPlaces looking, Witnessing witnessing) {
        this.looking = looking;
        this.witnessing = witnessing;
    }

    /// Hot places by map point, by cell and by density, with how well each way foretold the last month.
    ///
    /// @param verb how it is taken: to be read or as a file
    /// @throws org.witan.statistics.BadInput when the question names what is not there
    public Outcome<PlacesAnswer> hotPlaces(Viewer viewer, String offences, String area, Period period, Verb verb) {
        enter(viewer, verb, "hot places", offences, area, period);
        return looking.hotPlaces(new PlacesQuestion(
                offences,
                area,
                period,
                KernelDensity.USUAL_CELL,
                KernelDensity.USUAL_BANDWIDTH,
                HeldOutMonth.USUAL_SHARE,
                TOP,
                SEED,
                null));
    }

    /// Near repeats by the Knox test with 999 dealings of the times.
    ///
    /// @param verb how they are taken: to be read or as a file
    /// @throws org.witan.statistics.BadInput when the question names what is not there
    public Outcome<NearRepeatsAnswer> nearRepeats(
            Viewer viewer, String offences, String area, Period period, Verb verb) {
        enter(viewer, verb, "near repeats", offences, area, period);
        return looking.nearRepeats(new NearRepeatsQuestion(
                offences,
                area,
                period,
                new KnoxBands(KnoxBands.USUAL_DISTANCES, MONTHS),
                KnoxTest.USUAL_PERMUTATIONS,
                SEED,
                null));
    }

    private void enter(Viewer viewer, Verb verb, String what, String offences, String area, Period period) {
        var deed = Deed.of(verb, what)
                .with("offences", offences)
                .with("area", area)
                .with("period", period.notation());
        witnessing.witness(viewer, deed, _ -> what);
    }
}
