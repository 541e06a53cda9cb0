package org.witan.linkage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often each answer of a comparison comes about, from "is the same" to "differs", where it can be answered.
///
/// @param matching among pairs that match (called m in the literature)
/// @param others among pairs that do not (called u)
/// @param dependence on another comparison, if one was found
public record Evidence(
        List<Double> matching,
        List<Double> others,
        @Nullable Dependence dependence) {
    public Evidence {
        matching = List.copyOf(matching);
        others = List.copyOf(others);
        if (matching.size() != others.size()) {
            throw new IllegalArgumentException("Each answer needs both shares");
        }
    }

    /// The bits that an answer adds, without regard to how common the value is and to other comparisons.
    ///
    /// @param answer counted from 1
    public double bits(int answer) {
        return Math.log(matching.get(answer - 1) / others.get(answer - 1)) / Math.log(2);
    }
}
