package org.witan.linkage.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Answering;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// Weighs pairs of records. One object serves one thread.
public final class Weighing {
    private final Model model;
    private final List<Answering> answering;
    private List<Chances> chances;
    private final double prior;
    private final int[] answers;

    public Weighing(Model model, Fields fields, double partners) {
        this(
                model,
                chances(model, fields, partners),
                model.comparisons().stream()
                        .map(comparison -> new Answering(comparison, fields))
                        .toList());
    }

    private Weighing(Model model, List<Chances> chances, List<Answering> answering) {
        this.model = model;
        this.answering = answering;
        this.chances = chances;
        this.prior = Bits.ofProbability(model.prior());
        this.answers = new int[answering.size()];
    }

    private static List<Chances> chances(Model model, Fields fields, double partners) {
        List<Chances> chances = new ArrayList<>();
        for (int at = 0; at < model.comparisons().size(); at++) {
            chances.add(
                    new Chances(model.comparisons().get(at), model.evidence().get(at), fields, partners));
        }
        return chances;
    }

    /// One for each thread; what was made of the values is shared.
    public static List<Weighing> several(Model model, Fields fields, double partners, int threads) {
        List<Chances> chances = chances(model, fields, partners);
        List<List<Answering>> answering = model.comparisons().stream()
                .map(comparison -> Answering.several(comparison, fields, threads))
                .toList();
        List<Weighing> several = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            several.add(new Weighing(
                    model,
                    chances,
                    answering.stream().map(each -> each.get(number)).toList()));
        }
        return several;
    }

    /// Takes in how common values have become since records were added.
    public void follow(Fields fields, double partners) {
        chances = chances(model, fields, partners);
    }

    /// The answers of all comparisons.
    public int[] answers(int left, int right) {
        int[] all = new int[answers.length];
        for (int at = 0; at < all.length; at++) {
            all[at] = answering.get(at).answer(left, right);
        }
        return all;
    }

    /// The match weight in bits, the prior included.
    public double weight(int left, int right) {
        for (int at = 0; at < answers.length; at++) {
            answers[at] = answering.get(at).answer(left, right);
        }
        double weight = prior;
        for (int at = 0; at < answers.length; at++) {
            weight += bits(at, answers, left);
        }
        return weight;
    }

    /// The evidence of one answer in bits. Two records that agree share the value, so one row is enough.
    double bits(int at, int[] all, int left) {
        return chances.get(at).bits(all, at, left);
    }

    /// How many records share the value on which this answer rests, or 0 where that does not matter.
    int sharing(int at, int answer, int left) {
        return chances.get(at).sharing(answer, left);
    }

    /// The name of the comparison that makes this one tell less, where one does.
    @Nullable
    String lessenedBy(int at, int[] all, int left) {
        int on = chances.get(at).lessenedBy(all, at, left);
        return on < 0 ? null : model.comparisons().get(on).name();
    }

    /// The logarithm to base 2 of the chance of these answers among pairs that do not match.
    public double othersBits(int[] all, int left) {
        double sum = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] != Comparison.NOT_GIVEN) {
                sum += chances.get(at).othersBits(all, at, left);
            }
        }
        return sum;
    }

    double prior() {
        return prior;
    }

    public Model model() {
        return model;
    }
}
