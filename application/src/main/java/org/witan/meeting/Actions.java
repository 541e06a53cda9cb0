package org.witan.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The actions. Asked inside a witnessed piece of work; the rule shows only those that are open to whoever looks.
@Repository
class Actions {
    private static final String SELECT = """
            select a.record_id, r.reference, a.board_id, w.id as within_id, w.reference as within_reference,
                a.agency_id, y.name as agency_name, a.owner_id, access.person(a.owner_id) as owner_name,
                meeting.unowned(a.board_id, a.agency_id) as unowned, a.due_on, a.state, a.made_at, a.stands_since, a.not_done,
                a.state = 'ESCALATED' or a.not_done >= coalesce(
                    (select s.value from meeting.board_setting s
                     where s.board_id = a.board_id and s.name = 'NOT_DONE_TIMES' order by s.since_at desc limit 1),
                    (select k.shipped from meeting.setting_kind k where k.code = 'NOT_DONE_TIMES')) as steering,
                asked.at as chased_at, asked.times as chases, coalesce(asked.itself, false) as chased_itself,
                a.version, c.words, c.area, c.subject, f.words as for_worker,
                case when a.agency_id = (select access.viewer_agency())
                          and (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA') then true
                    else meeting.may_report(a.record_id) end as mine
            from (select * from meeting.action one where\s""";
    private static final String JOINED = """
            ) a
            join access.record r on r.id = a.record_id
            left join lateral (select l.whole_id as id from access.lies_within l
                               where l.record_id = a.record_id offset 0) h on true
            left join lateral (select x.id, x.reference from access.record x where x.id = h.id offset 0) w on true
            left join access.agency y on y.id = a.agency_id
            left join lateral (select l.words, l.area, l.subject from meeting.action_content l
                               where l.record_id = a.record_id order by l.since_at desc, l.id desc limit 1) c on true
            left join lateral (select l.words from meeting.action_for_worker l
                               where l.record_id = a.record_id order by l.written_at desc, l.id desc limit 1) f on true
            cross join lateral (select max(q.chased_at) as at, count(*) as times,
                                    (array_agg(q.chased_by is null order by q.chased_at desc, q.id desc))[1] as itself
                                from meeting.chase q where q.record_id = a.record_id) asked
            """;
    private static final String ORDER = " order by lower(y.name) nulls first, a.due_on nulls first, a.record_id";
    private final JdbcClient database;

    Actions(JdbcClient database) {
        this.database = database;
    }

    Optional<Action> find(UUID id) {
        return database.sql(SELECT + "one.record_id = :id" + JOINED)
                .param("id", id)
                .query(Actions::read)
                .optional();
    }

    /// Open actions, what is due first; of those after so many.
    List<Action> open(int most, int after) {
        return database.sql(SELECT
                        + "one.open order by one.due_on nulls first, one.record_id limit :most offset :after" + JOINED
                        + ORDER)
                .param("most", most)
                .param("after", after)
                .query(Actions::read)
                .list();
    }

    /// Open actions of one agency, and those of which somebody is the owner, what is due first.
    /// Each list is read in the order of its index and no further, so that an agency with thousands
    /// waits no longer than one with ten.
    List<Action> openOf(UUID agency, UUID account, int most, int after) {
        return database.sql(SELECT + """
                        one.record_id = any (array(
                            (select o.record_id from meeting.action o where o.open and o.agency_id = :agency
                             order by o.due_on nulls first, o.record_id limit :most + :after)
                            union
                            (select o.record_id from meeting.action o where o.open and o.owner_id = :account
                             order by o.due_on nulls first, o.record_id limit :most + :after)))
                        order by one.due_on nulls first, one.record_id limit :most offset :after""" + JOINED + ORDER)
                .param("agency", agency)
                .param("account", account)
                .param("most", most)
                .param("after", after)
                .query(Actions::read)
                .list();
    }

