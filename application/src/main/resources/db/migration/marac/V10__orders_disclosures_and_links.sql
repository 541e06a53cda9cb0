-- Protective orders, disclosure-scheme requests, and links to other schemes about the people of a referral.
--
-- Why an order is told by terms: an order is made, served, put right, renewed, ended. Each of these is a row with its time
-- and what the order says from then on; the last one stands, and nothing that stood before is lost. Whom it binds and
-- protects is fixed: an order of somebody else is another order, and this one was written down in error.
-- Why whom it binds stands apart: whoever may see the order and not a person of it does not learn that there is one.
-- Why a breach is found by the owner: whoever writes it down says whose order it is, so that it is further abuse between
-- these persons whatever the engine thinks of their names. It waits for the coordinator as any incident does, and whoever
-- wrote it learns nothing of other referrals.
-- Why disclosure requests are closed to most: an alleged perpetrator who learns of one may hurt somebody for it, and an
-- applicant is not told whether something was disclosed. The police and the coordinator read them; an IDVA who made a
-- request reads that they made it and no step of it. There is no column for what was disclosed: it is spoken, never written.
-- Why links carry no facts: the other scheme keeps its own. MAPPA and MATAC stand in the part about who causes harm, child
-- protection in the part about children.
-- Existing rows: none, this is the first version.

create table marac.order_type (
    code text not null,
    words text not null,
    made_by text not null,
    most_hours integer,
    most_days integer,
    least_days integer,
    breach text not null,
    facts text not null,
    source text not null,
    place integer not null,
    constraint order_type_is_identified primary key (code),
    constraint order_type_breach_is_known check (breach in ('CRIME', 'COURT', 'RECALL')),
    constraint order_type_lasts check (most_hours > 0 and most_days > 0 and least_days > 0)
);
comment on table marac.order_type is 'Kinds of protective orders, with what a page tells of each.';
comment on column marac.order_type.code is 'Name in the code.';
comment on column marac.order_type.words is 'Name on pages.';
comment on column marac.order_type.made_by is 'Who makes it, in words.';
comment on column marac.order_type.most_hours is 'Its longest time in hours; null where it is none or is told in days.';
comment on column marac.order_type.most_days is 'Its longest time in days; null where it has none.';
comment on column marac.order_type.least_days is 'Its shortest time in days; null where it has none.';
comment on column marac.order_type.breach is 'CRIME: a breach is a crime. COURT: it is brought before the court. RECALL: it may be recalled to prison for it.';
comment on column marac.order_type.facts is 'What else to know of it.';
comment on column marac.order_type.source is 'Where this comes from; [BG] is background knowledge that the partnership should confirm.';
comment on column marac.order_type.place is 'Order on pages.';
insert into marac.order_type (code, words, made_by, most_hours, most_days, least_days, breach, facts, source, place) values
    ('DVPN', 'Domestic violence protection notice', 'Police', 48, null, null, 'COURT',
     'A breach is no crime of its own: the person may be arrested and brought before the court.', '[S94]; breach: [BG]', 10),
    ('DVPO', 'Domestic violence protection order', 'Magistrates'' court', null, 28, 14, 'COURT',
     'A breach is no crime of its own: the person may be arrested and brought before the court.', '[S94]; shortest time and breach: [BG]', 20),
    ('DAPN', 'Domestic abuse protection notice', 'Police', 48, null, null, 'COURT',
     'Only where these notices are in force. A breach: arrest without warrant, before a court within 24 hours.', '[S95]', 30),
    ('DAPO', 'Domestic abuse protection order', 'Criminal, family or civil court', null, null, null, 'CRIME',
     'Only where these orders are in force, then enforceable everywhere in England and Wales. The police must be told name and address within 3 days; tagging for 12 months at a time. Up to 5 years for a breach.', '[S94] [S95] [S96]', 40),
    ('STALKING', 'Stalking protection order', 'Magistrates'' court', null, null, 730, 'CRIME',
     'For at least 2 years or until further order. It can require as well as forbid. Up to 5 years for a breach.', '[S99] [S100]; 5 years: [BG]', 50),
    ('STALKING_INTERIM', 'Interim stalking protection order', 'Magistrates'' court', null, null, null, 'CRIME',
     'Until the application for the full order is decided. Up to 5 years for a breach.', '[S99] [S100]; 5 years: [BG]', 60),
    ('NON_MOLESTATION', 'Non-molestation order', 'Family court', null, null, null, 'CRIME',
     'It takes effect when it is served. Often for 6 to 12 months, and renewable. A breach is a crime with up to 5 years, or contempt of court, never both.', '[S102] [S103]', 70),
    ('OCCUPATION', 'Occupation order', 'Family court', null, null, null, 'COURT',
     'It says who may live in the home. A breach is contempt of court; arrest only where a power of arrest is attached.', '[S102]; breach: [BG]', 80),
    ('RESTRAINING', 'Restraining order', 'Criminal court', null, null, null, 'CRIME',
     'On conviction or acquittal, for a time or until further order.', '[S102]; breach: [BG]', 90),
    ('BAIL', 'Bail conditions', 'Police or court', null, null, null, 'COURT',
     'A breach may lead to arrest. It is an example of a repeat.', '[S20]; arrest: [BG]', 100),
    ('LICENCE', 'Licence conditions', 'Prison and probation', null, null, null, 'RECALL',
     'Tell probation of a breach: the person may be recalled to prison.', '[BG]', 110);

