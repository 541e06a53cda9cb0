package org.witan.access.signin;

/// A provider does not answer, or not as a provider does. Everybody else can still sign in.
public final class ProviderSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderSilent(Throwable cause) {
        super("provider is silent", cause);
    }
}
