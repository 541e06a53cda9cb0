package org.witan.statistics.synthetic;

import java.util.ArrayDeque;

/// A choice between things of different weight, in constant time however many there are.
///
/// Source: the alias method of A. J. Walker (1977), as M. D. Vose (1991) builds it.
final class Weighted {
    private final double[] keep;
    private final int[] other;

    Weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        keep = new double[weights.length];
        other = new int[weights.length];
        var small = new ArrayDeque<Integer>();
        var large = new ArrayDeque<Integer>();
        for (int i = 0; i < weights.length; i++) {
            keep[i] = weights[i] * weights.length / total;
            other[i] = i;
            (keep[i] < 1 ? small : large).add(i);
        }
        pairUp(small, large);
    }

    private void pairUp(ArrayDeque<Integer> small, ArrayDeque<Integer> large) {
        while (!small.isEmpty() && !large.isEmpty()) {
            int lacking = small.remove();
            int giving = large.remove();
            other[lacking] = giving;
            keep[giving] -= 1 - keep[lacking];
            (keep[giving] < 1 ? small : large).add(giving);
        }
        // What rounding left over is a whole choice of its own.
        small.forEach(i -> keep[i] = 1);
        large.forEach(i -> keep[i] = 1);
    }

    int pick(Dice dice) {
        double place = dice.fraction() * keep.length;
        int index = (int) place;
        return place - index < keep[index] ? index : other[index];
    }
}
