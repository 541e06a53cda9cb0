package org.witan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who came to a meeting, or sent apologies.
///
/// @param account null for somebody without one
/// @param informationSentOn when they sent information instead of coming; null when they did not
/// @param statementSignedOn when they signed the confidentiality statement; null when they did not
/// @param signedVersion which version of it they signed for themselves; null when it was recorded for them, or is not
public record Attendance(
        UUID id,
        UUID agency,
        String agencyName,
        @Nullable UUID account,
        String name,
        Capacity capacity,
        Came came,
        @Nullable LocalDate informationSentOn,
        @Nullable LocalDate statementSignedOn,
        @Nullable Integer signedVersion,
        Instant recordedAt,
        String recordedBy) {

    /// Whether they sit there without having signed.
    public boolean unsigned() {
        return came == Came.PRESENT && statementSignedOn == null;
    }

    /// What is recorded of somebody.
    ///
    /// @param account null for somebody without one
    /// @param name as it shall be kept; of no use when there is an account
    public record Given(
            UUID agency,
            @Nullable UUID account,
            String name,
            Capacity capacity,
            Came came,
            @Nullable LocalDate informationSentOn,
            @Nullable LocalDate statementSignedOn) {

        @Override
        public String toString() {
            return "attendance for " + agency;
        }
    }
}
