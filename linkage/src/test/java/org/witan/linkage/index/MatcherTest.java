package org.witan.linkage.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.witan.linkage.Invented;
import org.witan.linkage.Linking;
import org.witan.linkage.cluster.Verdict;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Commonness;
import org.witan.linkage.record.CountedRecords;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.suggestion.Suggesting;

/// A pair weighs the same whether its records come from a database or stand among all others.
class MatcherTest {
    private static final Set<String> NOT_COMPARED = Set.of("id", "person");
    private static final Records RECORDS = Invented.persons(600, 30);
    private static final Linking.Linked LINKED =
            Linking.of(RECORDS).without(NOT_COMPARED).link();
    private static final Model MODEL = LINKED.model();
    private static final Commonness COUNTED = new CountedRecords(RECORDS, MODEL.fields());

    private static Map<String, @Nullable String> record(int row) {
        Map<String, @Nullable String> record = new HashMap<>();
        RECORDS.columns().forEach(column -> record.put(column.name(), column.at(row)));
        return record;
    }

    @Test
    void aPairWeighsWhatItWeighsAmongAllRecords() {
        var matcher = new Matcher(MODEL, COUNTED);
        assertThat(LINKED.pairs().size()).isGreaterThan(190);
        for (int pair = 0; pair < LINKED.pairs().size(); pair++) {
            int left = LINKED.pairs().left(pair);
            int right = LINKED.pairs().right(pair);
            var match = matcher.match(record(left), record(right));
            assertThat(match.weight()).isCloseTo(LINKED.explain(left, right).weight(), within(1e-6));
            assertThat(match.waterfall().sentence())
                    .isEqualTo(LINKED.explain(left, right).sentence());
            assertThat(match.waterfall().weight()).isCloseTo(match.weight(), within(1e-9));
        }
    }

    @Test
    void manyCandidatesAreAnsweredAsEachOneAlone() {
        var matcher = new Matcher(MODEL, COUNTED);
        List<Map<String, @Nullable String>> others = new ArrayList<>();
        for (int row = 1; row < 60; row++) {
            others.add(record(row));
        }
        List<Matcher.Match> together = matcher.matches(record(0), others);
        assertThat(together).hasSize(59);
        assertThat(together.getFirst().verdict().decision()).isEqualTo(Verdict.Decision.LINK);
        for (int at = 0; at < others.size(); at++) {
            assertThat(together.get(at)).isEqualTo(matcher.match(record(0), others.get(at)));
        }
    }

    @Test
    void recordsHaveAKeyInCommonWhereARuleBringsThemTogether() {
        Model model = MODEL.with(List.of(
                BlockingRule.on("surname", "date_of_birth"), BlockingRule.on("postcode"), BlockingRule.on("email")));
        var matcher = new Matcher(model, Commonness.UNKNOWN);
        int met = 0;
        for (int left = 0; left < 60; left++) {
            List<String> keys = matcher.keys(record(left));
            for (int right = left + 1; right < 60; right++) {
                boolean meet = same("email", left, right)
                        || same("postcode", left, right)
                        || (same("surname", left, right) && same("date_of_birth", left, right));
                assertThat(!Collections.disjoint(keys, matcher.keys(record(right))))
                        .isEqualTo(meet);
                met += meet ? 1 : 0;
            }
        }
        assertThat(met).isGreaterThan(10);
        List<BlockingRule> fewer = List.of(BlockingRule.on("email"), BlockingRule.on("postcode"));
        assertThat(matcher.keys(record(1))).containsAll(new Matcher(MODEL.with(fewer), COUNTED).keys(record(1)));
    }

    private static boolean same(String field, int left, int right) {
        var column = LINKED.fields().the(field);
        return column.code(left) >= 0 && column.code(left) == column.code(right);
    }

    @Test
    void whatIsNotGivenSaysNothing() {
        var matcher = new Matcher(MODEL, Commonness.UNKNOWN);
        var match = matcher.match(Map.of(), Map.of("surname", "Smith", "something else", "x"));
        assertThat(match.weight()).isEqualTo(match.waterfall().prior());
        assertThat(match.verdict().decision()).isEqualTo(Verdict.Decision.APART);
        assertThat(matcher.keys(Map.of())).hasSizeLessThanOrEqualTo(1);
        assertThat(matcher.written(Map.of("surname", " O’Brien-SMITH ", "postcode", "st9 9zz")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("surname", "obrien smith", "postcode", "ST99ZZ"));
    }

    @Test
    void aRareNameTellsMoreThanACommonOneAndAnUnknownOneWhatNamesTellOnAverage() {
        Commonness common = new Commonness() {
            @Override
            public long records() {
                return 1_000_000;
            }

            @Override
            public long given(String field) {
                return 1_000_000;
            }

            @Override
            public long of(String field, String value) {
                return value.equals("smith") ? 12_000 : 3;
            }

            @Override
            public double shareOfWord(String field, String word) {
                return 1e-6;
            }
        };
        var matcher = new Matcher(MODEL, common);
        double smith = bits(matcher, "Smith");
        double rare = bits(matcher, "Zetterlund");
        assertThat(rare - smith).isBetween(9.0, 16.0);
        double average = bits(new Matcher(MODEL, Commonness.UNKNOWN), "Smith");
        assertThat(average).isCloseTo(MODEL.evidence().get(surname()).bits(1), within(1e-9));
    }

    private static int surname() {
        return MODEL.comparisons().stream().map(each -> each.name()).toList().indexOf("surname");
    }

    private static double bits(Matcher matcher, String surname) {
        var one = Map.of("surname", surname);
        return matcher.match(one, one).waterfall().steps().get(surname()).bits();
    }

    @Test
    void aModelThatHasLearnedNothingIsRefused() {
        Model fresh = Suggesting.model(RECORDS, NOT_COMPARED);
        assertThatThrownBy(() -> new Matcher(fresh, Commonness.UNKNOWN))
                .isInstanceOf(UnusableRecords.class)
                .hasMessageContaining("no evidence");
    }
}
