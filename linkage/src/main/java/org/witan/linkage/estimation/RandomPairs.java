package org.witan.linkage.estimation;

import java.util.ArrayList;
import java.util.List;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Fingerprint;

/// Pairs drawn at random, the same ones each time: all of them where there are few.
///
/// @param seed another seed draws other pairs
record RandomPairs(Fields fields, Pairing pairing, long most, long seed) {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /// Every piece but the last has at least so many pairs.
    static final int IN_A_PIECE = 20_000;

    /// Sees a pair.
    interface Visitor {
        void pair(int left, int right);
    }

    /// Draws from one number to another; where all pairs are taken, first rows instead of draws.
    record Piece(long from, long to) {}

    private boolean isAll() {
        long size = fields.size();
        return size * (size - 1) / 2 <= most;
    }

    /// All pairs, in pieces that may be visited by several threads.
    List<Piece> pieces() {
        long of = isAll() ? fields.size() : most;
        long each = isAll() ? 2L * IN_A_PIECE / Math.max(1, fields.size()) + 1 : IN_A_PIECE;
        List<Piece> pieces = new ArrayList<>();
        for (long from = 0; from < of; from += each) {
            pieces.add(new Piece(from, Math.min(of, from + each)));
        }
        return pieces;
    }

    void visit(Piece piece, Visitor visitor) {
        if (isAll()) {
            visitAll(piece, visitor);
            return;
        }
        for (long drawn = piece.from; drawn < piece.to; drawn++) {
            int one = row(seed + (2 * drawn + 1) * STEP);
            int other = row(seed + (2 * drawn + 2) * STEP);
            if (one != other) {
                see(visitor, Math.min(one, other), Math.max(one, other));
            }
        }
    }

    private int row(long number) {
        return (int) Math.multiplyHigh(Fingerprint.mixed(number) >>> 1, fields.size() * 2L);
    }

    private void visitAll(Piece piece, Visitor visitor) {
        for (int left = (int) piece.from; left < piece.to; left++) {
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
}
