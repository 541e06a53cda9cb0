package org.witan.linkage.cluster;

/// What becomes of a pair.
///
/// @param reason in words why it is not what its probability alone would make it; empty where it is
public record Verdict(Decision decision, String reason) {

    /// Linked, for a person to look at, or neither.
    public enum Decision {
        LINK,
        REVIEW,
        APART
    }

    static Verdict of(Decision decision) {
        return new Verdict(decision, "");
    }
}
