package org.witan.marac;

/// A referral that was written whole lacks something without which it cannot be sent.
public final class NotSendable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // Codes of ours alone, and no word of anybody.
    @SuppressWarnings("serial")
    private final Completeness completeness;

    NotSendable(Completeness completeness) {
        super("not sendable", null, false, false);
        this.completeness = completeness;
    }

    public Completeness completeness() {
        return completeness;
    }
}
