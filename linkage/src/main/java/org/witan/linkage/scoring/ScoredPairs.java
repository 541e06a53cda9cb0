package org.witan.linkage.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Pairs with their weights, in columns.
public final class ScoredPairs {
    private int[] left = new int[64];
    private int[] right = new int[64];
    private float[] weight = new float[64];
    private int size;

    public void add(int leftRow, int rightRow, double bits) {
        if (size == left.length) {
            int longer = Math.multiplyExact(size, 2);
            left = Arrays.copyOf(left, longer);
            right = Arrays.copyOf(right, longer);
            weight = Arrays.copyOf(weight, longer);
        }
        left[size] = leftRow;
        right[size] = rightRow;
        weight[size++] = (float) bits;
    }

    void addAll(ScoredPairs others) {
        int needed = Math.addExact(size, others.size);
        if (needed > left.length) {
            int longer = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L));
            left = Arrays.copyOf(left, longer);
            right = Arrays.copyOf(right, longer);
            weight = Arrays.copyOf(weight, longer);
        }
        System.arraycopy(others.left, 0, left, size, others.size);
        System.arraycopy(others.right, 0, right, size, others.size);
        System.arraycopy(others.weight, 0, weight, size, others.size);
        size = needed;
    }

    public int size() {
        return size;
    }

    public int left(int pair) {
        return left[pair];
    }

    public int right(int pair) {
        return right[pair];
    }

    public double weight(int pair) {
        return weight[pair];
    }

    public double probability(int pair) {
        return Bits.probability(weight[pair]);
    }

    /// The numbers of the pairs, the heaviest first; equals in the order of their rows.
    public int[] heaviestFirst() {
        long[] keys = new long[size];
        for (int pair = 0; pair < size; pair++) {
            int bits = Float.floatToIntBits(weight[pair]);
            int rising = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
            keys[pair] = ((~(long) rising & 0xFFFFFFFFL) << 31) | pair;
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) (key & Integer.MAX_VALUE))
                .toArray();
    }

    /// The numbers of the pairs in the order of their rows.
    public int[] byRow() {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(pair -> left[pair]).thenComparingInt(pair -> right[pair]))
                .mapToInt(pair -> pair)
                .toArray();
    }
}
