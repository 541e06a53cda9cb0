package org.witan.statistics.command;

import java.io.PrintWriter;
import java.util.function.Function;
import org.witan.statistics.place.Outcome;

/// How an answer about places leaves the command line: in words or as one JSON object.
///
/// @param words for a person
/// @param json for a program
record Told<T>(Function<T, String> words, Function<T, String> json) {

    /// Prints the answer or the refusal.
    ///
    /// @return the exit code
    int print(Outcome<T> outcome, boolean asJson, PrintWriter out) {
        return switch (outcome) {
            case Outcome.Found<T>(T answer) -> {
                out.print((asJson ? json : words).apply(answer));
                yield StatisticsCommand.ANSWERED;
            }
            case Outcome.Refused<T> refused -> {
                out.print(asJson ? PlacesJson.of(refused) : PlacesText.of(refused));
                yield StatisticsCommand.REFUSED;
            }
        };
    }
}
