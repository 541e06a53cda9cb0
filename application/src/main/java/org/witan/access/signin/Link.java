package org.witan.access.signin;

import java.time.Instant;

/// A link that lets somebody in once, at the moment it is made: only now is its secret known.
///
/// @param token the secret, for an address
/// @param expiresAt when it stops to work
public record Link(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "a link until " + expiresAt;
    }
}
