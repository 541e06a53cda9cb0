-- The one rule: who may see which record, and which parts of it.
--
-- What a record is: anything that a module keeps about a person or a case. The module registers it here under the same
-- id and keeps its content in tables of its own, each with a policy that asks access.sight. What is registered here is
-- only what the rule needs: which agencies take part, who is assigned, whom it is about, who must not see it.
-- Why one view: lists, counts, searches, pages, exports, the API and jobs all ask the same relation, access.ruling
-- (every membership and every record), or access.sight (the same for whoever looks in this transaction). Policies
-- compare ids with it, so the database applies it to every statement, also to one that forgets.
-- Why `cover`: a barrier on a person holds for every case about that person, and for every action in such a case. The
-- table says for each record which others decide about it: itself, the record it lies within, the persons it is about.
-- Why views may look past the policies: they run as their owner, and show only what the rule gives.
-- Existing rows: none, this is the first version.

create table access.record_kind (
    code text not null,
    words text not null,
    constraint record_kind_is_identified primary key (code)
);
comment on table access.record_kind is 'Kinds of record that the rule knows. A module adds its own by a migration.';
comment on column access.record_kind.code is 'Name in the code.';
comment on column access.record_kind.words is 'Name on pages.';
insert into access.record_kind (code, words) values
    ('PERSON', 'Person'), ('CASE', 'MARAC case'), ('ACTION', 'Action'), ('OFFER', 'Offer of support'),
    ('HUB_CASE', 'Hub case');

create table access.part (
    code text not null,
    words text not null,
    place integer not null,
    constraint part_is_identified primary key (code)
);
comment on table access.part is 'Parts of a record that are opened one by one.';
comment on column access.part.code is 'Name in the code.';
comment on column access.part.words is 'Name on pages.';
comment on column access.part.place is 'Order in lists.';
insert into access.part (code, words, place) values
    ('SUMMARY', 'That it exists, its reference and its state', 10),
    ('VICTIM', 'Who is harmed, and safe contact', 20),
    ('VICTIM_ADDRESS', 'Where the victim lives', 30),
    ('CHILDREN', 'Children and others in the household', 40),
    ('PERPETRATOR', 'Who causes harm', 50),
    ('THIRD_PARTY', 'What others said in confidence', 60),
    ('RISK', 'Risk assessments and what happened', 70),
    ('RESEARCH', 'Research of agencies before it is shared', 80),
    ('MINUTES', 'What the meeting shared and decided', 90),
    ('ACTIONS', 'Actions and who owns them', 100),
    ('SUPPORT', 'Offers of support', 110),
    ('PERPETRATOR_VIEW', 'What may be known by somebody who works with the perpetrator', 120);

create table access.basis (
    code text not null,
    words text not null,
    constraint basis_is_identified primary key (code)
);
comment on table access.basis is 'Why a viewer may see a record.';
comment on column access.basis.code is 'Name in the code.';
comment on column access.basis.words is 'The reason on pages: "because …".';
insert into access.basis (code, words) values
    ('PARTNERSHIP', 'the role sees every record of this kind in the partnership'),
    ('PARTY', 'the agency takes part in it'),
    ('ASSIGNED', 'it is assigned to this person, or to a colleague they stand in for'),
    ('NAMED', 'this person is on its list of names'),
    ('BREAK_GLASS', 'this person broke the glass, for a reason that will be reviewed');

create table access.role_part (
    role text not null,
    kind text not null,
    part text not null,
    basis text not null,
    constraint role_part_is_identified primary key (role, kind, part, basis),
    constraint role_part_role_is_known foreign key (role) references access.role (code),
    constraint role_part_kind_is_known foreign key (kind) references access.record_kind (code),
    constraint role_part_part_is_known foreign key (part) references access.part (code),
    constraint role_part_basis_is_known foreign key (basis) references access.basis (code),
    constraint role_part_basis_is_ordinary check (basis in ('PARTNERSHIP', 'PARTY', 'ASSIGNED'))
);
comment on table access.role_part is 'Which parts of which kind of record a role opens, and what it must be to the record.';
comment on column access.role_part.role is 'The role.';
comment on column access.role_part.kind is 'The kind of record.';
comment on column access.role_part.part is 'The part that it opens.';
comment on column access.role_part.basis is 'PARTNERSHIP: every record; PARTY: the agency takes part; ASSIGNED: the person is assigned.';

