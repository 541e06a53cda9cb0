package org.witan.linkage.cluster;

import java.util.List;
import org.witan.linkage.comparison.Bearing;
import org.witan.linkage.model.Policy;
import org.witan.linkage.scoring.Bits;
import org.witan.linkage.scoring.Waterfall;
import org.witan.linkage.scoring.Weighing;

/// Decides about a pair: by its probability, and by two guards for people who live together.
///
/// The guards turn a link into a review, never a review into a link. Twins, siblings and couples share a surname, an
/// address and often a telephone, twins the date of birth too; no weight learned from errors of writing knows that.
public final class Judging {
    private final Weighing weighing;
    private final double link;
    private final double review;

    public Judging(Weighing weighing) {
        this.weighing = weighing;
        Policy policy = weighing.model().policy();
        link = Bits.ofProbability(policy.linkAt());
        review = Bits.ofProbability(policy.reviewAt());
    }

    public Verdict verdict(int left, int right, double weight) {
        if (weight < review) {
            return Verdict.of(Verdict.Decision.APART);
        }
        if (weight < link) {
            return Verdict.of(Verdict.Decision.REVIEW);
        }
        List<Waterfall.Step> steps = Waterfall.of(weighing, left, right).steps();
        boolean isIssuedToBoth = steps.stream().anyMatch(step -> step.bearing() == Bearing.IDENTIFYING && step.same());
        if (isIssuedToBoth && sum(steps, Bearing.IDENTIFYING) > 0) {
            return Verdict.of(Verdict.Decision.LINK);
        }
        if (steps.stream().anyMatch(step -> step.bearing() == Bearing.NAMING && step.differs())) {
            return new Verdict(Verdict.Decision.REVIEW, "They may be two people who live together: a name differs.");
        }
        if (sum(steps, Bearing.OWN) + sum(steps, Bearing.NAMING) <= 0) {
            return new Verdict(Verdict.Decision.REVIEW, "Only what members of one household share speaks for a match.");
        }
        return Verdict.of(Verdict.Decision.LINK);
    }

    private static double sum(List<Waterfall.Step> steps, Bearing bearing) {
        return steps.stream()
                .filter(step -> step.bearing() == bearing)
                .mapToDouble(Waterfall.Step::bits)
                .sum();
    }

    double weight(int left, int right) {
        return weighing.weight(left, right);
    }

    double linkWeight() {
        return link;
    }
}
