package org.witan.statistics.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.Populations.Population;
import org.witan.statistics.store.Table;

/// Everything that the rules of comparison look at: the question, what the store holds, and what was counted.
///
/// @param affected what was counted of each crossing that touches a part of its set
/// @param lastDayHeld the last day that the table covers for the area; null when it covers none
/// @param withoutWeight offences that were counted but have no severity weight
/// @param notRecorded crimes of which nobody recorded the flag that is shared out
/// @param residentsNow and residentsThen the populations of a rate; null for other measures
record Compared(
        Subject subject,
        Table table,
        Holding heldNow,
        Holding heldThen,
        Tally total,
        List<Crossing> crossings,
        Map<Crossing, Tally> affected,
        @Nullable LocalDate lastDayHeld,
        boolean synthetic,
        Set<String> withoutWeight,
        Tally notRecorded,
        @Nullable Population residentsNow,
        @Nullable Population residentsThen,
        Disclosure disclosure) {

    Period now() {
        return subject.now();
    }

    Period then() {
        return subject.then();
    }

    boolean isPublic() {
        return subject.question().audience() == Question.Audience.PUBLIC;
    }

    /// A count as this reader may see it inside a sentence.
    String printed(long count) {
        return isPublic() && disclosure.isSmall(count) ? "fewer than " + disclosure.threshold() : Words.count(count);
    }
}
