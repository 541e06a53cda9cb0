package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.witan.marac.Doubt.What;

/// What looks wrong in a referral is told on its own page and stops nothing. Everybody here is invented.
class DoubtTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void aVictimWhoIsNamedAsPerpetratorIsAskedAbout() {
        assertThat(doubts(
                        "victim.given", "Perdita",
                        "victim.family", "O'Inventley",
                        "perpetrator.1.given", "perdita",
                        "perpetrator.1.family", "O Inventley"))
                .containsExactly(new Doubt(What.SAME_AS_VICTIM, "perpetrator.1", ""));
        assertThat(doubts(
                        "victim.given", "Perdita",
                        "victim.born", "1/2/1990",
                        "perpetrator.1.given", "Perdita",
                        "perpetrator.1.born", "1990-02-03"))
                .isEmpty();
        assertThat(doubts(
                        "victim.given", "Perdita",
                        "victim.born", "1/2/1990",
                        "perpetrator.1.given", "Perdita",
                        "perpetrator.1.born", "1990-02-01"))
                .hasSize(1);
    }

    @Test
    void somebodyWhoStandsOnTwoPagesIsAskedAbout() {
        assertThat(doubts("other.1.given", "Small", "other.2.given", "Small"))
                .containsExactly(new Doubt(What.NAMED_TWICE, "other.2", ""));
        assertThat(doubts("perpetrator.1.given", "", "perpetrator.2.given", "")).isEmpty();
    }

    @Test
    void datesOfBirthThatCannotBeAreAskedAboutAlsoOfOthersThanTheVictim() {
        assertThat(doubts("perpetrator.1.born", "1/1/2030", "other.1.born", "1/1/1890", "other.2.born", "1/1/2020"))
                .containsExactly(
                        new Doubt(What.IMPOSSIBLE_BIRTH, "perpetrator.1", "born"),
                        new Doubt(What.IMPOSSIBLE_BIRTH, "other.1", "born"));
    }

    @Test
    void aPlaceOutsideTheBoxesForPlacesIsAskedAboutOnce() {
        assertThat(doubts(
                        "happened.words", "Invented: she fled to zz9 9zz and stays there",
                        "happened.often", "ZZ9 9ZZ",
                        "address.postcode", "ZZ9 9ZZ",
                        "perpetrator.1.lines", "1 Invented Row ZZ9 9ZZ",
                        "contact.times", "after 5 pm on 12 3 2026"))
                .containsExactly(new Doubt(What.POSTCODE_IN_WORDS, "happened", "often"));
        assertThat(doubts("victim.family", "7 Invented Row"))
                .containsExactly(new Doubt(What.FIGURE_IN_NAME, "victim", "family"));
    }

    @Test
    void whoeverWorksForAnAgencyIsTold() {
        assertThat(doubts("perpetrator.2.works", "YES", "victim.works", "NO"))
                .containsExactly(new Doubt(What.WORKS_FOR_AN_AGENCY, "perpetrator.2", "works"));
    }

    @Test
    void namesInAnyWritingAreNoDoubt() {
        assertThat(doubts("victim.given", "שלום", "victim.family", "🙂", "perpetrator.1.given", "محمد"))
                .isEmpty();
    }

    private static List<Doubt> doubts(String... fieldsAndValues) {
        Map<String, List<String>> typed = new HashMap<>();
        for (int at = 0; at < fieldsAndValues.length; at += 2) {
            typed.put(fieldsAndValues[at], List.of(fieldsAndValues[at + 1]));
        }
        return Doubt.of(Answers.of(typed), TODAY);
    }
}
