package org.witan.linkage.scoring;

import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.Dependence;
import org.witan.linkage.model.Evidence;
import org.witan.linkage.record.Fields;

/// How likely each answer of one comparison is among pairs that match and among pairs that do not.
final class Chances {
    private final double[] matchingBits;
    private final double[] othersBits;
    private final @Nullable Frequencies[] frequencies;
    private final @Nullable Dependence dependence;

    Chances(Comparison comparison, Evidence evidence, Fields fields, double partners) {
        matchingBits = new double[comparison.answers()];
        othersBits = new double[comparison.answers()];
        frequencies = new Frequencies[comparison.answers()];
        dependence = evidence.dependence();
        for (int answer = 1; answer < comparison.answers(); answer++) {
            double matching = evidence.matching().get(answer - 1);
            double others = evidence.others().get(answer - 1);
            matchingBits[answer] = Bits.log2(matching);
            othersBits[answer] = Bits.log2(others);
            if (answer < comparison.differs()) {
                Level level = comparison.levels().get(answer - 1);
                if (level.byFrequency()) {
                    frequencies[answer] =
                            new Frequencies(fields.the(level.fields().getFirst()), matching, others, partners);
                }
            }
        }
    }

    /// Agreement that goes along with another agreement may tell nothing, but never speaks against a match.
    double bits(int[] answers, int at, int left) {
        int answer = answers[at];
        if (answer == Comparison.NOT_GIVEN) {
            return 0;
        }
        double alone = matchingBits[answer] - aloneBits(answer, left);
        double together = matchingBits[answer] - dependentBits(answers, at);
        return together >= alone ? alone : Math.max(together, Math.min(alone, 0));
    }

    /// The evidence of an answer without regard to other comparisons, which can only lessen it.
    double aloneBitsOf(int answer, int left) {
        return answer == Comparison.NOT_GIVEN ? 0 : matchingBits[answer] - aloneBits(answer, left);
    }

    /// No answer from this one on has more bits, whatever the values are.
    double mostBits(int from) {
        double most = 0;
        for (int answer = from; answer < matchingBits.length; answer++) {
            Frequencies frequency = frequencies[answer];
            double others = frequency == null ? othersBits[answer] : frequency.leastBits();
            most = Math.max(most, matchingBits[answer] - others);
        }
        return most;
    }

    double othersBits(int[] answers, int at, int left) {
        return Math.max(aloneBits(answers[at], left), dependentBits(answers, at));
    }

    int lessenedBy(int[] answers, int at, int left) {
        if (dependence == null || answers[at] == Comparison.NOT_GIVEN) {
            return -1;
        }
        return dependentBits(answers, at) > aloneBits(answers[at], left) ? dependence.on() : -1;
    }

    int sharing(int answer, int left) {
        Frequencies frequency = frequencies[answer];
        return frequency == null ? 0 : frequency.sharing(left);
    }

    private double aloneBits(int answer, int left) {
        Frequencies frequency = frequencies[answer];
        return frequency == null ? othersBits[answer] : frequency.othersBits(left);
    }

    private double dependentBits(int[] answers, int at) {
        if (dependence == null) {
            return Double.NEGATIVE_INFINITY;
        }
        double share = dependence.share(answers[dependence.on()], answers[at]);
        return share == 0 ? Double.NEGATIVE_INFINITY : Bits.log2(share);
    }
}
