package org.witan.meeting;

import java.time.Instant;

/// When and where a meeting is to be.
///
/// @param minutes how long it is planned to last
/// @param place in words; may be empty
/// @param link address of the meeting on line; may be empty
public record Timing(Instant startsAt, int minutes, String place, String link) {

    @Override
    public String toString() {
        return "timing " + startsAt;
    }
}
