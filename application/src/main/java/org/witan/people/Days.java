package org.witan.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.text.Day;

/// Days as people write them.
final class Days {
    private static final int WHOLE = 8;

    private Days() {}

    /// The day that a text means; null when it means none, or not a whole one.
    static @Nullable LocalDate understood(String text) {
        String digits = Day.digits(text);
        if (digits.length() != WHOLE) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }
}
