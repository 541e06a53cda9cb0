package org.witan.marac;

import java.time.LocalDate;
import java.util.UUID;

/// How many agencies said what of their flags about a case, for whoever keeps the conference.
///
/// @param agencies to which the case is open
/// @param set how many of them say that they flagged their files
/// @param removed how many of them say that they removed the flags
public record FlagTally(
        UUID referral, String reference, LocalDate metOn, LocalDate until, long agencies, long set, long removed) {

    /// Whether further abuse on this day would make a repeat.
    public boolean isLive(LocalDate today) {
        return !until.isBefore(today);
    }
}
