package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;
import org.witan.statistics.synthetic.SyntheticExtract;

class ComparingTest {
    private static final Definitions DEFINITIONS = Definitions.shippedWith(null);

    @TempDir
    private static Path folder;

    private static Store store() {
        return new Store(folder.resolve("store"));
    }

    private static Question question(String offences, String area, Question.Audience audience) {
        return new Question(
                offences,
                area,
                Period.parse("2021-22"),
                null,
                new Measure.Count(),
                Map.of(),
                Question.By.AREA,
                audience,
                null,
                null);
    }

    @BeforeAll
    static void loadsAnInventedExtract() {
        var extract = folder.resolve("extract.csv");
        SyntheticExtract.write(extract, 10_000, 3);
        new Loading(store(), DEFINITIONS, Clock.systemUTC()).load(List.of(extract), Progress.SILENT);
    }

    @Test
    void aSetOfNearlyEveryCodeCountsTheSameThoughItIsAskedByWhatItLeavesOut() throws Exception {
        var snapshot = store().findCurrent().orElseThrow();
        var codes = DEFINITIONS.sets().the("all-crime").codes();
        assertThat(new Lookups.InForce(DEFINITIONS).leftOut(codes)).hasSizeBetween(1, 8);
        String listed =
                Scan.in("offence", codes.stream().map(code -> code.value()).toList());
        try (var comparing = new Comparing(store(), DEFINITIONS);
                var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var counted = statement.executeQuery("SELECT count(*) FROM "
                        + store().relation(snapshot, Table.CRIME) + " WHERE recorded_on BETWEEN DATE '2021-04-01'"
                        + " AND DATE '2022-03-31' AND force = 'E23000015' AND " + listed)) {
            counted.next();
            assertThat(comparing
                            .answer(question("all-crime", "Staffordshire", Question.Audience.PARTNERSHIP))
                            .value())
                    .isEqualTo(counted.getDouble(1));
        }
    }

    @Test
    void theSameQuestionOfTheSameSnapshotIsAnsweredOnce() {
        try (var comparing = new Comparing(store(), DEFINITIONS)) {
            var question = question("stalking", "Staffordshire", Question.Audience.PARTNERSHIP);
            assertThat(comparing.answer(question)).isSameAs(comparing.answer(question));
            assertThat(comparing.answer(question("stalking", "Staffordshire", Question.Audience.PUBLIC)))
                    .isNotSameAs(comparing.answer(question));
        }
    }

    @Test
    void manyReadersGetTheSameAnswers() throws Exception {
        try (var comparing = new Comparing(store(), DEFINITIONS);
                var readers = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Future<Figure>>();
            for (int i = 0; i < 40; i++) {
                var set = List.of("stalking", "harassment", "all-crime", "rape").get(i % 4);
                answers.add(readers.submit(
                        () -> comparing.answer(question(set, "Staffordshire", Question.Audience.PARTNERSHIP))));
            }
            for (int i = 4; i < 40; i++) {
                assertThat(answers.get(i).get().value())
                        .isEqualTo(answers.get(i % 4).get().value());
            }
        }
    }

    @Test
    void thePublicSeesNoCountUnderFiveOfAnyArea() {
        try (var comparing = new Comparing(store(), DEFINITIONS)) {
            for (var set : List.of("stalking", "harassment", "rape", "homicide", "robbery")) {
                var figure = comparing.answer(question(set, "Staffordshire", Question.Audience.PUBLIC));
                assertThat(figure.rows()).allSatisfy(row -> {
                    assertThat(row.value()).isNotIn(1.0, 2.0, 3.0, 4.0);
                    assertThat(row.previous()).isNotIn(1.0, 2.0, 3.0, 4.0);
                });
            }
        }
    }

    @Test
    void aPlaceKnowsWhoReportsForIt() {
        var areas = DEFINITIONS.areas();
        var force = Place.of(areas.the("Staffordshire"), areas);
        assertThat(force.forces()).containsExactly("E23000015");
        assertThat(force.districts()).hasSize(9);
        assertThat(force.isBelowForce()).isFalse();
        var district = Place.of(areas.the("E07000196"), areas);
        assertThat(district.area().kind()).isEqualTo(AreaKind.DISTRICT);
        assertThat(district.forces()).containsExactly("E23000015");
        assertThat(district.partnerships()).hasSize(1);
        assertThat(district.condition(Table.COUNTED))
                .contains("partnership = '" + district.partnerships().iterator().next() + "'");
        assertThat(district.condition(Table.CRIME)).contains("district = 'E07000196'");
        var ward = areas.within(district.area(), AreaKind.WARD).getFirst();
        assertThat(Place.of(ward, areas).districts()).isEqualTo(Set.of("E07000196"));
        assertThat(Place.of(ward, areas).condition(Table.COUNTED)).isEmpty();
        var partnership = areas.find(district.partnerships().iterator().next()).orElseThrow();
        assertThat(Place.of(partnership, areas).districts()).isEqualTo(district.districts());
    }
}
