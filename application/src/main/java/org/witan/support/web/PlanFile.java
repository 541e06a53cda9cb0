package org.witan.support.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.file.Sheet;
import org.witan.support.Offer;
import org.witan.support.Plan;

/// The plan of a case as a file: what was offered to whom, by what they are in the case and not by
/// name. How somebody is reached, where a refuge or a home is, and what was written at a step stay on
/// their pages.
@Component
class PlanFile {
    private static final List<String> COLUMNS = List.of(
            "who", "reference", "what", "provider", "asked", "state", "due", "waited", "sessions", "came", "cost");
    private final OfferWords words;
    private final SupportFile file;

    PlanFile(OfferWords words, SupportFile file) {
        this.words = words;
        this.file = file;
    }

    ResponseEntity<byte[]> of(Plan plan) {
        var about = new ArrayList<String>();
        about.add(words.the("support.plan.title", plan.reference()));
        if (!plan.stopped().isEmpty()) {
            about.add(words.the("support.plan.stopped", plan.stopped().size()));
        }
        return file.of("support-plan", "support.plan.file", about, COLUMNS, lines(plan));
    }

    private List<List<Sheet.Cell>> lines(Plan plan) {
        var lines = new ArrayList<List<Sheet.Cell>>();
        var numbers = new EnumMap<Standing, Integer>(Standing.class);
        for (SourceRecord person : plan.persons()) {
            int number = numbers.getOrDefault(person.standing(), 0) + 1;
            numbers.put(person.standing(), number);
            String who = words.the("support.plan.file.one", words.the("support.standing." + person.standing()), number);
            List<Offer> offered = plan.offers().stream()
                    .filter(one -> isFor(one.person(), person))
                    .toList();
            offered.forEach(offer -> lines.add(line(who, offer)));
            // Whoever harms is left out where nothing was offered, as on the page.
            if (offered.isEmpty() && person.standing() != Standing.PERPETRATOR) {
                lines.add(Sheet.line(who, "", words.the("support.plan.nothing")));
            }
        }
        return lines;
    }

    private static boolean isFor(@Nullable UUID whom, SourceRecord person) {
        return person.id().equals(whom);
    }

    private List<Sheet.Cell> line(String who, Offer offer) {
        return List.of(
                Sheet.words(who),
                Sheet.words(offer.reference()),
                Sheet.words(words.what(offer)),
                Sheet.words(offer.providerName()),
                Sheet.words(offer.askedOn().toString()),
                Sheet.words(words.state(offer)),
                Sheet.words(words.due(offer)),
                Sheet.number((double) offer.waited(words.today())),
                Sheet.number((double) offer.sessions(false)),
                Sheet.number((double) offer.sessions(true)),
                OffersFile.cost(offer));
    }
}
