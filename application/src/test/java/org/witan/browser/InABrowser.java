package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// A real browser before the running application. What the browser complains about fails the test; each page that is
/// passed can be held to be accessible and to fit a narrow screen.
///
/// The time limit measures nothing: a browser that never answers must fail its test and not hold up all others.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
public abstract class InABrowser extends RunningApplication {
    /// Answers that a journey may meet on purpose; Chromium prints each to its console.
    private static final Pattern EXPECTED =
            Pattern.compile("status of (403|404|409|422|429|503)|ERR_INTERNET_DISCONNECTED");

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /// Pictures are for people who look at them: a sixth of the time of a journey, so only when somebody asks.
    private static final boolean PICTURES = Boolean.getBoolean("witan.pictures");

    private final List<String> complaints = new ArrayList<>();

    /// The running application, for tests that need to look into it.
    @Autowired
    protected ApplicationContext application;

    /// The page of the test, new for each.
    protected Page page;

    @AfterAll
    static void closeWhatWasLeftOpen() {
        List.copyOf(browser().contexts()).forEach(BrowserContext::close);
    }

    @BeforeEach
    final void newPage() {
        page = heard(browser().newPage());
    }

    @AfterEach
    final void closePage() {
        page.context().close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /// The browser, for a second person with a context of their own.
    protected static Browser browser() {
        return OneBrowser.running();
    }

    /// Lets a person in as sign-in and the choice of an agency, a role and a purpose would.
    protected final void signIn(Viewer viewer) {
        giveCookie(page.context(), Sessions.cookieOf(viewer, application), address());
    }

    /// Somebody else sits down at the same browser.
    protected final void as(Viewer viewer) {
        page.context().clearCookies();
        signIn(viewer);
    }

    /// What stands on the page, without what is around it.
    protected final String main() {
        return page.locator("main").innerText();
    }

    /// What stands on this page of a list or on one after it. A list grows with what other tests write, as it does with
    /// what other people write.
    protected final Locator onPagesFromHere(String selector) {
        Locator wanted = page.locator(selector);
        Locator next = page.locator("a[rel='next']");
        while (wanted.count() == 0 && next.count() == 1) {
            next.click();
        }
        return wanted;
    }

    /// Gives a browser the session that a header `Cookie` names.
    ///
    /// @param place the address that the session is for
    protected static void giveCookie(BrowserContext where, String header, String place) {
        String[] parts = header.split("=", 2);
        where.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(place)));
    }

    /// The page of another person, who shares nothing with the first. Close its context at the end.
    protected final Page anotherPerson() {
        return heard(browser().newContext().newPage());
    }

    private Page heard(Page one) {
        one.onConsoleMessage(this::listen);
        one.onPageError(complaints::add);
        return one;
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && !EXPECTED.matcher(message.text()).find()) {
            complaints.add(message.text());
        }
    }

    /// Presses the tabulator until the focus is on the element with an id.
    protected final void tabTo(String id) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + id);
    }

    /// The words of the element that has the focus.
    protected final String focused() {
        return String.valueOf(page.evaluate("document.activeElement.innerText"));
    }

    /// No finding of axe on the page as it stands.
    protected final void assertAccessible() {
        assertAccessible(page);
    }

    private static void assertAccessible(Page one) {
        assertThat(Axe.violations(one)).isEmpty();
    }

    /// Accessible, and as wide as the screen, at 1280 and at 320 pixels; photographed at both when pictures are asked
    /// for.
    protected final void assertFits(String name) {
        assertFits(page, name);
    }

    /// The same of another person's page.
    protected static void assertFits(Page one, String name) {
        one.setViewportSize(1280, 900);
        assertAccessible(one);
        photograph(one, name + "-1280");
        one.setViewportSize(320, 640);
        assertThat(one.evaluate("document.documentElement.scrollWidth"))
                .as("width at 320")
                .isEqualTo(320);
        assertAccessible(one);
        photograph(one, name + "-320");
        one.setViewportSize(1280, 900);
    }

    /// A picture of the whole page, for people to look at, when pictures are asked for.
    protected final void photograph(String name) {
        photograph(page, name);
    }

    private static void photograph(Page one, String name) {
        if (PICTURES) {
            one.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }
}
