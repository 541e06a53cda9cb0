package org.witan.access.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a rule found unusual about a day of one person at one agency, and what the review said.
///
/// @param who the name of the person
/// @param agency the name of the agency
/// @param counted how many there were
/// @param usual how many on a usual day of the person
/// @param peers how many on that day with others in the same roles
/// @param entries rows of the trail that it is about, at most 50
/// @param review empty while nobody has reviewed it
public record UnusualAccess(
        UUID id,
        UnusualRule rule,
        String who,
        String agency,
        LocalDate day,
        int counted,
        int usual,
        int peers,
        List<UUID> entries,
        Optional<Review> review,
        int version) {

    /// What a review can say.
    public enum Verdict {
        EXPLAINED,
        TO_FOLLOW_UP,
        BREACH
    }

    /// What a review said.
    ///
    /// @param by the name of whoever reviewed it
    public record Review(Verdict verdict, String remark, String by, Instant at) {}
}
