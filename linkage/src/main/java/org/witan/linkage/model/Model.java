package org.witan.linkage.model;

import java.util.List;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.record.Field;

/// Everything that decides the weight of a pair, but for how common a value is among the records at hand.
///
/// @param evidence one for each comparison; empty until it was estimated
/// @param prior the probability that any two records that may be paired match
public record Model(
        List<Field> fields,
        List<Comparison> comparisons,
        List<Evidence> evidence,
        List<BlockingRule> rules,
        double prior,
        Policy policy) {
    /// Patterns of answers are kept in one number each.
    public static final int MOST_COMPARISONS = 16;

    public Model {
        fields = List.copyOf(fields);
        comparisons = List.copyOf(comparisons);
        evidence = List.copyOf(evidence);
        rules = List.copyOf(rules);
        if (comparisons.isEmpty() || comparisons.size() > MOST_COMPARISONS) {
            throw new IllegalArgumentException("A model has 1 to " + MOST_COMPARISONS + " comparisons");
        }
        if (!evidence.isEmpty() && evidence.size() != comparisons.size()) {
            throw new IllegalArgumentException("Each comparison needs its evidence");
        }
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("The prior lies between 0 and 1");
        }
    }

    /// The same questions, with what was learned about them.
    public Model with(List<Evidence> learned, double learnedPrior) {
        return new Model(fields, comparisons, learned, rules, learnedPrior, policy);
    }

    public Model with(List<BlockingRule> others) {
        return new Model(fields, comparisons, evidence, others, prior, policy);
    }

    public boolean isEstimated() {
        return !evidence.isEmpty();
    }
}
