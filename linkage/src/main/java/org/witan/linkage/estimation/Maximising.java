package org.witan.linkage.estimation;

import java.util.ArrayList;
import java.util.List;
import org.witan.linkage.model.Evidence;
import org.witan.linkage.model.Model;
import org.witan.linkage.scoring.Bits;

/// Expectation and maximisation: weigh the pairs by what is known, learn from the weighed pairs, and again.
final class Maximising {
    private final Model model;
    private final Patterns patterns;
    private final double each;
    private final double total;
    private final int steps;
    private final double settled;
    private final double faith;
    private final double[][] matching;
    private double prior;

    /// @param each how many pairs one of the patterns' pairs stands for
    /// @param total how many pairs there are at all
    Maximising(Model model, Patterns patterns, double each, double total, int steps, double settled, double faith) {
        this.model = model;
        this.patterns = patterns;
        this.each = each;
        this.total = total;
        this.steps = steps;
        this.settled = settled;
        this.faith = faith;
        this.prior = model.prior();
        this.matching = model.evidence().stream()
                .map(evidence ->
                        evidence.matching().stream().mapToDouble(share -> share).toArray())
                .toArray(double[][]::new);
    }

    Model result() {
        for (int step = 0; step < steps; step++) {
            if (maximise(expect()) < settled) {
                break;
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        for (int at = 0; at < matching.length; at++) {
            evidence.add(new Evidence(
                    Estimating.list(matching[at]),
                    model.evidence().get(at).others(),
                    model.evidence().get(at).dependence()));
        }
        return model.with(evidence, prior);
    }

    /// For each pattern, how many of its pairs match.
    private double[] expect() {
        double[] fixed = new double[patterns.size()];
        double odds = Bits.ofProbability(prior);
        for (int number = 0; number < fixed.length; number++) {
            fixed[number] = odds;
            for (int at = 0; at < matching.length; at++) {
                int answer = patterns.answer(number, at);
                fixed[number] += answer == 0 ? 0 : Bits.log2(matching[at][answer - 1]);
            }
        }
        double[] expected = new double[fixed.length];
        for (int kind = 0; kind < patterns.kinds(); kind++) {
            int number = patterns.patternOf(kind);
            expected[number] += patterns.times(kind) * Bits.probability(fixed[number] - patterns.othersBits(kind));
        }
        return expected;
    }

    /// Learns from the expected matches.
    ///
    /// @return the largest change of any share
    private double maximise(double[] expected) {
        double change = 0;
        double matches = 0;
        for (double some : expected) {
            matches += some;
        }
        for (int at = 0; at < matching.length; at++) {
            double[] usual = Usual.matching(matching[at].length);
            double[] counts = new double[usual.length];
            double all = faith;
            for (int answer = 0; answer < usual.length; answer++) {
                counts[answer] = usual[answer] * faith;
            }
            for (int number = 0; number < expected.length; number++) {
                int answer = patterns.answer(number, at);
                if (answer > 0) {
                    counts[answer - 1] += expected[number];
                    all += expected[number];
                }
            }
            for (int answer = 0; answer < counts.length; answer++) {
                double share = counts[answer] / all;
                change = Math.max(change, Math.abs(share - matching[at][answer]));
                matching[at][answer] = share;
            }
        }
        prior = Math.clamp((matches * each + 0.5) / (total + 1), 1e-12, 0.5);
        return change;
    }
}
