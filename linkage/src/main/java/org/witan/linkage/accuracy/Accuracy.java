package org.witan.linkage.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.witan.linkage.scoring.Bits;
import org.witan.linkage.scoring.ScoredPairs;

/// How good a threshold is: of the pairs at or above it, which are true, and of all true pairs, which are found.
///
/// @param weight the threshold in bits
/// @param found true pairs at or above it
/// @param wrong pairs at or above it that are not true
/// @param missed true pairs below it, those that were never compared among them
public record Accuracy(double weight, long found, long wrong, long missed) {

    public double probability() {
        return Bits.probability(weight);
    }

    public double precision() {
        return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    public double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    /// The harmonic mean of precision and recall.
    public double f1() {
        return found == 0 ? 0 : 2.0 * found / (2.0 * found + wrong + missed);
    }

    /// At every threshold at which anything changes, the highest first.
    public static List<Accuracy> atEach(ScoredPairs pairs, Truth truth) {
        List<Accuracy> all = new ArrayList<>();
        int[] order = pairs.heaviestFirst();
        long found = 0;
        for (int at = 0; at < order.length; at++) {
            int pair = order[at];
            found += truth.matches(pairs.left(pair), pairs.right(pair)) ? 1 : 0;
            if (at + 1 == order.length || pairs.weight(order[at + 1]) != pairs.weight(pair)) {
                all.add(new Accuracy(pairs.weight(pair), found, at + 1 - found, truth.pairs() - found));
            }
        }
        return all;
    }

    /// Of the pairs that groups imply.
    public static Accuracy ofGroups(List<List<Integer>> groups, Truth truth) {
        long found = 0;
        long wrong = 0;
        for (List<Integer> rows : groups) {
            for (int one = 0; one < rows.size(); one++) {
                for (int other = one + 1; other < rows.size(); other++) {
                    boolean matches = truth.matches(rows.get(one), rows.get(other));
                    found += matches ? 1 : 0;
                    wrong += matches ? 0 : 1;
                }
            }
        }
        return new Accuracy(0, found, wrong, truth.pairs() - found);
    }

    /// The best F1 of any threshold.
    public static Accuracy best(List<Accuracy> all) {
        var best = new Accuracy(0, 0, 0, 0);
        for (Accuracy each : all) {
            best = each.f1() > best.f1() ? each : best;
        }
        return best;
    }

    /// At this probability.
    public static Accuracy at(double probability, List<Accuracy> all, Truth truth) {
        var last = new Accuracy(Bits.ofProbability(probability), 0, 0, truth.pairs());
        for (Accuracy each : all) {
            if (each.weight() < Bits.ofProbability(probability)) {
                break;
            }
            last = each;
        }
        return new Accuracy(Bits.ofProbability(probability), last.found, last.wrong, last.missed);
    }
}
