package org.witan.support.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Wording;
import org.witan.support.KeepingDirectory;
import org.witan.support.Offer;
import org.witan.support.ServiceListing;

/// Closes a service of the directory, unless something is open with the agency that gives it. The coordinator does.
@Controller
class ClosingServicesController {
    private static final String FORM = "support.service";
    private final KeepingDirectory directory;
    private final Wording words;
    private final Days days;

    ClosingServicesController(KeepingDirectory directory, Wording words, Days days) {
        this.directory = directory;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/services/{id}/close")
    ModelAndView askClose(Viewer viewer, @PathVariable UUID id) {
        return closePage(directory.open(viewer, id), Form.blank(words, FORM, Map.of()), List.of());
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/support/services/{id}/close")
    ModelAndView close(Viewer viewer, @PathVariable UUID id) {
        List<Offer> open = directory.close(viewer, id, days.today());
        if (open.isEmpty()) {
            return new ModelAndView("redirect:/support/services/" + id);
        }
        var form = Form.blank(words, FORM, Map.of());
        form.reject("open", "still", open.size());
        return closePage(directory.open(viewer, id), form, open);
    }

    private ModelAndView closePage(ServiceListing service, Form form, List<Offer> open) {
        return FormPage.titled(
                        words.the("support.service.close"),
                        "/support/services/" + service.id() + "/close",
                        words.the("support.service.close"))
                .above(service.name())
                .text(words.the("support.service.close.text"))
                .problems(form.problems())
                .list(open.stream()
                        .map(one -> words.the(
                                "support.service.close.line",
                                one.reference(),
                                one.kindWords(),
                                words.the("support.service.step." + one.now().what())))
                        .toList())
                .dangerous()
                .back("/support/services/" + service.id(), service.name())
                .made()
                .shown();
    }
}
