package org.witan.hub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.TaskingAgencies;
import org.witan.hub.TaskingAgencies.Outcome;
import org.witan.meeting.Action;
import org.witan.meeting.Agency;
import org.witan.meeting.Area;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Subject;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Gives an agency something to do in a case.
@Controller
class CaseActionsController {
    private static final String FORM = "hub.action";
    private final TaskingAgencies tasking;
    private final KeepingBoards boards;
    private final CaseForms forms;
    private final Wording words;
    private final Days days;

    CaseActionsController(TaskingAgencies tasking, KeepingBoards boards, CaseForms forms, Wording words, Days days) {
        this.tasking = tasking;
        this.boards = boards;
        this.forms = forms;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/actions")
    ModelAndView begin(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(viewer, id, FORM, Map.of(), asking(viewer));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/actions")
    ModelAndView agree(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        String what = Typed.text(form, "words", 2_000);
        UUID agency = Ids.read(form.value("agency"));
        if (agency == null) {
            form.reject("agency", "missing");
        }
        LocalDate due = Typed.day(form, "due");
        if (due != null && due.isBefore(days.today())) {
            form.reject("due", "past");
        }
        Area area = form.oneOf("area", Area.class);
        if (agency == null || due == null || area == null || !form.usable()) {
            return forms.send(viewer, id, form, "agency", () -> false, asking(viewer));
        }
        return forms.send(
                viewer,
                id,
                form,
                "agency",
                () -> {
                    Outcome outcome = tasking.agree(
                            viewer,
                            Typed.carried(form, "id"),
                            id,
                            new Action.Term(agency, null, due),
                            new Action.Content(what, area, Subject.OTHER),
                            Typed.yes(form, "told"));
                    if (outcome == Outcome.NOT_THERE) {
                        throw new Refused("hub.refused.not-there");
                    }
                    return true;
                },
                asking(viewer));
    }

    /// All agencies of the partnership are offered: one that takes no part in the hub is refused in
    /// words, so that nobody believes that it was told.
    private CaseForms.Asking asking(Viewer viewer) {
        List<Agency> agencies = boards.agencies(viewer);
        return (found, form, refused, changed) -> {
            var page = forms.begin(found, FORM, "actions", form, refused, changed)
                    .text(words.the("hub.action.text"))
                    .ask(Control.LINES, form.text("words"))
                    .ask(
                            Control.ONE_OF,
                            form.field(
                                    "agency",
                                    Stream.concat(
                                                    Stream.of(new Field.Choice("", words.the("hub.action.choose"))),
                                                    agencies.stream()
                                                            .map(one -> new Field.Choice(
                                                                    one.id().toString(), one.name())))
                                            .toList()))
                    .ask(Control.TEXT, form.text("due"))
                    .ask(
                            Control.RADIOS,
                            form.field(
                                    "area",
                                    Stream.of(Area.values())
                                            .filter(area -> area != Area.PERPETRATOR)
                                            .map(area ->
                                                    new Field.Choice(area.name(), words.the("meeting.area." + area)))
                                            .toList()));
            if (!refused.isEmpty()) {
                page.ask(
                        Control.CHECKBOXES,
                        form.field("told", List.of(new Field.Choice("YES", words.the("hub.action.told.YES")))));
            }
            return page;
        };
    }
}
