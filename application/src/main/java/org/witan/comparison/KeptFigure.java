package org.witan.comparison;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;

/// A figure as it was said on the day it was kept.
///
/// @param question with the snapshot it was answered from, so that it can be asked again
/// @param definitions the version of all definitions at that time
/// @param refused the code of the rule that refused the comparison; null when none did
record KeptFigure(
        UUID id,
        Question question,
        String definitions,
        String setVersion,
        @Nullable Double value,
        @Nullable Double previous,
        @Nullable Double changePercent,
        Figure.State state,
        @Nullable String refused,
        boolean synthetic,
        String sentence,
        Instant keptAt) {

    static KeptFigure of(UUID id, Figure figure, String definitions, Instant now) {
        Question asked = figure.question();
        var again = new Question(
                asked.offences(),
                asked.area(),
                asked.period(),
                asked.with(),
                asked.measure(),
                asked.filters(),
                Question.By.NOTHING,
                asked.audience(),
                asked.table(),
                figure.snapshot());
        return new KeptFigure(
                id,
                again,
                definitions,
                figure.definition().version(),
                figure.value(),
                figure.previous(),
                figure.changePercent(),
                figure.state(),
                figure.refused() == null ? null : figure.refused().code(),
                figure.synthetic(),
                figure.sentence(),
                now);
    }
}
