package org.witan.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Which messages went out, and which could not, for the administrator.
@Component
public class SentMessages {
    /// As many as one page shows.
    private static final int MOST = 200;

    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Telling telling;

    SentMessages(Witnessing witnessing, JdbcClient database, Telling telling) {
        this.witnessing = witnessing;
        this.database = database;
        this.telling = telling;
    }

    /// The newest messages, and whom none reaches.
    public Sent list(Viewer viewer) {
        return witnessing.witness(
                viewer, Deed.of(Verb.LIST, "message"), _ -> new Sent(telling.isOn(), failing(), messages()));
    }

    /// How many people could not be told in the last 7 days, or cannot be now. Asked inside a witnessed piece of work.
    public long unreached() {
        return database.sql("""
                        select count(distinct x.account_id)
                        from (select m.account_id from notices.message m
                              where m.outcome <> 'SENT' and m.at > now() - interval '7 days'
                                and not exists (select from notices.message l
                                                where l.account_id = m.account_id and l.at > m.at and l.outcome = 'SENT')
                              union all
                              select w.account_id from notices.waiting w
                              where w.failed_at < now() - interval '1 hour') x
                        """).query(Long.class).single();
    }

    private List<Failing> failing() {
        return database.sql("""
                        select ltrim(a.given_name || ' ' || a.family_name) as person, w.failed_at, w.failures
                        from notices.waiting w join access.account a on a.id = w.account_id
                        order by w.failed_at limit :most
                        """)
                .param("most", MOST)
                .query((row, _) ->
                        new Failing(row.getString("person"), moment(row, "failed_at"), row.getInt("failures")))
                .list();
    }

    private List<Message> messages() {
        return database.sql("""
                        select ltrim(a.given_name || ' ' || a.family_name) as person, m.at, m.outcome
                        from notices.message m join access.account a on a.id = m.account_id
                        order by m.at desc, m.id desc limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> new Message(
                        row.getString("person"), moment(row, "at"), Outcome.valueOf(row.getString("outcome"))))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Messages, and whom none reaches.
    ///
    /// @param on whether anybody is told by e-mail here
    /// @param failing whom a message did not reach yet, longest first
    /// @param messages newest first
    public record Sent(boolean on, List<Failing> failing, List<Message> messages) {}

    /// Somebody whom no server took a message for yet.
    ///
    /// @param tries how often it was tried
    public record Failing(String person, Instant since, int tries) {}

    /// A message, or that it was given up.
    public record Message(String person, Instant at, Outcome outcome) {}

    /// What became of a message.
    public enum Outcome {
        SENT,
        /// Given up: no mail server took it for a day.
        NO_SERVER,
        /// Given up: nothing can be sent to the address.
        BAD_ADDRESS
    }
}
