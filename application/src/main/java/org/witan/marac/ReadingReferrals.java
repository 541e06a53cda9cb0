package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.witan.access.Records;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.protection.LinkingSchemes;
import org.witan.marac.protection.Orders;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.marac.protection.SchemeLink;
import org.witan.people.Answer;
import org.witan.people.Relation;
import org.witan.people.SourceRecord;
import org.witan.people.SourceRecords;

/// Reads a referral with those of its parts that are open to whoever looks.
@Component
public class ReadingReferrals {
    private final Witnessing witnessing;
    private final Records records;
    private final SourceRecords persons;
    private final Repeats repeats;
    private final Transfers transfers;
    private final Orders orders;
    private final LinkingSchemes links;
    private final Withdrawals withdrawals;
    private final AnsweringReturns returns;
    private final FurtherReports further;
    private final JdbcClient database;

    ReadingReferrals(
            Witnessing witnessing,
            Records records,
            SourceRecords persons,
            Repeats repeats,
            Transfers transfers,
            Orders orders,
            LinkingSchemes links,
            Withdrawals withdrawals,
            AnsweringReturns returns,
            FurtherReports further,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.records = records;
        this.persons = persons;
        this.repeats = repeats;
        this.transfers = transfers;
        this.orders = orders;
        this.links = links;
        this.withdrawals = withdrawals;
        this.returns = returns;
        this.further = further;
        this.database = database;
    }