insert into access.role_part (role, kind, part, basis)
select role, kind, part, basis
from (values
    ('COORDINATOR', 'PARTNERSHIP', array['SUMMARY', 'VICTIM', 'VICTIM_ADDRESS', 'CHILDREN', 'PERPETRATOR', 'THIRD_PARTY',
        'RISK', 'RESEARCH', 'MINUTES', 'ACTIONS', 'SUPPORT']),
    ('CHAIR', 'PARTNERSHIP', array['SUMMARY', 'VICTIM', 'CHILDREN', 'PERPETRATOR', 'THIRD_PARTY', 'RISK', 'MINUTES',
        'ACTIONS']),
    ('REPRESENTATIVE', 'PARTY', array['SUMMARY', 'VICTIM', 'VICTIM_ADDRESS', 'CHILDREN', 'PERPETRATOR', 'RISK',
        'MINUTES', 'ACTIONS']),
    ('IDVA', 'PARTY', array['SUMMARY', 'VICTIM', 'VICTIM_ADDRESS', 'CHILDREN', 'PERPETRATOR', 'THIRD_PARTY', 'RISK',
        'MINUTES', 'ACTIONS', 'SUPPORT']),
    ('REFERRER', 'ASSIGNED', array['SUMMARY', 'VICTIM', 'CHILDREN', 'PERPETRATOR', 'RISK']),
    ('SUPPORT_WORKER', 'ASSIGNED', array['SUMMARY', 'VICTIM', 'VICTIM_ADDRESS', 'CHILDREN', 'RISK', 'ACTIONS',
        'SUPPORT']),
    ('DATA_PROTECTION_OFFICER', 'PARTNERSHIP', array['SUMMARY'])
    ) as given (role, basis, parts)
cross join lateral unnest(parts) as part
cross join (values ('PERSON'), ('CASE'), ('ACTION'), ('OFFER')) as kinds (kind)
union all
select 'HUB_COORDINATOR', 'HUB_CASE', code, 'PARTNERSHIP' from access.part where code <> 'PERPETRATOR_VIEW'
union all
select 'REPRESENTATIVE', 'HUB_CASE', unnest(array['SUMMARY', 'VICTIM', 'RISK', 'MINUTES', 'ACTIONS', 'SUPPORT']), 'PARTY'
union all
select 'REFERRER', 'HUB_CASE', unnest(array['SUMMARY', 'VICTIM']), 'ASSIGNED'
union all
select 'DATA_PROTECTION_OFFICER', 'HUB_CASE', 'SUMMARY', 'PARTNERSHIP'
union all
select 'PERPETRATOR_WORKER', 'ACTION', unnest(array['SUMMARY', 'PERPETRATOR_VIEW']), 'ASSIGNED';

create table access.record (
    id uuid not null,
    kind text not null,
    reference text not null,
    owner_id uuid not null,
    within_id uuid,
    registered_at timestamptz not null,
    constraint record_is_identified primary key (id),
    constraint record_kind_is_known foreign key (kind) references access.record_kind (code),
    constraint record_is_owned_by_an_agency foreign key (owner_id) references access.agency (id),
    constraint record_lies_within_a_record foreign key (within_id) references access.record (id),
    constraint record_lies_within_another check (within_id <> id),
    constraint record_reference_is_used_once unique (reference),
    constraint record_has_a_reference check (reference <> '' and length(reference) <= 60)
);
create index record_within on access.record (within_id);
create index record_of_kind on access.record (kind);
create index record_newest_first on access.record (registered_at desc, id desc);
comment on table access.record is 'What the rule knows of a record that a module keeps.';
comment on column access.record.id is 'The id of the record in its module.';
comment on column access.record.kind is 'What kind of record it is.';
comment on column access.record.reference is 'What people call it by, such as MARAC-2026-0412. Never a name.';
comment on column access.record.owner_id is 'The agency that answers for it.';
comment on column access.record.within_id is 'The record it lies within, such as the case of an action.';
comment on column access.record.registered_at is 'When it was registered.';

