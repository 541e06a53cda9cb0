package org.witan.access.systems;

/// A system gave two different writes the same key.
public final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyReused() {
        super("key reused", null, false, false);
    }
}
