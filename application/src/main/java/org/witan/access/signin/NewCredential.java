package org.witan.access.signin;

import javax.crypto.spec.SecretKeySpec;

/// A password with the secret of a time-based code, as somebody has just chosen and proved them.
///
/// @param password as it was typed
/// @param secret of the code
/// @param step the half minute whose code was typed
public record NewCredential(String password, SecretKeySpec secret, long step) {

    @Override
    public String toString() {
        return "a new credential";
    }
}
