-- An action for a resident of the Vulnerability Hub is the hub's, and not the MARAC's.
--
-- Why: whoever coordinates or chairs the MARAC saw every record of kind ACTION (V3), and an action of the hub is one. So they read
-- what is done for residents who are no case of the MARAC, and who they are. The hub's cases themselves were closed to them.
-- How: such an action is withheld from these two roles unless its case is assigned to them, as it is when it was stepped up to
-- the MARAC and until it comes back, or they are on the list of names, or broke the glass. It is a term of what withholds, so each
-- policy asks it already, by access.closed, and none has to be made anew. What gives stays as it was.
-- Why not a kind of record of its own: everything that a meeting keeps of an action would stand twice.
-- The data protection officer still learns that it exists; other roles need to take part, or to be assigned, as before.
-- Existing rows: actions within hub cases come under it at once.

create function access.is_of_hub(record uuid) returns boolean
    language sql stable as $$
    select exists (select from access.record r join access.record w on w.id = r.within_id and w.kind = 'HUB_CASE'
                   where r.id = is_of_hub.record and r.kind = 'ACTION')
$$;
comment on function access.is_of_hub is 'Whether a record is an action for a resident of the hub. For functions of the owner.';

create or replace function access.withheld_from(v access.looking, record uuid) returns boolean
    language plpgsql stable as $$
declare
    source uuid;
    why text;
begin
    if not exists (select from access.closed c where c.record_id = withheld_from.record) then
        return false;
    end if;
    -- Nothing lifts a barrier on the person.
    if exists (select from access.deciding c join access.barrier b on b.record_id = c.source_id
               where c.record_id = withheld_from.record and b.account_id = v.account_id and b.lifted_at is null) then
        return true;
    end if;
    -- A barrier on the agency yields to the list of names only; a restriction also to broken glass.
    for source, why in
        select c.source_id, 'EMPLOYEE_CASE'
        from access.deciding c join access.barrier b on b.record_id = c.source_id and b.lifted_at is null
        join access.membership h on h.agency_id = b.agency_id and h.account_id = v.account_id
            and h.starts_on <= access.today()
            and coalesce(h.ends_on, 'infinity') >= (b.made_at at time zone 'Europe/London')::date
        where c.record_id = withheld_from.record
        union all
        select c.source_id, 'RESTRICTION'
        from access.deciding c join access.restriction x on x.record_id = c.source_id and x.lifted_at is null
        where c.record_id = withheld_from.record
    loop
        if not (access.has_ground(v, record, 'NAMED') or access.has_ground(v, source, 'NAMED')
                or (why = 'RESTRICTION' and access.has_ground(v, record, 'BREAK_GLASS'))) then
            return true;
        end if;
    end loop;
    return ((v.role in ('COORDINATOR', 'CHAIR') and access.is_of_hub(record))
            or (v.role not in ('COORDINATOR', 'HUB_COORDINATOR')
                and exists (select from access.cover c join access.embargo e on e.record_id = c.source_id
                            where c.record_id = withheld_from.record and c.how in ('SELF', 'WITHIN') and e.until_at > now()
                              and not exists (select from access.embargo later
                                              where later.record_id = e.record_id and later.made_at > e.made_at))))
        and not (access.has_ground(v, record, 'NAMED') or access.has_ground(v, record, 'BREAK_GLASS')
                 or exists (select from access.assigned s
                            where s.membership_id = v.membership_id and s.record_id = withheld_from.record));
end $$;

create or replace view access.withheld as
-- Nothing lifts a barrier on the person.
select m.id as membership_id, c.record_id, 'BARRIER' as why
from access.membership m
join access.barrier b on b.account_id = m.account_id and b.lifted_at is null
join access.deciding c on c.source_id = b.record_id
union all
-- A barrier on the agency is on everybody who has worked for it since, for whichever agency they look. It yields to
-- the list of names only: not to a lead of that agency who breaks the glass.
select m.id as membership_id, c.record_id, 'EMPLOYEE_CASE'
from access.membership m
join access.membership h on h.account_id = m.account_id and h.starts_on <= access.today()
join access.barrier b on b.agency_id = h.agency_id and b.lifted_at is null
    and coalesce(h.ends_on, 'infinity') >= (b.made_at at time zone 'Europe/London')::date
join access.deciding c on c.source_id = b.record_id
where not exists (select from access.named n where n.account_id = m.account_id and n.record_id in (c.record_id, c.source_id))
union all
select m.id as membership_id, c.record_id, 'RESTRICTION'
from access.restriction x
join access.deciding c on c.source_id = x.record_id
cross join access.membership m
where x.lifted_at is null
  and not exists (select from access.named n where n.account_id = m.account_id and n.record_id in (c.record_id, c.source_id))
  and not exists (select from access.glass g where g.membership_id = m.id and g.record_id = c.record_id)
union all
select m.id as membership_id, c.record_id, 'EMBARGO'
from access.embargo e
join access.cover c on c.source_id = e.record_id and c.how in ('SELF', 'WITHIN')
cross join access.membership m
where e.until_at > now() and m.role not in ('COORDINATOR', 'HUB_COORDINATOR')
  and not exists (select from access.embargo later where later.record_id = e.record_id and later.made_at > e.made_at)
  and not exists (select from access.named n where n.account_id = m.account_id and n.record_id = c.record_id)
  and not exists (select from access.glass g where g.membership_id = m.id and g.record_id = c.record_id)
  and not exists (select from access.assigned s where s.membership_id = m.id and s.record_id = c.record_id)
union all
-- What the hub does for its residents is none of the MARAC's, unless the case is assigned.
select m.id as membership_id, r.id, 'HUB'
from access.record r
join access.record w on w.id = r.within_id and w.kind = 'HUB_CASE'
join access.membership m on m.role in ('COORDINATOR', 'CHAIR')
where r.kind = 'ACTION'
  and not exists (select from access.named n where n.account_id = m.account_id and n.record_id = r.id)
  and not exists (select from access.glass g where g.membership_id = m.id and g.record_id = r.id)
  and not exists (select from access.assigned s where s.membership_id = m.id and s.record_id = r.id);

create function access.close_action_of_hub() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.closed (record_id)
    select new.id from access.record w where w.id = new.within_id and w.kind = 'HUB_CASE'
    on conflict do nothing;
    return null;
end $$;
comment on function access.close_action_of_hub is 'An action for a resident of the hub is asked about from now on.';
create trigger record_of_hub_is_closed after insert on access.record for each row
    when (new.kind = 'ACTION') execute function access.close_action_of_hub();

insert into access.closed (record_id)
select r.id from access.record r where access.is_of_hub(r.id)
on conflict do nothing;

revoke execute on function access.is_of_hub, access.close_action_of_hub from public;
