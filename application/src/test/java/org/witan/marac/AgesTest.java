package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How old somebody may be, whatever form their birth was written in.
class AgesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({
        "27/11/2010, 16, 16",
        "28/11/2010, 15, 15",
        "2014-05-03, 12, 12",
        "2014, 11, 12",
        "3 May 2014, 11, 12",
        "about 2010, 15, 16",
        "between 1985 and 1987, 38, 41",
        "3/5/14, 12, 12",
        "3-5-85, 41, 41",
        "3/5/26, 0, 100",
        "14, 11, 14",
        "'08', 8, 18",
        "35, 35, 91",
        "aged 15, 15, 15",
        "about 15 years old, 15, 15",
        "15 yrs, 15, 15",
        "5/2009, 16, 17",
    })
    void anAgeIsReadFromWhatWasTyped(String typed, int least, int most) {
        assertThat(Ages.of(typed, TODAY)).contains(new Ages(least, most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not known", "in her teens", "31/2", "123456"})
    void whatTellsNoAgeIsNotGuessed(String typed) {
        assertThat(Ages.of(typed, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2014, true, false, false",
        "2010, false, true, true",
        "2009, false, false, true",
        "2008, false, false, true",
        "2007, false, false, false",
        "2031, false, false, false",
    })
    void aYearAloneTellsTheRouteOrThatNobodyKnows(String typed, boolean under, boolean maybe, boolean young) {
        Ages ages = Ages.of(typed, TODAY).orElseThrow();
        assertThat(ages.areUnder16()).isEqualTo(under);
        assertThat(ages.mayBeUnder16()).isEqualTo(maybe);
        assertThat(ages.mayBe16Or17()).isEqualTo(young);
        assertThat(ages.areImpossible()).isEqualTo(typed.equals("2031"));
    }
}
