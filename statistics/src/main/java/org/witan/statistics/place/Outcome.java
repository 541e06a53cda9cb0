package org.witan.statistics.place;

import java.util.function.Function;

/// What came of a question about places: an answer, or the reason in words why there is none. Never a number
/// that is not one.
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

    /// Goes on with an answer; a refusal stays what it is.
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Found<T>(T what) -> next.apply(what);
            case Refused<T>(String code, String reason) -> new Refused<>(code, reason);
        };
    }

    /// Makes something else of an answer; a refusal stays what it is.
    default <R> Outcome<R> map(Function<? super T, R> made) {
        return then(what -> new Found<>(made.apply(what)));
    }
}
