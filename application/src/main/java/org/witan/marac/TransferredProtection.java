package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.TransferContent.Broken;
import org.witan.marac.TransferContent.Linked;
import org.witan.marac.TransferContent.Ordered;
import org.witan.marac.protection.OrderStep;
import org.witan.marac.protection.OrderTerm;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.marac.protection.SchemeLink;
import org.witan.people.SourceRecord;
import org.witan.shared.Identity;
import org.witan.site.Wording;

/// Protective orders and links to other bodies as they go to another MARAC, and as they come from one. Asked inside a
/// witnessed piece of work.
@Component
class TransferredProtection {
    private final JdbcClient database;
    private final Wording words;
    private final Clock clock;

    TransferredProtection(JdbcClient database, Wording words, Clock clock) {
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /// Orders of a referral and of others of the same victim, but for those that were written down in error.
    ///
    /// @param persons that go, in their order
    /// @param open whether what may tell where somebody lives goes too
    List<Ordered> orders(Referral referral, List<UUID> persons, boolean open) {
        Map<UUID, Integer> places = places(persons);
        return referral.orders().stream()
                .filter(one -> one.now().what() != OrderStep.IN_ERROR)
                .map(one -> ordered(one, places, open))
                .toList();
    }

    private Ordered ordered(ProtectiveOrder one, Map<UUID, Integer> places, boolean open) {
        OrderTerm now = one.now();
        return new Ordered(
                now.terms().type().code(),
                now.terms().type().words(),
                open ? now.terms().issuer() : "",
                now.terms().madeOn(),
                now.terms().servedOn(),
                now.terms().startsOn(),
                now.terms().endsOn(),
                open ? now.terms().conditions() : "",
                one.isHeld() || (!open && !now.terms().conditions().isEmpty()),
                now.isOver() ? now.what().name() : "",
                now.isOver() ? now.endedOn() : null,
                now.isOver() ? (open ? now.reason() : words.the("marac.order.held.reason")) : "",
                placed(one.binds(), places),
                placed(one.protects(), places),
                one.breaches().stream()
                        .filter(breach -> breach.struckBecause().isEmpty())
                        .map(breach ->
                                new Broken(breach.day(), open ? breach.words() : "", open ? breach.reportedTo() : ""))
                        .toList());
    }

    private static List<Integer> placed(List<SourceRecord> persons, Map<UUID, Integer> places) {
        return persons.stream()
                .flatMap(one -> Stream.ofNullable(places.get(one.id())))
                .distinct()
                .sorted()
                .toList();
    }

    /// The places of the persons, and of all records that tell of the same.
    private Map<UUID, Integer> places(List<UUID> persons) {
        var places = new HashMap<UUID, Integer>();
        database.sql("""
                        select p.id, t.other_id
                        from unnest(cast(:persons as uuid[])) p (id)
                        cross join lateral (select x.other_id from people.together x where x.record_id = p.id offset 0) t
                        """).param("persons", persons.toArray(UUID[]::new)).query(row -> {
            places.put(row.getObject("other_id", UUID.class), persons.indexOf(row.getObject("id", UUID.class)));
        });
        persons.forEach(person -> places.put(person, persons.indexOf(person)));
        return places;
    }

    /// Whether any record of some persons, also one that another referral told, hides where they
    /// live: then nothing may go that tells it, also of those who may live with them.
    boolean hides(List<UUID> persons) {
        return database.sql("""
                        select exists (
                            select from people.source_record s
                            where s.id in (select t.other_id from people.together t
                                           where t.record_id = any (cast(:persons as uuid[]))
                                           union select unnest(cast(:persons as uuid[])))
                              and (s.protected or exists (
                                  select from people.address a where a.record_id = s.id and a.protected)))
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /// Links that stand.
    ///
    /// @param open whether what may tell where somebody lives goes too
    List<Linked> links(Referral referral, boolean open) {
        Collection<UUID> standing = referral.links().stream()
                .filter(SchemeLink::stands)
                .map(SchemeLink::id)
                .toList();
        return database.sql("""
                        select l.scheme, l.reference, l.level, l.category, l.since_on, l.until_on, l.lead, l.contact
                        from marac.scheme_link l join marac.scheme s on s.code = l.scheme
                        where l.id = any (cast(:links as uuid[])) order by s.place, l.since_on, l.id
                        """)
                .param("links", standing.toArray(UUID[]::new))
                .query((row, _) -> linked(row, open))
                .list();
    }

    private Linked linked(ResultSet row, boolean open) throws SQLException {
        return new Linked(
                row.getString("scheme"),
                row.getString("reference"),
                row.getString("level"),
                row.getString("category"),
                row.getObject("since_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                open ? row.getString("lead") : words.the("marac.link.held"),
                open ? row.getString("contact") : "");
    }

    /// Keeps what came in the register, each with the mark that it came.
    ///
    /// @param persons of the referral, in their order
    void add(Viewer viewer, UUID referral, TransferContent content, List<UUID> persons) {
        content.orders().forEach(one -> add(viewer, referral, one, persons));
        content.links().forEach(one -> add(viewer, referral, one));
    }

    private void add(Viewer viewer, UUID referral, Ordered one, List<UUID> persons) {
        UUID order = newId();
        database.sql("""
                        insert into marac.protective_order (id, record_id, agency_id, written_at, written_by, came_with, held)
                        values (:id, :referral, :agency, now(), :account, :referral, :held)
                        """)
                .param("id", order)
                .param("referral", referral)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .param("held", one.held())
                .update();
        one.binds().forEach(place -> name(order, referral, persons.get(place), true));
        one.protects().forEach(place -> name(order, referral, persons.get(place), false));
        term(viewer, order, referral, one, 1, OrderStep.WRITTEN.name(), null, "");
        if (!one.over().isEmpty()) {
            term(viewer, order, referral, one, 2, one.over(), one.endedOn(), one.reason());
        }
        one.breaches().forEach(breach -> add(viewer, order, referral, breach));
    }

    private void name(UUID order, UUID referral, UUID person, boolean bound) {
        database.sql("""
                        insert into marac.order_person (order_id, record_id, person_id, is_bound)
                        values (:order, :referral, :person, :bound)
                        """)
                .param("order", order)
                .param("referral", referral)
                .param("person", person)
                .param("bound", bound)
                .update();
    }

    private void term(
            Viewer viewer,
            UUID order,
            UUID referral,
            Ordered one,
            int version,
            String what,
            @Nullable LocalDate ended,
            String reason) {
        database.sql("""
                        insert into marac.order_term (id, order_id, record_id, version, what, type, issuer, made_on, served_on,
                            starts_on, ends_on, conditions, ended_on, reason, agency_id, at, by)
                        values (:id, :order, :referral, :version, :what, :type, :issuer, cast(:made as date), cast(:served as date),
                            :starts, cast(:ends as date), :conditions, cast(:ended as date), :reason, :agency, now(), :account)
                        """)
                .param("id", newId())
                .param("order", order)
                .param("referral", referral)
                .param("version", version)
                .param("what", what)
                .param("type", one.type())
                .param("issuer", one.issuer())
                .param("made", one.madeOn())
                .param("served", one.servedOn())
                .param("starts", one.startsOn())
                .param("ends", one.endsOn())
                .param("conditions", one.conditions())
                .param("ended", ended)
                .param("reason", reason)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    private void add(Viewer viewer, UUID order, UUID referral, Broken breach) {
        database.sql("""
                        insert into marac.order_breach (id, order_id, record_id, on_day, words, reported_to, agency_id, at, by)
                        values (:id, :order, :referral, :day, :words, :reported, :agency, now(), :account)
                        """)
                .param("id", newId())
                .param("order", order)
                .param("referral", referral)
                .param("day", breach.on())
                .param("words", breach.words().isEmpty() ? words.the("marac.order.held.breach") : breach.words())
                .param("reported", breach.reportedTo())
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    private void add(Viewer viewer, UUID referral, Linked one) {
        database.sql("""
                        insert into marac.scheme_link (id, record_id, part, scheme, reference, level, category, since_on, until_on,
                            lead, contact, agency_id, written_at, written_by, came_with)
                        values (:id, :referral, (select s.part from marac.scheme s where s.code = :scheme), :scheme, :reference,
                            cast(:level as text), cast(:category as text), :since, cast(:until as date), :lead, :contact,
                            :agency, now(), :account, :referral)
                        """)
                .param("id", newId())
                .param("referral", referral)
                .param("scheme", one.scheme())
                .param("reference", one.reference())
                .param("level", one.level())
                .param("category", one.category())
                .param("since", one.since())
                .param("until", one.until())
                .param("lead", one.lead())
                .param("contact", one.contact())
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }
}
