package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;

/// Meetings for one case that cannot wait. The core agencies of a board are called, and only they
/// see the case; the next ordinary meeting is told that it was held.
@Component
public class Emergencies {
    private static final String HELD = """
            select e.record_id, e.meeting_id, b.reference, marac.meeting_day(e.meeting_id) as day,
                exists (select from meeting.item i join meeting.heard h on h.item_id = i.id
                        where i.meeting_id = e.meeting_id and i.record_id = e.record_id) as heard
            from marac.emergency e join access.record b on b.id = e.record_id
            """;
    /// An emergency meeting is planned for so many minutes.
    private static final int MINUTES = 60;

    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final Listing listing;
    private final ReadingReferrals reading;
    private final Colleagues colleagues;
    private final JdbcClient database;

    Emergencies(
            Witnessing witnessing,
            Scheduling scheduling,
            Listing listing,
            ReadingReferrals reading,
            Colleagues colleagues,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.listing = listing;
        this.reading = reading;
        this.colleagues = colleagues;
        this.database = database;
    }

    /// What there is to know before one is called.
    ///
    /// @throws Absent when the referral is not there for this viewer
    /// @throws Refused when no emergency was decided, or the decision was taken back
    public Calling calling(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "emergency"), shown -> {
            Referral found = reading.inFull(referral, shown);
            return new Calling(
                    found.reference(), byWhen(found), boards(), of(referral), colleagues.said(shown, referral));
        });
    }

    /// Who would see a referral once the core agencies of a board are called for it.
    ///
    /// @throws Absent when the referral is not there for this viewer
    public Would would(Viewer viewer, UUID referral, UUID board) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "emergency"), shown -> {
            if (!reading.exists(referral)) {
                throw new Absent();
            }
            shown.add(referral);
            return new Would(colleagues.settled(referral, board), colleagues.seeing(referral, board, true));
        });
    }

    /// Who would see a case, and whether somebody has to decide about it first.
    public record Would(Colleagues.Settled settled, List<Colleagues.Seeing> seeing) {}

    /// Calls a meeting: schedules it, puts the case on its agenda with its mark, and opens it to the core agencies.
    ///
    /// @param id made with the form, so that a form that is sent twice calls one
    /// @throws Absent when the referral or the board is not there for this viewer
    /// @throws Refused when no emergency was decided, the board has no core agency, or the case is on an
    ///     agenda already
    public void call(Viewer viewer, UUID id, UUID referral, UUID board, Instant at, String place) {
        call(viewer, id, referral, board, at, place, null);
    }

    /// The same, with a reason where somebody in it works for an agency and is to be seen all the same.
    ///
    /// @param reason null where nobody gave one
    public void call(
            Viewer viewer,
            UUID id,
            UUID referral,
            UUID board,
            Instant at,
            String place,
            Colleagues.@Nullable Reason reason) {
        var deed = Deed.of(Verb.ADD, "emergency").with("meeting", id.toString());
        witnessing.witness(viewer, deed, shown -> {
            byWhen(reading.inFull(referral, shown));
            if (isCalled(id, referral)) {
                return 0;
            }
            scheduling.scheduleForCore(viewer, shown, id, board, new Timing(at, MINUTES, place, ""));
            return Absent.whereRefused(() -> {
                called(viewer, id, referral, board);
                listing.putOn(viewer, shown, referral, id);
                colleagues.settle(viewer, referral, board, reason);
                return opened(referral, id);
            });
        });
    }

    /// Emergency meetings of a board since its ordinary meeting before, for the next one, as far as whoever looks sees
    /// these meetings. Inside a witnessed piece of work.
    List<Held> since(Shown shown, UUID board, UUID meeting, LocalDate day) {
        List<Held> all = database.sql(HELD + """
                         where e.board_id = :board and e.meeting_id <> :meeting and marac.meeting_day(e.meeting_id) <= :day
                          and not exists (select from meeting.meeting m where m.id = :meeting and m.core_only)
                          and exists (select from meeting.meeting m where m.id = e.meeting_id and m.cancelled_at is null)
                          and marac.meeting_day(e.meeting_id) > coalesce(
                              (select max(marac.meeting_day(m.id)) from meeting.meeting m
                               where m.board_id = :board and m.cancelled_at is null and m.id <> :meeting
                                 and marac.meeting_day(m.id) < :day and not m.core_only), '-infinity')
                        order by day, b.reference
                        """)
                .param("board", board)
                .param("meeting", meeting)
                .param("day", day)
                .query((row, _) -> held(row))
                .list();
        all.forEach(one -> shown.add(one.referral()));
        return all;
    }

    /// By when it is to be held: so many hours after it was decided.
    private Instant byWhen(Referral referral) {
        Decision decision = referral.decision()
                .filter(one -> one.outcome() == TriageOutcome.EMERGENCY)
                .orElseThrow(() -> new Refused("marac.refused.no-emergency"));
        int hours = database.sql("select access.setting_number('marac_emergency_hours')")
                .query(Integer.class)
                .single();
        return decision.at().plus(Duration.ofHours(hours));
    }

    private List<CoreAgencies> boards() {
        return database.sql("""
                        select b.id, b.name, array(
                            select y.name from meeting.board_agency a join access.agency y on y.id = a.agency_id
                            where a.board_id = b.id and a.until_at is null and a.core order by lower(y.name)) as core
                        from meeting.board b
                        where b.kind = 'MARAC' and b.closed_at is null and meeting.keeps(b.id) order by lower(b.name), b.id
                        """)
                .query((row, _) -> new CoreAgencies(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Stream.of((Object[]) row.getArray("core").getArray())
                                .map(String::valueOf)
                                .toList()))
                .list();
    }

    private List<Held> of(UUID referral) {
        return database.sql(HELD + """
                         where e.record_id = :referral order by day
                        """)
                .param("referral", referral)
                .query((row, _) -> held(row))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("record_id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getString("reference"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("heard"));
    }

    private boolean isCalled(UUID meeting, UUID referral) {
        return database.sql("""
                        select exists (select from marac.emergency where meeting_id = :meeting and record_id = :referral)
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private void called(Viewer viewer, UUID meeting, UUID referral, UUID board) {
        database.sql("""
                        insert into marac.emergency (meeting_id, record_id, board_id, called_at, called_by)
                        values (:meeting, :referral, :board, now(), :account)
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .param("board", board)
                .param("account", viewer.account())
                .update();
    }

    private int opened(UUID referral, UUID meeting) {
        int agencies = database.sql("select marac.open_to_core(:referral, :meeting)")
                .param("referral", referral)
                .param("meeting", meeting)
                .query(Integer.class)
                .single();
        if (agencies == 0) {
            throw new Refused("marac.refused.no-core");
        }
        return agencies;
    }

    /// What there is to know before a meeting is called.
    ///
    /// @param byWhen it is to be held
    /// @param boards whose core agencies can be called
    /// @param held what was called for this referral
    /// @param works who in it works for an agency, as it or another about the same people says
    public record Calling(
            String reference, Instant byWhen, List<CoreAgencies> boards, List<Held> held, List<Colleagues.Said> works) {

        @Override
        public String toString() {
            return "a call";
        }
    }

    /// A board with the agencies without which it is not complete, by name.
    public record CoreAgencies(UUID board, String name, List<String> agencies) {}

    /// An emergency meeting.
    ///
    /// @param heard whether the case was heard there
    public record Held(UUID referral, UUID meeting, String reference, LocalDate day, boolean heard) {}
}
