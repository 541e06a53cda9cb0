-- Who works here: agencies with their signed agreements and named contacts, the people who sign in, and what each of
-- them is for which agency.
--
-- Why a membership and not a role on the account: one person may represent the police on Tuesday and chair on
-- Thursday. A membership is one role, for one agency, between two days; who looks at a record is always one membership.
-- Why facts with spans: who could see what on a past day must be answerable, so a membership ends and is not deleted.
-- Why settings are rows with a time and never overwritten: a rule that decides about safety says since when and why.
-- Why `installation`: a demonstration has accounts that anybody may use. The database itself refuses such an account
-- anywhere else, and an installation cannot change from one kind to the other.
-- Existing rows: none, this is the first version.

create table access.installation (
    sole boolean not null default true,
    kind text not null,
    made_at timestamptz not null default now(),
    constraint installation_is_one_row primary key (sole),
    constraint installation_is_one check (sole),
    constraint installation_kind_is_known check (kind in ('LIVE', 'DEMONSTRATION'))
);
comment on table access.installation is 'What this database is for. Written once, by the owner, before anything else.';
comment on column access.installation.sole is 'Always true: there is one row.';
comment on column access.installation.kind is 'LIVE, or DEMONSTRATION: invented people whose accounts anybody may use.';
comment on column access.installation.made_at is 'When the database was first used.';

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'WI001';
end $$;
comment on function access.refuse_change is 'Keeps a table insert-only, for its owner too.';

create trigger installation_stays before update or delete on access.installation
    for each row execute function access.refuse_change();

create table access.agency_kind (
    code text not null,
    words text not null,
    since date not null,
    source text not null,
    constraint agency_kind_is_identified primary key (code)
);
comment on table access.agency_kind is 'Kinds of agency that take part.';
comment on column access.agency_kind.code is 'Name in the code.';
comment on column access.agency_kind.words is 'Name on pages.';
comment on column access.agency_kind.since is 'First day on which it may be chosen.';
comment on column access.agency_kind.source is 'Where the kind comes from.';

insert into access.agency_kind (code, words, since, source) values
    ('PARTNERSHIP', 'Community safety partnership or MARAC team', '2026-11-01', 'the body that coordinates'),
    ('POLICE', 'Police', '2026-11-01', 'usual agencies in the minutes template'),
    ('PROBATION', 'Probation', '2026-11-01', 'usual agencies in the minutes template'),
    ('CHILDRENS_SERVICES', 'Children''s services', '2026-11-01', 'usual agencies in the minutes template'),
    ('ADULT_SOCIAL_CARE', 'Adult social care', '2026-11-01', 'usual agencies in the minutes template'),
    ('PRIMARY_CARE', 'Primary care', '2026-11-01', 'usual agencies in the minutes template'),
    ('HOSPITAL', 'Hospital trust', '2026-11-01', 'usual agencies in the minutes template'),
    ('MENTAL_HEALTH', 'Mental health trust', '2026-11-01', 'usual agencies in the minutes template'),
    ('SUBSTANCE_MISUSE', 'Drug and alcohol service', '2026-11-01', 'usual agencies in the minutes template'),
    ('EDUCATION', 'Education', '2026-11-01', 'usual agencies in the minutes template'),
    ('FIRE', 'Fire and rescue', '2026-11-01', 'other agencies that attend'),
    ('COUNTY_COUNCIL', 'County council', '2026-11-01', 'the plan page'),
    ('DISTRICT_COUNCIL', 'District or borough council', '2026-11-01', 'the plan page'),
    ('HOUSING_ASSOCIATION', 'Housing association', '2026-11-01', 'the plan page'),
    ('REFUGE', 'Refuge', '2026-11-01', 'the plan page'),
    ('VICTIM_SERVICE', 'Victim service', '2026-11-01', 'the plan page'),
    ('PERPETRATOR_SERVICE', 'Perpetrator service', '2026-11-01', 'the plan page'),
    ('SPECIALIST_SERVICE', 'Specialist service for a community', '2026-11-01', 'usual agencies in the minutes template'),
    ('CHARITY', 'Other charity', '2026-11-01', 'the plan page');

