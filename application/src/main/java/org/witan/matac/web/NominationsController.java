package org.witan.matac.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.matac.Nominating;
import org.witan.matac.Nominating.Deciding;
import org.witan.matac.Nomination;
import org.witan.matac.Nomination.Outcome;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Whom agencies nominate, what was decided, and how the scores of those who were taken on fell.
@Controller
class NominationsController {
    private static final String NOMINATE = "matac.nominate";
    private static final String DECIDE = "matac.decide";
    private static final String LIST = "/matac/nominations";
    private static final int LONGEST = 2000;
    private final Nominating nominating;
    private final NominationLines lines;
    private final ListFiles files;
    private final Wording words;
    private final Clock clock;

    NominationsController(Nominating nominating, NominationLines lines, ListFiles files, Wording words, Clock clock) {
        this.files = files;
        this.nominating = nominating;
        this.lines = lines;
        this.words = words;
        this.clock = clock;
    }

    @OpenToMatac
    @GetMapping("/matac/nominations")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "matac/nominations",
                "page",
                new Page(
                        nominating.list(viewer, Verb.LIST).stream()
                                .map(one -> lines.line(viewer, one))
                                .toList(),
                        lines.know()));
    }

    /// The nominations for whoever prepares the meeting. It holds references and no names.
    @ProvenPresence
    @OpenToMatac
    @GetMapping("/matac/nominations.csv")
    ResponseEntity<byte[]> file(Viewer viewer) {
        return files.nominations(nominating.list(viewer, Verb.EXPORT));
    }

    @OpenToMatac
    @GetMapping("/matac/nominate")
    ModelAndView begin(Viewer viewer, @RequestParam(defaultValue = "") String reference) {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(id()));
        known.put("reference", List.of(reference.matches("[A-Z0-9-]{3,60}") ? reference : ""));
        return nominate(Form.blank(words, NOMINATE, known));
    }

    @OpenToMatac
    @PostMapping("/matac/nominate")
    ModelAndView nominate(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, NOMINATE, Map.copyOf(sent));
        UUID id = Ids.read(form.value("id"));
        String reference = form.required("reference");
        String reason = form.required("reason");
        form.within("reason", LONGEST);
        if (id == null || !form.usable()) {
            return nominate(form);
        }
        boolean known;
        try {
            known = nominating.nominate(viewer, id, reference, reason);
        } catch (Absent absent) {
            // Whom they may see and may not know as alleged perpetrator is as unknown as anybody.
            known = false;
        }
        if (!known) {
            form.reject("reference", "unknown");
            return nominate(form);
        }
        return new ModelAndView("redirect:" + LIST);
    }

    private ModelAndView nominate(Form form) {
        return FormPage.titled(words.the("matac.nominate.title"), "/matac/nominate", words.the("matac.nominate.do"))
                .text(words.the("matac.nominate.text"))
                .warning(words.the("matac.nominate.warning"))
                .hidden("id", Ids.read(form.value("id")) == null ? id() : form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("reference"))
                .ask(Control.LINES, form.text("reason"))
                .back(LIST, words.the("matac.nominate.back"))
                .made()
                .shown();
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/matac/nominations/{id}")
    ModelAndView consider(Viewer viewer, @PathVariable UUID id) {
        Deciding found = nominating.open(viewer, id);
        if (found.assessed().nomination().possible().isEmpty()) {
            throw new Absent();
        }
        return decide(found, blank(found), List.of());
    }

    private Form blank(Deciding found) {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(id()));
        known.put(
                "version", List.of(String.valueOf(found.assessed().nomination().version())));
        return Form.blank(words, DECIDE, known);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/matac/nominations/{id}")
    ModelAndView decide(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Deciding found = nominating.open(viewer, id);
        var form = Form.sent(words, DECIDE, Map.copyOf(sent));
        UUID decision = Ids.read(form.value("id"));
        @Nullable Outcome outcome = form.oneOf("outcome", Outcome.class);
        String approach = found.approaches().containsKey(form.value("approach")) ? form.value("approach") : null;
        if (outcome == Outcome.ADOPTED && approach == null) {
            form.reject("approach", "missing");
        }
        String why = form.required("words");
        form.within("words", LONGEST);
        if (decision == null || outcome == null || !form.usable()) {
            return decide(found, form, List.of());
        }
        boolean decided = nominating.decide(
                viewer, decision, id, form.version(), outcome, outcome == Outcome.ADOPTED ? approach : null, why);
        if (!decided) {
            Deciding now = nominating.open(viewer, id);
            return decide(
                    now,
                    form,
                    now.assessed().nomination().decisions().stream()
                            .map(lines::decision)
                            .toList());
        }
        return new ModelAndView("redirect:" + LIST);
    }

    private ModelAndView decide(Deciding found, Form form, List<String> changed) {
        Nomination one = found.assessed().nomination();
        boolean begins = one.waits();
        var making = FormPage.titled(
                        words.the("matac.decide.title", one.reference()),
                        LIST + "/" + one.id(),
                        words.the("matac.decide.do"))
                .text(words.the("matac.nominated", one.agency(), Days.words(one.on()), one.reason()))
                .text(String.join(" ", lines.scores(found.assessed())))
                .text(words.the("matac.decide.text"))
                .changed(changed)
                .hidden("id", form.value("id"))
                .hidden("version", one.version())
                .problems(form.problems())
                .ask(
                        Control.RADIOS,
                        form.field(
                                "outcome",
                                one.possible().stream()
                                        .map(each -> new Field.Choice(
                                                each.name(), words.the("matac.decide.outcome." + each)))
                                        .toList()));
        if (begins) {
            making.ask(
                    Control.RADIOS,
                    form.field(
                            "approach",
                            found.approaches().entrySet().stream()
                                    .map(each -> new Field.Choice(each.getKey(), each.getValue()))
                                    .toList()));
        }
        return making.ask(Control.LINES, form.text("words"))
                .back(LIST, words.the("matac.nominate.back"))
                .made()
                .shown();
    }

    private String id() {
        return Identity.at(clock.instant()).toString();
    }

    /// All nominations.
    record Page(List<NominationLines.Line> nominations, List<String> know) {}
}
