package org.witan.linkage.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.witan.linkage.scoring.ScoredPairs;

/// Whether probabilities mean what they say: among pairs given about 0.9, nine of ten should match.
///
/// @param mean the mean of the probabilities given
/// @param matching the share that matches
public record Calibration(double from, double to, long pairs, double mean, double matching) {

    /// In tenths, from 0 to 1.
    public static List<Calibration> inTenths(ScoredPairs pairs, Truth truth) {
        long[] all = new long[10];
        long[] match = new long[10];
        double[] sum = new double[10];
        for (int pair = 0; pair < pairs.size(); pair++) {
            double probability = pairs.probability(pair);
            int tenth = Math.min(9, (int) (probability * 10));
            all[tenth]++;
            sum[tenth] += probability;
            match[tenth] += truth.matches(pairs.left(pair), pairs.right(pair)) ? 1 : 0;
        }
        List<Calibration> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            double many = Math.max(1, all[tenth]);
            tenths.add(new Calibration(
                    tenth / 10.0, (tenth + 1) / 10.0, all[tenth], sum[tenth] / many, match[tenth] / many));
        }
        return tenths;
    }
}
