package org.witan.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/// Who has signed in: the principal of a session or of a token. It is not yet a [Viewer]: that needs an agency, a role
/// and a purpose.
///
/// @param account the account
public record SignedIn(UUID account) implements Principal, Serializable {
    private static final long serialVersionUID = 1L;

    // The name of the method is Java's.
    @Override
    public String getName() {
        return account.toString();
    }
}
