-- Who may read and write the tables of this module: row-level security on each that holds personal data or decides
-- about it, and the few functions for what no policy can say.
--
-- Why functions for registering, breaking the glass and asking who sees a record: each needs to look past what its
-- caller may see, checks first, and shows no more than it says.
-- Why an administrator cannot grant themselves a membership: who keeps the accounts must not open the cases.
-- Why the answer to breaking the glass is the same for no record, a barrier and a wrong reference: a refusal would say
-- that there is one.
-- Existing rows: none of a partnership; reference rows stay readable.

create view access.colleague with (security_barrier) as
    select m.id as membership_id, a.id as account_id, a.given_name, a.family_name, m.agency_id, m.role, m.lead
    from access.membership m join access.account a on a.id = m.account_id
    where a.closed_at is null and a.kind = 'PERSON'
      and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')
      and exists (select from access.viewer);
comment on view access.colleague is 'The people who act for the agencies today, by name, for anyone who has entered. No address, no telephone number.';
comment on column access.colleague.membership_id is 'The membership.';
comment on column access.colleague.account_id is 'The account.';
comment on column access.colleague.given_name is 'Given name.';
comment on column access.colleague.family_name is 'Family name.';
comment on column access.colleague.agency_id is 'The agency.';
comment on column access.colleague.role is 'The role.';
comment on column access.colleague.lead is 'Whether they are a named lead.';

alter table access.agency enable row level security;
create policy agency_is_read on access.agency for select using (true);
create policy agency_is_added on access.agency for insert
    with check ((select access.viewer_role()) = 'ADMINISTRATOR');
create policy agency_is_changed on access.agency for update using ((select access.viewer_role()) = 'ADMINISTRATOR');

alter table access.account enable row level security;
create policy account_is_read on access.account for select using (
    id = (select access.viewer_account())
    or (select access.viewer_role()) in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COORDINATOR')
    or exists (select from access.colleague c where c.account_id = account.id and c.agency_id = (select access.viewer_agency())));
create policy account_is_added on access.account for insert
    with check ((select access.viewer_role()) = 'ADMINISTRATOR');
create policy account_is_changed on access.account for update
    using ((select access.viewer_role()) = 'ADMINISTRATOR' or id = (select access.viewer_account()));

alter table access.membership enable row level security;
create policy membership_is_read on access.membership for select using (
    account_id = (select access.viewer_account())
    or agency_id = (select access.viewer_agency())
    or (select access.viewer_role()) in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COORDINATOR'));
create policy membership_is_granted on access.membership for insert with check (
    (select access.viewer_role()) = 'ADMINISTRATOR' and account_id <> (select access.viewer_account())
    and granted_by = (select access.viewer_account()));
create policy membership_is_changed on access.membership for update
    using ((select access.viewer_role()) = 'ADMINISTRATOR' and account_id <> (select access.viewer_account()));

create function access.memberships_of(account uuid) returns table (
    membership_id uuid, agency_id uuid, agency_name text, role text, lead boolean)
    language sql stable security definer set search_path = access, pg_temp as $$
    select m.id, y.id, y.name, m.role, m.lead
    from access.membership m
    join access.agency y on y.id = m.agency_id
    join access.account a on a.id = m.account_id
    join access.role r on r.code = m.role
    where m.account_id = $1 and a.closed_at is null and y.closed_at is null
      and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')
    order by y.name, r.place
$$;
comment on function access.memberships_of is 'The memberships in force of an account that has just signed in and has not yet chosen one.';

alter table access.agreement enable row level security;
create policy agreement_is_read on access.agreement for select using (exists (select from access.viewer));
create policy agreement_is_added on access.agreement for insert
    with check ((select access.viewer_role()) = 'ADMINISTRATOR');
create policy agreement_is_changed on access.agreement for update
    using ((select access.viewer_role()) = 'ADMINISTRATOR');

alter table access.agency_contact enable row level security;
create policy agency_contact_is_read on access.agency_contact for select using (exists (select from access.viewer));
create policy agency_contact_is_added on access.agency_contact for insert
    with check ((select access.viewer_role()) = 'ADMINISTRATOR');
create policy agency_contact_is_changed on access.agency_contact for update
    using ((select access.viewer_role()) = 'ADMINISTRATOR');

alter table access.absence enable row level security;
create policy absence_is_read on access.absence for select using (
    account_id = (select access.viewer_account()) or deputy_id = (select access.viewer_account())
    or (select access.viewer_role()) in ('ADMINISTRATOR', 'COORDINATOR')
    or exists (select from access.colleague c where c.account_id = absence.account_id and c.agency_id = (select access.viewer_agency())));
create policy absence_is_added on access.absence for insert with check (
    recorded_by = (select access.viewer_account())
    and (account_id = (select access.viewer_account()) or (select access.viewer_role()) = 'ADMINISTRATOR'));
create policy absence_is_changed on access.absence for update using (
    account_id = (select access.viewer_account()) or (select access.viewer_role()) = 'ADMINISTRATOR');

alter table access.setting enable row level security;
create policy setting_is_read on access.setting for select using (true);
create policy setting_is_set on access.setting for insert with check (
    (select access.viewer_role()) = 'ADMINISTRATOR' and set_by = (select access.viewer_account()));

-- Records and their lists ---------------------------------------------------------------------------------------

create function access.keeps_lists() returns boolean language sql stable as $$
    select coalesce((select access.viewer_role()) in ('COORDINATOR', 'CHAIR', 'HUB_COORDINATOR'), false)
$$;
comment on function access.keeps_lists is 'Whether whoever looks may keep the lists and barriers of the records they see.';

select access.guard('access.record', 'id', 'kind', 'SUMMARY');

alter table access.cover enable row level security;

alter table access.about enable row level security;
create policy about_is_read on access.about for select
    using (access.may_see(record_id, 'VICTIM') and access.may_see(person_id, 'SUMMARY'));
create policy about_is_added on access.about for insert
    with check (access.may_see(record_id, 'VICTIM'));

alter table access.party enable row level security;
create policy party_is_read on access.party for select using (access.may_see(record_id, 'SUMMARY'));
create policy party_is_added on access.party for insert
    with check (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));
