package org.witan.access.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a partnership decides for itself, with its value now.
///
/// @param setBy who set it; null for what is shipped
/// @param bound between which numbers it may be set; null when it cannot be changed here
public record Setting(
        String name,
        String value,
        Instant since,
        String reason,
        @Nullable String setBy,
        @Nullable Bound bound) {

    /// Between which numbers a setting stays, and why.
    public record Bound(String words, String unit, int least, int most, String because) {

        /// Whether a number lies within.
        public boolean admits(int number) {
            return least <= number && number <= most;
        }
    }

    /// A new value.
    ///
    /// @param replaces since when the value held that the page showed
    public record New(String name, int value, String reason, Instant replaces) {}
}
