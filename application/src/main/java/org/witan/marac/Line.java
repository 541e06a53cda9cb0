package org.witan.marac;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the minutes of a referral.
///
/// @param by the name of whoever wrote it, where whoever looks may know it
/// @param corrects the line that it puts right; null for most
public record Line(
        UUID id,
        LineKind kind,
        String words,
        Instant at,
        @Nullable String by,
        @Nullable UUID corrects) {

    @Override
    public String toString() {
        return "a line";
    }
}
