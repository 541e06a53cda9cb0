package org.witan.marac;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.witan.meeting.Action;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.AgreeingActions.Agreed;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Meeting;
import org.witan.meeting.Scheduling;

/// The conference: case by case, what is spoken is ticked, risks are written down, and actions are agreed.
///
/// Lines are added and never changed, so that two who write at once lose nothing, and one that is sent again after a
/// network failed is written once.
@Component
public class Conferring {
    /// The key of the words that somebody put a line right meanwhile.
    public static final String PUT_RIGHT = "marac.refused.put-right";

    /// The key of the words that other words were sent under the same id before.
    public static final String SENT_BEFORE = "marac.refused.line-sent";

    private static final String HEARING = "hearing";
    /// Conferences of so many days are listed; later ones are found among all meetings.
    private static final int DAYS = 42;

    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final AgreeingActions agreeing;
    private final Hearings hearings;
    private final Lines lines;
    private final Leading leading;
    private final Flagging flagging;
    private final Emergencies emergencies;
    private final Contacting contacting;
    private final JdbcClient database;

    Conferring(
            Witnessing witnessing,
            Scheduling scheduling,
            AgreeingActions agreeing,
            Hearings hearings,
            Lines lines,
            Leading leading,
            Flagging flagging,
            Emergencies emergencies,
            Contacting contacting,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.agreeing = agreeing;
        this.hearings = hearings;
        this.lines = lines;
        this.leading = leading;
        this.flagging = flagging;
        this.emergencies = emergencies;
        this.contacting = contacting;
        this.database = database;
    }

