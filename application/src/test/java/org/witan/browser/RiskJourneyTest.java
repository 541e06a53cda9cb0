package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.risk.Answer.YesNo;
import org.witan.risk.Assessed;
import org.witan.risk.Assessing;
import org.witan.risk.Cases;
import org.witan.risk.GivenAnswer;
import org.witan.risk.GivenAssessment;
import org.witan.risk.Judgement;
import org.witan.risk.Tools;
import org.witan.site.Days;
import org.witan.site.Sessions;

/// How the risk in a case is assessed, read and put right, in a real browser.
class RiskJourneyTest extends InABrowser {
    private static final String LONG = "x".repeat(200_000);

    @Autowired
    private Assessing assessing;

    @Autowired
    private Tools tools;

    private Cases here;
    private String risk;

    @BeforeEach
    void invent() {
        here = new Cases(partnership());
        risk = address() + "/records/" + here.record + "/risk";
    }

    @Test
    void anOfficerAssessesACaseBelowTheThresholdAndRaisesItOnJudgement() {
        as(here.officer);
        page.navigate(address() + "/records/" + here.record);
        click(AriaRole.LINK, "Risk assessments");
        assertThat(main()).contains("Nobody has assessed the risk here yet", "Dash, 24 questions", "27 questions");
        assertFits("risk-none");
        click(AriaRole.LINK, "Dash, 24 questions");
        assertThat(main()).contains("kept as \"not asked\"", "Topics in our own words", "15. Was strangled");
        assertFits("risk-assess");
        for (int at = 1; at <= 11; at++) {
            choose(at, "Yes");
        }
        for (int at = 12; at <= 21; at++) {
            choose(at, "No");
        }
        choose(22, "Asked, not known");
        choose(23, "Declined to say");
        page.getByLabel("High risk, whatever the answers count").check();
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("There is a problem", "Say why you judge so");
        assertThat(page.locator("#answer-injury").isChecked())
                .as("nothing is lost")
                .isTrue();
        assertFits("risk-assess-problem");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Say why you judge so"))
                .click();
        page.keyboard().type("Invented: he waits at the school, and she sleeps at her sister's. 🏫");
        click(AriaRole.BUTTON, "Keep this assessment");
        page.waitForURL("**/risk/*-*");
        assertThat(main())
                .contains(
                        "High risk, by professional judgement",
                        "11 yes, 3 not known: 11 to 14",
                        "3 more would reach it",
                        "Asked, not known (1)",
                        "Declined to say (1)",
                        "Not asked (1)",
                        "Invented: he waits at the school",
                        "Threshold on that day",
                        "Ask as well: Stalking screen");
        assertFits("risk-assessment");
        click(AriaRole.LINK, "Risk assessments");
        assertThat(main()).contains("High risk, by professional judgement", "11 yes, 3 not known: 11 to 14");
        assertFits("risk-list");
    }

    @Test
    void anAssessmentIsCorrectedAndWhoComesLateIsTold() {
        UUID id = dash(15);
        as(here.officer);
        page.navigate(risk + "/" + id);
        assertThat(main()).contains("High risk", "No judgement lowers that", "15 yes");
        assertFits("risk-assessment-high");
        click(AriaRole.LINK, "Correct this assessment");
        choose(15, "No");
        Page second = anotherPerson();
        giveCookie(second.context(), Sessions.cookieOf(here.colleague, application), address());
        second.navigate(risk + "/new/dash?corrects=" + id);
        second.getByLabel("What was wrong with the assessment?").fill("Invented: two forms were mixed up.");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep as a correction"))
                .click();
        assertThat(second.locator("main").innerText())
                .contains("stands in the place of an assessment that was wrong", "two forms were mixed up");
        second.context().close();
        click(AriaRole.BUTTON, "Keep as a correction");
        assertThat(main()).contains("Say what was wrong");
        page.getByLabel("What was wrong with the assessment?").fill("Invented: question 15 was a slip.");
        click(AriaRole.BUTTON, "Keep as a correction");
        assertThat(main()).contains("Somebody corrected this assessment before you");
        assertThat(page.getByLabel("What was wrong with the assessment?").inputValue())
                .isEqualTo("Invented: question 15 was a slip.");
        assertThat(page.locator("#answer-strangulation-NO").isChecked()).isTrue();
        assertFits("risk-assess-late");
        click(AriaRole.BUTTON, "Keep as a correction");
        assertThat(main()).contains("14 yes", "question 15 was a slip");
        page.navigate(risk);
        assertThat(page.locator(".witan-waiting__item:has-text('Corrected')").count())
                .isEqualTo(2);
        assertFits("risk-list-corrected");
    }

