package org.witan.marac;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is asked of agencies before meetings, and what they answered: counted in one place, so that
/// the page of a meeting, performance, and what goes to the steering group say the same.
///
/// Asked is each agency that took part when the meeting began, or does when it will, about each
/// case on its agenda. Not the one that runs the partnership, and none about a case that the rule
/// keeps it from, unless it answered before. To a meeting of core agencies only these are called.
/// Asked inside a witnessed piece of work.
@Repository
class AskedResearch {
    private static final String BY_AGENCY = """
            with took_part as (
                select d.meeting_id, d.due, a.agency_id
                from unnest(cast(:meetings as uuid[]), cast(:due as date[])) as d (meeting_id, due)
                join meeting.meeting m on m.id = d.meeting_id
                join lateral (select g.starts_at from meeting.timing g where g.meeting_id = m.id
                              order by g.version desc limit 1) t on true
                join meeting.board_agency a on a.board_id = m.board_id and a.from_at <= t.starts_at
                    and (a.until_at is null or a.until_at > t.starts_at) and (a.core or not m.core_only)),
            answered as (
                select r.meeting_id, r.record_id, r.agency_id, r.nothing_known,
                    (r.answered_at at time zone 'Europe/London')::date as day
                from marac.research r
                where r.meeting_id = any (cast(:meetings as uuid[])) and r.withdrawn_at is null),
            barred as materialized (
                select b.record_id, b.agency_id from marac.barred(cast(:meetings as uuid[])) b),
            asked as (
                select p.agency_id, p.due, r.day, r.nothing_known
                from took_part p
                join meeting.item i on i.meeting_id = p.meeting_id and i.off_at is null
                join marac.referral f on f.id = i.record_id
                left join answered r on r.meeting_id = p.meeting_id and r.record_id = i.record_id
                    and r.agency_id = p.agency_id
                where r.day is not null
                   or not exists (select from barred b where b.record_id = i.record_id and b.agency_id = p.agency_id))
            select y.id, y.name, count(*) as asked, count(*) filter (where s.day <= s.due) as on_time,
                count(*) filter (where s.day > s.due) as late, count(*) filter (where s.nothing_known) as nothing,
                count(*) filter (where s.day is null) as missing
            from asked s join access.agency y on y.id = s.agency_id and y.kind <> 'PARTNERSHIP'
            group by y.id, y.name order by lower(y.name), y.id
            """;
    private final JdbcClient database;

    AskedResearch(JdbcClient database) {
        this.database = database;
    }

    /// What one agency was asked about cases at some meetings.
    ///
    /// @param onTime answers by the day on which they were due
    /// @param late answers after it
    /// @param nothing answers that nothing is known
    record OfAgency(UUID agency, String name, int asked, int onTime, int late, int nothing, int missing) {}

    /// What each agency was asked and answered, by the names of the agencies.
    ///
    /// @param due the day by which answers to the meeting at the same place were due
    List<OfAgency> byAgency(UUID[] meetings, String[] due) {
        return database.sql(BY_AGENCY)
                .param("meetings", meetings)
                .param("due", due)
                .query((row, _) -> new OfAgency(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("asked"),
                        row.getInt("on_time"),
                        row.getInt("late"),
                        row.getInt("nothing"),
                        row.getInt("missing")))
                .list();
    }
}
