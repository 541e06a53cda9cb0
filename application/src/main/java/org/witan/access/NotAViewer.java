package org.witan.access;

/// The membership, the agency or the account is no longer in force, or its role does not have this purpose. Whoever
/// asks must choose again or sign in again.
public final class NotAViewer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAViewer(Throwable cause) {
        super("not a viewer", cause);
    }
}