create table access.cover (
    record_id uuid not null,
    source_id uuid not null,
    how text not null,
    constraint cover_is_identified primary key (record_id, source_id, how),
    constraint cover_of_a_record foreign key (record_id) references access.record (id),
    constraint cover_by_a_record foreign key (source_id) references access.record (id),
    constraint cover_is_known check (how in ('SELF', 'WITHIN', 'ABOUT'))
);
create index cover_by_source on access.cover (source_id, record_id);
comment on table access.cover is 'Which records decide about a record. Kept by triggers; nobody writes it by hand.';
comment on column access.cover.record_id is 'The record that is decided about.';
comment on column access.cover.source_id is 'A record whose lists and barriers hold for it.';
comment on column access.cover.how is 'SELF; WITHIN: lies within the source; ABOUT: it, or what it lies within, is about the source.';

create table access.about (
    record_id uuid not null,
    person_id uuid not null,
    since_at timestamptz not null,
    constraint about_is_identified primary key (record_id, person_id),
    constraint about_is_of_a_record foreign key (record_id) references access.record (id),
    constraint about_is_a_record foreign key (person_id) references access.record (id),
    constraint about_is_another check (record_id <> person_id)
);
comment on table access.about is 'Whom a record is about: victim, perpetrator, child, anyone named in it.';
comment on column access.about.record_id is 'The record.';
comment on column access.about.person_id is 'A person, as a record.';
comment on column access.about.since_at is 'When the person was added.';

create function access.cover_record() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.cover (record_id, source_id, how) values (new.id, new.id, 'SELF');
    insert into access.cover (record_id, source_id, how)
    select new.id, source_id, case when how = 'SELF' then 'WITHIN' else how end
    from access.cover where record_id = new.within_id
    on conflict do nothing;
    return null;
end $$;
comment on function access.cover_record is 'A new record is decided by itself and by all that decides about what it lies within.';
create trigger record_is_covered after insert on access.record for each row execute function access.cover_record();

create function access.cover_about() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.cover (record_id, source_id, how)
    select record_id, new.person_id, 'ABOUT'
    from access.cover where source_id = new.record_id and how in ('SELF', 'WITHIN')
    on conflict do nothing;
    return null;
end $$;
comment on function access.cover_about is 'A person added to a record decides about it and about all that lies within it.';
create trigger about_is_covered after insert on access.about for each row execute function access.cover_about();

create table access.party (
    record_id uuid not null,
    agency_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    constraint party_is_identified primary key (record_id, agency_id, from_at),
    constraint party_to_a_record foreign key (record_id) references access.record (id),
    constraint party_is_an_agency foreign key (agency_id) references access.agency (id),
    constraint party_runs_forward check (from_at <= until_at)
);
create index party_of_agency on access.party (agency_id, record_id);
comment on table access.party is 'Agencies that take part in a record.';
comment on column access.party.record_id is 'The record.';
comment on column access.party.agency_id is 'The agency.';
comment on column access.party.from_at is 'Since when.';
comment on column access.party.until_at is 'Until when; null while it goes on.';

