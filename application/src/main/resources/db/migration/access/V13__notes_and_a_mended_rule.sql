-- Notes on records, each of one part; and what an attack on the rule of V3 and V4 found, mended.
--
-- Why notes: parts are only real when something lies in them. A note belongs to one part of one record; a correction is
-- another note, so that nobody rewrites what others relied on.
-- Why guard_parts beside guard: a table whose rows belong to different parts names the part in a column. The policy has
-- the same shape, so it costs the same: asking access.may_see row by row would plan little and ask thousands of times.
-- What the attack found, and what holds now:
--   * a perpetrator worker got what lies within a case by being named or by breaking the glass: only assignments count;
--   * a perpetrator worker saw the other parties of an action, a refuge for example: only their own agency is shown;
--   * the column within_id named a case to whoever saw an action in it: it is read through access.lies_within;
--   * somebody with a second membership looked past the barrier on their agency: it holds for the person;
--   * an agency's data protection officer saw the whole partnership: only where that agency takes part;
--   * a reference chosen by the caller collided with one that is hidden: references are made here, and not in order,
--     because a gap in an order tells of a record as well;
--   * persons and agencies given when registering were not checked, and a person's id told whether it exists;
--   * breaking the glass answered leads whose agency has no agreement in force;
--   * times and names could be set at will: a past party made open again, an ending in somebody else's name, an embargo
--     of the future that outranks all. Each row now carries the time of its transaction and whoever looks;
--   * a reviewer whose other membership had ended could review their own glass; a review could be overwritten;
--   * two transactions at once, an action in a case and a person added to it, left the action without that person's
--     barriers: both now wait for the case.
-- Existing rows: policies and functions only; a record keeps its reference.

-- Parts and kinds -----------------------------------------------------------------------------------------------

-- Who decides what a perpetrator worker may know must be able to write and read it.
insert into access.role_part (role, kind, part, basis)
select 'COORDINATOR', kind, 'PERPETRATOR_VIEW', 'PARTNERSHIP'
from (values ('PERSON'), ('CASE'), ('ACTION'), ('OFFER')) as kinds (kind);

insert into access.role_part (role, kind, part, basis)
select 'DATA_PROTECTION_OFFICER', code, 'SUMMARY', 'PARTY' from access.record_kind;

alter table access.record_kind add column prefix text not null default 'R';
update access.record_kind k set prefix = given.prefix
from (values ('PERSON', 'P'), ('CASE', 'MARAC'), ('ACTION', 'ACT'), ('OFFER', 'OFF'), ('HUB_CASE', 'HUB'))
    as given (code, prefix)
where k.code = given.code;
comment on column access.record_kind.prefix is 'How references of this kind begin.';

-- The rule ------------------------------------------------------------------------------------------------------

create view access.opening as
select m.membership_id, m.account_id, m.agency_id, m.role, g.kind, g.part, g.basis
from access.in_force m
join access.role_part g on g.role = m.role
where m.role <> 'DATA_PROTECTION_OFFICER' or g.basis <> 'PARTNERSHIP'
   or exists (select from access.agency y where y.id = m.agency_id and y.kind = 'PARTNERSHIP');
comment on view access.opening is 'Parts that each membership in force opens, and what it must be to the record. The data protection officer of an agency is none of the whole partnership.';
comment on column access.opening.membership_id is 'The membership.';
comment on column access.opening.account_id is 'Its account.';
comment on column access.opening.agency_id is 'Its agency.';
comment on column access.opening.role is 'Its role.';
comment on column access.opening.kind is 'The kind of record.';
comment on column access.opening.part is 'The part.';
comment on column access.opening.basis is 'The ground that is needed.';

create or replace view access.glass as
select b.membership_id, c.record_id
from access.broken_glass b join access.cover c on c.source_id = b.record_id and c.how in ('SELF', 'WITHIN')
where b.expires_at > now() and b.verdict is distinct from 'NOT_JUSTIFIED';
comment on view access.glass is 'Glass that is broken now, with what lies within a record. A review that finds no reason closes it at once.';

create or replace view access.withheld as
-- Nothing lifts a barrier on the person.
select m.id as membership_id, c.record_id, 'BARRIER' as why
from access.membership m
join access.barrier b on b.account_id = m.account_id and b.lifted_at is null
join access.cover c on c.source_id = b.record_id
union all
-- A barrier on the agency is on everybody who has worked for it since, for whichever agency they look. It yields to
-- the list of names only: not to a lead of that agency who breaks the glass.
select m.id as membership_id, c.record_id, 'EMPLOYEE_CASE'
from access.membership m
join access.membership h on h.account_id = m.account_id and h.starts_on <= access.today()
join access.barrier b on b.agency_id = h.agency_id and b.lifted_at is null
    and coalesce(h.ends_on, 'infinity') >= (b.made_at at time zone 'Europe/London')::date
