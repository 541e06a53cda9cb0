package org.witan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.site.Wording;

/// The tools that are shipped, against what the domain says of them.
class ToolsTest extends RunningApplication {
    /// The 24 questions in the numbers of the 27: the numbers 10 to 12 are asked by the police alone.
    private static final List<Integer> POLICE_OF_24 =
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);

    @Autowired
    private Tools tools;

    @Autowired
    private Wording words;

    @Test
    void fiveToolsStandSideBySideWithTheNumberOfQuestionsThatTheyHave() {
        var sizes = new TreeMap<String, Integer>();
        tools.inUse().forEach(tool -> sizes.put(tool.key(), tool.questions().size()));
        assertThat(sizes)
                .containsEntry("dash", 24)
                .containsEntry("dash-police", 27)
                .containsEntry("dash-young", 24)
                .containsEntry("dara", 18)
                .containsEntry("stalking", 11)
                .hasSize(5);
    }

    @Test
    void theTwoNumberingsOfTheDashMeetAsTheTableSays() {
        Tool dash = tool("dash");
        Tool police = tool("dash-police");
        var numbers = dash.questions().stream()
                .map(question -> question.numbers().get(Numbering.POLICE))
                .toList();
        assertThat(numbers).isEqualTo(POLICE_OF_24);
        for (Question question : dash.questions()) {
            Question same = police.questions().stream()
                    .filter(one -> one.key().equals(question.key()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.numbers()).isEqualTo(question.numbers());
            assertThat(same.topic()).isEqualTo(question.topic());
        }
        assertThat(police.questions().stream()
                        .filter(question -> !question.numbers().containsKey(Numbering.SAFELIVES))
                        .map(question -> police.number(question)))
                .containsExactly(10, 11, 12);
    }

    /// A slip of a line would put an answer under another question, so some that matter are named.
    @Test
    void questionsThatMatterMostStandAtTheirNumbers() {
        assertThat(key("dash", 8)).isEqualTo("stalking");
        assertThat(key("dash", 9)).isEqualTo("pregnancy");
        assertThat(key("dash", 14)).isEqualTo("threats-to-kill");
        assertThat(key("dash", 15)).isEqualTo("strangulation");
        assertThat(key("dash", 24)).isEqualTo("criminal-history");
        assertThat(key("dash-police", 11)).isEqualTo("children-hurt");
        assertThat(key("dash-police", 18)).isEqualTo("strangulation");
        assertThat(key("dash-police", 22)).isEqualTo("animals");
        assertThat(key("stalking", 4)).isEqualTo("turns-up");
        assertThat(key("stalking", 11)).isEqualTo("past-violence");
    }

    @Test
    void everyQuestionIsNumberedOnceInOrderAndCountsAnswersOfItsScale() {
        for (Tool tool : tools.inUse()) {
            var numbers = tool.questions().stream().map(tool::number).toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, tool.questions().size())
                            .boxed()
                            .toList());
            for (Question question : tool.questions()) {
                assertThat(tool.scale().answers()).containsAll(question.counting());
                assertThat(question.counting()).noneMatch(Answer::isMissing).isNotEmpty();
                assertThat(words.the("risk.section." + question.section())).isNotEmpty();
            }
            var sections = new ArrayList<String>();
            tool.questions().stream()
                    .map(Question::section)
                    .filter(section -> sections.isEmpty() || !sections.getLast().equals(section))
                    .forEach(sections::add);
            assertThat(sections).as("each heading once in " + tool.key()).doesNotHaveDuplicates();
        }
    }

    @Test
    void theQuestionAboutStalkingOpensTheStalkingScreen() {
        for (String key : List.of("dash", "dash-police", "dash-young", "dara")) {
            assertThat(tool(key).questions().stream().map(Question::opens).filter(Objects::nonNull))
                    .as(key)
                    .containsExactly("stalking");
        }
    }

    @Test
    void howEachToolComesToItsResultIsWhatTheDomainSays() {
        assertThat(tool("dash").grading()).isEqualTo(Grading.THRESHOLD);
        assertThat(tool("stalking").grading()).as("no fixed cut-off").isEqualTo(Grading.COUNT);
        assertThat(tool("dara").grading()).as("no number decides").isEqualTo(Grading.JUDGEMENT);
        assertThat(tool("dara").scale()).isEqualTo(Scale.FREQUENCY);
        assertThat(partnership().asked("select value::text from risk.threshold where tool = 'dash' and set_by = ''"))
                .containsExactly("14");
        assertThat(partnership().count("select count(*) from risk.threshold where tool in ('dara', 'stalking')"))
                .isZero();
    }

    @Test
    void noLicensedWordingIsShipped() {
        assertThat(partnership().count("select count(*) from risk.wording where tool = any (?)", (Object)
                        tools.inUse().stream().map(Tool::key).toArray(String[]::new)))
                .isZero();
        for (Tool tool : tools.inUse()) {
            assertThat(tools.wording(tool)).isEmpty();
            // The forms ask the victim; topics in our own words ask nobody.
            assertThat(tool.questions())
                    .extracting(Question::topic)
                    .noneMatch(topic -> topic.contains("?") || topic.matches("(?i).*\\byou(r)?\\b.*"));
        }
    }

    @Test
    void theAnswersOfTheDatabaseAreThoseOfTheCode() {
        for (Scale scale : Scale.values()) {
            assertThat(partnership()
                            .asked("select answer from risk.scale_answer where scale = ? order by place", scale.name()))
                    .isEqualTo(scale.answers().stream().map(Answer::name).toList());
        }
        for (Answer answer : Scale.YES_NO.answers()) {
            assertThat(partnership().asked("select missing::text from risk.answer where code = ?", answer.name()))
                    .containsExactly(String.valueOf(answer.isMissing()));
        }
        assertThat(partnership().asked("select code from risk.grade order by code"))
                .isEqualTo(names(Grade.values()));
        assertThat(partnership().asked("select code from risk.grading order by code"))
                .isEqualTo(names(Grading.values()));
        assertThat(partnership().asked("select code from risk.about order by code"))
                .isEqualTo(names(About.values()));
        assertThat(partnership().asked("select code from risk.numbering order by code"))
                .isEqualTo(names(Numbering.values()));
    }

    @Test
    void aToolThatIsNoLongerInUseIsNotOfferedAndStillRead() {
        String key = "invented-" + System.nanoTime() % 1_000_000;
        for (int version : List.of(1, 2)) {
            partnership().run("""
                    insert into risk.tool (key, version, name, scale, grading, numbering, source, remark, from_on, until_on)
                    values (?, ?, 'Invented', 'YES_NO', 'COUNT', 'OWN', 'invented', '', '2020-01-01', '2020-12-31')
                    """, key, version);
        }
        assertThat(tools.inUse(key)).isEmpty();
        assertThat(tools.find(key, 1)).isPresent();
        assertThat(tools.find(key, 3)).isEmpty();
    }

    private Tool tool(String key) {
        return tools.inUse(key).orElseThrow();
    }

    private String key(String tool, int number) {
        Tool found = tool(tool);
        return found.questions().stream()
                .filter(question -> found.number(question) == number)
                .map(Question::key)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).sorted().toList();
    }
}
