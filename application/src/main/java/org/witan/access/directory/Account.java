package org.witan.access.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who signs in, or an agency's system that calls the API.
///
/// @param homePostcode given freely by the person; null when it was not given
/// @param system true for an agency's system
/// @param acts how many memberships are in force today
public record Account(
        UUID id,
        String givenName,
        String familyName,
        String email,
        @Nullable String homePostcode,
        boolean system,
        Instant addedAt,
        @Nullable Instant closedAt,
        int version,
        long acts,
        @Nullable Change change) {

    /// The whole name.
    public String name() {
        return (givenName + " " + familyName).strip();
    }

    @Override
    public String toString() {
        return "account " + id;
    }

    /// What an administrator enters about a person.
    ///
    /// @param id made with the form, so that a form that is sent twice opens one account
    public record Details(
            UUID id,
            String givenName,
            String familyName,
            String email,
            @Nullable String homePostcode) {

        @Override
        public String toString() {
            return "details of account " + id;
        }
    }
}
