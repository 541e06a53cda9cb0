package org.witan.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import org.witan.marac.invented.InventedHistory;
import org.witan.marac.invented.Span;

/// Writes years of an invented partnership into a database, with the code of the application that gives a demonstration
/// its history. It runs with the libraries of the application's jar.
final class HistorySide {
    private HistorySide() {}

    /// Writes a span.
    ///
    /// @param arguments the folder of the database, and the span: seed, number, first day, last day, cases, and the
    ///     days between two meetings
    public static void main(String[] arguments) throws Exception {
        var span = new Span(
                Long.parseLong(arguments[1]),
                Integer.parseInt(arguments[2]),
                LocalDate.parse(arguments[3]),
                LocalDate.parse(arguments[4]),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[6]));
        try (var database = TrailMeasurement.connect(Path.of(arguments[0]))) {
            database.setAutoCommit(false);
            new InventedHistory(database).write(span);
            database.commit();
        }
    }
}
