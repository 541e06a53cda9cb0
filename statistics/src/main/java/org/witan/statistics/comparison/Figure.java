package org.witan.statistics.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer with everything a reader needs to trust it or to leave it. The field names are those of `--json`.
///
/// @param value the measure in the period; null when it is missing, not usable or suppressed (see `state`)
/// @param numerator the crimes (or harm) counted; @param denominator what they were divided by, null for a
/// count
/// @param denominatorName what the denominator is, in words
/// @param previous the same value in the earlier period
/// @param changePercent the change from the previous value in per cent; null when withheld
/// @param interval the 95 % interval of the change in per cent (for shares: of the difference in points)
/// @param refused why a rule forbids the comparison; null when none does
/// @param state whether the value is a number, zero, missing or not usable: four things
/// @param sentence the figure in plain words
public record Figure(
        Question question,
        @Nullable Double value,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable String denominatorName,
        @Nullable Double previous,
        @Nullable Double previousNumerator,
        @Nullable Double previousDenominator,
        @Nullable Double changePercent,
        @Nullable Interval interval,
        @Nullable Double oneIn,
        String rounding,
        @Nullable Refusal refused,
        boolean suppressed,
        State state,
        List<Warning> warnings,
        Definition definition,
        String snapshot,
        boolean synthetic,
        List<SourceNote> sources,
        List<Row> rows,
        String sentence) {

    /// The confidence limits of a change.
    ///
    /// @param method how it was computed, in words
    public record Interval(double low, double high, double level, String method) {}

    /// A rule that forbids a comparison. `code` is stable.
    public record Refusal(String code, String reason, String source) {}

    /// Something the reader must know. `code` is stable: `series-break`, `abnormal-base-year`,
    /// `missing-months`,
    /// `partial-month`, `small-base`, `unmatched-areas`, `area-vintage`, `unconfirmed-definition`, `synthetic`,
    /// `prevalence`, `population-year`, `outcomes-recent`.
    public record Warning(
            String code, String text, @Nullable String source) {}

    /// The offence set as it stood.
    public record Definition(
            String set, String title, String version, String status, List<String> offences, String condition) {}

    /// A file or table the figure rests on.
    public record SourceNote(
            String name,
            String table,
            @Nullable String sha256,
            @Nullable String loadedAt) {}

    /// One line of a breakdown. `code` is the area's, offence's or month's key, `name` what a person reads.
    public record Row(
            String code,
            String name,
            @Nullable Double value,
            @Nullable Double numerator,
            @Nullable Double denominator,
            @Nullable Double previous,
            @Nullable Double changePercent,
            boolean suppressed,
            State state) {}

    /// Zero, missing and not usable are three things.
    public enum State {
        NUMBER,
        ZERO,
        MISSING,
        NOT_USABLE,
        SUPPRESSED
    }
}