create table access.agency (
    id uuid not null,
    name text not null,
    kind text not null,
    added_at timestamptz not null,
    closed_at timestamptz,
    version integer not null default 0,
    constraint agency_is_identified primary key (id),
    constraint agency_kind_is_known foreign key (kind) references access.agency_kind (code),
    constraint agency_has_a_name check (name <> '' and length(name) <= 120),
    constraint agency_closes_after_it_is_added check (closed_at >= added_at)
);
create unique index agency_name_is_used_once on access.agency (lower(name)) where closed_at is null;
comment on table access.agency is 'An organisation that takes part in the partnership.';
comment on column access.agency.id is 'UUIDv7 made by the application.';
comment on column access.agency.name is 'Its name as the partnership uses it.';
comment on column access.agency.kind is 'What kind of agency it is.';
comment on column access.agency.added_at is 'When it was added.';
comment on column access.agency.closed_at is 'When it left; nobody acts for it after that.';
comment on column access.agency.version is 'Counts changes, so that an edit of a stale page is noticed.';

create table access.account (
    id uuid not null,
    given_name text not null,
    family_name text not null,
    email text not null,
    kind text not null default 'PERSON',
    home_postcode text,
    demonstration boolean not null default false,
    added_at timestamptz not null,
    closed_at timestamptz,
    version integer not null default 0,
    constraint account_is_identified primary key (id),
    constraint account_kind_is_known check (kind in ('PERSON', 'SYSTEM')),
    constraint account_has_a_name check (family_name <> '' and length(given_name) <= 80 and length(family_name) <= 80),
    constraint account_has_an_email check (email like '_%@_%' and length(email) <= 254),
    constraint account_closes_after_it_is_added check (closed_at >= added_at)
);
create unique index account_email_is_used_once on access.account (lower(email)) where closed_at is null;
comment on table access.account is 'A person who signs in, or an agency''s system that calls the API.';
comment on column access.account.id is 'UUIDv7 made by the application.';
comment on column access.account.given_name is 'Given name; may be empty for people with one name and for systems.';
comment on column access.account.family_name is 'Family name; for a system, its name.';
comment on column access.account.email is 'Work e-mail address; for a system, of whoever answers for it.';
comment on column access.account.kind is 'PERSON, or SYSTEM: an agency''s system, which uses the API and never a page.';
comment on column access.account.home_postcode is 'Given freely by the person, without spaces, in capitals: used only to notice that they looked at neighbours.';
comment on column access.account.demonstration is 'True for an invented person whose account anybody may use.';
comment on column access.account.added_at is 'When it was added.';
comment on column access.account.closed_at is 'When it was closed; nobody signs in with it after that.';
comment on column access.account.version is 'Counts changes, so that an edit of a stale page is noticed.';

create function access.refuse_demonstration_account() returns trigger language plpgsql as $$
begin
    if not exists (select from access.installation where kind = 'DEMONSTRATION') then
        raise exception 'a demonstration account cannot exist here' using errcode = 'WI002';
    end if;
    return new;
end $$;
comment on function access.refuse_demonstration_account is 'Refuses an account that anybody may use outside a demonstration.';

create trigger account_for_demonstration_only before insert or update on access.account
    for each row when (new.demonstration) execute function access.refuse_demonstration_account();

create table access.agreement (
    id uuid not null,
    agency_id uuid not null,
    title text not null,
    signed_by text not null,
    signed_on date not null,
    expires_on date not null,
    withdrawn_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    constraint agreement_is_identified primary key (id),
    constraint agreement_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint agreement_is_recorded_by_an_account foreign key (recorded_by) references access.account (id),
    constraint agreement_has_words check (title <> '' and signed_by <> ''),
    constraint agreement_runs_forward check (signed_on <= expires_on and signed_on <= withdrawn_on)
);
create index agreement_of_agency on access.agreement (agency_id, expires_on desc);
comment on table access.agreement is 'An information-sharing agreement that an agency has signed.';
comment on column access.agreement.id is 'UUIDv7 made by the application.';
comment on column access.agreement.agency_id is 'The agency that signed.';
comment on column access.agreement.title is 'Title and version of the agreement.';
comment on column access.agreement.signed_by is 'Name and post of the person who signed.';
comment on column access.agreement.signed_on is 'Day of the signature.';
comment on column access.agreement.expires_on is 'Last day on which it is in force.';
comment on column access.agreement.withdrawn_on is 'Day on which the agency withdrew, if it did.';
comment on column access.agreement.recorded_at is 'When it was entered here.';
comment on column access.agreement.recorded_by is 'Who entered it.';

