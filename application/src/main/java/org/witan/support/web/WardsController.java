package org.witan.support.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;
import org.witan.support.PostcodeFile;
import org.witan.support.Wards;

/// Which postcode lies in which ward: read by those who offer, loaded by the coordinator.
@Controller
class WardsController {
    private static final String FORM = "support.wards";
    private static final int FILE = 1_000_000;
    private final Wards wards;
    private final Wording words;

    WardsController(Wards wards, Wording words) {
        this.wards = wards;
        this.words = words;
    }

    @OpenToOfferers
    @GetMapping("/support/wards")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "support/wards",
                "page",
                new Page(
                        viewer.role() == Role.COORDINATOR,
                        wards.list(viewer).stream()
                                .map(one -> words.the("support.wards.line", one.name(), one.code(), one.postcodes()))
                                .toList()));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/wards/load")
    ModelAndView ask(Viewer viewer) {
        return page(Form.blank(words, FORM, Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/support/wards/load")
    ModelAndView load(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String file = form.within("file", FILE);
        if (!form.usable()) {
            return page(form);
        }
        try {
            PostcodeFile.Read read = PostcodeFile.read(file);
            if (read.wards().isEmpty()) {
                form.reject("file", "unreadable");
            } else if (read.unusable() > 0) {
                form.reject("file", "unusable", read.unusable());
            } else {
                wards.load(viewer, read);
            }
        } catch (PostcodeFile.Unreadable _) {
            form.reject("file", "unreadable");
        }
        return form.usable() ? new ModelAndView("redirect:/support/wards") : page(form);
    }

    private ModelAndView page(Form form) {
        return FormPage.titled(
                        words.the("support.wards.load"), "/support/wards/load", words.the("support.wards.load.do"))
                .text(words.the("support.wards.load.text"))
                .problems(form.problems())
                .ask(Control.FILE, form.text("file"))
                .back("/support/wards", words.the("support.wards.title"))
                .made()
                .shown();
    }

    /// The wards that are known.
    ///
    /// @param loads whether whoever looks loads them
    record Page(boolean loads, List<String> lines) {}
}
