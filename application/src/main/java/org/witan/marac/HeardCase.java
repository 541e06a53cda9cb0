package org.witan.marac;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.people.Answer;

/// A case that a conference heard, with the facts that the return counts.
///
/// @param day of the meeting
/// @param isRepeat whether it was decided as a repeat
/// @param children in it, apart from those who live elsewhere
/// @param agencyKind kind of the agency that referred
/// @param sex of the victim as given; empty when not given
/// @param victimBorn null when no whole date of birth was given
/// @param harmersBorn dates of birth of the alleged perpetrators; null entries are left out
/// @param harmersUnborn alleged perpetrators without a whole date of birth
public record HeardCase(
        UUID meeting,
        String board,
        LocalDate day,
        UUID referral,
        String reference,
        boolean isRepeat,
        int children,
        String agencyKind,
        Answer minoritised,
        Answer disability,
        Answer lgbt,
        String sex,
        @Nullable LocalDate victimBorn,
        List<LocalDate> harmersBorn,
        int harmersUnborn) {
    private static final int ADULT = 18;

    public HeardCase {
        harmersBorn = List.copyOf(harmersBorn);
    }

    /// Whether the victim was 16 or 17 on the day of the meeting.
    boolean isOfAYoungVictim() {
        LocalDate born = victimBorn;
        return born != null && age(born) >= 16 && age(born) < ADULT;
    }

    /// How many alleged perpetrators were 17 or younger on that day.
    int youngHarmers() {
        return (int) harmersBorn.stream().filter(born -> age(born) < ADULT).count();
    }

    private int age(LocalDate born) {
        return Period.between(born, day).getYears();
    }

    @Override
    public String toString() {
        return "case " + referral;
    }
}
