package org.witan.access.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.Role;

/// One role of one person for one agency, between two days.
///
/// @param person name of the person
/// @param lead true for a named lead, who may break the glass
/// @param endsOn last day; null while it goes on
/// @param grantedBy who granted it; null for the first administrator
public record Membership(
        UUID id,
        UUID account,
        String person,
        UUID agency,
        String agencyName,
        Role role,
        String roleWords,
        boolean lead,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant grantedAt,
        @Nullable String grantedBy,
        int version,
        @Nullable Change change) {

    /// Whether it is over on a day, or never began.
    public boolean endedBefore(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day);
    }

    @Override
    public String toString() {
        return "membership " + id;
    }

    /// What an administrator grants.
    ///
    /// @param id made with the form, so that a form that is sent twice grants one membership
    public record Grant(
            UUID id,
            UUID account,
            UUID agency,
            Role role,
            boolean lead,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
