package org.witan.marac;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether something is a repeat of a referral of the same victim and alleged perpetrator(s), with the dates that
/// decide.
///
/// `repeatWithinTwelveMonths`: any abuse, not only what the law calls a crime unless a partnership
/// has set so, on or before the same day of the month so many months after the last referral (the
/// last day of a shorter month). Every repeat is a referral, so it begins the window anew. Sources:
/// SafeLives definition of a repeat, seen November 2026 [S20][S21]; the number is a setting, and so
/// is whether it counts from the last referral or from the last meeting that heard it [S19][S28].
///
/// @param earlier the last referral before it
/// @param earlierReference what people call it by
/// @param referredOn when that was referred
/// @param metOn the day of the last meeting that heard that; null while none did
/// @param until the last day of its window
/// @param on the day of the last abuse that it tells of, or that it was referred on
/// @param sameHarmers how far the alleged perpetrators are the same
/// @param definition by which it was decided, or which is in force while it was not
/// @param crime whether it would be a crime, as it was decided or is recorded
public record Repeat(
        UUID earlier,
        String earlierReference,
        LocalDate referredOn,
        @Nullable LocalDate metOn,
        LocalDate until,
        LocalDate on,
        SameHarmers sameHarmers,
        RepeatDefinition definition,
        Crime crime) {

    /// How far the alleged perpetrators of two referrals are the same persons.
    public enum SameHarmers {
        ALL,
        SOME,
        NONE,
        /// One of the two names nobody who causes harm.
        UNKNOWN
    }

    /// Whether the day lies within the window, both ends included.
    public boolean isWithin() {
        return !on.isBefore(referredOn) && !on.isAfter(until);
    }

    /// Whether it is a repeat: the same victim and the same alleged perpetrator(s) within the window. With only some
    /// of them the same, or nobody known, it counts too: a repeat that is missed costs more than one that the
    /// coordinator takes back.
    ///
    /// By the older definition it is none when the coordinator said that it would be no crime. What nobody knows
    /// counts.
    public boolean isRepeat() {
        return isOfTheCase() && !isNoCrime();
    }

    /// Whether it is no repeat because the definition asks for a crime, and it would be none.
    public boolean isNoCrime() {
        return isOfTheCase() && isByCrime() && crime == Crime.NO;
    }

    /// Whether only the coordinator can say if it is a repeat: the definition asks for a crime, and none is recorded.
    public boolean asksForACrime() {
        return isOfTheCase() && isByCrime() && crime == Crime.UNKNOWN;
    }

    /// Whether the definition asks for a crime.
    public boolean isByCrime() {
        return definition == RepeatDefinition.WOULD_BE_A_CRIME;
    }

    private boolean isOfTheCase() {
        return isWithin() && sameHarmers != SameHarmers.NONE;
    }

    /// The same, as the coordinator answers. What is recorded stands.
    Repeat answered(Crime answer) {
        return asksForACrime()
                ? new Repeat(earlier, earlierReference, referredOn, metOn, until, on, sameHarmers, definition, answer)
                : this;
    }
}
