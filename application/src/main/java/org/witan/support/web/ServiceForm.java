package org.witan.support.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.OfferKind;
import org.witan.support.PlaceInWords;
import org.witan.support.ServiceListing;

/// The form of a service of the directory: asked, shown and read. Where the place is confidential no field may tell
/// it, and not the words either.
@Component
class ServiceForm {
    private static final String FORM = "support.service";
    private final Wording words;

    ServiceForm(Wording words) {
        this.words = words;
    }

    Form sent(MultiValueMap<String, String> sent) {
        return Form.sent(words, FORM, Map.copyOf(sent));
    }

    Form blank(UUID id) {
        return Form.blank(words, FORM, Map.of("id", List.of(id.toString())));
    }

    /// The form as a service stands.
    Form of(ServiceListing service) {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(service.id().toString()));
        known.put("version", List.of(String.valueOf(service.version())));
        known.put("name", List.of(service.name()));
        known.put("organization", List.of(service.organization()));
        known.put("description", List.of(service.description()));
        known.put("eligibility", List.of(service.eligibility()));
        known.put("phone", List.of(service.phone()));
        known.put("email", List.of(service.email()));
        known.put("url", List.of(service.url()));
        known.put("address", List.of(service.address()));
        known.put("city", List.of(service.city()));
        known.put("postcode", List.of(service.postcode()));
        known.put("confidential", service.isConfidential() ? List.of("YES") : List.of());
        return Form.blank(words, FORM, known);
    }

    /// What was sent; null, and said on the form, when it cannot be used.
    @Nullable
    ServiceListing read(Form form) {
        form.required("name");
        form.required("organization");
        boolean confidential = form.values("confidential").contains("YES");
        String address = form.within("address", 300);
        String city = form.within("city", 100);
        String postcode = form.within("postcode", 12);
        if (confidential && !(address + city + postcode).isEmpty()) {
            form.reject("address", "confidential");
        }
        Map.of("name", 200, "organization", 200, "description", 4_000, "eligibility", 1_000)
                .forEach((field, longest) -> {
                    String text = form.within(field, longest);
                    if (confidential && PlaceInWords.mustNotStandIn(OfferKind.REFUGE, text)) {
                        form.reject(field, "place");
                    }
                });
        String url = form.within("url", 300);
        if (!url.isEmpty() && Stream.of("https://", "http://").noneMatch(url::startsWith)) {
            form.reject("url", "address");
        }
        @Nullable UUID id = Ids.read(form.value("id"));
        return id == null || !form.usable()
                ? null
                : new ServiceListing(
                        id,
                        0,
                        Ids.read(form.value("agency")),
                        form.value("organization"),
                        form.value("name"),
                        form.value("description"),
                        form.value("eligibility"),
                        url,
                        form.within("email", 200),
                        form.within("phone", 60),
                        confidential,
                        address,
                        city,
                        postcode,
                        null);
    }

    /// The page about it.
    ///
    /// @param title the key of its words
    FormPage.Making page(String here, String title, Form form) {
        return FormPage.titled(words.the(title), here, words.the("support.said.do"))
                .hidden("id", form.value("id"))
                .hidden("version", form.value("version"))
                .hidden("agency", form.value("agency"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("name"))
                .ask(Control.TEXT, form.text("organization"))
                .ask(Control.LINES, form.text("description"))
                .ask(Control.LINES, form.text("eligibility"))
                .ask(Control.TEXT, form.text("phone"))
                .ask(Control.TEXT, form.text("email"))
                .ask(Control.TEXT, form.text("url"))
                .ask(
                        Control.CHECKBOXES,
                        form.field(
                                "confidential",
                                List.of(new Field.Choice("YES", words.the("support.service.confidential.yes")))))
                .ask(Control.TEXT, form.text("address"))
                .ask(Control.TEXT, form.text("city"))
                .ask(Control.TEXT, form.text("postcode"));
    }
}
