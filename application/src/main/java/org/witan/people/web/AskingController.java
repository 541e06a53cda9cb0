package org.witan.people.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.AskingAboutTwo;
import org.witan.people.AskingAboutTwo.Asked;
import org.witan.people.ReadingPersons;
import org.witan.people.SourceRecord;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The coordinator names another record that may be of the same person, or of somebody who is never to be linked.
@Controller
class AskingController {
    private final ReadingPersons reading;
    private final AskingAboutTwo asking;
    private final PersonWords words;
    private final Wording wording;

    AskingController(ReadingPersons reading, AskingAboutTwo asking, PersonWords words, Wording wording) {
        this.reading = reading;
        this.asking = asking;
        this.words = words;
        this.wording = wording;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/people/{record}/other")
    ModelAndView other(Viewer viewer, @PathVariable UUID record) {
        return page(viewer, record, Form.blank(wording, "people.other", Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/people/{record}/other")
    ModelAndView asked(Viewer viewer, @PathVariable UUID record, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(wording, "people.other", Map.copyOf(sent));
        String reference = form.required("reference").strip().toUpperCase(Locale.UK);
        if (form.usable()) {
            switch (asking.ask(viewer, record, reference)) {
                case Asked.InReview review -> {
                    return new ModelAndView("redirect:/people/matches/" + review.suggestion());
                }
                case Asked.Together() -> form.reject("reference", "together");
                case Asked.Nobody() -> form.reject("reference", "nobody");
            }
        }
        var page = page(viewer, record, form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Viewer viewer, UUID record, Form form) {
        SourceRecord first = reading.read(viewer, record).records().getFirst();
        return new ModelAndView(
                "people/other",
                "page",
                new OtherPage(
                        record,
                        words.name(first.name()),
                        words.the("people.match.named", words.name(first.name()), words.born(first), first.reference()),
                        form.problems(),
                        form.text("reference")));
    }

    record OtherPage(UUID id, String name, String named, List<Problem> problems, Field reference) {}
}
