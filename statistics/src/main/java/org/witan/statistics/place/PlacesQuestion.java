package org.witan.statistics.place;

import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Period;

/// Where does it gather, and does that tell where it will be next month?
///
/// @param offences the name of an offence set that street files can tell apart
/// @param area a name or a code
/// @param period its last loaded month is held out for the test; the places are those of all its months
/// @param cell the side of a cell in metres
/// @param bandwidth metres
/// @param share of the area that each way may choose in the test
/// @param top how many places to list
/// @param seed of the limits
/// @param snapshot the snapshot to answer from; absent: the current one
public record PlacesQuestion(
        String offences,
        String area,
        Period period,
        double cell,
        double bandwidth,
        double share,
        int top,
        long seed,
        @Nullable String snapshot) {}
