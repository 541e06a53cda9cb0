package org.witan.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
/// The rule `contactStopsUntilSomebodyConfirmsHow`: which offers are stopped is asked of the database
/// each time they are read, so that nothing has to arrive anywhere first.
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
    /// @param mark of all that is shown: another when something became known since
    public record Stopped(Plan plan, List<Offer> stopped, List<Alarm> alarms, String mark) {}

    /// What is to be confirmed in a plan.
    ///
    /// @throws Absent when there is no such plan for this viewer
    public Stopped open(Viewer viewer, UUID whole) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "contact"), shown -> {
            Plan plan = plans.the(whole, shown);
            Map<UUID, List<UUID>> alarms = alarmsAt(plan);
            return new Stopped(plan, plan.stopped(), alarms(alarms.values()), mark(plan, alarms));
        });
    }

    /// Confirms for all offers of a plan that are stopped. An offer that was made only through the IDVA stays so: more
    /// was not asked of her.
    ///
    /// @param isDirect whether providers speak to her by the ways that are safe now; otherwise the IDVA does
    /// @param mark of what was shown
    /// @return whether it was confirmed; not when something became known since it was shown
    /// @throws Refused when no way is called safe now
    public boolean confirm(Viewer viewer, UUID whole, boolean isDirect, String mark) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "contact"), shown -> {
            Plan plan = plans.the(whole, shown);
            Map<UUID, List<UUID>> alarms = alarmsAt(plan);
            if (!mark(plan, alarms).equals(mark)) {
                return false;
            }
            return Absent.whereRefused(() -> {
                plan.stopped()
                        .forEach(offer -> confirm(
                                viewer,
                                plan,
                                offer,
                                isDirect && offer.isDirect(),
                                alarms.getOrDefault(offer.id(), List.of())));
                return true;
            });
        });
    }

    /// Says that reaching the person of an offer may not be safe any more. Sent twice, it is said once; what says
    /// something else than the alarm of that id is an alarm of its own.
    ///
    /// @throws Absent when there is no such open offer for this viewer
    public void raise(Viewer viewer, UUID alarm, UUID offer, String words) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "alarm"), shown -> {
            Offer found = offers.find(offer)
                    .filter(one -> one.kind() != OfferKind.PERPETRATOR_PROGRAMME)
                    .orElseThrow(Absent::new);
            shown.add(offer);
            if (found.kind().hidesAPlace() && PlaceInWords.mustNotStandIn(found.kind(), words)) {
                throw new Refused("support.refused.place");
            }
            return Absent.whereRefused(() -> database.sql("""
                            insert into support.contact_alarm (id, record_id, words, agency_id, at, by)
                            values (support.id_of_alarm(:id, :offer, :words), :offer, :words, :agency, now(), :account)
                            on conflict do nothing
                            """)
                    .param("id", alarm)
                    .param("offer", offer)
                    .param("words", words)
                    .param("agency", viewer.agency())
                    .param("account", viewer.account())
                    .update());
        });
    }

    /// Says the same at a job, for whoever goes to the home and may not see the offer. Sent twice, it is said once.
    ///
    /// @throws Absent when there is no such job for this viewer
    public void raiseAtJob(Viewer viewer, UUID alarm, UUID job, String words) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "alarm"), shown -> {
            shown.add(job);
            boolean raised = database.sql("select support.raise_at_job(:alarm, :job, :words)")
                    .param("alarm", alarm)
                    .param("job", job)
                    .param("words", words)
                    .query(Boolean.class)
                    .single();
            if (!raised) {
                throw new Absent();
            }
            return alarm;
        });
    }

    private void confirm(Viewer viewer, Plan plan, Offer offer, boolean isDirect, List<UUID> alarms) {
        ToldWays told = told(plan, offer);
        if (isDirect && !told.ways().mayBeReached()) {
            throw new Refused("support.refused.unsafe");
        }
        database.sql("""
                        insert into support.contact_confirmed (id, record_id, reach, contact, alarms, agency_id, at, by)
                        values (gen_random_uuid(), :offer, :reach, :contact, cast(:alarms as uuid[]), :agency, now(), :account)
                        """)
                .param("offer", offer.id())
                .param("reach", isDirect ? "DIRECT" : "IDVA")
                .param("contact", isDirect ? told.lines() : "")
                .param("alarms", alarms.toArray(UUID[]::new))
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
        database.sql("select support.learn_anew(:offer)")
                .param("offer", offer.id())
                .query(_ -> {});
    }

    private static ToldWays told(Plan plan, Offer offer) {
        SourceRecord person = plan.persons().stream()
                .filter(one -> one.id().equals(offer.person()))
                .findFirst()
                .orElseThrow(Absent::new);
        return ToldWays.of(plan, person);
    }

    /// The alarms that stop each stopped offer of a plan, also those that were raised elsewhere.
    private Map<UUID, List<UUID>> alarmsAt(Plan plan) {
        var all = new HashMap<UUID, List<UUID>>();
        for (Offer offer : plan.stopped()) {
            all.put(
                    offer.id(),
                    database.sql("select id from support.alarms_at(:offer) order by id")
                            .param("offer", offer.id())
                            .query((row, _) -> row.getObject("id", UUID.class))
                            .list());
        }
        return all;
    }

    private List<Alarm> alarms(Collection<List<UUID>> all) {
        return database.sql("""
                        select a.words, y.name from support.contact_alarm a join access.agency y on y.id = a.agency_id
                        where a.id = any (cast(:ids as uuid[])) order by a.at desc
                        """)
                .param("ids", all.stream().flatMap(List::stream).distinct().toArray(UUID[]::new))
                .query((row, _) -> new Alarm(row.getString("words"), row.getString("name")))
                .list();
    }

    private static String mark(Plan plan, Map<UUID, List<UUID>> alarms) {
        var all = new ArrayList<String>();
        plan.stopped().stream().sorted(Comparator.comparing(Offer::id)).forEach(offer -> {
            all.add(offer.id() + " " + offer.stoppedAt() + " " + offer.isDirect() + " "
                    + told(plan, offer).lines());
            all.add(alarms.getOrDefault(offer.id(), List.of()).toString());
        });
        Stream.of(plan.ways().safe(), plan.ways().unsafe())
                .map(ways -> ways.stream()
                        .map(one -> one.means() + " " + one.value() + " " + one.times() + " " + one.remark())
                        .sorted()
                        .toList())
                .forEach(ways -> all.add(ways.toString()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", all).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
