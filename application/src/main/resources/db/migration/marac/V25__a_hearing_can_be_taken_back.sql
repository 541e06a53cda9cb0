-- What hangs on a hearing follows when it is taken back: facts of the return, and the day from which the window counts.
--
-- Why a row of facts goes: it is no fact that somebody gave but a sum that is kept, and there is nothing left to count.
-- Why the pairs are made anew from what was heard, for all that keep them: a meeting that is moved, or a decision, must not
-- bring back what was taken back.
-- What agencies said of their flags stays as they said it; who had said that they flagged reads that it was not heard after all.
-- Existing rows: none is changed, as nothing was taken back.

create or replace function marac.keep_met(records uuid[]) returns void
    language sql set search_path = marac, pg_temp as $$
    update marac.referral r set met_on = x.met_on
    from (select k.id,
              greatest(
                  (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
                   where i.record_id = k.id and exists (select from meeting.heard e where e.item_id = i.id)),
                  (select h.met_on from marac.imported h where h.record_id = k.id and h.heard)) as met_on
          from (select distinct u.id from unnest(keep_met.records) as u (id)) k) x
    where r.id = x.id and r.met_on is distinct from x.met_on
$$;

create or replace function marac.keep_facts(meetings uuid[], records uuid[]) returns void
    language sql set search_path = marac, pg_temp as $$
    delete from marac.heard_fact k
    using unnest(keep_facts.meetings, keep_facts.records) as u (meeting_id, record_id)
    where k.meeting_id = u.meeting_id and k.record_id = u.record_id
      and not exists (select from meeting.item i join meeting.heard e on e.item_id = i.id
                      where i.meeting_id = u.meeting_id and i.record_id = u.record_id);
    insert into marac.heard_fact as k
    select f.* from marac.facts_of(keep_facts.meetings, keep_facts.records, '{}') f
    where exists (select from meeting.item i join meeting.heard e on e.item_id = i.id
                  where i.meeting_id = f.meeting_id and i.record_id = f.record_id)
    on conflict (meeting_id, record_id) do update
    set repeat = excluded.repeat, children = excluded.children, minoritised = excluded.minoritised,
        disability = excluded.disability, lgbt = excluded.lgbt, male = excluded.male, aged_16_17 = excluded.aged_16_17,
        harmers_under_18 = excluded.harmers_under_18, harmers_unborn = excluded.harmers_unborn
$$;

create or replace function marac.rebuild_facts() returns bigint
    language plpgsql set search_path = marac, pg_temp as $$
declare
    kept bigint;
begin
    delete from marac.heard_fact;
    perform marac.keep_facts(array_agg(x.meeting_id), array_agg(x.record_id))
    from (select distinct i.meeting_id, i.record_id
          from meeting.heard e
          join meeting.item i on i.id = e.item_id
          join marac.referral f on f.id = i.record_id) x;
    select count(*) into kept from marac.heard_fact;
    return kept;
end $$;

create or replace function marac.heard_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(i.meeting_id), array_agg(i.record_id)), marac.keep_met(array_agg(i.record_id))
    from added a
    join meeting.item i on i.id = a.item_id
    join marac.referral f on f.id = i.record_id
    where a.what in ('HEARD', 'NOT_HEARD')
    having count(*) > 0;
    return null;
end $$;
comment on function marac.heard_is_kept is 'A case that is heard gets its facts, and has its window from that day; both are taken back with it.';
