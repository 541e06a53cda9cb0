-- What a review of the return, of agendas and of emergency meetings found.
--
-- Why a meeting that was cancelled, or is over, is no agenda to come: a case that was put on it and not heard could be put on
-- no other any more, so that a repeat of high risk would go unheard.
-- Why open_to_board asks whether the meeting is one of core agencies: to such a meeting no other agency is called.
-- Why the day of a meeting may be hidden: that a case was heard on a day tells an agency that was not called that a meeting
-- was. The window is told as before, as flags stand by it.
-- Why a referral that was withdrawn as naming the wrong person, or as sent twice, makes no repeat in the return: nothing
-- happened again. A withdrawal is decided after the later case was, so what repeats it is counted anew then.
-- Existing rows: the facts of what repeats a referral that was so withdrawn are made anew.

create function marac.is_to_meet(meeting uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from meeting.meeting m
                   where m.id = is_to_meet.meeting and m.cancelled_at is null
                     and marac.meeting_day(m.id) >= access.today())
$$;
comment on function marac.is_to_meet is 'Whether a meeting is still to hear what is on its agenda: it was not cancelled, and its day has not passed.';

create function marac.hides_its_meeting(record uuid, met_on date) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from meeting.item i
                   join meeting.meeting m on m.id = i.meeting_id and m.core_only
                   where i.record_id = hides_its_meeting.record
                     and marac.meeting_day(m.id) = hides_its_meeting.met_on
                     and m.board_id not in (select meeting.my_core_boards()))
$$;
comment on function marac.hides_its_meeting is 'Whether a referral was on that day on the agenda of a meeting of core agencies to which whoever looks was not called.';

create or replace function marac.open_to_board(record uuid, meeting uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    agency uuid;
begin
    if (select v.role from access.viewer v) is distinct from 'COORDINATOR'
       or not access.may_see(open_to_board.record, 'SUMMARY')
       or not exists (select from meeting.item i
                      where i.meeting_id = open_to_board.meeting and i.record_id = open_to_board.record and i.off_at is null)
       or not exists (select from marac.triage t
                      where t.record_id = open_to_board.record and t.undone_at is null
                        and t.outcome in ('ACCEPTED', 'EMERGENCY')) then
        raise exception 'may not open this referral' using errcode = 'WI006';
    end if;
    for agency in
        select a.agency_id from meeting.board_agency a join meeting.meeting m on m.board_id = a.board_id
        join meeting.board b on b.id = m.board_id and b.kind = 'MARAC'
        where m.id = open_to_board.meeting and a.until_at is null and (a.core or not m.core_only)
    loop
        perform marac.open_to(open_to_board.record, agency);
        opened := opened + 1;
    end loop;
    return opened;
end $$;

create or replace function marac.facts_of(meetings uuid[], records uuid[], withheld uuid[]) returns setof marac.heard_fact
    language sql stable set search_path = marac, pg_temp as $$
    with heard as materialized (
        select distinct u.meeting_id, u.record_id, marac.meeting_day(u.meeting_id) as day
        from unnest(facts_of.meetings, facts_of.records) as u (meeting_id, record_id))
    select h.meeting_id, h.record_id, 'CASE', f.agency_id,
        exists (select from marac.triage t join marac.repetition r on r.triage_id = t.id
                where t.record_id = h.record_id and t.undone_at is null and r.earlier_id <> all (facts_of.withheld)
                  and not exists (
                      select from marac.withdrawal w
                      join marac.triage x on x.id = w.triage_id and x.undone_at is null
                      where w.record_id = r.earlier_id and w.reason in ('WRONG_PERSON', 'SENT_TWICE'))),
        coalesce(p.children, 0)::smallint,
        case s.minoritised when 'YES' then true when 'NO' then false end,
        case s.disability when 'YES' then true when 'NO' then false end,
        case s.lgbt when 'YES' then true when 'NO' then false end,
        case when coalesce(p.sex, '') not in ('', 'Not known') then lower(p.sex) in ('male', 'm', 'man') end,
        extract(year from age(h.day::timestamp, p.born::timestamp)) in (16, 17),
        coalesce(p.under_18, 0)::smallint, coalesce(p.unborn, 0)::smallint
    from heard h
    join marac.referral f on f.id = h.record_id
    cross join lateral (
        select count(*) filter (where s.standing = 'CHILD' and p.in_household <> 'NO') as children,
            min(s.sex) filter (where s.standing = 'VICTIM') as sex,
            min(s.born_on) filter (where s.standing = 'VICTIM') as born,
            count(*) filter (where s.standing = 'PERPETRATOR'
                and extract(year from age(h.day::timestamp, s.born_on::timestamp)) < 18) as under_18,
            count(*) filter (where s.standing = 'PERPETRATOR' and s.born_on is null) as unborn
        from marac.referred_person p
        join people.source_record s on s.id = marac.newest(p.person_id)
        where p.record_id = h.record_id and p.person_id <> all (facts_of.withheld)) p
    cross join lateral (
        select max(s.answer) filter (where s.topic = 'MINORITISED') as minoritised,
            max(s.answer) filter (where s.topic = 'DISABILITY') as disability,
            max(s.answer) filter (where s.topic = 'LGBT') as lgbt
        from marac.statement s
        where s.record_id = h.record_id and s.topic in ('MINORITISED', 'DISABILITY', 'LGBT')) s
$$;

create or replace function marac.decision_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(k.meeting_id), array_agg(k.record_id))
    from marac.heard_fact k
    where k.record_id in (
        select a.record_id from added a
        union
        select r.record_id from added a join marac.repetition r on r.earlier_id = a.record_id)
    having count(*) > 0;
    return null;
end $$;
comment on function marac.decision_is_kept is 'What was heard is a repeat, or none, as it stands decided, and so does what repeats it.';

create trigger withdrawal_is_counted after update on marac.withdrawal
    referencing new table as added for each statement execute function marac.decision_is_kept();

select marac.keep_facts(array_agg(k.meeting_id), array_agg(k.record_id))
from marac.heard_fact k
where k.record_id in (select r.record_id from marac.repetition r join marac.withdrawal w on w.record_id = r.earlier_id
                      where w.triage_id is not null)
having count(*) > 0;

revoke execute on function marac.is_to_meet, marac.hides_its_meeting from public;
grant execute on function marac.is_to_meet, marac.hides_its_meeting to witan_application;
