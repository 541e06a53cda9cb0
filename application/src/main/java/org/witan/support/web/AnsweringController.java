package org.witan.support.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.Answering;
import org.witan.support.Answering.Said;
import org.witan.support.ListingOffers;
import org.witan.support.Offer;
import org.witan.support.StepKind;

/// Says what happened to an offer: accepted with one button, anything else on a page of its own.
@Controller
class AnsweringController {
    private final Answering answering;
    private final ListingOffers listing;
    private final StepForms forms;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    AnsweringController(
            Answering answering, ListingOffers listing, StepForms forms, Wording words, Days days, Clock clock) {
        this.answering = answering;
        this.listing = listing;
        this.forms = forms;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenToSupport
    @GetMapping("/support/offers/{id}/steps/{what}")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id, @PathVariable String what) {
        Offer offer = listing.open(viewer, id).offer();
        var known = Map.of(
                "id", List.of(Identity.at(clock.instant()).toString()),
                "version", List.of(String.valueOf(offer.now().version())),
                "day", List.of(Days.typed(days.today())));
        return forms.page(viewer, offer, step(what), Form.blank(words, StepForms.FORM, known), List.of());
    }

    @OpenToSupport
    @PostMapping("/support/offers/{id}/steps/{what}")
    ModelAndView answer(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> sent) {
        StepKind step = step(what);
        Offer offer = listing.open(viewer, id).offer();
        var form = Form.sent(words, StepForms.FORM, Map.copyOf(sent));
        @Nullable
        Said said = step == StepKind.ACCEPTED ? Said.only(step, days.today()) : forms.read(viewer, form, step);
        @Nullable UUID made = Ids.read(form.value("id"));
        if (said == null || made == null || !form.usable()) {
            return forms.page(viewer, offer, step, form, List.of());
        }
        try {
            return answering.answer(viewer, id, made, forms.version(form), said)
                    ? new ModelAndView("redirect:/support/offers/" + id)
                    : stale(viewer, id, step, Map.copyOf(sent), forms.version(form));
        } catch (Refused refused) {
            // Accepting has no field at which it could be said.
            if (step == StepKind.ACCEPTED) {
                throw refused;
            }
            StepForms.refuse(form, "day", refused);
            return forms.page(viewer, offer, step, form, List.of());
        }
    }

    /// Somebody else was faster: what they wrote is shown, and what was typed is kept to be sent again.
    private ModelAndView stale(Viewer viewer, UUID id, StepKind step, Map<String, List<String>> sent, int version) {
        Offer offer = listing.open(viewer, id).offer();
        var again = new HashMap<>(sent);
        again.put("version", List.of(String.valueOf(offer.now().version())));
        again.putIfAbsent("day", List.of(Days.typed(days.today())));
        return forms.page(
                viewer, offer, step, Form.sent(words, StepForms.FORM, again), forms.meanwhile(offer, version));
    }

    private static StepKind step(String what) {
        return Stream.of(StepKind.values())
                .filter(one -> one != StepKind.OFFERED)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(what))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}
