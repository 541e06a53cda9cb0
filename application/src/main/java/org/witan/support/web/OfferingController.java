package org.witan.support.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.OfferKind;
import org.witan.support.Offering;
import org.witan.support.Offering.Beginning;
import org.witan.support.Offering.Given;

/// Offers something to a person of a case: first what, then of whom it is asked and how the person is reached.
@Controller
class OfferingController {
    private final Offering offering;
    private final OfferForms forms;
    private final OfferWords offerWords;
    private final Wording words;
    private final Clock clock;

    OfferingController(Offering offering, OfferForms forms, OfferWords offerWords, Wording words, Clock clock) {
        this.offering = offering;
        this.forms = forms;
        this.offerWords = offerWords;
        this.words = words;
        this.clock = clock;
    }

    @OpenToOfferers
    @GetMapping("/support/new/{whole}/{person}")
    ModelAndView begin(
            Viewer viewer,
            @PathVariable UUID whole,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String action) {
        Beginning beginning = offering.begin(viewer, whole, person);
        @Nullable OfferKind chosen = kind(beginning, kind);
        if (chosen == null) {
            return new ModelAndView("support/choose", "page", choices(beginning, action));
        }
        var known = Map.of(
                "id",
                List.of(Identity.at(clock.instant()).toString()),
                "kind",
                List.of(kind),
                "action",
                List.of(action));
        return forms.page(beginning, chosen, Form.blank(words, OfferForms.FORM, known));
    }

    @OpenToOfferers
    @PostMapping("/support/new/{whole}/{person}")
    ModelAndView offer(
            Viewer viewer,
            @PathVariable UUID whole,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> sent) {
        Beginning beginning = offering.begin(viewer, whole, person);
        var form = Form.sent(words, OfferForms.FORM, Map.copyOf(sent));
        @Nullable OfferKind kind = kind(beginning, form.value("kind"));
        if (kind == null) {
            throw new Absent();
        }
        @Nullable Given given = forms.read(form, kind, beginning);
        @Nullable UUID id = Ids.read(form.value("id"));
        if (given == null || id == null || !form.usable()) {
            return forms.page(beginning, kind, form);
        }
        try {
            offering.offer(viewer, id, whole, person, given);
        } catch (Refused refused) {
            // What was typed is kept, and the field says why.
            forms.refuse(form, refused);
            return forms.page(beginning, kind, form);
        }
        return new ModelAndView("redirect:/support/plans/" + whole);
    }

    private static @Nullable OfferKind kind(Beginning beginning, String code) {
        return Stream.of(OfferKind.values())
                .filter(one -> one.name().equals(code))
                .filter(one ->
                        beginning.kinds().stream().anyMatch(kind -> kind.code().equals(code)))
                .findFirst()
                .orElse(null);
    }

    private ChoosePage choices(Beginning beginning, String action) {
        String path = "/support/new/" + beginning.plan().whole() + "/"
                + beginning.person().id() + "?kind=";
        @Nullable UUID of = Ids.read(action);
        return new ChoosePage(
                beginning.plan().whole(),
                beginning.plan().reference(),
                offerWords.person(beginning.person()),
                beginning.kinds().stream()
                        .map(one -> new KindLine(
                                one.of(), one.words(), path + one.code() + (of == null ? "" : "&action=" + of)))
                        .toList());
    }

    /// What can be offered to somebody.
    record ChoosePage(UUID whole, String reference, String person, List<KindLine> kinds) {}

    /// One kind, with who can have it.
    record KindLine(String name, String whoMay, String path) {}
}
