package org.witan.linkage.model;

/// What becomes of a pair: linked, shown to a person for review, or kept apart.
///
/// @param linkAt the probability from which a pair is linked
/// @param reviewAt the probability from which a person should look
/// @param mostBlockPairs how many pairs one block may bring before it is split
public record Policy(double linkAt, double reviewAt, long mostBlockPairs) {
    public static final Policy USUAL = new Policy(0.95, 0.5, 2_000_000);

    public Policy {
        if (!(0 < reviewAt && reviewAt <= linkAt && linkAt <= 1 && mostBlockPairs > 0)) {
            throw new IllegalArgumentException("Review begins above 0 and not above the link, which is at most 1");
        }
    }
}