    @Test
    void aFormThatIsSentAgainWithOtherAnswersBecomesACorrection() {
        as(here.officer);
        page.navigate(risk + "/new/stalking");
        String form = page.locator("input[name=form]").inputValue();
        choose(1, "Yes");
        click(AriaRole.BUTTON, "Keep this assessment");
        page.waitForURL("**/risk/*-*");
        assertThat(main()).contains("Counted; no number decides", "more is more risk");
        // A tab that was left open sends the same form once more.
        page.navigate(risk + "/new/stalking");
        page.evaluate("id => { document.querySelector('input[name=form]').value = id; }", form);
        choose(2, "Yes");
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("This form was kept before, with other answers", "What was wrong");
        assertThat(page.locator("#answer-earlier-harassment").isChecked()).isTrue();
        page.getByLabel("What was wrong with the assessment?").fill("Invented: she told more.");
        click(AriaRole.BUTTON, "Keep as a correction");
        assertThat(main()).contains("1 yes, 10 not known: 1 to 11", "Invented: she told more.");
        assertThat(partnership().count("select count(*) from risk.assessment where record_id = ?", here.record))
                .isEqualTo(2);
    }

    @Test
    void whatIsTooLongIsSaidAndKept() {
        as(here.officer);
        page.navigate(risk + "/new/dash");
        page.locator("#answer-injury").check();
        page.locator("main summary")
                .filter(new Locator.FilterOptions().setHasText("1. Was injured"))
                .click();
        page.locator("#note-injury").fill(LONG);
        page.locator("#on").fill("31/2/2026");
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main())
                .contains("Question 1: shorten the note to 2,000 characters or fewer", "Enter the day as day, month");
        assertThat(page.locator("#note-injury").inputValue()).hasSize(200_000);
        page.locator("#note-injury").fill("Short. 🩹 שלום");
        page.locator("#on").fill("1/1/2999");
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("lies in the future");
        page.locator("#on").fill(Days.typed(Cases.today()));
        page.locator("#judgement-words").fill(LONG);
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("Shorten your words to 10,000 characters or fewer");
        page.locator("#judgement-words").fill("");
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("May be high risk: too little is known", "Short. 🩹 שלום");
    }

    @Test
    void aToolThatAsksHowOftenIsGradedByJudgement() {
        as(here.officer);
        page.navigate(risk + "/new/dara");
        assertThat(main()).contains("A shape of our own, not the College of Policing's list");
        choose(1, "All the time");
        choose(2, "Never");
        page.locator("#judgement-words").fill("Invented: every day is watched.");
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("Choose what you judge");
        page.locator("#judgement-2").check();
        click(AriaRole.BUTTON, "Keep this assessment");
        assertThat(main()).contains("High risk, by professional judgement", "1 present, 16 not known: 1 to 17");
        assertFits("risk-dara");
    }

    @Test
    void aQuestionIsAnsweredWithTheKeyboardAlone() {
        as(here.officer);
        page.navigate(risk + "/new/stalking");
        tabTo("answer-very-frightened");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#answer-very-frightened-NO").isChecked()).isTrue();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("answer-earlier-harassment");
    }

    @Test
    void whatIsDueStandsOnYourWorkOfTheAgencyThatAssessed() {
        var given = here.dash(tools.inUse("dash").orElseThrow(), 3);
        assessing.assess(
                here.officer,
                here.record,
                new GivenAssessment(
                        given.form(),
                        "dash",
                        1,
                        null,
                        Cases.today().minusWeeks(9),
                        Map.of("injury", GivenAnswer.of(YesNo.YES)),
                        Judgement.NONE,
                        null));
        as(here.colleague);
        page.navigate(address() + "/work");
        click(AriaRole.LINK, "Risk is to be assessed again in 1 case");
        assertThat(main()).contains("TEST-" + here.record, "Due ");
        assertFits("risk-due");
        as(here.coordinator);
        page.navigate(address() + "/risk/due");
        assertThat(main()).contains("Nothing is due within a week");
    }

    @Test
    void whoTakesNoPartFindsNoPage() {
        UUID id = dash(15);
        as(here.nurse);
        for (String path : new String[] {"", "/new/dash", "/" + id, "/new/dash?corrects=" + id}) {
            page.navigate(risk + path);
            assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
        }
        as(here.officer);
        for (String path : new String[] {"/new/nothing", "/" + UUID.randomUUID(), "/new/dara?corrects=" + id}) {
            page.navigate(risk + path);
            assertThat(page.locator("h1").innerText()).as(path).isEqualTo("Page not found");
        }
    }

    private UUID dash(int yes) {
        var given = here.dash(tools.inUse("dash").orElseThrow(), yes);
        return ((Assessed.Stored) assessing.assess(here.officer, here.record, given)).assessment();
    }

    private void choose(int number, String answer) {
        page.locator("fieldset")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "legend",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + number + "\\. ")))))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private void click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }
}
