package org.witan.hub.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.witan.hub.DecidingCases;
import org.witan.hub.HubMeetings;
import org.witan.hub.Need;
import org.witan.hub.ReadingHub;
import org.witan.hub.Reason;
import org.witan.meeting.Deadlines;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Adds a case to the agenda of a meeting, does not add it, and removes it.
@Controller
class CaseDecisionsController {
    private static final String ADD = "hub.add";
    private static final String NOT_ADD = "hub.not-add";
    private static final String REMOVE = "hub.remove";
    private static final int WORDS = 2_000;
    private final DecidingCases deciding;
    private final ReadingHub reading;
    private final HubMeetings meetings;
    private final CaseForms forms;
    private final Wording words;

    CaseDecisionsController(
            DecidingCases deciding, ReadingHub reading, HubMeetings meetings, CaseForms forms, Wording words) {
        this.deciding = deciding;
        this.reading = reading;
        this.meetings = meetings;
        this.forms = forms;
        this.words = words;
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/add")
    ModelAndView add(Viewer viewer, @PathVariable UUID id) {
        List<HubMeetings.Dated> dated = meetings.meetings(viewer);
        var known = dated.isEmpty()
                ? Map.of("purpose", List.of(words.the("hub.add.purpose.usual")))
                : Map.of(
                        "purpose",
                        List.of(words.the("hub.add.purpose.usual")),
                        "meeting",
                        List.of(dated.getFirst().meeting().id().toString()));
        return forms.blank(viewer, id, ADD, known, adding(dated));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/add")
    ModelAndView added(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        List<HubMeetings.Dated> dated = meetings.meetings(viewer);
        var form = Form.sent(words, ADD, sent);
        UUID meeting = Ids.read(form.value("meeting"));
        if (meeting == null) {
            form.reject("meeting", "missing");
        }
        String why = Typed.text(form, "why", WORDS);
        String purpose = Typed.text(form, "purpose", 500);
        boolean withChildren = !reading.open(viewer, id).children().isEmpty();
        return forms.send(
                viewer,
                id,
                form,
                "why",
                () -> meeting != null
                        && deciding.add(
                                viewer,
                                Typed.carried(form, "id"),
                                id,
                                form.version(),
                                new DecidingCases.Adding(
                                        meeting,
                                        why,
                                        Typed.yes(form, "urgent"),
                                        Typed.yes(form, "required"),
                                        withChildren,
                                        purpose)),
                adding(dated));
    }

    private CaseForms.Asking adding(List<HubMeetings.Dated> dated) {
        return (found, form, refused, changed) -> {
            var page = forms.begin(found, ADD, "add", form, refused, changed).text(words.the("hub.add.text"));
            if (dated.isEmpty()) {
                page.warning(words.the("hub.add.no-meeting"));
            }
            page.ask(
                            Control.RADIOS,
                            form.field(
                                    "meeting", dated.stream().map(this::choice).toList()))
                    .ask(Control.LINES, form.text("why"))
                    .ask(Control.TEXT, form.text("purpose"))
                    .ask(Control.CHECKBOXES, form.field("urgent", yes("hub.add.urgent.YES")));
            if (found.needs().stream().anyMatch(Need::isDomesticAbuse)) {
                page.warning(words.the("hub.add.marac"))
                        .ask(Control.CHECKBOXES, form.field("required", yes("hub.add.required.YES")));
            }
            return page;
        };
    }

    private Field.Choice choice(HubMeetings.Dated dated) {
        return new Field.Choice(
                dated.meeting().id().toString(),
                words.the(
                        "hub.add.meeting.choice",
                        dated.meeting().boardName(),
                        Days.words(dated.meeting().startsAt())),
                words.the(
                        "hub.add.meeting.cut-off",
                        Days.words(dated.deadlines().day(Deadlines.What.CUT_OFF)),
                        Days.words(dated.deadlines().day(Deadlines.What.LIST_OUT))));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/not-add")
    ModelAndView notAdd(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(viewer, id, NOT_ADD, Map.of(), notAdding(viewer));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/not-add")
    ModelAndView notAdded(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, NOT_ADD, sent);
        String reason = reason(form, reading.reasons(viewer).notAdded());
        String why = Typed.text(form, "why", WORDS);
        return forms.send(
                viewer,
                id,
                form,
                "reason",
                () -> deciding.notAdd(viewer, Typed.carried(form, "id"), id, form.version(), reason, why),
                notAdding(viewer));
    }

    private CaseForms.Asking notAdding(Viewer viewer) {
        List<Reason> reasons = reading.reasons(viewer).notAdded();
        return (found, form, refused, changed) ->
                ending(forms.begin(found, NOT_ADD, "not-add", form, refused, changed), form, reasons);
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/remove")
    ModelAndView remove(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(viewer, id, REMOVE, Map.of(), removing(viewer));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/remove")
    ModelAndView removed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, REMOVE, sent);
        String reason = reason(form, reading.reasons(viewer).removed());
        String why = Typed.text(form, "why", WORDS);
        return forms.send(
                viewer,
                id,
                form,
                "reason",
                () -> deciding.remove(viewer, Typed.carried(form, "id"), id, form.version(), reason, why),
                removing(viewer));
    }

    private CaseForms.Asking removing(Viewer viewer) {
        List<Reason> reasons = reading.reasons(viewer).removed();
        return (found, form, refused, changed) -> {
            FormPage.Making page = forms.begin(found, REMOVE, "remove", form, refused, changed);
            long open = found.actions().stream()
                    .filter(action -> !action.state().closes())
                    .count();
            if (open > 0) {
                page.warning(words.the("hub.remove.actions", open));
            }
            if (!found.isMeasured()) {
                page.warning(words.the("hub.remove.unmeasured"));
            }
            return ending(page, form, reasons);
        };
    }

    private static FormPage.Making ending(FormPage.Making page, Form form, List<Reason> reasons) {
        return page.ask(
                        Control.RADIOS,
                        form.field(
                                "reason",
                                reasons.stream()
                                        .map(one -> new Field.Choice(one.code(), one.words()))
                                        .toList()))
                .ask(Control.LINES, form.text("why"));
    }

    private static String reason(Form form, List<Reason> reasons) {
        String chosen = form.value("reason");
        if (reasons.stream().noneMatch(one -> one.code().equals(chosen))) {
            form.reject("reason", "missing");
        }
        return chosen;
    }

    private List<Field.Choice> yes(String key) {
        return List.of(new Field.Choice("YES", words.the(key)));
    }
}
