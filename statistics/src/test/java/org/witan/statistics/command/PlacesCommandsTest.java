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
import org.witan.statistics.loading.RealFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Places, near repeats and effects on the command line, over the published Staffordshire files.
class PlacesCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private static Ran run(String command, String... arguments) {
        var all = new ArrayList<>(
                List.of(command, "--store", folder.resolve("store").toString()));
        all.addAll(List.of(arguments));
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = StatisticsCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    private static Ran ask(String command, String period, String... more) {
        var all = new ArrayList<>(
                List.of("--offences", "police-uk-burglary", "--area", "Staffordshire", "--period", period));
        all.addAll(List.of(more));
        return run(command, all.toArray(String[]::new));
    }

    @BeforeAll
    static void loadsThePublishedFiles() {
        assertThat(run(
                                "load",
                                RealFiles.allStreet(folder).stream()
                                        .map(Path::toString)
                                        .toArray(String[]::new))
                        .exit())
                .isZero();
    }

    @Test
    void hotPlacesStandBesideHowWellTheyToldTheHeldOutMonth() {
        var ran = ask("places", "2023-24");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("! ")
                .contains("not an address")
                .contains("By map point")
                .contains("By cell of 100 m")
                .contains("By kernel density (quartic, bandwidth 200 m)")
                .contains("crimes of March 2024")
                .containsPattern("(?m)^count +[\\d,.]+ +[\\d.]+ % \\([\\d.]+ to [\\d.]+\\) +[\\d.]+ \\(")
                .containsPattern("(?m)^kernel density ")
                .containsPattern("(?m)^at random ")
                .containsPattern("S[JK] \\d{3} \\d{3}")
                .doesNotContain("NaN");
    }

    @Test
    void theSameIsThereForPrograms() {
        var ran = ask("places", "2023-24", "--json", "--top", "3", "--share", "2", "--cell", "200");
        assertThat(ran.exit()).isZero();
        var json = ran.json();
        assertThat(json.get("refused").isNull()).isTrue();
        assertThat(json.get("by_map_point").get("places").size()).isEqualTo(3);
        assertThat(json.get("cell_metres").asDouble()).isEqualTo(200);
        assertThat(json.get("accuracy").get("ways").findValuesAsString("name"))
                .containsExactly("count", "kernel-density", "at-random");
        assertThat(json.get("warnings").findValuesAsString("code")).contains("map-points", "limits");
        assertThat(ask("places", "2023-24", "--json", "--top", "3", "--share", "2", "--cell", "200")
                        .out())
                .isEqualTo(ran.out());
    }

    @Test
    void nearRepeatsTellOneMapPointApart() {
        var ran = ask("near-repeat", "2023-24", "--permutations", "99");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("! ")
                .contains("Pairs on one map point have a band of their own")
                .containsPattern("(?m)^same map point +same month ")
                .containsPattern("(?m)^over 0 to 100 m +1 month ");
        var json = ask(
                        "near-repeat",
                        "2023-24",
                        "--permutations",
                        "99",
                        "--distances",
                        "200,400",
                        "--months",
                        "0,1",
                        "--json")
                .json();
        assertThat(json.get("bands").size()).isEqualTo(6);
        assertThat(json.get("bands").get(0).get("same_map_point").asBoolean()).isTrue();
    }

    @Test
    void anEffectStandsBesideTheAreasItIsComparedWith() {
        var arguments = new String[] {
            "--offences",
            "all-crime",
            "--area",
            "South Staffordshire",
            "--against",
            "Stafford",
            "--against",
            "Lichfield",
            "--before",
            "2018-19",
            "--after",
            "2023-24"
        };
        var ran = run("effect", arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("! Not loaded: April 2018")
                .contains("times what the comparison areas let expect (95 % limits")
                .containsPattern("(?m)^South Staffordshire +[\\d,]+ +[\\d,]+ +[\\d.]+$")
                .containsPattern("(?m)^Lichfield ");
        var json = run("effect", with(arguments, "--json")).json();
        assertThat(json.get("area").get("before").size()).isEqualTo(4);
        assertThat(json.get("area").get("after").size()).isEqualTo(3);
        assertThat(json.get("low").asDouble()).isLessThan(json.get("ratio").asDouble());
    }

    private static String[] with(String[] arguments, String more) {
        var all = new ArrayList<>(List.of(arguments));
        all.add(more);
        return all.toArray(String[]::new);
    }

    @Test
    void anAreaIsNotComparedWithAPartOfItself() {
        var ran = run(
                "effect",
                "--offences",
                "all-crime",
                "--area",
                "Staffordshire",
                "--against",
                "Stafford",
                "--before",
                "2018-19",
                "--after",
                "2023-24");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("share crimes");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedInWords() {
        var missing = ask("places", "2021-22", "--json");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.json().get("refused").get("code").asString()).isEqualTo("missing-months");
        assertThat(ask("near-repeat", "2024-03").out()).startsWith("REFUSED (one-time) All events have the same time");
        assertThat(ask("near-repeat", "2024-03").exit()).isEqualTo(3);
        assertThat(ask("places", "2023-24", "--bandwidth", "10").out()).startsWith("REFUSED (measure-of-the-map)");
        assertThat(ask("places", "2023-24", "--cell", "NaN").out()).startsWith("REFUSED (measure-of-the-map)");
        assertThat(ask("near-repeat", "2023-24", "--distances", "400,200").out())
                .startsWith("REFUSED (bands)");
        assertThat(ask("places", "2023-24", "--share", "0").out()).contains("NOT TESTED (share)");
    }

    @Test
    void badInputIsOneLine() {
        for (var ran : List.of(
                ask("places", "2023-24", "--top", "0"),
                ask("places", "next year"),
                run("places", "--offences", "stalking", "--area", "Staffordshire", "--period", "2023-24"),
                run("places", "--offences", "police-uk-burglary", "--area", "Atlantis", "--period", "2023-24"))) {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }
}
