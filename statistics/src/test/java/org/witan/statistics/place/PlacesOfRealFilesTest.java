package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.loading.RealFiles;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// The published Staffordshire files, against counts made here by splitting lines.
class PlacesOfRealFilesTest {
    private static final Definitions DEFINITIONS = Definitions.shippedWith(null);

    @TempDir
    private static Path folder;

    private static LookingAtPlaces looking = new LookingAtPlaces(new Store(Path.of("")), DEFINITIONS);

    @BeforeAll
    static void load() {
        var store = new Store(folder.resolve("store"));
        new Loading(store, DEFINITIONS, Clock.fixed(Instant.parse("2024-10-01T12:00:00Z"), ZoneOffset.UTC))
                .load(RealFiles.allStreet(folder), Progress.SILENT);
        looking = new LookingAtPlaces(store, DEFINITIONS);
    }

    @AfterAll
    static void close() {
        looking.close();
    }

    private static PlacesQuestion places(String offences, String area, String period) {
        return new PlacesQuestion(offences, area, Period.parse(period), 100, 500, 0.05, 5, 1, null);
    }

    private static NearRepeatsQuestion repeats(String offences, String area, String period) {
        return new NearRepeatsQuestion(
                offences,
                area,
                Period.parse(period),
                new KnoxBands(KnoxBands.USUAL_DISTANCES, List.of(0, 1, 2)),
                99,
                1,
                null);
    }

    @Test
    void theHottestMapPointIsTheOneThatTheLinesName() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        int without = 0;
        int all = 0;
        for (String month : List.of("2024-01", "2024-02", "2024-03")) {
            for (String line : Files.readAllLines(folder.resolve(month + "-staffordshire-street.csv"))) {
                String[] fields = line.split(",", -1);
                if (fields[9].equals("Anti-social behaviour")) {
                    all++;
                    without += fields[4].isEmpty() ? 1 : 0;
                    counts.merge(fields[4] + "," + fields[5], fields[4].isEmpty() ? 0 : 1, Integer::sum);
                }
            }
        }
        var answer = Invented.found(
                looking.hotPlaces(places("police-uk-anti-social-behaviour", "Staffordshire", "2023-24")));
        assertThat(answer.read().crimes()).isEqualTo(all);
        assertThat(answer.read().withoutPoint()).isEqualTo(without);
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var degrees = most.getKey().split(",", -1);
        var first = answer.byPoint().places().getFirst();
        assertThat(first.figure()).isEqualTo(most.getValue().doubleValue());
        assertThat(ClosePairs.distance(
                        first.point(),
                        NationalGrid.ofWgs84(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]))))
                .isLessThan(0.001);
        assertThat(answer.near().get(first.point())).startsWith("Stoke-on-Trent");
    }

    @Test
    void onTheHeldOutMonthCountAndDensityTellMoreThanChance() {
        for (var offences : List.of("all-crime", "police-uk-anti-social-behaviour")) {
            for (var period : List.of("2018-19", "2023-24")) {
                var answer = Invented.found(looking.hotPlaces(places(offences, "Staffordshire", period)));
                var accuracy = Invented.found(answer.accuracy());
                assertThat(accuracy.ways())
                        .extracting(PredictiveAccuracy.Way::name)
                        .containsExactly("count", "kernel-density", "at-random");
                assertThat(accuracy.ways().get(0).index().low()).isGreaterThan(2);
                assertThat(accuracy.ways().get(1).index().low()).isGreaterThan(2);
                assertThat(accuracy.ways().get(2).index().value()).isBetween(0.7, 1.0);
                assertThat(accuracy.areaShare()).isCloseTo(0.05, within(0.001));
            }
        }
    }

    @Test
    void monthsThatAreNotLoadedAreNamed() {
        var answer = Invented.found(looking.hotPlaces(places("all-crime", "South Staffordshire", "2018-19")));
        assertThat(answer.read().months()).containsExactly("2018-10", "2018-11", "2019-01", "2019-02");
        assertThat(answer.heldOut()).isEqualTo("February 2019");
        assertThat(answer.caveats())
                .anySatisfy(caveat -> assertThat(caveat.text())
                        .startsWith("Not loaded: April 2018")
                        .contains("December 2018"));
        assertThat(answer.caveats()).extracting(Caveat::code).contains("map-points", "unmatched-areas");
    }

    @Test
    void oneMonthAloneHasHotPlacesButNoTest() {
        var answer = Invented.found(looking.hotPlaces(places("all-crime", "South Staffordshire", "2024-03")));
        assertThat(answer.byPoint().places()).hasSize(5);
        assertThat(Invented.refusal(answer.accuracy())).isEqualTo("nothing-to-test");
    }

    @Test
    void nearRepeatsTellTheSameMapPointApart() {
        var answer = Invented.found(looking.nearRepeats(repeats("police-uk-burglary", "Staffordshire", "2023-24")));
        assertThat(answer.repeats().cells()).hasSize(15);
        assertThat(answer.repeats().cells().getFirst().samePoint()).isTrue();
        assertThat(answer.repeats().cells().getFirst().time()).isEqualTo("same month");
        assertThat(answer.repeats().cells()).allSatisfy(cell -> {
            assertThat(cell.ratio()).isNotNull().isPositive();
            assertThat(cell.p()).isBetween(0.01, 1.0);
        });
        assertThat(answer.caveats()).extracting(Caveat::code).contains("same-map-point", "months-only");
        assertThat(Invented.refusal(looking.nearRepeats(repeats("police-uk-burglary", "Staffordshire", "2024-03"))))
                .isEqualTo("one-time");
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThat(Invented.refusal(looking.hotPlaces(places("all-crime", "Staffordshire", "2021-22"))))
                .isEqualTo("missing-months");
        assertThat(Invented.refusal(looking.nearRepeats(repeats("all-crime", "Staffordshire", "2021-22"))))
                .isEqualTo("missing-months");
        assertThatThrownBy(() -> looking.hotPlaces(places("stalking", "Staffordshire", "2023-24")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("only they have points");
    }
}
