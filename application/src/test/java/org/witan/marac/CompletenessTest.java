package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.witan.marac.Completeness.Wall;

/// What keeps a referral from being sent is little, and each of it has a reason.
class CompletenessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private static Answers whole() {
        return Answers.of(Map.of(
                "victim.given", List.of("Invented"),
                "perpetrator.1.family", List.of("Person"),
                "judgement.grounds", List.of("PROFESSIONAL_JUDGEMENT"),
                "judgement.words", List.of("invented worry"),
                "aware.consent", List.of("YES")));
    }

    private static List<Wall> walls(Answers answers) {
        return Completeness.of(answers, TODAY).walls();
    }

    @Test
    void aNameAGroundAndConsentAreEnough() {
        assertThat(walls(whole())).isEmpty();
        assertThat(Completeness.of(whole(), TODAY).missing()).isNotEmpty();
    }

    @Test
    void nothingTypedSaysAllThatIsNeeded() {
        assertThat(walls(Answers.of(Map.of())))
                .containsExactly(Wall.NO_VICTIM, Wall.NO_PERPETRATOR, Wall.NO_GROUND, Wall.NO_SHARING_DECISION);
    }

    @ParameterizedTest
    @CsvSource({
        "3/3/2010, false, true",
        "4/3/2010, true, false",
        "3/3/2008, false, false",
        "4/3/2008, false, true",
        "29/2/2008, false, false",
    })
    void whoIsUnderSixteenGoesToChildrensSafeguardingAndWhoIsNotYetEighteenGetsTheChecklist(
            String born, boolean under, boolean checklist) {
        var read = Completeness.of(whole().with("victim", Map.of("given", List.of("X"), "born", List.of(born))), TODAY);
        assertThat(read.walls().contains(Wall.UNDER_16)).isEqualTo(under);
        assertThat(read.checklist()).isEqualTo(checklist);
    }

    @Test
    void theChecklistFor16And17IsHelpAndNoWall() {
        Answers at17 = whole().with("victim", Map.of("given", List.of("X"), "born", List.of("3/3/2009")));
        var asked = new Completeness.Missing("young", "worker");
        assertThat(Completeness.of(at17, TODAY).missing()).contains(asked);
        assertThat(Completeness.of(at17, TODAY).canBeSent()).isTrue();
        Answers answered = at17.with("young", Map.of("care", List.of("UNKNOWN")));
        assertThat(Completeness.of(answered, TODAY).missing()).doesNotContain(asked);
        assertThat(Completeness.of(whole(), TODAY).missing()).doesNotContain(asked);
    }

    @ParameterizedTest
    @CsvSource({"4/3/2026", "1/1/1899"})
    void aDateOfBirthThatCannotBeIsPutRight(String born) {
        assertThat(walls(whole().with("victim", Map.of("given", List.of("X"), "born", List.of(born)))))
                .containsExactly(Wall.IMPOSSIBLE_BIRTH);
    }

    @ParameterizedTest
    @CsvSource({"about 1990", "1990", "31/2/1990"})
    void aDateOfBirthThatIsNoWholeDayIsNoWall(String born) {
        assertThat(walls(whole().with("victim", Map.of("born", List.of(born))))).isEmpty();
    }

    @Test
    void withoutConsentTheSharingDecisionIsWhole() {
        Answers without = whole().with("aware", Map.of("consent", List.of("NO")));
        assertThat(walls(without)).containsExactly(Wall.NO_SHARING_DECISION);
        assertThat(walls(whole().with("aware", Map.of()))).containsExactly(Wall.NO_SHARING_DECISION);
        var decision = Map.of(
                "consent", List.of("DECLINED"),
                "purpose", List.of("safety"),
                "basis", List.of("PUBLIC_TASK"),
                "necessity", List.of("invented"),
                "proportionality", List.of("invented"),
                "decided-by", List.of("Invented Manager"));
        assertThat(walls(whole().with("aware", decision))).isEmpty();
    }

    @Test
    void professionalJudgementNeedsWordsAndOtherGroundsDoNot() {
        assertThat(walls(whole().with("judgement", Map.of("grounds", List.of("PROFESSIONAL_JUDGEMENT")))))
                .containsExactly(Wall.NO_WORDS_OF_JUDGEMENT);
        assertThat(walls(whole().with("judgement", Map.of("grounds", List.of("REPEAT")))))
                .isEmpty();
    }

    @Test
    void nobodyKnowingWhoCausesHarmIsAnAnswer() {
        assertThat(walls(whole().with("perpetrator.1", Map.of("unknown", List.of("YES")))))
                .isEmpty();
        assertThat(walls(whole().with("perpetrator.1", Map.of("more", List.of("tall")))))
                .containsExactly(Wall.NO_PERPETRATOR);
    }

    @Test
    void whatIsWrittenAboutAChildWithoutANameIsNotLost() {
        assertThat(walls(whole().with("other.2", Map.of("school", List.of("Invented School")))))
                .containsExactly(Wall.NAMELESS);
        assertThat(walls(whole().with("other.2", Map.of("school", List.of("X"), "given", List.of("older boy")))))
                .isEmpty();
        assertThat(walls(whole().with("other.1", Map.of("none", List.of("YES")))))
                .isEmpty();
    }

    @Test
    void anEventTomorrowIsPutRight() {
        assertThat(walls(whole().with("happened", Map.of("last", List.of("4/3/2026")))))
                .containsExactly(Wall.FUTURE_EVENT);
        assertThat(walls(whole().with("happened", Map.of("last", List.of("3/3/2026")))))
                .isEmpty();
    }

    @Test
    void onePageReplacesItselfAndNoOther() {
        Answers changed = whole().with("victim", Map.of("family", List.of("Other", " ")));
        assertThat(changed.text("victim.given")).isEmpty();
        assertThat(changed.all("victim.family")).containsExactly("Other");
        assertThat(changed.text("perpetrator.1.family")).isEqualTo("Person");
        assertThat(changed.mark("victim")).isNotEqualTo(whole().mark("victim"));
        assertThat(changed.mark("aware")).isEqualTo(whole().mark("aware"));
    }
}
