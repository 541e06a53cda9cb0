package org.witan.linkage.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Bearing;
import org.witan.linkage.comparison.Comparison;

/// How the weight of a pair came about: from the prior, step by step.
///
/// @param prior the weight of any two records before they are compared
public record Waterfall(double prior, List<Step> steps) {

    /// One comparison.
    ///
    /// @param says its answer, as the end of a sentence
    /// @param bits what it adds
    /// @param sharing how many records have this value, where that counted; else 0
    /// @param lessenedBy the comparison that makes this one tell less, if one does
    /// @param same whether the two values are one
    /// @param bearing what it may decide besides its bits
    public record Step(
            String comparison,
            String says,
            double bits,
            int sharing,
            boolean given,
            boolean differs,
            boolean same,
            Bearing bearing,
            @Nullable String lessenedBy) {
        private String words() {
            String who = sharing > 1 ? ", as in %,d records".formatted(sharing) : "";
            String less = lessenedBy == null ? "" : ", which tells less beside the same " + lessenedBy;
            return String.format(Locale.ROOT, "%s %s%s%s (%+.1f)", comparison, says, who, less, bits);
        }
    }

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /// Explains the pair.
    public static Waterfall of(Weighing weighing, int left, int right) {
        int[] answers = weighing.answers(left, right);
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < answers.length; at++) {
            Comparison comparison = weighing.model().comparisons().get(at);
            steps.add(new Step(
                    comparison.name(),
                    comparison.says(answers[at]),
                    weighing.bits(at, answers, left),
                    weighing.sharing(at, answers[at], left),
                    answers[at] != Comparison.NOT_GIVEN,
                    answers[at] == comparison.differs(),
                    comparison.isTheSame(answers[at]),
                    comparison.bearing(),
                    weighing.lessenedBy(at, answers, left)));
        }
        return new Waterfall(weighing.prior(), steps);
    }

    /// The match weight.
    public double weight() {
        return prior + steps.stream().mapToDouble(Step::bits).sum();
    }

    public double probability() {
        return Bits.probability(weight());
    }

    /// One sentence that holds no value of any record.
    public String sentence() {
        String verdict = String.format(
                Locale.ROOT,
                "Probability %.4f (%+.1f bits, of which %+.1f before comparing)",
                probability(),
                weight(),
                prior);
        String forIt = words(steps.stream()
                .filter(step -> step.given() && step.bits() > 0)
                .sorted(Comparator.comparingDouble(Step::bits).reversed())
                .toList());
        String against = words(steps.stream()
                .filter(step -> step.given() && step.bits() <= 0)
                .sorted(Comparator.comparingDouble(Step::bits))
                .toList());
        String missing = steps.stream()
                .filter(step -> !step.given())
                .map(Step::comparison)
                .collect(Collectors.joining(", "));
        return verdict
                + (forIt.isEmpty() ? "; nothing speaks for a match" : "; for it: " + forIt)
                + (against.isEmpty() ? "; nothing against it" : "; against it: " + against)
                + (missing.isEmpty() ? "." : "; not given in both: " + missing + ".");
    }

    private static String words(List<Step> some) {
        return some.stream().map(Step::words).collect(Collectors.joining(", "));
    }
}
