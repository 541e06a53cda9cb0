package org.witan.access.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.Purpose;
import org.witan.access.Role;

/// A system of an agency, as an administrator sees it.
///
/// @param id its account, by which it names itself when it asks for a token
/// @param scopes the scopes it may ask for
/// @param networks networks it may call from; none for any
/// @param revokedAt when it was shut out for good; null when it was not
/// @param secrets its secrets that are in use, oldest first
public record AgencySystem(
        UUID id,
        String name,
        String agency,
        Role role,
        Purpose purpose,
        List<Scope> scopes,
        String answersName,
        String answersEmail,
        List<String> networks,
        LocalDate expiresOn,
        @Nullable Instant revokedAt,
        List<Secret> secrets) {

    /// A secret that is in use: who made it and when, never what it is.
    public record Secret(UUID id, Instant madeAt) {}
}
