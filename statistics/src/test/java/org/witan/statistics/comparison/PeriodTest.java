package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.statistics.BadInput;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2021-22, FINANCIAL_YEAR, 2021-04, 2022-03, 2021-22",
        "2021/22, FINANCIAL_YEAR, 2021-04, 2022-03, 2021-22",
        "1999-00, FINANCIAL_YEAR, 1999-04, 2000-03, 1999-00",
        "2011-12, FINANCIAL_YEAR, 2011-04, 2012-03, 2011-12",
        "2011-M12, MONTH, 2011-12, 2011-12, December 2011",
        "2021-09, MONTH, 2021-09, 2021-09, September 2021",
        "2021-m09, MONTH, 2021-09, 2021-09, September 2021",
        "2021-22-Q1, QUARTER, 2021-04, 2021-06, April 2021 to June 2021",
        "2021/22-q4, QUARTER, 2022-01, 2022-03, January 2022 to March 2022",
        "ytd:2021-09, YEAR_TO_DATE, 2021-04, 2021-09, April 2021 to September 2021",
        "ytd:2022-02, YEAR_TO_DATE, 2021-04, 2022-02, April 2021 to February 2022",
        "12m:2011-12, ROLLING_12_MONTHS, 2011-01, 2011-12, the 12 months to December 2011",
    })
    void readsEveryWayToWriteAPeriod(String text, Period.Kind kind, YearMonth first, YearMonth last, String label) {
        var period = Period.parse(text);
        assertThat(period).isEqualTo(new Period(kind, first, last));
        assertThat(period.label()).isEqualTo(label);
        assertThat(Period.parse(period.notation())).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021",
                "2021-13",
                "2021-23",
                "2021/09",
                "2021-22-Q5",
                "2021-09-Q1",
                "ytd:2021",
                "12m:2021-22x",
                "99999-01",
                "0000-01"
            })
    void refusesWhatIsNoPeriodAndShowsHowToWriteOne(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2021-22-Q1")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void comparesWithTheSamePeriodAYearEarlierUnlessTold() {
        assertThat(Asked.stalking().during("12m:2022-02").subject().then()).isEqualTo(Period.parse("12m:2021-02"));
    }

    @Test
    void knowsItsDaysAndWhetherItIsMadeOfQuarters() {
        assertThat(Period.parse("2020-M02").days()).isEqualTo(29);
        assertThat(Period.parse("2021-22").from()).isEqualTo(LocalDate.of(2021, 4, 1));
        assertThat(Period.parse("2021-22").to()).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(Period.parse("ytd:2021-09").isWholeQuarters()).isTrue();
        assertThat(Period.parse("ytd:2021-08").isWholeQuarters()).isFalse();
        assertThat(Period.parse("2021-22").middleYear()).isEqualTo(2021);
    }

    @Test
    void periodsThatCannotBeComparedAreBadInput() {
        assertThatThrownBy(() -> Asked.stalking().against("2022-23").subject()).hasMessageContaining("earlier");
        assertThatThrownBy(() -> Asked.stalking().against("12m:2021-06").subject())
                .hasMessageContaining("share months");
        assertThatThrownBy(() -> Asked.stalking().against("2020-21-Q1").subject())
                .hasMessageContaining("differ in length");
    }
}
