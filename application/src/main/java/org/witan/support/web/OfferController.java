package org.witan.support.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.support.Family;
import org.witan.support.ListingOffers;
import org.witan.support.Offer;
import org.witan.support.Score;
import org.witan.support.Step;
import org.witan.support.StepKind;
import org.witan.support.Told;

/// One offer: how it stands, who it is for, what can be said of it next, and all that happened.
@Controller
class OfferController {
    private final ListingOffers listing;
    private final OfferWords words;
    private final Clock clock;

    OfferController(ListingOffers listing, OfferWords words, Clock clock) {
        this.listing = listing;
        this.words = words;
        this.clock = clock;
    }

    @OpenToSupport
    @GetMapping("/support/offers/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        ListingOffers.Opened opened = listing.open(viewer, id);
        Offer offer = opened.offer();
        boolean worker = viewer.role() == Role.PERPETRATOR_WORKER;
        boolean offers = viewer.role() == Role.IDVA || viewer.role() == Role.COORDINATOR;
        return new ModelAndView(
                "support/offer",
                "page",
                new OfferPage(
                        id,
                        offer.reference(),
                        words.what(offer),
                        stop(viewer, offer),
                        words.state(offer),
                        words.due(offer),
                        offer.isLate(words.today()),
                        offers && offer.whole() != null ? "/support/plans/" + offer.whole() : "/support",
                        who(opened.told().orElse(null)),
                        opened.told().map(Told::contact).stream()
                                .flatMap(String::lines)
                                .toList(),
                        offer.isTold() && !offer.isDirect(),
                        facts(offer, opened.family().orElse(null), worker),
                        next(offer, offers),
                        !worker && !offer.now().what().isOver(),
                        more(offer),
                        Identity.at(clock.instant()).toString(),
                        offer.now().version(),
                        offer.scores().stream().map(this::score).toList(),
                        offer.steps().stream()
                                .sorted(Comparator.comparingInt(Step::version).reversed())
                                .map(step -> words.step(step, !worker))
                                .toList()));
    }

    /// What whoever would contact the person must read first; empty while nothing says that it may be unsafe.
    private @Nullable Stop stop(Viewer viewer, Offer offer) {
        if (!offer.isStopped()) {
            return null;
        }
        boolean confirms = viewer.role() != Role.SUPPORT_WORKER;
        return new Stop(
                words.stopped(offer),
                words.the(confirms ? "support.stopped.confirm" : "support.stopped.wait"),
                confirms && offer.whole() != null ? "/support/plans/" + offer.whole() + "/contact" : "");
    }

    private String who(@Nullable Told told) {
        return told == null
                ? ""
                : told.born().isEmpty() ? told.name() : words.the("support.told.born", told.name(), told.born());
    }

    private List<Fact> facts(Offer offer, @Nullable Family family, boolean worker) {
        return Stream.of(
                        new Fact(words.the("support.fact.provider"), offer.providerName()),
                        new Fact(words.the("support.fact.eligibility"), offer.eligibility()),
                        new Fact(words.the("support.fact.needs"), offer.needs()),
                        new Fact(words.the("support.fact.family"), family == null ? "" : family(family)),
                        new Fact(words.the("support.fact.partner"), partner(offer)),
                        new Fact(words.the("support.fact.waited"), words.waited(offer)),
                        new Fact(words.the("support.fact.sessions"), sessions(offer)),
                        new Fact(words.the("support.fact.cost"), worker ? "" : OfferWords.pounds(offer.pence())))
                .filter(one -> !one.words().isEmpty())
                .toList();
    }

    private String family(Family family) {
        return Stream.of(
                        words.the("support.fact.family.people", family.adults(), family.children()),
                        family.pets() ? words.the("support.new.along.PETS") : "",
                        family.accessNeeds() ? words.the("support.new.along.ACCESS") : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String partner(Offer offer) {
        Boolean supported = offer.partnerIsSupported();
        return supported == null ? "" : words.the("support.fact.partner." + supported);
    }

    private String sessions(Offer offer) {
        long all = offer.sessions(false);
        return all == 0 ? "" : words.the("support.fact.sessions.of", offer.sessions(true), all);
    }

    private static List<StepKind> next(Offer offer, boolean offers) {
        return offer.now().what().next().stream()
                .filter(one -> offers || !one.isOfWhoOffers())
                .filter(one -> one != StepKind.ACCEPTED || !offer.isStopped())
                .toList();
    }

    private static String more(Offer offer) {
        return switch (offer.kind()) {
            case HOME_SAFETY -> "home";
            case EMERGENCY_ACCOMMODATION -> "housing";
            case MANAGED_MOVE -> "move";
            case VICTIM_SERVICE, REFUGE, CHILDREN_WRAP_AROUND, PERPETRATOR_PROGRAMME -> "";
        };
    }

    private String score(Score score) {
        return words.the(
                "support.score.line",
                score.words(),
                score.start() == null ? words.the("support.score.none") : String.valueOf(score.start()),
                score.end() == null ? words.the("support.score.none") : String.valueOf(score.end()));
    }

    /// One offer.
    ///
    /// @param stop that nobody may reach the person now; null while they may
    /// @param alarms whether whoever looks can say that contact may be unsafe
    /// @param back where it is listed
    /// @param who it is for; empty where that is closed
    /// @param through whether the person is reached only through the IDVA
    /// @param more what else is kept of an offer of this kind, by the end of its address; empty for nothing
    /// @param step made for the step that one button takes
    record OfferPage(
            UUID id,
            String reference,
            String what,
            @Nullable Stop stop,
            String state,
            String due,
            boolean late,
            String back,
            String who,
            List<String> contact,
            boolean through,
            List<Fact> facts,
            List<StepKind> next,
            boolean alarms,
            String more,
            String step,
            int version,
            List<String> scores,
            List<String> history) {

        /// Whether the provider accepts with one button.
        public boolean accepts() {
            return next.contains(StepKind.ACCEPTED);
        }

        /// What is said on a page of its own.
        public List<StepKind> others() {
            return next.stream().filter(one -> one != StepKind.ACCEPTED).toList();
        }
    }

    /// That nobody may reach the person now.
    ///
    /// @param path where it is confirmed how she is reached; empty for whoever cannot
    record Stop(String words, String more, String path) {}

    /// Something that is known of an offer.
    record Fact(String label, String words) {}
}
