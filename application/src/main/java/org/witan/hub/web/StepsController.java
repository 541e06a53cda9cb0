package org.witan.hub.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.ReadingHub;
import org.witan.hub.StepUpTo;
import org.witan.hub.SteppingCases;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Steps a case up and down, and says for the MARAC whether it takes it.
@Controller
class StepsController {
    private static final String UP = "hub.step-up";
    private static final String DOWN = "hub.step-down";
    private static final String SETTLE = "hub.settle";
    private static final int WORDS = 2_000;
    private final SteppingCases stepping;
    private final ReadingHub reading;
    private final CaseForms forms;
    private final Wording words;

    StepsController(SteppingCases stepping, ReadingHub reading, CaseForms forms, Wording words) {
        this.stepping = stepping;
        this.reading = reading;
        this.forms = forms;
        this.words = words;
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/step-up")
    ModelAndView up(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(viewer, id, UP, Map.of(), this::askUp);
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/step-up")
    ModelAndView steppedUp(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, UP, sent);
        StepUpTo to = form.oneOf("to", StepUpTo.class);
        String why = Typed.text(form, "words", WORDS);
        return forms.send(
                viewer,
                id,
                form,
                "to",
                () -> stepping.up(
                        viewer, Typed.carried(form, "id"), id, form.version(), Objects.requireNonNull(to), why),
                this::askUp);
    }

    private FormPage.Making askUp(HubCaseInFull found, Form form, List<Problem> refused, List<String> changed) {
        return forms.begin(found, UP, "step-up", form, refused, changed)
                .text(words.the("hub.step-up.text"))
                .warning(words.the("hub.step-up.warning"))
                .ask(Control.RADIOS, form.field("to", words.choices("hub.step", StepUpTo.values())))
                .ask(Control.LINES, form.text("words"));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/step-down/{step}")
    ModelAndView down(Viewer viewer, @PathVariable UUID id, @PathVariable UUID step) {
        the(reading.open(viewer, id), step);
        return forms.blank(viewer, id, DOWN, Map.of(), askDown(step));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/step-down/{step}")
    ModelAndView steppedDown(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @RequestParam MultiValueMap<String, String> sent) {
        any(reading.open(viewer, id), step);
        var form = Form.sent(words, DOWN, sent);
        String why = Typed.text(form, "words", WORDS);
        return forms.send(
                viewer, id, form, "words", () -> stepping.down(viewer, step, id, form.version(), why), askDown(step));
    }

    private CaseForms.Asking askDown(UUID step) {
        return (found, form, refused, changed) -> forms.begin(found, DOWN, "step-down/" + step, form, refused, changed)
                .text(words.the("hub.step-down.text"))
                .ask(Control.LINES, form.text("words"));
    }

    /// The MARAC's word about a case that was stepped up to it.
    @OpenTo(Role.COORDINATOR)
    @GetMapping("/hub/cases/{id}/settle/{step}")
    ModelAndView settle(Viewer viewer, @PathVariable UUID id, @PathVariable UUID step) {
        the(reading.open(viewer, id), step);
        return forms.blank(viewer, id, SETTLE, Map.of(), askSettle(step));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/hub/cases/{id}/settle/{step}")
    ModelAndView settled(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @RequestParam MultiValueMap<String, String> sent) {
        any(reading.open(viewer, id), step);
        var form = Form.sent(words, SETTLE, sent);
        String taken = form.value("taken");
        if (!taken.equals("YES") && !taken.equals("NO")) {
            form.reject("taken", "missing");
        }
        String why = Typed.text(form, "words", WORDS);
        ModelAndView answer = forms.send(
                viewer,
                id,
                form,
                "taken",
                () -> {
                    stepping.settle(viewer, step, id, taken.equals("YES"), why);
                    return true;
                },
                askSettle(step));
        // What the MARAC does not take is closed to its coordinator from then on.
        return taken.equals("NO") && ("redirect:/hub/cases/" + id).equals(answer.getViewName())
                ? new ModelAndView("redirect:/hub")
                : answer;
    }

    private CaseForms.Asking askSettle(UUID step) {
        return (found, form, refused, changed) -> forms.begin(found, SETTLE, "settle/" + step, form, refused, changed)
                .text(words.the("hub.settle.text"))
                .ask(
                        Control.RADIOS,
                        form.field(
                                "taken",
                                List.of(
                                        new Field.Choice("YES", words.the("hub.settle.taken.YES")),
                                        new Field.Choice("NO", words.the("hub.settle.taken.NO")))))
                .ask(Control.LINES, form.text("words"));
    }

    private static void the(HubCaseInFull found, UUID step) {
        if (found.steps().stream().noneMatch(one -> one.id().equals(step) && !one.isOver())) {
            throw new Absent();
        }
    }

    /// One that is over may be sent once more by somebody who pressed twice.
    private static void any(HubCaseInFull found, UUID step) {
        if (found.steps().stream().noneMatch(one -> one.id().equals(step))) {
            throw new Absent();
        }
    }
}
