package org.witan.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.RecordKind;

/// What is on agendas. Asked inside a witnessed piece of work; the rule shows only items of records that are open.
@Repository
class AgendaItems {
    private static final String SELECT = """
            select i.id, i.meeting_id, i.record_id, i.kind, r.reference, i.section, i.place, i.off_at is not null as off,
                (select string_agg(k.mark, ',' order by k.mark) from meeting.item_mark k where k.item_id = i.id) as marks
            from meeting.item i
            join meeting.section s on s.code = i.section
            join access.record r on r.id = i.record_id
            """;
    private static final String ORDER = " order by i.off_at is not null, s.place, i.place, i.put_on_at, i.id";
    private final JdbcClient database;

    AgendaItems(JdbcClient database) {
        this.database = database;
    }

    List<AgendaItem> of(UUID meeting) {
        return inFull(database.sql(SELECT + " where i.meeting_id = :meeting" + ORDER)
                .param("meeting", meeting)
                .query((row, _) -> read(row))
                .list());
    }

    /// What is on several agendas, in one question; by meeting, and in their order.
    Map<UUID, List<AgendaItem>> of(Collection<UUID> meetings) {
        return inFull(database.sql(SELECT + " where i.meeting_id = any (cast(:meetings as uuid[]))" + ORDER)
                        .param("meetings", meetings.toArray(UUID[]::new))
                        .query((row, _) -> read(row))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(AgendaItem::meeting));
    }

    Optional<AgendaItem> find(UUID id) {
        return inFull(database.sql(SELECT + " where i.id = :id")
                        .param("id", id)
                        .query((row, _) -> read(row))
                        .list())
                .stream()
                .findFirst();
    }

