package org.witan.site.records;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.Choosing;
import org.witan.access.lists.Noting;
import org.witan.access.lists.ReadingRecords;
import org.witan.access.lists.RecordInFull;
import org.witan.access.lists.RegisteringRecords;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Registering a record, and writing a note on one.
@Controller
class WritingController {
    private static final int LONGEST_NOTE = 10_000;
    private final RegisteringRecords registering;
    private final ReadingRecords reading;
    private final Noting noting;
    private final Choosing choosing;
    private final RecordPages pages;
    private final Wording words;

    WritingController(
            RegisteringRecords registering,
            ReadingRecords reading,
            Noting noting,
            Choosing choosing,
            RecordPages pages,
            Wording words) {
        this.registering = registering;
        this.reading = reading;
        this.noting = noting;
        this.choosing = choosing;
        this.pages = pages;
        this.words = words;
    }

    @OpenTo({Role.COORDINATOR, Role.HUB_COORDINATOR})
    @GetMapping("/records/new")
    ModelAndView register(Viewer viewer, @RequestParam(required = false) @Nullable UUID within) {
        String whole = within == null
                ? ""
                : reading.open(viewer, Verb.READ, within).record().id().toString();
        var known = Map.of("owner", List.of(viewer.agency().toString()), "within", List.of(whole));
        return registerPage(viewer, Form.blank(words, "records.new", known));
    }

    @OpenTo({Role.COORDINATOR, Role.HUB_COORDINATOR})
    @PostMapping("/records/new")
    ModelAndView registered(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.new", RecordsController.sent(sent));
        UUID within = form.value("within").isEmpty() ? null : Forms.id(form.value("within"));
        if (within != null) {
            // Before anything else is looked at, so that no other mistake tells whether it is there.
            reading.open(viewer, Verb.READ, within);
        }
        RecordKind kind = chosen(form, "kind", kinds(viewer), RecordKind::valueOf);
        UUID owner = chosen(form, "owner", agencies(viewer), UUID::fromString);
        if (kind == null || owner == null) {
            return unusable(registerPage(viewer, form));
        }
        return new ModelAndView("redirect:/records/"
                + registering.register(viewer, kind, owner, within).id());
    }

    @OpenToWriters
    @GetMapping("/records/{id}/notes/new")
    ModelAndView note(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID corrects) {
        RecordInFull full = reading.open(viewer, Verb.READ, id);
        if (corrects == null) {
            return notePage(full, Form.blank(words, "records.note", Map.of()));
        }
        var wrong = full.notes().stream()
                .filter(note -> note.id().equals(corrects))
                .findFirst()
                .orElseThrow(Absent::new);
        return notePage(
                full,
                Form.blank(
                        words,
                        "records.note",
                        Map.of(
                                "part", List.of(wrong.part().name()),
                                "words", List.of(wrong.words()),
                                "corrects", List.of(corrects.toString()))));
    }

    @OpenToWriters
    @PostMapping("/records/{id}/notes/new")
    ModelAndView noted(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.note", RecordsController.sent(sent));
        Part part = chosen(form, "part", parts(Set.of(Part.values())), Part::valueOf);
        String text = form.required("words");
        if (text.length() > LONGEST_NOTE) {
            form.reject("words", "long");
        }
        if (part == null || !form.usable()) {
            return unusable(notePage(reading.open(viewer, Verb.READ, id), form));
        }
        UUID corrects = form.value("corrects").isEmpty() ? null : Forms.id(form.value("corrects"));
        noting.note(viewer, id, part, text, corrects);
        return new ModelAndView("redirect:/records/" + id);
    }

    private ModelAndView registerPage(Viewer viewer, Form form) {
        return new ModelAndView(
                "site/records/new",
                "page",
                new RegisterPage(
                        form.problems(),
                        form.field("kind", kinds(viewer)),
                        form.field("owner", agencies(viewer)),
                        form.value("within")));
    }

    private ModelAndView notePage(RecordInFull full, Form form) {
        return new ModelAndView(
                "site/records/note",
                "page",
                new NotePage(
                        full.record().id(),
                        full.record().reference(),
                        form.problems(),
                        form.field("part", parts(full.parts())),
                        form.text("words"),
                        form.value("corrects")));
    }

    private List<Field.Choice> kinds(Viewer viewer) {
        List<RecordKind> kinds = viewer.role() == Role.HUB_COORDINATOR
                ? List.of(RecordKind.HUB_CASE)
                : List.of(RecordKind.CASE, RecordKind.ACTION, RecordKind.PERSON, RecordKind.OFFER);
        return Forms.orNothing(
                kinds.stream().map(kind -> new Field.Choice(kind.name(), words.the("records.kind." + kind))));
    }

    private List<Field.Choice> agencies(Viewer viewer) {
        return Forms.choices(choosing.agencies(viewer));
    }

    private List<Field.Choice> parts(Set<Part> open) {
        return Forms.orNothing(Arrays.stream(Part.values())
                .filter(open::contains)
                .map(part -> new Field.Choice(part.name(), pages.part(part))));
    }

    private static <T> @Nullable T chosen(
            Form form, String field, List<Field.Choice> choices, Function<String, T> made) {
        return Forms.chosen(form, field, choices) ? made.apply(form.value(field)) : null;
    }

    private static ModelAndView unusable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// @param within id of the record that it will lie within; empty for none
    record RegisterPage(List<Problem> problems, Field kind, Field owner, String within) {}

    /// @param corrects id of the note that this one puts right; empty for none
    record NotePage(UUID id, String reference, List<Problem> problems, Field part, Field words, String corrects) {}
}
