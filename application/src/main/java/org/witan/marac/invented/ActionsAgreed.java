package org.witan.marac.invented;

/// Five actions a case, and what became of each: done in time, late, not possible, not done, told to the steering
/// group.
final class ActionsAgreed {
    static final String PLANNED = """
            create temp table h_action on commit drop as
            with planned as (
                select i.id as item_id, i.record_id, i.board_id, i.number, i.children, i.keeper, i.keeper_agency, j, i.salt || ' action ' || j as act, a.agency_id, a.account_id,
                    i.heard_at + j * interval '1 minute' as agreed_at,
                    (i.meeting_at at time zone 'Europe/London')::date + 7 + floor(28 * pg_temp.chance(i.salt || 'due' || j))::integer as due_on,
                    pg_temp.chance(i.salt || 'ends' || j) as ends
                from h_item i cross join generate_series(1, 5) j
                join h_agency a on a.board_id = i.board_id and a.n = (i.number + j) % a.all_of)
            select p.*, pg_temp.id_at(p.agreed_at, p.act) as id, s.until_on,
                -- What is older than four months has an end.
                case when p.due_on > s.until_on then case when p.ends < 0.3 then 'IN_PROGRESS' else 'ACCEPTED' end
                    when p.ends < 0.72 then 'COMPLETE' when p.ends < 0.86 then 'LATE' when p.ends < 0.91 then 'NOT_POSSIBLE'
                    when p.due_on < s.until_on - 120 then case when p.ends < 0.99 then 'NOT_DONE_THEN_LATE' else 'ESCALATED_THEN_LATE' end
                    when p.ends < 0.97 then 'NOT_DONE' when p.ends < 0.99 then 'ACCEPTED' else 'ESCALATED' end as fate
            from planned p cross join span s;
            create unique index on h_action (id);
            analyze h_action;
            insert into access.record (id, kind, reference, owner_id, within_id, registered_at)
            select a.id, 'ACTION', pg_temp.reference(k.prefix, a.agreed_at, s.number, a.number * 8 + a.j), a.agency_id, a.record_id, a.agreed_at
            from h_action a join access.record_kind k on k.code = 'ACTION' cross join span s order by a.number, a.j;
            insert into access.party (record_id, agency_id, from_at) select a.id, a.agency_id, a.agreed_at from h_action a
            """;

    static final String AGREED = """
            insert into meeting.action (record_id, board_id, item_id, made_at, made_by, stands_since)
            select a.id, a.board_id, a.item_id, a.agreed_at, a.keeper, a.agreed_at from h_action a order by a.number, a.j;
            insert into meeting.action_term (id, record_id, agency_id, due_on, since_at, set_by)
            select pg_temp.id_at(a.agreed_at, 'term ' || a.act), a.id, a.agency_id, a.due_on, a.agreed_at, a.keeper from h_action a;
            insert into meeting.action_content (id, record_id, words, area, subject, since_at, set_by)
            select pg_temp.id_at(a.agreed_at, 'words ' || a.act), a.id, x.words, x.area, x.subject, a.agreed_at, a.keeper
            from h_action a
            cross join lateral (
                select * from (values
                    (0, 'Invented: fit new locks and a door chain.', 'HOME_SAFETY', 'VICTIM'),
                    (1, 'Invented: flag the records for twelve months.', 'FLAGGING', 'VICTIM'),
                    (2, 'Invented: offer support, at a safe time.', 'SPECIALIST_SUPPORT', 'VICTIM'),
                    (3, 'Invented: talk with the school about who collects the children.', 'CHILDREN', 'CHILD'),
                    (4, 'Invented: visit, and warn about the conditions of bail.', 'PERPETRATOR', 'PERPETRATOR'),
                    (5, 'Invented: look for another place to live.', 'HOUSING', 'VICTIM'),
                    (6, 'Invented: see the doctor about sleep and injuries.', 'HEALTH', 'VICTIM')) as v (n, words, area, subject)
                where v.n = case when a.j = 3 and a.children > 0 then 3
                    else (array[0, 1, 2, 4, 5, 6])[1 + (a.number + a.j) % 6] end) x
            """;

    static final String REPORTED = """
            create temp table h_state on commit drop as
            select a.id as record_id, a.act, x.seq, x.state, x.done_on, x.at, x.by, x.agency_id, x.words
            from h_action a
            cross join lateral (select (a.due_on + time '15:00') at time zone 'Europe/London' as due,
                a.due_on - floor(7 * pg_temp.chance(a.act || 'early'))::integer as early,
                least(a.due_on + 1 + floor(30 * pg_temp.chance(a.act || 'late'))::integer, a.until_on) as late) d
            cross join lateral (
                select 0 as seq, 'ACCEPTED' as state, null::date as done_on, a.agreed_at as at, a.keeper as by, a.keeper_agency as agency_id, '' as words
                union all
                select 1, 'IN_PROGRESS', null, a.agreed_at + interval '2 days', a.account_id, a.agency_id, '' where a.fate = 'IN_PROGRESS'
                union all
                select 1, 'COMPLETE', d.early, (d.early + time '16:00') at time zone 'Europe/London', a.account_id, a.agency_id, 'Invented: done.' where a.fate = 'COMPLETE'
                union all
                select 1, 'NOT_POSSIBLE', null, d.due, a.account_id, a.agency_id, 'Invented: she has moved to another area.' where a.fate = 'NOT_POSSIBLE'
                union all
                select 1, 'NOT_DONE', null, d.due, a.account_id, a.agency_id, 'Invented: nobody was free.'
                where a.fate in ('NOT_DONE', 'ESCALATED', 'NOT_DONE_THEN_LATE', 'ESCALATED_THEN_LATE')
                union all
                select 2, 'ESCALATED', null, d.due + interval '2 hours', a.keeper, a.keeper_agency, 'Invented: for the steering group.'
                where a.fate in ('ESCALATED', 'ESCALATED_THEN_LATE')
                union all
                select 3, 'COMPLETE', d.late, (d.late + time '17:30') at time zone 'Europe/London', a.account_id, a.agency_id, 'Invented: done, late.'
                where a.fate in ('LATE', 'NOT_DONE_THEN_LATE', 'ESCALATED_THEN_LATE')) x;
            insert into meeting.action_state (id, record_id, state, done_on, at, by, agency_id)
            select pg_temp.id_at(t.at, 'state ' || t.seq || t.act), t.record_id, t.state, t.done_on, t.at, t.by, t.agency_id
            from h_state t order by t.record_id, t.seq;
            insert into meeting.action_remark (state_id, record_id, part, words)
            select pg_temp.id_at(t.at, 'state ' || t.seq || t.act), t.record_id, 'ACTIONS', t.words from h_state t where t.words <> '';
            update meeting.action a set version = n.later
            from (select t.record_id, count(*) filter (where t.seq > 0) as later from h_state t group by t.record_id) n
            where n.record_id = a.record_id and n.later > 0
            """;

    private ActionsAgreed() {}
}