create table access.assignment (
    record_id uuid not null,
    account_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    constraint assignment_is_identified primary key (record_id, account_id, from_at),
    constraint assignment_to_a_record foreign key (record_id) references access.record (id),
    constraint assignment_is_of_an_account foreign key (account_id) references access.account (id),
    constraint assignment_runs_forward check (from_at <= until_at)
);
create index assignment_of_account on access.assignment (account_id, record_id);
comment on table access.assignment is 'People to whom a record is assigned: its referrer, the IDVA, the owner of an action.';
comment on column access.assignment.record_id is 'The record.';
comment on column access.assignment.account_id is 'The person.';
comment on column access.assignment.from_at is 'Since when.';
comment on column access.assignment.until_at is 'Until when; null while it goes on.';

create table access.allowance (
    id uuid not null,
    record_id uuid not null,
    account_id uuid not null,
    reason text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    lifted_at timestamptz,
    lifted_by uuid,
    constraint allowance_is_identified primary key (id),
    constraint allowance_is_on_a_record foreign key (record_id) references access.record (id),
    constraint allowance_is_for_an_account foreign key (account_id) references access.account (id),
    constraint allowance_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint allowance_is_lifted_by_an_account foreign key (lifted_by) references access.account (id),
    constraint allowance_has_a_reason check (reason <> ''),
    constraint allowance_is_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null))
);
create index allowance_on_record on access.allowance (record_id, account_id) where lifted_at is null;
create index allowance_for_account on access.allowance (account_id) where lifted_at is null;
comment on table access.allowance is 'The list of names of a record: these people may see it, within their role.';
comment on column access.allowance.id is 'UUIDv7 made by the application.';
comment on column access.allowance.record_id is 'The record: a case, an action or a person.';
comment on column access.allowance.account_id is 'The person who may see it.';
comment on column access.allowance.reason is 'Why.';
comment on column access.allowance.made_at is 'Since when.';
comment on column access.allowance.made_by is 'Who decided it.';
comment on column access.allowance.lifted_at is 'When it ended, if it did.';
comment on column access.allowance.lifted_by is 'Who ended it.';

create table access.restriction (
    id uuid not null,
    record_id uuid not null,
    reason text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    lifted_at timestamptz,
    lifted_by uuid,
    constraint restriction_is_identified primary key (id),
    constraint restriction_is_on_a_record foreign key (record_id) references access.record (id),
    constraint restriction_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint restriction_is_lifted_by_an_account foreign key (lifted_by) references access.account (id),
    constraint restriction_has_a_reason check (reason <> ''),
    constraint restriction_is_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null))
);
create index restriction_on_record on access.restriction (record_id) where lifted_at is null;
comment on table access.restriction is 'Only the people on the list of names may see the record, whatever their role.';
comment on column access.restriction.id is 'UUIDv7 made by the application.';
comment on column access.restriction.record_id is 'The record: a case, an action or a person and all that is about that person.';
comment on column access.restriction.reason is 'Why.';
comment on column access.restriction.made_at is 'Since when.';
comment on column access.restriction.made_by is 'Who decided it.';
comment on column access.restriction.lifted_at is 'When it ended, if it did.';
comment on column access.restriction.lifted_by is 'Who ended it.';

create table access.barrier_kind (
    code text not null,
    words text not null,
    constraint barrier_kind_is_identified primary key (code)
);
comment on table access.barrier_kind is 'Why somebody must not see a record.';
comment on column access.barrier_kind.code is 'Name in the code.';
comment on column access.barrier_kind.words is 'Name on pages.';
insert into access.barrier_kind (code, words) values
    ('DENIED', 'Shut out by decision'),
    ('KNOWS', 'Knows somebody in it'),
    ('RELATED', 'Is related to somebody in it'),
    ('SUBJECT', 'Is the victim, the perpetrator or a child in it'),
    ('EMPLOYEE_CASE', 'Somebody in it works for the agency');

