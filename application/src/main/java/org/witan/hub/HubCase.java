package org.witan.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case of the hub on one line, as far as its parts are open to whoever looks.
///
/// @param urgent whether its referral could not wait
/// @param agency that referred
/// @param name of the resident; null for whoever may not see that
/// @param born null for whoever may not see that
/// @param lead the agency that leads; null while none does
/// @param reviewOn when it is reviewed next; null while nobody said
/// @param asked how many agencies were asked
/// @param answered how many of those answered
/// @param overdue how many of those are late
/// @param changedWhat code of what was changed last; empty when nothing was
public record HubCase(
        UUID id,
        String reference,
        CaseState state,
        Instant since,
        LocalDate referredOn,
        boolean urgent,
        UUID agency,
        String agencyName,
        @Nullable String name,
        @Nullable LocalDate born,
        @Nullable UUID lead,
        @Nullable String leadName,
        @Nullable LocalDate reviewOn,
        int asked,
        int answered,
        int overdue,
        int version,
        String changedWhat,
        Instant changedAt,
        String changedBy) {

    /// Whether agencies may still do something in it.
    public boolean isOpen() {
        return state == CaseState.OPEN;
    }

    /// Nothing of a person in a log.
    @Override
    public String toString() {
        return "hub case " + id;
    }
}
