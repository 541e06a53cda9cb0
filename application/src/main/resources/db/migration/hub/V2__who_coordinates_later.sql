-- Somebody who comes to coordinate the MARAC gets the cases that were stepped up to it before they came.
--
-- Why: a case that is stepped up is assigned to whoever coordinates a MARAC on that day (V1). Somebody who was appointed later
-- never saw it, though it waits for the MARAC's word.
-- Which: those that are with the MARAC now, taken or not answered. What it did not take, and what was stepped down, is none of
-- theirs; those to whom it was assigned before keep it, as they knew it.
-- Existing rows: whoever coordinates a MARAC now gets what they missed.

create function hub.with_marac(record uuid) returns boolean
    language sql stable as $$
    select exists (select from hub.step_up u
                   where u.record_id = with_marac.record and u.to_where = 'MARAC'
                     and not exists (select from hub.step_end e where e.id = u.id and e.how in ('NOT_TAKEN', 'STEPPED_DOWN')))
$$;
comment on function hub.with_marac is 'Whether a case is stepped up to the MARAC now. For functions of the owner.';

create function hub.assign_stepped_up() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    insert into access.assignment (record_id, account_id, from_at)
    select r.id, new.account_id, now() from hub.referral r
    where hub.with_marac(r.id)
      and not exists (select from access.assignment a
                      where a.record_id = r.id and a.account_id = new.account_id and a.until_at is null);
    return null;
end $$;
comment on function hub.assign_stepped_up is 'Somebody who comes to coordinate the MARAC gets the cases that are stepped up to it.';
create trigger marac_coordinator_gets_cases after insert on access.membership for each row
    when (new.role = 'COORDINATOR') execute function hub.assign_stepped_up();

insert into access.assignment (record_id, account_id, from_at)
select distinct r.id, m.account_id, now()
from hub.referral r cross join access.in_force m
where m.role = 'COORDINATOR' and hub.with_marac(r.id)
  and not exists (select from access.assignment a
                  where a.record_id = r.id and a.account_id = m.account_id and a.until_at is null);

revoke execute on function hub.with_marac, hub.assign_stepped_up from public;
