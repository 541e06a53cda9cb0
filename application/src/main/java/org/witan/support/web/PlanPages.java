package org.witan.support.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.support.AskedAction;
import org.witan.support.Housing;
import org.witan.support.Offer;
import org.witan.support.OfferKind;
import org.witan.support.Plan;
import org.witan.support.StepKind;

/// The plan of a case as a page: what needs whoever speaks for the victim now, how she can be reached, and everything
/// offered, person by person.
@Component
class PlanPages {
    private final OfferWords words;

    PlanPages(OfferWords words) {
        this.words = words;
    }

    PlanPage page(Viewer viewer, Plan plan) {
        boolean offers = viewer.role() == Role.IDVA || viewer.role() == Role.COORDINATOR;
        return new PlanPage(
                plan.whole(),
                plan.reference(),
                stopped(plan),
                offers ? needs(plan) : List.of(),
                contact(plan),
                plan.ways().unsafe().stream().map(this::way).toList(),
                plan.persons().stream()
                        .filter(one -> one.standing() != Standing.PERPETRATOR
                                || viewer.role() == Role.COORDINATOR
                                || offered(plan, one).findAny().isPresent())
                        .map(one -> person(viewer, plan, one))
                        .toList(),
                offers);
    }

    private String stopped(Plan plan) {
        int stopped = plan.stopped().size();
        return stopped == 0 ? "" : words.the("support.plan.stopped", stopped);
    }

    String contact(Plan plan) {
        if (plan.persons().stream().noneMatch(one -> one.standing() == Standing.VICTIM)) {
            return words.the("support.plan.contact.closed");
        }
        return plan.ways().mayBeReached()
                ? words.the(
                        "support.plan.contact.safe",
                        String.join(
                                "; ", plan.ways().safe().stream().map(this::way).toList()))
                : words.the("support.plan.contact.none");
    }

    String way(SafeContact way) {
        String means = words.the("people.contact.means." + way.means());
        return Stream.of(means + " " + way.value(), way.times(), way.remark())
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse(means);
    }

    /// What needs somebody now: what nobody answered, what was refused and not found elsewhere, what a conference
    /// agreed, and whoever has nothing.
    private List<Need> needs(Plan plan) {
        var all = new ArrayList<Need>();
        for (Offer offer : plan.offers()) {
            if (offer.isLeftByAgency()) {
                all.add(new Need(
                        words.the("support.need.left.agency", words.what(offer), name(plan, offer)),
                        "/support/offers/" + offer.id(),
                        words.the("support.need.late.do"),
                        true));
            }
            if (offer.isLeftByProvider()) {
                all.add(new Need(
                        words.the("support.need.left", words.what(offer), name(plan, offer), offer.providerName()),
                        "/support/offers/" + offer.id(),
                        words.the("support.need.late.do"),
                        true));
            } else if (offer.isRefused() && !isFollowed(plan, offer)) {
                all.add(new Need(
                        words.the("support.need.refused", words.what(offer), name(plan, offer), words.state(offer)),
                        again(plan, offer),
                        words.the("support.need.refused.do"),
                        true));
            } else if (offer.isLate(words.today())) {
                all.add(new Need(
                        words.the(
                                "support.need.late",
                                words.what(offer),
                                name(plan, offer),
                                offer.providerName(),
                                words.due(offer)),
                        "/support/offers/" + offer.id(),
                        words.the("support.need.late.do"),
                        true));
            }
        }
        plan.followUps()
                .forEach(one -> all.add(new Need(
                        words.the("support.need.again", Days.words(one.happenedOn())),
                        "/support/offers/" + one.offer() + "/home",
                        words.the("support.need.again.do"),
                        true)));
        plan.clocks().forEach(one -> all.add(clock(plan, one)));
        plan.asked().forEach(one -> all.add(asked(plan, one)));
        plan.persons().stream()
                .filter(one -> one.standing() == Standing.VICTIM || one.standing() == Standing.CHILD)
                .filter(one -> offered(plan, one).findAny().isEmpty())
                .forEach(one -> all.add(new Need(
                        words.the("support.need.nothing", words.person(one)),
                        newOffer(plan, one.id(), null),
                        words.the("support.offer.something"),
                        false)));
        return all;
    }

