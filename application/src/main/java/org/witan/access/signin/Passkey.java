package org.witan.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey as its holder sees it in the list of their own.
///
/// @param label the name that its holder gave it
/// @param backedUp whether it is copied to other devices of its holder
/// @param lastUsedAt null when it has not been used yet
public record Passkey(
        UUID id,
        String label,
        boolean backedUp,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
