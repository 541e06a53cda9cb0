package org.witan.linkage.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.witan.linkage.blocking.Blocks;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;

/// Weighs every pair that the blocking rules bring, and keeps those that may match.
///
/// @param least pairs below this weight are not kept
public record Scoring(Model model, Fields fields, Pairing pairing, double least) {
    /// What is less likely than 1 in 1,000 is no match, and nobody will look at it.
    public static final double USUAL_LEAST = Bits.ofProbability(0.001);

    public ScoredPairs score(Blocks blocks, Blocks.Watcher watcher) {
        int threads = Runtime.getRuntime().availableProcessors();
        List<Supplier<Kept>> makers = new ArrayList<>();
        for (Weighing weighing : Weighing.several(model, fields, partners(), threads)) {
            makers.add(() -> new Kept(weighing, least));
        }
        var all = new ScoredPairs();
        for (Kept kept : blocks.visit(makers, watcher)) {
            all.addAll(kept.pairs);
        }
        return all;
    }

    /// How many records match a record, on average, if the prior is right.
    public double partners() {
        return partners(model, fields, pairing);
    }

    /// How many records match a record, on average, if the prior is right.
    public static double partners(Model model, Fields fields, Pairing pairing) {
        return 2 * model.prior() * PairCount.of(fields, pairing) / Math.max(1, fields.size());
    }

    private static final class Kept implements Blocks.Visitor {
        private final Weighing weighing;
        private final double least;
        private final ScoredPairs pairs = new ScoredPairs();

        Kept(Weighing weighing, double least) {
            this.weighing = weighing;
            this.least = least;
        }

        @Override
        public void pair(int rule, int left, int right) {
            double weight = weighing.weightIfAtLeast(least, left, right);
            if (weight >= least) {
                pairs.add(left, right, weight);
            }
        }
    }
}