create table marac.protective_order (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    agency_id uuid not null,
    written_at timestamptz not null,
    written_by uuid not null,
    constraint protective_order_is_identified primary key (id),
    constraint protective_order_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint protective_order_stays_with_its_referral unique (id, record_id),
    constraint protective_order_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint protective_order_is_by_an_account foreign key (written_by) references access.account (id)
);
create index protective_order_of_referral on marac.protective_order (record_id);
comment on table marac.protective_order is 'A protective order about persons of a referral. What it says stands in its terms.';
comment on column marac.protective_order.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column marac.protective_order.record_id is 'The referral.';
comment on column marac.protective_order.kind is 'Always CASE, for the policy.';
comment on column marac.protective_order.agency_id is 'The agency that wrote it down.';
comment on column marac.protective_order.written_at is 'When.';
comment on column marac.protective_order.written_by is 'By whom.';

create table marac.order_person (
    order_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    person_id uuid not null,
    person_kind text not null default 'PERSON',
    is_bound boolean not null,
    constraint order_person_is_identified primary key (order_id, person_id),
    constraint order_person_is_of_an_order foreign key (order_id, record_id) references marac.protective_order (id, record_id),
    constraint order_person_is_of_its_referral foreign key (record_id, person_id)
        references marac.referred_person (record_id, person_id)
);
create index order_person_of_person on marac.order_person (person_id);
comment on table marac.order_person is 'Whom an order binds and whom it protects: persons of its referral.';
comment on column marac.order_person.order_id is 'The order.';
comment on column marac.order_person.record_id is 'The referral.';
comment on column marac.order_person.kind is 'Always CASE, for the policy.';
comment on column marac.order_person.person_id is 'The source record of the person.';
comment on column marac.order_person.person_kind is 'Always PERSON, for the policy.';
comment on column marac.order_person.is_bound is 'Bound by it; otherwise protected.';

create table marac.order_step (
    code text not null,
    place integer not null,
    constraint order_step_is_identified primary key (code)
);
comment on table marac.order_step is 'What happens to an order.';
comment on column marac.order_step.code is 'Name in the code; the words are the pages''.';
comment on column marac.order_step.place is 'Order on pages.';
insert into marac.order_step (code, place) values
    ('WRITTEN', 10), ('CORRECTED', 20), ('RENEWED', 30), ('NOT_RENEWED', 40), ('ENDED_EARLY', 50), ('IN_ERROR', 60);

