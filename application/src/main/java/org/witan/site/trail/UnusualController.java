package org.witan.site.trail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.witan.access.trail.ReviewingAccess;
import org.witan.access.trail.UnusualAccess;
import org.witan.site.Form;
import org.witan.site.Wording;

/// What the rules found unusual, and its review.
@Controller
class UnusualController {
    private static final int LONGEST = 2_000;
    private final ReviewingAccess reviewing;
    private final UnusualPages pages;
    private final Wording words;

    UnusualController(ReviewingAccess reviewing, UnusualPages pages, Wording words) {
        this.reviewing = reviewing;
        this.pages = pages;
        this.words = words;
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @GetMapping("/trail/unusual")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView("site/trail/unusual", "page", pages.list(reviewing.look(viewer)));
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @GetMapping("/trail/unusual/{id}")
    ModelAndView one(Viewer viewer, @PathVariable String id) {
        return page(viewer, id, Form.blank(words, "trail.review", Map.of()), HttpStatus.OK, false);
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @PostMapping("/trail/unusual/{id}")
    ModelAndView review(Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "trail.review", sent);
        Optional<UnusualAccess.Verdict> verdict = verdict(form.value("verdict"));
        if (verdict.isEmpty()) {
            form.reject("verdict", "missing");
        }
        String remark = form.required("remark");
        if (remark.length() > LONGEST) {
            form.reject("remark", "long");
        }
        if (!form.usable() || verdict.isEmpty()) {
            return page(viewer, id, form, HttpStatus.UNPROCESSABLE_CONTENT, false);
        }
        boolean counts = reviewing.review(
                viewer, TrailController.identity(id), version(form.value("version")), verdict.get(), remark);
        return counts ? new ModelAndView("redirect:/trail/unusual") : page(viewer, id, form, HttpStatus.CONFLICT, true);
    }

    private ModelAndView page(Viewer viewer, String id, Form form, HttpStatus status, boolean late) {
        var shown = new ModelAndView("site/trail/unusual-one");
        shown.setStatus(status);
        shown.addObject("page", pages.one(reviewing.open(viewer, TrailController.identity(id)), form, late));
        return shown;
    }

    private static Optional<UnusualAccess.Verdict> verdict(String name) {
        return Arrays.stream(UnusualAccess.Verdict.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /// What is no number is the version of no page.
    private static int version(String text) {
        return List.of("0", "1").contains(text) ? Integer.parseInt(text) : -1;
    }
}