join access.cover c on c.source_id = b.record_id
where not exists (select from access.named n where n.account_id = m.account_id and n.record_id in (c.record_id, c.source_id))
union all
select m.id as membership_id, c.record_id, 'RESTRICTION'
from access.restriction x
join access.cover c on c.source_id = x.record_id
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

create or replace view access.ruling as
select o.membership_id, o.account_id, o.agency_id, o.role, r.id as record_id, r.kind, o.part, s.basis
from access.opening o
join access.record r on r.kind = o.kind
join access.standing s on s.membership_id = o.membership_id and s.record_id = r.id
    and (s.basis = o.basis or (s.basis in ('NAMED', 'BREAK_GLASS') and o.role <> 'PERPETRATOR_WORKER'))
where not exists (select from access.withheld w where w.membership_id = o.membership_id and w.record_id = r.id);

create or replace view access.my_opening with (security_barrier) as
select o.kind, o.part, o.basis
from access.viewer v
join access.opening o on o.membership_id = v.membership_id
where o.part = 'SUMMARY' or v.opens_records;

create or replace view access.my_named with (security_barrier) as
select n.record_id from access.named n
where n.account_id = (select v.account_id from access.viewer v where v.role <> 'PERPETRATOR_WORKER')
union all
select g.record_id from access.glass g
where g.membership_id = (select v.membership_id from access.viewer v where v.role <> 'PERPETRATOR_WORKER');

create or replace function access.cover_record() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    -- Whoever adds a person to what this lies within waits, or has finished.
    perform from access.record where id = new.within_id for no key update;
    insert into access.cover (record_id, source_id, how) values (new.id, new.id, 'SELF');
    insert into access.cover (record_id, source_id, how)
    select new.id, source_id, case when how = 'SELF' then 'WITHIN' else how end
    from access.cover where record_id = new.within_id
    on conflict do nothing;
    return null;
end $$;

create or replace function access.cover_about() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform from access.record where id = new.record_id for no key update;
    if not exists (select from access.record where id = new.person_id and kind = 'PERSON') then
        raise exception 'a record is about persons only' using errcode = 'WI006';
    end if;
    insert into access.cover (record_id, source_id, how)
    select record_id, new.person_id, 'ABOUT'
    from access.cover where source_id = new.record_id and how in ('SELF', 'WITHIN')
    on conflict do nothing;
    return null;
end $$;

create function access.guard_parts(guarded regclass, record_column text, kind_column text, part_column text) returns void
    language plpgsql as $$
declare
    opening constant text := format(
        '(%1$s.%2$I, %1$s.%3$I) in (select o.kind, o.part from access.my_opening o where true', guarded, kind_column,
        part_column);
    record constant text := format('%s.%I', guarded, record_column);
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy seen_by_the_rule on %s for select using (', guarded)
        || opening || ') and ('
        || opening || $p$ and o.basis = 'PARTNERSHIP') or $p$
        || '(' || opening || $p$ and o.basis = 'PARTY') and exists $p$
        || format('(select from access.my_party p where p.record_id = %s offset 0)) or ', record)
        || '(' || opening || $p$ and o.basis = 'ASSIGNED') and $p$
        || format('%s in (select a.record_id from access.my_assigned a)) or ', record)
        || format('%s in (select n.record_id from access.my_named n)) ', record)
        || format('and %s not in (select w.record_id from access.my_withheld w))', record);
end $$;
comment on function access.guard_parts is 'As access.guard, for a table whose rows name in a column the part that they belong to, and in another the kind of their record.';

-- Notes ---------------------------------------------------------------------------------------------------------

alter table access.record add constraint record_is_of_one_kind unique (id, kind);

