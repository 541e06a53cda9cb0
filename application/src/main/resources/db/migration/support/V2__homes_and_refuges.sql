-- Home safety with its contractors, homelessness applications with their clocks, and room in refuges.
--
-- Why a contractor's job is a record of its own within the offer: whoever fits a lock gets the address, what to fit and when
-- it is safe to come, and nothing else. The record is assigned to those who work for the contractor; the offer, its reason, the
-- person and the case stay closed to them. It belongs to the agency that surveys homes, as whoever may see a record sees who
-- answers for it, and a service for victims must not stand there.
-- Why a follow-up waits for those who offer and not for the provider: that something happened again is no provider's news.
-- Why it is found by the owner: what happened may be told of another record of the same person.
-- Why a homelessness application is told by steps, each with a day: the clocks run from them, and what stood stays.
-- Why a vacancy has no place: no table of this module has a column for where a refuge is, and words that look like a place are
-- refused before they are kept.
-- Existing rows: none of these; offers stay as they are.

create table support.safety_item (
    code text not null,
    words text not null,
    of_person boolean not null,
    place integer not null,
    constraint safety_item_is_identified primary key (code)
);
comment on table support.safety_item is 'What makes a home or a person safer (target hardening).';
comment on column support.safety_item.code is 'Name in the code.';
comment on column support.safety_item.words is 'Name on pages.';
comment on column support.safety_item.of_person is 'For the person, who carries it; otherwise for the property.';
comment on column support.safety_item.place is 'Order on pages.';
insert into support.safety_item (code, words, of_person, place) values
    ('LOCKS', 'New locks', false, 10), ('DOOR', 'Stronger door or chain', false, 20),
    ('WINDOWS', 'Window locks or film', false, 30), ('LETTERBOX', 'Fireproof letterbox', false, 40),
    ('SMOKE_ALARM', 'Smoke alarms', false, 50), ('LIGHTS', 'Lights outside', false, 60),
    ('CAMERA', 'Camera or video doorbell', false, 70), ('HOUSE_ALARM', 'Alarm of the house', false, 80),
    ('SAFE_ROOM', 'Safe room (sanctuary)', false, 90), ('PERSONAL_ALARM', 'Personal alarm', true, 110),
    ('TRACKED_ALARM', 'Alarm that calls for help', true, 120), ('SAFE_PHONE', 'Safe telephone', true, 130);

create table support.survey (
    id uuid not null,
    record_id uuid not null,
    on_day date not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint survey_is_identified primary key (id),
    constraint survey_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint survey_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint survey_is_by_an_account foreign key (by) references access.account (id)
);
create index survey_of_offer on support.survey (record_id, at);
comment on table support.survey is 'That a home was looked at and what it needs. The latest counts.';
comment on column support.survey.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column support.survey.record_id is 'The offer.';
comment on column support.survey.on_day is 'When.';
comment on column support.survey.agency_id is 'For which agency.';
comment on column support.survey.at is 'When it was written.';
comment on column support.survey.by is 'By whom.';

create table support.survey_item (
    survey_id uuid not null,
    item text not null,
    constraint survey_item_is_identified primary key (survey_id, item),
    constraint survey_item_is_of_a_survey foreign key (survey_id) references support.survey (id),
    constraint survey_item_is_known foreign key (item) references support.safety_item (code)
);
comment on table support.survey_item is 'What a home needs.';
comment on column support.survey_item.survey_id is 'The survey.';
comment on column support.survey_item.item is 'The item.';

create table support.job (
    id uuid not null,
    kind text not null default 'OFFER',
    contractor_id uuid not null,
    address text not null,
    access text not null,
    agency_id uuid not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    constraint job_is_identified primary key (id),
    constraint job_is_a_record foreign key (id, kind) references access.record (id, kind),
    constraint job_is_done_by_an_agency foreign key (contractor_id) references access.agency (id),
    constraint job_says_where_and_when check (address <> '' and access <> '' and length(address) <= 500 and length(access) <= 500),
    constraint job_is_asked_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint job_is_asked_by_an_account foreign key (asked_by) references access.account (id)
);
create index job_of_contractor on support.job (contractor_id);
comment on table support.job is 'What a contractor is asked to do at an address. A record within the offer; it says no name and no reason.';
comment on column support.job.id is 'UUIDv7 made with the form, so that sending it twice asks once.';
comment on column support.job.kind is 'Always OFFER, for the policy.';
comment on column support.job.contractor_id is 'Who does it.';
comment on column support.job.address is 'Where.';
comment on column support.job.access is 'When it is safe to come, and how to get in.';
comment on column support.job.agency_id is 'The agency that asks.';
comment on column support.job.asked_at is 'When.';
comment on column support.job.asked_by is 'By whom.';