create policy party_is_changed on access.party for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));

alter table access.assignment enable row level security;
create policy assignment_is_read on access.assignment for select using (access.may_see(record_id, 'SUMMARY'));
create policy assignment_is_added on access.assignment for insert
    with check (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));
create policy assignment_is_changed on access.assignment for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));

alter table access.allowance enable row level security;
create policy allowance_is_read on access.allowance for select
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));
create policy allowance_is_made on access.allowance for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and made_by = (select access.viewer_account()));
create policy allowance_is_lifted on access.allowance for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));

alter table access.restriction enable row level security;
create policy restriction_is_read on access.restriction for select
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));
create policy restriction_is_made on access.restriction for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and made_by = (select access.viewer_account()));
create policy restriction_is_lifted on access.restriction for update
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));

alter table access.barrier enable row level security;
create policy barrier_is_read on access.barrier for select using (
    (account_id = (select access.viewer_account()) and made_by = (select access.viewer_account()))
    or (access.keeps_lists() and access.may_see(record_id, 'SUMMARY')
        and account_id is distinct from (select access.viewer_account())));
create policy barrier_is_made on access.barrier for insert with check (
    made_by = (select access.viewer_account()) and access.may_see(record_id, 'SUMMARY')
    and (access.keeps_lists() or (account_id = (select access.viewer_account()) and kind in ('KNOWS', 'RELATED', 'SUBJECT'))));
create policy barrier_is_lifted on access.barrier for update using (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY')
    and account_id is distinct from (select access.viewer_account()));

alter table access.embargo enable row level security;
create policy embargo_is_read on access.embargo for select
    using (access.keeps_lists() and access.may_see(record_id, 'SUMMARY'));
create policy embargo_is_made on access.embargo for insert with check (
    access.keeps_lists() and access.may_see(record_id, 'SUMMARY') and made_by = (select access.viewer_account()));

alter table access.declaration enable row level security;
create policy declaration_is_read on access.declaration for select using (
    account_id = (select access.viewer_account()) or (select access.viewer_role()) = 'COORDINATOR');
create policy declaration_is_made on access.declaration for insert
    with check (account_id = (select access.viewer_account()));
create policy declaration_is_resolved on access.declaration for update using (
    (select access.viewer_role()) = 'COORDINATOR' and account_id <> (select access.viewer_account()));

alter table access.broken_glass enable row level security;
create policy broken_glass_is_read on access.broken_glass for select using (
    membership_id = (select v.membership_id from access.viewer v)
    or (select access.viewer_role()) = 'DATA_PROTECTION_OFFICER'
    or ((select access.viewer_role()) = 'CHAIR' and access.may_see(record_id, 'SUMMARY')));
create policy broken_glass_is_reviewed on access.broken_glass for update using (
    (select access.viewer_role()) in ('DATA_PROTECTION_OFFICER', 'CHAIR')
    and not exists (select from access.colleague c
                    where c.membership_id = broken_glass.membership_id and c.account_id = (select access.viewer_account())));

create function access.register(
    id uuid, kind text, reference text, owner uuid, within uuid, about uuid[], parties uuid[], assigned uuid[])
    returns void language plpgsql security definer set search_path = access, pg_temp as $$
declare
    v access.viewer;
