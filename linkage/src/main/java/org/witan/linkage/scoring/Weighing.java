package org.witan.linkage.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Alike;
import org.witan.linkage.comparison.Answering;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// Weighs pairs of records. One object serves one thread.
public final class Weighing {
    /// More than rounding can make of a sum of bits.
    private static final double ROUNDING = 1e-6;

    private final Model model;
    private final Answering[] answering;
    private Chances[] chances;
    private double[] mostUnlessSame;
    private final int[] order;
    private final double prior;
    private final int[] answers;

    public Weighing(Model model, Fields fields, double partners) {
        this(model, chances(model, fields, partners), answering(model, fields));
    }

    private Weighing(Model model, Chances[] chances, Answering[] answering) {
        this.model = model;
        this.answering = answering;
        this.chances = chances;
        this.prior = Bits.ofProbability(model.prior());
        this.answers = new int[answering.length];
        this.mostUnlessSame = mostUnlessSame();
        this.order = order();
    }

    private double[] mostUnlessSame() {
        double[] most = new double[answers.length];
        for (int at = 0; at < most.length; at++) {
            Level first = model.comparisons().get(at).levels().getFirst();
            most[at] = chances[at].mostBits(first.alike() == Alike.SAME ? 2 : 1);
        }
        return most;
    }

    /// The comparisons that rule out the most for their cost come first.
    private int[] order() {
        double[] worth = new double[answers.length];
        for (int at = 0; at < worth.length; at++) {
            int differs = model.comparisons().get(at).differs();
            worth[at] = (mostUnlessSame[at] - chances[at].mostBits(differs)) / answering[at].cost();
        }
        return IntStream.range(0, worth.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> worth[at]).reversed())
                .mapToInt(at -> at)
                .toArray();
    }

    private static Chances[] chances(Model model, Fields fields, double partners) {
        return IntStream.range(0, model.comparisons().size())
                .mapToObj(at -> new Chances(
                        model.comparisons().get(at), model.evidence().get(at), fields, partners))
                .toArray(Chances[]::new);
    }

    /// One for each thread; what was made of the values is shared.
    public static List<Weighing> several(Model model, Fields fields, double partners, int threads) {
        Chances[] chances = chances(model, fields, partners);
        List<Weighing> several = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            several.add(new Weighing(model, chances, answering(model, fields)));
        }
        return several;
    }

    private static Answering[] answering(Model model, Fields fields) {
        return model.comparisons().stream()
                .map(comparison -> new Answering(comparison, fields))
                .toArray(Answering[]::new);
    }

    /// Takes in how common values have become since records were added.
    public void follow(Fields fields, double partners) {
        chances = chances(model, fields, partners);
        mostUnlessSame = mostUnlessSame();
    }

    /// The answers of all comparisons.
    public int[] answers(int left, int right) {
        int[] all = new int[answers.length];
        for (int at = 0; at < all.length; at++) {
            all[at] = answering[at].answer(left, right);
        }
        return all;
    }

    /// The match weight in bits, the prior included.
    public double weight(int left, int right) {
        for (int at = 0; at < answers.length; at++) {
            answers[at] = answering[at].answer(left, right);
        }
        return sum(left);
    }

    /// The match weight where it is at least so much, else some weight below: most pairs need no more than a few of the
    /// comparisons to be ruled out.
    double weightIfAtLeast(double least, int left, int right) {
        double bound = prior;
        for (int at = 0; at < answers.length; at++) {
            int answer = answering[at].atOnce(left, right);
            answers[at] = answer;
            bound += answer == Answering.UNKNOWN ? mostUnlessSame[at] : chances[at].aloneBitsOf(answer, left);
        }
        for (int next = 0; next < order.length && bound >= least - ROUNDING; next++) {
            int at = order[next];
            if (answers[at] == Answering.UNKNOWN) {
                answers[at] = answering[at].answer(left, right);
                bound += chances[at].aloneBitsOf(answers[at], left) - mostUnlessSame[at];
            }
        }
        return bound < least - ROUNDING ? bound : sum(left);
    }

    private double sum(int left) {
        double weight = prior;
        for (int at = 0; at < answers.length; at++) {
            weight += bits(at, answers, left);
        }
        return weight;
    }

    /// The evidence of one answer in bits. Two records that agree share the value, so one row is enough.
    double bits(int at, int[] all, int left) {
        return chances[at].bits(all, at, left);
    }

    /// How many records share the value on which this answer rests, or 0 where that does not matter.
    int sharing(int at, int answer, int left) {
        return chances[at].sharing(answer, left);
    }

    /// The name of the comparison that makes this one tell less, where one does.
    @Nullable
    String lessenedBy(int at, int[] all, int left) {
        int on = chances[at].lessenedBy(all, at, left);
        return on < 0 ? null : model.comparisons().get(on).name();
    }

    /// The logarithm to base 2 of the chance of these answers among pairs that do not match.
    public double othersBits(int[] all, int left) {
        double sum = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] != Comparison.NOT_GIVEN) {
                sum += chances[at].othersBits(all, at, left);
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
