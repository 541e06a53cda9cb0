package org.witan.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.statistics.BadInput;

class SyntheticExtractTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<ExtractRow> write(long rows, long seed, SyntheticOptions options) throws IOException {
        SyntheticExtract.write(file("rows.csv"), rows, seed, options);
        return ExtractRow.readAll(file("rows.csv"));
    }

    @Test
    void givesTheSameBytesForTheSameSeed() {
        SyntheticExtract.write(file("one.csv"), 1000, 7);
        SyntheticExtract.write(file("two.csv"), 1000, 7);

        assertThat(file("one.csv")).hasSameBinaryContentAs(file("two.csv"));
    }

    @Test
    void givesOtherCrimesForAnotherSeed() throws IOException {
        var seven = write(1000, 7, SyntheticOptions.demo());
        var eight = write(1000, 8, SyntheticOptions.demo());

        assertThat(seven.stream().map(row -> row.the("recorded_on")).toList())
                .isNotEqualTo(eight.stream().map(row -> row.the("recorded_on")).toList());
        assertThat(seven.stream().map(row -> row.the("crime_reference")))
                .doesNotContainAnyElementsOf(
                        eight.stream().map(row -> row.the("crime_reference")).toList());
    }

    /// A change to the generator or to its tables changes every demo, so it has to be made here too.
    @Test
    void givesTheseBytesOnEveryPlatform() throws IOException, NoSuchAlgorithmException {
        SyntheticExtract.write(file("golden.csv"), 1000, 42);

        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file("golden.csv")));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("8c51ee94d9d1697edab1f64127b6e9c67b665b14facbe9eb1321af64d8509d4e");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10, 1000, 12_345, 1_200_000})
    void writesExactlyAsManyRowsAsAskedFor(long rows) throws IOException {
        SyntheticExtract.write(file("rows.csv"), rows, 3);

        try (var lines = Files.lines(file("rows.csv"))) {
            assertThat(lines.count()).isEqualTo(rows + 1);
        }
    }

    @Test
    void keepsTheSharesWhenScaledUp() throws IOException {
        SyntheticExtract.write(
                file("rows.csv"),
                3 * SyntheticExtract.naturalRows(SyntheticOptions.demo().withYears(Set.of(2021))),
                5,
                SyntheticOptions.demo().withYears(Set.of(2021)));

        try (var lines = Files.lines(file("rows.csv"))) {
            assertThat(lines.filter(line -> line.split(",", 3)[1].equals("8Q")).count())
                    .isEqualTo(3L * 3470);
        }
    }

    @Test
    void coversEveryYearInASmallSample() throws IOException {
        assertThat(write(1000, 1, SyntheticOptions.demo()).stream()
                        .map(ExtractRow::year)
                        .distinct())
                .containsExactly("2017-18", "2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24");
    }

    @Test
    void hasTheColumnsOfTheSchemaInOrder() throws IOException {
        SyntheticExtract.write(file("rows.csv"), 1, 1);

        assertThat(Files.readAllLines(file("rows.csv")).getFirst())
                .isEqualTo("crime_reference,offence_code,recorded_on,committed_from,committed_to,force,area_code,"
                        + "domestic,honour_based,child_sexual_abuse,child_sexual_exploitation,hate,online,alcohol,"
                        + "knife,firearm,repeat_victim,victim_sex,victim_age,victim_ethnicity,relationship,place,"
                        + "outcome_code,outcome_on,record_status,data_notice");
    }

    @Test
    void coversOnlyTheYearsAndDistrictsAskedFor() throws IOException {
        var options = SyntheticOptions.demo().withYears(Set.of(2021)).withDistricts(Set.of("E07000196"));
        var rows = write(SyntheticExtract.naturalRows(options), 11, options);

        assertThat(rows).allMatch(row -> row.year().equals("2021-22"));
        assertThat(rows).noneMatch(row -> row.the("area_code").isEmpty());
        assertThat(rows.stream().filter(row -> row.offenceIn("8N", "8P", "105A", "105B")))
                .hasSize(252);
    }

    @Test
    void addsPlainlyInventedPersonsWithoutChangingTheCrimes() throws IOException {
        var without = write(2000, 9, SyntheticOptions.demo());
        var with = write(2000, 9, SyntheticOptions.demo().withPersons());

        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i).fields()).startsWith(without.get(i).fields().toArray(String[]::new));
        }
        assertThat(with)
                .allMatch(row -> row.the("victim_surname").matches("|Testperson-.*"))
                .allMatch(row -> row.the("suspect_surname").matches("|Testperson-.*"))
                .allMatch(row -> row.the("victim_email").matches("|.*@example\\.org"))
                .anyMatch(row -> row.the("victim_surname").isEmpty())
                .anyMatch(row -> !row.the("suspect_surname").isEmpty());
    }

    @Test
    void givesAnInventedVictimABirthdayThatFitsTheAge() throws IOException {
        var rows = write(5000, 9, SyntheticOptions.demo().withPersons());

        assertThat(rows.stream().filter(row -> !row.the("victim_age").isEmpty()))
                .isNotEmpty()
                .allMatch(row -> Integer.parseInt(row.the("victim_age"))
                        == row.day("victim_date_of_birth")
                                .until(row.day("recorded_on"))
                                .getYears());
    }

    @Test
    void correctsAndCancelsCrimesUnderTheirOwnReferences() throws IOException {
        var first = write(20_000, 13, SyntheticOptions.demo()).stream()
                .collect(Collectors.toMap(row -> row.the("crime_reference"), row -> row));
        var options = SyntheticOptions.demo().withCorrected(0.05);
        long written = SyntheticExtract.writeCorrections(file("later.csv"), 20_000, 13, options);
        var later = ExtractRow.readAll(file("later.csv"));

        assertThat((long) later.size()).isEqualTo(written).isBetween(850L, 1150L);
        assertThat(later)
                .allSatisfy(row -> assertThat(ExtractSchema.faults(row)).isEmpty())
                .allMatch(row -> sameCrime(row, first.get(row.the("crime_reference"))));
        assertThat(later.stream()
                        .filter(row -> row.the("record_status").equals("cancelled"))
                        .count())
                .isBetween(400L, 600L);
    }

    private static boolean sameCrime(ExtractRow later, @Nullable ExtractRow first) {
        return first != null
                && first.the("record_status").equals("live")
                && first.the("recorded_on").equals(later.the("recorded_on"))
                && first.the("area_code").equals(later.the("area_code"))
                && (later.the("record_status").equals("cancelled")
                        || later.the("outcome_code").equals("1"));
    }

    @Test
    void refusesWhatItCannotMakeInOnePlainLine() {
        assertThatThrownBy(() -> SyntheticExtract.write(file("rows.csv"), 0, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage("A synthetic extract has from 1 to 10,000,000,000 rows, not 0.");
        assertThatThrownBy(() -> SyntheticExtract.write(folder, 1, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("The synthetic extract cannot be written to ");
        assertThatThrownBy(() ->
                        SyntheticExtract.naturalRows(SyntheticOptions.demo().withYears(Set.of(2016))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not 2016-17");
        assertThatThrownBy(() ->
                        SyntheticExtract.naturalRows(SyntheticOptions.demo().withDistricts(Set.of("E07000001"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not E07000001");
        assertThatThrownBy(() ->
                        SyntheticExtract.naturalRows(SyntheticOptions.demo().withCorrected(Double.NaN)))
                .isInstanceOf(BadInput.class);
    }
}
