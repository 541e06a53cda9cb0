-- Referrals to the MARAC, what the coordinator decides about them, and repeats.
--
-- What a referral is: a record of kind CASE, registered with the rule under the referral's own id. It is about source
-- records of module people, so that a barrier on a person holds for every referral about that person.
-- What a case is: one victim and the same alleged perpetrator(s). It is no row: it is the referrals whose persons are the
-- same now, so that linking two records of one person, or undoing that, brings cases together or apart by itself, and
-- changes nothing about who sees what.
-- Why a draft is no record: until it is sent, it is its author's, and nobody learns of it. It is emptied when it is sent.
-- Why statements and no columns: a referral says something about twenty topics, each of which belongs to one part that is
-- opened alone; a topic that is added is a row. What was said is never changed; what puts it right is said beside it.
-- Why an incident is found by the owner: who gives an incident must not learn that its victim was referred before. Only
-- the coordinator reads what was found, where the rule gives them the referral.
-- Why repeats are told by one function: the date until which an incident makes a repeat decides whether somebody is heard.
-- Existing rows: none, this is the first version.

create table marac.ground (
    code text not null,
    words text not null,
    source text not null,
    place integer not null,
    constraint ground_is_identified primary key (code)
);
comment on table marac.ground is 'Grounds of a referral: any one is enough.';
comment on column marac.ground.code is 'Name in the code.';
comment on column marac.ground.words is 'Name on pages.';
comment on column marac.ground.source is 'Where it comes from.';
comment on column marac.ground.place is 'Order in lists.';
insert into marac.ground (code, words, source, place) values
    ('VISIBLE_HIGH_RISK', 'Visible high risk', 'SafeLives referral criteria, seen November 2026 [S15-S17]', 10),
    ('PROFESSIONAL_JUDGEMENT', 'Professional judgement', 'SafeLives referral criteria, seen November 2026 [S16][S17]', 20),
    ('ESCALATION', 'Potential escalation', 'SafeLives referral criteria, seen November 2026 [S15][S16][S18]', 30),
    ('REPEAT', 'Repeat', 'SafeLives definition of a repeat, seen November 2026 [S20][S21]', 40);

create table marac.topic (
    code text not null,
    part text not null,
    place integer not null,
    constraint topic_is_identified primary key (code),
    constraint topic_belongs_to_a_part foreign key (part) references access.part (code),
    constraint topic_has_one_part unique (code, part)
);
comment on table marac.topic is 'What a referral says something about.';
comment on column marac.topic.code is 'Name in the code; the words are the pages''.';
comment on column marac.topic.part is 'The part of the record that opens it.';
comment on column marac.topic.place is 'Order on pages.';
insert into marac.topic (code, part, place) values
    ('DANGER_NOW', 'RISK', 10), ('REFERRER', 'SUMMARY', 20), ('PRESENTER', 'SUMMARY', 30), ('WHAT_HAPPENED', 'RISK', 40),
    ('LAST_EVENT', 'RISK', 50), ('NOT_ASSESSED', 'RISK', 55), ('JUDGEMENT', 'RISK', 60), ('WANTS', 'VICTIM', 70), ('FEARS', 'VICTIM', 80),
    ('POLICE_CONTACT', 'VICTIM', 90), ('SAFE_TO_TALK_TO', 'VICTIM', 100), ('NOT_SAFE_TO_TALK_TO', 'VICTIM', 110),
    ('CONTACT', 'VICTIM', 115), ('AWARE', 'VICTIM', 120), ('CONSENT', 'VICTIM', 130), ('ETHNICITY', 'VICTIM', 140), ('MINORITISED', 'VICTIM', 145), ('DISABILITY', 'VICTIM', 150),
    ('LGBT', 'VICTIM', 160), ('IMMIGRATION', 'VICTIM', 170), ('TENURE', 'VICTIM', 180),
    ('OTHER_MARACS', 'VICTIM', 190), ('CHILDREN_CARE', 'CHILDREN', 200), ('PERPETRATOR_MORE', 'PERPETRATOR', 210);

