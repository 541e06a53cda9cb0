package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.SeriesBreak;
import org.witan.statistics.reference.SeriesBreak.Action;
import org.witan.statistics.store.Table;

class BreaksTest {
    private static final Recorded TWO_YEARS = Recorded.nothing()
            .covering(Table.CRIME, "2020-04", "2022-03")
            .crimes(200, "8Q", "2020-06-01", "domestic", "yes")
            .crimes(220, "8Q", "2021-06-01", "domestic", "yes")
            .crimes(1900, "8L", "2020-06-01", "domestic", "no")
            .crimes(2300, "8L", "2021-06-01", "domestic", "no");

    private static SeriesBreak refusing(String from, String... codes) {
        return note(from, null, Action.REFUSE, false, Set.of(), Set.of(), codes);
    }

    private static SeriesBreak note(
            String from,
            @Nullable String to,
            Action action,
            boolean netsOut,
            Set<String> flags,
            Set<String> areas,
            String... codes) {
        return new SeriesBreak(
                "b1",
                "A new rule",
                "counting-rule",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                Arrays.stream(codes).map(OffenceCode::new).collect(Collectors.toSet()),
                flags,
                areas,
                action,
                netsOut,
                "up",
                "More is recorded since.",
                "test rules",
                "published");
    }

    @Test
    void aBreakOnTheFirstDayOfTheEarlierPeriodIsNotCrossed() {
        var figure = Asked.stalking().knowing(refusing("2020-04-01", "8Q")).of(TWO_YEARS);
        assertThat(figure.refused()).isNull();
        assertThat(figure.changePercent()).isEqualTo(10.0);
    }

    @Test
    void aBreakOnTheSecondDayOfTheEarlierPeriodIsCrossed() {
        var figure = Asked.stalking().knowing(refusing("2020-04-02", "8Q")).of(TWO_YEARS);
        assertThat(figure.refused()).isNotNull();
    }

    @Test
    void aRefusalKeepsTheCountsAndWithholdsTheChange() {
        var figure = Asked.stalking().knowing(refusing("2021-04-01", "8Q")).of(TWO_YEARS);
        assertThat(figure.refused()).isNotNull();
        assertThat(Asked.refused(figure).code()).isEqualTo("series-break");
        assertThat(Asked.refused(figure).source()).isEqualTo("test rules");
        assertThat(figure.value()).isEqualTo(220);
        assertThat(figure.previous()).isEqualTo(200);
        assertThat(figure.changePercent()).isNull();
        assertThat(figure.interval()).isNull();
        assertThat(figure.sentence()).contains("not compared").doesNotContain("% more");
    }

    @Test
    void aBreakOnTheLastDayOfTheLaterPeriodIsCrossedAndTheDayAfterIsNot() {
        assertThat(Asked.stalking()
                        .knowing(refusing("2022-03-31", "8Q"))
                        .of(TWO_YEARS)
                        .refused())
                .isNotNull();
        assertThat(Asked.stalking()
                        .knowing(refusing("2022-04-01", "8Q"))
                        .of(TWO_YEARS)
                        .refused())
                .isNull();
    }

    @Test
    void aBreakOfOtherOffencesDoesNotMatter() {
        var figure = Asked.stalking().knowing(refusing("2021-04-01", "8R")).of(TWO_YEARS);
        assertThat(figure.refused()).isNull();
        assertThat(figure.warnings()).isEmpty();
    }

    @Test
    void aBreakThatOnlyWarnsDoesNotRefuse() {
        var warning = note("2021-04-01", null, Action.WARN, false, Set.of(), Set.of(), "8Q");
        var figure = Asked.stalking().knowing(warning).of(TWO_YEARS);
        assertThat(figure.refused()).isNull();
        assertThat(figure.warnings()).extracting(Figure.Warning::code).containsExactly("series-break");
    }

    @Test
    void aBreakThatTouchesUnderATenthOfTheSetInBothPeriodsWarnsWithItsShare() {
        var figure = Asked.stalking()
                .of(Asked.BOTH)
                .knowing(refusing("2021-04-01", "8Q"))
                .of(TWO_YEARS);
        assertThat(figure.refused()).isNull();
        assertThat(figure.warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.text()).contains("8.7 %").contains("9.5 %"));
    }

    @Test
    void aBreakThatTouchesATenthOfTheSetInOnePeriodRefuses() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2020-04", "2022-03")
                .crimes(100, "8Q", "2020-06-01")
                .crimes(900, "8L", "2020-06-01")
                .crimes(50, "8Q", "2021-06-01")
                .crimes(900, "8L", "2021-06-01");
        var figure = Asked.stalking()
                .of(Asked.BOTH)
                .knowing(refusing("2021-04-01", "8Q"))
                .of(store);
        assertThat(figure.refused()).isNotNull();
    }

    @Test
    void offencesThatOnlyMovedWithinTheSetWarn() {
        var moved = note("2021-04-01", null, Action.REFUSE, true, Set.of(), Set.of(), "8Q", "8L");
        assertThat(Asked.stalking().of(Asked.BOTH).knowing(moved).of(TWO_YEARS).refused())
                .isNull();
        assertThat(Asked.stalking().knowing(moved).of(TWO_YEARS).refused()).isNotNull();
    }

    @Test
    void aBreakOfAFlagMattersOnlyToQuestionsAboutTheFlag() {
        var flag = note("2021-04-01", null, Action.REFUSE, false, Set.of("domestic"), Set.of());
        assertThat(Asked.stalking().knowing(flag).of(TWO_YEARS).refused()).isNull();
        assertThat(Asked.stalking()
                        .where("domestic", "yes")
                        .knowing(flag)
                        .of(TWO_YEARS)
                        .refused())
                .isNotNull();
        assertThat(Asked.stalking()
                        .measured("share:domestic")
                        .knowing(flag)
                        .of(TWO_YEARS)
                        .refused())
                .isNotNull();
    }

    @Test
    void aBreakOfOtherAreasDoesNotMatter() {
        var elsewhere = note("2021-04-01", null, Action.REFUSE, false, Set.of(), Set.of("E23000005"), "8Q");
        var here = note("2021-04-01", null, Action.REFUSE, false, Set.of(), Set.of(Recorded.STAFFORDSHIRE), "8Q");
        assertThat(Asked.stalking().knowing(elsewhere).of(TWO_YEARS).refused()).isNull();
        assertThat(Asked.stalking().knowing(here).of(TWO_YEARS).refused()).isNotNull();
    }

    @Test
    void anAbnormalStretchIsToldWhenItSharesADayWithEitherPeriod() {
        var lastDay = note("2019-01-01", "2020-04-01", Action.WARN, false, Set.of(), Set.of());
        var before = note("2019-01-01", "2020-03-31", Action.WARN, false, Set.of(), Set.of());
        assertThat(Asked.stalking().knowing(lastDay).of(TWO_YEARS).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("abnormal-base-year");
                    assertThat(warning.text()).startsWith("The base period overlaps");
                });
        assertThat(Asked.stalking().knowing(before).of(TWO_YEARS).warnings()).isEmpty();
    }

    @Test
    void aShareOfASetAnswersForTheBreaksOfBothSets() {
        var figure = Asked.stalking()
                .of(Asked.HARASSMENT)
                .shareOf(Asked.BOTH)
                .knowing(refusing("2021-04-01", "8L"))
                .of(TWO_YEARS);
        assertThat(figure.refused()).isNotNull();
    }
}
