package org.witan.linkage.scoring;

import org.witan.linkage.model.Evidence;
import org.witan.linkage.record.Column;

/// How likely two records that do not match share a value, from how many records have it.
///
/// The records that tell of the same thing share its values too, so their expected number is taken off first. What is
/// left may be none: then half a record or less is assumed, and no value counts as impossible to share.
final class Frequencies {
    private static final double LEAST = 0.05;
    private static final double MOST = 0.5;

    private final Column column;
    private final double own;
    private final double rest;

    /// @param partners how many records match a record, on average
    Frequencies(Column column, Evidence evidence, double partners) {
        this.column = column;
        this.own = 1 + partners * evidence.matching().getFirst();
        this.rest = Math.clamp(evidence.others().getFirst() * column.given(), LEAST, MOST);
    }

    /// @param given how many records have any value of this column
    double others(int code, double given) {
        return Math.min(1, (Math.max(column.count(code) - own, 0) + rest) / given);
    }
}
