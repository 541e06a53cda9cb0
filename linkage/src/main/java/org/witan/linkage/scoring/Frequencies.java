package org.witan.linkage.scoring;

import org.witan.linkage.record.Column;

/// How likely two records that do not match share a value, from how many records have it.
///
/// The records that tell of the same thing share its values too, so their expected number is taken off first. What is
/// left may be none: then half a record or less is assumed, and no value counts as impossible to share. Where it is
/// not known how common values are, each is as common as values of its field are on average.
final class Frequencies {
    private static final double LEAST = 0.05;
    private static final double MOST = 0.5;
    private static final int KEPT = 1 << 12;

    private final Column column;
    private final double own;
    private final double rest;
    private final double given;
    private final double usual;
    private final double[] bits;

    /// @param matching how often two records that match share their value
    /// @param others how often two that do not
    /// @param partners how many records match a record, on average
    Frequencies(Column column, double matching, double others, double partners) {
        this.column = column;
        this.own = 1 + partners * matching;
        this.given = column.given();
        this.rest = Math.clamp(others * given, LEAST, MOST);
        this.usual = Bits.log2(others);
        this.bits = new double[Math.min(KEPT, column.distinct() + KEPT / Long.SIZE)];
        for (int count = 0; count < bits.length; count++) {
            bits[count] = bits(count);
        }
    }

    double othersBits(int row) {
        int count = column.count(column.code(row));
        return count < bits.length ? bits[count] : bits(count);
    }

    int sharing(int row) {
        return column.count(column.code(row));
    }

    private double bits(int count) {
        return given == 0 ? usual : Bits.log2(Math.min(1, (Math.max(count - own, 0) + rest) / given));
    }
}
