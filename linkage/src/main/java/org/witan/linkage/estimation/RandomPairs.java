package org.witan.linkage.estimation;

import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;

/// Pairs drawn at random, the same ones each time: all of them where there are few.
///
/// @param seed another seed draws other pairs
record RandomPairs(Fields fields, Pairing pairing, long most, long seed) {
    /// Sees a pair.
    interface Visitor {
        void pair(int left, int right);
    }

    void visit(Visitor visitor) {
        long size = fields.size();
        if (size * (size - 1) / 2 <= most) {
            visitAll(visitor);
            return;
        }
        long state = seed;
        for (long drawn = 0; drawn < most; drawn++) {
            state += 0x9E3779B97F4A7C15L;
            long mixed = mixed(state);
            int one = (int) Math.multiplyHigh(mixed >>> 1, size * 2);
            state += 0x9E3779B97F4A7C15L;
            int other = (int) Math.multiplyHigh(mixed(state) >>> 1, size * 2);
            if (one != other) {
                see(visitor, Math.min(one, other), Math.max(one, other));
            }
        }
    }

    private void visitAll(Visitor visitor) {
        for (int left = 0; left < fields.size(); left++) {
            for (int right = left + 1; right < fields.size(); right++) {
                see(visitor, left, right);
            }
        }
    }

    private void see(Visitor visitor, int left, int right) {
        if (pairing.allows(fields.records().source(left), fields.records().source(right))) {
            visitor.pair(left, right);
        }
    }

    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
