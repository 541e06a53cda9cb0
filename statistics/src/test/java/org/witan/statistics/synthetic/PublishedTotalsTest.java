package org.witan.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The natural set is written once and counted row by row, without the code that made it.
class PublishedTotalsTest {
    private static final String[] MORE_SERIOUS = {"1", "2", "3A", "3B", "4.1", "4.3", "4.7", "5D", "5E", "36"};
    private static final String[] LESS_SERIOUS = {"8N", "8P", "105A", "105B"};
    private static final String[] SERIOUS_SEXUAL = {
        "17A", "17B", "19C", "19D", "19E", "19F", "19G", "19H", "20A", "20B", "21", "22A", "22B", "23", "70", "71", "73"
    };

    private static List<ExtractRow> rows = List.of();
    private static final Map<String, String> DISTRICTS = new HashMap<>();

    @BeforeAll
    static void writeTheNaturalSet(@TempDir Path folder) throws IOException {
        var file = folder.resolve("natural.csv");
        SyntheticExtract.write(file, SyntheticExtract.naturalRows(), 20260401);
        rows = ExtractRow.readAll(file);
        try (var lsoas = PublishedTotalsTest.class.getResourceAsStream("staffordshire-lsoas.csv")) {
            assertThat(lsoas).isNotNull();
            new String(lsoas.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .forEach(fields -> DISTRICTS.put(fields[1], fields[2]));
        }
    }

    @AfterAll
    static void letGo() {
        rows = List.of();
    }

    private static long count(String year, Predicate<ExtractRow> which) {
        return rows.stream()
                .filter(which)
                .filter(row -> row.year().equals(year))
                .count();
    }

    private static boolean stalking(ExtractRow row) {
        return row.offenceIn("8Q");
    }

    private static boolean harassment(ExtractRow row) {
        return row.offenceIn("8L", "8M");
    }

    private static boolean inSouthStaffordshire(ExtractRow row) {
        return "E07000196".equals(DISTRICTS.get(row.the("area_code")));
    }

    @Test
    void hasTheStalkingOfThePlanPage() {
        assertThat(count("2021-22", PublishedTotalsTest::stalking)).isEqualTo(3470);
        assertThat(count("2020-21", PublishedTotalsTest::stalking)).isEqualTo(3369);
        assertThat(count("2021-22", row -> stalking(row) && row.domestic())).isEqualTo(3140);
        assertThat(count("2023-24", PublishedTotalsTest::stalking)).isEqualTo(4156);
    }

    @Test
    void makesOneInFiftyDomesticCrimesHarassment() {
        long domestic = count("2021-22", ExtractRow::domestic);

        assertThat(domestic).isBetween(15_000L, 18_000L);
        assertThat(count("2021-22", row -> harassment(row) && row.domestic()) * 50)
                .isEqualTo(domestic);
    }

    @Test
    void hasTheDistrictsSeriousCrimesOfThePlan() {
        assertThat(count("2021-22", row -> inSouthStaffordshire(row) && row.offenceIn(MORE_SERIOUS)))
                .isEqualTo(35);
        assertThat(count("2021-22", row -> inSouthStaffordshire(row) && row.offenceIn(SERIOUS_SEXUAL)))
                .isEqualTo(69);
        assertThat(count("2021-22", row -> inSouthStaffordshire(row) && row.offenceIn(LESS_SERIOUS)))
                .isEqualTo(252);
    }

    @Test
    void hasThePublishedTotalsOfAllCrime() {
        var byYear = rows.stream().collect(Collectors.groupingBy(ExtractRow::year, Collectors.counting()));

        assertThat(byYear)
                .hasSize(7)
                .containsEntry("2017-18", 83_768L)
                .containsEntry("2018-19", 77_900L)
                .containsEntry("2022-23", 88_050L);
        assertThat(byYear.get("2020-21")).isLessThan(byYear.get("2019-20")).isLessThan(byYear.get("2021-22"));
    }

    @Test
    void showsTheBreakOfApril2020() {
        assertThat(count("2017-18", PublishedTotalsTest::stalking)).isEqualTo(304);
        assertThat(count("2017-18", PublishedTotalsTest::harassment)).isEqualTo(2422 + 132);
        assertThat(count("2019-20", PublishedTotalsTest::stalking) * 2)
                .isLessThan(count("2020-21", PublishedTotalsTest::stalking));
        assertThat(count("2019-20", PublishedTotalsTest::harassment))
                .isGreaterThan(count("2020-21", PublishedTotalsTest::harassment) * 3 / 2);
    }

    @Test
    void givesADistrictItsShareOfThePopulation() {
        long burglaries =
                rows.stream().filter(row -> row.offenceIn("28E", "46", "49")).count();
        long inTheDistrict = rows.stream()
                .filter(row -> row.offenceIn("28E", "46", "49"))
                .filter(PublishedTotalsTest::inSouthStaffordshire)
                .count();

        assertThat((double) inTheDistrict / burglaries).isCloseTo(0.99 * 112_369 / 1_139_794, within(0.001));
    }

    @Test
    void usesTheLsoasOfTheTimeAndLeavesOneInAHundredBlank() {
        var changes = Map.of("E01014251", "2011", "E01034052", "2021");
        var days = rows.stream()
                .filter(row -> changes.containsKey(row.the("area_code")))
                .collect(Collectors.partitioningBy(
                        row -> row.day("recorded_on").isBefore(LocalDate.of(2023, 1, 1)),
                        Collectors.mapping(row -> changes.get(row.the("area_code")), Collectors.toSet())));

        assertThat(days.get(true)).containsExactly("2011");
        assertThat(days.get(false)).containsExactly("2021");
        assertThat(rows.stream().filter(row -> row.the("area_code").isEmpty()).count() / (double) rows.size())
                .isCloseTo(0.01, within(0.001));
        assertThat(rows).allMatch(row -> row.the("area_code").isEmpty() || DISTRICTS.containsKey(row.the("area_code")));
    }

    @Test
    void hasAsManyRowsAsItSaysEachWithItsOwnReference() {
        assertThat(rows).hasSize(Math.toIntExact(SyntheticExtract.naturalRows()));
        assertThat(rows.stream().map(row -> row.the("crime_reference")).distinct())
                .hasSize(rows.size());
    }

    @Test
    void keepsEveryRowToTheSchemaAndMarksItInvented() {
        assertThat(rows).allSatisfy(row -> assertThat(ExtractSchema.faults(row)).isEmpty());
        assertThat(rows).allMatch(row -> row.the("data_notice").equals("SYNTHETIC - invented, not a real crime"));
    }

    @Test
    void isInTheOrderOfRecording() {
        assertThat(rows.stream().map(row -> row.the("recorded_on"))).isSorted();
    }

    @Test
    void neverFlagsAVictimBelowSixteenAsDomestic() {
        assertThat(rows.stream().filter(ExtractRow::domestic))
                .allMatch(row -> row.the("victim_age").isEmpty() || Integer.parseInt(row.the("victim_age")) >= 16);
    }
}
