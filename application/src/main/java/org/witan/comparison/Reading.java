package org.witan.comparison;

import java.util.List;
import org.witan.site.Problem;
import org.witan.statistics.comparison.Question;

/// What became of something typed.
sealed interface Reading {

    /// It is a question.
    record Understood(Question question) implements Reading {}

    /// It is not, for all these reasons.
    record NotUnderstood(List<Problem> problems) implements Reading {}
}
