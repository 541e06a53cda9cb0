package org.witan.linkage.model;

import java.util.List;

/// That two records which do not match agree in one comparison more often where they agree in another: people who
/// live together often share a surname, and who was born in a town often lives near it.
///
/// @param on the number of the other comparison
/// @param others for each answer of the other comparison, how often each answer of this one comes about; an empty list
///     where nothing was found out
public record Dependence(int on, List<List<Double>> others) {
    public Dependence {
        others = others.stream().map(List::copyOf).toList();
    }

    /// How often this answer comes about where the other comparison has that answer, or 0 where that is not known.
    ///
    /// @param answer counted from 1
    public double share(int otherAnswer, int answer) {
        List<Double> shares = others.get(otherAnswer);
        return shares.isEmpty() ? 0 : shares.get(answer - 1);
    }
}
