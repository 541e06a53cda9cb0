package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure.State;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.Validity;
import org.witan.statistics.store.Table;

class AnsweringTest {
    private static Recorded twoYears() {
        return Recorded.nothing().covering(Table.CRIME, "2020-04", "2022-03");
    }

    private static Recorded planPage() {
        return twoYears()
                .crimes(3369, "8Q", "2020-09-15", "domestic", "no")
                .crimes(3140, "8Q", "2022-03-31", "domestic", "yes")
                .crimes(330, "8Q", "2021-04-01", "domestic", "no")
                .crimes(7, "8Q", "2022-04-01", "domestic", "yes")
                .crimes(5, "8L", "2021-05-01", "domestic", "yes");
    }

    private static Set<String> codes(Figure figure) {
        return figure.warnings().stream().map(Figure.Warning::code).collect(Collectors.toSet());
    }

    @Test
    void answersThePlanPagesFirstSentence() {
        var figure = Asked.stalking().of(planPage());
        assertThat(figure.sentence())
                .isEqualTo(
                        "In 2021-22 Staffordshire recorded 3,470 stalking crimes, 3.0 % more than the 3,369 of 2020-21."
                                + " The range that chance alone allows is −1.8 % to +8.0 %: too close to call.");
        assertThat(figure.changePercent()).isEqualTo(3.0);
        assertThat(figure.state()).isEqualTo(State.NUMBER);
        assertThat(figure.warnings()).isEmpty();
    }

    @Test
    void answersThePlanPagesShareWithItsDenominator() {
        var figure = Asked.stalking().measured("share:domestic").of(planPage());
        assertThat(figure.value()).isEqualTo(90.5);
        assertThat(figure.numerator()).isEqualTo(3140);
        assertThat(figure.denominator()).isEqualTo(3470);
        assertThat(figure.denominatorName()).isEqualTo("stalking crimes");
    }

    @Test
    void aShareOfAnotherSetNamesThatSetAndSaysOneIn() {
        var store = twoYears()
                .crimes(2, "8L", "2021-05-01")
                .crimes(98, "8Q", "2021-05-01")
                .crimes(60, "8Q", "2020-05-01");
        var figure = Asked.stalking().of(Asked.HARASSMENT).shareOf(Asked.BOTH).of(store);
        assertThat(figure.value()).isEqualTo(2.0);
        assertThat(figure.oneIn()).isEqualTo(50);
        assertThat(figure.denominatorName()).isEqualTo("stalking and harassment crimes");
        assertThat(figure.sentence()).contains("about 1 in 50");
    }

    @Test
    void aRateUsesThePopulationAndNamesItsYear() {
        var asked = Asked.stalking().measured("rate").populated(Recorded.STAFFORDSHIRE, 2020, "all", 1_000_000);
        var figure = asked.of(planPage());
        assertThat(figure.value()).isEqualTo(3.47);
        assertThat(figure.denominator()).isEqualTo(1_000_000);
        assertThat(codes(figure)).containsExactly("population-year");
    }

    @Test
    void aRateOfFemaleVictimsUsesFemaleResidentsAndSaysSo() {
        var store = twoYears()
                .crimes(100, "8Q", "2021-05-01", "victim_sex", "female")
                .crimes(90, "8Q", "2020-05-01", "victim_sex", "female");
        var figure = Asked.stalking()
                .measured("rate")
                .where("victim_sex", "female")
                .populated(Recorded.STAFFORDSHIRE, 2021, "female", 50_000)
                .of(store);
        assertThat(figure.value()).isEqualTo(2.0);
        assertThat(figure.denominatorName()).isEqualTo("female residents");
    }

    @Test
    void aRateWithoutAPopulationIsNotUsable() {
        var figure = Asked.stalking().measured("rate").of(planPage());
        assertThat(figure.state()).isEqualTo(State.NOT_USABLE);
        assertThat(figure.value()).isNull();
        assertThat(Asked.refused(figure).code()).isEqualTo("no-population");
    }

