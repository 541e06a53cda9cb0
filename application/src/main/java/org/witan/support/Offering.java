package org.witan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;

/// Offers support to a person of a case.
///
/// Nothing is asked of a provider before the person agrees; and whoever cannot be reached safely is reached through the
/// IDVA, in person, and by nobody else.
@Component
public class Offering {
    private static final int ENOUGH = 20;
    private final Witnessing witnessing;
    private final Records records;
    private final ReadingPlans plans;
    private final Choices choices;
    private final KeepingGivers givers;
    private final AskedActions actions;
    private final Vacancies vacancies;
    private final OfferWrites writes;
    private final MovesKept moves;
    private final Days days;

    Offering(
            Witnessing witnessing,
            Records records,
            ReadingPlans plans,
            Choices choices,
            KeepingGivers givers,
            AskedActions actions,
            Vacancies vacancies,
            OfferWrites writes,
            MovesKept moves,
            Days days) {
        this.witnessing = witnessing;
        this.records = records;
        this.plans = plans;
        this.choices = choices;
        this.givers = givers;
        this.actions = actions;
        this.vacancies = vacancies;
        this.writes = writes;
        this.moves = moves;
        this.days = days;
    }

    /// What an offer to a person can say.
    ///
    /// @param kinds that can be for this person, with who can have them
    /// @param givers what each of the providers gives, as far as somebody said so
    /// @param reasons why the person may not agree
    /// @param ways how the person, or for a child the parent who was harmed, can be reached
    public record Beginning(
            Plan plan,
            SourceRecord person,
            List<Choice> kinds,
            List<Choice> strands,
            List<Choice> providers,
            List<KeepingGivers.Giver> givers,
            List<Choice> reasons,
            SafeWays ways,
            List<Vacancy> vacancies,
            List<Choice> landlords) {}

    /// What is offered.
    ///
    /// @param strand which part of its kind, by code; null where it has none or it is open
    /// @param isDirect whether the provider speaks to the person itself
    /// @param declined why the person does not agree that the provider is asked, by code: the offer is then kept as
    ///     declined; null when the person agrees
    /// @param action the agreed action from which it comes; null for none
    /// @param suggestion what is asked of a programme; null for everything else
    /// @param family for a roof, how large the family is; null for everything else
    /// @param move for a managed move, what is needed; null for everything else
    public record Given(
            OfferKind kind,
            @Nullable String strand,
            UUID provider,
            boolean isDirect,
            @Nullable String declined,
            String eligibility,
            String needs,
            @Nullable UUID action,
            @Nullable Suggestion suggestion,
            @Nullable Family family,
            @Nullable MoveNeed move) {

        /// Whether the provider is asked.
        public boolean isAgreed() {
            return declined == null;
        }
    }

    /// What must be known before a programme is suggested to somebody who harms.
    ///
    /// @param cannotReveal why it cannot reveal that somebody said something
    /// @param partnerIsSupported whether somebody supports the partner or former partner
    public record Suggestion(String cannotReveal, boolean partnerIsSupported) {}