create table access.note (
    id uuid not null,
    record_id uuid not null,
    kind text not null,
    part text not null,
    words text not null,
    author_id uuid not null,
    agency_id uuid not null,
    written_at timestamptz not null,
    corrects_id uuid,
    constraint note_is_identified primary key (id),
    constraint note_is_on_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint note_belongs_to_a_part foreign key (part) references access.part (code),
    constraint note_is_written_by_an_account foreign key (author_id) references access.account (id),
    constraint note_is_written_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint note_stays_in_its_part unique (id, record_id, part),
    constraint note_corrects_one_of_its_part foreign key (corrects_id, record_id, part)
        references access.note (id, record_id, part),
    constraint note_has_words check (words <> '' and length(words) <= 10000)
);
create index note_on_record on access.note (record_id, written_at);
create index note_that_corrects on access.note (corrects_id) where corrects_id is not null;
comment on table access.note is 'What somebody wrote on a record, in one of its parts. Insert-only; a correction is another note.';
comment on column access.note.id is 'UUIDv7 made by the application.';
comment on column access.note.record_id is 'The record.';
comment on column access.note.kind is 'Its kind, kept equal to the record by the foreign key, for the policy.';
comment on column access.note.part is 'The part that it belongs to: who may see that part sees the note.';
comment on column access.note.words is 'What was written.';
comment on column access.note.author_id is 'Who wrote it.';
comment on column access.note.agency_id is 'For which agency.';
comment on column access.note.written_at is 'When.';
comment on column access.note.corrects_id is 'The note that this one puts right, of the same record and part.';
create trigger note_stays before update or delete on access.note for each row execute function access.refuse_change();
create trigger note_is_never_emptied before truncate on access.note execute function access.refuse_change();

select access.guard_parts('access.note', 'record_id', 'kind', 'part');
create policy note_is_written on access.note for insert with check (
    author_id = (select access.viewer_account()) and agency_id = (select access.viewer_agency()) and written_at = now()
    and (select access.viewer_role()) <> 'DATA_PROTECTION_OFFICER' and access.may_see(record_id, part));

create table access.declared_on (
    declaration_id uuid not null,
    record_id uuid not null,
    constraint declared_on_is_one_for_a_declaration primary key (declaration_id),
    constraint declared_on_is_of_a_declaration foreign key (declaration_id) references access.declaration (id),
    constraint declared_on_names_a_record foreign key (record_id) references access.record (id)
);
comment on table access.declared_on is 'The record that was open when somebody declared a conflict. Apart from the declaration, because a coordinator may read that and yet not see the record.';
comment on column access.declared_on.declaration_id is 'The declaration.';
comment on column access.declared_on.record_id is 'The record.';
create trigger declared_on_stays before update or delete on access.declared_on
    for each row execute function access.refuse_change();
create trigger declared_on_is_never_emptied before truncate on access.declared_on execute function access.refuse_change();

alter table access.declared_on enable row level security;
create policy declared_on_is_read on access.declared_on for select using (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));
create policy declared_on_is_said on access.declared_on for insert with check (
    access.may_see(record_id, 'SUMMARY')
    and exists (select from access.declaration d
                where d.id = declaration_id and d.account_id = (select access.viewer_account())));

create view access.lies_within with (security_barrier) as
select r.id as record_id, r.within_id as whole_id
from access.record r
where r.within_id is not null and access.may_see(r.id, 'SUMMARY') and access.may_see(r.within_id, 'SUMMARY');
comment on view access.lies_within is 'What lies within what, where whoever looks may see both.';
comment on column access.lies_within.record_id is 'The record.';
comment on column access.lies_within.whole_id is 'The record that it lies within.';

-- Who may read and write ----------------------------------------------------------------------------------------

create function access.viewer_in_force() returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (select from access.in_force m join access.viewer v on v.membership_id = m.membership_id)
$$;
comment on function access.viewer_in_force is 'Whether the agency of whoever looks has an agreement in force, for policies on what lies outside a record.';

create function access.kept_from_officer(record uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select not exists (select from access.viewer v where v.role = 'DATA_PROTECTION_OFFICER')
        or exists (select from access.withheld w join access.viewer v on v.membership_id = w.membership_id
                   where w.record_id = $1 and w.why in ('BARRIER', 'EMPLOYEE_CASE'))
$$;
comment on function access.kept_from_officer is 'Whether a barrier keeps a record from the data protection officer who looks; true for everybody else, so that it answers nobody else.';

drop policy about_is_added on access.about;
create policy about_is_added on access.about for insert with check (
    since_at = now() and access.may_see(record_id, 'VICTIM') and access.may_see(person_id, 'SUMMARY'));

drop policy party_is_read on access.party;
create policy party_is_read on access.party for select using (
    access.may_see(record_id, 'SUMMARY')
    and ((select access.viewer_role()) <> 'PERPETRATOR_WORKER' or agency_id = (select access.viewer_agency())));
drop policy party_is_added on access.party;
create policy party_is_added on access.party for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and from_at = now() and until_at is null);
drop policy party_is_changed on access.party;
create policy party_is_ended on access.party for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and until_at is null)
    with check (access.keeps_lists() and until_at = now());

