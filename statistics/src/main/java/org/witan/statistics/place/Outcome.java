package org.witan.statistics.place;

/// What came of a question about places: an answer, or the reason in words why there is none. Never a number that is
/// not one.
public sealed interface Outcome<T> {

    /// There is an answer.
    ///
    /// @param what the answer
    record Found<T>(T what) implements Outcome<T> {}

    /// There is none, and this is why.
    ///
    /// @param code a name that stays: `no-points`
    /// @param reason one plain sentence that says what is missing and what would help
    record Refused<T>(String code, String reason) implements Outcome<T> {}
}
