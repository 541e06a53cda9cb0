package org.witan.marac.web;

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
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Conferring;
import org.witan.marac.LineKind;
import org.witan.site.Form;
import org.witan.site.Wording;

/// The conference, case by case: what is spoken is ticked, lines are written, actions are agreed, minutes are read.
@Controller
class ConferenceController {
    private static final int LONGEST = 10_000;
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
        return page(viewer, meeting, item, Form.blank(words, "marac.line", pages.fresh()));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/lines")
    ModelAndView line(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.line", Map.copyOf(sent));
        LineKind kind = form.oneOf("kind", LineKind.class);
        form.required("words");
        String text = form.within("words", LONGEST);
        UUID id = Ids.read(form.value("id"));
        if (kind == null || id == null || !form.usable()) {
            var again = page(viewer, meeting, item, form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        @Nullable UUID corrects = Ids.read(form.value("corrects"));
        conferring.write(viewer, meeting, item, id, kind, text, corrects);
        return to(meeting, item);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/spoken/{research}")
    ModelAndView spoken(
            Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item, @PathVariable UUID research) {
        conferring.tick(viewer, meeting, item, research);
        return to(meeting, item);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/heard")
    ModelAndView heard(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        conferring.heard(viewer, meeting, item);
        return to(meeting, item);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/minutes")
    ModelAndView minutes(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView(
                "marac/minutes",
                "page",
                pages.minutes(
                        viewer, meeting, conferring.minutes(viewer, meeting), conferring.lapsed(viewer, meeting)));
    }

    private ModelAndView page(Viewer viewer, UUID meeting, UUID item, Form form) {
        return new ModelAndView(
                "marac/hearing", "page", pages.page(viewer, conferring.open(viewer, meeting, item), form));
    }

    private static ModelAndView to(UUID meeting, UUID item) {
        return new ModelAndView("redirect:/conference/" + meeting + "/" + item);
    }
}
