package org.witan.site.records;

import java.util.Arrays;
import java.util.List;
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
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.Declaration;
import org.witan.access.lists.DeclaringConflicts;
import org.witan.access.lists.ReadingRecords;
import org.witan.access.lists.Relation;
import org.witan.access.lists.ResolvingDeclarations;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Conflicts of interest: declared by people for themselves, on an open record or in words, and dealt with by the
/// coordinator.
@Controller
class ConflictsController {
    private static final int LONGEST = 1900;
    private final DeclaringConflicts declaring;
    private final ResolvingDeclarations resolving;
    private final ReadingRecords reading;
    private final Wording words;

    ConflictsController(
            DeclaringConflicts declaring, ResolvingDeclarations resolving, ReadingRecords reading, Wording words) {
        this.declaring = declaring;
        this.resolving = resolving;
        this.reading = reading;
        this.words = words;
    }

    @OpenToWriters
    @GetMapping("/records/{id}/conflict")
    ModelAndView onRecord(Viewer viewer, @PathVariable UUID id) {
        return declarePage(viewer, id, Form.blank(words, "records.conflict", Map.of()));
    }

    @OpenToWriters
    @PostMapping("/records/{id}/conflict")
    ModelAndView declaredOnRecord(
            Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.conflict", RecordsController.sent(sent));
        Relation relation = relation(form);
        if (relation == null || tooLong(form)) {
            return unusable(declarePage(viewer, id, form));
        }
        String said = form.value("words");
        declaring.onRecord(viewer, id, relation, said.isEmpty() ? words.the("records.conflict.nothing-said") : said);
        return new ModelAndView("redirect:/conflicts");
    }

    @OpenTo
    @GetMapping("/conflicts/new")
    ModelAndView inWords(Viewer viewer) {
        return declarePage(viewer, null, Form.blank(words, "records.conflict", Map.of()));
    }

    @OpenTo
    @PostMapping("/conflicts/new")
    ModelAndView declaredInWords(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.conflict", RecordsController.sent(sent));
        Relation relation = relation(form);
        form.required("words");
        if (relation == null || tooLong(form) || !form.usable()) {
            return unusable(declarePage(viewer, null, form));
        }
        declaring.inWords(viewer, relation, form.value("words"));
        return new ModelAndView("redirect:/conflicts");
    }

    @OpenTo
    @GetMapping("/conflicts")
    ModelAndView list(Viewer viewer) {
        var lines = resolving.list(viewer).stream().map(this::line).toList();
        return new ModelAndView(
                "site/records/conflicts", "page", new ListPage(lines, viewer.role() == Role.COORDINATOR));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/conflicts/{id}")
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        return resolvePage(viewer, id, Form.blank(words, "records.resolve", Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/conflicts/{id}")
    ModelAndView resolved(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.resolve", RecordsController.sent(sent));
        List<String> references = form.value("references")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (references.isEmpty() && !form.values("none").contains("yes")) {
            form.reject("references", "missing");
        }
        List<String> unknown = form.usable() ? resolving.resolve(viewer, id, references) : List.of();
        if (!unknown.isEmpty()) {
            form.reject("references", "unknown", String.join(", ", unknown));
        }
        return form.usable() ? new ModelAndView("redirect:/conflicts") : unusable(resolvePage(viewer, id, form));
    }

    private ModelAndView declarePage(Viewer viewer, @Nullable UUID id, Form form) {
        String reference =
                id == null ? null : reading.open(viewer, Verb.READ, id).record().reference();
        return new ModelAndView(
                "site/records/conflict",
                "page",
                new DeclarePage(
                        id, reference, form.problems(), form.field("relation", relations()), form.text("words")));
    }

    private ModelAndView resolvePage(Viewer viewer, UUID id, Form form) {
        Declaration declaration = resolving.open(viewer, id);
        return new ModelAndView(
                "site/records/resolve",
                "page",
                new ResolvePage(
                        line(declaration),
                        form.problems(),
                        form.text("references"),
                        form.field("none", List.of(new Field.Choice("yes", words.the("records.resolve.none.yes"))))));
    }

    private Line line(Declaration declaration) {
        return new Line(
                declaration.id(),
                declaration.who(),
                words.the("records.relation." + declaration.relation()),
                declaration.reference(),
                declaration.words(),
                Times.time(declaration.at()),
                declaration.own(),
                declaration.resolved());
    }

    private @Nullable Relation relation(Form form) {
        return Forms.chosen(form, "relation", relations()) ? Relation.valueOf(form.value("relation")) : null;
    }

    private List<Field.Choice> relations() {
        return Arrays.stream(Relation.values())
                .map(relation -> new Field.Choice(relation.name(), words.the("records.relation." + relation)))
                .toList();
    }

    private static boolean tooLong(Form form) {
        boolean tooLong = form.value("words").length() > LONGEST;
        if (tooLong) {
            form.reject("words", "long");
        }
        return tooLong;
    }

    private static ModelAndView unusable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// @param id of the open record; null for a declaration in words
    record DeclarePage(
            @Nullable UUID id, @Nullable String reference, List<Problem> problems, Field relation, Field words) {}

    record ListPage(List<Line> lines, boolean coordinator) {}

    record Line(
            UUID id,
            String who,
            String relation,
            String reference,
            String words,
            String at,
            boolean own,
            boolean resolved) {}

    record ResolvePage(Line declaration, List<Problem> problems, Field references, Field none) {}
}
