package org.witan.people;

import java.util.List;

/// Where a match weight comes from, without any value of a record.
///
/// @param prior what two records have before they are compared
public record Picture(double prior, List<Step> steps) {

    public Picture {
        steps = List.copyOf(steps);
    }

    /// One comparison.
    ///
    /// @param says its answer, as the end of a sentence that begins with the comparison
    /// @param bits what it adds
    /// @param sharing how many records have this value, where that counted; else 0
    /// @param given whether both records say anything about it
    public record Step(String comparison, String says, double bits, int sharing, boolean given, boolean differs) {}
}
