package org.witan.support.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.KeepingDirectory;
import org.witan.support.Offer;
import org.witan.support.OpenReferral;
import org.witan.support.ServiceListing;

/// The directory of services: read by all who offer or give support, kept by the coordinator.
@Controller
class ServicesController {
    private static final String FORM = "support.service";
    private static final int FILE = 1_000_000;
    private final KeepingDirectory directory;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ServicesController(KeepingDirectory directory, Wording words, Days days, Clock clock) {
        this.directory = directory;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/services")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "support/services",
                "page",
                new ListPage(
                        viewer.role() == Role.COORDINATOR,
                        directory.list(viewer, Verb.LIST).stream()
                                .map(this::line)
                                .toList()));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/services/{id}")
    ModelAndView service(Viewer viewer, @PathVariable UUID id) {
        ServiceListing service = directory.open(viewer, id);
        return new ModelAndView(
                "support/service",
                "page",
                new ServicePage(
                        line(service),
                        facts(service),
                        viewer.role() == Role.COORDINATOR && service.closedOn() == null));
    }

    /// The directory as Open Referral writes it. It names nobody, and no place that is confidential.
    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/services.json")
    ResponseEntity<byte[]> export(Viewer viewer) {
        String file = OpenReferral.write(directory.list(viewer, Verb.EXPORT));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("services.json")
                                .build()
                                .toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/services/new")
    ModelAndView ask(Viewer viewer) {
        return page(Form.blank(
                words, FORM, Map.of("id", List.of(Identity.at(clock.instant()).toString()))));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/support/services/new")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        form.required("name");
        form.required("organization");
        boolean confidential = form.values("confidential").contains("YES");
        String address = form.within("address", 300);
        String postcode = form.within("postcode", 12);
        if (confidential && (!address.isEmpty() || !postcode.isEmpty())) {
            form.reject("address", "confidential");
        }
        String name = form.within("name", 200);
        String organization = form.within("organization", 200);
        String description = form.within("description", 4_000);
        String phone = form.within("phone", 60);
        @Nullable UUID id = Ids.read(form.value("id"));
        if (id == null || !form.usable()) {
            return page(form);
        }
        @Nullable UUID agency = Ids.read(form.value("agency"));
        directory.write(
                viewer,
                List.of(new ServiceListing(
                        id,
                        0,
                        agency,
                        organization,
                        name,
                        description,
                        "",
                        "",
                        "",
                        phone,
                        confidential,
                        address,
                        "",
                        postcode,
                        null)));
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

    private Line line(ServiceListing service) {
        String state = service.closedOn() == null
                ? (service.isConfidential() ? words.the("support.service.is-confidential") : "")
                : words.the("support.service.closed", Days.words(service.closedOn()));
        return new Line(service.id(), service.name(), service.organization(), state);
    }

    private List<OfferController.Fact> facts(ServiceListing service) {
        return Stream.of(
                        fact("description", service.description()),
                        fact("eligibility", service.eligibility()),
                        fact("phone", service.phone()),
                        fact("email", service.email()),
                        fact("url", service.url()),
                        fact(
                                "address",
                                Stream.of(service.address(), service.city(), service.postcode())
                                        .filter(text -> !text.isEmpty())
                                        .reduce((one, other) -> one + ", " + other)
                                        .orElse("")))
                .filter(one -> !one.words().isEmpty())
                .toList();
    }

    private OfferController.Fact fact(String what, String text) {
        return new OfferController.Fact(words.the("support.service." + what), text);
    }

    private ModelAndView page(Form form) {
        return FormPage.titled(words.the("support.service.new"), "/support/services/new", words.the("support.said.do"))
                .hidden("id", form.value("id"))
                .hidden("agency", form.value("agency"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("name"))
                .ask(Control.TEXT, form.text("organization"))
                .ask(Control.LINES, form.text("description"))
                .ask(Control.TEXT, form.text("phone"))
                .ask(
                        Control.CHECKBOXES,
                        form.field(
                                "confidential",
                                List.of(new Field.Choice("YES", words.the("support.service.confidential.yes")))))
                .ask(Control.TEXT, form.text("address"))
                .ask(Control.TEXT, form.text("postcode"))
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
                .problems(form.problems())
                .ask(Control.LINES, form.text("file"))
                .back("/support/services", words.the("support.services.title"))
                .made()
                .shown();
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

    /// The directory.
    ///
    /// @param keeps whether whoever looks keeps it
    record ListPage(boolean keeps, List<Line> services) {}

    /// A service in the list.
    record Line(UUID id, String name, String organization, String state) {}

    /// A service.
    record ServicePage(Line service, List<OfferController.Fact> facts, boolean closes) {}
}
