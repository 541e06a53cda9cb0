package org.witan.marac;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the minutes of a referral.
///
/// @param by the name of whoever wrote it, where whoever looks may know it
/// @param corrects the line that it puts right; null for most
/// @param replaced what stood there before it was put right, the latest first; empty for most
public record Line(
        UUID id,
        LineKind kind,
        String words,
        Instant at,
        @Nullable String by,
        @Nullable UUID corrects,
        List<Line> replaced) {

    /// The same line with what it replaced.
    Line replacing(List<Line> before) {
        return new Line(id, kind, words, at, by, corrects, before);
    }

    /// When the line was written that stood here first.
    Instant since() {
        return replaced.isEmpty() ? at : replaced.getLast().at;
    }

    @Override
    public String toString() {
        return "a line";
    }
}
