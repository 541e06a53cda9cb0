package org.witan.support;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.support.Answering.Said;
import org.witan.support.Offering.Given;

/// Makes the offers of a demonstration, and what came of them, by the use cases that everybody has.
@Component
class InventedOffers {
    private final Offering offering;
    private final Answering answering;
    private final ListingOffers listing;
    private final ReadingPlans plans;
    private final Days days;
    private final Clock clock;

    InventedOffers(
            Offering offering, Answering answering, ListingOffers listing, ReadingPlans plans, Days days, Clock clock) {
        this.offering = offering;
        this.answering = answering;
        this.listing = listing;
        this.plans = plans;
        this.days = days;
        this.clock = clock;
    }

    /// What is offered to whom, so many days ago.
    record Wanted(
            Standing standing, OfferKind kind, @Nullable String strand, boolean agreed, int daysAgo) {

        static Wanted of(OfferKind kind, int daysAgo) {
            return new Wanted(Standing.VICTIM, kind, null, true, daysAgo);
        }

        static Wanted service(String strand, int daysAgo) {
            return new Wanted(Standing.VICTIM, OfferKind.VICTIM_SERVICE, strand, true, daysAgo);
        }
    }

    UUID offer(Viewer by, Viewer provider, UUID whole, Wanted wanted, @Nullable UUID landlord) {
        UUID id = id();
        boolean programme = wanted.kind() == OfferKind.PERPETRATOR_PROGRAMME;
        offering.offer(
                by,
                id,
                whole,
                person(by, whole, wanted.standing()),
                new Given(
                        wanted.kind(),
                        wanted.strand(),
                        provider.agency(),
                        programme,
                        wanted.agreed() ? null : "NOT_NOW",
                        programme ? "" : "Invented: she asked for it.",
                        programme ? "" : "Invented: mornings, no stairs.",
                        null,
                        programme
                                ? new Offering.Suggestion("Invented: his probation order names the programme.", true)
                                : null,
                        wanted.kind().isARoof() ? new Family(1, 1, false, false) : null,
                        wanted.kind() == OfferKind.MANAGED_MOVE
                                ? new MoveNeed(landlord, 2, List.of("ZZ12", "Invented Ward"))
                                : null),
                days.today().minusDays(wanted.daysAgo()));
        return id;
    }

    /// Says what happened, so many days ago.
    void says(Viewer viewer, UUID offer, StepKind what, int daysAgo, String reason) {
        say(viewer, offer, what, daysAgo, reason, null, null, Map.of());
    }

    /// A session, and whether the person came.
    void session(Viewer viewer, UUID offer, int daysAgo, boolean came) {
        say(viewer, offer, StepKind.SESSION, daysAgo, "", came, 4_500, Map.of());
    }

    /// A start or an end, with what the person says of themselves.
    void scored(Viewer viewer, UUID offer, StepKind what, int daysAgo, String reason, Map<String, Integer> scores) {
        say(viewer, offer, what, daysAgo, reason, null, 12_000, scores);
    }

    UUID id() {
        return Identity.at(clock.instant());
    }

    private void say(
            Viewer viewer,
            UUID offer,
            StepKind what,
            int daysAgo,
            String reason,
            @Nullable Boolean came,
            @Nullable Integer pence,
            Map<String, Integer> scores) {
        int version = listing.open(viewer, offer).offer().now().version();
        answering.answer(
                viewer,
                offer,
                id(),
                version,
                new Said(
                        what,
                        days.today().minusDays(daysAgo),
                        reason.isEmpty() ? null : reason,
                        "",
                        came,
                        pence,
                        scores));
    }

    private UUID person(Viewer viewer, UUID whole, Standing standing) {
        return plans.read(viewer, whole).persons().stream()
                .filter(one -> one.standing() == standing)
                .map(SourceRecord::id)
                .findFirst()
                .orElseThrow();
    }
}
