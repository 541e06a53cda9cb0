package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Question.By;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.loading.RealFiles;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import org.witan.statistics.synthetic.SyntheticExtract;

/// Questions that are asked together are answered as if each had been asked alone: the same numbers, intervals,
/// refusals, warnings and sentences.
class AskedTogetherTest {
    private static final Definitions DEFINITIONS = Definitions.shippedWith(null);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void loadsTheDemonstrationsCrimesAndThePublishedFiles() {
        var extract = folder.resolve("extract.csv");
        SyntheticExtract.write(extract, 20_000, 7);
        new Loading(invented(), DEFINITIONS, Clock.systemUTC()).load(List.of(extract), Progress.SILENT);
        var street = RealFiles.allStreet(folder);
        new Loading(published(), DEFINITIONS, Clock.systemUTC()).load(street, Progress.SILENT);
        var both = new ArrayList<>(street);
        both.add(extract);
        new Loading(both(), DEFINITIONS, Clock.systemUTC()).load(both, Progress.SILENT);
    }

    private static Store invented() {
        return new Store(folder.resolve("invented"));
    }

    private static Store published() {
        return new Store(folder.resolve("published"));
    }

    private static Store both() {
        return new Store(folder.resolve("both"));
    }

    @Test
    void everyTypeInEveryDistrictOfTheInventedCrimesIsTheSame() {
        assertSame(invented(), profiles(invented(), List.of("2021-22"), null));
    }

    @Test
    void everyTypeInEveryDistrictOfThePublishedFilesIsTheSame() {
        assertSame(published(), profiles(published(), List.of("12m:2019-02"), null));
    }

    @Test
    void everyTypeIsTheSameWhereBothAreLoaded() {
        assertSame(both(), profiles(both(), List.of("2023-24"), null));
    }

    @Test
    void periodsWithYearsBetweenThemAreTheSame() {
        assertSame(published(), profiles(published(), List.of("2023-24-Q4"), "2018-19-Q4"));
        assertSame(invented(), profiles(invented(), List.of("2022-23"), "2018-19"));
    }

    @Test
    void whateverAsksMoreOfARowIsReadForAlone() {
        var questions = new ArrayList<Question>();
        for (String set : List.of("stalking", "vawg-plan-page", "all-crime", "domestic-abuse", "no-such-set")) {
            for (var by : By.values()) {
                questions.add(asked(set, "Staffordshire", "2021-22", null, new Measure.Count(), Map.of(), by));
                questions.add(
                        asked(set, "E07000196", "2021-22", null, new Measure.Count(), Map.of("domestic", "yes"), by));
                questions.add(asked(set, "E07000196", "2021-22", null, Measure.parse("rate"), Map.of(), by));
                questions.add(asked(set, "E07000196", "2021-22", null, Measure.parse("harm"), Map.of(), by));
                questions.add(asked(set, "E07000196", "2021-22", null, Measure.parse("share:domestic"), Map.of(), by));
            }
        }
        assertSame(invented(), questions);
    }

    @Test
    void aQuestionThatNamesWhatIsNotThereSpoilsNoOther() {
        try (var comparing = new Comparing(invented(), DEFINITIONS)) {
            var good = count("stalking", "Staffordshire", "2021-22", null, By.MONTH);
            var answers =
                    comparing.answers(List.of(count("stalking", "Atlantis", "2021-22", null, By.MONTH), good, good));
            assertThat(answers.getFirst()).isInstanceOf(Answered.Refused.class);
            assertThat(answers.get(1)).isEqualTo(new Answered.Given(comparing.answer(good)));
            assertThat(answers.get(2)).isEqualTo(answers.get(1));
        }
    }

    private static List<Question> profiles(Store store, List<String> periods, @Nullable String with) {
        var types = TypesOfCrime.in(store.findCurrent().orElseThrow().coverage(), DEFINITIONS.sets());
        var areas = DEFINITIONS.areas();
        var districts = areas.within(areas.the("Staffordshire"), AreaKind.DISTRICT).stream()
                .map(area -> area.code());
        var ward = areas.within(areas.the("E07000196"), AreaKind.WARD).stream()
                .limit(2)
                .map(area -> area.code());
        var places = Stream.of(
                        districts,
                        ward,
                        Stream.of("E23000015"),
                        areas.all().stream()
                                .filter(area -> area.kind() == AreaKind.ENGLAND_AND_WALES)
                                .map(area -> area.code()))
                .flatMap(each -> each)
                .toList();
        assertThat(types).hasSizeGreaterThan(12);
        assertThat(places).hasSizeGreaterThan(12);
        var questions = new ArrayList<Question>();
        for (String period : periods) {
            for (String place : places) {
                for (String type : types) {
                    for (By by : with == null ? List.of(By.MONTH, By.YEAR) : List.of(By.QUARTER, By.NOTHING)) {
                        questions.add(count(type, place, period, with, by));
                    }
                }
            }
        }
        return questions;
    }

    private static Question count(String set, String area, String period, @Nullable String with, By by) {
        return asked(set, area, period, with, new Measure.Count(), Map.of(), by);
    }

    private static Question asked(
            String set,
            String area,
            String period,
            @Nullable String with,
            Measure measure,
            Map<String, String> filters,
            By by) {
        return new Question(
                set,
                area,
                Period.parse(period),
                with == null ? null : Period.parse(with),
                measure,
                filters,
                by,
                Question.Audience.PARTNERSHIP,
                null,
                null);
    }

    private static void assertSame(Store store, List<Question> questions) {
        try (var together = new Comparing(store, DEFINITIONS);
                var alone = new Comparing(store, DEFINITIONS)) {
            var answers = together.answers(questions);
            assertThat(answers).hasSameSizeAs(questions);
            for (int i = 0; i < questions.size(); i++) {
                assertThat(answers.get(i)).as("%s", questions.get(i)).isEqualTo(alone(alone, questions.get(i)));
            }
            assertThat(answers).hasAtLeastOneElementOfType(Answered.Given.class);
        }
    }

    private static Answered alone(Comparing comparing, Question question) {
        try {
            return new Answered.Given(comparing.answer(question));
        } catch (BadInput wrong) {
            return new Answered.Refused(question, String.valueOf(wrong.getMessage()));
        }
    }
}
