package org.witan.support.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.support.KeepingDirectory;
import org.witan.support.OpenReferral;
import org.witan.support.ServiceListing;

/// The directory of services, read by all who offer or give support: the list, one service, and the file.
@Controller
class ServicesController {
    private final KeepingDirectory directory;
    private final Wording words;

    ServicesController(KeepingDirectory directory, Wording words) {
        this.directory = directory;
        this.words = words;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/services")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "support/services",
                "page",
                new ListPage(
                        viewer.role() == Role.COORDINATOR,
                        viewer.role() != Role.SUPPORT_WORKER,
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

    /// The directory.
    ///
    /// @param keeps whether whoever looks keeps it
    /// @param offers whether whoever looks offers support, and is told who gives what
    record ListPage(boolean keeps, boolean offers, List<Line> services) {}

    /// A service in the list.
    record Line(UUID id, String name, String organization, String state) {}

    /// A service.
    record ServicePage(Line service, List<OfferController.Fact> facts, boolean closes) {}
}