    /// The next conferences with their agendas, as far as whoever looks may see.
    public List<Coming> coming(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "conference"), shown -> {
            List<Meeting> next = scheduling.next(shown, DAYS).stream()
                    .filter(one -> one.kind() == BoardKind.MARAC && !one.cancelled())
                    .toList();
            Map<UUID, List<AgendaItem>> agendas = hearings.referrals(shown, next);
            Map<UUID, Meeting> first = next.stream()
                    .filter(one -> !one.coreOnly())
                    .collect(Collectors.toMap(Meeting::board, Function.identity(), (one, _) -> one));
            return next.stream()
                    .map(one -> coming(shown, one, agendas, one.equals(first.get(one.board()))))
                    .toList();
        });
    }

    private Coming coming(Shown shown, Meeting meeting, Map<UUID, List<AgendaItem>> agendas, boolean first) {
        return new Coming(
                meeting,
                agendas.getOrDefault(meeting.id(), List.of()).stream()
                        .filter(item -> !item.off())
                        .toList(),
                first ? emergencies.since(shown, meeting.board(), meeting.id(), meeting.day()) : List.of());
    }

    /// A conference to come. What its board is told is told with the next ordinary one.
    ///
    /// @param emergencies meetings of its board for one case since the ordinary meeting before
    public record Coming(Meeting meeting, List<AgendaItem> cases, List<Emergencies.Held> emergencies) {}

    /// Cases of the board of a meeting whose window ended since the meeting before. Inside a witnessed piece of work.
    List<FlaggedCase> lapsed(Shown shown, Meeting held) {
        return flagging.lapsed(shown, held.board(), held.day());
    }

    /// One referral as the conference hears it.
    ///
    /// @throws Absent when there is no such item of a referral for this viewer
    public Hearing open(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.READ, HEARING),
                shown -> hearings.inFull(
                        viewer, shown, hearings.now(shown, meeting, hearings.theItem(shown, meeting, item))));
    }

    /// What changes of it while it is heard: what an open page asks for again. Each time is in the trail once.
    ///
    /// @throws Absent when there is no such item of a referral for this viewer
    public HearingNow now(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.READ, HEARING).with("again", "something changed"),
                shown -> hearings.now(shown, meeting, hearings.theItem(shown, meeting, item)));
    }

    /// All that a meeting heard of referrals, for its minutes. Inside a witnessed piece of work.
    List<Hearing> heardAt(Shown shown, Meeting held) {
        return all(shown, held).stream()
                // What was written before a case was deferred stays in the minutes.
                .filter(one -> !one.item().off()
                        || !one.lines().isEmpty()
                        || !one.item().decisions().isEmpty())
                .toList();
    }

    /// What is read before a meeting of the cases that it will hear.
    ///
    /// @throws Absent when there is no such meeting for this viewer
    public List<Before> before(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, Deed.of(Verb.PRINT, "pre-read"), shown -> {
            List<Hearing> cases = all(shown, scheduling.the(shown, meeting)).stream()
                    .filter(one -> !one.item().off())
                    .toList();
            Map<UUID, List<Contact>> tried = contacting.tried(
                    cases.stream().map(one -> one.item().record()).toList());
            return cases.stream()
                    .map(one -> new Before(one, tried.get(one.item().record())))
                    .toList();
        });
    }

    /// A case as it is read before the meeting.
    ///
    /// @param contacts that an IDVA tried to reach the victim, the latest first; null for whoever may not read it
    public record Before(Hearing hearing, @Nullable List<Contact> contacts) {}

    private List<Hearing> all(Shown shown, Meeting held) {
        List<AgendaItem> items = hearings.referrals(shown, held.id());
        return items.stream()
                .map(item -> hearings.toRead(shown, hearings.now(shown, held, items, item)))
                .toList();
    }

    /// Writes a line.
    ///
    /// @param id made by the page; sent twice, it is written once
    /// @param corrects the line that it puts right; null for a new one
    /// @throws Absent when the item is not there for this viewer, or they write no minutes of it
    /// @throws Refused when somebody put the same line right meanwhile, or other words were sent under this id
    public void write(
            Viewer viewer, UUID meeting, UUID item, UUID id, LineKind kind, String words, @Nullable UUID corrects) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "line").with("kind", kind.name()), shown -> {
            AgendaItem found = hearings.theItem(shown, meeting, item);
            if (!lines.isWritten(viewer.account(), item, id, kind, words, corrects)) {
                lines.add(viewer.account(), found, id, kind, words, corrects);
                // Sent twice at once, the later finds what the earlier wrote.
                if (!lines.isWritten(viewer.account(), item, id, kind, words, corrects)) {
                    throw clash(viewer, item, id, corrects);
                }
            }
            return id;
        });
    }

    /// Why a line was not written. An id of a line that is not of their hand and of this item is none of theirs.
    private RuntimeException clash(Viewer viewer, UUID item, UUID id, @Nullable UUID corrects) {
        if (corrects != null) {
            return new Refused(PUT_RIGHT);
        }
        return lines.isTaken(viewer.account(), item, id) ? new Refused(SENT_BEFORE) : new Absent();
    }

    /// Ticks something that an agency spoke in the meeting: from then on those who may read the minutes read it.
    ///
    /// @throws Absent when there is no such item that is to be shared, for this viewer
    public void tick(Viewer viewer, UUID meeting, UUID item, UUID research) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "research").with("change", "spoken"), shown -> {
            AgendaItem found = hearings.theItem(shown, meeting, item);
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

    /// Writes down an action as it is agreed, accepted by its agency. Sent twice, it is written once.
    ///
    /// @param id made by the page
    /// @throws Absent when the item is not there for this viewer, or they agree no action for that agency
    public void agree(Viewer viewer, UUID meeting, UUID item, UUID id, Action.Term term, Action.Content content) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "action"), shown -> {
            AgendaItem found = hearings.theItem(shown, meeting, item);
            UUID board = scheduling.the(shown, meeting).board();
            agreeing.agree(viewer, shown, new Agreed(id, board, found.record(), item, term, content, true));
            return id;
        });
    }

    /// Says that an item was heard. Said twice, it stands once.
    public void heard(Viewer viewer, UUID meeting, UUID item) {
        leading.heard(viewer, meeting, item);
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
}
