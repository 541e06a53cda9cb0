-- The day of the last meeting that heard a referral is kept beside it, so that a window costs what its row costs.
--
-- Why kept: flags, lapses and repeats all ask from which day the window of a referral runs. The view of V16 looked for it in
-- three tables of module meeting, each under the rule, once for each referral of some years: "your work" of an agency that
-- takes part in every case spent a second of processor time on it, a list of conferences a third of one.
-- Why a column and not a table of its own: it is opened with the referral, by the same policy, and whoever may see a referral
-- saw the items that it was made from: an item of a case is opened with the case. That a meeting is kept from an agency
-- (marac.hides_its_meeting) is asked by whoever tells the day, as before.
-- Why by triggers: what it rests on is written by module meeting, which knows no referral:
--   * a case is heard (meeting.item_event, insert-only);
--   * its meeting is moved to another day (meeting.timing, insert-only);
--   * an old list said on which day it was heard (marac.imported).
-- The application may not write it: it has no right to update a referral, and what it inserts is emptied.
-- Existing rows: filled from what was heard.

alter table marac.referral add column met_on date;
comment on column marac.referral.met_on is 'The day of the last meeting that heard it, in England; null while none did. Kept by triggers, written by nobody else.';
create index referral_by_meeting_day on marac.referral (met_on) where met_on is not null;

create function marac.keep_met(records uuid[]) returns void
    language sql set search_path = marac, pg_temp as $$
    update marac.referral r set met_on = x.met_on
    from (select k.id,
              greatest(
                  (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
                   where i.record_id = k.id
                     and exists (select from meeting.item_event e where e.item_id = i.id and e.what = 'HEARD')),
                  (select h.met_on from marac.imported h where h.record_id = k.id and h.heard)) as met_on
          from (select distinct u.id from unnest(keep_met.records) as u (id)) k) x
    where r.id = x.id and r.met_on is distinct from x.met_on
$$;
comment on function marac.keep_met is 'Writes down on which day some referrals were heard last. For triggers, and for whoever rebuilds them as the owner.';
select marac.keep_met(array(select r.id from marac.referral r));

create function marac.met_is_not_given() returns trigger
    language plpgsql set search_path = marac, pg_temp as $$
begin
    new.met_on := null;
    return new;
end $$;
comment on function marac.met_is_not_given is 'A new referral was heard by no meeting.';
create trigger referral_was_not_heard before insert on marac.referral
    for each row execute function marac.met_is_not_given();

create function marac.hearing_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_met(array_agg(i.record_id))
    from added a
    join meeting.item i on i.id = a.item_id
    where a.what = 'HEARD'
    having count(*) > 0;
    return null;
end $$;
comment on function marac.hearing_is_kept is 'A case that is heard has its window from that day.';
create trigger heard_is_dated after insert on meeting.item_event
    referencing new table as added for each statement execute function marac.hearing_is_kept();

create function marac.moved_day_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_met(array_agg(i.record_id))
    from meeting.item i
    join marac.referral r on r.id = i.record_id and r.met_on is not null
    where i.meeting_id in (select a.meeting_id from added a)
    having count(*) > 0;
    return null;
end $$;
comment on function marac.moved_day_is_kept is 'What was heard by a meeting that is moved has its window from the new day.';
create trigger move_is_dated after insert on meeting.timing
    referencing new table as added for each statement execute function marac.moved_day_is_kept();

create function marac.imported_day_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_met(array_agg(a.record_id)) from added a where a.heard having count(*) > 0;
    return null;
end $$;
comment on function marac.imported_day_is_kept is 'History that was heard has its window from the day that the list says.';
create trigger imported_is_dated after insert on marac.imported
    referencing new table as added for each statement execute function marac.imported_day_is_kept();

create or replace view marac.repeat_window with (security_invoker = true) as
select r.id as record_id, r.referred_at, r.referred_on, r.met_on,
    (case when access.setting_number('marac_repeat_anchor') = 1 then coalesce(r.met_on, r.referred_on) else r.referred_on end
     + make_interval(months => access.setting_number('marac_repeat_months')))::date as until
from marac.referral r;

revoke execute on function marac.keep_met, marac.met_is_not_given, marac.hearing_is_kept, marac.moved_day_is_kept,
    marac.imported_day_is_kept from public;

-- Later referrals of a case are asked of some thousand referrals at once. Until here the perpetrators of each pair were sought
-- among all persons of all of them, again for each pair; now pairs with a perpetrator in common are found once. Whether whoever
-- looks may see both is the rule itself, as it stands in the policies, and no call for each pair (its own names of tables must not be ours: `found`).
do $$
begin
    execute $make$
create or replace function marac.later_in_case(records uuid[]) returns table (record_id uuid, later_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $body$
    with asked as materialized (
        select distinct x.id from unnest(later_in_case.records) x (id)),
    mine as materialized (
        select p.record_id, p.part, o.record_id as alike
        from asked x
        join marac.referred_person p on p.record_id = x.id and p.part in ('VICTIM', 'PERPETRATOR')
        join people.link l on l.record_id = p.person_id and l.ended_at is null
        join people.link o on o.person_id = l.person_id and o.ended_at is null),
    pair as materialized (
        select distinct m.record_id, n.id as later_id
        from mine m
        join marac.referred_person q on q.person_id = m.alike and q.part = 'VICTIM'
        join marac.referral r on r.id = m.record_id
        join marac.referral n on n.id = q.record_id and (n.referred_at, n.id) > (r.referred_at, r.id)
        where m.part = 'VICTIM'),
    harmed_both as materialized (
        select distinct m.record_id, h.record_id as later_id
        from mine m
        join marac.referred_person h on h.person_id = m.alike and h.part = 'PERPETRATOR'
        where m.part = 'PERPETRATOR'),
    with_harmer as materialized (
        select distinct h.record_id
        from (select p.record_id from pair p union select p.later_id from pair p) x (id)
        join marac.referred_person h on h.record_id = x.id and h.part = 'PERPETRATOR')
    select found.record_id, found.later_id
    from pair found
    where (found.record_id not in (select w.record_id from with_harmer w)
           or found.later_id not in (select w.record_id from with_harmer w)
           or (found.record_id, found.later_id) in (select b.record_id, b.later_id from harmed_both b))
      and not exists (select from marac.triage t
                      where t.record_id = found.later_id and t.undone_at is null
                        and (t.outcome not in ('ACCEPTED', 'EMERGENCY', 'WITHDRAWN')
                             or t.outcome = 'WITHDRAWN' and marac.referred_in_error(found.later_id)))
      and ($make$ || access.rule_for('''CASE''', '''SUMMARY''', 'found.record_id') || $make$)
      and ($make$ || access.rule_for('''CASE''', '''SUMMARY''', 'found.later_id') || $make$)
$body$
$make$;
end $$;
