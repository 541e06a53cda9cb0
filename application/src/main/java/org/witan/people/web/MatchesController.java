package org.witan.people.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.witan.people.Decided;
import org.witan.people.Link;
import org.witan.people.ReadingPersons;
import org.witan.people.ReviewingMatches;
import org.witan.people.SideBySide;
import org.witan.people.Suggestion.Choice;
import org.witan.people.WaitingMatches;
import org.witan.site.Form;
import org.witan.site.Wording;

/// The coordinator's review of records that may be of one person.
@Controller
class MatchesController {
    private static final int LONGEST = 1900;
    private final WaitingMatches waiting;
    private final ReviewingMatches reviewing;
    private final ReadingPersons reading;
    private final MatchPages pages;
    private final Wording words;

    MatchesController(
            WaitingMatches waiting,
            ReviewingMatches reviewing,
            ReadingPersons reading,
            MatchPages pages,
            Wording words) {
        this.waiting = waiting;
        this.reviewing = reviewing;
        this.reading = reading;
        this.pages = pages;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/people/matches")
    ModelAndView queue(Viewer viewer) {
        return new ModelAndView("people/matches", "page", pages.queue(waiting.list(viewer)));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/people/matches/{id}")
    ModelAndView match(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Form.blank(words, "people.match", Map.of()), null, HttpStatus.OK);
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/people/matches/{id}")
    ModelAndView decided(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "people.match", Map.copyOf(sent));
        Choice choice = choice(form.value("choice"));
        if (choice == null) {
            form.reject("remark", "choice");
        }
        // Whoever finds it in ten years must be able to see why these two are never one.
        if (choice == Choice.APART) {
            form.required("remark");
        }
        if (form.value("remark").length() > LONGEST) {
            form.reject("remark", "long");
        }
        if (choice == null || !form.usable()) {
            return page(viewer, id, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (reviewing.decide(viewer, id, choice, form.value("remark"))) {
            case Decided.Done() ->
                new ModelAndView(
                        choice == Choice.UNSURE ? "redirect:/people/matches" : "redirect:/people/matches/" + id);
            case Decided.DecidedBefore() -> page(viewer, id, form, "people.match.before", HttpStatus.CONFLICT);
            case Decided.KeptApart() -> page(viewer, id, form, "people.match.kept-apart", HttpStatus.CONFLICT);
            case Decided.Linked() -> page(viewer, id, form, "people.match.linked", HttpStatus.CONFLICT);
        };
    }

    private ModelAndView page(Viewer viewer, UUID id, Form form, @Nullable String notice, HttpStatus status) {
        SideBySide both = reviewing.compare(viewer, id);
        var page = new ModelAndView("people/match", "page", pages.page(both, form, notice, undo(viewer, both)));
        page.setStatus(status);
        return page;
    }

    /// The link between the two, when they were linked.
    private @Nullable UUID undo(Viewer viewer, SideBySide both) {
        if (both.suggestion().decision() != Choice.LINK) {
            return null;
        }
        return reading.read(viewer, both.record().id()).links().stream()
                .filter(Link::holds)
                .filter(link -> joins(link, both.record().id(), both.other().id()))
                .findFirst()
                .map(Link::id)
                .orElse(null);
    }

    private static boolean joins(Link link, UUID one, UUID other) {
        return (link.record().equals(one) && link.with().equals(other))
                || (link.record().equals(other) && link.with().equals(one));
    }

    private static @Nullable Choice choice(String sent) {
        return switch (sent) {
            case "LINK" -> Choice.LINK;
            case "APART" -> Choice.APART;
            case "UNSURE" -> Choice.UNSURE;
            default -> null;
        };
    }
}
