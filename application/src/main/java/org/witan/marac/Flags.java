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
    private static final String WINDOWS = """
            with wanted as (
                select w.record_id, w.referred_on, w.met_on, w.until from marac.repeat_window w
                where w.met_on is not null
            """;
    private static final String RECENT = """
             w.referred_at > now() - make_interval(months => access.setting_number('marac_repeat_months') + 36)
            """;
    /// A referral of the case that was not heard yet begins the window anew; one that was heard takes its place.
    private static final String LATER = """
            ), later as (
                select l.record_id, bool_or(w.met_on is not null) as heard, max(w.until) as until
                from marac.later_in_case(array(select record_id from wanted)) l
                join marac.repeat_window w on w.record_id = l.later_id
                group by l.record_id)
            """;
    private static final String OF_AGENCY = WINDOWS + " and (" + RECENT + """
                     or w.record_id in (select f.record_id from marac.flag f
                                        where f.agency_id = (select access.viewer_agency()) and f.undone_at is null))
                  and exists (select from access.party p
                              where p.record_id = w.record_id and p.agency_id = (select access.viewer_agency())
                                and (p.until_at is null or p.until_at > now()))
            """ + LATER + """
            select c.record_id, b.reference, c.referred_on, case when not marac.hides_its_meeting(c.record_id, c.met_on) then c.met_on end as met_on, greatest(c.until, l.until) as until,
                t.id as flag_id, t.what, t.said_at, t.by_name
            from wanted c
            join access.record b on b.id = c.record_id
            left join later l on l.record_id = c.record_id
            left join lateral (
                select f.id, f.what, f.said_at, access.person(f.said_by) as by_name from marac.flag f
                where f.record_id = c.record_id and f.agency_id = (select access.viewer_agency()) and f.undone_at is null
                  and not exists (select from marac.flag n where n.after_id = f.id and n.undone_at is null)
                order by f.said_at desc, f.id desc limit 1) t on true
            where not coalesce(l.heard, false)
              and (greatest(c.until, l.until) >= access.today() or t.what = 'SET'
                   or t.what is null and greatest(c.until, l.until) >= access.today() - 366
                   or t.what = 'REMOVED' and t.said_at > now() - interval '92 days')
            """;
    private static final String TALLIES = WINDOWS + " and " + RECENT + LATER + """
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
    /// Windows that end between two days are of referrals so many months before, or of meetings then that heard one; or
    /// of
    /// earlier referrals of a case that was referred again then and not heard yet.
    private static final String LAPSED = """
            with days as (
                select (cast(:from as date) - make_interval(months => access.setting_number('marac_repeat_months')))::date
                           as from_on,
                    (cast(:before as date) - make_interval(months => access.setting_number('marac_repeat_months')))::date
                           + 4 as before_on),
            ending as materialized (
                select r.id from days d join marac.referral r on r.referred_on between d.from_on and d.before_on),
            candidate as materialized (
                select e.id from ending e
                union
                select i.record_id
                from days d
                join meeting.timing t on t.starts_at >= d.from_on - 1 and t.starts_at < d.before_on + 1
                join meeting.item i on i.meeting_id = t.meeting_id
                union
                select h.record_id from days d join marac.imported h on h.met_on between d.from_on and d.before_on
                union
                select q.record_id
                from ending e
                join marac.referred_person p on p.record_id = e.id and p.part = 'VICTIM'
                cross join lateral (select p.person_id as id
                                    union select x.other_id from people.together x where x.record_id = p.person_id) t
                join marac.referred_person q on q.person_id = t.id and q.part = 'VICTIM'),
            wanted as (
                select w.record_id, w.referred_on, w.met_on, w.until
                from candidate k join marac.repeat_window w on w.record_id = k.id
                where w.met_on is not null and w.until < :before
                  and (exists (select from meeting.item i join meeting.meeting m on m.id = i.meeting_id
                               where i.record_id = w.record_id and m.board_id = :board)
                       or exists (select from marac.imported h where h.record_id = w.record_id and h.board_id = :board))
            """ + LATER + """
            select c.record_id, b.reference, c.referred_on, case when not marac.hides_its_meeting(c.record_id, c.met_on) then c.met_on end as met_on, greatest(c.until, l.until) as until,
                null::uuid as flag_id, null as what, null::timestamptz as said_at, null as by_name
            from wanted c
            join access.record b on b.id = c.record_id
            left join later l on l.record_id = c.record_id
            where not coalesce(l.heard, false)
              and greatest(c.until, l.until) >= :from and greatest(c.until, l.until) < :before
            order by until, c.record_id limit 500
            """;
    private final JdbcClient database;

    Flags(JdbcClient database) {
        this.database = database;
    }

    /// All cases of the agency of whoever looks, those that lapse first before others. None is cut off: a case that is
    /// not told is a flag that nobody sets.
    List<FlaggedCase> ofAgency() {
        return database.sql(OF_AGENCY + " order by until, c.record_id")
                .query((row, _) -> flagged(row))
                .list();
    }

    /// One of them, if it is one.
    List<FlaggedCase> ofAgency(UUID referral) {
        return database.sql(OF_AGENCY + " and c.record_id = :referral")
                .param("referral", referral)
                .query((row, _) -> flagged(row))
                .list();
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

    /// Cases of a board whose window ended on the first day or later, and before the second.
    List<FlaggedCase> lapsed(UUID board, LocalDate from, LocalDate before) {
        return database.sql(LAPSED)
                .param("board", board)
                .param("from", from)
                .param("before", before)
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
                row.getObject("met_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                said,
                List.of());
    }
}
