package org.witan.marac;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.witan.meeting.Agenda;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Happening;
import org.witan.meeting.KeepingAgendas;
import org.witan.meeting.Meeting;
import org.witan.meeting.OpenActions;
import org.witan.meeting.Scheduling;

/// The conference: case by case, what is spoken is ticked, risks are written down, and actions are agreed.
///
/// Lines are added and never changed, so that two who write at once lose nothing, and one that is sent again after a
/// network failed is written once.
@Component
public class Conferring {
    /// Conferences of so many days are listed; later ones are found among all meetings.
    private static final int DAYS = 42;

    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final Agenda agenda;
    private final KeepingAgendas agendas;
    private final OpenActions actions;
    private final ReadingReferrals reading;
    private final Researches researches;
    private final JdbcClient database;

    Conferring(
            Witnessing witnessing,
            Scheduling scheduling,
            Agenda agenda,
            KeepingAgendas agendas,
            OpenActions actions,
            ReadingReferrals reading,
            Researches researches,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.agenda = agenda;
        this.agendas = agendas;
        this.actions = actions;
        this.reading = reading;
        this.researches = researches;
        this.database = database;
    }

    /// The next conferences with their agendas, as far as whoever looks may see.
    public List<Coming> coming(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "conference"), shown -> {
            List<Meeting> next = scheduling.next(shown, DAYS).stream()
                    .filter(one -> one.kind() == BoardKind.MARAC && !one.cancelled())
                    .toList();
            Map<UUID, List<AgendaItem>> agendas = agenda.of(shown, next);
            Set<UUID> referrals = reading.among(agendas.values().stream()
                    .flatMap(List::stream)
                    .map(AgendaItem::record)
                    .toList());
            return next.stream()
                    .map(one -> new Coming(
                            one,
                            agendas.getOrDefault(one.id(), List.of()).stream()
                                    .filter(item -> !item.off() && referrals.contains(item.record()))
                                    .toList()))
                    .toList();
        });
    }

    /// A conference to come.
    public record Coming(Meeting meeting, List<AgendaItem> cases) {}

    /// One referral as the conference hears it.
    ///
    /// @throws Absent when there is no such item of a referral for this viewer
    public Hearing open(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "hearing"), shown -> {
            AgendaItem found = theItem(shown, meeting, item);
            return hearing(shown, scheduling.the(shown, meeting), agenda.of(shown, meeting), found);
        });
    }

    /// All that a meeting heard of referrals, for its minutes.
    ///
    /// @throws Absent when there is no such meeting for this viewer
    public List<Hearing> minutes(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, Deed.of(Verb.PRINT, "minutes"), shown -> {
            List<AgendaItem> items = agenda.of(shown, meeting);
            Meeting held = scheduling.the(shown, meeting);
            return referrals(items).stream()
                    .map(item -> hearing(shown, held, items, item))
                    // What was written before a case was deferred stays in the minutes.
                    .filter(one -> !one.item().off() || !one.lines().isEmpty())
                    .toList();
        });
    }

    /// Those items that are referrals.
    private List<AgendaItem> referrals(List<AgendaItem> items) {
        Set<UUID> referrals =
                reading.among(items.stream().map(AgendaItem::record).toList());
        return items.stream().filter(item -> referrals.contains(item.record())).toList();
    }

    /// Writes a line.
    ///
    /// @param id made by the page; sent twice, it is written once
    /// @param corrects the line that it puts right; null for a new one
    /// @throws Absent when the item is not there for this viewer, or they write no minutes of it
    public void write(
            Viewer viewer, UUID meeting, UUID item, UUID id, LineKind kind, String words, @Nullable UUID corrects) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "line").with("kind", kind.name()), shown -> {
            AgendaItem found = theItem(shown, meeting, item);
            return isWritten(id, item) || add(viewer, found, id, kind, words, corrects);
        });
    }

    /// Ticks something that an agency spoke in the meeting: from then on those who may read the minutes read it.
    ///
    /// @throws Absent when there is no such item that is to be shared, for this viewer
    public void tick(Viewer viewer, UUID meeting, UUID item, UUID research) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "research").with("change", "spoken"), shown -> {
            AgendaItem found = theItem(shown, meeting, item);
            int ticked = database.sql("""
                            update marac.research_item set shared_at = now(), shared_by = :by
                            where id = :id and record_id = :referral and shared_at is null
                            """)
                    .param("by", viewer.account())
                    .param("id", research)
                    .param("referral", found.record())
                    .update();
            if (ticked == 0 && !isTicked(research, found.record())) {
                throw new Absent();
            }
            return ticked;
        });
    }

    /// Says that an item was heard. Said twice, it stands once.
    public void heard(Viewer viewer, UUID meeting, UUID item) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "item").with("change", "heard"), shown -> {
            AgendaItem found = theItem(shown, meeting, item);
            if (found.events().stream().noneMatch(event -> event.what() == Happening.HEARD)) {
                agendas.happened(viewer, shown, item, Happening.HEARD, "");
            }
            return true;
        });
    }

    private Hearing hearing(Shown shown, Meeting meeting, List<AgendaItem> items, AgendaItem item) {
        return new Hearing(
                meeting,
                items,
                item,
                reading.inFull(item.record(), shown),
                researches.of(meeting.id(), item.record()),
                researches.spoken(meeting.id(), item.record()),
                lines(item.id()),
                actions.within(shown, item.record()));
    }

    private AgendaItem theItem(Shown shown, UUID meeting, UUID id) {
        AgendaItem item = agenda.item(shown, id);
        if (!item.meeting().equals(meeting) || item.off() || !reading.exists(item.record())) {
            throw new Absent();
        }
        return item;
    }

    private boolean add(Viewer viewer, AgendaItem item, UUID id, LineKind kind, String words, @Nullable UUID corrects) {
        Absent.whereRefused(() -> database.sql("""
                        insert into marac.line (id, record_id, item_id, line_kind, words, written_at, written_by, corrects_id)
                        values (:id, :referral, :item, :kind, :words, now(), :by, cast(:corrects as uuid))
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("referral", item.record())
                .param("item", item.id())
                .param("kind", kind.name())
                .param("words", words)
                .param("by", viewer.account())
                .param("corrects", corrects)
                .update());
        // Sent twice at once, the later finds what the earlier wrote; an id of another item is none of theirs.
        if (isWritten(id, item.id())) {
            return true;
        }
        if (corrects != null) {
            throw new Refused("marac.refused.put-right");
        }
        throw new Absent();
    }

    private boolean isWritten(UUID id, UUID item) {
        return database.sql("select exists (select from marac.line where id = :id and item_id = :item)")
                .param("id", id)
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    private boolean isTicked(UUID research, UUID referral) {
        return database.sql("""
                        select exists (select from marac.research_item
                                       where id = :id and record_id = :referral and shared_at is not null)
                        """)
                .param("id", research)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private List<Line> lines(UUID item) {
        return database.sql("""
                        select l.*, (select c.given_name || ' ' || c.family_name from access.colleague c
                                     where c.account_id = l.written_by limit 1) as by_name
                        from marac.line l join marac.line_kind k on k.code = l.line_kind
                        where l.item_id = :item and not exists (select from marac.line n where n.corrects_id = l.id)
                        order by k.place, l.written_at, l.id
                        """)
                .param("item", item)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        LineKind.valueOf(row.getString("line_kind")),
                        row.getString("words"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getObject("corrects_id", UUID.class)))
                .list();
    }
}
