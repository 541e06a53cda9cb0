package org.witan.statistics.comparison;

/// What became of one of several questions that were asked together.
public sealed interface Answered {

    /// The figure, as it would be if the question had been asked alone.
    record Given(Figure figure) implements Answered {}

    /// The question names what is not there; the others are answered all the same.
    ///
    /// @param reason in words
    record Refused(Question question, String reason) implements Answered {}
}