    @Test
    void harmWeighsEachOffenceAndNamesThoseWithoutWeight() {
        var store = twoYears()
                .crimes(60, "8Q", "2021-05-01")
                .crimes(10, "8L", "2021-05-01")
                .crimes(50, "8Q", "2020-05-01");
        var figure = Asked.stalking()
                .of(Asked.BOTH)
                .measured("harm")
                .weighing("8Q", 39.5)
                .of(store);
        assertThat(figure.value()).isEqualTo(60 * 39.5);
        assertThat(figure.changePercent()).isEqualTo(20.0);
        assertThat(Asked.interval(figure).method()).contains("weights fixed");
        assertThat(codes(figure)).containsExactly("no-severity-weight");
        assertThat(codes(Asked.stalking().measured("harm").weighing("8Q", 39.5).of(store)))
                .isEmpty();
    }

    @Test
    void anOutcomeShareLeavesOutWhatHasNoOutcomeYetAndWarnsWhenItIsRecent() {
        var store = twoYears()
                .crimes(20, "8Q", "2021-05-01", "outcome", "1")
                .crimes(50, "8Q", "2021-05-01", "outcome", "0")
                .crimes(30, "8Q", "2021-05-01")
                .crimes(100, "8Q", "2020-05-01", "outcome", "1");
        var figure = Asked.stalking().outcome("charge", "1").of(store);
        assertThat(figure.value()).isEqualTo(20.0);
        assertThat(figure.denominatorName()).isEqualTo("stalking crimes recorded in the period");
        assertThat(codes(figure)).containsExactly("outcomes-recent");
        var later = store.covering(Table.CRIME, "2022-04", "2022-09");
        assertThat(codes(Asked.stalking().outcome("charge", "1").of(later))).isEmpty();
    }

    @Test
    void zeroIsNotMissing() {
        var zero = Asked.stalking().of(twoYears().crimes(80, "8Q", "2020-05-01"));
        assertThat(zero.state()).isEqualTo(State.ZERO);
        assertThat(zero.value()).isEqualTo(0);
        assertThat(zero.changePercent()).isEqualTo(-100);
        var missing = Asked.stalking().of(Recorded.nothing().covering(Table.CRIME, "2020-04", "2021-03"));
        assertThat(missing.state()).isEqualTo(State.MISSING);
        assertThat(missing.value()).isNull();
        assertThat(Asked.refused(missing).code()).isEqualTo("missing-months");
    }

    @Test
    void aShareOfNothingIsNotUsable() {
        var figure = Asked.stalking()
                .measured("share:domestic")
                .of(twoYears().crimes(80, "8Q", "2020-05-01", "domestic", "yes"));
        assertThat(figure.state()).isEqualTo(State.NOT_USABLE);
    }

