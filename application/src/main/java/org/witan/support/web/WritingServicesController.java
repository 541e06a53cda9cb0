package org.witan.support.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;
import org.witan.support.KeepingDirectory;
import org.witan.support.OpenReferral;
import org.witan.support.ServiceListing;

/// Writes services into the directory: one by hand, or many from a file. The coordinator does.
@Controller
class WritingServicesController {
    private static final String FORM = "support.service";
    private static final int FILE = 1_000_000;
    private final KeepingDirectory directory;
    private final ServiceForm services;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    WritingServicesController(KeepingDirectory directory, ServiceForm services, Wording words, Days days, Clock clock) {
        this.directory = directory;
        this.services = services;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/services/new")
    ModelAndView ask(Viewer viewer) {
        return page(services.blank(Identity.at(clock.instant())));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/support/services/new")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = services.sent(sent);
        @Nullable ServiceListing given = services.read(form);
        if (given == null) {
            return page(form);
        }
        directory.write(viewer, List.of(given));
        return new ModelAndView("redirect:/support/services");
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/services/import")
    ModelAndView askImport(Viewer viewer) {
        return importPage(Form.blank(words, FORM, Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/support/services/import")
    ModelAndView bring(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String file = form.within("file", FILE);
        if (!form.usable()) {
            return importPage(form);
        }
        try {
            OpenReferral.Read read = OpenReferral.read(file, days.today());
            if (read.unusable() > 0) {
                form.reject("file", "unusable", read.unusable());
                return importPage(form);
            }
            directory.write(viewer, read.services());
        } catch (OpenReferral.Unreadable _) {
            form.reject("file", "unreadable");
            return importPage(form);
        }
        return new ModelAndView("redirect:/support/services");
    }

    private ModelAndView page(Form form) {
        return services.page("/support/services/new", "support.service.new", form)
                .back("/support/services", words.the("support.services.title"))
                .made()
                .shown();
    }

    private ModelAndView importPage(Form form) {
        return FormPage.titled(
                        words.the("support.service.import"),
                        "/support/services/import",
                        words.the("support.service.import.do"))
                .text(words.the("support.service.import.text"))
                .warning(words.the("support.service.import.refuge"))
                .problems(form.problems())
                .ask(Control.FILE, form.text("file"))
                .back("/support/services", words.the("support.services.title"))
                .made()
                .shown();
    }
}