create table marac.order_term (
    id uuid not null,
    order_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    version integer not null,
    what text not null,
    type text not null,
    issuer text not null,
    made_on date,
    served_on date,
    starts_on date not null,
    ends_on date,
    conditions text not null,
    ended_on date,
    reason text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint order_term_is_identified primary key (id),
    constraint order_term_is_of_an_order foreign key (order_id, record_id) references marac.protective_order (id, record_id),
    constraint order_term_comes_after_another unique (order_id, version),
    constraint order_term_what_is_known foreign key (what) references marac.order_step (code),
    constraint order_term_is_of_a_type foreign key (type) references marac.order_type (code),
    constraint order_term_counts_from_one check (version > 0 and (version = 1) = (what = 'WRITTEN')),
    constraint order_term_ends_after_it_starts check (ends_on >= starts_on),
    constraint order_term_is_over_when_it_is_said check ((ended_on is not null) = (what in ('NOT_RENEWED', 'ENDED_EARLY', 'IN_ERROR'))),
    constraint order_term_has_a_reason check (what in ('WRITTEN', 'RENEWED') or reason <> ''),
    constraint order_term_is_short check (length(issuer) <= 200 and length(conditions) <= 10000 and length(reason) <= 2000),
    constraint order_term_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint order_term_is_by_an_account foreign key (by) references access.account (id)
);
create index order_term_of_referral on marac.order_term (record_id);
create index order_term_by_end on marac.order_term (ends_on) where ended_on is null;
comment on table marac.order_term is 'What an order says from a time on. Added, never changed; the last one stands.';
comment on column marac.order_term.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column marac.order_term.order_id is 'The order.';
comment on column marac.order_term.record_id is 'The referral.';
comment on column marac.order_term.kind is 'Always CASE, for the policy.';
comment on column marac.order_term.version is 'Counts from one; two who change the same are noticed by it.';
comment on column marac.order_term.what is 'What happened to the order.';
comment on column marac.order_term.type is 'What kind of order it is.';
comment on column marac.order_term.issuer is 'Which court or force made it.';
comment on column marac.order_term.made_on is 'The day on which it was made; null when it is not known.';
comment on column marac.order_term.served_on is 'The day on which it was served; null while it was not, or when that is not known.';
comment on column marac.order_term.starts_on is 'From which day.';
comment on column marac.order_term.ends_on is 'Its last day; null until further order.';
comment on column marac.order_term.conditions is 'What it forbids and requires, a line each.';
comment on column marac.order_term.ended_on is 'The day on which it was over; null while nobody said that it is.';
comment on column marac.order_term.reason is 'Why: it was put right, ended early, not renewed, or written down in error.';
comment on column marac.order_term.agency_id is 'The agency that says so.';
comment on column marac.order_term.at is 'When.';
comment on column marac.order_term.by is 'By whom.';

create table marac.order_breach (
    id uuid not null,
    order_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    on_day date not null,
    words text not null,
    reported_to text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    struck_at timestamptz,
    struck_by uuid,
    struck_because text not null default '',
    constraint order_breach_is_identified primary key (id),
    constraint order_breach_is_of_an_order foreign key (order_id, record_id) references marac.protective_order (id, record_id),
    constraint order_breach_says_something check (words <> '' and length(words) <= 5000 and length(reported_to) <= 200),
    constraint order_breach_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint order_breach_is_by_an_account foreign key (by) references access.account (id),
    constraint order_breach_is_struck_by_an_account foreign key (struck_by) references access.account (id),
    constraint order_breach_is_struck_whole check ((struck_at is null) = (struck_by is null)
        and (struck_at is null) = (struck_because = '') and length(struck_because) <= 2000)
);
create index order_breach_of_order on marac.order_breach (order_id, on_day);
comment on table marac.order_breach is 'That somebody broke an order. Struck by a time and a reason, never taken away.';
comment on column marac.order_breach.id is 'UUIDv7 made with the form, so that sending it twice writes it once; the key of what module people holds of it.';
comment on column marac.order_breach.order_id is 'The order.';
comment on column marac.order_breach.record_id is 'The referral.';
comment on column marac.order_breach.kind is 'Always CASE, for the policy.';
comment on column marac.order_breach.on_day is 'When.';
comment on column marac.order_breach.words is 'What happened.';
comment on column marac.order_breach.reported_to is 'Whom it was reported to; empty when to nobody.';
comment on column marac.order_breach.agency_id is 'The agency that says so.';
comment on column marac.order_breach.at is 'When it was written.';
comment on column marac.order_breach.by is 'By whom.';
comment on column marac.order_breach.struck_at is 'When it was struck as wrong.';
comment on column marac.order_breach.struck_by is 'Who struck it.';
comment on column marac.order_breach.struck_because is 'Why.';

