package org.witan.linkage.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.blocking.InPieces;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.Dependence;
import org.witan.linkage.model.Form;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;

/// Finds out which comparisons go together among pairs that do not match.
///
/// To add up weights is to take comparisons as independent, which members of one household are not: they share an
/// address and a surname. So pairs are drawn that agree in one comparison and differ so clearly in all others but a
/// second one that they cannot match. If they agree in the second more often than any two records do, then it says
/// that much less where the first agrees.
final class Dependences {
    private static final int DRAWN = 30_000;
    private static final double CLEARLY_DIFFERENT = -5;
    private static final int ENOUGH = 150;

    /// Where fewer do not match, those that seem not to are mostly matches with errors.
    private static final double NOT_MATCHING = 0.3;

    /// Less than this many times more often than usual is left alone.
    private static final double MORE_OFTEN = 2;

    private final Model model;
    private final Fields fields;
    private final Pairing pairing;
    private final double[][] sampled;
    private final double[][] bits;
    private final List<int[]> random;

    /// @param sampled the shares among random pairs, by comparison and answer
    /// @param random answers of some random pairs
    Dependences(Model model, Fields fields, Pairing pairing, double[][] sampled, List<int[]> random) {
        this.model = model;
        this.fields = fields;
        this.pairing = pairing;
        this.sampled = sampled;
        this.random = random;
        this.bits = new double[sampled.length][];
        for (int at = 0; at < bits.length; at++) {
            double[] usual = Usual.matching(sampled[at].length);
            bits[at] = new double[usual.length + 1];
            for (int answer = 1; answer < bits[at].length; answer++) {
                bits[at][answer] = Math.log(usual[answer - 1] / sampled[at][answer - 1]) / Math.log(2);
            }
        }
    }

    /// For each comparison its dependence, or null.
    List<@Nullable Dependence> find() {
        int count = sampled.length;
        double[] strongest = new double[count];
        @Nullable Dependence[] found = new Dependence[count];
        List<List<int[]>> drawn = drawn();
        for (int first = 0; first < count; first++) {
            for (int second = 0; second < count; second++) {
                if (isRarer(first, second)) {
                    double strength = 0;
                    Dependence dependence = dependence(first, second, drawn.get(first));
                    if (dependence != null) {
                        strength = strength(dependence, second);
                    }
                    if (strength > strongest[second]) {
                        strongest[second] = strength;
                        found[second] = dependence;
                    }
                }
            }
        }
        return Arrays.asList(found);
    }

    /// The rarer agreement keeps its weight.
    private boolean isRarer(int first, int second) {
        double one = sampled[first][0];
        double other = sampled[second][0];
        return first != second && (one < other || (one == other && first < second));
    }

    /// For each comparison, answers of pairs that agree in it.
    private List<List<int[]>> drawn() {
        List<Integer> comparisons =
                IntStream.range(0, model.comparisons().size()).boxed().toList();
        return InPieces.work(comparisons, Answered.makers(model, fields, Integer.MAX_VALUE), this::draw).stream()
                .map(Answered::answers)
                .toList();
    }

    private void draw(int comparison, Answered answered) {
        for (Level level : model.comparisons().get(comparison).levels()) {
            Form form = form(level);
            if (form != null) {
                new AlikePairs(fields, level.fields().getFirst(), form, DRAWN).visit((left, right) -> {
                    if (pairing.allows(
                            fields.records().source(left), fields.records().source(right))) {
                        answered.pair(left, right);
                    }
                });
            }
        }
    }

    private static @Nullable Form form(Level level) {
        return switch (level.alike()) {
            case SAME -> Form.WHOLE;
            case POSTCODE_SECTOR -> Form.SECTOR;
            case POSTCODE_DISTRICT -> Form.DISTRICT;
            case SOUND -> Form.SOUND;
            default -> null;
        };
    }

    private @Nullable Dependence dependence(int first, int second, List<int[]> drawn) {
        int answers = model.comparisons().get(first).answers();
        double[][] counts = new double[answers][sampled[second].length];
        double[] clear = new double[answers];
        double[] all = new double[answers];
        for (int[] pair : drawn) {
            int answer = pair[first];
            if (pair[second] != Comparison.NOT_GIVEN) {
                all[answer]++;
                if (rest(pair, first, second) <= CLEARLY_DIFFERENT) {
                    clear[answer]++;
                    counts[answer][pair[second] - 1]++;
                }
            }
        }
        double usual = usuallyClear(first, second);
        List<List<Double>> shares = new ArrayList<>();
        boolean any = false;
        for (int answer = 0; answer < answers; answer++) {
            boolean known = clear[answer] >= ENOUGH && clear[answer] >= NOT_MATCHING * usual * all[answer];
            shares.add(known ? shares(counts[answer], clear[answer], second) : List.of());
            any |= known;
        }
        return any ? new Dependence(first, filled(shares)) : null;
    }

    private List<Double> shares(double[] counts, double all, int second) {
        List<Double> shares = new ArrayList<>();
        for (int answer = 0; answer < counts.length; answer++) {
            double share = (counts[answer] + sampled[second][answer]) / (all + 1);
            shares.add(share >= MORE_OFTEN * sampled[second][answer] ? share : 0.0);
        }
        return shares;
    }

    /// Answers of which too little is known take over what was found for the next answer that agrees less, or more.
    private static List<List<Double>> filled(List<List<Double>> shares) {
        List<List<Double>> filled = new ArrayList<>(shares);
        for (int answer = shares.size() - 3; answer >= 1; answer--) {
            if (filled.get(answer).isEmpty()) {
                filled.set(answer, filled.get(answer + 1));
            }
        }
        for (int answer = 2; answer <= shares.size() - 2; answer++) {
            if (filled.get(answer).isEmpty()) {
                filled.set(answer, filled.get(answer - 1));
            }
        }
        filled.set(0, List.of());
        filled.set(shares.size() - 1, List.of());
        return filled;
    }

    private double strength(Dependence dependence, int second) {
        double strength = 0;
        for (List<Double> shares : dependence.others()) {
            for (int answer = 0; answer + 1 < shares.size(); answer++) {
                double share = shares.get(answer);
                strength = Math.max(strength, share - sampled[second][answer]);
            }
        }
        return strength;
    }

    private double rest(int[] answers, int first, int second) {
        double rest = 0;
        for (int at = 0; at < answers.length; at++) {
            rest += at == first || at == second ? 0 : bits[at][answers[at]];
        }
        return rest;
    }

    /// How many of random pairs are as clearly different.
    private double usuallyClear(int first, int second) {
        long clear = random.stream()
                .filter(pair -> rest(pair, first, second) <= CLEARLY_DIFFERENT)
                .count();
        return random.isEmpty() ? 1 : (double) clear / random.size();
    }
}