create table marac.lawful_basis (
    code text not null,
    words text not null,
    source text not null,
    constraint lawful_basis_is_identified primary key (code)
);
comment on table marac.lawful_basis is 'Lawful bases of sharing without consent, of which whoever decides names one.';
comment on column marac.lawful_basis.code is 'Name in the code.';
comment on column marac.lawful_basis.words is 'Name on pages.';
comment on column marac.lawful_basis.source is 'Where it comes from.';
insert into marac.lawful_basis (code, words, source) values
    ('PUBLIC_TASK', 'Public task', 'UK GDPR Article 6(1)(e)'),
    ('LEGAL_OBLIGATION', 'Legal obligation', 'UK GDPR Article 6(1)(c)'),
    ('VITAL_INTERESTS', 'Vital interests', 'UK GDPR Article 6(1)(d)'),
    ('LEGITIMATE_INTERESTS', 'Legitimate interests', 'UK GDPR Article 6(1)(f)'),
    ('LAW_ENFORCEMENT', 'Law enforcement', 'Data Protection Act 2018 Part 3');

create table marac.triage_outcome (
    code text not null,
    words text not null,
    constraint triage_outcome_is_identified primary key (code)
);
comment on table marac.triage_outcome is 'What the coordinator can decide about a referral.';
comment on column marac.triage_outcome.code is 'Name in the code.';
comment on column marac.triage_outcome.words is 'Name on pages.';
insert into marac.triage_outcome (code, words) values
    ('ACCEPTED', 'Accepted'), ('EMERGENCY', 'Emergency meeting'), ('RETURNED', 'Returned with questions'),
    ('OTHER_AREA', 'Sent to another area'), ('CHILDRENS_ROUTE', 'Children''s safeguarding');

-- Before it is sent ---------------------------------------------------------------------------------------------

create table marac.draft (
    id uuid not null,
    account_id uuid not null,
    agency_id uuid not null,
    begun_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 0,
    answers jsonb not null default '{}',
    sent_at timestamptz,
    record_id uuid,
    constraint draft_is_identified primary key (id),
    constraint draft_is_of_an_account foreign key (account_id) references access.account (id),
    constraint draft_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint draft_became_a_record foreign key (record_id) references access.record (id),
    constraint draft_is_sent_whole check ((sent_at is null) = (record_id is null)),
    constraint draft_that_was_sent_is_empty check (sent_at is null or answers = '{}'),
    constraint draft_is_of_a_size check (pg_column_size(answers) < 2000000)
);
create index draft_of_account on marac.draft (account_id, changed_at);
comment on table marac.draft is 'A referral that somebody is writing: theirs alone, until it is sent.';
comment on column marac.draft.id is 'UUIDv7 made by the application.';
comment on column marac.draft.account_id is 'Who writes it.';
comment on column marac.draft.agency_id is 'For which agency.';
comment on column marac.draft.begun_at is 'Since when.';
comment on column marac.draft.changed_at is 'When something was last typed.';
comment on column marac.draft.version is 'Counts changes, for two tabs.';
comment on column marac.draft.answers is 'What was typed, by field: a list of texts each.';
comment on column marac.draft.sent_at is 'When it was sent.';
comment on column marac.draft.record_id is 'The referral that it became.';

-- What was referred ---------------------------------------------------------------------------------------------

create table marac.referral (
    id uuid not null,
    kind text not null default 'CASE',
    agency_id uuid not null,
    referred_by uuid not null,
    referred_at timestamptz not null,
    referred_on date not null,
    last_event_on date,
    written_in xid8 not null default pg_current_xact_id(),
    constraint referral_is_identified primary key (id),
    constraint referral_is_registered foreign key (id, kind) references access.record (id, kind),
    constraint referral_is_a_case check (kind = 'CASE'),
    constraint referral_stands_with_its_kind unique (id, kind),
    constraint referral_is_made_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint referral_is_made_by_an_account foreign key (referred_by) references access.account (id),
    constraint referral_is_not_of_the_future check (last_event_on <= referred_on)
);
create index referral_by_time on marac.referral (referred_at);
comment on table marac.referral is 'A referral to the MARAC. Insert-only.';
comment on column marac.referral.id is 'UUIDv7 made by the application; the record of the rule has the same.';
comment on column marac.referral.kind is 'Always CASE, for the policy.';
comment on column marac.referral.agency_id is 'The agency that refers.';
comment on column marac.referral.referred_by is 'Who refers.';
comment on column marac.referral.referred_at is 'When.';
comment on column marac.referral.referred_on is 'The day in England, from which the window of a repeat is counted.';
comment on column marac.referral.last_event_on is 'The day of the last abuse that it tells of; null when it is not known.';
comment on column marac.referral.written_in is 'The transaction that received it: only there are its parts written.';

