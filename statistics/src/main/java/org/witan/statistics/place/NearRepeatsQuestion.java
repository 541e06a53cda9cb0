package org.witan.statistics.place;

import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Period;

/// Is one crime followed by another near it?
///
/// @param offences the name of an offence set that street files can tell apart
/// @param area a name or a code
/// @param bands distances in metres, times in months: street files tell no day
/// @param snapshot the snapshot to answer from; absent: the current one
public record NearRepeatsQuestion(
        String offences,
        String area,
        Period period,
        KnoxBands bands,
        int permutations,
        long seed,
        @Nullable String snapshot) {}
