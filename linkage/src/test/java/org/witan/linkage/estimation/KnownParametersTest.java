package org.witan.linkage.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.witan.linkage.blocking.Blocks;
import org.witan.linkage.comparison.Alike;
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

/// Records are made by known shares; what is learned from them must be those shares.
class KnownParametersTest {
    private static final int PERSONS = 2_000;
    private static final double[] WRONG = {0.05, 0.2, 0.1, 0.3};
    private static final int[] VALUES = {50, 200, 30, 500};

    private final Records records = new Records(List.of("a", "b", "c", "d"));

    /// Every second person has two records. A value of the second is drawn anew in a known share of cases.
    private void make(long seed) {
        var random = new Random(seed);
        for (int person = 0; person < PERSONS; person++) {
            String[] first = new String[WRONG.length];
            String[] second = new String[WRONG.length];
            for (int at = 0; at < WRONG.length; at++) {
                first[at] = value(random, at);
                second[at] = random.nextDouble() < WRONG[at] ? value(random, at) : first[at];
            }
            records.add(person + "a", 0, first);
            if (person % 2 == 0) {
                records.add(person + "b", 0, second);
            }
        }
    }

    private static String value(Random random, int at) {
        return "v" + random.nextInt(VALUES[at]);
    }

    private static Model model() {
        List<Field> fields = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            fields.add(new Field(name, Kind.CODE, name));
            comparisons.add(new Comparison(
                    name, List.of(name), List.of(Level.of("is the same", Alike.SAME, name)), Bearing.OWN));
        }
        List<BlockingRule> rules = List.of(
                BlockingRule.on("a", "b"), BlockingRule.on("b", "c"), BlockingRule.on("a", "c"), BlockingRule.on("d"));
        return new Model(fields, comparisons, List.of(), rules, 1e-4, Policy.USUAL);
    }

    @Test
    void theSharesAndThePriorAreFoundAgain() {
        make(7);
        Model model = model();
        var fields = new Fields(records, model.fields());
        Model learned = new Estimating(model, fields, Pairing.WITHIN, Estimating.Settings.USUAL)
                .estimate(new Blocks(model, fields, Pairing.WITHIN));
        double pairs = records.size() * (records.size() - 1.0) / 2;
        assertThat(learned.prior() * pairs).isCloseTo(PERSONS / 2.0, within(60.0));
        for (int at = 0; at < WRONG.length; at++) {
            double same = 1 - WRONG[at] * (1 - 1.0 / VALUES[at]);
            assertThat(learned.evidence().get(at).matching().getFirst())
                    .as("m of %d", at)
                    .isCloseTo(same, within(0.03));
            assertThat(learned.evidence().get(at).others().getFirst() * VALUES[at])
                    .as("u of %d", at)
                    .isCloseTo(1, within(0.06));
        }
    }

    @Test
    void theSameRecordsGiveTheSameModel() {
        make(7);
        Model model = model();
        var fields = new Fields(records, model.fields());
        var blocks = new Blocks(model, fields, Pairing.WITHIN);
        var estimating = new Estimating(model, fields, Pairing.WITHIN, Estimating.Settings.USUAL);
        assertThat(estimating.estimate(blocks)).isEqualTo(estimating.estimate(blocks));
    }
}