create table support.job_item (
    record_id uuid not null,
    item text not null,
    constraint job_item_is_identified primary key (record_id, item),
    constraint job_item_is_of_a_job foreign key (record_id) references support.job (id),
    constraint job_item_is_known foreign key (item) references support.safety_item (code)
);
comment on table support.job_item is 'What a contractor fits.';
comment on column support.job_item.record_id is 'The job.';
comment on column support.job_item.item is 'The item.';

create table support.job_step (
    id uuid not null,
    record_id uuid not null,
    what text not null,
    on_day date not null,
    words text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint job_step_is_identified primary key (id),
    constraint job_step_is_of_a_job foreign key (record_id) references support.job (id),
    constraint job_step_is_known check (what in ('DONE', 'NOT_DONE', 'CHECKED')),
    constraint job_step_says_why_not check ((what <> 'NOT_DONE' or words <> '') and length(words) <= 1000),
    constraint job_step_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint job_step_is_by_an_account foreign key (by) references access.account (id)
);
create index job_step_of_job on support.job_step (record_id, at);
comment on table support.job_step is 'What came of a job: done, not done, checked by whoever asked.';
comment on column support.job_step.id is 'UUIDv7 made with the form.';
comment on column support.job_step.record_id is 'The job.';
comment on column support.job_step.what is 'What came of it.';
comment on column support.job_step.on_day is 'When.';
comment on column support.job_step.words is 'What is to be known; why it was not done.';
comment on column support.job_step.agency_id is 'The agency that says so.';
comment on column support.job_step.at is 'When it was written.';
comment on column support.job_step.by is 'By whom.';

create table support.follow_up (
    id uuid not null,
    record_id uuid not null,
    concern_id uuid not null,
    happened_on date not null,
    found_at timestamptz not null,
    seen_at timestamptz,
    seen_by uuid,
    constraint follow_up_is_identified primary key (id),
    constraint follow_up_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint follow_up_is_found_once unique (record_id, concern_id),
    constraint follow_up_is_for_a_concern foreign key (concern_id) references people.concern (id),
    constraint follow_up_is_seen_by_an_account foreign key (seen_by) references access.account (id),
    constraint follow_up_is_seen_whole check ((seen_at is null) = (seen_by is null))
);
comment on table support.follow_up is 'Something happened again after a home was made safer: somebody asks whether it still is.';
comment on column support.follow_up.id is 'Made by the database.';
comment on column support.follow_up.record_id is 'The offer.';
comment on column support.follow_up.concern_id is 'What happened.';
comment on column support.follow_up.happened_on is 'When it happened.';
comment on column support.follow_up.found_at is 'When it was found.';
comment on column support.follow_up.seen_at is 'When somebody asked; null while nobody did.';
comment on column support.follow_up.seen_by is 'Who asked.';

create table support.family_need (
    record_id uuid not null,
    adults integer not null,
    children integer not null,
    pets boolean not null,
    access_needs boolean not null,
    constraint family_need_is_one_for_an_offer primary key (record_id),
    constraint family_need_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint family_need_counts_people check (adults between 0 and 20 and children between 0 and 20 and adults + children > 0)
);
comment on table support.family_need is 'How large a family is that needs a roof, and what comes along.';
comment on column support.family_need.record_id is 'The offer.';
comment on column support.family_need.adults is 'How many adults.';
comment on column support.family_need.children is 'How many children.';
comment on column support.family_need.pets is 'Whether pets come along.';
comment on column support.family_need.access_needs is 'Whether somebody needs step-free or other access.';

