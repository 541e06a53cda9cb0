package org.witan.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link that still works, as whoever holds it may see it.
///
/// @param account whom it lets in; null for a set-up
/// @param givenName of that person; empty for a set-up
public record OpenLink(
        UUID id,
        Kind kind,
        @Nullable UUID account,
        String givenName,
        String familyName,
        String email,
        Instant expiresAt) {

    /// What the link is for.
    public enum Kind {
        SET_UP,
        INVITATION,
        RECOVERY
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
