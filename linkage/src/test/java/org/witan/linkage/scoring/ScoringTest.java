package org.witan.linkage.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.witan.linkage.Invented;
import org.witan.linkage.Linking;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Records;

/// Pairs are ruled out after a few comparisons; none that could have matched may be lost by it.
class ScoringTest {
    private static final double LEAST = -30;
    private static final Set<String> NOT_COMPARED = Set.of("id", "person");

    @Test
    void everyPairThatWeighsEnoughIsKeptWithItsWholeWeight() {
        Records records = Invented.persons(500, 40);
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        var scoring = new Scoring(linked.model(), linked.fields(), Pairing.BOTH, LEAST);
        ScoredPairs kept = scoring.score(linked.blocks(), (done, of) -> {});
        Map<Long, Double> weights = new HashMap<>();
        for (int pair = 0; pair < kept.size(); pair++) {
            weights.put(((long) kept.left(pair) << 32) | kept.right(pair), kept.weight(pair));
        }
        int enough = 0;
        for (int left = 0; left < records.size(); left++) {
            for (int right = left + 1; right < records.size(); right++) {
                double weight = (float) linked.weighing().weight(left, right);
                Double found = weights.get(((long) left << 32) | right);
                if (weight >= LEAST) {
                    enough++;
                    assertThat(found).isEqualTo(weight);
                } else {
                    assertThat(found).isNull();
                }
            }
        }
        assertThat(enough).isBetween(1_000, records.size() * 100);
    }
}
