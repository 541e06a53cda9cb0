package org.witan.marac.web;

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
import org.witan.marac.Leading;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Takes back that a case was heard.
@Controller
class NotHeardController {
    private static final String FORM = "marac.not-heard";
    private static final int LONGEST = 2_000;
    private final Leading leading;
    private final Wording words;

    NotHeardController(Leading leading, Wording words) {
        this.leading = leading;
        this.words = words;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/conference/{meeting}/{item}/not-heard")
    ModelAndView begin(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        return page(viewer, meeting, item, Form.blank(words, FORM, Map.of()));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/not-heard")
    ModelAndView takeBack(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        form.required("reason");
        String reason = form.within("reason", LONGEST);
        if (!form.usable()) {
            return page(viewer, meeting, item, form);
        }
        leading.notHeard(viewer, meeting, item, reason);
        return new ModelAndView("redirect:/conference/" + meeting + "/" + item);
    }

    private ModelAndView page(Viewer viewer, UUID meeting, UUID item, Form form) {
        Leading.Heard heard = leading.heardOf(viewer, meeting, item);
        var page = FormPage.titled(
                        words.the("marac.not-heard.title"),
                        "/conference/" + meeting + "/" + item + "/not-heard",
                        words.the("marac.not-heard.do"))
                .above(heard.reference())
                .text(words.the("marac.not-heard.counts"))
                .text(words.the("marac.not-heard.stays"))
                .problems(form.problems())
                .ask(Control.LINES, form.text("reason"))
                .back("/conference/" + meeting + "/" + item, heard.reference());
        if (heard.over()) {
            page.warning(words.the("marac.not-heard.over"));
        }
        return page.made().shown();
    }
}
