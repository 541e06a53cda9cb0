package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.marac.ComparedReturn;
import org.witan.marac.DataReturn;
import org.witan.marac.ReturnCell;
import org.witan.marac.web.ReturnPeriods.Choice;
import org.witan.marac.web.ReturnPeriods.Period;
import org.witan.site.Days;

/// Which days a return is of, and of which a file is made.
class ReturnPeriodsTest extends RunningApplication {
    @Autowired
    private ReturnPeriods periods;

    @Autowired
    private ReturnMeasures measures;

    @Autowired
    private Days days;

    @Test
    void quartersThatCanBeChosenAreOver() {
        Period typed = periods.read(null, null, null);
        assertThat(periods.choices(typed).stream().map(Choice::value).filter(one -> !one.isEmpty()))
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(periods.read(one, null, null).until()).isBefore(days.today()));
    }

    @Test
    void aFileIsMadeOfAQuarterOrOfAYearThatEndsWithOneAndOfNothingElse() {
        Period year = periods.ofFile(null, null);
        assertThat(periods.isOfFile(year)).isTrue();
        assertThat(year.from().plusYears(1)).isEqualTo(year.until().plusDays(1));
        LocalDate quarter = year.until().plusDays(1).minusMonths(3);
        assertThat(periods.isOfFile(new Period(quarter, year.until()))).isTrue();
        assertThat(periods.isOfFile(new Period(quarter, year.until().minusDays(1))))
                .isFalse();
        assertThat(periods.isOfFile(
                        new Period(quarter.plusMonths(3), year.until().plusMonths(3))))
                .as("not over yet")
                .isFalse();
        LocalDate month = year.until().plusDays(1).minusMonths(1);
        assertThat(periods.isOfFile(new Period(month.minusYears(1), month.minusDays(1))))
                .as("twelve months that end within a quarter")
                .isFalse();
        String from = month.toString();
        String until = year.until().toString();
        assertThatThrownBy(() -> periods.ofFile(from, until)).isInstanceOf(Absent.class);
    }

    @Test
    void whatIsNotOverSaysSoInWordsInsteadOfRates() {
        LocalDate today = days.today();
        var counted = new DataReturn(today.minusYears(1).plusDays(1), today, List.of(), "");
        var numbers = new ReturnMeasures.Numbers() {
            @Override
            public OptionalInt number(ReturnCell cell) {
                return OptionalInt.of(0);
            }

            @Override
            public OptionalInt unknown(ReturnCell cell) {
                return OptionalInt.of(0);
            }
        };
        assertThat(measures.of(new ComparedReturn(counted, Map.of(), false, counted, 100), numbers, false))
                .filteredOn(one -> one.value().startsWith("Not over yet"))
                .hasSize(4);
        assertThat(measures.of(new ComparedReturn(counted, Map.of(), true, counted, 100), numbers, false))
                .noneMatch(one -> one.value().startsWith("Not over yet"));
    }
}
