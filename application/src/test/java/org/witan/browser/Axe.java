package org.witan.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Asks axe about a page as it stands. Its script of half a megabyte is put into a page once, however
/// often that page is asked about; no style sheet is fetched again, without which no rule of these
/// tags is asked but the one about a page that is locked to one orientation, and no selector is made
/// for what is well.
final class Axe {
    private static final String SCRIPT = script();
    private static final Map<String, Object> OPTIONS = Map.of(
            "runOnly",
            Map.of(
                    "type",
                    "tag",
                    "values",
                    List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")),
            "resultTypes",
            List.of("violations"),
            "selectors",
            false,
            "preload",
            false);
    private static final String ASK = """
            async options => (await axe.run(document, options)).violations
                .map(one => one.id + ": " + JSON.stringify(one.nodes.slice(0, 3).map(node => node.html)))
            """;

    private Axe() {}

    /// What axe finds, a line for each rule with the first elements that break it.
    static List<String> violations(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof window.axe === 'object'"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(ASK, OPTIONS))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var in = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\nvoid 0";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
