-- Records of one person: what keeps somebody from one of them keeps them from all.
--
-- Why: agencies give records of one person one by one, and module people finds out which belong together. A barrier, a
-- restriction or an employee case on one of them must hold for the others and for every case about them. A link gives
-- nothing: the grounds on which somebody sees a record are its own, so nobody sees more because two were linked.
-- Why a group and no rows of cover for each pair: that two records are of one person changes, cover does not. Written
-- out, each link would write rows for every case about every record of the person, and undoing it would have to tell
-- which of those rest on another link. access.same_person has one row for a record, and access.deciding puts the two
-- together when the rule asks; so undoing a link is one row, and nothing can be left behind.
-- Why nobody but the owner writes or reads it: who is one person with whom may itself be hidden.
-- At once: whoever unites records takes each of them alone, as whoever closes one does (V22), so the later of the two
-- sees what the earlier did; a case that comes to be about one of them waits by its foreign key.
-- Existing rows: no records are of one person yet; views and functions only.

create table access.same_person (
    record_id uuid not null,
    person_id uuid not null,
    constraint same_person_is_one_for_a_record primary key (record_id),
    constraint same_person_is_of_a_record foreign key (record_id) references access.record (id)
);
create index same_person_together on access.same_person (person_id, record_id);
comment on table access.same_person is 'Which records are of one person, as they are linked now. Written by access.unite and access.part alone.';
comment on column access.same_person.record_id is 'A record of kind PERSON.';
comment on column access.same_person.person_id is 'The person, by an id of module people that means nothing here.';
alter table access.same_person enable row level security;

create or replace view access.deciding as
select c.record_id, c.source_id, c.how from access.cover c
union all
select c.record_id, o.record_id, 'SAME'
from access.cover c
join access.same_person s on s.record_id = c.source_id
join access.same_person o on o.person_id = s.person_id and o.record_id <> s.record_id;
comment on view access.deciding is 'Which records may keep somebody from a record: those that cover it, and those of the same persons. For what withholds, never for what gives.';
comment on column access.deciding.how is 'As in access.cover, or SAME: of one person with a record that covers it.';

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
  and not exists (select from access.assigned s where s.membership_id = m.id and s.record_id = c.record_id);

create or replace function access.close_record() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    -- The person stays as it is meanwhile: what is about any of its records comes under this.
    perform pg_advisory_xact_lock(hashtext('access.same_person'));
    perform from access.record r
    where r.id in (select new.record_id
                   union
                   select o.record_id from access.same_person s join access.same_person o on o.person_id = s.person_id
                   where s.record_id = new.record_id)
    order by r.id for update;
    return new;
end $$;

create or replace function access.close_new_cover() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.closed (record_id)
    select new.record_id
    where exists (select from access.barrier b where b.record_id = new.source_id)
       or exists (select from access.restriction x where x.record_id = new.source_id)
       or exists (select from access.embargo e where e.record_id = new.source_id)
       -- One that is of the same person was closed.
       or exists (select from access.same_person s join access.closed k on k.record_id = s.record_id
                  where s.record_id = new.source_id)
    on conflict do nothing;
    return null;
end $$;

create function access.unite(person uuid, records uuid[]) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    -- One at a time, so that nobody joins the person while its records are being taken.
    perform pg_advisory_xact_lock(hashtext('access.same_person'));
    perform from access.record r
    where r.id in (select unnest(unite.records)
                   union
                   select s.record_id from access.same_person s where s.person_id = unite.person)
    order by r.id for update;
    if exists (select from unnest(unite.records) as one
               where not exists (select from access.record r where r.id = one and r.kind = 'PERSON')) then
        raise exception 'only records of persons are of one person' using errcode = 'WI006';
    end if;
    insert into access.same_person (record_id, person_id)
    select distinct one, unite.person from unnest(unite.records) as one
    on conflict (record_id) do update set person_id = excluded.person_id;
    insert into access.closed (record_id)
    select distinct c.record_id
    from access.same_person s join access.cover c on c.source_id = s.record_id
    where s.person_id = unite.person
      and exists (select from access.same_person t join access.closed k on k.record_id = t.record_id
                  where t.person_id = unite.person)
    on conflict do nothing;
end $$;
comment on function access.unite is 'Records are of a person from now on, with those that are already, and of no other.';

create function access.part(records uuid[]) returns void
    language sql security definer set search_path = access, pg_temp as $$
    select pg_advisory_xact_lock(hashtext('access.same_person'));
    delete from access.same_person s where s.record_id = any (part.records)
$$;
comment on function access.part is 'Records are of one person with no other from now on.';

revoke execute on function access.unite, access.part from public;

-- How often is often -----------------------------------------------------------------------------------------------

insert into access.setting (name, since, value, reason) values
    ('escalation_events', '2026-11-01', '3',
     'Proposed: three events between the same two people in the window are told as an escalation.'),
    ('escalation_months', '2026-11-01', '12',
     'Proposed: the window within which a further event makes a MARAC case a repeat.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('escalation_events', 'How many events between two people are an escalation', 'events', 2, 10,
     'One event is none. After ten it is too late to be told.', 160),
    ('escalation_months', 'Within how many months events are counted together', 'months', 3, 36,
     'Less than three months hides abuse that comes and goes. After three years it is another story.', 170);
