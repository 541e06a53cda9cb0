package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;

/// Further abuse that was told on the page of a referral, without the words.
///
/// @param isAbout that nobody knows the day more closely
/// @param kind what it was, in words
/// @param agency the name of the agency that told it
/// @param at when it was told
public record FurtherReport(
        UUID id,
        LocalDate day,
        boolean isAbout,
        String kind,
        Who who,
        KnownBy knownBy,
        Safe safe,
        Emergency emergency,
        String done,
        String agency,
        Instant at) {

    @Override
    public String toString() {
        return "a report of further abuse";
    }
}
