-- Tasks of the Tactical Priorities Group wait for the agencies that do them, as actions do; an alarm waits for those who offer.
--
-- Why: somebody who says that reaching a person may not be safe waits for whoever confirms how. Until now these read it when they
-- opened their work. A task was given, and asked for, on a page that the agency opens when it thinks of it. It waited in "your work" and
-- nobody was written to.
-- Why this module's migrations come after those of priorities now: its triggers stand on their tables.
-- Existing rows: what was given or asked for before waits as it did.

create function notices.task_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(a.agency_id, array['REPRESENTATIVE'], null, null) from added a;
    return null;
end $$;
comment on function notices.task_is_told is 'A task that is given waits for whoever speaks for its agency.';
create trigger task_is_told after insert on priorities.task
    referencing new table as added for each statement execute function notices.task_is_told();

create function notices.task_chase_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(t.agency_id, array['REPRESENTATIVE'], null, null)
    from added a join priorities.task t on t.id = a.task_id;
    return null;
end $$;
comment on function notices.task_chase_is_told is 'A task that is asked for waits for whoever speaks for its agency.';
create trigger task_chase_is_told after insert on priorities.task_chase
    referencing new table as added for each statement execute function notices.task_chase_is_told();

create function notices.alarm_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(null, array['COORDINATOR', 'IDVA'], null, a.record_id) from added a;
    return null;
end $$;
comment on function notices.alarm_is_told is 'An alarm waits for those who offer, as far as the rule lets them know of the offer.';
create trigger alarm_is_told after insert on support.contact_alarm
    referencing new table as added for each statement execute function notices.alarm_is_told();
revoke execute on function notices.task_is_told, notices.task_chase_is_told, notices.alarm_is_told from public;
