package org.witan.access.signin;

import java.time.Instant;

/// What the browser of somebody who has gone to a provider keeps until they return, sealed.
///
/// @param provider name of the provider
/// @param state tells this visit from every other
/// @param nonce comes back inside the token, so that no other token fits
/// @param verifier proves to the provider that who fetches the token is who sent the person
/// @param until when it is too late to return
public record PendingReturn(String provider, String state, String nonce, String verifier, Instant until) {

    @Override
    public String toString() {
        return "return from " + provider;
    }
}