    /// What is needed to offer something.
    ///
    /// @throws Absent when there is no such case or person for this viewer
    public Beginning begin(Viewer viewer, UUID whole, UUID person) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, "offer"), shown -> beginning(plans.the(whole, shown), person));
    }

    /// Offers something. Sent twice, it is offered once.
    ///
    /// @param offer made with the form
    /// @throws Absent when there is no such case or person for this viewer, or the kind is not for this person
    /// @throws Refused when the person cannot be reached safely, or not before somebody confirms how, or words tell
    ///     where a refuge is
    public void offer(Viewer viewer, UUID offer, UUID whole, UUID person, Given given) {
        offer(viewer, offer, whole, person, given, days.today());
    }

    /// The same on a day that is over, for what is written down later.
    void offer(Viewer viewer, UUID offer, UUID whole, UUID person, Given given, LocalDate day) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "offer").with("what", given.kind.name()), shown -> {
            Beginning beginning = beginning(plans.the(whole, shown), person);
            if (writes.isThere(offer)) {
                return false;
            }
            check(beginning, given);
            shown.add(offer);
            return Absent.whereRefused(() -> write(viewer, offer, beginning, given, day, shown));
        });
    }

    private Beginning beginning(Plan plan, UUID person) {
        SourceRecord found = plan.persons().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(Absent::new);
        List<Choice> kinds = choices.whoMay().stream()
                .filter(one -> OfferKind.valueOf(one.code()).isFor(found.standing()))
                .toList();
        return new Beginning(
                plan,
                found,
                kinds,
                choices.strands(),
                choices.providers(),
                givers.all(),
                choices.reasons(StepKind.DECLINED),
                ToldWays.of(plan, found).ways(),
                vacancies.latest(),
                choices.landlords());
    }

    private void check(Beginning beginning, Given given) {
        boolean fits = given.kind.isFor(beginning.person.standing())
                && choices.isProvider(given.provider, choices.part(given.kind))
                && (given.strand == null || choices.isStrand(given.strand, given.kind))
                && (given.declined == null
                        || beginning.reasons.stream().anyMatch(one -> one.code().equals(given.declined)));
        if (!fits || (given.suggestion != null) != (given.kind == OfferKind.PERPETRATOR_PROGRAMME)) {
            throw new Absent();
        }
        if (given.suggestion != null && given.suggestion.cannotReveal.length() < ENOUGH) {
            throw new Refused("support.refused.reveals");
        }
        if (given.suggestion == null && given.isAgreed() && given.isDirect && !beginning.ways.mayBeReached()) {
            throw new Refused("support.refused.unsafe");
        }
        if (given.suggestion == null && given.isAgreed() && given.isDirect && isStopped(beginning)) {
            throw new Refused("support.refused.stopped");
        }
        checkMove(beginning, given);
        if (PlaceInWords.mustNotStandIn(given.kind, given.needs)
                || PlaceInWords.mustNotStandIn(given.kind, given.eligibility)) {
            throw new Refused("support.refused.place");
        }
    }

    /// Whether the person, or for a child whoever is harmed, must not be reached before somebody confirms how.
    private static boolean isStopped(Beginning beginning) {
        SourceRecord person = beginning.person;
        return beginning.plan.stopped().stream()
                .map(Offer::person)
                .anyMatch(stopped -> person.id().equals(stopped)
                        || (person.standing() != Standing.PERPETRATOR
                                && beginning.plan.persons().stream()
                                        .anyMatch(
                                                one -> one.id().equals(stopped) && one.standing() == Standing.VICTIM)));
    }

    /// A landlord decides about a property, not about a person.
    private static void checkMove(Beginning beginning, Given given) {
        boolean names = beginning.plan.persons().stream()
                .anyMatch(one -> MovesKept.names(one, given.needs) || MovesKept.names(one, given.eligibility));
        if (given.move != null && names) {
            throw new Refused("support.refused.name");
        }
    }

    private boolean write(Viewer viewer, UUID offer, Beginning beginning, Given given, LocalDate day, Shown shown) {
        // Whoever works with those who harm must not read in its record that an agency for victims made it.
        UUID owner = given.suggestion == null ? viewer.agency() : given.provider;
        records.register(
                offer,
                RecordKind.OFFER,
                owner,
                beginning.plan.whole(),
                List.of(beginning.person.id()),
                List.of(owner),
                List.of());
        String part = choices.part(given.kind);
        writes.insert(viewer, offer, part, given, day);
        if (given.suggestion != null) {
            writes.suggest(offer, given.suggestion);
        }
        writes.step(viewer, offer, part, 1, StepKind.OFFERED, day, null);
        if (given.isAgreed()) {
            tell(offer, beginning, given, part);
        } else {
            writes.step(viewer, offer, part, 2, StepKind.DECLINED, day, given.declined);
        }
        if (given.family != null) {
            vacancies.keep(offer, given.family);
        }
        if (given.move != null) {
            moves.keep(offer, given.move);
        }
        if (given.action != null) {
            shown.add(given.action);
            actions.offered(given.action, offer);
        }
        return true;
    }

    /// What the provider is told, and who of them gets it. A landlord is told who it is when a property is taken.
    private void tell(UUID offer, Beginning beginning, Given given, String part) {
        SourceRecord person = beginning.person;
        if (given.move == null) {
            writes.told(
                    offer,
                    part.equals("SUPPORT") ? person.standing().part().name() : part,
                    Told.of(beginning.plan, person, given.isDirect));
        }
        writes.tellProvider(offer);
    }
}