    void add(UUID id, UUID meeting, UUID record, RecordKind kind, Section section, UUID account) {
        database.sql("""
                        insert into meeting.item
                            (id, meeting_id, record_id, kind, section, place, put_on_at, put_on_by)
                        values (:id, :meeting, :record, :kind, :section,
                            (select coalesce(max(o.place), 0) + 1 from meeting.item o
                             where o.meeting_id = :meeting and o.section = :section), now(), :account)
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("record", record)
                .param("kind", kind.name())
                .param("section", section.name())
                .param("account", account)
                .update();
    }

    void mark(AgendaItem item, Mark mark) {
        database.sql("""
                        insert into meeting.item_mark (item_id, record_id, kind, mark)
                        values (:item, :record, :kind, :mark) on conflict do nothing
                        """)
                .param("item", item.id())
                .param("record", item.record())
                .param("kind", item.kind().name())
                .param("mark", mark.name())
                .update();
    }

    void happened(UUID id, AgendaItem item, Happening what, @Nullable UUID to, String words, UUID account) {
        database.sql("""
                        insert into meeting.item_event
                            (id, item_id, record_id, kind, what, to_item_id, words, at, by)
                        values (:id, :item, :record, :kind, :what, cast(:to as uuid), :words, now(), :account)
                        """)
                .param("id", id)
                .param("item", item.id())
                .param("record", item.record())
                .param("kind", item.kind().name())
                .param("what", what.name())
                .param("to", to)
                .param("words", words)
                .param("account", account)
                .update();
    }

    /// Takes back that it was heard, if that stands.
    int notHeard(UUID id, AgendaItem item, String words, UUID account) {
        return database.sql("""
                        insert into meeting.item_event (id, item_id, record_id, kind, what, undoes_id, words, at, by)
                        select :id, h.item_id, h.record_id, h.kind, 'NOT_HEARD', h.id, :words, now(), :account
                        from meeting.heard h where h.item_id = :item
                        """)
                .param("id", id)
                .param("words", words)
                .param("account", account)
                .param("item", item.id())
                .update();
    }

    int off(UUID item) {
        return database.sql("update meeting.item set off_at = now() where id = :item and off_at is null")
                .param("item", item)
                .update();
    }

    int place(UUID meeting, UUID item, Section section, int place) {
        return database.sql("""
                        update meeting.item set section = :section, place = :place
                        where id = :item and meeting_id = :meeting and off_at is null
                        """)
                .param("item", item)
                .param("meeting", meeting)
                .param("section", section.name())
                .param("place", place)
                .update();
    }

    /// Sent twice under one id, it is written once.
    int decide(UUID id, AgendaItem item, String words, @Nullable UUID corrects, UUID account) {
        return database.sql("""
                        insert into meeting.decision
                            (id, item_id, record_id, kind, words, corrects_id, decided_at, written_by)
                        values (:id, :item, :record, :kind, :words, cast(:corrects as uuid), now(), :account)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("item", item.id())
                .param("record", item.record())
                .param("kind", item.kind().name())
                .param("words", words)
                .param("corrects", corrects)
                .param("account", account)
                .update();
    }

    /// Whether somebody wrote exactly this decision under this id.
    boolean isDecided(UUID id, UUID item, String words, @Nullable UUID corrects, UUID account) {
        return database.sql("""
                        select exists (select from meeting.decision d
                                       where d.id = :id and d.item_id = :item and d.words = :words
                                         and d.corrects_id is not distinct from cast(:corrects as uuid)
                                         and d.written_by = :account)
                        """)
                .param("id", id)
                .param("item", item)
                .param("words", words)
                .param("corrects", corrects)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// Lets whoever moves the same item, or takes it off, wait until this work is done.
    void hold(UUID item) {
        database.sql("select i.id from meeting.item i where i.id = :item and i.off_at is null for no key update")
                .param("item", item)
                .query(_ -> {});
    }

    /// The item of a record that stands on an agenda.
    Optional<AgendaItem> standing(UUID meeting, UUID record) {
        return inFull(database.sql(SELECT
                                + " where i.meeting_id = :meeting and i.record_id = :record and i.off_at is null")
                        .param("meeting", meeting)
                        .param("record", record)
                        .query((row, _) -> read(row))
                        .list())
                .stream()
                .findFirst();
    }

    /// The same items with what happened to them and what was decided, each asked once for all of them.
    private List<AgendaItem> inFull(List<AgendaItem> items) {
        UUID[] ids = items.stream().map(AgendaItem::id).toArray(UUID[]::new);
        Map<UUID, List<AgendaItem.Event>> events = events(ids);
        Map<UUID, List<AgendaItem.Decision>> decisions = decisions(ids);
        return items.stream()
                .map(item -> item.with(
                        events.getOrDefault(item.id(), List.of()), decisions.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private static AgendaItem read(ResultSet row) throws SQLException {
        return new AgendaItem(
                Rows.id(row, "id"),
                Rows.id(row, "meeting_id"),
                Rows.id(row, "record_id"),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                Section.valueOf(row.getString("section")),
                row.getInt("place"),
                marks(row.getString("marks")),
                List.of(),
                List.of(),
                row.getBoolean("off"));
    }

    private static Set<Mark> marks(@Nullable String codes) {
        return Arrays.stream(Objects.requireNonNullElse(codes, "").split(","))
                .filter(code -> !code.isEmpty())
                .map(Mark::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<UUID, List<AgendaItem.Event>> events(UUID[] items) {
        Map<UUID, List<AgendaItem.Event>> events = new HashMap<>();
        database.sql("""
                        select e.item_id, e.id, e.what, e.words, e.at, coalesce(access.person(e.by), '') as by,
                            t.meeting_id as to_meeting, t.starts_at as to_starts
                        from meeting.item_event e
                        left join meeting.item o on o.id = e.to_item_id
                        left join lateral (select l.meeting_id, l.starts_at from meeting.timing l
                                           where l.meeting_id = o.meeting_id order by l.version desc limit 1) t on true
                        where e.item_id = any (cast(:items as uuid[])) order by e.at, e.id
                        """).param("items", items).query(row -> {
            events.computeIfAbsent(Rows.id(row, "item_id"), _ -> new ArrayList<>())
                    .add(new AgendaItem.Event(
                            Rows.id(row, "id"),
                            Happening.valueOf(row.getString("what")),
                            row.getString("words"),
                            Rows.moment(row, "at"),
                            row.getString("by"),
                            to(row)));
        });
        return events;
    }

    private static AgendaItem.@Nullable To to(ResultSet row) throws SQLException {
        UUID meeting = Rows.idOrNull(row, "to_meeting");
        return meeting == null ? null : new AgendaItem.To(meeting, Rows.moment(row, "to_starts"));
    }

    private Map<UUID, List<AgendaItem.Decision>> decisions(UUID[] items) {
        Map<UUID, List<AgendaItem.Decision>> decisions = new HashMap<>();
        database.sql("""
                        select d.item_id, d.id, d.words, d.decided_at, coalesce(access.person(d.written_by), '') as by
                        from meeting.decision d
                        where d.item_id = any (cast(:items as uuid[]))
                          and not exists (select from meeting.decision c where c.corrects_id = d.id)
                        order by d.decided_at, d.id
                        """).param("items", items).query(row -> {
            decisions
                    .computeIfAbsent(Rows.id(row, "item_id"), _ -> new ArrayList<>())
                    .add(new AgendaItem.Decision(
                            Rows.id(row, "id"),
                            row.getString("words"),
                            Rows.moment(row, "decided_at"),
                            row.getString("by")));
        });
        return decisions;
    }
}
