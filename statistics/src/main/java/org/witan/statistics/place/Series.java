package org.witan.statistics.place;

import java.util.List;

/// The counts of one area, month by month, before and after something was done.
///
/// @param name of the area
public record Series(String name, List<Long> before, List<Long> after) {

    public Series {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// All crimes before.
    public long allBefore() {
        return sum(before);
    }

    /// All crimes after.
    public long allAfter() {
        return sum(after);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