create table marac.referred_person (
    record_id uuid not null,
    kind text not null default 'CASE',
    part text not null,
    person_id uuid not null,
    person_kind text not null default 'PERSON',
    place integer not null,
    in_household text not null default 'NOT_ASKED',
    school text not null default '',
    constraint referred_person_is_identified primary key (record_id, person_id),
    constraint referred_person_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint referred_person_is_a_source_record foreign key (person_id, person_kind, part)
        references people.source_record (id, kind, part),
    constraint referred_person_lives_somewhere foreign key (in_household) references people.answer (code),
    constraint referred_person_school_is_short check (length(school) <= 200)
);
create index referral_of_person on marac.referred_person (person_id);
comment on table marac.referred_person is 'Persons whom a referral is about: victim, alleged perpetrators, children and others.';
comment on column marac.referred_person.record_id is 'The referral.';
comment on column marac.referred_person.kind is 'Always CASE, for the policy.';
comment on column marac.referred_person.part is 'The part that opens this row: that of the person, and of the referral.';
comment on column marac.referred_person.person_id is 'The source record of the person.';
comment on column marac.referred_person.person_kind is 'Always PERSON, for the foreign key and the policy.';
comment on column marac.referred_person.place is 'Order in the referral.';
comment on column marac.referred_person.in_household is 'Whether a child lives in the household of the victim.';
comment on column marac.referred_person.school is 'School or nursery of a child; empty when not given.';

create table marac.statement (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    part text not null,
    topic text not null,
    answer text,
    words text not null,
    constraint statement_is_identified primary key (id),
    constraint statement_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint statement_is_about_a_topic foreign key (topic, part) references marac.topic (code, part),
    constraint statement_answer_is_known foreign key (answer) references people.answer (code),
    constraint statement_says_something check ((words <> '' or answer is not null) and length(words) <= 100000)
);
create index statement_of_referral on marac.statement (record_id);
comment on table marac.statement is 'What a referral says about one topic, in words, by an answer, or both.';
comment on column marac.statement.id is 'UUIDv7 made by the application.';
comment on column marac.statement.record_id is 'The referral.';
comment on column marac.statement.kind is 'Always CASE, for the policy.';
comment on column marac.statement.part is 'The part that opens this row.';
comment on column marac.statement.topic is 'What it is about.';
comment on column marac.statement.answer is 'Where the question takes yes, no, declined, not known or not asked.';
comment on column marac.statement.words is 'As typed; may be empty beside an answer.';

create table marac.claimed_ground (
    record_id uuid not null,
    kind text not null default 'CASE',
    ground text not null,
    constraint claimed_ground_is_identified primary key (record_id, ground),
    constraint claimed_ground_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint claimed_ground_is_known foreign key (ground) references marac.ground (code)
);
comment on table marac.claimed_ground is 'Grounds on which somebody refers.';
comment on column marac.claimed_ground.record_id is 'The referral.';
comment on column marac.claimed_ground.kind is 'Always CASE, for the policy.';
comment on column marac.claimed_ground.ground is 'The ground.';

create table marac.sharing_decision (
    record_id uuid not null,
    kind text not null default 'CASE',
    purpose text not null,
    basis text not null,
    necessity text not null,
    proportionality text not null,
    decided_by text not null,
    constraint sharing_decision_is_identified primary key (record_id),
    constraint sharing_decision_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint sharing_decision_names_a_basis foreign key (basis) references marac.lawful_basis (code),
    constraint sharing_decision_is_whole check (purpose <> '' and necessity <> '' and proportionality <> ''
        and decided_by <> '' and length(purpose) <= 5000 and length(necessity) <= 5000
        and length(proportionality) <= 5000 and length(decided_by) <= 200)
);
comment on table marac.sharing_decision is 'Why what a victim did not consent to is shared.';
comment on column marac.sharing_decision.record_id is 'The referral.';
comment on column marac.sharing_decision.kind is 'Always CASE, for the policy.';
comment on column marac.sharing_decision.purpose is 'What for.';
comment on column marac.sharing_decision.basis is 'On which lawful basis.';
comment on column marac.sharing_decision.necessity is 'Why it is necessary.';
comment on column marac.sharing_decision.proportionality is 'Why it is proportionate.';
comment on column marac.sharing_decision.decided_by is 'Who decided it, by name and post.';

-- What the coordinator decides ----------------------------------------------------------------------------------

