package org.witan.risk;

import java.util.Optional;
import java.util.stream.Stream;

/// An answer to a question of a tool. One that is missing is of another kind than every other: it is never a "no".
public sealed interface Answer permits Answer.YesNo, Answer.Often, Answer.Missing {

    /// Its name in the code and in the database.
    String name();

    /// Whether it leaves the question open.
    default boolean isMissing() {
        return this instanceof Missing;
    }

    /// The answer with a name, if there is one.
    static Optional<Answer> named(String name) {
        return Stream.of(YesNo.values(), Often.values(), Missing.values())
                .flatMap(Stream::<Answer>of)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /// An answer to "is it so?".
    enum YesNo implements Answer {
        YES,
        NO
    }

    /// An answer to "how often?".
    enum Often implements Answer {
        NEVER,
        SOMETIMES,
        OFTEN,
        CONSTANTLY
    }

    /// No answer, and why there is none.
    enum Missing implements Answer {
        /// Asked, and whoever was asked does not know.
        UNKNOWN,
        DECLINED,
        NOT_ASKED
    }
}
