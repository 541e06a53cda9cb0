package org.witan.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The sessions that are open: one's own to look at and end, and all of an account for an administrator to end.
@Component
public class OpenSessions {
    private final Witnessing witnessing;
    private final JdbcClient database;

    OpenSessions(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// One's own sessions, the last used first.
    ///
    /// @param current identity of the session that asks, as the browser knows it
    public List<OpenSession> of(Caller caller, String current) {
        return witnessing.witness(
                caller,
                Deed.of(Verb.LIST, "session"),
                _ -> database.sql("""
                        select primary_id, session_id, creation_time, last_access_time from access.session
                        where principal_name = :account and expiry_time > extract(epoch from now()) * 1000
                        order by last_access_time desc
                        """)
                        .param("account", account(caller))
                        .query((row, _) -> new OpenSession(
                                row.getString("primary_id"),
                                Instant.ofEpochMilli(row.getLong("creation_time")),
                                Instant.ofEpochMilli(row.getLong("last_access_time")),
                                row.getString("session_id").equals(current)))
                        .list());
    }

    /// Ends one of one's own sessions.
    ///
    /// @throws Absent when it is none of theirs
    public void end(Caller caller, String session) {
        witnessing.witness(caller, ending("one"), _ -> {
            if (database.sql("delete from access.session where primary_id = :id and principal_name = :account")
                            .param("id", session)
                            .param("account", account(caller))
                            .update()
                    == 0) {
                throw new Absent();
            }
            return true;
        });
    }

    /// Ends all of one's own sessions but the one that asks.
    public void endOthers(Caller caller, String current) {
        witnessing.witness(
                caller,
                ending("all others"),
                _ -> database.sql(
                                "delete from access.session where session_id <> :current and principal_name = :account")
                        .param("current", current)
                        .param("account", account(caller))
                        .update());
    }

    /// An administrator ends all sessions of an account; whoever has it can sign in again.
    ///
    /// @throws Absent when there is no such account
    public int endAll(Viewer viewer, UUID account) {
        return witnessing.witness(viewer, ending("all").with("account", account.toString()), _ -> {
            if (!isAdministrated(account)) {
                throw new Absent();
            }
            return database.sql("delete from access.session where principal_name = :account")
                    .param("account", account.toString())
                    .update();
        });
    }

    private boolean isAdministrated(UUID account) {
        return database.sql("""
                        select access.viewer_role() = 'ADMINISTRATOR'
                            and exists (select from access.account where id = :account)
                        """).param("account", account).query(Boolean.class).single();
    }

    /// Whether a session still goes on, for what lasts longer than a request. It asks, and is no use of the session.
    public boolean isOpen(String session) {
        return database.sql("""
                        select exists (select from access.session where session_id = :session
                                       and expiry_time > extract(epoch from now()) * 1000)
                        """).param("session", session).query(Boolean.class).single();
    }

    /// The session that asks ends; its row goes with it.
    public void leave(Caller caller) {
        witnessing.witness(caller, Deed.of(Verb.SIGN_OUT, "session"), _ -> true);
    }

    /// How long sessions may last, and whether the account of one may go on.
    public Limits limits(UUID account) {
        return database.sql("select open, idle_minutes, session_hours from access.session_limits(:account)")
                .param("account", account)
                .query((row, _) -> new Limits(
                        row.getBoolean("open"),
                        Duration.ofMinutes(row.getInt("idle_minutes")),
                        Duration.ofHours(row.getInt("session_hours"))))
                .single();
    }

    private static Deed ending(String which) {
        return Deed.of(Verb.SIGN_OUT, "session").with("ended", which);
    }

    private static String account(Caller caller) {
        return String.valueOf(caller.account());
    }

    /// A session that is open.
    ///
    /// @param current whether it is the one that asks
    public record OpenSession(String id, Instant begunAt, Instant lastUsedAt, boolean current) {}

    /// What limits a session.
    ///
    /// @param open whether the account is open
    /// @param idle after how long without use a session ends
    /// @param whole after how long it ends in any case
    public record Limits(boolean open, Duration idle, Duration whole) {}
}