create table support.vacancy (
    id uuid not null,
    agency_id uuid not null,
    spaces integer not null,
    most_beds integer not null,
    pets boolean not null,
    access_needs boolean not null,
    at timestamptz not null,
    by uuid not null,
    constraint vacancy_is_identified primary key (id),
    constraint vacancy_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint vacancy_counts check (spaces between 0 and 200 and most_beds between 0 and 20),
    constraint vacancy_is_by_an_account foreign key (by) references access.account (id)
);
create index vacancy_of_agency on support.vacancy (agency_id, at desc);
comment on table support.vacancy is 'What room a refuge has. The latest of an agency counts. There is no column for a place.';
comment on column support.vacancy.id is 'UUIDv7 made with the form.';
comment on column support.vacancy.agency_id is 'The refuge.';
comment on column support.vacancy.spaces is 'How many families can come now.';
comment on column support.vacancy.most_beds is 'How many people the largest free room takes.';
comment on column support.vacancy.pets is 'Whether pets can come.';
comment on column support.vacancy.access_needs is 'Whether access needs can be met.';
comment on column support.vacancy.at is 'When it was said.';
comment on column support.vacancy.by is 'By whom.';

create table support.housing_step_kind (
    code text not null,
    words text not null,
    clock_days integer,
    clock text not null,
    source text not null,
    place integer not null,
    constraint housing_step_kind_is_identified primary key (code),
    constraint housing_step_kind_runs_forward check (clock_days > 0)
);
comment on table support.housing_step_kind is 'Steps of a homelessness application, with the clock that each starts.';
comment on column support.housing_step_kind.code is 'Name in the code.';
comment on column support.housing_step_kind.words is 'Name on pages.';
comment on column support.housing_step_kind.clock_days is 'How many days its clock runs; null where none does.';
comment on column support.housing_step_kind.clock is 'What is awaited by then; empty where nothing is.';
comment on column support.housing_step_kind.source is 'Where this comes from.';
comment on column support.housing_step_kind.place is 'Order on pages.';
insert into support.housing_step_kind (code, words, clock_days, clock, source, place) values
    ('DUTY_TO_REFER', 'The council was told under the duty to refer', 1, 'the council speaks to her',
     'Housing Act 1996 s213B; it sets no time for the council: one day is proposed', 10),
    ('APPLIED', 'She applied as homeless, because of domestic abuse', 1, 'interim accommodation is offered',
     'Housing Act 1996 s188: it is owed while there is reason to believe; one day is proposed', 20),
    ('INTERIM', 'Interim accommodation was given', null, '', 'Housing Act 1996 s188', 30),
    ('PREVENTION_OWED', 'The prevention duty is owed', 56, 'the prevention duty may end', 'Housing Act 1996 s195', 40),
    ('RELIEF_OWED', 'The relief duty is owed', 56, 'the relief duty ends and the main duty is decided',
     'Housing Act 1996 s189B', 50),
    ('MAIN_OWED', 'The main duty is owed: priority need because of domestic abuse', null, '',
     'Domestic Abuse Act 2021 s78: Housing Act 1996 s189(1)(e) and s193', 60),
    ('NOT_OWED', 'No duty is owed, or it ended', 21, 'a review can be asked for until then', 'Housing Act 1996 s202', 70);

create table support.housing_step (
    id uuid not null,
    record_id uuid not null,
    what text not null,
    on_day date not null,
    words text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint housing_step_is_identified primary key (id),
    constraint housing_step_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint housing_step_is_known foreign key (what) references support.housing_step_kind (code),
    constraint housing_step_is_short check (length(words) <= 1000),
    constraint housing_step_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint housing_step_is_by_an_account foreign key (by) references access.account (id)
);
create index housing_step_of_offer on support.housing_step (record_id, on_day);
comment on table support.housing_step is 'What happened to a homelessness application. Added, never changed.';
comment on column support.housing_step.id is 'UUIDv7 made with the form.';
comment on column support.housing_step.record_id is 'The offer of emergency accommodation.';
comment on column support.housing_step.what is 'What happened.';
comment on column support.housing_step.on_day is 'When: its clock runs from here.';
comment on column support.housing_step.words is 'What is to be known; may be empty.';
comment on column support.housing_step.agency_id is 'The agency that says so.';
comment on column support.housing_step.at is 'When it was written.';
comment on column support.housing_step.by is 'By whom.';

