package org.witan.marac.protection;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;
import org.witan.people.SourceRecords;
import org.witan.people.Standing;

/// Writes down protective orders and what becomes of them. Nothing that stood is overwritten: each change is
/// another term, and of two that change the same, the second is told what the first wrote.
@Component
public class KeepingOrders {
    private static final String ORDER = "order";
    private final Witnessing witnessing;
    private final Orders orders;
    private final SourceRecords persons;
    private final References references;
    private final JdbcClient database;

    KeepingOrders(
            Witnessing witnessing, Orders orders, SourceRecords persons, References references, JdbcClient database) {
        this.witnessing = witnessing;
        this.orders = orders;
        this.persons = persons;
        this.references = references;
        this.database = database;
    }

    /// What a new order of a referral can say.
    ///
    /// @param reference of the referral
    /// @param harmers whom it can bind, as far as whoever looks may see
    /// @param others whom it can protect
    public record Beginning(
            UUID referral,
            String reference,
            List<OrderType> types,
            List<SourceRecord> harmers,
            List<SourceRecord> others) {}

    /// What is needed to write down an order.
    ///
    /// @throws Absent when there is no such referral for this viewer
    public Beginning begin(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, ORDER), shown -> {
            Beginning found = beginning(referral, shown);
            shown.add(referral);
            return found;
        });
    }

    /// Kinds of orders.
    public List<OrderType> types(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "order type"), _ -> orders.types());
    }

    /// An order with all that stood.
    ///
    /// @throws Absent when there is none for this viewer
    public ProtectiveOrder open(Viewer viewer, UUID order) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, ORDER), shown -> the(order, shown));
    }

    /// Writes down an order. Sent twice, it is written once.
    ///
    /// @param order made with the form
    /// @throws Absent when there is no such referral for this viewer, one of the persons is not in it, or they
    ///     write no orders
    /// @throws Refused when something else was sent from the same form before
    public void write(
            Viewer viewer, UUID order, UUID referral, OrderTerms terms, List<UUID> binds, List<UUID> protects) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, ORDER), shown -> {
            shown.add(referral);
            check(beginning(referral, shown), binds, protects);
            var written = new Change(OrderStep.WRITTEN, terms, null, "");
            return Absent.whereRefused(() -> {
                boolean begun = begun(viewer, order, referral) == 1;
                if (begun) {
                    binds.forEach(person -> name(order, referral, person, true));
                    protects.forEach(person -> name(order, referral, person, false));
                }
                boolean kept = begun
                        ? term(viewer, order, order, referral, 1, written)
                        : isSame(viewer, order, order, 1, written)
                                && named(order, true).equals(Set.copyOf(binds))
                                && named(order, false).equals(Set.copyOf(protects));
                if (!kept) {
                    throw new Refused("marac.refused.sent-before");
                }
                return begun;
            });
        });
    }

    /// Another term of an order.
    ///
    /// @param what not WRITTEN
    /// @param endedOn the day on which it was over; null for what does not end it
    public record Change(
            OrderStep what, OrderTerms terms, @Nullable LocalDate endedOn, String reason) {}

    /// Changes an order. Sent twice, it is changed once.
    ///
    /// @param term made with the form
    /// @param version of the term that was on the page
    /// @return whether it was changed; not when somebody else changed it meanwhile
    /// @throws Absent when there is no such order for this viewer, or they write no orders
    /// @throws Refused when something else was sent from the same form before
    public boolean change(Viewer viewer, UUID order, UUID term, int version, Change change) {
        var deed = Deed.of(Verb.CHANGE, ORDER).with("what", change.what.name());
        return witnessing.witness(viewer, deed, shown -> {
            ProtectiveOrder found = the(order, shown);
            boolean changed = found.now().version() == version
                    && Absent.whereRefused(() -> term(viewer, term, order, found.referral(), version + 1, change));
            return changed || wasSent(viewer, term, order, version + 1, change);
        });
    }

    private boolean wasSent(Viewer viewer, UUID term, UUID order, int version, Change change) {
        boolean sent = database.sql("select exists (select from marac.order_term where id = :id)")
                .param("id", term)
                .query(Boolean.class)
                .single();
        if (sent && !isSame(viewer, term, order, version, change)) {
            throw new Refused("marac.refused.sent-before");
        }
        return sent;
    }

    private ProtectiveOrder the(UUID order, Shown shown) {
        ProtectiveOrder found = orders.find(order).orElseThrow(Absent::new);
        ListingOrders.show(shown, found);
        return found;
    }

    private Beginning beginning(UUID referral, Shown shown) {
        String reference = references.the(referral);
        List<UUID> named = database.sql("""
                        select person_id from marac.referred_person where record_id = :id order by place, person_id
                        """)
                .param("id", referral)
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
        Map<UUID, SourceRecord> found =
                persons.read(named).stream().collect(Collectors.toMap(SourceRecord::id, Function.identity()));
        found.keySet().forEach(shown::add);
        List<SourceRecord> all =
                named.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        return new Beginning(
                referral,
                reference,
                orders.types(),
                all.stream()
                        .filter(one -> one.standing() == Standing.PERPETRATOR)
                        .toList(),
                all.stream()
                        .filter(one -> one.standing() != Standing.PERPETRATOR)
                        .toList());
    }

    private static void check(Beginning beginning, List<UUID> binds, List<UUID> protects) {
        if (!ids(beginning.harmers).containsAll(binds) || !ids(beginning.others).containsAll(protects)) {
            throw new Absent();
        }
    }

    private static List<UUID> ids(List<SourceRecord> all) {
        return all.stream().map(SourceRecord::id).toList();
    }

    private int begun(Viewer viewer, UUID order, UUID referral) {
        return database.sql("""
                        insert into marac.protective_order (id, record_id, agency_id, written_at, written_by)
                        values (:id, :referral, :agency, now(), :account) on conflict do nothing
                        """)
                .param("id", order)
                .param("referral", referral)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    private Set<UUID> named(UUID order, boolean bound) {
        return new HashSet<>(
                database.sql("select person_id from marac.order_person where order_id = :order and is_bound = :bound")
                        .param("order", order)
                        .param("bound", bound)
                        .query((row, _) -> row.getObject("person_id", UUID.class))
                        .list());
    }

    /// Whether the same was written by the same before.
    private boolean isSame(Viewer viewer, UUID id, UUID order, int version, Change change) {
        return ofTerm(viewer, id, order, version, change, """
                        select exists (select from marac.order_term
                                       where id = :id and order_id = :order and version = :version and what = :what
                                         and type = :type and issuer = :issuer and conditions = :conditions
                                         and reason = :reason and starts_on = :starts
                                         and made_on is not distinct from cast(:made as date)
                                         and served_on is not distinct from cast(:served as date)
                                         and ends_on is not distinct from cast(:ends as date)
                                         and ended_on is not distinct from cast(:ended as date)
                                         and agency_id = :agency and by = :account)
                        """)
                .query(Boolean.class)
                .single();
    }

    private void name(UUID order, UUID referral, UUID person, boolean bound) {
        database.sql("""
                        insert into marac.order_person (order_id, record_id, person_id, is_bound)
                        values (:order, :referral, :person, :bound) on conflict do nothing
                        """)
                .param("order", order)
                .param("referral", referral)
                .param("person", person)
                .param("bound", bound)
                .update();
    }

    /// Nothing where another change of this version stands, or one that was sent from the same form.
    private boolean term(Viewer viewer, UUID id, UUID order, UUID referral, int version, Change change) {
        return ofTerm(viewer, id, order, version, change, """
                        insert into marac.order_term (id, order_id, record_id, version, what, type, issuer, made_on, served_on,
                            starts_on, ends_on, conditions, ended_on, reason, agency_id, at, by)
                        values (:id, :order, :referral, :version, :what, :type, :issuer, cast(:made as date), cast(:served as date),
                            :starts, cast(:ends as date), :conditions, cast(:ended as date), :reason, :agency, now(), :account)
                        on conflict do nothing
                        """)
                        .param("referral", referral)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec ofTerm(
            Viewer viewer, UUID id, UUID order, int version, Change change, String statement) {
        OrderTerms terms = change.terms;
        return database.sql(statement)
                .param("id", id)
                .param("order", order)
                .param("version", version)
                .param("what", change.what.name())
                .param("type", terms.type().code())
                .param("issuer", terms.issuer())
                .param("made", terms.madeOn())
                .param("served", terms.servedOn())
                .param("starts", terms.startsOn())
                .param("ends", terms.endsOn())
                .param("conditions", terms.conditions())
                .param("ended", change.endedOn)
                .param("reason", change.reason)
                .param("agency", viewer.agency())
                .param("account", viewer.account());
    }
}
