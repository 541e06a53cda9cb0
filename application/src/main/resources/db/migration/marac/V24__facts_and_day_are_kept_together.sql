-- Who keeps the facts of the return when a case is heard, or its meeting moved, keeps the day of that meeting beside the referral
-- too: one trigger a table, where V21 had put a second beside it that read the same lines again.
--
-- Existing rows: none is changed. What is kept does not change.

drop trigger heard_is_dated on meeting.item_event;
drop trigger move_is_dated on meeting.timing;
drop function marac.hearing_is_kept, marac.moved_day_is_kept;

create or replace function marac.heard_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(i.meeting_id), array_agg(i.record_id)), marac.keep_met(array_agg(i.record_id))
    from added a
    join meeting.item i on i.id = a.item_id
    join marac.referral f on f.id = i.record_id
    where a.what = 'HEARD'
    having count(*) > 0;
    return null;
end $$;
comment on function marac.heard_is_kept is 'A case that is heard gets its facts, and has its window from that day.';

create or replace function marac.move_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(k.meeting_id), array_agg(k.record_id)), marac.keep_met(array_agg(k.record_id))
    from marac.heard_fact k where k.meeting_id in (select a.meeting_id from added a)
    having count(*) > 0;
    return null;
end $$;
comment on function marac.move_is_kept is 'What was heard by a meeting that is moved gets the ages of its new day, and has its window from it.';
