package org.witan.statistics.place;

import java.util.List;
import java.util.Map;

/// Hot places by three measures, and how well each told the held-out month.
///
/// @param near the small area (LSOA) of the nearest map point to each place
/// @param heldOut the month that was held out, as a person says it
public record PlacesAnswer(
        PlacesQuestion question,
        Read read,
        HotPlaces byPoint,
        HotPlaces byCell,
        HotPlaces byDensity,
        Map<Point, String> near,
        String heldOut,
        Outcome<PredictiveAccuracy> accuracy,
        List<Caveat> caveats) {

    public PlacesAnswer {
        near = Map.copyOf(near);
        caveats = List.copyOf(caveats);
    }
}
