package org.witan.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.witan.linkage.comparison.Bearing;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.model.Policy;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Kind;
import org.witan.linkage.record.Records;

/// Pairs counted against two loops over all records, and by hand.
class BlocksTest {
    private record Pair(int left, int right) {}

    private static final class Seen implements Blocks.Visitor {
        private final List<Pair> pairs = new ArrayList<>();

        @Override
        public void pair(int rule, int left, int right) {
            pairs.add(new Pair(left, right));
        }
    }

    private static Model model(long mostPairs, BlockingRule... rules) {
        return new Model(
                List.of(new Field("a", Kind.CODE, "a"), new Field("b", Kind.CODE, "b")),
                List.of(new Comparison("a", List.of("a"), List.of(Level.same("a")), Bearing.OWN)),
                List.of(),
                List.of(rules),
                0.1,
                new Policy(0.95, 0.5, mostPairs));
    }

    private static List<Pair> pairs(Blocks blocks) {
        List<Supplier<Seen>> makers = List.of(Seen::new, Seen::new);
        return blocks.visit(makers, (done, of) -> {}).stream()
                .flatMap(seen -> seen.pairs.stream())
                .toList();
    }

    private static Records random(int size, long seed) {
        var random = new Random(seed);
        var records = new Records(List.of("a", "b"));
        for (int row = 0; row < size; row++) {
            String a = random.nextInt(10) == 0 ? null : "a" + random.nextInt(20);
            records.add("r" + row, random.nextInt(2), a, "b" + random.nextInt(30));
        }
        return records;
    }

    @Test
    void eachPairComesOnceAndOnlyIfARuleHasIt() {
        for (Pairing pairing : Pairing.values()) {
            Records records = random(300, 3);
            Model model = model(1_000_000, BlockingRule.on("a"), BlockingRule.on("b"), BlockingRule.on("a", "b"));
            var fields = new Fields(records, model.fields());
            List<Pair> pairs = pairs(new Blocks(model, fields, pairing));
            Set<Pair> expected = new HashSet<>();
            for (int left = 0; left < records.size(); left++) {
                for (int right = left + 1; right < records.size(); right++) {
                    int a = fields.the("a").code(left);
                    boolean shares = (a >= 0 && a == fields.the("a").code(right))
                            || fields.the("b").code(left) == fields.the("b").code(right);
                    if (shares && pairing.allows(records.source(left), records.source(right))) {
                        expected.add(new Pair(left, right));
                    }
                }
            }
            assertThat(pairs).doesNotHaveDuplicates();
            assertThat(new HashSet<>(pairs)).isEqualTo(expected);
        }
    }

    @Test
    void theOrderOfPairsDoesNotDependOnTheNumberOfThreads() {
        Records records = random(4_000, 5);
        Model model = model(1_000_000, BlockingRule.on("a"), BlockingRule.on("b"));
        var blocks = new Blocks(model, new Fields(records, model.fields()), Pairing.BOTH);
        List<Pair> pairs = pairs(blocks);
        assertThat(pairs).hasSizeGreaterThan(500_000);
        for (int threads : new int[] {1, 5}) {
            List<Supplier<Seen>> makers = Collections.nCopies(threads, Seen::new);
            assertThat(blocks.visit(makers, (done, of) -> {}).stream()
                            .flatMap(seen -> seen.pairs.stream())
                            .toList()
                            .equals(pairs))
                    .as("%d threads", threads)
                    .isTrue();
        }
    }

    @Test
    void theReportCountsAsOneDoesByHand() {
        var records = new Records(List.of("a", "b"));
        for (String value : new String[] {"x", "x", "x", "x", "y", "y", "z"}) {
            records.add(value, 0, value, null);
        }
        Model model = model(1_000_000, BlockingRule.on("a"), new BlockingRule(List.of()));
        var blocks = new Blocks(model, new Fields(records, model.fields()), Pairing.BOTH);
        assertThat(blocks.reports().getFirst()).isEqualTo(new RuleReport("a", 6 + 1, 4, 0, 0));
        assertThat(blocks.reports().getLast()).isEqualTo(new RuleReport("every pair", 21, 7, 0, 0));
        assertThat(pairs(blocks)).hasSize(21);
    }

    @Test
    void aMillionEqualSurnamesAreSplitAndReportedAndTakeNoTime() {
        var records = new Records(List.of("a", "b"));
        for (int row = 0; row < 1_000_000; row++) {
            records.add("r", 0, "smith", row % 5 == 0 ? null : "b" + row / 10);
        }
        Model model = model(100_000, BlockingRule.on("a"));
        var blocks = new Blocks(model, new Fields(records, model.fields()), Pairing.BOTH);
        RuleReport report = blocks.reports().getFirst();
        assertThat(report.pairs()).isEqualTo(1_000_000L * 999_999 / 2);
        assertThat(report.split()).isEqualTo(1);
        assertThat(report.pairs() - report.leftOut()).isEqualTo(100_000L * 8 * 7 / 2);
        assertThat(report.sentence()).contains("too large", "left out");
        assertThat(pairs(blocks)).hasSize(2_800_000);
    }

    @Test
    void aBlockThatNothingSplitsIsLeftOut() {
        var records = new Records(List.of("a", "b"));
        for (int row = 0; row < 5_000; row++) {
            records.add("r" + row, 0, "smith", "same");
        }
        Model model = model(1_000, BlockingRule.on("a"), BlockingRule.on("b"));
        var blocks = new Blocks(model, new Fields(records, model.fields()), Pairing.BOTH);
        assertThat(pairs(blocks)).isEmpty();
        assertThat(blocks.reports())
                .allSatisfy(report -> assertThat(report.leftOut()).isEqualTo(report.pairs()));
    }
}
