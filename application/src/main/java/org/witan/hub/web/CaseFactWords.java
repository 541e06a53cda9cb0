package org.witan.hub.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.witan.hub.HubCase;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.HubCaseInFull.Consent;
import org.witan.hub.HubCaseInFull.Home;
import org.witan.hub.HubCaseInFull.Story;
import org.witan.hub.Need;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says what is known of a case: who referred, what the person needs, where they live, who leads, and the story.
@Component
class CaseFactWords {
    private final HubLines lines;
    private final Wording words;

    CaseFactWords(HubLines lines, Wording words) {
        this.lines = lines;
        this.words = words;
    }

    /// What is known of a case, as far as it is open.
    List<Fact> facts(HubCaseInFull found) {
        HubCase line = found.line();
        var facts = new ArrayList<Fact>();
        add(facts, "referred", words.the("hub.fact.by", line.agencyName(), Days.words(line.referredOn())));
        if (!found.needs().isEmpty()) {
            facts.add(new Fact(
                    words.the("hub.fact.needs"),
                    found.needs().stream().map(Need::words).toList()));
        }
        if (!found.contact().isEmpty()) {
            add(facts, "contact", found.contact());
        }
        Home home = found.home();
        if (home != null && !(home.lines() + home.postcode()).isEmpty()) {
            add(facts, "home", (home.lines() + " " + home.postcode()).strip());
        }
        if (!found.children().isEmpty()) {
            facts.add(new Fact(
                    words.the("hub.fact.children"),
                    found.children().stream()
                            .map(child -> (child.name() + " " + child.born()).strip())
                            .toList()));
        }
        Consent consent = found.consent();
        if (consent != null) {
            add(
                    facts,
                    "consent",
                    consent.given()
                            ? words.the("hub.fact.consent.YES")
                            : words.the("hub.fact.consent.NO", consent.words()));
        }
        if (line.isOpen()) {
            add(facts, "lead", Objects.requireNonNullElse(line.leadName(), words.the("hub.fact.lead.none")));
            LocalDate review = line.reviewOn();
            add(
                    facts,
                    "review",
                    review == null
                            ? words.the("hub.fact.review.none")
                            : words.the("hub.fact.day", Days.words(review), lines.away(review)));
        }
        return facts;
    }

    private void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(words.the("hub.fact." + key), List.of(value)));
    }

    /// What worries whoever referred, and what was tried.
    List<Fact> story(Story story) {
        var facts = new ArrayList<Fact>();
        add(facts, "concerns", story.concerns());
        add(facts, "tried", story.tried());
        if (!story.urgentBecause().isEmpty()) {
            add(facts, "urgent", story.urgentBecause());
        }
        return facts;
    }

    /// A fact with its details.
    record Fact(String term, List<String> details) {}
}
