package org.witan.meeting.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.witan.meeting.Meeting;
import org.witan.meeting.OtherBusiness;
import org.witan.meeting.Scheduling;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Other business of a meeting, and decisions about the meeting itself: words about no record.
@Controller
class BusinessController {
    private static final String BUSINESS = "meeting.business";
    private static final String RESOLUTION = "meeting.resolution";
    private static final String CORRECTS = "corrects";
    private static final int SHORT = 500;
    private static final int LONGEST = 10_000;
    private final Scheduling scheduling;
    private final OtherBusiness business;
    private final Wording words;
    private final Clock clock;

    BusinessController(Scheduling scheduling, OtherBusiness business, Wording words, Clock clock) {
        this.scheduling = scheduling;
        this.business = business;
        this.words = words;
        this.clock = clock;
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/business/new")
    ModelAndView blank(Viewer viewer, @PathVariable UUID meeting) {
        return page(
                scheduling.kept(viewer, meeting),
                BUSINESS,
                Form.blank(words, BUSINESS, Map.of()),
                newId(),
                null,
                List.of());
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/business")
    ModelAndView putOn(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, BUSINESS, sent);
        UUID id = Typed.id(form, "id");
        String text = Typed.text(form, "words", SHORT);
        return done(viewer, meeting, BUSINESS, form, id, null, _ -> business.putOn(viewer, id, meeting, text));
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/business/{id}/off")
    ModelAndView takeOff(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID id) {
        business.takeOff(viewer, meeting, id);
        return to(meeting);
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/decisions/new")
    ModelAndView blankDecision(Viewer viewer, @PathVariable UUID meeting) {
        var form = Form.blank(words, RESOLUTION, Map.of());
        return page(scheduling.kept(viewer, meeting), RESOLUTION, form, newId(), null, List.of());
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/decisions/{decision}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID decision) {
        Meeting held = scheduling.kept(viewer, meeting);
        String known = business.of(viewer, meeting).decided().stream()
                .filter(one -> one.id().equals(decision))
                .map(OtherBusiness.Said::words)
                .findFirst()
                .orElseThrow(Absent::new);
        var form = Form.blank(words, RESOLUTION, Map.of("words", List.of(known)));
        return page(held, RESOLUTION, form, newId(), decision, List.of());
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/decisions")
    ModelAndView decide(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, RESOLUTION, sent);
        UUID id = Typed.id(form, "id");
        UUID corrects = form.value(CORRECTS).isEmpty() ? null : Typed.id(form, CORRECTS);
        String text = Typed.text(form, "words", LONGEST);
        return done(
                viewer,
                meeting,
                RESOLUTION,
                form,
                id,
                corrects,
                _ -> business.decide(viewer, id, meeting, text, corrects));
    }

    private ModelAndView done(
            Viewer viewer,
            UUID meeting,
            String what,
            Form form,
            UUID id,
            @Nullable UUID corrects,
            Consumer<Meeting> work) {
        Meeting held = scheduling.kept(viewer, meeting);
        if (!form.usable()) {
            return page(held, what, form, id, corrects, List.of());
        }
        try {
            work.accept(held);
            return to(meeting);
        } catch (Refused refused) {
            return page(held, what, form, id, corrects, List.of(words.the(refused.reason())));
        }
    }

    private ModelAndView page(
            Meeting meeting, String what, Form form, UUID id, @Nullable UUID corrects, List<String> changed) {
        String place = "/meetings/" + meeting.id();
        var page = FormPage.titled(
                        words.the(corrects == null ? what : "meeting.decision.edit"),
                        place + (what.equals(BUSINESS) ? "/business" : "/decisions"),
                        words.the(what + ".do"))
                .above(words.the("meeting.title", meeting.boardName(), Days.words(meeting.startsAt())))
                .text(words.the(what + ".text"))
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

    private static ModelAndView to(UUID meeting) {
        return new ModelAndView("redirect:/meetings/" + meeting);
    }
}