create table access.barrier (
    id uuid not null,
    record_id uuid not null,
    account_id uuid,
    agency_id uuid,
    kind text not null,
    reason text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    lifted_at timestamptz,
    lifted_by uuid,
    constraint barrier_is_identified primary key (id),
    constraint barrier_is_on_a_record foreign key (record_id) references access.record (id),
    constraint barrier_is_for_an_account foreign key (account_id) references access.account (id),
    constraint barrier_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint barrier_kind_is_known foreign key (kind) references access.barrier_kind (code),
    constraint barrier_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint barrier_is_lifted_by_an_account foreign key (lifted_by) references access.account (id),
    constraint barrier_is_for_one check ((account_id is null) <> (agency_id is null)),
    constraint barrier_of_an_agency_is_an_employee_case check ((kind = 'EMPLOYEE_CASE') = (agency_id is not null)),
    constraint barrier_is_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null))
);
create index barrier_for_account on access.barrier (account_id, record_id) where lifted_at is null;
create index barrier_for_agency on access.barrier (agency_id, record_id) where lifted_at is null;
create index barrier_on_record on access.barrier (record_id);
comment on table access.barrier is 'A person or an agency must not see a record: shut out, a conflict of interest, or an employee case.';
comment on column access.barrier.id is 'UUIDv7 made by the application.';
comment on column access.barrier.record_id is 'The record: a case, an action, or a person and all that is about that person.';
comment on column access.barrier.account_id is 'The person who must not see it.';
comment on column access.barrier.agency_id is 'The agency whose people must not see it, except those on its list of names.';
comment on column access.barrier.kind is 'Why.';
comment on column access.barrier.reason is 'Why, in words; may be empty for a conflict that somebody declared for themselves.';
comment on column access.barrier.made_at is 'Since when.';
comment on column access.barrier.made_by is 'Who declared or decided it.';
comment on column access.barrier.lifted_at is 'When it ended, if it did.';
comment on column access.barrier.lifted_by is 'Who ended it; never the person it is for.';

create table access.embargo (
    record_id uuid not null,
    made_at timestamptz not null,
    until_at timestamptz not null,
    reason text not null,
    made_by uuid not null,
    constraint embargo_is_identified primary key (record_id, made_at),
    constraint embargo_is_on_a_record foreign key (record_id) references access.record (id),
    constraint embargo_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint embargo_has_a_reason check (reason <> ''),
    constraint embargo_runs_forward check (made_at < until_at)
);
comment on table access.embargo is 'Until a time only the coordinator, those assigned and those on the list of names see the record. The latest row counts.';
comment on column access.embargo.record_id is 'The record.';
comment on column access.embargo.made_at is 'Since when.';
comment on column access.embargo.until_at is 'Until when.';
comment on column access.embargo.reason is 'Why.';
comment on column access.embargo.made_by is 'Who decided it.';

