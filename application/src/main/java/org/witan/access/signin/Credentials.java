package org.witan.access.signin;

import java.util.UUID;

/// Credentials of one kind. Each kind is a bean of this type, so that nobody ends their last way to sign in.
///
/// Asked inside a witnessed piece of work of the account itself.
public interface Credentials {

    /// How many of this kind an account has in force.
    int inForce(UUID account);
}