begin
    select * into v from access.viewer;
    if v.role is null or v.role in ('PERPETRATOR_WORKER', 'TASKING_MEMBER', 'ANALYST', 'DATA_PROTECTION_OFFICER', 'ADMINISTRATOR')
       or not v.opens_records
       or (register.owner <> v.agency_id and not access.keeps_lists())
       or (register.within is not null and not access.may_see(register.within, 'SUMMARY')) then
        raise exception 'may not register this record' using errcode = 'WI006';
    end if;
    insert into access.record (id, kind, reference, owner_id, within_id, registered_at)
    values (register.id, register.kind, register.reference, register.owner, register.within, now());
    insert into access.about (record_id, person_id, since_at)
    select register.id, person, now() from unnest(register.about) as person;
    insert into access.party (record_id, agency_id, from_at)
    select distinct register.id, agency, now() from unnest(register.parties || register.owner) as agency;
    insert into access.assignment (record_id, account_id, from_at)
    select distinct register.id, account, now() from unnest(register.assigned) as account;
end $$;
comment on function access.register is 'Registers a record that a module keeps, with its owner as a party. WI006 when whoever looks may not.';

create function access.break_glass(id uuid, reference text, reason text) returns uuid
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
      and exists (select from access.role_part g where g.role = v.role and g.kind = r.kind)
      and not exists (select from access.cover c join access.barrier b on b.record_id = c.source_id
                      where c.record_id = r.id and b.lifted_at is null
                        and (b.account_id = v.account_id or b.agency_id = v.agency_id));
    if found_record is not null then
        insert into access.broken_glass (id, record_id, membership_id, reason, opened_at, expires_at)
        values (break_glass.id, found_record, v.membership_id, break_glass.reason, now(),
                now() + make_interval(hours => access.setting_number('break_glass_hours')));
    end if;
    return found_record;
end $$;
comment on function access.break_glass is 'Opens a record to a named lead for some hours and returns its id; null, and nothing done, when there is none that this lead could open.';

create function access.who_sees(record uuid) returns table (
    membership_id uuid, given_name text, family_name text, agency_name text, role text, basis text, parts text[])
    language sql stable security definer set search_path = access, pg_temp as $$
    select s.membership_id, a.given_name, a.family_name, y.name, s.role, min(s.basis), array_agg(distinct s.part)
    from access.ruling s
    join access.account a on a.id = s.account_id
    join access.agency y on y.id = s.agency_id
    where s.record_id = $1 and access.may_see($1, 'SUMMARY')
      and (access.keeps_lists() or (select access.viewer_role()) = 'DATA_PROTECTION_OFFICER')
    group by s.membership_id, a.given_name, a.family_name, y.name, s.role
    order by y.name, a.family_name, a.given_name, s.role
$$;
comment on function access.who_sees is 'Everybody who can see a record, why, and which parts: for those who keep its lists and for the data protection officer.';

-- The trail -----------------------------------------------------------------------------------------------------

alter table access.trail_entry enable row level security;
create policy trail_entry_is_read on access.trail_entry for select using (
    (select access.viewer_role()) = 'DATA_PROTECTION_OFFICER'
    and (agency_id = (select access.viewer_agency())
         or exists (select from access.agency y where y.id = (select access.viewer_agency()) and y.kind = 'PARTNERSHIP')));

alter table access.trail_outcome enable row level security;
create policy trail_outcome_is_read on access.trail_outcome for select using (
    (select access.viewer_role()) = 'DATA_PROTECTION_OFFICER'
    and exists (select from access.trail_entry e where e.id = trail_outcome.entry_id));

grant select, insert on access.agency, access.account, access.membership, access.agreement, access.agency_contact,
    access.absence, access.setting, access.about, access.party, access.assignment, access.allowance,
    access.restriction, access.barrier, access.embargo, access.declaration to witan_application;
grant update (name, kind, closed_at, version) on access.agency to witan_application;
grant update (given_name, family_name, email, home_postcode, closed_at, version) on access.account to witan_application;
grant update (ends_on, lead, version) on access.membership to witan_application;
grant update (withdrawn_on) on access.agreement to witan_application;
grant update (until_on) on access.agency_contact to witan_application;
grant update (cancelled_at) on access.absence to witan_application;
grant update (until_at) on access.party, access.assignment to witan_application;
grant update (lifted_at, lifted_by) on access.allowance, access.restriction, access.barrier to witan_application;
grant update (resolved_at, resolved_by) on access.declaration to witan_application;
grant select on access.record_kind, access.part, access.basis, access.role_part, access.barrier_kind, access.record,
    access.broken_glass, access.sight, access.my_opening, access.my_party, access.my_assigned, access.my_named,
    access.my_withheld, access.colleague, access.trail_entry, access.trail_outcome, access.trail_seal,
    access.trail_head to witan_application;
grant update (reviewed_at, reviewed_by, verdict, remark) on access.broken_glass to witan_application;
revoke execute on all functions in schema access from public;
grant execute on function access.may_see, access.memberships_of, access.keeps_lists, access.register,
    access.break_glass, access.who_sees to witan_application;
