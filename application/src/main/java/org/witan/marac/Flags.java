package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Flags on the files of agencies. Asked inside a witnessed piece of work; what is live is derived, never stored.
///
/// A case is told by its last referral that whoever looks may see and that was heard. One that lapsed more than a year
/// ago is told only to an agency that said it flagged its files and did not say that it removed the flags.
@Repository
class Flags {
    /// All referrals of the victims of those that began a window.
    private static final String OF_SAME_VICTIM = """
                select q.record_id
                from begun b
                join marac.referred_person p on p.record_id = b.id and p.part = 'VICTIM'
                cross join lateral (select p.person_id as id
                                    union select x.other_id from people.together x where x.record_id = p.person_id) t
                join marac.referred_person q on q.person_id = t.id and q.part = 'VICTIM'
            """;
    /// Referrals whose own window did not end more than a year ago, and earlier ones of a case that was referred again
    /// then and is not heard yet.
    private static final String CANDIDATES = """
            with fresh as materialized (
                select r.id, r.met_on
                from (select (access.today() - 370
                              - make_interval(months => access.setting_number('marac_repeat_months')))::date as from_on) d
                join marac.referral r on r.referred_on >= d.from_on or r.met_on >= d.from_on),
            begun as (select e.id from fresh e where e.met_on is null),
            candidate as materialized (
                select e.id from fresh e where e.met_on is not null
                union
            """ + OF_SAME_VICTIM;
    /// Each is looked up by itself: a join under the rule would read every referral there is.
    private static final String WINDOWS = """
            ), wanted as materialized (
                select w.record_id, w.referred_on, w.met_on, w.until
                from marac.repeat_window w
                where w.record_id = any (array(select k.id from candidate k))
            """;
    /// A referral of the case that was not heard yet begins the window anew; one that was heard takes its place.
    private static final String LATER = """
            ), later as (
                select l.record_id, bool_or(w.met_on is not null) as heard, max(w.until) as until
                from marac.later_in_case(array(select record_id from wanted)) l
                join marac.repeat_window w on w.record_id = l.later_id
                group by l.record_id)
            """;
    /// Cases of the agency of whoever looks, with what it said last of each: also of those that it still has flagged,
    /// or says it removed lately. One of which it was taken back that a meeting heard it is told to an agency that
    /// flagged its files, as nobody else would tell it.
    private static final String FILES = CANDIDATES + """
                union
                select f.record_id from marac.flag f
                where f.agency_id = (select access.viewer_agency()) and f.undone_at is null
                  and (f.what = 'SET' or f.said_at > now() - interval '92 days')
                  and not exists (select from marac.flag n where n.after_id = f.id and n.undone_at is null)
            """ + WINDOWS + """
                  and exists (select from access.my_party p where p.record_id = w.record_id offset 0)
            """ + LATER + """
            , file as (
                select c.record_id, c.referred_on, c.met_on, greatest(c.until, l.until) as until,
                    t.id as flag_id, t.what, t.said_at, t.said_by
                from wanted c
                left join later l on l.record_id = c.record_id
                left join lateral (
                    select f.id, f.what, f.said_at, f.said_by from marac.flag f
                    where f.record_id = c.record_id and f.agency_id = (select access.viewer_agency()) and f.undone_at is null
                      and not exists (select from marac.flag n where n.after_id = f.id and n.undone_at is null)
                    order by f.said_at desc, f.id desc limit 1) t on true
                where not coalesce(l.heard, false) and (c.met_on is not null or t.what = 'SET')
                  and (greatest(c.until, l.until) >= access.today() or t.what = 'SET'
                       or t.what is null and greatest(c.until, l.until) >= access.today() - 366
                       or t.what = 'REMOVED' and t.said_at > now() - interval '92 days'))
            """;
    private static final String OF_AGENCY = FILES + """
            select f.met_on is not null as heard, f.record_id, b.reference, f.referred_on, case when not marac.hides_its_meeting(f.record_id, f.met_on) then f.met_on end as met_on, f.until,
                f.flag_id, f.what, f.said_at, access.person(f.said_by) as by_name
            from file f
            join access.record b on b.id = f.record_id
            """;
    private static final String COUNTED = FILES + """
            select count(*) filter (where f.until >= access.today() and f.what is distinct from 'SET') as to_set,
                count(*) filter (where f.until < access.today() and f.what is distinct from 'REMOVED') as to_remove,
                count(*) filter (where f.until >= access.today()
                    and date_trunc('month', f.until) = date_trunc('month', access.today())) as to_lapse
            from file f
            """;
    private static final String TALLIES = CANDIDATES + WINDOWS + " and w.met_on is not null" + LATER + """
            select c.record_id, b.reference, c.met_on, greatest(c.until, l.until) as until,
                (select count(distinct p.agency_id) from access.party p
                 where p.record_id = c.record_id and (p.until_at is null or p.until_at > now())) as agencies,
                (select count(distinct f.agency_id) from marac.flag f
                 where f.record_id = c.record_id and f.undone_at is null and f.what = 'SET'
                   and not exists (select from marac.flag n where n.after_id = f.id and n.undone_at is null)) as set,
                (select count(distinct f.agency_id) from marac.flag f
                 where f.record_id = c.record_id and f.undone_at is null and f.what = 'REMOVED'
                   and not exists (select from marac.flag n where n.after_id = f.id and n.undone_at is null)) as removed
            from wanted c
            join access.record b on b.id = c.record_id
            left join later l on l.record_id = c.record_id
            where not coalesce(l.heard, false) and greatest(c.until, l.until) >= access.today() - 92
            order by until, c.record_id
            """;
    /// The day of the last ordinary meeting of a board before a day, of the year before it; a month before it without
    /// one.
    private static final String MET_BEFORE = """
            select coalesce(
                (select max((t.starts_at at time zone 'Europe/London')::date)
                 from meeting.meeting m
                 join meeting.timing t on t.meeting_id = m.id
                 where m.board_id = :board and m.cancelled_at is null and not m.core_only
                   and t.starts_at >= cast(:day as date) - 367
                   and t.starts_at < cast(:day as date)::timestamp at time zone 'Europe/London'
                   and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)),
                (cast(:day as date) - interval '1 month')::date)
            """;
    /// Windows that end between two days are of referrals so many months before, or of those that a meeting heard
    /// then; or of earlier referrals of a case that was referred again then and not heard yet.
    private static final String LAPSED = """
            with asked as (
                select cast(:from as date) as from_on, cast(:before as date) as before_on),
            days as (
                select (a.from_on - make_interval(months => access.setting_number('marac_repeat_months')))::date as from_on,
                    (a.before_on - make_interval(months => access.setting_number('marac_repeat_months')))::date + 4 as before_on
                from asked a),
            begun as materialized (
                select r.id from days d join marac.referral r on r.referred_on between d.from_on and d.before_on),
            candidate as materialized (
                select b.id from begun b
                union
                select r.id from days d join marac.referral r on r.met_on between d.from_on and d.before_on
                union
            """ + OF_SAME_VICTIM + """
            ),
            heard as materialized (
                select w.* from candidate k join marac.repeat_window w on w.record_id = k.id where w.met_on is not null),
            wanted as (
                select a.from_on, a.before_on, w.record_id, w.referred_on, w.met_on, w.until
                from heard w
                join asked a on w.until < a.before_on
                where (exists (select from meeting.item i join meeting.meeting m on m.id = i.meeting_id
                               where i.record_id = w.record_id and m.board_id = :board)
                       or exists (select from marac.imported h where h.record_id = w.record_id and h.board_id = :board))
            """ + LATER + """
            select true as heard, c.record_id, b.reference, c.referred_on, case when not marac.hides_its_meeting(c.record_id, c.met_on) then c.met_on end as met_on, greatest(c.until, l.until) as until,
                null::uuid as flag_id, null as what, null::timestamptz as said_at, null as by_name
            from wanted c
            join access.record b on b.id = c.record_id
            left join later l on l.record_id = c.record_id
            where not coalesce(l.heard, false)
              and greatest(c.until, l.until) >= c.from_on and greatest(c.until, l.until) < c.before_on
            order by until, c.record_id
            """;
    private final JdbcClient database;

