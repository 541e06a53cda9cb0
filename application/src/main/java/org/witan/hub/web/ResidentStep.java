package org.witan.hub.web;

import static org.witan.site.draft.Ask.boxes;
import static org.witan.site.draft.Ask.line;
import static org.witan.site.draft.Ask.radios;
import static org.witan.site.draft.Ask.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.witan.site.draft.Ask;

/// The pages of a referral to the hub in their order: one question each.
enum ResidentStep {
    WHO("who", line("given", 100, "text"), line("family", 100, "text"), line("born", 40, "text")),
    REACHED("reached", line("contact", 500, "text")),
    HOME("home", line("lines", 300, "text"), line("postcode", 10, "text")),
    CHILDREN("children", words("children", 3_000)),
    NEEDS("needs", boxes("needs", List.of())),
    CONCERNS("concerns", words("concerns")),
    TRIED("tried", words("tried")),
    SHARING("sharing", radios("consent", "YES", "NO"), words("without", 2_000)),
    URGENT("urgent", words("urgent", 2_000));

    private static final List<ResidentStep> ORDER = List.of(values());
    private final String page;

    // A list that nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Ask> asks;

    ResidentStep(String page, Ask... asks) {
        this.page = page;
        this.asks = List.of(asks);
    }

    String page() {
        return page;
    }

    List<Ask> asks() {
        return asks;
    }

    /// A page by its name.
    static Optional<ResidentStep> at(String page) {
        return Arrays.stream(values()).filter(step -> step.page.equals(page)).findFirst();
    }

    /// The page on which a field is asked.
    static Optional<ResidentStep> of(String field) {
        return Arrays.stream(values()).filter(step -> step.asks(field)).findFirst();
    }

    boolean asks(String field) {
        return asks.stream().anyMatch(ask -> ask.field().equals(field));
    }

    /// The page after this one; empty after the last.
    Optional<ResidentStep> next() {
        return ORDER.stream().skip(ORDER.indexOf(this) + 1L).findFirst();
    }

    /// The page before this one; empty before the first.
    Optional<ResidentStep> before() {
        int at = ORDER.indexOf(this);
        return at > 0 ? Optional.of(ORDER.get(at - 1)) : Optional.empty();
    }
}
