package org.witan.comparison;

import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;

/// Whoever answers questions: the comparison engine over the store.
@FunctionalInterface
interface Answers {

    /// Answers one question.
    ///
    /// @throws org.witan.statistics.BadInput when the question names what is not there
    Figure answer(Question question);
}