create table access.broken_glass (
    id uuid not null,
    record_id uuid not null,
    membership_id uuid not null,
    reason text not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by uuid,
    verdict text,
    remark text,
    constraint broken_glass_is_identified primary key (id),
    constraint broken_glass_is_on_a_record foreign key (record_id) references access.record (id),
    constraint broken_glass_is_of_a_membership foreign key (membership_id) references access.membership (id),
    constraint broken_glass_is_reviewed_by_an_account foreign key (reviewed_by) references access.account (id),
    constraint broken_glass_has_a_reason check (length(reason) >= 20),
    constraint broken_glass_runs_forward check (opened_at < expires_at),
    constraint broken_glass_verdict_is_known check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED')),
    constraint broken_glass_review_is_whole check (
        (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (verdict is null))
);
create index broken_glass_of_membership on access.broken_glass (membership_id, record_id, expires_at);
create index broken_glass_to_review on access.broken_glass (opened_at) where reviewed_at is null;
comment on table access.broken_glass is 'A named lead opened a record in an emergency, for a reason, for some hours; another person reviews it later.';
comment on column access.broken_glass.id is 'UUIDv7 made by the application.';
comment on column access.broken_glass.record_id is 'The record.';
comment on column access.broken_glass.membership_id is 'Who, as which membership.';
comment on column access.broken_glass.reason is 'Why, in at least 20 characters.';
comment on column access.broken_glass.opened_at is 'When.';
comment on column access.broken_glass.expires_at is 'Until when it opens anything.';
comment on column access.broken_glass.reviewed_at is 'When it was reviewed.';
comment on column access.broken_glass.reviewed_by is 'Who reviewed it; never the person who did it.';
comment on column access.broken_glass.verdict is 'What the review found.';
comment on column access.broken_glass.remark is 'What the reviewer adds.';

create table access.declaration (
    id uuid not null,
    account_id uuid not null,
    relation text not null,
    words text not null,
    declared_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid,
    constraint declaration_is_identified primary key (id),
    constraint declaration_is_of_an_account foreign key (account_id) references access.account (id),
    constraint declaration_is_resolved_by_an_account foreign key (resolved_by) references access.account (id),
    constraint declaration_relation_is_known check (relation in ('KNOWS', 'RELATED', 'SUBJECT')),
    constraint declaration_has_words check (words <> '' and length(words) <= 2000),
    constraint declaration_is_resolved_by_somebody check ((resolved_at is null) = (resolved_by is null))
);
comment on table access.declaration is 'Somebody says in words whom they know or are related to, without learning whether a record exists. The coordinator sets the barriers.';
comment on column access.declaration.id is 'UUIDv7 made by the application.';
comment on column access.declaration.account_id is 'Who declares.';
comment on column access.declaration.relation is 'Knows, is related to, or is the person.';
comment on column access.declaration.words is 'Names, dates of birth, places: whatever helps to find the person.';
comment on column access.declaration.declared_at is 'When.';
comment on column access.declaration.resolved_at is 'When a coordinator dealt with it.';
comment on column access.declaration.resolved_by is 'Who dealt with it.';

-- The rule ------------------------------------------------------------------------------------------------------
-- Written as sets and not as questions about one record, so that the planner may start from either end: from the one
-- record of a page, or from all that a viewer may see when something is counted.

create view access.in_force as
select m.id as membership_id, m.account_id, m.agency_id, m.role
from access.membership m
join access.account a on a.id = m.account_id
join access.agency y on y.id = m.agency_id
where a.closed_at is null and y.closed_at is null
  and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')
  and exists (select from access.agreement k
              where k.agency_id = m.agency_id and k.signed_on <= access.today()
                and (k.withdrawn_on is null or k.withdrawn_on > access.today())
                and access.today() <= k.expires_on + (select access.setting_number('agreement_grace_days')));
comment on view access.in_force is 'Memberships that may see anything today: account and agency open, and the agency has signed an agreement that is in force or ended a short time ago.';
comment on column access.in_force.membership_id is 'The membership.';
comment on column access.in_force.account_id is 'Its account.';
comment on column access.in_force.agency_id is 'Its agency.';
comment on column access.in_force.role is 'Its role.';

create view access.hands as
select m.id as membership_id, m.account_id from access.membership m
union all
select m.id, h.account_id
from access.membership m
join access.absence h on h.deputy_id = m.account_id
join access.membership o on o.account_id = h.account_id and o.agency_id = m.agency_id and o.role = m.role
where h.cancelled_at is null and access.today() between h.from_on and h.until_on
  and access.today() between o.starts_on and coalesce(o.ends_on, 'infinity');
comment on view access.hands is 'Whose assignments a membership may see: its own, and those of colleagues in the same role whom it stands in for.';
comment on column access.hands.membership_id is 'The membership.';
comment on column access.hands.account_id is 'Whose assignments.';

create view access.named as
select l.account_id, c.record_id
from access.allowance l join access.cover c on c.source_id = l.record_id and c.how in ('SELF', 'WITHIN')
where l.lifted_at is null;
comment on view access.named is 'The lists of names, with what lies within a record.';
comment on column access.named.account_id is 'Who is named.';
comment on column access.named.record_id is 'For which record.';

create view access.glass as
select b.membership_id, c.record_id
from access.broken_glass b join access.cover c on c.source_id = b.record_id and c.how in ('SELF', 'WITHIN')
where b.expires_at > now();
comment on view access.glass is 'Glass that is broken now, with what lies within a record.';
comment on column access.glass.membership_id is 'Who broke it.';
comment on column access.glass.record_id is 'For which record.';

create view access.assigned as
select h.membership_id, c.record_id, c.how
from access.hands h
join access.assignment s on s.account_id = h.account_id
join access.cover c on c.source_id = s.record_id and c.how in ('SELF', 'WITHIN')
where s.from_at <= now() and (s.until_at is null or s.until_at > now());
comment on view access.assigned is 'What is assigned, with what lies within a record.';
comment on column access.assigned.membership_id is 'To which membership.';
comment on column access.assigned.record_id is 'Which record.';
comment on column access.assigned.how is 'SELF, or WITHIN when what it lies within is assigned.';

create view access.standing as
select m.id as membership_id, r.id as record_id, 'PARTNERSHIP' as basis
from access.membership m
join (select distinct role, kind from access.role_part where basis = 'PARTNERSHIP') g on g.role = m.role
join access.record r on r.kind = g.kind
union all
select m.id as membership_id, c.record_id, 'PARTY'
from access.membership m
join access.party p on p.agency_id = m.agency_id
join access.cover c on c.source_id = p.record_id and c.how in ('SELF', 'WITHIN')
where p.from_at <= now() and (p.until_at is null or p.until_at > now())
union all
-- Somebody who works with the perpetrator gets the action itself, never what lies within what they were given.
select s.membership_id, s.record_id, 'ASSIGNED'
from access.assigned s join access.membership m on m.id = s.membership_id
where s.how = 'SELF' or m.role <> 'PERPETRATOR_WORKER'
union all
select m.id as membership_id, n.record_id, 'NAMED'
from access.membership m join access.named n on n.account_id = m.account_id
union all
select m.id as membership_id, g.record_id, 'BREAK_GLASS'
from access.membership m join access.glass g on g.membership_id = m.id;
comment on view access.standing is 'What a membership is to a record: the grounds on which it may see it, before anything that forbids it.';
comment on column access.standing.membership_id is 'The membership.';
comment on column access.standing.record_id is 'The record.';
comment on column access.standing.basis is 'The ground.';

create view access.withheld as
-- Nothing lifts a barrier on the person.
select m.id as membership_id, c.record_id, 'BARRIER' as why
from access.membership m
join access.barrier b on b.account_id = m.account_id and b.lifted_at is null
join access.cover c on c.source_id = b.record_id
union all
-- A barrier on the agency yields to the list of names only: not to a lead of that agency who breaks the glass.
select m.id as membership_id, c.record_id, 'EMPLOYEE_CASE'
from access.membership m
join access.barrier b on b.agency_id = m.agency_id and b.lifted_at is null
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
comment on view access.withheld is 'What a membership must not see, whatever it is to the record.';
comment on column access.withheld.membership_id is 'The membership.';
comment on column access.withheld.record_id is 'The record.';
comment on column access.withheld.why is 'Why.';

create view access.ruling as
select m.membership_id, m.account_id, m.agency_id, m.role, r.id as record_id, r.kind, g.part, s.basis
from access.in_force m
join access.role_part g on g.role = m.role
join access.record r on r.kind = g.kind
join access.standing s on s.membership_id = m.membership_id and s.record_id = r.id
    and (s.basis = g.basis or s.basis in ('NAMED', 'BREAK_GLASS'))
where not exists (select from access.withheld w where w.membership_id = m.membership_id and w.record_id = r.id);
comment on view access.ruling is 'The one rule: each membership, each record and part that it may see, and on what basis. Nobody but the owner reads it whole.';
comment on column access.ruling.membership_id is 'Who looks.';
comment on column access.ruling.account_id is 'The account of the membership.';
comment on column access.ruling.agency_id is 'The agency of the membership.';
comment on column access.ruling.role is 'The role of the membership.';
comment on column access.ruling.record_id is 'The record.';
comment on column access.ruling.kind is 'The kind of record.';
comment on column access.ruling.part is 'A part that is open.';
comment on column access.ruling.basis is 'Why.';

-- The same for whoever looks in this transaction. -----------------------------------------------------------------
-- Each of these is one term of access.ruling. access.guard puts the terms together again in the policy of a table, in
-- the shape that costs least for each: a set that is made once where it is small, an index where it is large.

create view access.sight with (security_barrier) as
select s.record_id, s.kind, s.part, s.basis
from access.ruling s
where s.membership_id = (select v.membership_id from access.viewer v)
  and (s.part = 'SUMMARY' or (select v.opens_records from access.viewer v));
comment on view access.sight is 'What whoever looks in this transaction may see: records, parts, and why. Empty when nobody entered.';
comment on column access.sight.record_id is 'The record.';
comment on column access.sight.kind is 'The kind of record.';
comment on column access.sight.part is 'A part that is open.';
comment on column access.sight.basis is 'Why.';

create view access.my_opening with (security_barrier) as
select g.kind, g.part, g.basis
from access.viewer v
join access.in_force m on m.membership_id = v.membership_id
join access.role_part g on g.role = m.role
where g.part = 'SUMMARY' or v.opens_records;
comment on view access.my_opening is 'Parts that the role and purpose of whoever looks open, and what they must be to the record.';
comment on column access.my_opening.kind is 'The kind of record.';
comment on column access.my_opening.part is 'The part.';
comment on column access.my_opening.basis is 'The ground that is needed.';

create view access.my_party with (security_barrier) as
select c.record_id
from access.cover c join access.party p on p.record_id = c.source_id
where c.how in ('SELF', 'WITHIN') and p.agency_id = (select v.agency_id from access.viewer v)
  and p.from_at <= now() and (p.until_at is null or p.until_at > now());
comment on view access.my_party is 'Records in which the agency of whoever looks takes part.';
comment on column access.my_party.record_id is 'The record.';

create view access.my_assigned with (security_barrier) as
select s.record_id
from access.assigned s
where s.membership_id = (select v.membership_id from access.viewer v)
  and (s.how = 'SELF' or (select v.role from access.viewer v) <> 'PERPETRATOR_WORKER');
comment on view access.my_assigned is 'Records that are assigned to whoever looks.';
comment on column access.my_assigned.record_id is 'The record.';

create view access.my_named with (security_barrier) as
select n.record_id from access.named n where n.account_id = (select v.account_id from access.viewer v)
union all
select g.record_id from access.glass g where g.membership_id = (select v.membership_id from access.viewer v);
comment on view access.my_named is 'Records for which whoever looks is on the list of names, or broke the glass.';
comment on column access.my_named.record_id is 'The record.';

create view access.my_withheld with (security_barrier) as
select w.record_id from access.withheld w where w.membership_id = (select v.membership_id from access.viewer v);
comment on view access.my_withheld is 'Records that whoever looks must not see, whatever they are to them.';
comment on column access.my_withheld.record_id is 'The record.';

create function access.guard(guarded regclass, record_column text, kind text, part text) returns void
    language plpgsql as $$
declare
    opening constant text := format(
        '%s in (select o.kind from access.my_opening o where o.part = %L', kind, part);
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
comment on function access.guard is 'Puts a table under the one rule: a row is there for whoever may see this part of the record that a column names. The kind is a literal, or the name of a column that holds it. Called by the migration that makes the table.';

-- In PL/pgSQL because it keeps its plan; planning the rule takes longer than asking it about one record.
create function access.may_see(record uuid, part text) returns boolean language plpgsql stable as $$
begin
    return exists (select from access.sight s where s.record_id = may_see.record and s.part = may_see.part);
end $$;
comment on function access.may_see is 'Whether whoever looks may see this part of this record.';