    @Test
    void aMonthMissingInOnePeriodRefusesTheChangeAndNamesTheMonth() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2020-04", "2021-03")
                .covering(Table.CRIME, "2021-04", "2021-08")
                .covering(Table.CRIME, "2021-10", "2022-03")
                .crimes(100, "8Q", "2020-05-01")
                .crimes(100, "8Q", "2021-05-01");
        var figure = Asked.stalking().of(store);
        assertThat(Asked.refused(figure).code()).isEqualTo("missing-months");
        assertThat(Asked.refused(figure).reason()).contains("September 2021");
        assertThat(figure.value()).isEqualTo(100);
    }

    @Test
    void theSameMonthMissingInBothPeriodsOnlyWarns() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2020-05", "2021-03")
                .covering(Table.CRIME, "2021-05", "2022-03")
                .crimes(100, "8Q", "2020-05-01")
                .crimes(110, "8Q", "2021-05-01");
        var figure = Asked.stalking().of(store);
        assertThat(figure.refused()).isNull();
        assertThat(codes(figure)).containsExactly("missing-months");
        assertThat(figure.changePercent()).isEqualTo(10.0);
    }

    @Test
    void aPartialMonthIsNamed() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2020-04", "2022-02")
                .span(Table.CRIME, LocalDate.of(2022, 3, 1), 10, 0, 0, false)
                .crimes(100, "8Q", "2020-05-01");
        assertThat(Asked.stalking().of(store).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("March 2022"));
    }

    @Test
    void aBaseOf49WithholdsThePercentageAndABaseOf50DoesNot() {
        var small =
                Asked.stalking().of(twoYears().crimes(49, "8Q", "2020-05-01").crimes(60, "8Q", "2021-05-01"));
        assertThat(small.changePercent()).isNull();
        assertThat(small.previous()).isEqualTo(49);
        assertThat(small.interval()).isNotNull();
        assertThat(codes(small)).containsExactly("small-base");
        var enough =
                Asked.stalking().of(twoYears().crimes(50, "8Q", "2020-05-01").crimes(60, "8Q", "2021-05-01"));
        assertThat(enough.changePercent()).isEqualTo(20.0);
        assertThat(codes(enough)).isEmpty();
    }

    @Test
    void unplacedCrimesAreToldBelowTheForceOnly() {
        var store = Recorded.nothing();
        for (int month = 0; month < 24; month++) {
            store.span(Table.CRIME, LocalDate.of(2020, 4, 1).plusMonths(month), 100, month < 12 ? 11 : 5, 0, true);
        }
        var district = Asked.stalking().in(Recorded.SOUTH_STAFFORDSHIRE, "South Staffordshire", AreaKind.DISTRICT, 0);
        assertThat(district.of(store).warnings())
                .filteredOn(warning -> warning.code().equals("unmatched-areas"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .contains("132 of 1,200 (11.0 %) in 2020-21")
                        .contains("not like for like"));
        assertThat(codes(Asked.stalking().by(Question.By.AREA).of(store))).contains("unmatched-areas");
        assertThat(codes(Asked.stalking().of(store))).doesNotContain("unmatched-areas");
    }

    @Test
    void aRedrawnLsoaIsNotComparedAcrossVintagesAndAnUnchangedOneIs() {
        var store = Recorded.nothing();
        for (int month = 0; month < 24; month++) {
            store.span(Table.CRIME, LocalDate.of(2020, 4, 1).plusMonths(month), 100, 0, month < 12 ? 9 : 0, true);
        }
        var redrawn = Asked.stalking()
                .in("E01029001", "South Staffordshire 001A", AreaKind.LSOA, 1)
                .of(store);
        assertThat(Asked.refused(redrawn).code()).isEqualTo("area-vintage");
        var kept = Asked.stalking()
                .in("E01029002", "South Staffordshire 001B", AreaKind.LSOA, 0)
                .of(store);
        assertThat(kept.refused()).isNull();
        assertThat(codes(kept)).contains("area-vintage");
        assertThat(codes(Asked.stalking().of(store))).doesNotContain("area-vintage");
    }

    @Test
    void whoCannotKnowTheFlagSaysWhatIsNeeded() {
        var store =
                Recorded.nothing().covering(Table.COUNTED, "2020-04", "2022-01").counted(90, "8Q", "2021-04-01");
        assertThatThrownBy(() -> Asked.stalking().where("domestic", "yes").of(store))
                .isInstanceOf(BadInput.class)
                .hasMessage("The Home Office table has no domestic flag: this needs a police extract");
        assertThatThrownBy(() -> Asked.stalking().during("2021-09").of(store))
                .hasMessageContaining("Nothing is loaded");
        assertThatThrownBy(() -> Asked.stalking().by(Question.By.MONTH).of(store))
                .hasMessageContaining("by quarter");
        assertThatThrownBy(() -> Asked.stalking().of(Recorded.nothing())).hasMessageContaining("loaded: nothing");
    }

    @Test
    void policeRecordsAnswerBeforeTheHomeOfficeTable() {
        var store = twoYears()
                .covering(Table.COUNTED, "2020-04", "2022-01")
                .crimes(80, "8Q", "2020-05-01")
                .crimes(100, "8Q", "2021-05-01")
                .counted(70, "8Q", "2020-04-01")
                .counted(77, "8Q", "2021-04-01");
        assertThat(Asked.stalking().of(store).value()).isEqualTo(100);
        assertThat(Asked.stalking().from(Table.COUNTED).of(store).value()).isEqualTo(77);
        assertThat(Asked.stalking().from(Table.COUNTED).of(store).changePercent())
                .isEqualTo(10.0);
    }

    @Test
    void streetFilesAnswerOnlyForTheirOwnCategories() {
        var store = Recorded.nothing()
                .covering(Table.STREET, "2018-10", "2018-10")
                .covering(Table.STREET, "2019-10", "2019-10")
                .street(60, "robbery", "2018-10-01")
                .street(66, "robbery", "2019-10-01");
        var robbery = new OffenceSet(
                "robbery",
                "Robbery",
                "1",
                "published",
                Set.of(),
                Set.of("robbery"),
                Map.of(),
                Validity.ALWAYS,
                List.of(),
                "");
        assertThat(Asked.stalking().of(robbery).during("2019-10").of(store).changePercent())
                .isEqualTo(10.0);
        assertThatThrownBy(() -> Asked.stalking().during("2019-10").of(store))
                .hasMessageContaining("cannot tell the set stalking apart");
    }

    @Test
    void aSetsOwnConditionIsPartOfItAndMayNotBeContradicted() {
        var women = new OffenceSet(
                "vawg-stalking",
                "Stalking of women and girls",
                "1",
                "proposal",
                Asked.STALKING.codes(),
                Set.of(),
                Map.of("victim_sex", "female"),
                Validity.ALWAYS,
                List.of(),
                "");
        var store = twoYears()
                .crimes(60, "8Q", "2020-05-01", "victim_sex", "female")
                .crimes(66, "8Q", "2021-05-01", "victim_sex", "female")
                .crimes(99, "8Q", "2021-05-01", "victim_sex", "male");
        var figure = Asked.stalking().of(women).of(store);
        assertThat(figure.value()).isEqualTo(66);
        assertThat(codes(figure)).containsExactlyInAnyOrder("unconfirmed-definition", "prevalence");
        assertThatThrownBy(() -> Asked.stalking().of(women).where("sex", "male").of(store))
                .hasMessageContaining("victim_sex=female");
    }

    @Test
    void breaksDownByMonthQuarterYearAreaOffenceAndSex() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2018-04", "2022-03")
                .crimes(50, "8Q", "2018-05-01")
                .crimes(60, "8Q", "2020-05-01", "victim_sex", "female", "district", Recorded.SOUTH_STAFFORDSHIRE)
                .crimes(66, "8Q", "2021-05-01", "victim_sex", "female", "district", Recorded.SOUTH_STAFFORDSHIRE)
                .crimes(7, "8Q", "2022-03-31", "victim_sex", "male");
        var month = Asked.stalking().by(Question.By.MONTH).of(store);
        assertThat(month.rows()).hasSize(12);
        assertThat(month.rows().get(1))
                .isEqualTo(new Figure.Row("2021-05", "May 2021", 66.0, 66.0, null, 60.0, 10.0, false, State.NUMBER));
        assertThat(month.rows().getFirst().state()).isEqualTo(State.ZERO);
        var quarter = Asked.stalking().by(Question.By.QUARTER).of(store);
        assertThat(quarter.rows())
                .extracting(Figure.Row::code)
                .containsExactly("2021-22-Q1", "2021-22-Q2", "2021-22-Q3", "2021-22-Q4");
        assertThat(quarter.rows()).extracting(Figure.Row::value).containsExactly(66.0, 0.0, 0.0, 7.0);
        var year = Asked.stalking().by(Question.By.YEAR).of(store);
        assertThat(year.rows()).extracting(Figure.Row::value).containsExactly(50.0, 0.0, 60.0, 73.0);
        assertThat(year.value()).isEqualTo(73);
        assertThat(year.rows().getFirst().previous()).isNull();
        var area = Asked.stalking().by(Question.By.AREA).of(store);
        assertThat(area.rows())
                .extracting(Figure.Row::name)
                .containsExactly("East Staffordshire", "Lichfield", "South Staffordshire", "area not known");
        assertThat(area.rows()).extracting(Figure.Row::value).containsExactly(0.0, 0.0, 66.0, 7.0);
        var offence = Asked.stalking().of(Asked.BOTH).by(Question.By.OFFENCE).of(store);
        assertThat(offence.rows()).extracting(Figure.Row::code).containsExactly("8Q", "8L");
        var sex = Asked.stalking().by(Question.By.SEX).of(store);
        assertThat(sex.rows()).extracting(Figure.Row::code).containsExactly("female", "male");
    }

    @Test
    void aMonthThatIsNotLoadedIsMissingInItsRow() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2020-05", "2021-03")
                .covering(Table.CRIME, "2021-05", "2022-03")
                .crimes(60, "8Q", "2021-05-01");
        var first = Asked.stalking().by(Question.By.MONTH).of(store).rows().getFirst();
        assertThat(first.state()).isEqualTo(State.MISSING);
        assertThat(first.value()).isNull();
    }

    @Test
    void thePublicSeesNoSmallNumberAnywhere() {
        var store = twoYears()
                .crimes(3, "8Q", "2020-05-01")
                .crimes(60, "8Q", "2021-05-01")
                .crimes(2, "8Q", "2021-06-01")
                .crimes(9, "8Q", "2021-07-01");
        var figure = Asked.stalking().forThePublic().by(Question.By.MONTH).of(store);
        assertThat(figure.value()).isEqualTo(71);
        assertThat(figure.previous()).isNull();
        assertThat(figure.changePercent()).isNull();
        assertThat(figure.interval()).isNull();
        assertThat(figure.suppressed()).isTrue();
        assertThat(figure.rows())
                .filteredOn(row -> row.state() == State.SUPPRESSED)
                .extracting(Figure.Row::code)
                .containsExactly("2021-06", "2021-07");
        assertThat(figure.warnings()).extracting(Figure.Warning::text).noneMatch(text -> text.contains(" 3 "));
        assertThat(figure.sentence()).doesNotContain("3 ");
        assertThat(Asked.stalking().by(Question.By.MONTH).of(store).previous()).isEqualTo(3);
    }

    @Test
    void aSmallTotalIsSuppressedForThePublic() {
        var figure = Asked.stalking()
                .forThePublic()
                .of(twoYears().crimes(80, "8Q", "2020-05-01").crimes(4, "8Q", "2021-05-01"));
        assertThat(figure.state()).isEqualTo(State.SUPPRESSED);
        assertThat(figure.value()).isNull();
        assertThat(figure.numerator()).isNull();
        assertThat(figure.sentence()).contains("too small");
    }

    @Test
    void inventedCrimesAreCalledInvented() {
        var figure = Asked.stalking().of(planPage().synthetic());
        assertThat(figure.synthetic()).isTrue();
        assertThat(codes(figure)).containsExactly("synthetic");
        assertThat(figure.sentence()).contains("3,470 invented stalking crimes");
    }

    @Test
    void aFlagThatNobodyRecordedIsNotAShareOfZero() {
        var figure = Asked.stalking()
                .measured("share:domestic")
                .of(twoYears().crimes(80, "8Q", "2020-05-01", "domestic", "yes").crimes(80, "8Q", "2021-05-01"));
        assertThat(figure.state()).isEqualTo(State.NOT_USABLE);
        assertThat(Asked.refused(figure).code()).isEqualTo("flag-not-recorded");
        var some = Asked.stalking()
                .measured("share:domestic")
                .of(twoYears()
                        .crimes(80, "8Q", "2020-05-01", "domestic", "yes")
                        .crimes(80, "8Q", "2021-05-01")
                        .crimes(80, "8Q", "2021-05-01", "domestic", "yes"));
        assertThat(codes(some)).containsExactly("flag-not-recorded");
    }

    @Test
    void monthsOfUnequalLengthAreToldAndEqualOnesAreNot() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2019-01", "2020-03")
                .crimes(60, "8Q", "2019-02-01")
                .crimes(60, "8Q", "2019-03-01");
        assertThat(codes(Asked.stalking().during("2020-02").of(store))).containsExactly("period-length");
        assertThat(codes(Asked.stalking().during("2020-03").of(store))).isEmpty();
    }

    @Test
    void everyRuleHasANameASentenceASourceAndAReason() {
        assertThat(Rule.ALL).extracting(Rule::name).doesNotHaveDuplicates();
        assertThat(Rule.ALL).allSatisfy(rule -> {
            assertThat(rule.sentence()).endsWith(".");
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.reason()).endsWith(".");
        });
    }

    @Test
    void theDifferenceOfSharesHasItsIntervalInPoints() {
        var store = twoYears()
                .crimes(48, "8Q", "2020-05-01", "domestic", "yes")
                .crimes(32, "8Q", "2020-05-01", "domestic", "no")
                .crimes(56, "8Q", "2021-05-01", "domestic", "yes")
                .crimes(14, "8Q", "2021-05-01", "domestic", "no");
        var figure = Asked.stalking().measured("share:domestic").of(store);
        assertThat(Asked.interval(figure).low()).isCloseTo(5.2, within(0.05));
        assertThat(figure.sentence())
                .contains("a difference of +20.0 points")
                .contains("more than chance alone explains");
    }
}
