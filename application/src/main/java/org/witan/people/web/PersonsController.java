package org.witan.people.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Viewer;
import org.witan.people.Escalations;
import org.witan.people.FindingPersons;
import org.witan.people.PersonInFull;
import org.witan.people.ReadingPersons;
import org.witan.people.ReadingSurroundings;
import org.witan.people.Surroundings;

/// Finding a person and reading what agencies gave about them.
@Controller
class PersonsController {
    private static final int LONGEST_SEARCH = 200;
    private final FindingPersons finding;
    private final ReadingPersons reading;
    private final ReadingSurroundings surroundings;
    private final Escalations escalations;
    private final SearchPages searchPages;
    private final PersonPages pages;

    PersonsController(
            FindingPersons finding,
            ReadingPersons reading,
            ReadingSurroundings surroundings,
            Escalations escalations,
            SearchPages searchPages,
            PersonPages pages) {
        this.finding = finding;
        this.reading = reading;
        this.surroundings = surroundings;
        this.escalations = escalations;
        this.searchPages = searchPages;
        this.pages = pages;
    }

    @OpenToSearchers
    @GetMapping("/people")
    String people(Viewer viewer, Model model) {
        model.addAttribute("page", searchPages.empty(viewer));
        return "people/search";
    }

    @OpenToSearchers
    @PostMapping("/people/search")
    String search(Viewer viewer, @RequestParam(defaultValue = "") String words, Model model) {
        String asked = words.replace("\0", "").strip();
        asked = asked.substring(0, Math.min(asked.length(), LONGEST_SEARCH));
        model.addAttribute(
                "page",
                asked.isEmpty()
                        ? searchPages.empty(viewer)
                        : searchPages.found(viewer, asked, finding.find(viewer, asked)));
        return "people/search";
    }

    @OpenToSearchers
    @GetMapping("/people/{record}")
    String person(Viewer viewer, @PathVariable UUID record, Model model) {
        PersonInFull person = reading.read(viewer, record);
        Surroundings around = surroundings.of(viewer, person);
        var repeats = around.pairs().stream()
                .map(pair ->
                        new PersonPages.Repeat(pair, escalations.between(viewer, pair.victim(), pair.perpetrator())))
                .toList();
        model.addAttribute("page", pages.page(viewer, person, around, repeats));
        return "people/person";
    }
}
