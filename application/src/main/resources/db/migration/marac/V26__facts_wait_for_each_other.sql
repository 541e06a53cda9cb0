-- Facts of the return are made one after another, so that none is made of what another transaction has changed meanwhile.
--
-- Each trigger made the facts of a case from what its transaction saw, and wrote them over what stood. Two changes at the same
-- moment, such as a decision and a correction of a date of birth, each saw the case without the other; the later to write left
-- facts that were true of neither. A correction at the moment at which the case was heard found no facts to make anew.
-- Why a lock of the referral: all that its facts rest on, but for the day of the meeting, hangs on it, and marac.hold takes the
-- same. What is counted after the wait is a statement of its own, and sees what the other had committed.
-- Why the meeting too: whoever moves it holds it, and would find no facts of a case that is being heard. It is taken before the
-- referrals, in Leading as well, so that two never wait for each other.
-- Why what was heard is asked and no longer which facts stand: facts that another is about to write are not there yet.
-- Why the referral that is repeated as well: that it is withdrawn as of the wrong person counts in the one that repeats it.
-- Why one trigger a table: V21 had put a second one beside it, which read the same lines again for the day of the meeting.
-- Existing rows: all facts are made anew once, so that none that went stale stays.

create function marac.count_anew(records uuid[]) returns void
    language plpgsql set search_path = marac, pg_temp as $$
begin
    perform from marac.referral r where r.id = any (count_anew.records) order by r.id for no key update;
    delete from marac.heard_fact k
    where k.record_id = any (count_anew.records)
      and not exists (select from meeting.item i join meeting.heard e on e.item_id = i.id
                      where i.meeting_id = k.meeting_id and i.record_id = k.record_id);
    insert into marac.heard_fact as k
    select f.*
    from (select array_agg(i.meeting_id) as meetings, array_agg(i.record_id) as records
          from meeting.item i join meeting.heard e on e.item_id = i.id
          where i.record_id = any (count_anew.records)) h
    cross join lateral marac.facts_of(h.meetings, h.records, '{}') f
    on conflict (meeting_id, record_id) do update
    set repeat = excluded.repeat, children = excluded.children, minoritised = excluded.minoritised,
        disability = excluded.disability, lgbt = excluded.lgbt, male = excluded.male, aged_16_17 = excluded.aged_16_17,
        harmers_under_18 = excluded.harmers_under_18, harmers_unborn = excluded.harmers_unborn;
end $$;
comment on function marac.count_anew is 'Waits for whoever decides about some referrals, and writes down what the return counts of each meeting that heard them. For triggers, and for whoever rebuilds them as the owner.';

drop trigger heard_is_dated on meeting.item_event;
drop trigger move_is_dated on meeting.timing;
drop function marac.hearing_is_kept, marac.moved_day_is_kept;

create or replace function marac.heard_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    meetings uuid[];
    heard uuid[];
begin
    select array_agg(distinct i.meeting_id), array_agg(distinct i.record_id) into meetings, heard
    from added a
    join meeting.item i on i.id = a.item_id
    join marac.referral f on f.id = i.record_id
    where a.what in ('HEARD', 'NOT_HEARD');
    if heard is not null then
        perform from meeting.meeting m where m.id = any (meetings) order by m.id for no key update;
        perform marac.count_anew(heard);
        perform marac.keep_met(heard);
    end if;
    return null;
end $$;
comment on function marac.heard_is_kept is 'A case that is heard gets its facts, and has its window from that day; both are taken back with it.';

create or replace function marac.move_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    heard uuid[];
begin
    perform from meeting.meeting m where m.id in (select a.meeting_id from added a) order by m.id for no key update;
    select array_agg(distinct i.record_id) into heard
    from meeting.item i
    join meeting.heard e on e.item_id = i.id
    join marac.referral f on f.id = i.record_id
    where i.meeting_id in (select a.meeting_id from added a);
    if heard is not null then
        perform marac.count_anew(heard);
        perform marac.keep_met(heard);
    end if;
    return null;
end $$;
comment on function marac.move_is_kept is 'What was heard by a meeting that is moved gets the ages of its new day, and has its window from it.';

create or replace function marac.decision_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    decided uuid[] := array(select distinct a.record_id from added a);
begin
    perform from marac.referral r
    where r.id = any (decided
        || array(select n.earlier_id from marac.repetition n where n.record_id = any (decided))
        || array(select n.record_id from marac.repetition n where n.earlier_id = any (decided)))
    order by r.id for no key update;
    perform marac.count_anew(array(
        select unnest(decided)
        union
        select n.record_id from marac.repetition n where n.earlier_id = any (decided)));
    return null;
end $$;

create or replace function marac.correction_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    about uuid[] := array(
        with recursive older as (
            select a.supersedes_id as id from added a where a.supersedes_id is not null
            union
            select s.supersedes_id from older o join people.source_record s on s.id = o.id
            where s.supersedes_id is not null)
        select distinct p.record_id from older o join marac.referred_person p on p.person_id = o.id);
begin
    if cardinality(about) > 0 then
        perform marac.count_anew(about);
    end if;
    return null;
end $$;

create or replace function marac.rebuild_facts() returns bigint
    language plpgsql set search_path = marac, pg_temp as $$
declare
    kept bigint;
begin
    delete from marac.heard_fact;
    perform marac.count_anew(array(
        select distinct i.record_id from meeting.heard e
        join meeting.item i on i.id = e.item_id
        join marac.referral f on f.id = i.record_id));
    select count(*) into kept from marac.heard_fact;
    return kept;
end $$;
drop function marac.keep_facts;
select marac.rebuild_facts();

revoke execute on function marac.count_anew from public;
