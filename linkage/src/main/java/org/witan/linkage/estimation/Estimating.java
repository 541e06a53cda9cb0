package org.witan.linkage.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.blocking.Blocks;
import org.witan.linkage.blocking.InPieces;
import org.witan.linkage.comparison.Alike;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.Dependence;
import org.witan.linkage.model.Evidence;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.scoring.PairCount;
import org.witan.linkage.scoring.Scoring;
import org.witan.linkage.scoring.Weighing;
import org.witan.linkage.text.Fingerprint;

/// Learns from records without labels how much each answer tells.
///
/// 1. The shares among pairs that do not match come from pairs drawn at random, nearly all of which do not.
/// 2. The shares among pairs that match, and the prior, come from expectation and maximisation over the pairs that the
///    blocking rules bring, weighed with the prior of all pairs. A match that no rule brings is taken for none, so
///    the shares lean towards agreement by as much as the rules miss.
/// 3. The few matches among the random pairs are then taken off, and both steps repeated.
///
/// Nothing is drawn by chance: a seed decides, and the same records give the same model.
public final class Estimating {
    private static final int ROUNDS = 4;
    private static final int STEPS = 25;
    private static final double SETTLED = 1e-4;

    /// How sure we are, in pairs, of how matching pairs usually look.
    private static final double FAITH = 10;

    private final Model model;
    private final Fields fields;
    private final Pairing pairing;
    private final Settings settings;
    private List<@Nullable Dependence> dependences = List.of();

    /// How much work to put into it.
    ///
    /// @param randomPairs how many pairs to draw for step 1
    /// @param candidates how many pairs to look at in step 2; more are thinned out evenly
    public record Settings(long randomPairs, long candidates, long seed) {
        public static final Settings USUAL = new Settings(700_000, 1_500_000, 1);
    }

    public Estimating(Model model, Fields fields, Pairing pairing, Settings settings) {
        this.model = model;
        this.fields = fields;
        this.pairing = pairing;
        this.settings = settings;
    }

    /// The model with what was learned. Records of which too few match keep the usual shares.
    public Model estimate(Blocks blocks) {
        List<int[]> some = new ArrayList<>();
        double[][] sampled = randomShares(some);
        dependences = new Dependences(model, fields, pairing, sampled, some).find();
        double total = PairCount.of(fields, pairing);
        long thinning = Math.max(1, blocks.pairs() / settings.candidates());
        Model now = model.with(starting(sampled), Math.clamp(fields.size() / 4.0 / Math.max(total, 1), 1e-12, 0.5));
        var patterns = patterns(now, blocks, thinning);
        for (int round = 0; round < ROUNDS; round++) {
            patterns.weigh(new Weighing(now, fields, Scoring.partners(now, fields, pairing)));
            now = new Maximising(now, patterns, thinning, total, STEPS, SETTLED, FAITH).result();
            now = withoutMatches(now, sampled);
        }
        return now;
    }

    /// @param some receives the answers of some of the pairs
    private double[][] randomShares(List<int[]> some) {
        var random = new RandomPairs(fields, pairing, settings.randomPairs(), settings.seed());
        List<Answered> all =
                InPieces.work(random.pieces(), Answered.makers(model, fields, RandomPairs.IN_A_PIECE), random::visit);
        if (!all.isEmpty()) {
            some.addAll(all.getFirst().answers());
        }
        List<Comparison> comparisons = model.comparisons();
        double[][] shares = new double[comparisons.size()][];
        for (int at = 0; at < shares.length; at++) {
            double[] counts = new double[comparisons.get(at).answers()];
            for (Answered answered : all) {
                long[] more = answered.counts(at);
                for (int answer = 0; answer < counts.length; answer++) {
                    counts[answer] += more[answer];
                }
            }
            shares[at] = shares(comparisons.get(at), counts);
        }
        return shares;
    }

    /// Of the pairs in which it is given. Half a pair stands for what was never seen.
    private double[] shares(Comparison comparison, double[] counts) {
        double[] answered = Arrays.copyOfRange(counts, 1, counts.length);
        double all = Arrays.stream(answered).sum() + answered.length * 0.5;
        double[] shares =
                Arrays.stream(answered).map(count -> (count + 0.5) / all).toArray();
        Level first = comparison.levels().getFirst();
        if (first.alike() == Alike.SAME) {
            shares[0] = Math.max(exactShare(fields.the(first.fields().getFirst())), 0.5 / all);
        }
        return shares;
    }

    /// That two values are the same can be counted over all pairs.
    private static double exactShare(Column column) {
        double given = column.given();
        double same = 0;
        for (int code = 0; code < column.distinct(); code++) {
            same += (double) column.count(code) * (column.count(code) - 1);
        }
        return given < 2 ? 0 : same / (given * (given - 1));
    }

    private List<Evidence> starting(double[][] sampled) {
        List<Evidence> evidence = new ArrayList<>();
        for (int at = 0; at < sampled.length; at++) {
            evidence.add(
                    new Evidence(list(Usual.matching(sampled[at].length)), list(sampled[at]), dependences.get(at)));
        }
        return evidence;
    }

    private Patterns patterns(Model now, Blocks blocks, long thinning) {
        double partners = Scoring.partners(now, fields, pairing);
        int threads = Runtime.getRuntime().availableProcessors();
        List<Supplier<Seen>> makers = new ArrayList<>();
        for (Weighing weighing : Weighing.several(now, fields, partners, threads)) {
            makers.add(() -> new Seen(weighing, thinning, settings.seed()));
        }
        var patterns = new Patterns(model.comparisons().size());
        for (Seen seen : blocks.visit(makers, (done, of) -> {})) {
            for (int pair = 0; pair < seen.size; pair++) {
                patterns.add(seen.packed[pair], seen.rows[pair]);
            }
        }
        return patterns;
    }

    /// Takes the matches that chance brought into the random pairs out of their shares.
    private Model withoutMatches(Model now, double[][] sampled) {
        List<Evidence> evidence = new ArrayList<>();
        for (int at = 0; at < sampled.length; at++) {
            List<Double> matching = now.evidence().get(at).matching();
            double[] others = new double[sampled[at].length];
            double sum = 0;
            for (int answer = 0; answer < others.length; answer++) {
                double rest = sampled[at][answer] - now.prior() * matching.get(answer);
                others[answer] = Math.max(rest, sampled[at][answer] * 0.01);
                sum += others[answer];
            }
            double all = sum;
            evidence.add(new Evidence(
                    matching,
                    list(Arrays.stream(others).map(share -> share / all).toArray()),
                    dependences.get(at)));
        }
        return now.with(evidence, now.prior());
    }

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static final class Seen implements Blocks.Visitor {
        private final Weighing weighing;
        private final long upTo;
        private final long seed;
        private long[] packed = new long[256];
        private int[] rows = new int[256];
        private int size;

        Seen(Weighing weighing, long thinning, long seed) {
            this.weighing = weighing;
            this.upTo = Long.MAX_VALUE / thinning;
            this.seed = seed;
        }

        @Override
        public boolean wants(int left, int right) {
            return Fingerprint.mixed((((long) left << Integer.SIZE) | right) ^ seed) >>> 1 <= upTo;
        }

        @Override
        public void pair(int rule, int left, int right) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, size * 2);
                rows = Arrays.copyOf(rows, size * 2);
            }
            int[] answers = weighing.answers(left, right);
            packed[size] = Patterns.packed(answers);
            rows[size++] = left;
        }
    }
}