create table access.agency_contact (
    id uuid not null,
    agency_id uuid not null,
    duty text not null,
    name text not null,
    email text not null,
    phone text not null default '',
    since_on date not null,
    until_on date,
    constraint agency_contact_is_identified primary key (id),
    constraint agency_contact_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint agency_contact_duty_is_known
        check (duty in ('CALDICOTT_GUARDIAN', 'DATA_PROTECTION', 'SINGLE_POINT_OF_CONTACT')),
    constraint agency_contact_has_a_name check (name <> ''),
    constraint agency_contact_runs_forward check (since_on <= until_on)
);
create index agency_contact_of_agency on access.agency_contact (agency_id);
comment on table access.agency_contact is 'The person at an agency who answers for a duty: Caldicott Guardian, data protection, single point of contact.';
comment on column access.agency_contact.id is 'UUIDv7 made by the application.';
comment on column access.agency_contact.agency_id is 'The agency.';
comment on column access.agency_contact.duty is 'What the person answers for.';
comment on column access.agency_contact.name is 'Name of the person.';
comment on column access.agency_contact.email is 'Work e-mail address.';
comment on column access.agency_contact.phone is 'Work telephone number, if any.';
comment on column access.agency_contact.since_on is 'First day.';
comment on column access.agency_contact.until_on is 'Last day; null while it goes on.';

create table access.role (
    code text not null,
    words text not null,
    duty text not null,
    place integer not null,
    constraint role_is_identified primary key (code)
);
comment on table access.role is 'What a person is for an agency.';
comment on column access.role.code is 'Name in the code.';
comment on column access.role.words is 'Name on pages.';
comment on column access.role.duty is 'What somebody in the role does here, in a sentence.';
comment on column access.role.place is 'Order in lists.';

insert into access.role (code, words, duty, place) values
    ('REFERRER', 'Referrer', 'Refers people and sees what came of it.', 10),
    ('REPRESENTATIVE', 'MARAC representative', 'Researches, attends and acts for an agency.', 20),
    ('COORDINATOR', 'MARAC coordinator', 'Triages, builds the agenda, runs the conference and chases actions.', 30),
    ('CHAIR', 'MARAC chair', 'Leads the conference and answers for its decisions.', 40),
    ('IDVA', 'IDVA', 'Speaks for the victim and arranges support.', 50),
    ('SUPPORT_WORKER', 'Support worker', 'Makes an offer real for the people assigned to them.', 60),
    ('PERPETRATOR_WORKER', 'Perpetrator programme worker', 'Does the actions assigned to them and sees nothing else.', 70),
    ('HUB_COORDINATOR', 'Vulnerability Hub coordinator', 'Runs the Multi-Agency Vulnerability Hub.', 80),
    ('TASKING_MEMBER', 'Tasking member', 'Takes part in the Tactical Priorities Group.', 90),
    ('ANALYST', 'Analyst', 'Compares recorded crime and publishes figures.', 100),
    ('DATA_PROTECTION_OFFICER', 'Data protection officer', 'Reads the trail and reviews who saw what.', 110),
    ('ADMINISTRATOR', 'Administrator', 'Keeps agencies and accounts; sees no case.', 120);

