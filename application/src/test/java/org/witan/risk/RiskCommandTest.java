package org.witan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.witan.RunningApplication;
import org.witan.risk.form.ToolForm;
import org.witan.site.Wording;

/// The command beside the running application: licensed wording, and thresholds. With a tool of the test, so that no
/// other test meets it.
class RiskCommandTest extends RunningApplication {
    @Autowired
    private Tools tools;

    @Autowired
    private Assessing assessing;

    @Autowired
    private ReadingAssessments reading;

    @Autowired
    private Wording words;

    @Autowired
    private Environment settings;

    @TempDir
    private Path folder;

    private String key;
    private Path home;

    @BeforeEach
    void anInventedTool() {
        key = "invented-" + ThreadLocalRandom.current().nextInt(1_000_000);
        home = settings.getRequiredProperty("witan.trail.key", Path.class).resolveSibling("");
        partnership().run("""
                insert into risk.tool (key, version, name, scale, grading, numbering, source, remark, from_on)
                values (?, 1, 'Invented tool', 'YES_NO', 'THRESHOLD', 'OWN', 'invented', '', '2999-01-01')
                """, key);
        for (int at : List.of(1, 2)) {
            partnership().run("""
                    insert into risk.question (tool, version, key, place, section, about, topic, counting)
                    values (?, 1, ?, ?, 'NOW', 'VICTIM', 'Own topic ' || ?, array['YES'])
                    """, key, "q" + at, at, at);
            partnership().run("insert into risk.question_number values (?, 1, ?, 'OWN', ?)", key, "q" + at, at);
        }
    }

    private String form(String head, String lines) {
        return "tool: " + key + "\nversion: 1\n" + head + "\n" + lines;
    }

    @Test
    void aLicensedWordingIsShownFromThenOnAndPinnedToWhatIsAssessedWithIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("form.txt"),
                form(
                        "Name: Invented form, 2026\nlicence: Invented permission of nobody\n",
                        "1. Were the invented words kept?\n2) And did they\n   go on here? ✓\n"));
        assertThat(run(RiskCommand.DONE, "wording", "load", file.toString()))
                .contains("Loaded \"Invented form, 2026\"");
        Tool tool = tools.find(key, 1).orElseThrow();
        LoadedWording first = tools.wording(tool).orElseThrow();
        assertThat(first.lines())
                .isEqualTo(Map.of("q1", "Were the invented words kept?", "q2", "And did they go on here? ✓"));
        assertThat(first.licence()).isEqualTo("Invented permission of nobody");
        var asked = ToolForm.of(words, tool, first, Map.of()).asked();
        assertThat(asked.sections().getFirst().questions())
                .extracting(question -> question.words())
                .containsExactly("1. Were the invented words kept?", "2. And did they go on here? ✓");
        assertThat(asked.licence()).isEqualTo("Invented permission of nobody");

        var here = new Cases(partnership());
        var given = new GivenAssessment(
                UUID.randomUUID(), key, 1, first.id(), Cases.today(), Map.of(), Judgement.NONE, null);
        assertThat(assessing.assess(here.officer, here.record, given)).isInstanceOf(Assessed.Stored.class);
        Files.writeString(file, form("name: Second\nlicence: Invented\n", "1. Other words\n2. Other words still\n"));
        run(RiskCommand.DONE, "wording", "load", file.toString());
        assertThat(tools.wording(tool).orElseThrow().name()).isEqualTo("Second");
        var read = reading.of(here.officer, here.record).assessments().getFirst();
        assertThat(Objects.requireNonNull(read.wording()).lines())
                .as("what was shown then")
                .containsEntry("q1", "Were the invented words kept?");
        assertThat(read.threshold()).as("no threshold for this tool").isNull();
        assertThat(read.result()).isInstanceOf(Result.Counted.class);
    }

    @Test
    void aFileThatIsNotTheWordingOfTheToolIsRefusedWithAllThatIsWrong() throws IOException {
        Path file = Files.writeString(
                folder.resolve("form.txt"), form("name: Invented", "1. Words\n1. Again\n7. Nobody asks this\nstray\n"));
        assertThat(run(RiskCommand.BAD_INPUT, "wording", "load", file.toString()))
                .contains(
                        "question 1 has words already",
                        "neither begins with a number",
                        "\"licence: …\" is missing",
                        "question 2 has no words",
                        "there is no question 7");
        Files.writeString(file, "tool: nothing\nversion: 1\nname: x\nlicence: x\n\n1. x\n");
        assertThat(run(RiskCommand.BAD_INPUT, "wording", "load", file.toString()))
                .contains("there is no tool \"nothing\" of version 1");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(run(RiskCommand.BAD_INPUT, "wording", "load", file.toString()))
                .contains("not text in UTF-8");
        Files.write(file, new byte[2_000_000]);
        assertThat(run(RiskCommand.BAD_INPUT, "wording", "load", file.toString()))
                .contains("too large");
        assertThat(run(RiskCommand.BAD_INPUT, "wording", "load", "absent.txt")).contains("no file");
        assertThat(tools.wording(tools.find(key, 1).orElseThrow())).isEmpty();
    }

    @Test
    void aThresholdIsSetFromADayOnWithItsSource() {
        String said = run(
                RiskCommand.DONE,
                "threshold",
                "dash-young",
                "10",
                "--from",
                "2998-01-01",
                "--source",
                "Invented steering group");
        assertThat(said).contains("From 2998-01-01 on, 10 or more is high risk in Young people's Dash");
        assertThat(
                        partnership()
                                .asked(
                                        "select source from risk.threshold where tool = 'dash-young' and from_on = '2998-01-01'"))
                .contains("Invented steering group");
        assertThat(run(RiskCommand.DONE, "threshold", "dash-young", "15", "--from", "2997-01-01", "--source", "x"))
                .contains("more than 14 hides victims");
        assertThat(run(RiskCommand.BAD_INPUT, "threshold", "dash-young", "25", "--from", "2998-01-01", "--source", "x"))
                .contains("between 1 and 24");
        assertThat(run(RiskCommand.BAD_INPUT, "threshold", "stalking", "5", "--from", "2998-01-01", "--source", "x"))
                .contains("has no threshold");
        assertThat(run(RiskCommand.BAD_INPUT, "threshold", "nothing", "5", "--from", "2998-01-01", "--source", "x"))
                .contains("no tool \"nothing\"");
        assertThat(run(RiskCommand.BAD_INPUT, "threshold", "dash", "5", "--from", "2998-01-01", "--source", " "))
                .contains("needs words");
    }

    @Test
    void theToolsAreListedWithWhatIsShownAndWhereTheyCount() {
        assertThat(run(RiskCommand.DONE, "tools"))
                .contains("dash 1: Dash, 24 questions, 24 questions, topics in words of our own, threshold 14")
                .contains("dara 1: DARA-shaped assessment, 18 questions, topics in words of our own, threshold none")
                .doesNotContain("Invented tool");
    }

    private String run(int expected, String... words) {
        var printed = new StringWriter();
        var out = new PrintWriter(printed);
        var all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(words));
        int code = RiskCommand.commandLine().setOut(out).setErr(out).execute(all.toArray(String[]::new));
        assertThat(code).as(printed.toString()).isEqualTo(expected);
        return printed.toString();
    }
}
