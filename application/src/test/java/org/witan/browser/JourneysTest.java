package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.witan.access.Purpose;
import org.witan.access.Role;

/// An analyst at work in a real browser.
class JourneysTest extends InABrowser {
    private static final String STALKING = "/compare?offences=stalking&area=E23000015&period=2021-22";

    @ParameterizedTest
    @CsvSource({
        "start, /compare",
        "stalking, /compare?offences=stalking&area=E23000015&period=2021-22",
        "domestic-share, /compare?offences=stalking&area=E23000015&period=2021-22&measure=share:domestic",
        "by-district, /compare?offences=stalking&area=E23000015&period=2021-22&measure=rate&by=area",
        "by-month, /compare?offences=stalking&area=E23000015&period=2021-22&by=month",
        "refused, /compare?offences=stalking&area=E23000015&period=2021-22&with=2019-20",
        "hidden, /compare?offences=more-serious-violence&area=E07000196&period=2021-22&by=month&audience=public",
        "bad-input, /compare?offences=stalking&area=E23000015&other-area=Stafordshire&period=20212",
        "check, '/check?claims=3,470;%20%2B3%20%25;%2091%20%25;%203,140'",
        "definitions, /definitions",
        "figures, /figures",
        "not-found, /nowhere"
    })
    void everyPageIsAccessibleAndFitsEveryScreen(String name, String path) {
        page.setViewportSize(1280, 900);
        page.navigate(address() + path);
        page.locator("main details").evaluateAll("all => all.slice(0, 3).forEach(one => one.open = true)");
        assertAccessible();
        assertThat(page.evaluate("[...document.querySelectorAll('body *')].some(e => "
                        + "getComputedStyle(e).fontFamily.includes('GDS'))"))
                .as("uses the font of gov.uk")
                .isEqualTo(false);
        page.locator("main details").evaluateAll("all => all.forEach(one => one.open = false)");
        photograph(name + "-1280");
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width at 320")
                .isEqualTo(320);
        assertAccessible();
        photograph(name + "-320");
    }

    @Test
    void aComparisonIsMadeWithTheKeyboardAlone() {
        page.navigate(address() + "/compare");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        tabTo("offences");
        page.keyboard().type("Harassment");
        tabTo("period");
        page.keyboard().press("Control+A");
        page.keyboard().type("2021-22");
        page.keyboard().press("Enter");
        page.waitForURL("**/compare?*");
        assertThat(page.locator("h1").innerText()).startsWith("Harassment").contains("2021-22 against 2020-21");
        assertThat(page.locator(".witan-sentence").innerText()).contains("harassment");
    }

    @Test
    void aMistakeIsFoundAndMendedWithTheKeyboardAlone() {
        page.navigate(address() + "/compare?offences=stalking&area=E23000015&period=20212");
        page.waitForFunction("document.activeElement.className.includes('govuk-error-summary')");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("period");
        page.keyboard().press("Control+A");
        page.keyboard().type("2021-22");
        page.keyboard().press("Enter");
        page.waitForURL("**period=2021-22*");
        assertThat(page.locator(".witan-sentence").innerText()).contains("3,470");
    }

    @Test
    void aFigureIsKeptAndFoundAgain() {
        signIn(partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ANALYST, Purpose.STATISTICS));
        page.navigate(address() + STALKING);
        String sentence = page.locator(".witan-sentence").innerText();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this figure"))
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/figures/*");
        assertThat(page.locator("main").innerText()).contains("It still agrees");
        assertAccessible();
        photograph("kept-figure-1280");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All kept figures"))
                .click();
        assertThat(page.locator("table").innerText()).contains(sentence);
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        try (var plain = browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var bare = plain.newPage();
            bare.navigate(address() + "/compare");
            bare.getByLabel("Period", new Page.GetByLabelOptions().setExact(true))
                    .fill("2021-22");
            bare.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                    .click();
            assertThat(bare.locator(".witan-sentence").innerText()).contains("3,470");
        }
    }

    @Test
    void noCookieIsSet() {
        page.navigate(address() + STALKING);
        assertThat(page.context().cookies()).isEmpty();
    }
}
