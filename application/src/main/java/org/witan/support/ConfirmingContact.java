package org.witan.support;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;

/// What happens when a way to reach somebody becomes unsafe after an offer was made: whoever notices says so, all open
/// offers by which she is reached stop, and whoever speaks for her confirms how she is reached from now on.
///
/// The rule `contactStopsUntilSomebodyConfirmsHow`: which offers are stopped is asked of the database each time they
/// are
/// read, so that nothing has to arrive anywhere first.
@Component
public class ConfirmingContact {
    private final Witnessing witnessing;
    private final ReadingPlans plans;
    private final Offers offers;
    private final JdbcClient database;

    ConfirmingContact(Witnessing witnessing, ReadingPlans plans, Offers offers, JdbcClient database) {
        this.witnessing = witnessing;
        this.plans = plans;
        this.offers = offers;
        this.database = database;
    }

    /// Something that somebody noticed.
    public record Alarm(String words, String agency) {}

    /// What is to be confirmed.
    ///
    /// @param stopped the offers of the plan that wait for it
    /// @param alarms what was noticed, newest first, as far as whoever looks may read it
    public record Stopped(Plan plan, List<Offer> stopped, List<Alarm> alarms) {}

    /// What is to be confirmed in a plan.
    ///
    /// @throws Absent when there is no such plan for this viewer
    public Stopped open(Viewer viewer, UUID whole) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "contact"), shown -> {
            Plan plan = plans.the(whole, shown);
            List<Offer> stopped = plan.stopped();
            return new Stopped(plan, stopped, stopped.isEmpty() ? List.of() : alarms(plan.offers()));
        });
    }

    /// Confirms for all offers of a plan that are stopped. Sent twice, it is confirmed once.
    ///
    /// @param isDirect whether providers speak to her by the ways that are safe now; otherwise the IDVA does
    /// @throws Refused when no way is called safe now
    public void confirm(Viewer viewer, UUID whole, boolean isDirect) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "contact"), shown -> {
            Plan plan = plans.the(whole, shown);
            return Absent.whereRefused(() -> plan.stopped().stream()
                    .mapToInt(offer -> confirm(viewer, plan, offer, isDirect))
                    .sum());
        });
    }

    /// Says that reaching the person of an offer may not be safe any more. Sent twice, it is said once.
    ///
    /// @throws Absent when there is no such open offer for this viewer
    public void raise(Viewer viewer, UUID alarm, UUID offer, String words) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "alarm"), shown -> {
            Offer found = offers.find(offer)
                    .filter(one -> one.kind() != OfferKind.PERPETRATOR_PROGRAMME)
                    .orElseThrow(Absent::new);
            shown.add(offer);
            if (found.kind().hidesAPlace() && PlaceInWords.isIn(words)) {
                throw new Refused("support.refused.place");
            }
            return Absent.whereRefused(() -> database.sql("""
                            insert into support.contact_alarm (id, record_id, words, agency_id, at, by)
                            values (:id, :offer, :words, :agency, now(), :account) on conflict do nothing
                            """)
                    .param("id", alarm)
                    .param("offer", offer)
                    .param("words", words)
                    .param("agency", viewer.agency())
                    .param("account", viewer.account())
                    .update());
        });
    }

    private int confirm(Viewer viewer, Plan plan, Offer offer, boolean isDirect) {
        SourceRecord person = plan.persons().stream()
                .filter(one -> one.id().equals(offer.person()))
                .findFirst()
                .orElseThrow(Absent::new);
        ToldWays told = ToldWays.of(plan, person);
        if (isDirect && !told.ways().mayBeReached()) {
            throw new Refused("support.refused.unsafe");
        }
        int confirmed = database.sql("""
                        insert into support.contact_confirmed (id, record_id, reach, contact, agency_id, at, by)
                        values (gen_random_uuid(), :offer, :reach, :contact, :agency, now(), :account)
                        """)
                .param("offer", offer.id())
                .param("reach", isDirect ? "DIRECT" : "IDVA")
                .param("contact", isDirect ? told.lines() : "")
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
        database.sql("select support.learn_anew(:offer)")
                .param("offer", offer.id())
                .query(_ -> {});
        return confirmed;
    }

    private List<Alarm> alarms(List<Offer> of) {
        return database.sql("""
                        select a.words, y.name from support.contact_alarm a join access.agency y on y.id = a.agency_id
                        where a.record_id = any (cast(:ids as uuid[]))
                          and not exists (select from support.contact_confirmed f
                                          where f.record_id = a.record_id and f.at >= a.at)
                        order by a.at desc
                        """)
                .param("ids", of.stream().map(Offer::id).toArray(UUID[]::new))
                .query((row, _) -> new Alarm(row.getString("words"), row.getString("name")))
                .list();
    }
}