    /// A clock of the council: what it owes her by when.
    private Need clock(Plan plan, Housing.Running clock) {
        boolean late = clock.due().isBefore(words.today());
        String name = plan.offers().stream()
                .filter(one -> one.id().equals(clock.offer()))
                .map(one -> name(plan, one))
                .findFirst()
                .orElse(clock.reference());
        return new Need(
                words.the(
                        late ? "support.need.clock.late" : "support.need.clock",
                        name,
                        clock.awaited(),
                        Days.words(clock.due())),
                "/support/offers/" + clock.offer() + "/housing",
                words.the("support.need.clock.do"),
                late);
    }

    private Need asked(Plan plan, AskedAction action) {
        Standing about = switch (action.subject()) {
            case VICTIM -> Standing.VICTIM;
            case CHILD -> Standing.CHILD;
            case PERPETRATOR -> Standing.PERPETRATOR;
            case OTHER -> Standing.OTHER;
        };
        @Nullable
        UUID person = plan.persons().stream()
                .filter(one -> one.standing() == about)
                .map(SourceRecord::id)
                .findFirst()
                .orElseGet(() -> plan.persons().stream()
                        .map(SourceRecord::id)
                        .findFirst()
                        .orElse(null));
        return new Need(
                words.the(
                        "support.need.asked",
                        words.the("support.area." + action.area()),
                        action.reference(),
                        words.the("support.standing." + about)),
                person == null ? "" : newOffer(plan, person, null) + "?action=" + action.id(),
                words.the("support.need.asked.do"),
                false);
    }

    private static boolean isFollowed(Plan plan, Offer refused) {
        return plan.offers().stream()
                .anyMatch(one -> one.kind() == refused.kind()
                        && refused.person() != null
                        && refused.person().equals(one.person())
                        && !one.id().equals(refused.id())
                        && !one.askedOn().isBefore(refused.now().onDay())
                        && one.now().what() != StepKind.UNABLE);
    }

    private static String again(Plan plan, Offer offer) {
        UUID person = offer.person();
        return person == null ? "/support/offers/" + offer.id() : newOffer(plan, person, offer.kind());
    }

    private static String newOffer(Plan plan, UUID person, @Nullable OfferKind kind) {
        return "/support/new/" + plan.whole() + "/" + person + (kind == null ? "" : "?kind=" + kind);
    }

    private String name(Plan plan, Offer offer) {
        return plan.persons().stream()
                .filter(one -> one.id().equals(offer.person()))
                .map(words::name)
                .findFirst()
                .orElse(offer.reference());
    }

    private static Stream<Offer> offered(Plan plan, SourceRecord person) {
        return plan.offers().stream().filter(one -> person.id().equals(one.person()));
    }

    private PersonLines person(Viewer viewer, Plan plan, SourceRecord person) {
        boolean suggests = person.standing() != Standing.PERPETRATOR || viewer.role() == Role.COORDINATOR;
        return new PersonLines(
                person.id(),
                words.person(person),
                offered(plan, person).map(this::line).toList(),
                suggests);
    }

    OfferLine line(Offer offer) {
        return new OfferLine(
                offer.id(),
                offer.reference(),
                words.what(offer),
                offer.providerName(),
                words.state(offer),
                words.due(offer),
                words.waited(offer),
                offer.isLate(words.today()),
                offer.isStopped() || offer.isLeft());
    }

    /// The plan of a case.
    ///
    /// @param stopped how many offers nobody may go on with before contact is confirmed; empty for none
    /// @param contact how the person who is harmed can be reached
    /// @param unsafe ways that must never be used
    /// @param offers whether whoever looks offers support
    record PlanPage(
            UUID id,
            String reference,
            String stopped,
            List<Need> needs,
            String contact,
            List<String> unsafe,
            List<PersonLines> persons,
            boolean offers) {}

    /// Something that needs whoever speaks for the victim.
    ///
    /// @param path where it is done; empty when there is nothing to open
    record Need(String words, String path, String link, boolean late) {}

    /// A person with everything offered to them.
    record PersonLines(UUID id, String name, List<OfferLine> offers, boolean suggests) {}

    /// An offer in a list.
    ///
    /// @param alarming whether its state says something that must not be overlooked
    record OfferLine(
            UUID id,
            String reference,
            String what,
            String provider,
            String state,
            String due,
            String waited,
            boolean late,
            boolean alarming) {}
}
