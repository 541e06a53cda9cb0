package org.witan.support.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Form;
import org.witan.site.Wording;
import org.witan.support.KeepingDirectory;
import org.witan.support.ServiceListing;

/// Changes a service of the directory, and makes its place confidential. What is confidential stays so: whoever
/// learnt it from us would not forget it.
@Controller
class ChangingServicesController {
    private final KeepingDirectory directory;
    private final ServiceForm services;
    private final Wording words;

    ChangingServicesController(KeepingDirectory directory, ServiceForm services, Wording words) {
        this.directory = directory;
        this.services = services;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/services/{id}/edit")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        ServiceListing service = open(viewer, id);
        return page(service, services.of(service), false);
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/support/services/{id}/edit")
    ModelAndView change(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        ServiceListing known = open(viewer, id);
        var form = services.sent(sent);
        @Nullable ServiceListing given = services.read(form);
        boolean stale = !form.value("version").equals(String.valueOf(known.version()));
        if (given == null || stale || !given.id().equals(id)) {
            return page(known, form, stale);
        }
        directory.write(viewer, List.of(given));
        return new ModelAndView("redirect:/support/services/" + id);
    }

    private ServiceListing open(Viewer viewer, UUID id) {
        ServiceListing service = directory.open(viewer, id);
        if (service.closedOn() != null) {
            throw new Absent();
        }
        return service;
    }

    private ModelAndView page(ServiceListing service, Form form, boolean stale) {
        String here = "/support/services/" + service.id();
        var page = services.page(here + "/edit", "support.service.edit", form)
                .hidden("version", String.valueOf(service.version()))
                .changed(stale ? List.of(words.the("support.service.edit.stale")) : List.of())
                .text(words.the("support.service.edit.text"))
                .back(here, service.name());
        return page.made().shown();
    }
}