    Flags(JdbcClient database) {
        this.database = database;
    }

    /// All cases of the agency of whoever looks, those that lapse first before others. None is cut off: a case that is
    /// not told is a flag that nobody sets.
    List<FlaggedCase> ofAgency() {
        return database.sql(OF_AGENCY + " order by f.until, f.record_id")
                .query((row, _) -> flagged(row))
                .list();
    }

    /// One of them, if it is one.
    List<FlaggedCase> ofAgency(UUID referral) {
        return database.sql(OF_AGENCY + " where f.record_id = :referral")
                .param("referral", referral)
                .query((row, _) -> flagged(row))
                .list();
    }

    /// How many of them wait in one way or another, as [FlaggedCase] says of each.
    Flagging.Counts counts() {
        return database.sql(COUNTED)
                .query((row, _) ->
                        new Flagging.Counts(row.getLong("to_set"), row.getLong("to_remove"), row.getLong("to_lapse")))
                .single();
    }

    /// What agencies said, for whoever may see the cases.
    List<FlagTally> tallies() {
        return database.sql(TALLIES)
                .query((row, _) -> new FlagTally(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("met_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getLong("agencies"),
                        row.getLong("set"),
                        row.getLong("removed")))
                .list();
    }

    /// Cases of a board whose window ended since the ordinary meeting of the board before a day, and before that day.
    List<FlaggedCase> lapsed(UUID board, LocalDate day) {
        LocalDate from = database.sql(MET_BEFORE)
                .param("board", board)
                .param("day", day)
                .query(LocalDate.class)
                .single();
        return database.sql(LAPSED)
                .param("board", board)
                .param("from", from)
                .param("before", day)
                .query((row, _) -> flagged(row))
                .list();
    }

    /// Says something after what stands.
    ///
    /// @param after null when nothing stands
    /// @return whether it was said; not when something was said meanwhile
    boolean say(UUID id, UUID referral, FlagWord what, @Nullable UUID after, UUID agency, UUID account) {
        return database.sql("""
                        insert into marac.flag (id, record_id, agency_id, what, after_id, said_at, said_by)
                        values (:id, :referral, :agency, :what, cast(:after as uuid), now(), :account)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("referral", referral)
                        .param("agency", agency)
                        .param("what", what.name())
                        .param("after", after)
                        .param("account", account)
                        .update()
                == 1;
    }

    /// Undoes what the agency of whoever looks said last.
    boolean undo(UUID referral, UUID flag, UUID account) {
        return database.sql("""
                        update marac.flag f set undone_at = now(), undone_by = :account
                        where f.id = :flag and f.record_id = :referral and f.undone_at is null
                          and not exists (select from marac.flag n where n.after_id = f.id and n.undone_at is null)
                        """)
                        .param("account", account)
                        .param("flag", flag)
                        .param("referral", referral)
                        .update()
                == 1;
    }

    private static FlaggedCase flagged(ResultSet row) throws SQLException {
        String what = row.getString("what");
        FlaggedCase.Said said = what == null
                ? null
                : new FlaggedCase.Said(
                        row.getObject("flag_id", UUID.class),
                        FlagWord.valueOf(what),
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"));
        return new FlaggedCase(
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getObject("referred_on", LocalDate.class),
                row.getBoolean("heard"),
                row.getObject("met_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                said,
                List.of());
    }
}
