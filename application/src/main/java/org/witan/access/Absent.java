package org.witan.access;

/// There is no such thing, or none that this viewer may see: the answer is the same, and says nothing of either.
public final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Absent() {
        super("absent", null, false, false);
    }
}