    /// How many actions are open, counted up to so many.
    long countOpen(int most) {
        return database.sql("select count(*) from (select from meeting.action where open limit :most) a")
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /// How many are open of one agency, and of those of which somebody is the owner, counted up to so many.
    long countOpenOf(UUID agency, UUID account, int most) {
        return database.sql("""
                        select count(*) from (
                            select from meeting.action where open and (agency_id = :agency or owner_id = :account)
                            limit :most) a
                        """)
                .param("agency", agency)
                .param("account", account)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /// Open actions that a board follows up, by agency and then by what is due first.
    List<Action> openOfBoard(UUID board) {
        return database.sql(SELECT + "one.open and one.board_id = :board" + JOINED + ORDER)
                .param("board", board)
                .query(Actions::read)
                .list();
    }

    /// Actions that were agreed at a meeting: on its agenda, or that day within a record on its
    /// agenda; by agency and then by what is due first.
    List<Action> agreedAt(Meeting meeting) {
        return database.sql(SELECT + """
                        one.item_id in (select i.id from meeting.item i where i.meeting_id = :meeting)
                        or one.item_id is null and one.board_id = :board
                          and one.made_at >= cast(:day as date)::timestamp at time zone 'Europe/London'
                          and one.made_at < (cast(:day as date) + 1)::timestamp at time zone 'Europe/London'
                          and one.record_id in (select l.record_id from access.lies_within l
                                                join meeting.item i on i.record_id = l.whole_id
                                                where i.meeting_id = :meeting)""" + JOINED + ORDER)
                .param("meeting", meeting.id())
                .param("board", meeting.board())
                .param("day", meeting.day())
                .query(Actions::read)
                .list();
    }

    /// Actions of a board that were agreed before a meeting began, in the year before or still open, and were open
    /// then.
    List<Action> openBefore(Meeting meeting) {
        return database.sql(SELECT + """
                        one.board_id = :board and one.made_at < :start
                          and not exists (select from meeting.item i where i.id = one.item_id and i.meeting_id = :meeting)
                          and (one.open or one.stands_since >= :start and one.made_at >= :start - interval '1 year')
                          and not (select k.closes from meeting.action_state s join meeting.state k on k.code = s.state
                                   where s.record_id = one.record_id and s.at < :start
                                   order by s.at desc, s.id desc limit 1)""" + JOINED + ORDER)
                .param("meeting", meeting.id())
                .param("board", meeting.board())
                .param("start", meeting.startsAt().atOffset(ZoneOffset.UTC))
                .query(Actions::read)
                .list();
    }

    /// How many open actions there are of an agency or an account, and how many are late or due within some days.
    Standing standing(UUID agency, UUID account, int days) {
        return database.sql("""
                        select count(*) filter (where a.due_on < access.today()) as late,
                            count(*) filter (where a.due_on between access.today() and access.today() + :days) as soon,
                            count(*) as open, min(a.due_on) filter (where a.due_on < access.today()) as late_since,
                            min(a.due_on) filter (where a.due_on >= access.today()) as next
                        from meeting.action a where a.open and (a.agency_id = :agency or a.owner_id = :account)
                        """)
                .param("agency", agency)
                .param("account", account)
                .param("days", days)
                .query((row, _) -> new Standing(
                        row.getLong("open"),
                        row.getLong("late"),
                        row.getLong("soon"),
                        Rows.dayOrNull(row, "late_since"),
                        Rows.dayOrNull(row, "next")))
                .single();
    }

    /// How many open actions nobody answers for.
    long unowned() {
        // Few agencies do thousands of actions: each is asked about once.
        return database.sql("""
                        select coalesce(sum(g.actions), 0)
                        from (select a.board_id, a.agency_id, count(*) as actions
                              from meeting.action a where a.open group by a.board_id, a.agency_id offset 0) g
                        where meeting.unowned(g.board_id, g.agency_id)
                        """).query(Long.class).single();
    }

    /// Actions that lie within a record, those still open first.
    List<Action> within(UUID record) {
        return database.sql(SELECT
                        + "one.record_id = any (array(select l.record_id from access.lies_within l where l.whole_id = :record))"
                        + JOINED + " order by a.open desc, a.due_on nulls first, a.record_id")
                .param("record", record)
                .query(Actions::read)
                .list();
    }

    /// What was said of an action, oldest first.
    List<Action.Report> reports(UUID action) {
        return database.sql("""
                        select s.state, s.done_on, s.at, coalesce(access.person(s.by), '') as by, y.name as agency, k.words
                        from meeting.action_state s
                        join access.agency y on y.id = s.agency_id
                        left join meeting.action_remark k on k.state_id = s.id
                        where s.record_id = :action order by s.at, s.id
                        """)
                .param("action", action)
                .query((row, _) -> new Action.Report(
                        ActionState.valueOf(row.getString("state")),
                        Rows.dayOrNull(row, "done_on"),
                        Rows.moment(row, "at"),
                        row.getString("by"),
                        row.getString("agency"),
                        row.getString("words")))
                .list();
    }

    void add(UUID id, UUID board, @Nullable UUID item, UUID account) {
        database.sql("""
                        insert into meeting.action (record_id, board_id, item_id, made_at, made_by, stands_since)
                        values (:id, :board, cast(:item as uuid), now(), :account, now())
                        """)
                .param("id", id)
                .param("board", board)
                .param("item", item)
                .param("account", account)
                .update();
    }

    void arrange(UUID id, UUID action, Action.Term term, UUID account) {
        database.sql("""
                        insert into meeting.action_term (id, record_id, agency_id, owner_id, due_on, since_at, set_by)
                        values (:id, :action, cast(:agency as uuid), cast(:owner as uuid), cast(:due as date), now(),
                            :account)
                        """)
                .param("id", id)
                .param("action", action)
                .param("agency", term.agency())
                .param("owner", term.owner())
                .param("due", term.due())
                .param("account", account)
                .update();
    }

    void word(UUID id, UUID action, Action.Content content, UUID account) {
        database.sql("""
                        insert into meeting.action_content (id, record_id, words, area, subject, since_at, set_by)
                        values (:id, :action, :words, :area, :subject, now(), :account)
                        """)
                .param("id", id)
                .param("action", action)
                .param("words", content.words())
                .param("area", content.area().name())
                .param("subject", content.subject().name())
                .param("account", account)
                .update();
    }

    void report(UUID id, UUID action, ActionState state, @Nullable LocalDate doneOn, UUID account, UUID agency) {
        database.sql("""
                        insert into meeting.action_state (id, record_id, state, done_on, at, by, agency_id)
                        values (:id, :action, :state, cast(:done as date), now(), :account, :agency)
                        """)
                .param("id", id)
                .param("action", action)
                .param("state", state.name())
                .param("done", doneOn)
                .param("account", account)
                .param("agency", agency)
                .update();
    }

    void remark(UUID state, UUID action, String part, String words) {
        database.sql("""
                        insert into meeting.action_remark (state_id, record_id, part, words)
                        values (:state, :action, :part, :words)
                        """)
                .param("state", state)
                .param("action", action)
                .param("part", part)
                .param("words", words)
                .update();
    }

    void tellWorker(UUID id, UUID action, String words, UUID account) {
        database.sql("""
                        insert into meeting.action_for_worker (id, record_id, words, written_at, written_by)
                        values (:id, :action, :words, now(), :account)
                        """)
                .param("id", id)
                .param("action", action)
                .param("words", words)
                .param("account", account)
                .update();
    }

    void chase(UUID id, UUID action, UUID account) {
        database.sql("""
                        insert into meeting.chase (id, record_id, chased_at, chased_by)
                        values (:id, :action, now(), :account)
                        """)
                .param("id", id)
                .param("action", action)
                .param("account", account)
                .update();
    }

    /// Whether the next change of an action is let through: false when somebody else was faster.
    boolean step(UUID action, int version) {
        return database.sql("select meeting.step(:action, :version)")
                .param("action", action)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /// Who may do an action for an agency: people in a role that may be told what it is.
    List<Colleague> colleagues(UUID agency) {
        return database.sql("""
                        select c.account_id, min(ltrim(c.given_name || ' ' || c.family_name)) as name,
                            string_agg(r.words, ', ' order by r.place) as roles
                        from access.colleague c join access.role r on r.code = c.role
                        where c.agency_id = :agency and c.role in
                            ('REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER', 'PERPETRATOR_WORKER', 'COORDINATOR', 'CHAIR')
                        group by c.account_id order by name, c.account_id
                        """)
                .param("agency", agency)
                .query((row, _) ->
                        new Colleague(Rows.id(row, "account_id"), row.getString("name"), row.getString("roles")))
                .list();
    }

    /// Who reported an action last.
    UUID lastReporter(UUID action) {
        return database.sql(
                        "select by from meeting.action_state where record_id = :action order by at desc, id desc limit 1")
                .param("action", action)
                .query((row, _) -> Rows.id(row, "by"))
                .single();
    }

    /// Whether somebody acts for an agency today.
    boolean actsFor(UUID account, UUID agency) {
        return database.sql("""
                        select exists (select from access.colleague c
                                       where c.account_id = :account and c.agency_id = :agency)
                        """)
                .param("account", account)
                .param("agency", agency)
                .query(Boolean.class)
                .single();
    }

    private static Action read(ResultSet row, int number) throws SQLException {
        String words = row.getString("words");
        return new Action(
                Rows.id(row, "record_id"),
                row.getString("reference"),
                Rows.id(row, "board_id"),
                Rows.idOrNull(row, "within_id"),
                row.getString("within_reference"),
                Rows.idOrNull(row, "agency_id"),
                row.getString("agency_name"),
                Rows.idOrNull(row, "owner_id"),
                row.getString("owner_name"),
                row.getBoolean("unowned"),
                Rows.dayOrNull(row, "due_on"),
                ActionState.valueOf(row.getString("state")),
                Rows.moment(row, "made_at"),
                Rows.moment(row, "stands_since"),
                row.getInt("not_done"),
                row.getBoolean("steering"),
                Rows.momentOrNull(row, "chased_at"),
                row.getInt("chases"),
                row.getBoolean("chased_itself"),
                row.getInt("version"),
                words == null
                        ? null
                        : new Action.Content(
                                words, Area.valueOf(row.getString("area")), Subject.valueOf(row.getString("subject"))),
                row.getString("for_worker"),
                row.getBoolean("mine"));
    }
}
