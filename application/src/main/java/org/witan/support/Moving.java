package org.witan.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;

/// Managed house moves: a landlord is asked without a name, offers one property that does not lie where the person must
/// not live, and is told who it is when the property is taken.
///
/// The rule `noPropertyNearTheAllegedPerpetrator`: the landlord hears that a property cannot be offered, and never why.
@Component
public class Moving {
    private static final int TRIES = 5;
    private final Witnessing witnessing;
    private final Offers offers;
    private final ReadingPlans plans;
    private final JdbcClient database;

    Moving(Witnessing witnessing, Offers offers, ReadingPlans plans, JdbcClient database) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.plans = plans;
        this.database = database;
    }

    /// A move.
    ///
    /// @param properties the newest first
    public record Move(Offer offer, MoveNeed need, List<Property> properties) {

        /// The property that waits for an answer.
        public Optional<Property> open() {
            return properties.stream().filter(one -> one.answer() == null).findFirst();
        }

        /// Whether a landlord may offer one now: none was offered, or the last was not safe.
        public boolean wantsOne() {
            return !offer.now().what().isOver()
                    && properties.stream().allMatch(one -> one.answer() == Property.Answer.NOT_SAFE);
        }
    }

    /// Opens a move.
    ///
    /// @throws Absent when there is none for this viewer
    public Move open(Viewer viewer, UUID offer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "move"), shown -> the(offer, shown));
    }

    /// Offers a property. Sent twice, it is offered once.
    ///
    /// @return whether it can be offered; not where the person must not live
    /// @throws Refused when one was offered already, or too many were tried
    public boolean propose(Viewer viewer, UUID offer, Property property) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "property"), shown -> {
            Move move = the(offer, shown);
            if (move.properties.stream().anyMatch(one -> one.id().equals(property.id()))) {
                return true;
            }
            if (viewer.role() != Role.SUPPORT_WORKER) {
                throw new Absent();
            }
            if (!move.wantsOne()) {
                throw new Refused("support.refused.one-offer");
            }
            if (tries(offer) >= TRIES) {
                throw new Refused("support.refused.tries");
            }
            return Absent.whereRefused(
                    () -> isAvoided(offer, property) ? tried(viewer, offer) : offered(viewer, offer, property));
        });
    }

    /// Says what came of a property. When it is taken, the landlord is told who it is, and a property is owed.
    ///
    /// @throws Refused when none waits for an answer
    public void answer(Viewer viewer, UUID offer, Property.Answer answer) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "property").with("what", answer.name()), shown -> {
            Move move = the(offer, shown);
            Property property = move.open().orElseThrow(() -> new Refused("support.refused.not-next"));
            return Absent.whereRefused(() -> {
                int answered = database.sql("""
                                update support.property set answer = :answer, answered_at = now(), answered_by = :account
                                where id = :id and answer is null
                                """)
                        .param("answer", answer.name())
                        .param("account", viewer.account())
                        .param("id", property.id())
                        .update();
                if (answered == 0) {
                    throw new Absent();
                }
                if (answer == Property.Answer.TAKEN) {
                    database.sql("select support.owe(:id)")
                            .param("id", property.id())
                            .query(_ -> {});
                    tell(move.offer, shown);
                }
                return answered;
            });
        });
    }

    /// What one landlord owes another: how many properties.
    public record Debt(String debtor, String creditor, long properties) {}

    /// Who owes whom, after what each owes the other is set off.
    public List<Debt> ledger(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "ledger"),
                _ -> database.sql("""
                        with side as (
                            select debtor_id, creditor_id, 1 as n from support.owed
                            union all select creditor_id, debtor_id, -1 from support.owed)
                        select d.name as debtor, c.name as creditor, sum(b.n) as properties
                        from side b join access.agency d on d.id = b.debtor_id join access.agency c on c.id = b.creditor_id
                        group by d.name, c.name having sum(b.n) > 0 order by sum(b.n) desc, d.name, c.name
                        """)
                        .query((row, _) ->
                                new Debt(row.getString("debtor"), row.getString("creditor"), row.getLong("properties")))
                        .list());
    }

    /// Keeps what somebody needs who moves, with an offer that is being made.
    static void keep(JdbcClient database, UUID offer, MoveNeed need) {
        database.sql("""
                        insert into support.move_need (record_id, landlord_id, bedrooms)
                        values (:offer, cast(:landlord as uuid), :bedrooms)
                        """)
                .param("offer", offer)
                .param("landlord", need.landlord())
                .param("bedrooms", need.bedrooms())
                .update();
        need.avoid().stream()
                .distinct()
                .forEach(area -> database.sql(
                                "insert into support.avoided_area (record_id, area) values (:offer, :area)")
                        .param("offer", offer)
                        .param("area", area)
                        .update());
    }

    /// Whether words name a person.
    static boolean names(SourceRecord person, String words) {
        String all = words.toLowerCase(Locale.UK);
        return Stream.of(person.name().given(), person.name().family())
                .filter(name -> name.length() > 2)
                .anyMatch(name -> all.contains(name.toLowerCase(Locale.UK)));
    }

    private Move the(UUID offer, Shown shown) {
        Offer found = offers.find(offer)
                .filter(one -> one.kind() == OfferKind.MANAGED_MOVE)
                .orElseThrow(Absent::new);
        shown.add(offer);
        return new Move(found, need(offer), properties(offer));
    }

    private MoveNeed need(UUID offer) {
        List<String> avoid = database.sql(
                        "select area from support.avoided_area where record_id = :offer order by area")
                .param("offer", offer)
                .query((row, _) -> row.getString("area"))
                .list();
        return database.sql("select landlord_id, bedrooms from support.move_need where record_id = :offer")
                .param("offer", offer)
                .query((row, _) ->
                        new MoveNeed(row.getObject("landlord_id", UUID.class), row.getInt("bedrooms"), avoid))
                .optional()
                .orElseGet(() -> new MoveNeed(null, 0, avoid));
    }

    private List<Property> properties(UUID offer) {
        return database.sql("select * from support.property where record_id = :offer order by at desc")
                .param("offer", offer)
                .query((row, _) -> {
                    @Nullable String answer = row.getString("answer");
                    return new Property(
                            row.getObject("id", UUID.class),
                            row.getString("postcode"),
                            row.getString("ward"),
                            row.getInt("bedrooms"),
                            row.getString("words"),
                            answer == null ? null : Property.Answer.valueOf(answer));
                })
                .list();
    }

    private long tries(UUID offer) {
        return database.sql("select count(*) from support.property_try where record_id = :offer")
                .param("offer", offer)
                .query(Long.class)
                .single();
    }

    private boolean isAvoided(UUID offer, Property property) {
        return database.sql("select support.is_avoided(:offer, :postcode, :ward)")
                .param("offer", offer)
                .param("postcode", property.postcode())
                .param("ward", property.ward())
                .query(Boolean.class)
                .single();
    }

    private boolean tried(Viewer viewer, UUID offer) {
        database.sql("""
                        insert into support.property_try (id, record_id, at, by)
                        values (gen_random_uuid(), :offer, now(), :account)
                        """)
                .param("offer", offer)
                .param("account", viewer.account())
                .update();
        return false;
    }

    private boolean offered(Viewer viewer, UUID offer, Property property) {
        database.sql("""
                        insert into support.property (id, record_id, postcode, ward, bedrooms, words, agency_id, at, by)
                        values (:id, :offer, :postcode, :ward, :bedrooms, :words, :agency, now(), :account)
                        """)
                .param("id", property.id())
                .param("offer", offer)
                .param("postcode", property.postcode())
                .param("ward", property.ward())
                .param("bedrooms", property.bedrooms())
                .param("words", property.words())
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
        return true;
    }

    private void tell(Offer offer, Shown shown) {
        UUID whole = offer.whole();
        UUID person = offer.person();
        if (whole == null || person == null) {
            throw new Absent();
        }
        Plan plan = plans.the(whole, shown);
        SourceRecord found = plan.persons().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(Absent::new);
        database.sql("""
                        insert into support.offer_told (record_id, part, name, born, contact)
                        values (:offer, :part, :name, :born, :contact) on conflict do nothing
                        """)
                .param("offer", offer.id())
                .param("part", found.standing().part().name())
                .param("name", found.name().given() + " " + found.name().family())
                .param("born", found.dateOfBirth())
                .param("contact", offer.isDirect() ? Offering.lines(plan.ways(), "") : "")
                .update();
    }
}
