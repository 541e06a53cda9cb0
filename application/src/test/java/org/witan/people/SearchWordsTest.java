package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.people.SearchWords.Asked;
import org.witan.people.SearchWords.Kind;

/// How what somebody types is taken apart.
class SearchWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/2/90",
                "03/02/1990",
                "3.2.1990",
                "3-2-90",
                "3 2 1990",
                "1990-02-03",
                "3 Feb 1990",
                "3rd of February, 1990",
                "03021990"
            })
    void aDayOfBirthIsReadInEveryUsualForm(String typed) {
        assertThat(SearchWords.read(typed, TODAY)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.DAY);
            assertThat(one.given()).containsExactly("1990-02-03");
        });
    }

    @Test
    void dayAndMonthMayBeTheOtherWayRoundAndAShortYearOfEitherCentury() {
        var asked = SearchWords.read("3/2/15", TODAY).getFirst();
        assertThat(asked.given()).containsExactly("2015-02-03", "1915-02-03");
        assertThat(asked.also()).containsExactly("2015-03-02", "1915-03-02");
        assertThat(SearchWords.read("2/13/1990", TODAY).getFirst().kind())
                .as("no day, but its parts are words")
                .isNotEqualTo(Kind.DAY);
    }

    @Test
    void theOrderOfWhatIsTypedDoesNotMatter() {
        assertThat(kinds("smyth jon 3/2/90")).containsExactlyInAnyOrder(Kind.WORD, Kind.WORD, Kind.DAY);
        assertThat(kinds("3/2/90 jon smyth")).containsExactlyInAnyOrder(Kind.WORD, Kind.WORD, Kind.DAY);
        assertThat(kinds("j smyth 1990")).containsExactlyInAnyOrder(Kind.INITIAL, Kind.WORD, Kind.YEAR);
        assertThat(kinds("smyth feb 1990")).containsExactlyInAnyOrder(Kind.MONTH, Kind.WORD);
        assertThat(kinds("smyth st16 3ab")).containsExactlyInAnyOrder(Kind.POSTCODE, Kind.WORD);
        assertThat(kinds("07700 900123")).containsExactly(Kind.NUMBER);
        assertThat(kinds("+44 7700 900123 smyth")).containsExactlyInAnyOrder(Kind.NUMBER, Kind.WORD);
        assertThat(kinds("P-2026-7KQ2XB")).containsExactly(Kind.REFERENCE);
        assertThat(kinds("invented@example.org")).containsExactly(Kind.EMAIL);
    }

    @Test
    void aBeginningThatIsTypedApartBelongsToItsName() {
        assertThat(SearchWords.read("O Brien", TODAY))
                .containsExactly(new Asked(Kind.WORD, List.of("oBrien"), List.of("brien")));
        assertThat(SearchWords.read("Mrs O'Brien", TODAY).getFirst().given()).containsExactly("O'Brien");
    }

    @Test
    void aShortNameStandsForTheLongOne() {
        assertThat(SearchWords.read("kate", TODAY).getFirst().also()).contains("katherine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "j", " , ", "mr", "j k"})
    void tooLittleIsNotLookedFor(String typed) {
        assertThat(SearchWords.read(typed, TODAY)).isEmpty();
    }

    @Test
    void nothingTypedIsTooMuch() {
        assertThat(SearchWords.read("a1 ".repeat(60) + "40/40/1990 99/99/99 ((( %% '' \\", TODAY))
                .hasSizeLessThanOrEqualTo(8);
    }

    private static List<Kind> kinds(String typed) {
        return SearchWords.read(typed, TODAY).stream().map(Asked::kind).toList();
    }
}
