package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.marac.Researching.Asked;
import org.witan.people.Standing;
import org.witan.shared.Identity;

/// Research, as far as whoever looks may see it. Asked inside a witnessed piece of work.
@Repository
class Researches {
    private static final String ASKED = """
            from meeting.timing t
            join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
            join meeting.item i on i.meeting_id = m.id
            join marac.referral f on f.id = i.record_id
            join access.record b on b.id = i.record_id
            left join marac.research r on r.meeting_id = i.meeting_id and r.record_id = i.record_id
                and r.agency_id = :agency and r.withdrawn_at is null
            where i.off_at is null
              and m.id = any (array(select meeting.starting(now() - interval '12 hours', 'infinity')))
              and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)
            """;
    private final JdbcClient database;
    private final Clock clock;

    Researches(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The referrals on agendas to come about which an agency is asked, the next meeting first.
    List<Asked> asked(UUID agency) {
        return database.sql("""
                        select i.id, m.board_id, i.meeting_id, i.record_id, b.reference, t.starts_at, m.core_only,
                            r.id is not null as answered, coalesce(r.nothing_known, false) as nothing,
                            (select count(*) from marac.research_item n where n.research_id = r.id) as items,
                            r.id is null and exists (
                                select from marac.research q
                                where q.record_id = i.record_id and q.agency_id = :agency and q.withdrawn_at is null
                                  and q.meeting_id in (select marac.came_from(i.meeting_id, i.record_id))) as before
                        """ + ASKED + " order by t.starts_at, i.section, i.place, i.id limit 300")
                .param("agency", agency)
                .query((row, _) -> asked(row))
                .list();
    }

    /// What an agency is asked by one item of an agenda, whenever it meets.
    Optional<Asked> asked(UUID agency, UUID item) {
        return database.sql("""
                        select i.id, m.board_id, i.meeting_id, i.record_id, b.reference, t.starts_at, m.core_only,
                            r.id is not null as answered, coalesce(r.nothing_known, false) as nothing,
                            (select count(*) from marac.research_item n where n.research_id = r.id) as items,
                            r.id is null and exists (
                                select from marac.research q
                                where q.record_id = i.record_id and q.agency_id = :agency and q.withdrawn_at is null
                                  and q.meeting_id in (select marac.came_from(i.meeting_id, i.record_id))) as before
                        from meeting.item i
                        join meeting.meeting m on m.id = i.meeting_id and m.cancelled_at is null
                        join lateral (select x.starts_at from meeting.timing x where x.meeting_id = m.id
                                      order by x.version desc limit 1) t on true
                        join marac.referral f on f.id = i.record_id
                        join access.record b on b.id = i.record_id
                        left join marac.research r on r.meeting_id = i.meeting_id and r.record_id = i.record_id
                            and r.agency_id = :agency and r.withdrawn_at is null
                        where i.id = :item and i.off_at is null
                        """)
                .param("agency", agency)
                .param("item", item)
                .query((row, _) -> asked(row))
                .optional();
    }

    /// How many answers an agency still owes each meeting to come.
    List<OwedTo> owed(UUID agency) {
        return database.sql("select m.id, m.board_id, t.starts_at, m.core_only, count(*) as owed " + ASKED
                        + " and r.id is null group by m.id, m.board_id, t.starts_at, m.core_only")
                .param("agency", agency)
                .query((row, _) -> new OwedTo(
                        row.getObject("board_id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("core_only"),
                        row.getLong("owed")))
                .list();
    }

    /// Answers that are owed to a meeting.
    record OwedTo(UUID board, Instant startsAt, boolean coreOnly, long answers) {}

    /// Whether a referral is on the agenda of a meeting.
    boolean isListed(UUID meeting, UUID referral) {
        return database.sql("""
                        select exists (select from meeting.item i
                                       where i.meeting_id = :meeting and i.record_id = :referral and i.off_at is null)
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    /// What the agency of whoever looks answered.
    Optional<Research> own(Viewer viewer, UUID meeting, UUID referral) {
        return of(meeting, referral).stream()
                .filter(one -> one.agency().equals(viewer.agency()))
                .findFirst();
    }

    /// The same, kept from every other change of this agency's answer until this transaction ends: what two write at
    /// once comes one after the other, and neither is added to an answer that the other took back.
    Optional<Research> hold(Viewer viewer, UUID meeting, UUID referral) {
        database.sql("""
                        select pg_advisory_xact_lock(
                            hashtextextended('marac.research ' || :meeting || ' ' || :referral || ' ' || :agency, 0))
                        """)
                .param("meeting", meeting.toString())
                .param("referral", referral.toString())
                .param("agency", viewer.agency().toString())
                .query((_, _) -> true)
                .single();
        return own(viewer, meeting, referral);
    }

    /// What agencies answered about a referral for a meeting, by the names of the agencies.
    List<Research> of(UUID meeting, UUID referral) {
        return of(List.of(meeting), referral);
    }

    /// What agencies answered for meetings from which the referral was moved to this one, and not anew
    /// for this one; of each agency the newest.
    List<Research> before(UUID meeting, UUID referral) {
        List<UUID> from = database.sql("select f as id from marac.came_from(:meeting, :referral) f")
                .param("meeting", meeting)
                .param("referral", referral)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        if (from.isEmpty()) {
            return List.of();
        }
        Set<UUID> anew = of(meeting, referral).stream().map(Research::agency).collect(Collectors.toSet());
        return of(from, referral).stream()
                .filter(one -> !anew.contains(one.agency()))
                .collect(Collectors.toMap(
                        Research::agency,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Research::answeredAt)),
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private List<Research> of(List<UUID> meetings, UUID referral) {
        UUID[] asked = meetings.toArray(UUID[]::new);
        Map<UUID, List<Kept>> items = database
                .sql("""
                        select i.* from marac.research_item i join marac.research r on r.id = i.research_id
                        where r.meeting_id = any (cast(:meetings as uuid[])) and r.record_id = :referral
                          and r.withdrawn_at is null
                        order by i.id
                        """)
                .param("meetings", asked)
                .param("referral", referral)
                .query((row, _) -> new Kept(row.getObject("research_id", UUID.class), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::research));
        return database.sql("""
                        select r.id, r.agency_id, y.name, r.nothing_known, r.answered_at
                        from marac.research r join access.agency y on y.id = r.agency_id
                        where r.meeting_id = any (cast(:meetings as uuid[])) and r.record_id = :referral
                          and r.withdrawn_at is null
                        order by lower(y.name), r.id
                        """)
                .param("meetings", asked)
                .param("referral", referral)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Research(
                            id,
                            row.getObject("agency_id", UUID.class),
                            row.getString("name"),
                            row.getBoolean("nothing_known"),
                            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                            items.getOrDefault(id, List.of()).stream()
                                    .map(Kept::item)
                                    .toList());
                })
                .list();
    }

    /// Items of other agencies that were spoken in a meeting, where their answer is not there for
    /// whoever looks. What was brought for an earlier meeting was spoken in the one on whose agenda the
    /// case stood then.
    List<Hearing.Spoken> spoken(UUID meeting, UUID referral) {
        return database.sql("""
                        select i.*, y.name from marac.research_item i join access.agency y on y.id = i.agency_id
                        where i.record_id = :referral and i.shared_at is not null
                          and (i.meeting_id = :meeting
                               or i.meeting_id in (select marac.came_from(:meeting, :referral)))
                          and exists (select from meeting.item s
                                      where s.meeting_id = :meeting and s.record_id = :referral
                                        and (s.off_at is null or i.shared_at <= s.off_at)
                                        and (i.meeting_id = :meeting or i.shared_at >= s.put_on_at))
                        order by i.shared_at, i.id
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .query((row, _) -> new Hearing.Spoken(row.getString("name"), item(row)))
                .list();
    }

    /// Begins an answer of the agency of whoever looks.
    ///
    /// @throws Absent when it is not asked of them
    /// @throws Refused when there is one
    UUID answer(Viewer viewer, UUID meeting, UUID referral, boolean nothing) {
        UUID id = Identity.at(clock.instant());
        try {
            Absent.whereRefused(() -> database.sql("""
                            insert into marac.research
                                (id, record_id, meeting_id, agency_id, nothing_known, answered_at, answered_by)
                            values (:id, :referral, :meeting, :agency, :nothing, now(), :by)
                            """)
                    .param("id", id)
                    .param("referral", referral)
                    .param("meeting", meeting)
                    .param("agency", viewer.agency())
                    .param("nothing", nothing)
                    .param("by", viewer.account())
                    .update());
        } catch (DuplicateKeyException _) {
            throw new Refused("marac.refused.researched");
        }
        return id;
    }

    boolean write(Viewer viewer, UUID answer, UUID meeting, UUID referral, UUID id, Research.Given given) {
        return database.sql("""
                        insert into marac.research_item (id, research_id, record_id, meeting_id, agency_id, about, is_fact,
                            happened, words, relevance, share, withheld_because)
                        values (:id, :answer, :referral, :meeting, :agency, :about, :fact, :happened, :words, :relevance, :share, :why)
                        """)
                        .param("id", id)
                        .param("answer", answer)
                        .param("referral", referral)
                        .param("meeting", meeting)
                        .param("agency", viewer.agency())
                        .param("about", given.about().name())
                        .param("fact", given.isFact())
                        .param("happened", given.happened())
                        .param("words", given.words())
                        .param("relevance", given.relevance())
                        .param("share", given.isToShare())
                        .param("why", given.isToShare() ? "" : given.withheldBecause())
                        .update()
                == 1;
    }

    /// Takes an answer back.
    int withdraw(Viewer viewer, UUID answer) {
        return database.sql("""
                        update marac.research set withdrawn_at = now(), withdrawn_by = :by
                        where id = :id and withdrawn_at is null
                        """)
                .param("by", viewer.account())
                .param("id", answer)
                .update();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getObject("board_id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("core_only"),
                row.getBoolean("answered"),
                row.getBoolean("nothing"),
                row.getInt("items"),
                row.getBoolean("before"));
    }

    private static Research.Item item(ResultSet row) throws SQLException {
        return new Research.Item(
                row.getObject("id", UUID.class),
                Standing.valueOf(row.getString("about")),
                row.getBoolean("is_fact"),
                row.getString("happened"),
                row.getString("words"),
                row.getString("relevance"),
                row.getBoolean("share"),
                row.getString("withheld_because"),
                moment(row.getObject("shared_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private record Kept(UUID research, Research.Item item) {}

    /// Referrals that were withdrawn, or taken off an agenda to come and put on no other.
    List<Researching.NoLonger> noLongerNeeded() {
        return database.sql("""
                        select distinct i.record_id, b.reference
                        from meeting.timing t
                        join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
                        join meeting.item i on i.meeting_id = m.id and i.off_at is not null
                        join access.record b on b.id = i.record_id
                        where m.id = any (array(select meeting.starting(now() - interval '12 hours', 'infinity')))
                          and exists (select from marac.referral f where f.id = i.record_id)
                          and (exists (select from marac.triage d
                                       where d.record_id = i.record_id and d.undone_at is null and d.outcome = 'WITHDRAWN')
                               or exists (select from meeting.item_event e
                                          where e.item_id = i.id and e.what = 'TAKEN_OFF')
                                  and not exists (select from meeting.item o
                                                  where o.record_id = i.record_id and o.off_at is null
                                                    and (marac.is_to_meet(o.meeting_id)
                                                         or exists (select from meeting.heard h where h.item_id = o.id))))
                          and not exists (select from meeting.timing l
                                          where l.meeting_id = t.meeting_id and l.version > t.version)
                        order by b.reference
                        """)
                .query((row, _) ->
                        new Researching.NoLonger(row.getObject("record_id", UUID.class), row.getString("reference")))
                .list();
    }
}