drop policy assignment_is_read on access.assignment;
create policy assignment_is_read on access.assignment for select using (
    access.may_see(record_id, 'SUMMARY')
    and ((select access.viewer_role()) <> 'PERPETRATOR_WORKER' or account_id = (select access.viewer_account())));
drop policy assignment_is_added on access.assignment;
create policy assignment_is_added on access.assignment for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and from_at = now() and until_at is null);
drop policy assignment_is_changed on access.assignment;
create policy assignment_is_ended on access.assignment for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and until_at is null)
    with check (access.keeps_lists() and until_at = now());

drop policy allowance_is_made on access.allowance;
create policy allowance_is_made on access.allowance for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and made_by = (select access.viewer_account())
    and made_at = now() and lifted_at is null);
drop policy allowance_is_lifted on access.allowance;
create policy allowance_is_lifted on access.allowance for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and lifted_at is null)
    with check (access.keeps_lists() and lifted_by = (select access.viewer_account()) and lifted_at = now());

drop policy restriction_is_made on access.restriction;
create policy restriction_is_made on access.restriction for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and made_by = (select access.viewer_account())
    and made_at = now() and lifted_at is null);
drop policy restriction_is_lifted on access.restriction;
create policy restriction_is_lifted on access.restriction for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and lifted_at is null)
    with check (access.keeps_lists() and lifted_by = (select access.viewer_account()) and lifted_at = now());

drop policy barrier_is_read on access.barrier;
create policy barrier_is_read on access.barrier for select using (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY')
    and account_id is distinct from (select access.viewer_account()));
drop policy barrier_is_made on access.barrier;
create policy barrier_is_made on access.barrier for insert with check (
    made_by = (select access.viewer_account()) and made_at = now() and lifted_at is null
    and access.may_see(record_id, 'SUMMARY')
    and (access.keeps_lists() or (account_id = (select access.viewer_account()) and kind in ('KNOWS', 'RELATED', 'SUBJECT'))));
drop policy barrier_is_lifted on access.barrier;
create policy barrier_is_lifted on access.barrier for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and lifted_at is null
        and account_id is distinct from (select access.viewer_account())
        and not exists (select from access.membership h
                        where h.account_id = (select access.viewer_account()) and h.agency_id = barrier.agency_id))
    with check (access.keeps_lists() and lifted_by = (select access.viewer_account()) and lifted_at = now());

drop policy embargo_is_made on access.embargo;
create policy embargo_is_made on access.embargo for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and made_by = (select access.viewer_account())
    and made_at = now());

drop policy declaration_is_read on access.declaration;
create policy declaration_is_read on access.declaration for select using (
    account_id = (select access.viewer_account())
    or ((select access.viewer_role()) = 'COORDINATOR' and (select access.viewer_in_force())));
drop policy declaration_is_made on access.declaration;
create policy declaration_is_made on access.declaration for insert with check (
    account_id = (select access.viewer_account()) and declared_at = now() and resolved_at is null);
drop policy declaration_is_resolved on access.declaration;
create policy declaration_is_resolved on access.declaration for update
    using ((select access.viewer_role()) = 'COORDINATOR' and (select access.viewer_in_force())
        and account_id <> (select access.viewer_account()) and resolved_at is null)
    with check (resolved_by = (select access.viewer_account()) and resolved_at = now());

drop policy broken_glass_is_read on access.broken_glass;
create policy broken_glass_is_read on access.broken_glass for select using (
    ((select access.viewer_role()) = 'CHAIR' and access.may_see(record_id, 'SUMMARY'))
    or (membership_id = (select v.membership_id from access.viewer v) and access.may_see(record_id, 'SUMMARY'))
    or ((select access.viewer_role()) = 'DATA_PROTECTION_OFFICER' and (select access.viewer_in_force())
        and not access.kept_from_officer(record_id)
        and (exists (select from access.agency y
                     where y.id = (select access.viewer_agency()) and y.kind = 'PARTNERSHIP')
             or exists (select from access.membership h
                        where h.id = membership_id and h.agency_id = (select access.viewer_agency())))));
drop policy broken_glass_is_reviewed on access.broken_glass;
create policy broken_glass_is_reviewed on access.broken_glass for update
    using (reviewed_at is null and (select access.viewer_role()) in ('DATA_PROTECTION_OFFICER', 'CHAIR')
        and not exists (select from access.membership h
                        where h.id = membership_id and h.account_id = (select access.viewer_account())))
    with check (reviewed_by = (select access.viewer_account()) and reviewed_at = now());

-- Registering and breaking the glass ----------------------------------------------------------------------------

