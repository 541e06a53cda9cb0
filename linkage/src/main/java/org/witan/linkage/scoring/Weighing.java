package org.witan.linkage.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Answering;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.Evidence;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;

/// Weighs pairs of records. One object serves one thread.
public final class Weighing {
    private final Model model;
    private final List<Answering> answering;
    private final double prior;
    private final double[][] bits;

    /// By comparison and answer: where a level regards how common the value is.
    private final @Nullable Frequencies[][] frequencies;

    private final Column[][] columns;
    private final double[] given;

    public Weighing(Model model, Fields fields, double partners) {
        this(
                model,
                fields,
                partners,
                model.comparisons().stream()
                        .map(comparison -> new Answering(comparison, fields))
                        .toList());
    }

    private Weighing(Model model, Fields fields, double partners, List<Answering> answering) {
        this.model = model;
        this.answering = answering;
        this.prior = Bits.ofProbability(model.prior());
        int count = model.comparisons().size();
        bits = new double[count][];
        frequencies = new Frequencies[count][];
        columns = new Column[count][];
        given = new double[count * Comparison.MOST_LEVELS];
        for (int at = 0; at < count; at++) {
            prepare(at, fields, partners);
        }
    }

    /// One for each thread; what was made of the values is shared.
    public static List<Weighing> several(Model model, Fields fields, double partners, int threads) {
        List<List<Answering>> answering = model.comparisons().stream()
                .map(comparison -> Answering.several(comparison, fields, threads))
                .toList();
        List<Weighing> several = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            several.add(new Weighing(
                    model,
                    fields,
                    partners,
                    answering.stream().map(each -> each.get(number)).toList()));
        }
        return several;
    }

    private void prepare(int at, Fields fields, double partners) {
        Comparison comparison = model.comparisons().get(at);
        Evidence evidence = model.evidence().get(at);
        bits[at] = new double[comparison.answers()];
        frequencies[at] = new Frequencies[comparison.answers()];
        columns[at] = new Column[comparison.answers()];
        for (int answer = 1; answer < comparison.answers(); answer++) {
            bits[at][answer] = evidence.bits(answer);
            if (answer <= comparison.levels().size()) {
                Level level = comparison.levels().get(answer - 1);
                columns[at][answer] = fields.the(level.fields().getFirst());
                if (level.byFrequency()) {
                    var share = new Evidence(
                            List.of(evidence.matching().get(answer - 1)),
                            List.of(evidence.others().get(answer - 1)));
                    frequencies[at][answer] = new Frequencies(columns[at][answer], share, partners);
                    given[at * Comparison.MOST_LEVELS + answer] = Math.max(1, columns[at][answer].given());
                    bits[at][answer] = Bits.log2(evidence.matching().get(answer - 1));
                }
            }
        }
    }

    /// The answers of all comparisons.
    public int[] answers(int left, int right) {
        int[] answers = new int[bits.length];
        for (int at = 0; at < answers.length; at++) {
            answers[at] = answering.get(at).answer(left, right);
        }
        return answers;
    }

    /// The match weight in bits, the prior included.
    public double weight(int left, int right) {
        double weight = prior;
        for (int at = 0; at < bits.length; at++) {
            weight += bits(at, answering.get(at).answer(left, right), left);
        }
        return weight;
    }

    /// The evidence of one answer in bits. Two records with this answer share the value, so one row is enough.
    double bits(int at, int answer, int row) {
        Frequencies frequency = frequencies[at][answer];
        return frequency == null ? bits[at][answer] : bits[at][answer] - Bits.log2(others(at, answer, row, frequency));
    }

    private double others(int at, int answer, int row, Frequencies frequency) {
        int code = columns[at][answer].code(row);
        return frequency.others(code, given[at * Comparison.MOST_LEVELS + answer]);
    }

    /// How many records share the value on which this answer rests, or 0 where that does not matter.
    int sharing(int at, int answer, int row) {
        return frequencies[at][answer] == null ? 0 : columns[at][answer].count(columns[at][answer].code(row));
    }

    /// The logarithm to base 2 of the chance of these answers among pairs that do not match.
    public double othersBits(int[] answers, int left) {
        double sum = 0;
        for (int at = 0; at < answers.length; at++) {
            int answer = answers[at];
            if (answer != Comparison.NOT_GIVEN) {
                Frequencies frequency = frequencies[at][answer];
                sum += frequency == null
                        ? Bits.log2(model.evidence().get(at).others().get(answer - 1))
                        : Bits.log2(others(at, answer, left, frequency));
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