create table marac.triage (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    outcome text not null,
    ground text,
    reason text not null,
    decided_at timestamptz not null,
    decided_by uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    constraint triage_is_identified primary key (id),
    constraint triage_stays_with_its_referral unique (id, record_id),
    constraint triage_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint triage_outcome_is_known foreign key (outcome) references marac.triage_outcome (code),
    constraint triage_ground_is_known foreign key (ground) references marac.ground (code),
    constraint triage_is_made_by_an_account foreign key (decided_by) references access.account (id),
    constraint triage_is_undone_by_an_account foreign key (undone_by) references access.account (id),
    constraint triage_accepts_on_a_ground check ((outcome in ('ACCEPTED', 'EMERGENCY')) = (ground is not null)),
    constraint triage_gives_a_reason check (outcome in ('ACCEPTED', 'EMERGENCY') or reason <> ''),
    constraint triage_is_short check (length(reason) <= 5000),
    constraint triage_is_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create unique index triage_stands_alone on marac.triage (record_id) where undone_at is null;
comment on table marac.triage is 'What the coordinator decided about a referral. Undone by a time, never taken away.';
comment on column marac.triage.id is 'UUIDv7 made by the application.';
comment on column marac.triage.record_id is 'The referral.';
comment on column marac.triage.kind is 'Always CASE, for the policy.';
comment on column marac.triage.outcome is 'What was decided.';
comment on column marac.triage.ground is 'On which ground it was accepted.';
comment on column marac.triage.reason is 'Why, in words; what is asked of the referrer.';
comment on column marac.triage.decided_at is 'When.';
comment on column marac.triage.decided_by is 'Who decided.';
comment on column marac.triage.undone_at is 'When it was undone.';
comment on column marac.triage.undone_by is 'Who undid it.';

create table marac.repetition (
    triage_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    earlier_id uuid not null,
    why text not null,
    constraint repetition_is_identified primary key (triage_id),
    constraint repetition_is_told_by_a_decision foreign key (triage_id, record_id) references marac.triage (id, record_id),
    constraint repetition_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint repetition_repeats_a_referral foreign key (earlier_id, kind) references marac.referral (id, kind),
    constraint repetition_repeats_another check (earlier_id <> record_id),
    constraint repetition_has_a_why check (why <> '' and length(why) <= 1000)
);
create index repetition_of_earlier on marac.repetition (earlier_id);
comment on table marac.repetition is 'That a decision was made about a repeat, and why it was one on that day. There only for whoever may see both referrals.';
comment on column marac.repetition.triage_id is 'The decision.';
comment on column marac.repetition.record_id is 'The referral.';
comment on column marac.repetition.kind is 'Always CASE, for the policy.';
comment on column marac.repetition.earlier_id is 'The referral that it repeats.';
comment on column marac.repetition.why is 'As it was told on that day: both dates, the window, and who is the same.';

create table marac.incident (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    concern_id uuid not null,
    happened_on date not null,
    found_at timestamptz not null,
    settled_at timestamptz,
    settled_by uuid,
    settlement text,
    reason text not null default '',
    constraint incident_is_identified primary key (id),
    constraint incident_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint incident_is_a_concern foreign key (concern_id) references people.concern (id),
    constraint incident_is_found_once unique (record_id, concern_id),
    constraint incident_is_settled_by_an_account foreign key (settled_by) references access.account (id),
    constraint incident_settlement_is_known check (settlement in ('REFERRED', 'NO_ABUSE', 'OTHER_PERSONS')),
    constraint incident_is_settled_whole check ((settled_at is null) = (settled_by is null)
        and (settled_at is null) = (settlement is null)),
    constraint incident_is_set_aside_for_a_reason check (settlement is null or settlement = 'REFERRED' or reason <> ''),
    constraint incident_reason_is_short check (length(reason) <= 5000)
);
create index incident_waits on marac.incident (found_at) where settled_at is null;
comment on table marac.incident is 'Something that happened, from any source, between the persons of a referral, inside the window of a repeat.';
comment on column marac.incident.id is 'Made by the database: it is found by no request of anybody.';
comment on column marac.incident.record_id is 'The latest referral of these persons.';
comment on column marac.incident.kind is 'Always CASE, for the policy.';
comment on column marac.incident.concern_id is 'What happened, in module people.';
comment on column marac.incident.happened_on is 'When it happened.';
comment on column marac.incident.found_at is 'When it was found.';
comment on column marac.incident.settled_at is 'When the coordinator dealt with it.';
comment on column marac.incident.settled_by is 'Who dealt with it.';
comment on column marac.incident.settlement is 'What they decided: it was referred, it is no abuse, or it is of other persons.';
comment on column marac.incident.reason is 'Why, when it is set aside.';

-- The window of a repeat ----------------------------------------------------------------------------------------

insert into access.setting (name, since, value, reason) values
    ('marac_repeat_months', '2026-11-01', '12', 'SafeLives: any abuse within 12 months of the last referral [S20][S21].'),
    ('marac_triage_days', '2026-11-01', '1', 'Proposed: a referral is read within one working day.'),
    ('marac_draft_days', '2026-11-01', '30', 'Proposed: a draft that nobody touched for a month is no longer needed.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_repeat_months', 'How long after a referral further abuse makes a repeat', 'months', 6, 24,
     'Less misses repeats of a national definition; more makes every case one.', 210),
    ('marac_triage_days', 'Within how many working days a referral is read', 'working days', 0, 5,
     'Whoever is referred may be hurt tonight.', 240),
    ('marac_draft_days', 'After how many days a draft that nobody touched is taken away', 'days', 7, 90,
     'It holds names and addresses, and nobody but its author knows of it.', 250);

create function marac.repeat_until(record uuid) returns date
    language sql stable as $$
    select (r.referred_on + make_interval(months => access.setting_number('marac_repeat_months')))::date
    from marac.referral r where r.id = repeat_until.record
$$;
comment on function marac.repeat_until is 'The last day on which further abuse makes a repeat of a referral, that day included: so many months after the anchor, by the same day of the month or the last one.';

create function marac.latest_of_same(victim uuid, perpetrators uuid[], happened_on date) returns uuid
    language sql stable security definer set search_path = marac, pg_temp as $$
    with victims as (select people.persons_alike(latest_of_same.victim) as id),
        harmers as (select people.persons_alike(p) as id from unnest(latest_of_same.perpetrators) as p)
    select r.id
    from marac.referred_person v
    join marac.referral r on r.id = v.record_id
    where v.part = 'VICTIM' and v.person_id in (select id from victims)
      and r.referred_on <= latest_of_same.happened_on
      and (cardinality(latest_of_same.perpetrators) = 0
           or not exists (select from marac.referred_person p where p.record_id = r.id and p.part = 'PERPETRATOR')
           or exists (select from marac.referred_person p
                      where p.record_id = r.id and p.part = 'PERPETRATOR' and p.person_id in (select id from harmers)))
    order by r.referred_at desc, r.id desc limit 1
$$;
comment on function marac.latest_of_same is 'The latest referral up to a day of this victim with one of these alleged perpetrators, or with nobody named in one of the two, whoever may see it. For functions of the owner.';

create function marac.find_incident(concern uuid) returns void
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    c people.concern;
    earlier uuid;
begin
    select * into c from people.concern x where x.id = find_incident.concern;
    if not found or c.source = 'REFERRAL' or not people.concern_holds(c.id) then
        return;
    end if;
    earlier := marac.latest_of_same(c.record_id,
        array(select p.record_id from people.concern_person p where p.concern_id = c.id and p.part = 'PERPETRATOR'),
        c.happened_on);
    if earlier is null or c.happened_on > marac.repeat_until(earlier) then
        return;
    end if;
    insert into marac.incident (id, record_id, concern_id, happened_on, found_at)
    values (gen_random_uuid(), earlier, c.id, c.happened_on, now())
    on conflict on constraint incident_is_found_once do nothing;
end $$;
comment on function marac.find_incident is 'Looks whether a concern is further abuse between the persons of a referral, and keeps it for the coordinator. Tells whoever asks nothing.';

-- Rights --------------------------------------------------------------------------------------------------------

create function marac.referred_now(record uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.referral r
                   where r.id = referred_now.record and r.written_in = pg_current_xact_id_if_assigned())
$$;
comment on function marac.referred_now is 'Whether a referral was received in this transaction.';

create function marac.open_to(record uuid, agency uuid) returns void
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    insert into access.party (record_id, agency_id, from_at)
    select x.id, open_to.agency, now()
    from (select open_to.record as id
          union all
          select p.person_id from marac.referred_person p where p.record_id = open_to.record) x
    where not exists (select from access.party y
                      where y.record_id = x.id and y.agency_id = open_to.agency
                        and (y.until_at is null or y.until_at > now()));
end $$;
comment on function marac.open_to is 'An agency takes part in a referral and in what it says of each person. For functions of the owner.';

create function marac.tell_idva(record uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    told integer := 0;
    agency uuid;
begin
    if not marac.referred_now(tell_idva.record) then
        raise exception 'not received in this transaction' using errcode = 'WI006';
    end if;
    for agency in select distinct m.agency_id from access.in_force m where m.role = 'IDVA' loop
        perform marac.open_to(tell_idva.record, agency);
        told := told + 1;
    end loop;
    return told;
end $$;
comment on function marac.tell_idva is 'Opens a referral that was received in this transaction to the agencies that have an IDVA, so that they are told at once; returns how many.';

select access.guard('marac.referral', 'id', '''CASE''', 'SUMMARY');
select access.guard_parts('marac.statement', 'record_id', 'kind', 'part');
select access.guard('marac.claimed_ground', 'record_id', '''CASE''', 'RISK');
select access.guard('marac.sharing_decision', 'record_id', '''CASE''', 'VICTIM');
select access.guard('marac.triage', 'record_id', '''CASE''', 'RISK');
alter table marac.draft enable row level security;
alter table marac.incident enable row level security;
alter table marac.repetition enable row level security;
alter table marac.referred_person enable row level security;

do $$
begin
    execute 'create policy seen_by_the_rule on marac.repetition for select using (('
        || access.rule_for('''CASE''', '''SUMMARY''', 'marac.repetition.record_id') || ') and ('
        || access.rule_for('''CASE''', '''SUMMARY''', 'marac.repetition.earlier_id') || '))';
    -- Who may see the referral and not the person does not learn that there is one.
    execute 'create policy seen_by_the_rule on marac.referred_person for select using (('
        || access.rule_for('referred_person.kind', 'referred_person.part', 'marac.referred_person.record_id') || ') and ('
        || access.rule_for('referred_person.person_kind', '''SUMMARY''', 'marac.referred_person.person_id') || '))';
    execute 'create policy incident_is_read on marac.incident for select using ('
        || '(select access.viewer_role()) = ''COORDINATOR'' and '
        || access.rule_for('''CASE''', '''RISK''', 'marac.incident.record_id') || ')';
end $$;
create policy incident_is_settled on marac.incident for update
    using ((select access.viewer_role()) = 'COORDINATOR' and settled_at is null and access.may_see(record_id, 'RISK'))
    with check (settled_at = now() and settled_by = (select access.viewer_account()));

create policy draft_is_its_authors on marac.draft for all
    using (account_id = (select access.viewer_account()) and agency_id = (select access.viewer_agency()))
    with check (account_id = (select access.viewer_account()) and agency_id = (select access.viewer_agency()));

create policy referral_is_made on marac.referral for insert with check (
    agency_id = (select access.viewer_agency()) and referred_by = (select access.viewer_account())
    and referred_at = now() and written_in = pg_current_xact_id() and people.registered_now(id));
create policy person_is_referred on marac.referred_person for insert with check (
    marac.referred_now(record_id) and people.given_now(person_id));
create policy statement_is_made on marac.statement for insert with check (marac.referred_now(record_id));
create policy ground_is_claimed on marac.claimed_ground for insert with check (marac.referred_now(record_id));
create policy sharing_is_decided on marac.sharing_decision for insert with check (marac.referred_now(record_id));

create policy triage_is_decided on marac.triage for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'RISK')
    and decided_at = now() and decided_by = (select access.viewer_account()) and undone_at is null);
create policy repetition_is_told on marac.repetition for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'RISK')
    and access.may_see(earlier_id, 'SUMMARY'));
create policy triage_is_undone on marac.triage for update
    using ((select access.viewer_role()) = 'COORDINATOR' and undone_at is null and access.may_see(record_id, 'RISK'))
    with check (undone_at = now() and undone_by = (select access.viewer_account()));

grant usage on schema marac to witan_application;
grant select on marac.ground, marac.topic, marac.lawful_basis, marac.triage_outcome to witan_application;
grant select, insert, update, delete on marac.draft to witan_application;
grant select, insert on marac.referral, marac.referred_person, marac.statement, marac.claimed_ground,
    marac.sharing_decision, marac.triage, marac.repetition to witan_application;
grant update (undone_at, undone_by) on marac.triage to witan_application;
grant select on marac.incident to witan_application;
grant update (settled_at, settled_by, settlement, reason) on marac.incident to witan_application;
revoke execute on all functions in schema marac from public;
grant execute on function marac.repeat_until, marac.find_incident, marac.referred_now, marac.tell_idva
    to witan_application;