drop function access.register(uuid, text, text, uuid, uuid, uuid[], uuid[], uuid[]);

create function access.new_reference(kind text) returns text
    language plpgsql volatile security definer set search_path = access, pg_temp as $$
declare
    -- No vowels, so that no word comes about, and nothing that is taken for something else when read aloud.
    letters constant text := 'BCDFGHJKMNPQRSTVWXYZ23456789';
    strong bytea;
    made text;
begin
    loop
        strong := uuid_send(gen_random_uuid());
        select k.prefix || '-' || extract(year from access.today()) || '-'
               || string_agg(substr(letters, 1 + get_byte(strong, place) % length(letters), 1), '' order by place)
        into made
        from access.record_kind k cross join generate_series(0, 5) as place
        where k.code = new_reference.kind
        group by k.prefix;
        exit when not exists (select from access.record r where r.reference = made);
    end loop;
    return made;
end $$;
comment on function access.new_reference is 'A reference that no record has, which tells nothing of any other: neither their number nor their order.';

create function access.register(
    id uuid, kind text, owner uuid, within uuid, about uuid[], parties uuid[], assigned uuid[])
    returns text language plpgsql security definer set search_path = access, pg_temp as $$
declare
    v access.viewer;
    made text;
begin
    select * into v from access.viewer;
    if v.role is null or v.role in ('PERPETRATOR_WORKER', 'DATA_PROTECTION_OFFICER') or not v.opens_records
       or not exists (select from access.opening o
                      where o.membership_id = v.membership_id and o.kind = register.kind and o.part = 'SUMMARY')
       or (register.within is not null and not access.may_see(register.within, 'SUMMARY'))
       or exists (select from unnest(register.about) as person where not access.may_see(person, 'SUMMARY'))
       -- Who does not keep lists shares with nobody: the record is of their own agency and its people.
       or (not access.keeps_lists() and (
           register.owner <> v.agency_id
           or exists (select from unnest(register.parties) as agency where agency <> v.agency_id)
           or exists (select from unnest(register.assigned) as account
                      where not exists (select from access.in_force m
                                        where m.account_id = account and m.agency_id = v.agency_id)))) then
        raise exception 'may not register this record' using errcode = 'WI006';
    end if;
    made := access.new_reference(register.kind);
    insert into access.record (id, kind, reference, owner_id, within_id, registered_at)
    values (register.id, register.kind, made, register.owner, register.within, now());
    insert into access.about (record_id, person_id, since_at)
    select distinct register.id, person, now() from unnest(register.about) as person;
    insert into access.party (record_id, agency_id, from_at)
    select distinct register.id, agency, now() from unnest(register.parties || register.owner) as agency;
    insert into access.assignment (record_id, account_id, from_at)
    select distinct register.id, account, now() from unnest(register.assigned) as account;
    return made;
exception
    -- An id that is taken may be one that is hidden.
    when unique_violation or foreign_key_violation then
        raise exception 'may not register this record' using errcode = 'WI006';
end $$;
comment on function access.register is 'Registers a record that a module keeps, with its owner as a party, and returns the reference that it made. WI006 when whoever looks may not, or one of the ids is none that they may use.';

create or replace function access.break_glass(id uuid, reference text, reason text) returns uuid
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    v access.viewer;
    found_record uuid;
begin
    select * into v from access.viewer;
    select r.id into found_record
    from access.record r
    join access.membership m on m.id = v.membership_id and m.lead
    where r.reference = break_glass.reference
      and v.opens_records and v.role not in ('PERPETRATOR_WORKER', 'DATA_PROTECTION_OFFICER')
      and exists (select from access.opening o where o.membership_id = v.membership_id and o.kind = r.kind)
      and not exists (select from access.withheld w
                      where w.membership_id = v.membership_id and w.record_id = r.id
                        and w.why in ('BARRIER', 'EMPLOYEE_CASE'));
    if found_record is not null then
        insert into access.broken_glass (id, record_id, membership_id, reason, opened_at, expires_at)
        values (break_glass.id, found_record, v.membership_id, break_glass.reason, now(),
                now() + make_interval(hours => access.setting_number('break_glass_hours')));
    end if;
    return found_record;
end $$;

revoke select on access.record from witan_application;
grant select (id, kind, reference, owner_id, registered_at) on access.record to witan_application;
grant select on access.note, access.lies_within to witan_application;
grant select, insert on access.declared_on to witan_application;
grant insert on access.note to witan_application;
revoke execute on all functions in schema access from public;
grant execute on function access.register, access.viewer_in_force, access.kept_from_officer to witan_application;
