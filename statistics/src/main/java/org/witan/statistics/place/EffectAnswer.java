package org.witan.statistics.place;

import java.time.YearMonth;
import java.util.List;

/// An effect with what a reader must know of it.
///
/// @param title the offence set
/// @param months those that were counted, before and after
public record EffectAnswer(
        EffectQuestion question,
        String title,
        String version,
        String snapshot,
        List<YearMonth> months,
        Effect effect,
        List<Caveat> caveats) {

    public EffectAnswer {
        months = List.copyOf(months);
        caveats = List.copyOf(caveats);
    }
}