    /// A referral.
    ///
    /// @throws Absent when there is none for this viewer
    public Referral read(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "referral"), shown -> inFull(id, shown));
    }

    /// Whether a record is a referral that is there for whoever looks. Inside a witnessed piece of work.
    boolean exists(UUID id) {
        return head(id).isPresent();
    }

    /// What people call a referral by. Inside a witnessed piece of work.
    ///
    /// @throws Absent when it is not there for whoever looks
    String reference(UUID id, Shown shown) {
        Head head = head(id).orElseThrow(Absent::new);
        shown.add(id);
        return head.reference;
    }

    /// Lets whoever decides about the same referral at the same moment wait until this work is done. What was asked
    /// before is to be asked again after it. Inside a witnessed piece of work.
    ///
    /// @throws Absent when it is not there for whoever looks
    void hold(UUID id) {
        boolean there = database.sql("select marac.hold(:id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new Absent();
        }
    }

    /// Whether a child is in it, as far as whoever looks may see. Inside a witnessed piece of work.
    boolean hasChildren(UUID id) {
        return database.sql("""
                        select exists (select from marac.referred_person p
                                       join people.source_record s on s.id = p.person_id
                                       where p.record_id = :id and s.standing = 'CHILD')
                        """).param("id", id).query(Boolean.class).single();
    }

    /// Those of some records that are referrals and are there for whoever looks. Inside a witnessed piece of work.
    Set<UUID> among(Collection<UUID> records) {
        return Set.copyOf(database.sql("select id from marac.referral where id = any (cast(:records as uuid[]))")
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }

    /// A referral, inside a witnessed piece of work.
    Referral inFull(UUID id, Shown shown) {
        Head head = head(id).orElseThrow(Absent::new);
        shown.add(id);
        List<Referral.Person> people = related(id);
        people.forEach(one -> shown.add(one.record().id()));
        List<Repeat> earlier = repeats.before(id);
        earlier.forEach(one -> shown.add(one.earlier()));
        List<UUID> same = ofSameVictim(id, earlier);
        List<ProtectiveOrder> protective = orders.of(same);
        List<SchemeLink> linked = links.of(same);
        protective.forEach(one -> shown.add(one.referral()));
        linked.forEach(one -> shown.add(one.referral()));
        List<Withdrawal> asked = withdrawals.of(id);
        List<Decision> decided = decisions(id);
        return new Referral(
                id,
                head.reference,
                head.agency,
                head.at.toInstant(),
                head.on,
                head.last,
                records.openParts(id),
                people,
                said(id),
                grounds(id),
                sharing(id),
                earlier,
                decided,
                head.from,
                transfers.of(id),
                protective,
                linked,
                asked,
                returns.of(id),
                asked.stream().noneMatch(Withdrawal::waits) && head.own && canBeWithdrawn(id, decided),
                head.own && returns.isOwed(id),
                head.handles,
                takenBack(id),
                further.of(id));
    }

    private boolean canBeWithdrawn(UUID id, List<Decision> decided) {
        boolean withdrawn =
                decided.stream().anyMatch(one -> !one.isUndone() && one.outcome() == TriageOutcome.WITHDRAWN);
        return !withdrawn && !withdrawals.isHeard(id);
    }

    /// A referral and others of the same victim: an order does not end because somebody refers again.
    private List<UUID> ofSameVictim(UUID id, List<Repeat> earlier) {
        List<UUID> later = database.sql("select later_id from marac.later_in_case(array[cast(:id as uuid)])")
                .param("id", id)
                .query((row, _) -> row.getObject("later_id", UUID.class))
                .list();
        return Stream.of(
                        Stream.of(id),
                        earlier.stream().map(Repeat::earlier),
                        later.stream(),
                        repeats.sentTwice(id).stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private Optional<Head> head(UUID id) {
        return database.sql("""
                        select b.reference, y.name as agency, r.referred_at, r.referred_on, r.last_event_on, t.from_marac,
                            marac.handles_disclosures() as handles, r.agency_id = access.viewer_agency() as own
                        from marac.referral r
                        join access.record b on b.id = r.id join access.agency y on y.id = r.agency_id
                        left join marac.transfer_in t on t.record_id = r.id
                        where r.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new Head(
                        row.getString("reference"),
                        row.getString("agency"),
                        row.getObject("referred_at", OffsetDateTime.class),
                        row.getObject("referred_on", LocalDate.class),
                        row.getObject("last_event_on", LocalDate.class),
                        row.getString("from_marac"),
                        row.getBoolean("handles"),
                        row.getBoolean("own")))
                .optional();
    }

    /// The persons of a referral, with what they are to each other in the order in which it was said. Inside a
    /// witnessed piece of work.
    List<Referral.Person> related(UUID id) {
        List<Referral.Person> people = persons(List.of(id)).getOrDefault(id, List.of());
        var all = new HashMap<UUID, List<Referral.Related>>();
        database.sql("""
                        select record_id, relation, other_id from people.relationship
                        where record_id = any (cast(:persons as uuid[])) and other_id = any (cast(:persons as uuid[]))
                        order by id
                        """)
                .param("persons", people.stream().map(one -> one.record().id()).toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Referral.Related(
                                    Relation.valueOf(row.getString("relation")),
                                    row.getObject("other_id", UUID.class)));
                });
        return people.stream()
                .map(one -> one.with(all.getOrDefault(one.record().id(), List.of())))
                .toList();
    }

    /// The persons of some referrals, each as far as whoever looks may see. Inside a witnessed piece of work.
    Map<UUID, List<Referral.Person>> persons(Collection<UUID> referrals) {
        List<Named> named = database.sql("""
                        select record_id, person_id, in_household, school from marac.referred_person
                        where record_id = any (cast(:referrals as uuid[])) order by record_id, place
                        """)
                .param("referrals", referrals.toArray(UUID[]::new))
                .query((row, _) -> new Named(
                        row.getObject("record_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        Answer.valueOf(row.getString("in_household")),
                        row.getString("school")))
                .list();
        Map<UUID, SourceRecord> found = persons
                .read(named.stream().map(Named::person).toList())
                .stream()
                .collect(Collectors.toMap(SourceRecord::id, Function.identity()));
        var of = new HashMap<UUID, List<Referral.Person>>();
        for (Named one : named) {
            SourceRecord record = found.get(one.person);
            if (record != null) {
                of.computeIfAbsent(one.referral, _ -> new ArrayList<>())
                        .add(new Referral.Person(record, one.household, one.school, List.of()));
            }
        }
        return of;
    }

    /// What a referral says, as far as whoever looks may see it. Inside a witnessed piece of work.
    List<Referral.Said> said(UUID id) {
        return database.sql("""
                        select s.topic, s.answer, s.words, s.said_at,
                            coalesce((select y.name from access.agency y where y.id = s.said_for), '') as said_for
                        from marac.statement s join marac.topic t on t.code = s.topic
                        where s.record_id = :id and not exists (
                            select from marac.statement n
                            where n.record_id = s.record_id and n.topic = s.topic
                              and n.said_at > coalesce(s.said_at, '-infinity'))
                        order by t.place, s.id
                        """)
                .param("id", id)
                .query((row, _) -> new Referral.Said(
                        Topic.valueOf(row.getString("topic")),
                        answer(row.getString("answer")),
                        row.getString("words"),
                        instant(row.getObject("said_at", OffsetDateTime.class)),
                        row.getString("said_for")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Answer answer(@Nullable String code) {
        return code == null ? null : Answer.valueOf(code);
    }

    private List<Ground> grounds(UUID id) {
        return database.sql("""
                        select c.ground from marac.claimed_ground c join marac.ground g on g.code = c.ground
                        where c.record_id = :id order by g.place
                        """)
                .param("id", id)
                .query((row, _) -> Ground.valueOf(row.getString("ground")))
                .list();
    }

    private Optional<Referral.Sharing> sharing(UUID id) {
        return database.sql("select * from marac.sharing_decision where record_id = :id")
                .param("id", id)
                .query((row, _) -> new Referral.Sharing(
                        row.getString("purpose"),
                        LawfulBasis.valueOf(row.getString("basis")),
                        row.getString("necessity"),
                        row.getString("proportionality"),
                        row.getString("decided_by")))
                .optional();
    }

    private Optional<Referral.TakenBack> takenBack(UUID id) {
        return database.sql("""
                        select h.undone_at, h.undone_because from marac.imported h
                        where h.record_id = :id and h.undone_at is not null
                        """)
                .param("id", id)
                .query((row, _) -> new Referral.TakenBack(
                        row.getObject("undone_at", OffsetDateTime.class).toInstant(), row.getString("undone_because")))
                .optional();
    }

    private List<Decision> decisions(UUID id) {
        return database.sql("""
                        select t.*, (select c.given_name || ' ' || c.family_name from access.colleague c
                                     where c.account_id = t.decided_by limit 1) as by_name,
                            coalesce(p.why, '') as repeat_why
                        from marac.triage t left join marac.repetition p on p.triage_id = t.id where t.record_id = :id order by t.decided_at desc, t.id desc
                        """)
                .param("id", id)
                .query((row, _) -> decision(row))
                .list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String ground = row.getString("ground");
        return new Decision(
                row.getObject("id", UUID.class),
                TriageOutcome.valueOf(row.getString("outcome")),
                ground == null ? null : Ground.valueOf(ground),
                row.getString("reason"),
                row.getString("repeat_why"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getObject("undone_at") != null);
    }

    private record Head(
            String reference,
            String agency,
            OffsetDateTime at,
            LocalDate on,
            @Nullable LocalDate last,
            @Nullable String from,
            boolean handles,
            boolean own) {}

    private record Named(UUID referral, UUID person, Answer household, String school) {}
}
