package org.witan.support;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;

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
    private final AskedActions actions;
    private final Vacancies vacancies;
    private final JdbcClient database;

    Offering(
            Witnessing witnessing,
            Records records,
            ReadingPlans plans,
            Choices choices,
            AskedActions actions,
            Vacancies vacancies,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.records = records;
        this.plans = plans;
        this.choices = choices;
        this.actions = actions;
        this.vacancies = vacancies;
        this.database = database;
    }

    /// What an offer to a person can say.
    ///
    /// @param kinds that can be for this person, with who can have them
    /// @param ways how the person, or for a child the parent who was harmed, can be reached
    public record Beginning(
            Plan plan,
            SourceRecord person,
            List<Choice> kinds,
            List<Choice> strands,
            List<Choice> providers,
            SafeWays ways,
            List<Vacancy> vacancies,
            List<Choice> landlords) {}

    /// What is offered.
    ///
    /// @param strand which part of its kind, by code; null where it has none or it is open
    /// @param isDirect whether the provider speaks to the person itself
    /// @param agreed whether the person agrees that the provider is asked; otherwise the offer is kept as declined
    /// @param action the agreed action from which it comes; null for none
    /// @param suggestion what is asked of a programme; null for everything else
    /// @param family for a roof, how large the family is; null for everything else
    /// @param move for a managed move, what is needed; null for everything else
    public record Given(
            OfferKind kind,
            @Nullable String strand,
            UUID provider,
            boolean isDirect,
            boolean agreed,
            String eligibility,
            String needs,
            @Nullable UUID action,
            @Nullable Suggestion suggestion,
            @Nullable Family family,
            @Nullable MoveNeed move) {}

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
    /// @throws Refused when the person cannot be reached safely, or words tell where a refuge is
    public void offer(Viewer viewer, UUID offer, UUID whole, UUID person, Given given) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "offer").with("what", given.kind.name()), shown -> {
            Beginning beginning = beginning(plans.the(whole, shown), person);
            if (isThere(offer)) {
                return false;
            }
            check(beginning, given);
            shown.add(offer);
            return Absent.whereRefused(() -> write(viewer, offer, beginning, given, shown));
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
        SafeWays ways = found.standing() == Standing.PERPETRATOR
                ? SafeWays.of(List.of(found))
                : found.standing() == Standing.VICTIM
                                || !SafeWays.of(List.of(found)).mayBeReached()
                        ? plan.ways()
                        : SafeWays.of(List.of(found));
        return new Beginning(
                plan,
                found,
                kinds,
                choices.strands(),
                choices.providers(),
                ways,
                vacancies.latest(),
                choices.landlords());
    }

    private void check(Beginning beginning, Given given) {
        boolean fits = given.kind.isFor(beginning.person.standing())
                && choices.isProvider(given.provider, choices.part(given.kind))
                && (given.strand == null || choices.isStrand(given.strand, given.kind));
        if (!fits || (given.suggestion != null) != (given.kind == OfferKind.PERPETRATOR_PROGRAMME)) {
            throw new Absent();
        }
        if (given.suggestion != null && given.suggestion.cannotReveal.length() < ENOUGH) {
            throw new Refused("support.refused.reveals");
        }
        if (given.suggestion == null && given.agreed && given.isDirect && !beginning.ways.mayBeReached()) {
            throw new Refused("support.refused.unsafe");
        }
        checkMove(beginning, given);
        if (given.kind.hidesAPlace() && (PlaceInWords.isIn(given.needs) || PlaceInWords.isIn(given.eligibility))) {
            throw new Refused("support.refused.place");
        }
    }

    /// A landlord decides about a property, not about a person.
    private static void checkMove(Beginning beginning, Given given) {
        boolean names = beginning.plan.persons().stream()
                .anyMatch(one -> Moving.names(one, given.needs) || Moving.names(one, given.eligibility));
        if (given.move != null && names) {
            throw new Refused("support.refused.name");
        }
    }

    private boolean isThere(UUID offer) {
        return database.sql("select exists (select from support.offer where id = :id)")
                .param("id", offer)
                .query(Boolean.class)
                .single();
    }

    private boolean write(Viewer viewer, UUID offer, Beginning beginning, Given given, Shown shown) {
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
        insert(viewer, offer, part, given);
        if (given.suggestion != null) {
            database.sql("insert into support.suggestion (record_id, cannot_reveal) values (:offer, :why)")
                    .param("offer", offer)
                    .param("why", given.suggestion.cannotReveal)
                    .update();
        }
        step(viewer, offer, part, 1, StepKind.OFFERED, null);
        if (given.agreed) {
            tell(offer, beginning, given, part);
        } else {
            step(viewer, offer, part, 2, StepKind.DECLINED, "DECLINED_OTHER");
        }
        if (given.family != null) {
            vacancies.keep(offer, given.family);
        }
        if (given.move != null) {
            Moving.keep(database, offer, given.move);
        }
        if (given.action != null) {
            shown.add(given.action);
            actions.offered(given.action, offer);
        }
        return true;
    }

    private void insert(Viewer viewer, UUID offer, String part, Given given) {
        database.sql("""
                        insert into support.offer (id, part, offer_kind, strand, provider_id, reach, consent, eligibility,
                            needs, partner_link, agency_id, asked_at, asked_on, asked_by)
                        values (:id, :part, :what, cast(:strand as text), :provider, :reach, :consent, :eligibility,
                            :needs, cast(:partner as boolean), :agency, now(), access.today(), :account)
                        """)
                .param("id", offer)
                .param("part", part)
                .param("what", given.kind.name())
                .param("strand", given.strand)
                .param("provider", given.provider)
                .param("reach", given.isDirect ? "DIRECT" : "IDVA")
                .param("consent", given.agreed ? "YES" : "NO")
                .param("eligibility", given.eligibility)
                .param("needs", given.needs)
                .param("partner", given.suggestion == null ? null : given.suggestion.partnerIsSupported)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    private void step(Viewer viewer, UUID offer, String part, int version, StepKind what, @Nullable String reason) {
        database.sql("""
                        insert into support.offer_step (id, record_id, part, version, what, on_day, reason, words, agency_id,
                            at, by)
                        values (gen_random_uuid(), :offer, :part, :version, :what, access.today(), cast(:reason as text), '',
                            :agency, now(), :account)
                        """)
                .param("offer", offer)
                .param("part", part)
                .param("version", version)
                .param("what", what.name())
                .param("reason", reason)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    /// What the provider is told, and who of them gets it.
    private void tell(UUID offer, Beginning beginning, Given given, String part) {
        if (given.move == null) {
            name(offer, beginning, given, part);
        }
        database.sql("select support.tell_provider(:offer)")
                .param("offer", offer)
                .query(_ -> {});
    }

    /// Who it is, in the part that opens that.
    private void name(UUID offer, Beginning beginning, Given given, String part) {
        SourceRecord person = beginning.person;
        database.sql("""
                        insert into support.offer_told (record_id, part, name, born, contact)
                        values (:offer, :part, :name, :born, :contact)
                        """)
                .param("offer", offer)
                .param("part", part.equals("SUPPORT") ? person.standing().part().name() : part)
                .param("name", person.name().given() + " " + person.name().family())
                .param("born", person.dateOfBirth())
                .param("contact", given.isDirect ? lines(beginning) : "")
                .update();
    }

    /// A way to a line. Whoever rings for a child asks for the parent who was harmed.
    private static String lines(Beginning beginning) {
        String whom = beginning.person.standing() == Standing.VICTIM || !beginning.ways.equals(beginning.plan.ways())
                ? ""
                : beginning.plan.persons().stream()
                        .filter(one -> one.standing() == Standing.VICTIM)
                        .map(one -> one.name().given() + " " + one.name().family() + ": ")
                        .findFirst()
                        .orElse("");
        return lines(beginning.ways, whom);
    }

    static String lines(SafeWays ways, String whom) {
        return ways.safe().stream().map(way -> whom + line(way)).collect(Collectors.joining("\n"));
    }

    private static String line(SafeContact way) {
        return Stream.of(way.value(), way.times(), way.remark())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
