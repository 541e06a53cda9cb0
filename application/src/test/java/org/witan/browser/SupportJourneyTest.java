package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Drafting;
import org.witan.marac.Referring;

/// An IDVA arranges home safety, a refuge place and children's support for one family, and sees each answered by those
/// who give it. In a real browser.
class SupportJourneyTest extends InABrowser {
    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    private Viewer idva;
    private Viewer police;
    private Viewer council;
    private Viewer smith;
    private Viewer refuge;
    private Viewer children;
    private UUID whole;

    @BeforeEach
    void aFamily() {
        idva = viewer("VICTIM_SERVICE", Role.IDVA);
        council = viewer("DISTRICT_COUNCIL", Role.SUPPORT_WORKER);
        smith = viewer("CHARITY", Role.SUPPORT_WORKER);
        refuge = viewer("REFUGE", Role.SUPPORT_WORKER);
        children = viewer("CHILDRENS_SERVICES", Role.SUPPORT_WORKER);
        police = partnership().viewer(partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC);
        String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
        UUID draft = drafting.begin(police);
        keep(draft, "victim", Map.of("given", "Ottilie", "family", family, "born", "3/4/1988"));
        keep(draft, "contact", Map.of("means", "PHONE", "value", "07700 900321", "times", "mornings", "safe", "YES"));
        keep(draft, "perpetrator.1", Map.of("given", "Wolf", "family", "Q" + family, "born", "5/6/1980"));
        keep(draft, "other.1", Map.of("standing", "CHILD", "given", "Small", "family", family, "born", "1/2/2019"));
        keep(draft, "judgement", Map.of("grounds", "ESCALATION"));
        keep(draft, "aware", Map.of("consent", "YES"));
        whole = ((Referring.Referred) referring.refer(police, draft)).referral();
    }

    private Viewer viewer(String kind, Role role) {
        return partnership().viewer(partnership().agency(kind), role, Purpose.SUPPORT);
    }

    private void keep(UUID draft, String page, Map<String, String> fields) {
        var typed = new HashMap<String, List<String>>();
        fields.forEach((field, value) -> typed.put(field, List.of(value)));
        drafting.keep(police, draft, page, typed, Answers.of(Map.of()).mark(page));
    }

    @Test
    void anIdvaArrangesHomeSafetyARefugePlaceAndChildrensSupportAndSeesEachAnswered() {
        as(refuge);
        page.navigate(address() + "/support");
        follow("Room in refuges");
        press("Say what room you have");
        page.locator("#spaces").fill("1");
        page.locator("#beds").fill("4");
        press("Keep it");
        assertThat(main()).contains("Room for 1 family of up to 4");
        assertFits("support-vacancies");

        as(idva);
        page.navigate(address() + "/support/plans/" + whole);
        assertThat(main()).contains("Needs you now", "Ottilie", "Small", "nothing is offered yet", "07700 900321");
        assertFits("support-plan-empty");
        offer("Ottilie", "Home safety", council);
        offer("Ottilie", "Refuge", refuge);
        offer("Small", "Support by children", children);
        assertThat(main()).contains("Nothing. What is offered", "not answered yet");
        assertFits("support-plan-offered");

        accept(council, "support-asked");
        follow("Survey and contractor");
        follow("Write down a survey");
        page.getByLabel("New locks").check();
        page.getByLabel("Personal alarm").check();
        assertFits("support-survey");
        press("Keep it");
        press("Ask a contractor");
        page.locator("input[value='" + smith.agency() + "']").check();
        page.locator("#address").fill("7 Invented Row, Inventown");
        page.locator("#access").fill("Tuesdays 10 to 12, ring twice");
        assertFits("support-contractor");
        press("Ask the contractor");
        assertThat(main()).contains("Not done yet");
        assertFits("support-home");

        as(smith);
        page.navigate(address() + "/work");
        assertThat(main()).contains("1 job at an address is to be done");
        page.navigate(address() + "/support");
        page.locator("main a[href^='/support/jobs/']").first().click();
        assertThat(main())
                .contains("7 Invented Row", "Tuesdays 10 to 12", "New locks")
                .doesNotContain("Ottilie");
        assertFits("support-job");
        follow("Say that going there may not be safe");
        assertThat(main()).contains("Nobody is to go there").doesNotContain(" her ", " she ");
        assertFits("support-job-unsafe");
        page.goBack();
        follow("It is done");
        press("Keep it");
        assertThat(main()).contains("Done on");

        as(refuge);
        page.navigate(address() + "/support");
        page.locator("main a[href^='/support/offers/']").first().click();
        follow("We cannot");
        page.getByLabel("No room for a family of this size").check();
        assertFits("support-unable");
        press("Keep it");
        assertThat(main()).contains("No room for a family of this size");

        accept(children, "support-asked-children");
        follow("It has started");
        page.locator("#score-SAFE").fill("3");
        assertFits("support-started");
        press("Keep it");
        follow("Write down a session");
        page.locator("#attended").check();
        page.locator("#cost").fill("45.50");
        press("Keep it");
        assertThat(main()).contains("came to 1 of 1", "I feel safe: 3 at the start", "£45.50");
        assertFits("support-offer");

        as(idva);
        page.navigate(address() + "/support");
        assertThat(main()).contains("1 offer was refused by its provider");
        assertFits("support-plans");
        page.navigate(address() + "/support/plans/" + whole);
        assertThat(main())
                .contains(
                        "Refuge for Ottilie",
                        "Nothing else is offered in its place",
                        "Accepted on",
                        "Running, last session");
        assertFits("support-plan-answered");
        follow("Ask another provider");
        assertThat(main()).contains("Never write where it is");
        page.navigate(address() + "/records/" + whole);
        follow("Support plan");
        assertThat(main()).contains("Needs you now");
    }

    private void accept(Viewer provider, String picture) {
        as(provider);
        page.navigate(address() + "/work");
        assertThat(main()).contains("1 offer waits for your answer");
        page.navigate(address() + "/support");
        assertFits(picture);
        page.locator("main a[href^='/support/offers/']").first().click();
        assertThat(main()).contains("07700 900321");
        press("Accept");
        assertThat(main()).contains("Accepted on");
    }

    private void offer(String person, String kind, Viewer provider) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Offer something " + person))
                .last()
                .click();
        follow(kind);
        page.locator("input[value='" + provider.agency() + "']").check();
        page.locator("#consent").check();
        page.locator("#reach").check();
        if (kind.equals("Refuge")) {
            page.locator("#adults").fill("1");
            page.locator("#children").fill("1");
            assertFits("support-new-refuge");
        }
        press("Offer it");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }
}
