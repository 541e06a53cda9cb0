package org.witan.statistics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole way on the command line: generate, load, ask.
class StatisticsCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = StatisticsCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static Ran inStore(String command, String... arguments) {
        var all = new ArrayList<>(
                List.of(command, "--store", folder.resolve("store").toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static Ran compare(String offences, String period, String... more) {
        var all = new ArrayList<>(List.of("--offences", offences, "--area", "Staffordshire", "--period", period));
        all.addAll(List.of(more));
        return inStore("compare", all.toArray(String[]::new));
    }

    @BeforeAll
    static void loadsAnInventedExtract() {
        var extract = folder.resolve("extract.csv").toString();
        var generated = run("generate", "--rows", "20000", "--seed", "7", "--out", extract);
        assertThat(generated.err()).isEmpty();
        assertThat(generated.exit()).isZero();
        var loaded = inStore("load", extract, "--json");
        assertThat(loaded.err()).isEmpty();
        assertThat(loaded.exit()).isZero();
        assertThat(loaded.json().get("snapshot").asString()).isEqualTo("S0001");
    }

    @Test
    void comparePrintsOneObjectWithThePromisedKeys() {
        var ran = compare("stalking", "2021-22", "--json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().propertyNames())
                .contains(
                        "value",
                        "numerator",
                        "denominator",
                        "previous",
                        "change_percent",
                        "interval",
                        "refused",
                        "suppressed",
                        "warnings",
                        "definition",
                        "snapshot",
                        "sources",
                        "rows");
        assertThat(ran.json().get("refused").isNull()).isTrue();
        assertThat(ran.json().get("value").isIntegralNumber()).isTrue();
        assertThat(ran.json().get("warnings").findValuesAsString("code")).contains("synthetic");
    }

    @Test
    void comparingAcrossARefusingBreakPrintsTheFigureAndEndsWith3() {
        var ran = compare("stalking", "2020-21", "--with", "2019-20", "--json");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().get("refused").get("code").asString()).isEqualTo("series-break");
        assertThat(ran.json().get("change_percent").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "quarter", "year", "area", "offence", "sex"})
    void everyBreakdownAnswersAndAddsUp(String by) {
        var ran = compare("stalking", "2021-22", "--by", by, "--json");
        assertThat(ran.err()).isEmpty();
        var rows = ran.json().get("rows");
        assertThat(rows.size()).isPositive();
        long sum = 0;
        for (var row : rows) {
            sum += row.get("value").asLong(0);
        }
        if (!by.equals("year")) {
            assertThat(sum).isEqualTo(ran.json().get("value").asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "rate", "share:domestic", "share-of:all-crime", "harm", "outcome:charge"})
    void everyMeasureAnswers(String measure) {
        var ran = compare("stalking", "2021-22", "--measure", measure, "--json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.json().get("value").isNumber()).isTrue();
        assertThat(ran.json().get("sentence").asString()).contains("invented");
    }

    @Test
    void filtersNarrowTheCount() {
        long all = compare("stalking", "2021-22", "--json").json().get("value").asLong();
        var some = compare("stalking", "2021-22", "--filter", "domestic=yes,sex=female", "--json");
        assertThat(some.json().get("value").asLong()).isPositive().isLessThan(all);
    }

    @Test
    void smallerAreasAnswerToo() {
        for (var area : List.of("South Staffordshire", "E07000196", "Staffordshire (county)")) {
            var ran = inStore("compare", "--offences", "stalking", "--area", area, "--period", "2021-22", "--json");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.json().get("value").isNumber()).isTrue();
        }
    }

    @Test
    void forPeopleTheWarningsComeFirst() {
        var ran = compare("stalking", "2021-22", "--by", "quarter");
        assertThat(ran.out())
                .startsWith("! ")
                .contains("In 2021-22 Staffordshire recorded")
                .contains("total");
    }

    @Test
    void csvCarriesTheCaveats() {
        var ran = compare("stalking", "2021-22", "--by", "quarter", "--csv");
        assertThat(ran.out())
                .startsWith("line,code,name")
                .contains("warning,synthetic")
                .contains("snapshot,S0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare",
                "compare --offences stalking --area Staffordshire --period 2021-23",
                "compare --offences stalkin --area Staffordshire --period 2021-22",
                "compare --offences stalking --area Stafordshire --period 2021-22",
                "compare --offences stalking --area Staffordshire --period 2021-22 --measure mean",
                "compare --offences stalking --area Staffordshire --period 2021-22 --filter colour=red",
                "compare --offences stalking --area Staffordshire --period 2021-22 --by week",
                "compare --offences stalking --area Staffordshire --period 2021-22 --json --csv",
                "compare --offences stalking --area Staffordshire --period 2021-22 --snapshot S9999",
                "compare --offences stalking --area Staffordshire --period 1995-96",
                "load no-such-file.csv",
                "check nonsense",
                "areas --kind village",
            })
    void badInputIsOneLineAndEndsWith2(String line) {
        var words = new ArrayList<>(List.of(line.split(" ")));
        if (!words.getFirst().equals("generate")) {
            words.addAll(1, List.of("--store", folder.resolve("store").toString()));
        }
        var ran = run(words.toArray(String[]::new));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().strip()).isNotEmpty().doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void usageErrorsEndWith2() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("dance").exit()).isEqualTo(2);
        assertThat(run("compare", "--colour").err().strip().lines()).hasSize(1);
        assertThat(run("generate", "--rows", "0", "--seed", "1", "--out", "x").exit())
                .isEqualTo(2);
    }

    @Test
    void helpEndsWith0() {
        assertThat(run("--help").exit()).isZero();
        assertThat(run("compare", "--help").out()).contains("--offences");
    }

    @Test
    void anEmptyStoreSaysWhatToDo() {
        var ran = run(
                "compare",
                "--store",
                folder.resolve("empty").toString(),
                "--offences",
                "stalking",
                "--area",
                "Staffordshire",
                "--period",
                "2021-22");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("load a file first");
    }

    @Test
    void checksPrintedClaimsWithAndWithoutTheStore() {
        var alone = run("check", "3,470; +3 %; 91 %; 3,140", "--json");
        assertThat(alone.exit()).isZero();
        assertThat(alone.json().get("agrees").asBoolean()).isFalse();
        assertThat(alone.json().get("relations").get(0).get("explanation").asString())
                .contains("90.49 %");
        var stored = inStore(
                "check",
                "3470;3%;91%;3140",
                "--offences",
                "stalking",
                "--area",
                "Staffordshire",
                "--period",
                "2021-22",
                "--json");
        assertThat(stored.err()).isEmpty();
        assertThat(stored.json().get("relations").findValuesAsString("name")).contains("stored-count", "stored-share");
        assertThat(run("check", "3,470; +3 %; 91 %; 3,140").out()).contains("DISAGREES  share");
    }

    @Test
    void listsDefinitionsAreasAndSnapshots() {
        assertThat(run("definitions").out()).contains("stalking").contains("8Q");
        assertThat(run("definitions", "--json").json().get("sets").findValuesAsString("name"))
                .contains("stalking");
        assertThat(run("areas").out()).contains("E23000015").contains("Staffordshire");
        assertThat(run("areas", "--kind", "district", "--within", "Staffordshire", "--json")
                        .json()
                        .get("areas")
                        .size())
                .isEqualTo(9);
        assertThat(inStore("snapshots").out()).contains("S0001");
        assertThat(inStore("snapshots", "--json")
                        .json()
                        .get("snapshots")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("S0001");
    }

    @Test
    void writesCsvWithItsLinesAndCaveats() {
        var ran = compare("stalking", "2021-22", "--csv", "--by", "month");
        assertThat(ran.out()).startsWith("line,code,name,value");
        assertThat(ran.out().lines().filter(line -> line.startsWith("row,"))).hasSize(12);
        assertThat(ran.out()).contains("warning,synthetic").contains("rounding,");
    }

    @Test
    void aSeriesOfYearsGivesNoChangeAcrossABreak() {
        var ran = compare("stalking", "2021-22", "--json", "--by", "year");
        assertThat(ran.json().get("change_percent").isNull()).isFalse();
        var first = ran.json()
                .get("rows")
                .valueStream()
                .filter(row -> row.get("code").asString().equals("2020-21"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("value").isNull()).isFalse();
        assertThat(first.get("change_percent").isNull()).isTrue();
        assertThat(ran.out()).contains("series-break-in-lines");
    }

    @Test
    void aLineOfOneOffenceGivesNoChangeAcrossABreak() {
        var ran = compare("all-crime", "2020-21", "--json", "--by", "offence");
        assertThat(ran.json().get("change_percent").isNull()).isFalse();
        assertThat(ran.json()
                        .get("rows")
                        .valueStream()
                        .filter(row -> row.get("code").asString().equals("8Q"))
                        .map(row -> row.get("change_percent").isNull()))
                .containsExactly(true);
    }

    @Test
    void aForceThatDeliveredNothingIsMissingAndNotWithoutCrime() {
        var ran = inStore(
                "compare",
                "--offences",
                "stalking",
                "--area",
                "England and Wales",
                "--period",
                "2021-22",
                "--json",
                "--by",
                "area");
        assertThat(ran.json()
                        .get("rows")
                        .valueStream()
                        .filter(row -> !row.get("name").asString().equals("Staffordshire"))
                        .map(row -> row.get("state").asString()))
                .containsOnly("missing");
    }
}
