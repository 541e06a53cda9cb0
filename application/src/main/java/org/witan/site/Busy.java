package org.witan.site;

/// So many ask for what costs much that one more would slow all of them. Whoever asked tries again in a moment.
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy() {
        super("busy", null, false, false);
    }
}