create trigger survey_stays before update or delete on support.survey for each row execute function access.refuse_change();
create trigger job_stays before update or delete on support.job for each row execute function access.refuse_change();
create trigger job_step_stays before update or delete on support.job_step
    for each row execute function access.refuse_change();
create trigger housing_step_stays before update or delete on support.housing_step
    for each row execute function access.refuse_change();

-- Who may read and write ------------------------------------------------------------------------------------------

alter table support.survey enable row level security;
alter table support.survey_item enable row level security;
alter table support.job enable row level security;
alter table support.job_item enable row level security;
alter table support.job_step enable row level security;
alter table support.follow_up enable row level security;
alter table support.family_need enable row level security;
alter table support.vacancy enable row level security;
alter table support.housing_step enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on support.job for select using (('
        || access.rule_for('''OFFER''', '''VICTIM_ADDRESS''', 'support.job.id') || ') and ('
        || access.rule_for('''OFFER''', '''SUPPORT''', 'support.job.id') || ')'
        || ' and ((select access.viewer_role()) <> ''SUPPORT_WORKER'''
        || ' or (select access.viewer_agency()) in (contractor_id, agency_id)))';
end $$;
create policy seen_with_its_offer on support.survey for select using (
    exists (select from support.offer o where o.id = survey.record_id));
create policy seen_with_its_survey on support.survey_item for select using (
    exists (select from support.survey s where s.id = survey_item.survey_id));
create policy seen_with_its_job on support.job_item for select using (
    exists (select from support.job j where j.id = job_item.record_id));
create policy seen_with_its_job on support.job_step for select using (
    exists (select from support.job j where j.id = job_step.record_id));
create policy seen_by_those_who_offer on support.follow_up for select using (
    (select support.offers()) and exists (select from support.offer o where o.id = follow_up.record_id));
create policy seen_with_its_offer on support.family_need for select using (
    exists (select from support.offer o where o.id = family_need.record_id));
create policy seen_with_its_offer on support.housing_step for select using (
    exists (select from support.offer o where o.id = housing_step.record_id));
create policy vacancy_is_read on support.vacancy for select using (
    (select access.viewer_in_force())
    and ((select support.offers()) or agency_id = (select access.viewer_agency())));

create policy survey_is_made on support.survey for insert with check (
    (select access.viewer_role()) in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER') and agency_id = (select access.viewer_agency())
    and by = (select access.viewer_account()) and at = now() and on_day <= access.today()
    and exists (select from support.offer o where o.id = survey.record_id and o.offer_kind = 'HOME_SAFETY'));
create policy survey_item_is_made on support.survey_item for insert with check (
    exists (select from support.survey s where s.id = survey_item.survey_id and s.at = now()
            and s.by = (select access.viewer_account())));
create policy job_is_asked on support.job for insert with check (
    (select access.viewer_role()) in ('SUPPORT_WORKER', 'COORDINATOR') and agency_id = (select access.viewer_agency())
    and asked_by = (select access.viewer_account()) and asked_at = now() and support.registered_now(id));

create function support.job_asked_now(job uuid) returns boolean
    language sql stable security definer set search_path = support, pg_temp as $$
    select exists (select from support.job j
                   where j.id = job_asked_now.job and j.asked_at = now() and j.asked_by = access.viewer_account())
$$;
comment on function support.job_asked_now is 'Whether a job was asked for in this transaction by whoever looks.';

create policy job_item_is_asked on support.job_item for insert with check (support.job_asked_now(record_id));
create policy job_step_is_taken on support.job_step for insert with check (
    (select access.viewer_role()) in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER') and agency_id = (select access.viewer_agency())
    and by = (select access.viewer_account()) and at = now() and on_day <= access.today()
    and exists (select from support.job j where j.id = job_step.record_id
                and (job_step.what <> 'CHECKED' or j.contractor_id <> (select access.viewer_agency())
                     or j.agency_id = j.contractor_id)));
create policy follow_up_is_seen on support.follow_up for update
    using ((select support.offers()) and seen_at is null
           and exists (select from support.offer o where o.id = follow_up.record_id))
    with check (seen_at = now() and seen_by = (select access.viewer_account()));
create policy family_need_is_told on support.family_need for insert with check (support.asked_now(record_id));
create policy vacancy_is_told on support.vacancy for insert with check (
    (select access.viewer_role()) = 'SUPPORT_WORKER' and agency_id = (select access.viewer_agency())
    and by = (select access.viewer_account()) and at = now());
create policy housing_step_is_taken on support.housing_step for insert with check (
    (select access.viewer_role()) in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER') and agency_id = (select access.viewer_agency())
    and by = (select access.viewer_account()) and at = now() and on_day <= access.today()
    and exists (select from support.offer o
                where o.id = housing_step.record_id and o.offer_kind = 'EMERGENCY_ACCOMMODATION'));

create function support.tell_contractor(job uuid) returns integer
    language plpgsql security definer set search_path = support, pg_temp as $$
declare
    told integer;
begin
    if not support.job_asked_now(tell_contractor.job) then
        raise exception 'not asked in this transaction' using errcode = 'WI006';
    end if;
    insert into access.assignment (record_id, account_id, from_at)
    select j.id, m.account_id, now()
    from support.job j
    join (select distinct f.account_id, f.agency_id from access.in_force f where f.role = 'SUPPORT_WORKER') m
        on m.agency_id = j.contractor_id
    where j.id = tell_contractor.job
      and not exists (select from access.assignment a
                      where a.record_id = j.id and a.account_id = m.account_id and a.until_at is null);
    get diagnostics told = row_count;
    return told;
end $$;
comment on function support.tell_contractor is 'Assigns a job that was asked for in this transaction to everybody who works for its contractor; returns how many.';

create function support.ask_follow_up(concern uuid) returns void
    language sql security definer set search_path = support, pg_temp as $$
    insert into support.follow_up (id, record_id, concern_id, happened_on, found_at)
    select gen_random_uuid(), o.id, c.id, c.happened_on, now()
    from people.concern c
    join people.concern_person p on p.concern_id = c.id and p.part = 'VICTIM'
    join support.offer o on o.offer_kind = 'HOME_SAFETY'
    join access.about b on b.record_id = o.id
    where c.id = ask_follow_up.concern
      and (b.person_id = p.record_id
           or exists (select from access.same_person x join access.same_person y on y.person_id = x.person_id
                      where x.record_id = b.person_id and y.record_id = p.record_id))
      and c.happened_on >= o.asked_on
      and exists (select from support.offer_step s where s.record_id = o.id and s.what = 'STARTED')
    on conflict do nothing
$$;
comment on function support.ask_follow_up is 'Keeps for those who offer that something happened again after a home was made safer. Tells whoever gave it nothing.';

create or replace function support.greet_worker() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
begin
    if new.role in ('SUPPORT_WORKER', 'PERPETRATOR_WORKER') then
        perform support.assign_worker(new.account_id, new.agency_id, new.role);
    end if;
    if new.role = 'SUPPORT_WORKER' then
        insert into access.assignment (record_id, account_id, from_at)
        select j.id, new.account_id, now() from support.job j
        where j.contractor_id = new.agency_id
          and not exists (select from support.job_step s where s.record_id = j.id and s.what = 'CHECKED')
          and not exists (select from access.assignment a
                          where a.record_id = j.id and a.account_id = new.account_id and a.until_at is null);
    end if;
    return null;
end $$;

grant select on support.safety_item, support.housing_step_kind to witan_application;
grant select, insert on support.survey, support.survey_item, support.job, support.job_item, support.job_step,
    support.family_need, support.vacancy, support.housing_step to witan_application;
grant select on support.follow_up to witan_application;
grant update (seen_at, seen_by) on support.follow_up to witan_application;
revoke execute on all functions in schema support from public;
grant execute on function support.job_asked_now, support.tell_contractor, support.ask_follow_up to witan_application;
