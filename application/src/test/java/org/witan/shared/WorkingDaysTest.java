package org.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays ENGLAND = WorkingDays.ofEngland();
    private static final long SEED = 20_261_126L;

    /// As the government published them, and for years to come as it announced them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 | 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
                "2020 | 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
                "2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
                "2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                "2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                "2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
                "2028 | 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
            })
    void theBankHolidaysOfAYearAreThoseThatWereProclaimed(int year, String days) {
        var expected = Stream.of(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
        assertThat(EnglishBankHolidays.of(year).keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void aHolidayIsNeverOnAWeekendAndNoTwoFallTogether() {
        for (int year = 2024; year <= 2199; year++) {
            assertThat(EnglishBankHolidays.of(year).keySet())
                    .as("%d", year)
                    .hasSize(8)
                    .noneMatch(
                            day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    @Test
    void easterIsTheSundayThatChurchesKeep() {
        assertThat(List.of(
                        EnglishBankHolidays.easter(1961),
                        EnglishBankHolidays.easter(2000),
                        EnglishBankHolidays.easter(2008),
                        EnglishBankHolidays.easter(2038)))
                .containsExactly(
                        LocalDate.of(1961, 4, 2),
                        LocalDate.of(2000, 4, 23),
                        LocalDate.of(2008, 3, 23),
                        LocalDate.of(2038, 4, 25));
    }

    @Test
    void eightWorkingDaysBeforeAMeetingInJanuaryLeaveOutChristmas() {
        LocalDate meeting = LocalDate.of(2027, 1, 6);
        assertThat(ENGLAND.before(meeting, 8)).isEqualTo(LocalDate.of(2026, 12, 22));
        assertThat(ENGLAND.after(LocalDate.of(2026, 12, 22), 8)).isEqualTo(meeting);
    }

    @Test
    void noneAfterASaturdayIsTheMondayAndNoneBeforeItTheFriday() {
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        assertThat(ENGLAND.after(saturday, 0)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(ENGLAND.before(saturday, 0)).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThatThrownBy(() -> ENGLAND.after(saturday, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePartnershipAddsADayAndTakesOneAway() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        LocalDate boxing = LocalDate.of(2026, 12, 28);
        var days = WorkingDays.ofEnglandWith(Map.of(monday, true, boxing, false));
        assertThat(days.isWorking(monday)).isFalse();
        assertThat(ENGLAND.isWorking(monday)).isTrue();
        assertThat(days.isWorking(boxing)).isTrue();
        assertThat(ENGLAND.isWorking(boxing)).isFalse();
        assertThat(days.after(LocalDate.of(2026, 11, 27), 1)).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void countingOnAndBackComesToWhereItBegan() {
        var random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            LocalDate start = ENGLAND.after(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3650)), 0);
            int days = random.nextInt(60);
            LocalDate end = ENGLAND.after(start, days);
            assertThat(ENGLAND.isWorking(end)).isTrue();
            assertThat(ENGLAND.before(end, days)).as("%s and %d", start, days).isEqualTo(start);
            assertThat(ENGLAND.between(start, end)).as("%s and %d", start, days).isEqualTo(days);
            assertThat(ENGLAND.between(end, start)).isEqualTo(-days);
        }
    }
}
