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
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Whoever sits in a meeting signs the confidentiality statement for themselves. Which text they
/// signed stays readable; a new text is another version. Who has no account signs on paper, and
/// whoever keeps the meeting records it.
@Component
public class SigningStatements {
    private static final String STATEMENT = "statement";
    private final Witnessing witnessing;
    private final Meetings meetings;
    private final JdbcClient database;

    SigningStatements(Witnessing witnessing, Meetings meetings, JdbcClient database) {
        this.witnessing = witnessing;
        this.meetings = meetings;
        this.database = database;
    }

    /// A text that is signed.
    public record Statement(int version, String words, Instant since) {}

    /// What somebody signed at a meeting.
    public record Signed(Instant at, int version, String words) {}

    /// The statement as it stands for one who looks at a meeting.
    ///
    /// @param signed what they signed; null while they did not
    /// @param besides who signed and is not recorded as somebody who comes
    public record Standing(Statement now, @Nullable Signed signed, List<String> besides) {}

    /// The text that is signed now.
    public Statement now(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, STATEMENT), _ -> now());
    }

    /// How it stands at a meeting.
    ///
    /// @throws Absent when there is no such meeting for this viewer
    public Standing at(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.READ, meeting), _ -> {
            if (meetings.find(meeting).isEmpty()) {
                throw new Absent();
            }
            return new Standing(now(), signed(viewer, meeting), besides(meeting));
        });
    }

    /// Signs. Said twice, it is signed once.
    ///
    /// @param version of the text that was on the page
    /// @throws Absent when there is no such meeting for this viewer
    /// @throws Refused when the meeting was cancelled, or the text was changed meanwhile
    public void sign(Viewer viewer, UUID meeting, int version) {
        witnessing.witness(viewer, deed(Verb.ADD, meeting).with("version", String.valueOf(version)), _ -> {
            Meeting held = meetings.find(meeting).orElseThrow(Absent::new);
            if (held.cancelled()) {
                throw new Refused(Rules.CANCELLED);
            }
            if (signed(viewer, meeting) != null) {
                return 0;
            }
            if (now().version() != version) {
                throw new Refused(Rules.STALE);
            }
            return Absent.whereRefused(() -> database.sql("""
                            insert into meeting.signature (meeting_id, account_id, agency_id, statement, signed_at)
                            values (:meeting, :account, :agency, :version, now()) on conflict do nothing
                            """)
                    .param("meeting", meeting)
                    .param("account", viewer.account())
                    .param("agency", viewer.agency())
                    .param("version", version)
                    .update());
        });
    }

    /// Writes another text. Sent twice, it is written once.
    ///
    /// @param replaces the version that was on the page
    /// @throws Absent when this viewer leads no conferences
    /// @throws Refused when somebody wrote another meanwhile
    public void write(Viewer viewer, int replaces, String words) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, STATEMENT), _ -> {
            if (!viewer.role().leads()) {
                throw new Absent();
            }
            int written = Absent.whereRefused(() -> database.sql("""
                            insert into meeting.statement (version, words, since_at, set_by)
                            select :version, :words, now(), :account
                            where (select max(t.version) from meeting.statement t) = :version - 1
                            on conflict do nothing
                            """)
                    .param("version", replaces + 1)
                    .param("words", words)
                    .param("account", viewer.account())
                    .update());
            Statement now = now();
            if (written == 0 && (now.version() != replaces + 1 || !now.words().equals(words))) {
                throw new Refused(Rules.STALE);
            }
            return written;
        });
    }

    private Statement now() {
        return database.sql(
                        "select t.version, t.words, t.since_at from meeting.statement t order by t.version desc limit 1")
                .query((row, _) ->
                        new Statement(row.getInt("version"), row.getString("words"), Rows.moment(row, "since_at")))
                .single();
    }

    private @Nullable Signed signed(Viewer viewer, UUID meeting) {
        return database.sql("""
                        select s.signed_at, s.statement, t.words
                        from meeting.signature s join meeting.statement t on t.version = s.statement
                        where s.meeting_id = :meeting and s.account_id = :account
                        """)
                .param("meeting", meeting)
                .param("account", viewer.account())
                .query((row, _) ->
                        new Signed(Rows.moment(row, "signed_at"), row.getInt("statement"), row.getString("words")))
                .optional()
                .orElse(null);
    }

    private List<String> besides(UUID meeting) {
        return database.sql("""
                        select coalesce(access.person(s.account_id), y.name) as name
                        from meeting.signature s join access.agency y on y.id = s.agency_id
                        where s.meeting_id = :meeting
                          and not exists (select from meeting.attendance a
                                          where a.meeting_id = s.meeting_id and a.account_id = s.account_id
                                            and a.came = 'PRESENT'
                                            and not exists (select from meeting.attendance l where l.replaces_id = a.id))
                        order by 1, s.account_id
                        """)
                .param("meeting", meeting)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private static Deed deed(Verb verb, UUID meeting) {
        return Deed.of(verb, STATEMENT).with("meeting", meeting.toString());
    }
}
