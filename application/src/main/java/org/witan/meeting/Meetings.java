package org.witan.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The meetings of boards. Asked inside a witnessed piece of work.
@Repository
class Meetings {
    private static final String SELECT = """
            select m.id, m.board_id, b.name as board_name, b.kind, t.starts_at, t.minutes, t.place, t.link, t.reason,
                t.since_at, coalesce(access.person(t.set_by), '') as set_by, m.list_out_at, m.cancelled_because,
                m.version, m.core_only, meeting.keeps(m.board_id) as keeps,
                (select max(o.at) from meeting.minutes_out o where o.meeting_id = m.id) as minutes_out_at,
                (select count(*) - 1 from meeting.timing l where l.meeting_id = m.id) as moved
            from meeting.meeting m
            join meeting.board b on b.id = m.board_id
            join lateral (select l.* from meeting.timing l where l.meeting_id = m.id order by l.version desc limit 1) t
                on true
            """;
    private final JdbcClient database;

    Meetings(JdbcClient database) {
        this.database = database;
    }

    Optional<Meeting> find(UUID id) {
        return database.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(Meetings::read)
                .optional();
    }

    /// The meetings of a board, the newest first.
    List<Meeting> of(UUID board) {
        return database.sql(SELECT + " where m.board_id = :board order by t.starts_at desc, m.id limit 200")
                .param("board", board)
                .query(Meetings::read)
                .list();
    }

    /// The next meeting of a board that takes place; it counts as next until it is over.
    Optional<Meeting> next(UUID board) {
        return database.sql(SELECT + """
                         where m.board_id = :board and m.cancelled_at is null
                           and m.id = any (array(select meeting.starting(now() - interval '1 day', 'infinity')))
                           and t.starts_at + make_interval(mins => t.minutes) > now()
                        order by t.starts_at, m.id limit 1
                        """)
                .param("board", board)
                .query(Meetings::read)
                .optional();
    }

    /// The next meetings of a board that take place and to which all its agencies are called.
    List<Meeting> nextOf(UUID board, int most) {
        return database.sql(SELECT + """
                         where m.board_id = :board and m.cancelled_at is null and not m.core_only
                           and m.id = any (array(select meeting.starting(now() - interval '1 day', 'infinity')))
                           and t.starts_at + make_interval(mins => t.minutes) > now()
                        order by t.starts_at, m.id limit :most
                        """)
                .param("board", board)
                .param("most", most)
                .query(Meetings::read)
                .list();
    }

    /// The next meeting of a board that takes place after a moment, and to which all its agencies are called.
    Optional<Meeting> nextAfter(UUID board, Instant moment) {
        return database.sql(SELECT + """
                         where m.board_id = :board and m.cancelled_at is null and not m.core_only
                           and m.id = any (array(select meeting.starting(:moment, 'infinity')))
                        order by t.starts_at, m.id limit 1
                        """)
                .param("board", board)
                .param("moment", Rows.parameter(moment))
                .query(Meetings::read)
                .optional();
    }

    /// Meetings to come of all boards that whoever looks takes part in, those that were cancelled among them; the next
    /// first.
    List<Meeting> coming(int days, int most) {
        return database.sql(SELECT + """
                         where b.closed_at is null and t.starts_at + make_interval(mins => t.minutes) > now()
                           and m.id = any (array(select meeting.starting(
                               now() - interval '1 day', now() + make_interval(days => :days))))
                        order by t.starts_at, m.id limit :most
                        """)
                .param("days", days)
                .param("most", most)
                .query(Meetings::read)
                .list();
    }

    /// Meetings of the last weeks that began and whose minutes did not go out, the first first; of boards that whoever
    /// looks keeps.
    List<Meeting> withoutMinutes(BoardKind kind, int weeks, int most) {
        return database.sql(SELECT + """
                         where b.kind = :kind and m.cancelled_at is null and meeting.keeps(m.board_id)
                           and m.id = any (array(select meeting.starting(
                               now() - make_interval(weeks => :weeks), now())))
                           and not exists (select from meeting.minutes_out o where o.meeting_id = m.id)
                        order by t.starts_at, m.id limit :most
                        """)
                .param("kind", kind.name())
                .param("weeks", weeks)
                .param("most", most)
                .query(Meetings::read)
                .list();
    }

    /// Sent twice under one id, they went out once.
    void minutesOut(UUID id, UUID meeting, UUID account) {
        database.sql("""
                        insert into meeting.minutes_out (id, meeting_id, at, by)
                        values (:id, :meeting, now(), :account) on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("account", account)
                .update();
    }

    int add(UUID id, UUID board, boolean coreOnly, UUID account) {
        return database.sql("""
                        insert into meeting.meeting (id, board_id, core_only, made_at, made_by)
                        values (:id, :board, :core, now(), :account) on conflict (id) do nothing
                        """)
                .param("core", coreOnly)
                .param("id", id)
                .param("board", board)
                .param("account", account)
                .update();
    }

    void time(UUID id, UUID meeting, Timing timing, String reason, int version, UUID account) {
        database.sql("""
                        insert into meeting.timing
                            (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
                        values (:id, :meeting, :starts, :minutes, :place, :link, :reason, now(), :account, :version)
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("starts", Rows.parameter(timing.startsAt()))
                .param("minutes", timing.minutes())
                .param("place", timing.place())
                .param("link", timing.link())
                .param("reason", reason)
                .param("account", account)
                .param("version", version)
                .update();
    }

    int step(UUID meeting, int version) {
        return database.sql("""
                        update meeting.meeting set version = version + 1 where id = :meeting and version = :version
                        """)
                .param("meeting", meeting)
                .param("version", version)
                .update();
    }

    int cancel(UUID meeting, int version, String reason, UUID account) {
        return database.sql("""
                        update meeting.meeting
                        set cancelled_at = now(), cancelled_by = :account, cancelled_because = :reason, version = version + 1
                        where id = :meeting and version = :version
                        """)
                .param("meeting", meeting)
                .param("version", version)
                .param("reason", reason)
                .param("account", account)
                .update();
    }

    int listOut(UUID meeting, int version, UUID account) {
        return database.sql("""
                        update meeting.meeting set list_out_at = now(), list_out_by = :account, version = version + 1
                        where id = :meeting and version = :version and list_out_at is null
                        """)
                .param("meeting", meeting)
                .param("version", version)
                .param("account", account)
                .update();
    }

    private static Meeting read(ResultSet row, int number) throws SQLException {
        int moved = row.getInt("moved");
        @Nullable String cancelled = row.getString("cancelled_because");
        return new Meeting(
                Rows.id(row, "id"),
                Rows.id(row, "board_id"),
                row.getString("board_name"),
                BoardKind.valueOf(row.getString("kind")),
                Rows.moment(row, "starts_at"),
                row.getInt("minutes"),
                row.getString("place"),
                row.getString("link"),
                moved,
                row.getString("reason"),
                moved == 0 ? null : Rows.moment(row, "since_at"),
                row.getString("set_by"),
                Rows.momentOrNull(row, "list_out_at"),
                Rows.momentOrNull(row, "minutes_out_at"),
                cancelled,
                row.getInt("version"),
                row.getBoolean("keeps"),
                row.getBoolean("core_only"));
    }
}