create function marac.order_begun_now(begun uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.protective_order o where o.id = order_begun_now.begun and o.written_at = now()
                   and o.written_by = access.viewer_account())
$$;
comment on function marac.order_begun_now is 'Whether an order was written down in this transaction by whoever looks.';

create function marac.find_breach(breach uuid, concern uuid) returns void
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    b marac.order_breach;
    c people.concern;
    victim uuid;
    earlier uuid;
begin
    select * into b from marac.order_breach x
    where x.id = find_breach.breach and x.at = now() and x.by = access.viewer_account();
    if not found then
        raise exception 'not written in this transaction' using errcode = 'WI006';
    end if;
    select * into c from people.concern x
    where x.id = find_breach.concern and x.agency_id = b.agency_id and x.source_key = b.id::text;
    select p.person_id into victim from marac.referred_person p
    where p.record_id = b.record_id and p.part = 'VICTIM' order by p.place limit 1;
    if c.id is null or victim is null then
        return;
    end if;
    earlier := marac.latest_of_same(victim,
        array(select p.person_id from marac.order_person p where p.order_id = b.order_id and p.is_bound), c.happened_on);
    if earlier is not null then
        insert into marac.incident (id, record_id, concern_id, happened_on, found_at)
        values (gen_random_uuid(), earlier, c.id, c.happened_on, now())
        on conflict on constraint incident_is_found_once do nothing;
    end if;
end $$;
comment on function marac.find_breach is 'Keeps for the coordinator what module people holds of a breach that was written in this transaction, where it lies in the window of a referral of these persons. Tells whoever asks nothing.';

select access.guard('marac.protective_order', 'record_id', '''CASE''', 'RISK');
select access.guard('marac.order_term', 'record_id', '''CASE''', 'RISK');
select access.guard('marac.order_breach', 'record_id', '''CASE''', 'RISK');
alter table marac.order_person enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on marac.order_person for select using (('
        || access.rule_for('''CASE''', '''RISK''', 'marac.order_person.record_id') || ') and ('
        || access.rule_for('''PERSON''', '''SUMMARY''', 'marac.order_person.person_id') || '))';
end $$;
create policy order_is_written on marac.protective_order for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER')
    and agency_id = (select access.viewer_agency()) and written_by = (select access.viewer_account())
    and written_at = now() and access.may_see(record_id, 'RISK'));
create policy order_person_is_written on marac.order_person for insert with check (marac.order_begun_now(order_id));
create policy order_term_is_written on marac.order_term for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER')
    and agency_id = (select access.viewer_agency()) and by = (select access.viewer_account())
    and at = now() and access.may_see(record_id, 'RISK'));
create policy breach_is_written on marac.order_breach for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER')
    and agency_id = (select access.viewer_agency()) and by = (select access.viewer_account())
    and at = now() and on_day <= access.today() and struck_at is null and access.may_see(record_id, 'RISK'));
