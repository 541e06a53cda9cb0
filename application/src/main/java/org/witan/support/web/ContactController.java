package org.witan.support.web;

import java.util.List;
import java.util.Map;
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
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;
import org.witan.support.ConfirmingContact;
import org.witan.support.ConfirmingContact.Stopped;
import org.witan.support.ListingOffers;
import org.witan.support.Offer;
import org.witan.support.OfferKind;

/// Contact that may be unsafe: whoever notices says so, and whoever speaks for her confirms how she is reached.
@Controller
class ContactController {
    private static final String FORM = "support.contact";
    private static final String ALARM = "support.contact.alarm";
    private static final String MARK = "mark";
    private final ConfirmingContact contact;
    private final ListingOffers listing;
    private final PlanPages plans;
    private final OfferWords offers;
    private final Wording words;
    private final AlarmForm alarms;

    ContactController(
            ConfirmingContact contact,
            ListingOffers listing,
            PlanPages plans,
            OfferWords offers,
            Wording words,
            AlarmForm alarms) {
        this.contact = contact;
        this.listing = listing;
        this.plans = plans;
        this.offers = offers;
        this.words = words;
        this.alarms = alarms;
    }

    @OpenToOfferers
    @GetMapping("/support/plans/{id}/contact")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        Stopped stopped = contact.open(viewer, id);
        return page(stopped, Form.blank(words, FORM, Map.of(MARK, List.of(stopped.mark()))), false);
    }

    @OpenToOfferers
    @PostMapping("/support/plans/{id}/contact")
    ModelAndView confirm(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Stopped stopped = contact.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        OfferForms.@Nullable Reach reach = form.oneOf("reach", OfferForms.Reach.class);
        if (!form.values("asked").contains("YES")) {
            form.reject("asked", "missing");
        }
        boolean stale = !stopped.mark().equals(form.value(MARK));
        if (stale || reach == null || !form.usable()) {
            return page(stopped, form, stale);
        }
        try {
            if (!contact.confirm(viewer, id, reach == OfferForms.Reach.DIRECT, stopped.mark())) {
                return page(contact.open(viewer, id), form, true);
            }
        } catch (Refused refused) {
            if (!refused.reason().equals("support.refused.unsafe")) {
                throw refused;
            }
            form.reject("reach", "unsafe");
            return page(stopped, form, false);
        }
        return new ModelAndView("redirect:/support/plans/" + id);
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/unsafe")
    ModelAndView notice(Viewer viewer, @PathVariable UUID id) {
        return alarm(open(viewer, id), alarms.blank(ALARM));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @PostMapping("/support/offers/{id}/unsafe")
    ModelAndView noticed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Offer offer = open(viewer, id);
        var form = alarms.sent(ALARM, sent);
        var noticed = alarms.read(form);
        if (noticed == null) {
            return alarm(offer, form);
        }
        try {
            contact.raise(viewer, noticed.id(), id, noticed.words());
        } catch (Refused refused) {
            StepForms.refuse(form, "words", refused);
            return alarm(offer, form);
        }
        return new ModelAndView("redirect:/support/offers/" + id);
    }

    private Offer open(Viewer viewer, UUID id) {
        Offer offer = listing.open(viewer, id).offer();
        if (offer.kind() == OfferKind.PERPETRATOR_PROGRAMME) {
            throw new Absent();
        }
        return offer;
    }

    private ModelAndView page(Stopped stopped, Form form, boolean isStale) {
        String plan = "/support/plans/" + stopped.plan().whole();
        var page = FormPage.titled(
                        words.the("support.contact.confirm"), plan + "/contact", words.the("support.contact.do"))
                .above(stopped.plan().reference())
                .hidden(MARK, stopped.mark())
                .changed(isStale ? List.of(words.the("support.contact.changed")) : List.of())
                .problems(form.problems())
                .back(plan, stopped.plan().reference());
        if (stopped.stopped().isEmpty()) {
            page.text(words.the("support.contact.nothing"));
        } else {
            page.text(words.the("support.contact.text", stopped.stopped().size()))
                    .list(stopped.stopped().stream()
                            .map(one -> words.the(
                                    one.isDirect() ? "support.contact.line" : "support.contact.line.idva",
                                    offers.what(one),
                                    one.providerName()))
                            .toList());
        }
        stopped.alarms()
                .forEach(one -> page.warning(words.the(
                        one.words().isEmpty() ? "support.contact.noticed.wordless" : "support.contact.noticed",
                        one.agency(),
                        one.words())));
        page.text(plans.contact(stopped.plan()));
        stopped.plan()
                .ways()
                .unsafe()
                .forEach(way -> page.warning(words.the("support.plan.contact.unsafe", plans.way(way))));
        return page.ask(
                        Control.RADIOS,
                        form.field("reach", words.choices("support.contact.reach", OfferForms.Reach.values())))
                .ask(
                        Control.CHECKBOXES,
                        form.field("asked", List.of(new Field.Choice("YES", words.the("support.contact.asked.YES")))))
                .made()
                .shown();
    }

    private ModelAndView alarm(Offer offer, Form form) {
        String here = "/support/offers/" + offer.id();
        var page = alarms.page(here, ALARM, form)
                .above(words.the("support.said.above", offer.reference(), offers.what(offer)));
        if (offer.kind().hidesAPlace()) {
            page.warning(words.the("support.new.place"));
        }
        return page.back(here, words.the("support.said.back")).made().shown();
    }
}
