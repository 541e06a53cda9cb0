package org.witan.marac.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Conferring;
import org.witan.marac.LineKind;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.Subject;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The conference, case by case: what is spoken is ticked, lines are written, actions are agreed.
///
/// Each form may be sent by the page itself, which then says so in a field `live` and wants no page for an answer.
@Controller
class ConferenceController {
    private static final String LINE = "marac.line";
    private static final String ACTION = "marac.action";
    private static final int LONGEST = 10_000;
    private static final int LONGEST_ACTION = 2_000;
    private final Conferring conferring;
    private final ConferencePages pages;
    private final Wording words;

    ConferenceController(Conferring conferring, ConferencePages pages, Wording words) {
        this.conferring = conferring;
        this.pages = pages;
        this.words = words;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference")
    ModelAndView coming(Viewer viewer) {
        return new ModelAndView(
                "marac/conferences",
                "page",
                new ComingPage(
                        conferring.coming(viewer).stream().map(pages::coming).toList()));
    }

    record ComingPage(List<ConferencePages.ComingMeeting> meetings) {}

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/{item}")
    ModelAndView hearing(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        return page(viewer, meeting, item, blank(LINE), blank(ACTION), HttpStatus.OK);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/lines")
    ModelAndView line(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, LINE, Map.copyOf(sent));
        LineKind kind = form.oneOf("kind", LineKind.class);
        form.required("words");
        String text = form.within("words", LONGEST);
        if (kind == null || !form.usable()) {
            return again(viewer, meeting, item, sent, form, blank(ACTION), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        UUID id = idOf(form);
        try {
            conferring.write(viewer, meeting, item, id, kind, text, Ids.read(form.value("corrects")));
        } catch (Refused refused) {
            return switch (refused.reason()) {
                case Conferring.PUT_RIGHT ->
                    again(viewer, meeting, item, sent, form, blank(ACTION), HttpStatus.CONFLICT);
                case Conferring.SENT_BEFORE ->
                    again(viewer, meeting, item, sent, ofItsOwn(sent), blank(ACTION), HttpStatus.CONFLICT);
                default -> throw refused;
            };
        }
        return LiveAnswer.to(meeting, item, sent);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/actions")
    ModelAndView action(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, ACTION, Map.copyOf(sent));
        form.required("what");
        String what = form.within("what", LONGEST_ACTION);
        var term = new Action.Term(Ids.read(form.value("who")), null, day(form));
        Subject subject = form.oneOf("subject", Subject.class);
        Area area = form.oneOf("area", Area.class);
        if (subject == null || area == null || !form.usable()) {
            return again(viewer, meeting, item, sent, blank(LINE), form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        conferring.agree(viewer, meeting, item, idOf(form), term, new Action.Content(what, area, subject));
        return LiveAnswer.to(meeting, item, sent);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/spoken/{research}")
    ModelAndView spoken(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @PathVariable UUID research,
            @RequestParam MultiValueMap<String, String> sent) {
        conferring.tick(viewer, meeting, item, research);
        return LiveAnswer.to(meeting, item, sent);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/heard")
    ModelAndView heard(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        conferring.heard(viewer, meeting, item);
        return LiveAnswer.to(meeting, item, sent);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/before")
    ModelAndView before(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView(
                "marac/before", "page", pages.before(viewer, meeting, conferring.before(viewer, meeting)));
    }

    private ModelAndView again(
            Viewer viewer,
            UUID meeting,
            UUID item,
            MultiValueMap<String, String> sent,
            Form line,
            Form action,
            HttpStatus status) {
        return LiveAnswer.isWanted(sent)
                ? LiveAnswer.refused(status)
                : page(viewer, meeting, item, line, action, status);
    }

    private ModelAndView page(Viewer viewer, UUID meeting, UUID item, Form line, Form action, HttpStatus status) {
        var view = new ModelAndView(
                "marac/hearing", "page", pages.page(viewer, conferring.open(viewer, meeting, item), line, action));
        view.setStatus(status);
        return view;
    }

    /// What was typed, to be sent as a line of its own.
    private Form ofItsOwn(MultiValueMap<String, String> sent) {
        Map<String, List<String>> typed = new HashMap<>(sent);
        typed.put("id", List.of(pages.newId().toString()));
        var form = Form.sent(words, LINE, typed);
        form.reject("words", "sent-before");
        return form;
    }

    private Form blank(String form) {
        return Form.blank(words, form, pages.fresh());
    }

    private static @Nullable LocalDate day(Form form) {
        String typed = form.value("due");
        Optional<LocalDate> day = Days.read(typed).filter(one -> one.getYear() > 1990 && one.getYear() < 2100);
        if (day.isEmpty() && !typed.isEmpty()) {
            form.reject("due", "not-a-day");
        }
        return day.orElse(null);
    }

    /// The id that the page gave; a correction without a script has none.
    private UUID idOf(Form form) {
        UUID id = Ids.read(form.value("id"));
        return id == null ? pages.newId() : id;
    }
}
