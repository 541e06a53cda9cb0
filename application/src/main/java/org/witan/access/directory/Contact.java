package org.witan.access.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person at an agency who answers for a duty.
///
/// @param untilOn last day; null while it goes on
public record Contact(
        UUID id,
        UUID agency,
        Duty duty,
        String name,
        String email,
        String phone,
        LocalDate sinceOn,
        @Nullable LocalDate untilOn) {

    /// What the person answers for.
    public enum Duty {
        CALDICOTT_GUARDIAN,
        DATA_PROTECTION,
        SINGLE_POINT_OF_CONTACT
    }
}
