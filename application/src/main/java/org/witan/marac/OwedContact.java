package org.witan.marac;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A victim whom somebody is to try to reach.
///
/// @param after whether it is the update after a conference; otherwise nobody tried since the referral
/// @param since the day of the conference, or of the referral
/// @param due the day by which somebody tries, by the setting `marac_contact_days`
/// @param late whether that day is over
/// @param inDanger whether somebody was in danger when it was sent
/// @param conference the day of the next one that hears it; null when it stands on no agenda
public record OwedContact(
        UUID referral,
        String reference,
        boolean after,
        LocalDate since,
        LocalDate due,
        boolean late,
        boolean inDanger,
        @Nullable LocalDate conference) {

    @Override
    public String toString() {
        return "a contact that is owed";
    }
}
