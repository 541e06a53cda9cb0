package org.witan.marac;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingAgendas;
import org.witan.meeting.Mark;
import org.witan.meeting.Meeting;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Section;
import org.witan.site.Wording;

/// Puts an accepted referral on the agenda of a conference, and opens it to the agencies that are asked for research.
///
/// Cases with children come first, so that agencies for children alone can leave. A repeat is marked.
@Component
public class Listing {
    /// Nobody chooses among more of one board; a conference that is further away is not yet one to list for.
    private static final int MOST = 6;

    private final Witnessing witnessing;
    private final KeepingAgendas agendas;
    private final Scheduling scheduling;
    private final ReadingReferrals reading;
    private final Repeats repeats;
    private final Colleagues colleagues;
    private final Wording words;
    private final JdbcClient database;

    Listing(
            Witnessing witnessing,
            KeepingAgendas agendas,
            Scheduling scheduling,
            ReadingReferrals reading,
            Repeats repeats,
            Colleagues colleagues,
            Wording words,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.agendas = agendas;
        this.scheduling = scheduling;
        this.reading = reading;
        this.repeats = repeats;
        this.colleagues = colleagues;
        this.words = words;
        this.database = database;
    }

    /// The next conferences of each board that whoever looks keeps, the next first. A meeting of core agencies alone is
    /// about the one case that it was called for.
    public List<Meeting> conferences(Viewer viewer) {
        var listed = new HashMap<UUID, Integer>();
        return scheduling.coming(viewer).stream()
                .filter(one -> one.kind() == BoardKind.MARAC && one.keeps() && !one.cancelled() && !one.coreOnly())
                .filter(one -> listed.merge(one.board(), 1, Integer::sum) <= MOST)
                .toList();
    }

    /// Puts a referral on an agenda.
    ///
    /// @throws Absent when the referral or the meeting is not there for this viewer, or the meeting is one of core
    ///     agencies alone
    /// @throws Refused when it was not accepted, or stands on an agenda already; or when somebody in it works for
    ///     an agency, and nobody decided about that
    public void list(Viewer viewer, UUID referral, UUID meeting) {
        list(viewer, referral, meeting, null);
    }

    /// The same, with a reason where somebody in it works for an agency and is to be seen all the same.
    ///
    /// @param reason null where nobody gave one
    public void list(Viewer viewer, UUID referral, UUID meeting, Colleagues.@Nullable Reason reason) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "agenda"), shown -> {
            Meeting of = scheduling.the(shown, meeting);
            if (of.coreOnly()) {
                throw new Absent();
            }
            putOn(viewer, shown, referral, meeting);
            Absent.whereRefused(() -> {
                colleagues.settle(viewer, referral, of.board(), reason);
                return true;
            });
            return Absent.whereRefused(() -> database.sql("select marac.open_to_board(:referral, :meeting)")
                    .param("referral", referral)
                    .param("meeting", meeting)
                    .query(Integer.class)
                    .single());
        });
    }

    /// What there is to know before a case is opened in which somebody works for an agency.
    ///
    /// @param said who works where, as the referral or another about the same people says; empty when nobody does
    /// @param board by its name; empty when no meeting was asked about
    /// @param seeing who sees the case, and who would
    /// @param confirmed what was confirmed before, the latest first
    public record Opening(
            UUID referral,
            String reference,
            List<Colleagues.Said> said,
            String board,
            @Nullable Instant startsAt,
            Colleagues.Settled settled,
            List<Colleagues.Seeing> seeing,
            List<Colleagues.Confirmed> confirmed) {

        @Override
        public String toString() {
            return "an opening";
        }
    }

    /// Who sees a referral and who would, once the board of a meeting hears it.
    ///
    /// @param meeting null for who sees it now
    /// @throws Absent when the referral or the meeting is not there for this viewer, or they are no coordinator
    public Opening opening(Viewer viewer, UUID referral, @Nullable UUID meeting) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "referral"), shown -> {
            String reference = reading.reference(referral, shown);
            Meeting of = meeting == null ? null : scheduling.the(shown, meeting);
            UUID board = of == null ? null : of.board();
            Colleagues.Settled settled = colleagues.settled(referral, board);
            boolean isSaid = settled != Colleagues.Settled.NOTHING_SAID;
            return new Opening(
                    referral,
                    reference,
                    isSaid ? colleagues.said(shown, referral) : List.of(),
                    of == null ? "" : of.boardName(),
                    of == null ? null : of.startsAt(),
                    settled,
                    isSaid || of != null ? colleagues.seeing(referral, board, of != null && of.coreOnly()) : List.of(),
                    isSaid ? colleagues.confirmed(referral) : List.of());
        });
    }

    /// Puts a referral on an agenda with its marks, and opens it to nobody. Inside a witnessed piece of work.
    void putOn(Viewer viewer, Shown shown, UUID referral, UUID meeting) {
        reading.hold(referral);
        String outcome = outcome(referral);
        if (!outcome.equals("ACCEPTED") && !outcome.equals("EMERGENCY")) {
            throw new Refused("marac.refused.not-accepted");
        }
        if (isListed(referral, meeting)) {
            throw new Refused("marac.refused.listed-already");
        }
        List<UUID> unheard = unheard(referral);
        List<Mark> marks = marks(referral, outcome);
        if (!unheard.isEmpty()) {
            marks.add(Mark.DEFERRED_BEFORE);
        }
        UUID item = agendas.putOn(viewer, shown, meeting, referral, section(referral), marks);
        unheard.forEach(one -> agendas.follow(viewer, shown, one, item, words.the("marac.list.unheard")));
    }

    private List<Mark> marks(UUID referral, String outcome) {
        var marks = new ArrayList<Mark>();
        if (repeats.last(referral).isPresent()) {
            marks.add(Mark.REPEAT);
        }
        if (outcome.equals("EMERGENCY")) {
            marks.add(Mark.EMERGENCY);
        }
        if (isTransferredIn(referral)) {
            marks.add(Mark.TRANSFERRED_IN);
        }
        return marks;
    }

    /// Whether it stands on this agenda, or on another on which it is still to be heard.
    private boolean isListed(UUID referral, UUID meeting) {
        return database.sql("""
                        select exists (select from meeting.item i
                            where i.record_id = :referral and i.off_at is null
                              and not exists (select from meeting.heard e where e.item_id = i.id)
                              and (i.meeting_id = :meeting or marac.is_to_meet(i.meeting_id)))
                        """)
                .param("referral", referral)
                .param("meeting", meeting)
                .query(Boolean.class)
                .single();
    }

    /// Its items of meetings that were cancelled, or are over and did not hear it.
    private List<UUID> unheard(UUID referral) {
        return database.sql("""
                        select i.id from meeting.item i
                        where i.record_id = :referral and i.off_at is null
                          and not exists (select from meeting.heard e where e.item_id = i.id)
                          and not marac.is_to_meet(i.meeting_id)
                        order by i.id
                        """)
                .param("referral", referral)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private boolean isTransferredIn(UUID referral) {
        return database.sql("select exists (select from marac.transfer_in where record_id = :referral)")
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private String outcome(UUID referral) {
        return database.sql("select outcome from marac.triage where record_id = :referral and undone_at is null")
                .param("referral", referral)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Section section(UUID referral) {
        return reading.hasChildren(referral) ? Section.WITH_CHILDREN : Section.ADULT_ONLY;
    }
}
