package org.witan.people.web;

import java.util.List;
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
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.ForbiddingLinks;
import org.witan.people.PersonInFull;
import org.witan.people.ReadingPersons;
import org.witan.people.ReadingSurroundings;
import org.witan.people.UndoingLinks;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The coordinator undoes a link, and sees and lifts what is never linked.
@Controller
class LinksController {
    private static final int LONGEST = 1900;
    private final ReadingPersons reading;
    private final ReadingSurroundings surroundings;
    private final UndoingLinks undoing;
    private final ForbiddingLinks forbidding;
    private final LinkLines lines;
    private final PersonWords words;
    private final Wording wording;

    LinksController(
            ReadingPersons reading,
            ReadingSurroundings surroundings,
            UndoingLinks undoing,
            ForbiddingLinks forbidding,
            LinkLines lines,
            PersonWords words,
            Wording wording) {
        this.reading = reading;
        this.surroundings = surroundings;
        this.undoing = undoing;
        this.forbidding = forbidding;
        this.lines = lines;
        this.words = words;
        this.wording = wording;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/people/{record}/links/{link}/undo")
    ModelAndView undo(Viewer viewer, @PathVariable UUID record, @PathVariable UUID link) {
        return undoPage(viewer, record, link, Form.blank(wording, "people.undo", Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/people/{record}/links/{link}/undo")
    ModelAndView undone(
            Viewer viewer,
            @PathVariable UUID record,
            @PathVariable UUID link,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(wording, "people.undo", Map.copyOf(sent));
        if (form.required("reason").length() > LONGEST) {
            form.reject("reason", "long");
        }
        if (!form.usable()) {
            var page = undoPage(viewer, record, link, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!undoing.undo(viewer, link, form.value("reason"))) {
            throw new Refused("people.refused.undone");
        }
        return new ModelAndView("redirect:/people/" + record + "/apart");
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/people/{record}/apart")
    ModelAndView apart(Viewer viewer, @PathVariable UUID record) {
        PersonInFull person = reading.read(viewer, record);
        var around = surroundings.of(viewer, person);
        return new ModelAndView(
                "people/apart",
                "page",
                new ApartPage(
                        record, words.name(person.records().getFirst().name()), lines.apart(around, person.records())));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/people/{record}/apart/{id}/lift")
    ModelAndView lifted(Viewer viewer, @PathVariable UUID record, @PathVariable UUID id) {
        if (!forbidding.lift(viewer, id)) {
            throw new Refused("people.refused.lifted");
        }
        return new ModelAndView("redirect:/people/" + record + "/apart");
    }

    private ModelAndView undoPage(Viewer viewer, UUID record, UUID link, Form form) {
        PersonInFull person = reading.read(viewer, record);
        var around = surroundings.of(viewer, person);
        var joined = lines.links(person, around, true).stream()
                .filter(one -> link.equals(one.undo()))
                .findFirst()
                .orElseThrow(Absent::new);
        return new ModelAndView(
                "people/undo",
                "page",
                new UndoPage(
                        record,
                        link,
                        words.name(person.records().getFirst().name()),
                        joined.sentence(),
                        joined.by(),
                        form.problems(),
                        form.text("reason")));
    }

    record UndoPage(
            UUID id, UUID link, String name, String sentence, String by, List<Problem> problems, Field reason) {}

    record ApartPage(UUID id, String name, List<PersonPage.Apart> lines) {}
}
