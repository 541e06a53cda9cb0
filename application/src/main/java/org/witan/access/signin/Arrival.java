package org.witan.access.signin;

import org.jspecify.annotations.Nullable;

/// Somebody returns from a provider.
///
/// @param pending what their browser kept; null when it kept nothing, or nothing of ours
/// @param site origin of the site
/// @param code what the token is fetched for
/// @param state as the provider gives it back
/// @param error what the provider says went wrong; empty when nothing did
/// @param issuer who says so, when the provider names itself; empty otherwise
public record Arrival(
        @Nullable PendingReturn pending, String site, String code, String state, String error, String issuer) {

    @Override
    public String toString() {
        return "arrival from a provider";
    }
}
