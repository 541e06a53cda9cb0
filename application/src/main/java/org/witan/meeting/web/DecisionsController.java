package org.witan.meeting.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Agenda;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Deciding;
import org.witan.meeting.Meeting;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Records what a meeting decides about an item of its agenda, and puts right what was recorded.
@Controller
class DecisionsController {
    private static final String FORM = "meeting.decision";
    private static final String CORRECTS = "corrects";
    private static final int LONGEST = 10_000;
    private final Scheduling scheduling;
    private final Agenda agenda;
    private final Deciding deciding;
    private final Wording words;
    private final Clock clock;

    DecisionsController(Scheduling scheduling, Agenda agenda, Deciding deciding, Wording words, Clock clock) {
        this.scheduling = scheduling;
        this.agenda = agenda;
        this.deciding = deciding;
        this.words = words;
        this.clock = clock;
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/items/{item}/decisions/new")
    ModelAndView blank(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        return page(viewer, meeting, item, Form.blank(words, FORM, Map.of()), newId(), null, List.of());
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/items/{item}/decisions/{decision}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item, @PathVariable UUID decision) {
        String known = agenda.item(viewer, meeting, item).decisions().stream()
                .filter(one -> one.id().equals(decision))
                .map(AgendaItem.Decision::words)
                .findFirst()
                .orElseThrow(Absent::new);
        var form = Form.blank(words, FORM, Map.of("words", List.of(known)));
        return page(viewer, meeting, item, form, newId(), decision, List.of());
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/items/{item}/decisions")
    ModelAndView decide(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typed.id(form, "id");
        UUID corrects = form.value(CORRECTS).isEmpty() ? null : Typed.id(form, CORRECTS);
        String text = Typed.text(form, "words", LONGEST);
        if (!form.usable()) {
            return page(viewer, meeting, item, form, id, corrects, List.of());
        }
        scheduling.kept(viewer, meeting);
        try {
            deciding.decide(viewer, id, meeting, item, text, corrects);
        } catch (Refused refused) {
            if (!refused.reason().equals(Rules.STALE) && !refused.reason().equals(Rules.SENT_BEFORE)) {
                throw refused;
            }
            return page(viewer, meeting, item, form, id, corrects, List.of(words.the(refused.reason())));
        }
        return new ModelAndView("redirect:/meetings/" + meeting);
    }

    private ModelAndView page(
            Viewer viewer, UUID meeting, UUID item, Form form, UUID id, @Nullable UUID corrects, List<String> changed) {
        Meeting held = scheduling.kept(viewer, meeting);
        AgendaItem found = agenda.item(viewer, meeting, item);
        String place = "/meetings/" + meeting;
        var page = FormPage.titled(
                        words.the(corrects == null ? "meeting.decision" : "meeting.decision.edit"),
                        place + "/items/" + item + "/decisions",
                        words.the("meeting.decision.do"))
                .above(words.the(
                        "meeting.leave.above",
                        found.reference(),
                        words.the("meeting.title", held.boardName(), Days.words(held.startsAt()))))
                .text(words.the("meeting.decision.text"))
                .problems(form.problems())
                .changed(changed)
                .hidden("id", id)
                .ask(Control.LINES, form.text("words"))
                .back(place, words.the("site.cancel"));
        if (corrects != null) {
            page.hidden(CORRECTS, corrects).text(words.the("meeting.decision.edit.text"));
        }
        return page.made().shown();
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }
}