create table access.membership (
    id uuid not null,
    account_id uuid not null,
    agency_id uuid not null,
    role text not null,
    lead boolean not null default false,
    starts_on date not null,
    ends_on date,
    granted_at timestamptz not null,
    granted_by uuid,
    version integer not null default 0,
    constraint membership_is_identified primary key (id),
    constraint membership_is_of_an_account foreign key (account_id) references access.account (id),
    constraint membership_is_in_an_agency foreign key (agency_id) references access.agency (id),
    constraint membership_role_is_known foreign key (role) references access.role (code),
    constraint membership_is_granted_by_an_account foreign key (granted_by) references access.account (id),
    constraint membership_runs_forward check (starts_on <= ends_on),
    constraint membership_of_an_administrator_is_no_lead check (role <> 'ADMINISTRATOR' or not lead)
);
create index membership_of_account on access.membership (account_id);
create index membership_of_agency on access.membership (agency_id);
create unique index membership_is_open_once on access.membership (account_id, agency_id, role) where ends_on is null;
comment on table access.membership is 'One role of one person for one agency, between two days. Who looks at a record is always one membership.';
comment on column access.membership.id is 'UUIDv7 made by the application.';
comment on column access.membership.account_id is 'The person.';
comment on column access.membership.agency_id is 'The agency that the person acts for.';
comment on column access.membership.role is 'What the person is for the agency.';
comment on column access.membership.lead is 'True for a named lead, who may break the glass.';
comment on column access.membership.starts_on is 'First day.';
comment on column access.membership.ends_on is 'Last day; null while it goes on.';
comment on column access.membership.granted_at is 'When it was granted.';
comment on column access.membership.granted_by is 'Who granted it; null for the first administrator.';
comment on column access.membership.version is 'Counts changes, so that an edit of a stale page is noticed.';

create table access.absence (
    id uuid not null,
    account_id uuid not null,
    deputy_id uuid not null,
    from_on date not null,
    until_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    cancelled_at timestamptz,
    constraint absence_is_identified primary key (id),
    constraint absence_is_of_an_account foreign key (account_id) references access.account (id),
    constraint absence_has_a_deputy foreign key (deputy_id) references access.account (id),
    constraint absence_is_recorded_by_an_account foreign key (recorded_by) references access.account (id),
    constraint absence_deputy_is_another check (deputy_id <> account_id),
    constraint absence_runs_forward check (from_on <= until_on)
);
create index absence_of_account on access.absence (account_id, from_on);
create index absence_with_deputy on access.absence (deputy_id, from_on);
comment on table access.absence is 'Leave of a person, with the deputy who gets what is assigned to that person meanwhile.';
comment on column access.absence.id is 'UUIDv7 made by the application.';
comment on column access.absence.account_id is 'The person who is away.';
comment on column access.absence.deputy_id is 'The deputy, who must act for the same agency in the same role to see anything by this.';
comment on column access.absence.from_on is 'First day away.';
comment on column access.absence.until_on is 'Last day away.';
comment on column access.absence.recorded_at is 'When it was entered.';
comment on column access.absence.recorded_by is 'Who entered it.';
comment on column access.absence.cancelled_at is 'When it was taken back, if it was.';

create table access.setting (
    name text not null,
    since timestamptz not null,
    value text not null,
    reason text not null,
    set_by uuid,
    constraint setting_is_identified primary key (name, since),
    constraint setting_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint setting_has_a_reason check (reason <> '')
);
comment on table access.setting is 'What a partnership decides for itself. A new value is a new row; the latest counts.';
comment on column access.setting.name is 'Name of the setting.';
comment on column access.setting.since is 'When the value was set.';
comment on column access.setting.value is 'The value; numbers in the unit that the name ends with.';
comment on column access.setting.reason is 'Why, or where the default comes from.';
comment on column access.setting.set_by is 'Who set it; null for what is shipped.';

insert into access.setting (name, since, value, reason) values
    ('agreement_grace_days', '2026-11-01', '28',
     'Proposed: a renewal that is late must not blind an agency to a victim overnight; the coordinator is warned meanwhile.'),
    ('break_glass_hours', '2026-11-01', '3', 'Proposed: as long as other case systems allow.'),
    ('idle_minutes', '2026-11-01', '20', 'Proposed: short enough for a shared desk, long enough for a telephone call.'),
    ('session_hours', '2026-11-01', '12', 'Proposed: one working day, then everybody signs in again.'),
    ('step_up_minutes', '2026-11-01', '5', 'Proposed: how long proof of presence counts for an export.');

create function access.setting_number(wanted text) returns integer language sql stable as $$
    select value::integer from access.setting where name = wanted and since <= now() order by since desc limit 1
$$;
comment on function access.setting_number is 'The current value of a setting that is a number.';

create function access.today() returns date language sql stable as $$
    select (now() at time zone 'Europe/London')::date
$$;
comment on function access.today is 'The day in England.';
