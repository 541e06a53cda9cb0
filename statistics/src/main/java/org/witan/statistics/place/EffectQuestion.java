package org.witan.statistics.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Period;

/// Did crime change in an area beyond what changed elsewhere?
///
/// @param offences the name of an offence set that street files can tell apart
/// @param area in which something was done: a name or a code
/// @param against the areas in which nothing was done
/// @param snapshot the snapshot to answer from; absent: the current one
public record EffectQuestion(
        String offences,
        String area,
        List<String> against,
        Period before,
        Period after,
        @Nullable String snapshot) {

    public EffectQuestion {
        against = List.copyOf(against);
    }
}
