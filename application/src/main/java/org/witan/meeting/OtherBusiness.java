package org.witan.meeting;

import java.time.Instant;
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

/// What a meeting takes up and decides that is about no record: other business on its agenda, and decisions about the
/// meeting itself. Whoever takes part in the board reads it; whoever keeps the board writes it.
@Component
public class OtherBusiness {
    private static final String BUSINESS = "business";
    private final Witnessing witnessing;
    private final Meetings meetings;
    private final JdbcClient database;

    OtherBusiness(Witnessing witnessing, Meetings meetings, JdbcClient database) {
        this.witnessing = witnessing;
        this.meetings = meetings;
        this.database = database;
    }

    /// Something that was put on, or decided.
    ///
    /// @param by who wrote it; empty for whoever may not read the name
    public record Said(UUID id, String words, Instant at, String by) {

        @Override
        public String toString() {
            return "said " + id;
        }
    }

    /// What stands on an agenda, and what was decided about the meeting; what was put right is not among it.
    public record Business(List<Said> standing, List<Said> decided) {}

    /// The other business of a meeting.
    ///
    /// @throws Absent when there is no such meeting for this viewer
    public Business of(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.READ, meeting), shown -> of(shown, meeting));
    }

    /// The same, inside a witnessed piece of work.
    public Business of(Shown shown, UUID meeting) {
        if (meetings.find(meeting).isEmpty()) {
            throw new Absent();
        }
        return new Business(
                said(database.sql("""
                            select b.id, b.words, b.put_on_at as at, coalesce(access.person(b.put_on_by), '') as by
                            from meeting.business b where b.meeting_id = :meeting and b.off_at is null
                            order by b.put_on_at, b.id
                            """).param("meeting", meeting)),
                said(database.sql("""
                            select r.id, r.words, r.decided_at as at, coalesce(access.person(r.written_by), '') as by
                            from meeting.resolution r
                            where r.meeting_id = :meeting
                              and not exists (select from meeting.resolution c where c.corrects_id = r.id)
                            order by r.decided_at, r.id
                            """).param("meeting", meeting)));
    }

    /// Puts something on. Sent twice, it is put on once.
    ///
    /// @param id made with the form
    /// @throws Absent when this viewer does not keep the board
    /// @throws Refused when the meeting was cancelled, or other words were sent under this id
    public void putOn(Viewer viewer, UUID id, UUID meeting, String words) {
        witnessing.witness(viewer, deed(Verb.ADD, meeting), _ -> {
            theKept(meeting);
            int put = Absent.whereRefused(() -> database.sql("""
                            insert into meeting.business (id, meeting_id, words, put_on_at, put_on_by)
                            values (:id, :meeting, :words, now(), :account) on conflict (id) do nothing
                            """)
                    .param("id", id)
                    .param("meeting", meeting)
                    .param("words", words)
                    .param("account", viewer.account())
                    .update());
            if (put == 0 && !isPutOn(viewer, id, meeting, words)) {
                throw new Refused(Rules.SENT_BEFORE);
            }
            return id;
        });
    }

    /// Takes something off. Said twice, it is off once.
    ///
    /// @throws Absent when it is not there for this viewer, or they do not keep the board
    public void takeOff(Viewer viewer, UUID meeting, UUID id) {
        witnessing.witness(viewer, deed(Verb.CHANGE, meeting).with("taken", "off"), _ -> {
            theKept(meeting);
            boolean there = database.sql(
                            "select exists (select from meeting.business where id = :id and meeting_id = :meeting)")
                    .param("id", id)
                    .param("meeting", meeting)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                throw new Absent();
            }
            return Absent.whereRefused(() -> database.sql("""
                            update meeting.business set off_at = now(), off_by = :account where id = :id and off_at is null
                            """)
                    .param("id", id)
                    .param("account", viewer.account())
                    .update());
        });
    }

    /// Writes what was decided about the meeting, or about other business. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @param corrects the decision that it puts right; null for a new one
    /// @throws Absent when this viewer does not keep the board
    /// @throws Refused when somebody put the same decision right meanwhile, or other words were sent under this id
    public void decide(Viewer viewer, UUID id, UUID meeting, String words, @Nullable UUID corrects) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "decision").with("meeting", meeting.toString()), _ -> {
            theKept(meeting);
            int written = Absent.whereRefused(() -> Rules.once(
                    Rules.STALE,
                    () -> database.sql("""
                            insert into meeting.resolution (id, meeting_id, words, corrects_id, decided_at, written_by)
                            values (:id, :meeting, :words, cast(:corrects as uuid), now(), :account)
                            on conflict (id) do nothing
                            """)
                            .param("id", id)
                            .param("meeting", meeting)
                            .param("words", words)
                            .param("corrects", corrects)
                            .param("account", viewer.account())
                            .update()));
            if (written == 0 && !isDecided(viewer, id, meeting, words, corrects)) {
                throw new Refused(Rules.SENT_BEFORE);
            }
            return id;
        });
    }

    private boolean isPutOn(Viewer viewer, UUID id, UUID meeting, String words) {
        return database.sql("""
                        select exists (select from meeting.business b
                                       where b.id = :id and b.meeting_id = :meeting and b.words = :words
                                         and b.put_on_by = :account)
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("words", words)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    private boolean isDecided(Viewer viewer, UUID id, UUID meeting, String words, @Nullable UUID corrects) {
        return database.sql("""
                        select exists (select from meeting.resolution r
                                       where r.id = :id and r.meeting_id = :meeting and r.words = :words
                                         and r.written_by = :account
                                         and r.corrects_id is not distinct from cast(:corrects as uuid))
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("words", words)
                .param("account", viewer.account())
                .param("corrects", corrects)
                .query(Boolean.class)
                .single();
    }

    private static List<Said> said(JdbcClient.StatementSpec asked) {
        return asked.query((row, _) -> new Said(
                        Rows.id(row, "id"), row.getString("words"), Rows.moment(row, "at"), row.getString("by")))
                .list();
    }

    private void theKept(UUID meeting) {
        Meeting held = meetings.find(meeting).filter(Meeting::keeps).orElseThrow(Absent::new);
        if (held.cancelled()) {
            throw new Refused(Rules.CANCELLED);
        }
    }

    private static Deed deed(Verb verb, UUID meeting) {
        return Deed.of(verb, BUSINESS).with("meeting", meeting.toString());
    }
}
