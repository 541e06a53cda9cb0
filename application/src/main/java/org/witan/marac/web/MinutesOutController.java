package org.witan.marac.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.ClosingMinutes;
import org.witan.marac.ClosingMinutes.Undone;
import org.witan.site.Days;
import org.witan.site.FormPage;
import org.witan.site.Wording;

/// Lets the minutes of a conference go out, and says before what it left undone.
@Controller
class MinutesOutController {
    private final ClosingMinutes closing;
    private final Wording words;

    MinutesOutController(ClosingMinutes closing, Wording words) {
        this.closing = closing;
        this.words = words;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/conference/{meeting}/minutes/out")
    ModelAndView ask(Viewer viewer, @PathVariable UUID meeting) {
        Undone undone = closing.before(viewer, meeting);
        String back = minutes(meeting);
        var page = FormPage.titled(words.the("marac.out.title"), back + "/out", words.the("marac.out.do"))
                .above(words.the(
                        "marac.hearing.meeting",
                        undone.meeting().boardName(),
                        Days.words(undone.meeting().startsAt())))
                .text(words.the("marac.out.text"))
                .text(words.the("marac.out.later"))
                .hidden("id", UUID.randomUUID().toString())
                .back(back, words.the("site.cancel"));
        warn(page, "marac.out.not-heard", undone.notHeard());
        warn(page, "marac.out.children", undone.withoutChildrensAction());
        warn(page, "marac.out.unowned", undone.unowned());
        return page.made().shown();
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/minutes/out")
    ModelAndView send(Viewer viewer, @PathVariable UUID meeting, @RequestParam UUID id) {
        closing.send(viewer, id, meeting);
        return new ModelAndView("redirect:" + minutes(meeting));
    }

    private void warn(FormPage.Making page, String key, List<String> references) {
        if (!references.isEmpty()) {
            page.warning(words.the(key, references.size(), String.join(", ", references)));
        }
    }

    private static String minutes(UUID meeting) {
        return "/conference/" + meeting + "/minutes";
    }
}
