package org.witan.priorities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every type of crime of a district beside the year before.
///
/// @param code of the area
/// @param period as a person says it
/// @param lines the types, those with most harm first, those that cannot be weighed last
/// @param warnings what the reader must know, each once
public record Profile(String code, String area, String period, List<Line> lines, List<String> warnings) {

    public Profile {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /// One type.
    ///
    /// @param now null when it is missing or not usable
    /// @param change in per cent; null when it is not given
    /// @param why why no change is given; null when one is
    /// @param harm days; null when the type has no weight or no count
    /// @param peak the month that was highest in both years; null when none was
    /// @param years the same months of up to five years, the oldest first
    public record Line(
            String offences,
            String title,
            @Nullable Long now,
            @Nullable Long before,
            @Nullable Double change,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String why,
            @Nullable Weight weight,
            @Nullable Double harm,
            @Nullable Peak peak,
            List<Year> years) {
        public Line {
            years = List.copyOf(years);
        }

        /// What may be said of the change.
        public Verdict verdict() {
            if (change == null || low == null || high == null) {
                return Verdict.NOT_COMPARED;
            }
            if (low > 0) {
                return Verdict.MORE;
            }
            return high < 0 ? Verdict.FEWER : Verdict.TOO_CLOSE;
        }
    }

    /// What may be said of a change.
    public enum Verdict {
        MORE,
        FEWER,
        TOO_CLOSE,
        NOT_COMPARED
    }

    /// What one crime weighs.
    ///
    /// @param floor true where it is no starting point but the least that is counted
    public record Weight(double days, boolean floor, int version, String source) {}

    /// A month that stood out in two years running.
    ///
    /// @param times how many times the mean of the months
    public record Peak(String month, double times) {}

    /// The same months of a year.
    ///
    /// @param count null when it is missing or not usable
    public record Year(String label, @Nullable Long count) {}
}
