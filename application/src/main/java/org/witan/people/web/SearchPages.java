package org.witan.people.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.FindingPersons.Found;
import org.witan.people.FindingPersons.Hit;

/// Makes the page on which a person is looked for.
@Component
class SearchPages {
    private static final int FEW = 4;
    private final PersonWords words;

    SearchPages(PersonWords words) {
        this.words = words;
    }

    SearchPage empty(Viewer viewer) {
        return new SearchPage("", null, null, List.of(), viewer.role() == Role.COORDINATOR);
    }

    SearchPage found(Viewer viewer, String asked, Found found) {
        return new SearchPage(
                asked,
                count(found),
                note(found),
                found.persons().stream()
                        .map(hits -> new Person(
                                words.name(hits.getFirst().name()),
                                hits.getFirst().record(),
                                hits.stream().anyMatch(Hit::isProtected),
                                hits.stream().limit(FEW).map(this::line).toList(),
                                hits.size() > FEW ? words.the("people.search.further", hits.size() - FEW) : null))
                        .toList(),
                viewer.role() == Role.COORDINATOR);
    }

    private String count(Found found) {
        if (found.tooLittle()) {
            return words.the("people.search.too-little");
        }
        return words.the(
                found.more() ? "people.search.count.more" : "people.search.count",
                found.persons().size());
    }

    private @Nullable String note(Found found) {
        if (found.inPart()) {
            return words.the("people.search.in-part");
        }
        if (found.more()) {
            return words.the("people.search.narrow");
        }
        return found.persons().isEmpty() && !found.tooLittle() ? words.the("people.search.nothing") : null;
    }

    private Line line(Hit hit) {
        return new Line(
                hit.record(),
                words.name(hit.name()),
                words.born(hit.dateOfBirth(), hit.bornOn()),
                words.standing(hit.standing()),
                hit.agency(),
                hit.reference());
    }

    /// @param count null before anything was asked
    record SearchPage(
            String asked, @Nullable String count, @Nullable String note, List<Person> persons, boolean reviews) {}

    /// Somebody who was found.
    ///
    /// @param id the record that fits best
    /// @param further how many more of their records fit, in words; null for none
    record Person(
            String name,
            UUID id,
            boolean hides,
            List<Line> records,
            @Nullable String further) {}

    /// One record of them.
    record Line(UUID id, String name, String born, String standing, String agency, String reference) {}
}
