-- Who coordinates the MARAC reads the cases that are with it now: those that were stepped up before they came, and none that came
-- back.
--
-- Why: a case that is stepped up is assigned to whoever coordinates a MARAC on that day (V1). Somebody who was appointed later
-- never saw it, though it waits for the MARAC's word. And what the MARAC did not take, or what was stepped down, stayed assigned:
-- they read for ever what the hub does for somebody who is no case of theirs.
-- Which: open cases that are with the MARAC now, taken or not answered; from the day on which their membership starts. When a step
-- ends otherwise, what was assigned since the step ends with it. Who coordinates the hub as well keeps the case.
-- Existing rows: whoever coordinates a MARAC now gets what they missed; what came back is ended.

create function hub.with_marac(record uuid) returns boolean
    language sql stable as $$
    select exists (select from hub.step_up u join hub.referral r on r.id = u.record_id and r.state = 'OPEN'
                   where u.record_id = with_marac.record and u.to_where = 'MARAC'
                     and not exists (select from hub.step_end e where e.id = u.id and e.how in ('NOT_TAKEN', 'STEPPED_DOWN')))
$$;
comment on function hub.with_marac is 'Whether an open case is stepped up to the MARAC now. For functions of the owner.';

create function hub.assign_stepped_up() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    insert into access.assignment (record_id, account_id, from_at)
    select r.id, new.account_id, greatest(now(), new.starts_on::timestamp at time zone 'Europe/London') from hub.referral r
    where r.state = 'OPEN' and hub.with_marac(r.id)
      and not exists (select from access.assignment a
                      where a.record_id = r.id and a.account_id = new.account_id and a.until_at is null);
    return null;
end $$;
comment on function hub.assign_stepped_up is 'Somebody who comes to coordinate the MARAC gets the cases that are stepped up to it, from the day on which they start.';
create trigger marac_coordinator_gets_cases after insert on access.membership for each row
    when (new.role = 'COORDINATOR') execute function hub.assign_stepped_up();

create function hub.take_from_marac(record uuid, step uuid) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update access.assignment a set until_at = greatest(now(), a.from_at)
    from hub.step_up u
    where u.id = take_from_marac.step and u.record_id = take_from_marac.record and u.to_where = 'MARAC'
      and not hub.with_marac(take_from_marac.record)
      and a.record_id = take_from_marac.record and a.until_at is null and a.from_at >= u.at
      and exists (select from access.membership m where m.account_id = a.account_id and m.role = 'COORDINATOR')
      and not exists (select from access.membership m
                      where m.account_id = a.account_id and m.role = 'HUB_COORDINATOR'
                        and coalesce(m.ends_on, 'infinity') >= access.today())
$$;
comment on function hub.take_from_marac is 'What a step assigned to whoever coordinates the MARAC ends, when the case is not with it any more. For functions of the owner.';

create function hub.end_with_marac() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    perform hub.take_from_marac(new.record_id, new.id);
    return null;
end $$;
comment on function hub.end_with_marac is 'A case that the MARAC did not take, or that was stepped down, is none of its coordinators'' from then on.';
create trigger marac_gives_case_back after insert on hub.step_end for each row
    when (new.how in ('NOT_TAKEN', 'STEPPED_DOWN')) execute function hub.end_with_marac();

insert into access.assignment (record_id, account_id, from_at)
select distinct r.id, m.account_id, now()
from hub.referral r cross join access.in_force m
where m.role = 'COORDINATOR' and r.state = 'OPEN' and hub.with_marac(r.id)
  and not exists (select from access.assignment a
                  where a.record_id = r.id and a.account_id = m.account_id and a.until_at is null);

select hub.take_from_marac(e.record_id, e.id) from hub.step_end e where e.how in ('NOT_TAKEN', 'STEPPED_DOWN');

revoke execute on function hub.with_marac, hub.assign_stepped_up, hub.take_from_marac, hub.end_with_marac from public;
