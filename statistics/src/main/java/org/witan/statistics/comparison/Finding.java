package org.witan.statistics.comparison;

import org.jspecify.annotations.Nullable;

/// What a rule says about a comparison.
sealed interface Finding {
    String code();

    /// The reader must know this.
    record Caution(String code, String text, @Nullable String source) implements Finding {}

    /// The percentage is not given, though the counts are.
    record ChangeWithheld(String code, String text) implements Finding {}

    /// The two periods must not be compared; each may still be read by itself.
    record ComparisonRefused(String code, String reason, String source) implements Finding {}

    /// The value itself must not be used.
    record ValueRefused(String code, String reason, String source) implements Finding {}
}
