package org.witan.meeting.web;

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
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.SigningStatements;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// The confidentiality statement: whoever sits in a meeting signs it, and whoever leads conferences
/// writes its next text.
@Controller
class StatementController {
    private static final String FORM = "meeting.statement";
    private static final int LONGEST = 10_000;
    private final SigningStatements signing;
    private final Wording words;

    StatementController(SigningStatements signing, Wording words) {
        this.signing = signing;
        this.words = words;
    }

    @OpenToMembers
    @PostMapping("/meetings/{meeting}/statement")
    ModelAndView sign(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        signing.sign(viewer, meeting, Typed.version(Form.sent(words, FORM, sent)));
        return new ModelAndView("redirect:/meetings/" + meeting);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/meetings/statement/new")
    ModelAndView blank(Viewer viewer) {
        var now = signing.now(viewer);
        return page(now.version(), Form.blank(words, FORM, Map.of("words", List.of(now.words()))), List.of());
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/meetings/statement")
    ModelAndView write(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        int version = Typed.version(form);
        String text = Typed.text(form, "words", LONGEST);
        if (!form.usable()) {
            return page(version, form, List.of());
        }
        try {
            signing.write(viewer, version, text);
            return new ModelAndView("redirect:/meetings");
        } catch (Refused refused) {
            return page(
                    version,
                    form,
                    List.of(words.the(refused.reason()), signing.now(viewer).words()));
        }
    }

    private ModelAndView page(int version, Form form, List<String> changed) {
        return FormPage.titled(
                        words.the("meeting.statement.write"), "/meetings/statement", words.the("meeting.statement.do"))
                .text(words.the("meeting.statement.text"))
                .problems(form.problems())
                .changed(changed)
                .hidden("version", version)
                .ask(Control.LINES, form.text("words"))
                .back("/meetings", words.the("site.cancel"))
                .made()
                .shown();
    }
}