create policy breach_is_struck on marac.order_breach for update
    using (struck_at is null and access.may_see(record_id, 'RISK')
        and ((select access.viewer_role()) = 'COORDINATOR' or agency_id = (select access.viewer_agency())
            and (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER')))
    with check (struck_at = now() and struck_by = (select access.viewer_account()));

-- Disclosure scheme ---------------------------------------------------------------------------------------------

create table marac.disclosure_step_kind (
    code text not null,
    place integer not null,
    constraint disclosure_step_kind_is_identified primary key (code)
);
comment on table marac.disclosure_step_kind is 'Steps of a disclosure-scheme request.';
comment on column marac.disclosure_step_kind.code is 'Name in the code; the words are the pages''.';
comment on column marac.disclosure_step_kind.place is 'Order on pages.';
insert into marac.disclosure_step_kind (code, place) values
    ('CHECKED', 10), ('MET', 20), ('TO_DISCLOSE', 30), ('NOT_TO_DISCLOSE', 40), ('GIVEN', 50), ('CLOSED', 60);

create table marac.disclosure_request (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    route text not null,
    applicant text not null,
    received_on date not null,
    agency_id uuid not null,
    written_at timestamptz not null,
    written_by uuid not null,
    constraint disclosure_request_is_identified primary key (id),
    constraint disclosure_request_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint disclosure_request_stays_with_its_referral unique (id, record_id),
    constraint disclosure_request_route_is_known check (route in ('RIGHT_TO_ASK', 'RIGHT_TO_KNOW')),
    constraint disclosure_request_applicant_is_known check (applicant in ('VICTIM', 'THIRD_PARTY', 'PROFESSIONAL')),
    constraint disclosure_request_fits check ((route = 'RIGHT_TO_KNOW') = (applicant = 'PROFESSIONAL')),
    constraint disclosure_request_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint disclosure_request_is_by_an_account foreign key (written_by) references access.account (id)
);
create index disclosure_request_of_referral on marac.disclosure_request (record_id);
create index disclosure_request_by_day on marac.disclosure_request (received_on);
comment on table marac.disclosure_request is 'That somebody asked under the disclosure scheme (Clare''s Law), or professionals did of their own. Never what was disclosed.';
comment on column marac.disclosure_request.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column marac.disclosure_request.record_id is 'The referral.';
comment on column marac.disclosure_request.kind is 'Always CASE, for the policy.';
comment on column marac.disclosure_request.route is 'The right to ask, or the right to know.';
comment on column marac.disclosure_request.applicant is 'Who asked, by kind; no name.';
comment on column marac.disclosure_request.received_on is 'The day from which its clock runs.';
comment on column marac.disclosure_request.agency_id is 'The agency that wrote it down.';
comment on column marac.disclosure_request.written_at is 'When.';
comment on column marac.disclosure_request.written_by is 'By whom.';

create table marac.disclosure_step (
    id uuid not null,
    request_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    what text not null,
    on_day date not null,
    given_to text not null,
    given_by text not null,
    at timestamptz not null,
    by uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    constraint disclosure_step_is_identified primary key (id),
    constraint disclosure_step_is_of_a_request foreign key (request_id, record_id)
        references marac.disclosure_request (id, record_id),
    constraint disclosure_step_is_known foreign key (what) references marac.disclosure_step_kind (code),
    constraint disclosure_step_is_given_whole check ((what = 'GIVEN') = (given_to <> '') and (what = 'GIVEN') = (given_by <> '')
        and given_to in ('', 'VICTIM', 'PROTECTOR') and length(given_by) <= 120),
    constraint disclosure_step_is_by_an_account foreign key (by) references access.account (id),
    constraint disclosure_step_is_undone_by_an_account foreign key (undone_by) references access.account (id),
    constraint disclosure_step_is_undone_whole check ((undone_at is null) = (undone_by is null))
);
create unique index disclosure_step_stands_once on marac.disclosure_step
    (request_id, (case when what in ('TO_DISCLOSE', 'NOT_TO_DISCLOSE') then 'DECIDED' else what end)) where undone_at is null;
comment on table marac.disclosure_step is 'A step of a disclosure-scheme request. Undone by a time, never taken away. What is disclosed is spoken in person and stands nowhere.';
comment on column marac.disclosure_step.id is 'UUIDv7 made with the form.';
comment on column marac.disclosure_step.request_id is 'The request.';
comment on column marac.disclosure_step.record_id is 'The referral.';
comment on column marac.disclosure_step.kind is 'Always CASE, for the policy.';
comment on column marac.disclosure_step.what is 'What was done.';
comment on column marac.disclosure_step.on_day is 'When.';
comment on column marac.disclosure_step.given_to is 'To whom a disclosure was given, by kind; empty for every other step.';
comment on column marac.disclosure_step.given_by is 'Which professionals gave it; empty for every other step.';
comment on column marac.disclosure_step.at is 'When it was written.';
comment on column marac.disclosure_step.by is 'By whom.';
comment on column marac.disclosure_step.undone_at is 'When it was undone.';
comment on column marac.disclosure_step.undone_by is 'Who undid it.';

create function marac.handles_disclosures() returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select access.viewer_role() = 'COORDINATOR'
        or access.viewer_role() = 'REPRESENTATIVE'
           and exists (select from access.agency y where y.id = access.viewer_agency() and y.kind = 'POLICE')
$$;
comment on function marac.handles_disclosures is 'Whether whoever looks handles disclosure-scheme requests: the coordinator, and whoever speaks for the police.';

alter table marac.disclosure_request enable row level security;
alter table marac.disclosure_step enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on marac.disclosure_request for select using (('
        || access.rule_for('''CASE''', '''RISK''', 'marac.disclosure_request.record_id') || ') and ('
        || '(select marac.handles_disclosures()) or written_by = (select access.viewer_account())'
        || ' and agency_id = (select access.viewer_agency())))';
    execute 'create policy seen_by_the_rule on marac.disclosure_step for select using (('
        || access.rule_for('''CASE''', '''RISK''', 'marac.disclosure_step.record_id')
        || ') and (select marac.handles_disclosures()))';
end $$;
create policy disclosure_is_requested on marac.disclosure_request for insert with check (
    ((select marac.handles_disclosures()) or (select access.viewer_role()) = 'IDVA')
    and agency_id = (select access.viewer_agency()) and written_by = (select access.viewer_account())
    and written_at = now() and received_on <= access.today() and access.may_see(record_id, 'RISK'));
create policy disclosure_step_is_taken on marac.disclosure_step for insert with check (
    (select marac.handles_disclosures()) and by = (select access.viewer_account()) and at = now()
    and on_day <= access.today() and undone_at is null and access.may_see(record_id, 'RISK'));
create policy disclosure_step_is_undone on marac.disclosure_step for update
    using ((select marac.handles_disclosures()) and undone_at is null and access.may_see(record_id, 'RISK'))
    with check (undone_at = now() and undone_by = (select access.viewer_account()));

-- Links to other schemes ----------------------------------------------------------------------------------------

create table marac.scheme (
    code text not null,
    words text not null,
    part text not null,
    source text not null,
    place integer not null,
    constraint scheme_is_identified primary key (code),
    constraint scheme_belongs_to_a_part foreign key (part) references access.part (code),
    constraint scheme_has_one_part unique (code, part)
);
comment on table marac.scheme is 'Other bodies that may know the same people.';
comment on column marac.scheme.code is 'Name in the code.';
comment on column marac.scheme.words is 'Name on pages.';
comment on column marac.scheme.part is 'The part of the record that opens a link to it.';
comment on column marac.scheme.source is 'Where it comes from.';
comment on column marac.scheme.place is 'Order on pages.';
insert into marac.scheme (code, words, part, source, place) values
    ('MAPPA', 'MAPPA (multi-agency public protection arrangements)', 'PERPETRATOR', 'MAPPA guidance [BG]', 10),
    ('MATAC', 'MATAC (multi-agency tasking about who causes most harm)', 'PERPETRATOR', '[S86] [S87]', 20),
    ('CHILD_PROTECTION', 'Child protection', 'CHILDREN', 'Working together to safeguard children [BG]', 30);

create table marac.scheme_grade (
    scheme text not null,
    code text not null,
    is_level boolean not null,
    words text not null,
    place integer not null,
    constraint scheme_grade_is_identified primary key (scheme, code),
    constraint scheme_grade_is_of_a_scheme foreign key (scheme) references marac.scheme (code)
);
comment on table marac.scheme_grade is 'Levels and categories of a scheme that has them.';
comment on column marac.scheme_grade.scheme is 'The scheme.';
comment on column marac.scheme_grade.code is 'Name in the code.';
comment on column marac.scheme_grade.is_level is 'A level; otherwise a category.';
comment on column marac.scheme_grade.words is 'Name on pages.';
comment on column marac.scheme_grade.place is 'Order on pages.';
insert into marac.scheme_grade (scheme, code, is_level, words, place) values
    ('MAPPA', 'LEVEL_1', true, 'Level 1: one agency manages', 10),
    ('MAPPA', 'LEVEL_2', true, 'Level 2: agencies meet about them', 20),
    ('MAPPA', 'LEVEL_3', true, 'Level 3: senior oversight', 30),
    ('MAPPA', 'CATEGORY_1', false, 'Category 1: on the register for sexual offences', 40),
    ('MAPPA', 'CATEGORY_2', false, 'Category 2: violent and other sexual offences', 50),
    ('MAPPA', 'CATEGORY_3', false, 'Category 3: others who are dangerous', 60),
    ('MAPPA', 'CATEGORY_4', false, 'Category 4: terrorism and related offences', 70),
    ('CHILD_PROTECTION', 'PLAN', false, 'Child protection plan', 80),
    ('CHILD_PROTECTION', 'CONFERENCE', false, 'Child protection conference called', 90),
    ('CHILD_PROTECTION', 'ENQUIRY', false, 'Enquiry (section 47)', 100);

create table marac.scheme_link (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    part text not null,
    scheme text not null,
    reference text not null,
    level text,
    category text,
    since_on date not null,
    until_on date,
    lead text not null,
    contact text not null,
    agency_id uuid not null,
    written_at timestamptz not null,
    written_by uuid not null,
    ended_on date,
    ended_because text not null default '',
    ended_at timestamptz,
    ended_by uuid,
    constraint scheme_link_is_identified primary key (id),
    constraint scheme_link_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint scheme_link_is_to_a_scheme foreign key (scheme, part) references marac.scheme (code, part),
    constraint scheme_link_level_is_known foreign key (scheme, level) references marac.scheme_grade (scheme, code),
    constraint scheme_link_category_is_known foreign key (scheme, category) references marac.scheme_grade (scheme, code),
    constraint scheme_link_ends_after_it_begins check (until_on >= since_on and ended_on >= since_on),
    constraint scheme_link_is_short check (length(reference) <= 120 and length(lead) <= 200 and length(contact) <= 200
        and length(ended_because) <= 2000),
    constraint scheme_link_has_a_lead check (lead <> ''),
    constraint scheme_link_is_ended_whole check ((ended_at is null) = (ended_by is null)
        and (ended_at is null) = (ended_on is null) and (ended_at is null) = (ended_because = '')),
    constraint scheme_link_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint scheme_link_is_by_an_account foreign key (written_by) references access.account (id),
    constraint scheme_link_is_ended_by_an_account foreign key (ended_by) references access.account (id)
);
create index scheme_link_of_referral on marac.scheme_link (record_id);
comment on table marac.scheme_link is 'That another body knows people of a referral, and whom to ask there. No fact of its file. Ended with a reason, never taken away.';
comment on column marac.scheme_link.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column marac.scheme_link.record_id is 'The referral.';
comment on column marac.scheme_link.kind is 'Always CASE, for the policy.';
comment on column marac.scheme_link.part is 'The part that opens it: that of its scheme.';
comment on column marac.scheme_link.scheme is 'Which body.';
comment on column marac.scheme_link.reference is 'The reference that the body gives it; never a name; may be empty.';
comment on column marac.scheme_link.level is 'At which level; null where the scheme has none or it is not known.';
comment on column marac.scheme_link.category is 'In which category; null where the scheme has none or it is not known.';
comment on column marac.scheme_link.since_on is 'From which day.';
comment on column marac.scheme_link.until_on is 'Until which day, as planned; null when it is not known.';
comment on column marac.scheme_link.lead is 'The agency that leads there.';
comment on column marac.scheme_link.contact is 'The post of whom to ask there; may be empty.';
comment on column marac.scheme_link.agency_id is 'The agency that wrote it down.';
comment on column marac.scheme_link.written_at is 'When.';
comment on column marac.scheme_link.written_by is 'By whom.';
comment on column marac.scheme_link.ended_on is 'The day on which it ended.';
comment on column marac.scheme_link.ended_because is 'Why it ended, or that it was written down in error.';
comment on column marac.scheme_link.ended_at is 'When that was written.';
comment on column marac.scheme_link.ended_by is 'Who wrote it.';

select access.guard_parts('marac.scheme_link', 'record_id', 'kind', 'part');
create policy scheme_is_linked on marac.scheme_link for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'REPRESENTATIVE', 'IDVA')
    and agency_id = (select access.viewer_agency()) and written_by = (select access.viewer_account())
    and written_at = now() and ended_at is null and access.may_see(record_id, part));
create policy scheme_link_is_ended on marac.scheme_link for update
    using (ended_at is null and access.may_see(record_id, part)
        and ((select access.viewer_role()) = 'COORDINATOR' or agency_id = (select access.viewer_agency())
            and (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA')))
    with check (ended_at = now() and ended_by = (select access.viewer_account()));

-- Settings and rights -------------------------------------------------------------------------------------------

insert into access.setting (name, since, value, reason) values
    ('marac_order_reminder_days', '2026-11-01', '28', 'Proposed [BG]: a hearing to renew an order takes weeks to get.'),
    ('marac_disclosure_days', '2026-11-01', '28', 'Statutory guidance of April 2023: 28 days overall [S91][S92][S93].'),
    ('marac_disclosure_check_days', '2026-11-01', '1', 'Proposed [BG]: initial checks within a day.'),
    ('marac_disclosure_meet_days', '2026-11-01', '5', 'Proposed [BG]: met in person within five working days.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_order_reminder_days', 'How long before a protective order ends it is brought to mind', 'days', 7, 90,
     'A week is too short to get it renewed; three months before, nobody acts on it.', 300),
    ('marac_disclosure_days', 'Within how many days a disclosure-scheme request is answered', 'days', 7, 35,
     'The guidance says 28 days; it said 35 before.', 310),
    ('marac_disclosure_check_days', 'Within how many days the first checks of a disclosure-scheme request are done', 'days', 0, 7,
     'Somebody may be in danger now.', 320),
    ('marac_disclosure_meet_days', 'Within how many working days the applicant of a disclosure-scheme request is met', 'working days', 1, 20,
     'Later than that leaves no time for a decision.', 330);

grant select on marac.order_type, marac.order_step, marac.disclosure_step_kind, marac.scheme, marac.scheme_grade
    to witan_application;
grant select, insert on marac.protective_order, marac.order_person, marac.order_term, marac.order_breach,
    marac.disclosure_request, marac.disclosure_step, marac.scheme_link to witan_application;
grant update (struck_at, struck_by, struck_because) on marac.order_breach to witan_application;
grant update (undone_at, undone_by) on marac.disclosure_step to witan_application;
grant update (ended_on, ended_because, ended_at, ended_by) on marac.scheme_link to witan_application;
revoke execute on function marac.order_begun_now, marac.find_breach, marac.handles_disclosures from public;
grant execute on function marac.order_begun_now, marac.find_breach, marac.handles_disclosures to witan_application;
