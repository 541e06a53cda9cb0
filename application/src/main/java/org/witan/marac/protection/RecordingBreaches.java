package org.witan.marac.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.SourceRecord;
import org.witan.people.SourceRecords;
import org.witan.people.Standing;

/// Writes down that somebody broke an order. It is further abuse: module people receives it as what the agency of
/// whoever writes knows of these persons, and inside the window it waits for the coordinator as any incident
/// does.
@Component
public class RecordingBreaches {
    private static final String BREACH = "breach";
    private final Witnessing witnessing;
    private final Orders orders;
    private final SourceRecords persons;
    private final Receiving receiving;
    private final JdbcClient database;

    RecordingBreaches(
            Witnessing witnessing, Orders orders, SourceRecords persons, Receiving receiving, JdbcClient database) {
        this.witnessing = witnessing;
        this.orders = orders;
        this.persons = persons;
        this.receiving = receiving;
        this.database = database;
    }

    /// What is written down of a breach.
    ///
    /// @param reportedTo empty when to nobody
    public record Told(LocalDate day, String words, String reportedTo) {

        @Override
        public String toString() {
            return "a breach";
        }
    }

    /// Writes it down. Sent twice, it is written once.
    ///
    /// @param breach made with the form
    /// @throws Absent when there is no such order for this viewer, or they write no breaches
    /// @throws Refused when something else was sent from the same form before
    public void write(Viewer viewer, UUID breach, UUID order, Told told) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, BREACH), shown -> {
            ProtectiveOrder found = orders.find(order).orElseThrow(Absent::new);
            ListingOrders.show(shown, found);
            int written = Absent.whereRefused(() -> insert(viewer, breach, found, told));
            if (written == 0) {
                if (!isWritten(viewer, breach, order, told)) {
                    throw new Refused("marac.refused.sent-before");
                }
                return false;
            }
            give(viewer, breach, found, told, shown);
            return true;
        });
    }

    /// Strikes a breach that was wrong. What waits for the coordinator stays, and is theirs to set aside.
    ///
    /// @throws Absent when there is none under this id that this viewer may strike
    /// @throws Refused when it was struck before
    public void strike(Viewer viewer, UUID order, UUID breach, String reason) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, BREACH), shown -> {
            ProtectiveOrder found = orders.find(order).orElseThrow(Absent::new);
            ListingOrders.show(shown, found);
            int struck = database.sql("""
                            update marac.order_breach set struck_at = now(), struck_by = :by, struck_because = :reason
                            where id = :id and order_id = :order and struck_at is null
                            """)
                    .param("by", viewer.account())
                    .param("reason", reason)
                    .param("id", breach)
                    .param("order", order)
                    .update();
            if (struck == 0) {
                boolean before = found.breaches().stream()
                        .anyMatch(one ->
                                one.id().equals(breach) && !one.struckBecause().isEmpty());
                throw before ? new Refused("marac.refused.struck") : new Absent();
            }
            return true;
        });
    }

    private int insert(Viewer viewer, UUID breach, ProtectiveOrder order, Told told) {
        return database.sql("""
                        insert into marac.order_breach (id, order_id, record_id, on_day, words, reported_to, agency_id, at, by)
                        values (:id, :order, :referral, :day, :words, :reported, :agency, now(), :account)
                        on conflict do nothing
                        """)
                .param("id", breach)
                .param("order", order.id())
                .param("referral", order.referral())
                .param("day", told.day)
                .param("words", told.words)
                .param("reported", told.reportedTo)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    private boolean isWritten(Viewer viewer, UUID breach, UUID order, Told told) {
        return database.sql("""
                        select exists (select from marac.order_breach
                                       where id = :id and order_id = :order and on_day = :day and words = :words
                                         and reported_to = :reported and by = :account)
                        """)
                .param("id", breach)
                .param("order", order)
                .param("day", told.day)
                .param("words", told.words)
                .param("reported", told.reportedTo)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    private void give(Viewer viewer, UUID breach, ProtectiveOrder order, Told told, Shown shown) {
        List<GivenPerson> given = Stream.concat(victim(order.referral()).stream(), order.binds().stream())
                .map(RecordingBreaches::given)
                .filter(GivenPerson::saysWho)
                .toList();
        if (given.stream().noneMatch(one -> one.standing() == Standing.VICTIM)) {
            throw new Absent();
        }
        var concern = new GivenConcern(
                breach.toString(),
                told.day,
                "BREACH",
                order.now().terms().type().words() + ": " + told.words);
        var receipt = receiving.receive(viewer, new Given(Source.AGENCY_FORM, given, List.of(), concern), shown);
        if (receipt instanceof Receipt.Received received && received.concern() != null) {
            database.sql("select marac.find_breach(:breach, :concern)")
                    .param("breach", breach)
                    .param("concern", received.concern())
                    .query(_ -> {});
        }
    }

    private List<SourceRecord> victim(UUID referral) {
        return persons
                .read(database.sql("select person_id from marac.referred_person where record_id = :id order by place")
                        .param("id", referral)
                        .query((row, _) -> row.getObject("person_id", UUID.class))
                        .list())
                .stream()
                .filter(one -> one.standing() == Standing.VICTIM)
                .limit(1)
                .toList();
    }

    /// As the referral names them. Under no key: a record is seen by whoever gave it, and a colleague who tells
    /// of the next breach may not know the one before.
    private static GivenPerson given(SourceRecord one) {
        var person =
                GivenPerson.of(one.standing(), one.name(), one.dateOfBirth()).withSex(one.sex());
        return one.isProtected() ? person.hidden() : person;
    }
}
