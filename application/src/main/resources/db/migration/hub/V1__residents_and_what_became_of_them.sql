-- The Multi-Agency Vulnerability Hub: who was referred and why, what agencies answered, who leads, how independent the
-- person became, and why the case ended.
--
-- Why the resident stands here and not only in module people: the rule opens a hub case by other parts than a person. An
-- agency of the hub reads who it is, and neither the address nor the children (V3 of module access). What was referred is
-- kept here in those parts; module people gets the same as source records, so that it is matched without telling anybody
-- of the hub whether the person is known elsewhere. The case is about that record, so a barrier on the person holds here.
-- Why needs are rows with a version: the twelve concerns are those of one hub [S150], and a list that changes must not
-- change what was measured.
-- Why a case is assigned to each hub coordinator: actions lie within it, and open to them by that alone (V29 of module
-- access). A trigger gives all cases to somebody who becomes one.
-- Why domestic abuse closes a case to agencies that are not of the MARAC: "victims of domestic abuse are also discussed if
-- required" [S1], and then with the visibility of the MARAC. Such an agency learns that the case is discussed elsewhere, and
-- nothing of it. What was once stepped up to the MARAC stays so after it was stepped down.
-- Why facts are added and never changed: an outcome review asks when and why; how a case stands is written on it by triggers.
-- Existing rows: none, this is the first version.

create table hub.need (
    version integer not null,
    code text not null,
    words text not null,
    source text not null,
    place integer not null,
    constraint need_is_identified primary key (version, code)
);
comment on table hub.need is 'What somebody may need help with, by version of the list. A new list is a new version; rows are never changed.';
comment on column hub.need.version is 'The version of the list.';
comment on column hub.need.code is 'Name in the code.';
comment on column hub.need.words is 'Name on pages.';
comment on column hub.need.source is 'Where it comes from.';
comment on column hub.need.place is 'Order in lists.';
insert into hub.need (version, code, words, source, place)
select 1, code, words, 'Stockport MAARS, twelve concerns [S150]', place
from (values
    ('ANTISOCIAL_BEHAVIOUR', 'Anti-social behaviour', 10), ('DOMESTIC_ABUSE', 'Domestic abuse', 20),
    ('HOUSING', 'Housing', 30), ('MENTAL_HEALTH', 'Mental health', 40), ('OFFENDING', 'Offending', 50),
    ('PHYSICAL_HEALTH', 'Physical health', 60), ('CRIMINAL_EXPLOITATION', 'Criminal exploitation', 70),
    ('SEXUAL_EXPLOITATION', 'Sexual exploitation', 80), ('SELF_HARM', 'Self-harm', 90),
    ('SELF_NEGLECT', 'Self-neglect', 100), ('SUBSTANCE_MISUSE', 'Substance misuse', 110),
    ('VULNERABLE_ADULT', 'Vulnerable adult: care and support needs', 120)) as given (code, words, place);

create table hub.reason (
    code text not null,
    step text not null,
    words text not null,
    source text not null,
    place integer not null,
    constraint reason_is_identified primary key (code),
    constraint reason_step_is_known check (step in ('NOT_ADDED', 'REMOVED'))
);
comment on table hub.reason is 'Why a referral is not added, and why a case is removed.';
comment on column hub.reason.code is 'Name in the code.';
comment on column hub.reason.step is 'NOT_ADDED or REMOVED.';
comment on column hub.reason.words is 'Name on pages.';
comment on column hub.reason.source is 'Where it comes from.';
comment on column hub.reason.place is 'Order in lists.';
insert into hub.reason (code, step, words, source, place) values
    ('ONE_AGENCY', 'NOT_ADDED', 'One agency alone can help', 'proposed', 10),
    ('ALREADY_HERE', 'NOT_ADDED', 'There is a hub case about this person already', 'proposed', 20),
    ('FOR_MARAC', 'NOT_ADDED', 'It is for the MARAC', 'proposed, after the plan page [S1]', 30),
    ('FOR_SAFEGUARDING', 'NOT_ADDED', 'It is for adult safeguarding', 'proposed', 40),
    ('OTHER_AREA', 'NOT_ADDED', 'The person lives in another area', 'proposed', 50),
    ('TOO_LITTLE', 'NOT_ADDED', 'It says too little, and the agency was asked', 'proposed', 60),
    ('SINGLE_AGENCY', 'REMOVED', 'Stepped down to a single agency', 'proposed hub outcome (domain notes 5.1)', 10),
    ('NEEDS_MET', 'REMOVED', 'Needs met', 'proposed hub outcome (domain notes 5.1)', 20),
    ('TO_MARAC', 'REMOVED', 'Moved to the MARAC', 'proposed hub outcome (domain notes 5.1)', 30),
    ('TO_SAFEGUARDING', 'REMOVED', 'Moved to adult safeguarding', 'proposed hub outcome (domain notes 5.1)', 40),
    ('TO_MAPPA', 'REMOVED', 'Moved to MAPPA', 'proposed hub outcome (domain notes 5.1)', 50),
    ('DISENGAGED', 'REMOVED', 'The person no longer wants to take part', 'proposed hub outcome (domain notes 5.1)', 60),
    ('MOVED_AWAY', 'REMOVED', 'Moved away', 'proposed hub outcome (domain notes 5.1)', 70),
    ('DIED', 'REMOVED', 'Died', 'proposed hub outcome (domain notes 5.1)', 80);

create table hub.referral (
    id uuid not null,
    kind text not null default 'HUB_CASE',
    agency_id uuid not null,
    referred_by uuid not null,
    referred_at timestamptz not null,
    referred_on date not null,
    urgent boolean not null,
    need_version integer not null,
    state text not null default 'WAITS',
    state_since timestamptz not null,
    version integer not null default 0,
    changed_what text not null default '',
    changed_at timestamptz not null,
    changed_by uuid not null,
    written_in xid8 not null default pg_current_xact_id(),
    constraint referral_is_identified primary key (id),
    constraint referral_is_a_record foreign key (id) references access.record (id),
    constraint referral_is_a_hub_case check (kind = 'HUB_CASE'),
    constraint referral_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint referral_is_by_an_account foreign key (referred_by) references access.account (id),
    constraint referral_is_changed_by_an_account foreign key (changed_by) references access.account (id),
    constraint referral_state_is_known check (state in ('WAITS', 'OPEN', 'NOT_ADDED', 'REMOVED'))
);
create index referral_by_state on hub.referral (state, referred_at);
comment on table hub.referral is 'A resident who was referred to the hub; the case, from then on. How it stands is kept by triggers.';
comment on column hub.referral.id is 'The record of the rule; made with the form, so that sending it twice refers once.';
comment on column hub.referral.kind is 'Always HUB_CASE.';
comment on column hub.referral.agency_id is 'Who referred.';
comment on column hub.referral.referred_by is 'Who did it there.';
comment on column hub.referral.referred_at is 'When.';
comment on column hub.referral.referred_on is 'On which day, in England.';
comment on column hub.referral.urgent is 'Whether it cannot wait for the meeting that its day belongs to.';
comment on column hub.referral.need_version is 'The version of the list of needs.';
comment on column hub.referral.state is 'WAITS for the coordinator; OPEN; NOT_ADDED; REMOVED.';
comment on column hub.referral.state_since is 'Since when.';
comment on column hub.referral.version is 'Counts changes, so that a stale page is noticed.';
comment on column hub.referral.changed_what is 'What was changed last, by the code of its words; empty when nothing was.';
comment on column hub.referral.changed_at is 'When.';
comment on column hub.referral.changed_by is 'By whom.';
comment on column hub.referral.written_in is 'The transaction that received it, for policies.';

create table hub.resident (
    record_id uuid not null,
    given_name text not null,
    family_name text not null,
    born_on date not null,
    contact text not null,
    digest text not null,
    constraint resident_is_identified primary key (record_id),
    constraint resident_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint resident_has_a_name check (given_name || family_name <> '' and length(given_name) <= 100 and length(family_name) <= 100),
    constraint resident_contact_is_short check (length(contact) <= 500)
);
comment on table hub.resident is 'Who was referred, as the referral says. An adult: a child is for the children''s services.';
comment on column hub.resident.record_id is 'The case.';
comment on column hub.resident.given_name is 'Given name.';
comment on column hub.resident.family_name is 'Family name.';
comment on column hub.resident.born_on is 'Date of birth.';
comment on column hub.resident.contact is 'How to reach them safely; may be empty.';
comment on column hub.resident.digest is 'SHA-256 of what was sent, so that something else sent under the same id is noticed.';

create table hub.home (
    record_id uuid not null,
    lines text not null,
    postcode text not null,
    constraint home_is_identified primary key (record_id),
    constraint home_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint home_is_short check (length(lines) <= 300 and length(postcode) <= 10)
);
comment on table hub.home is 'Where the resident lives.';
comment on column hub.home.record_id is 'The case.';
comment on column hub.home.lines is 'House and street; may be empty for somebody without a home.';
comment on column hub.home.postcode is 'Postcode; may be empty.';

create table hub.child (
    record_id uuid not null,
    place integer not null,
    name text not null,
    born text not null,
    constraint child_is_identified primary key (record_id, place),
    constraint child_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint child_has_a_name check (name <> '' and length(name) <= 150 and length(born) <= 40)
);
comment on table hub.child is 'A child at the address of the resident.';
comment on column hub.child.record_id is 'The case.';
comment on column hub.child.place is 'Order as given.';
comment on column hub.child.name is 'Name as given.';
comment on column hub.child.born is 'Date of birth or age as given; may be empty.';

create table hub.story (
    record_id uuid not null,
    concerns text not null,
    tried text not null,
    urgent_because text not null,
    constraint story_is_identified primary key (record_id),
    constraint story_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint story_is_short check (length(concerns) <= 10000 and length(tried) <= 10000 and length(urgent_because) <= 2000)
);
comment on table hub.story is 'What worries the agency that referred, and what was tried.';
comment on column hub.story.record_id is 'The case.';
comment on column hub.story.concerns is 'What worries it.';
comment on column hub.story.tried is 'What was tried already.';
comment on column hub.story.urgent_because is 'Why it cannot wait; empty when it can.';

create table hub.consent (
    record_id uuid not null,
    given boolean not null,
    words text not null,
    constraint consent_is_identified primary key (record_id),
    constraint consent_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint consent_is_short check (length(words) <= 2000),
    constraint consent_or_a_reason check (given or words <> '')
);
comment on table hub.consent is 'Whether the resident agreed to be discussed, or why it is done without. Consent is preferred and not required [S52][S53].';
comment on column hub.consent.record_id is 'The case.';
comment on column hub.consent.given is 'Whether they agreed.';
comment on column hub.consent.words is 'Why it goes on without: what is needed for whom, and why it is no more than that; empty with consent.';

create table hub.need_of_case (
    record_id uuid not null,
    version integer not null,
    code text not null,
    constraint need_of_case_is_identified primary key (record_id, version, code),
    constraint need_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint need_of_case_is_known foreign key (version, code) references hub.need (version, code)
);
comment on table hub.need_of_case is 'What a resident needs help with.';
comment on column hub.need_of_case.record_id is 'The case.';
comment on column hub.need_of_case.version is 'The version of the list.';
comment on column hub.need_of_case.code is 'The need.';

create table hub.decision (
    id uuid not null,
    record_id uuid not null,
    step text not null,
    reason text,
    words text not null,
    urgent boolean not null default false,
    meeting_id uuid,
    at timestamptz not null,
    by uuid not null,
    constraint decision_is_identified primary key (id),
    constraint decision_about_a_referral foreign key (record_id) references hub.referral (id),
    constraint decision_step_is_known check (step in ('ADDED', 'NOT_ADDED', 'REMOVED')),
    constraint decision_reason_is_known foreign key (reason) references hub.reason (code),
    constraint decision_has_its_reason check ((step = 'ADDED') = (reason is null)),
    constraint decision_names_its_meeting check ((step = 'ADDED') = (meeting_id is not null)),
    constraint decision_at_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint decision_has_words check (words <> '' and length(words) <= 2000),
    constraint decision_is_by_an_account foreign key (by) references access.account (id)
);
create index decision_of_case on hub.decision (record_id, at);
comment on table hub.decision is 'That a case was added to the agenda of a meeting, not added, or removed, and why. Added, never changed.';
comment on column hub.decision.id is 'UUIDv7 made with the form.';
comment on column hub.decision.record_id is 'The case.';
comment on column hub.decision.step is 'ADDED, NOT_ADDED or REMOVED.';
comment on column hub.decision.reason is 'The code of the reason; null for what is added, whose reason is in words.';
comment on column hub.decision.words is 'Why, in words.';
comment on column hub.decision.urgent is 'Whether it was added after the cut-off.';
comment on column hub.decision.meeting_id is 'The meeting to whose agenda it was added; null otherwise.';
comment on column hub.decision.at is 'When.';
comment on column hub.decision.by is 'By whom.';

create table hub.lead (
    id uuid not null,
    record_id uuid not null,
    agency_id uuid not null,
    since_at timestamptz not null,
    set_by uuid not null,
    constraint lead_is_identified primary key (id),
    constraint lead_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint lead_is_an_agency foreign key (agency_id) references access.agency (id),
    constraint lead_is_set_by_an_account foreign key (set_by) references access.account (id)
);
create index lead_of_case on hub.lead (record_id, since_at);
comment on table hub.lead is 'Which agency leads a case, since when. The newest counts.';
comment on column hub.lead.id is 'UUIDv7 made with the form.';
comment on column hub.lead.record_id is 'The case.';
comment on column hub.lead.agency_id is 'The agency.';
comment on column hub.lead.since_at is 'Since when.';
comment on column hub.lead.set_by is 'Who named it.';

create table hub.request (
    id uuid not null,
    record_id uuid not null,
    agency_id uuid not null,
    purpose text not null,
    due_on date not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    constraint request_is_identified primary key (id),
    constraint request_about_a_referral foreign key (record_id) references hub.referral (id),
    constraint request_is_made_once unique (record_id, agency_id),
    constraint request_to_an_agency foreign key (agency_id) references access.agency (id),
    constraint request_has_a_purpose check (purpose <> '' and length(purpose) <= 500),
    constraint request_by_an_account foreign key (asked_by) references access.account (id)
);
create index request_to_agency on hub.request (agency_id, due_on);
comment on table hub.request is 'That an agency was asked whether it knows the resident and is open to them, for a purpose that was stated.';
comment on column hub.request.id is 'UUIDv7 made by the application.';
comment on column hub.request.record_id is 'The case.';
comment on column hub.request.agency_id is 'Whom.';
comment on column hub.request.purpose is 'Why the agency is asked, as it reads it.';
comment on column hub.request.due_on is 'By when.';
comment on column hub.request.asked_at is 'When it was asked.';
comment on column hub.request.asked_by is 'By whom.';

create table hub.answer (
    id uuid not null,
    request_id uuid not null,
    record_id uuid not null,
    agency_id uuid not null,
    known text not null,
    words text not null,
    answered_at timestamptz not null,
    answered_by uuid not null,
    constraint answer_is_identified primary key (id),
    constraint answer_to_a_request foreign key (request_id) references hub.request (id),
    constraint answer_about_a_referral foreign key (record_id) references hub.referral (id),
    constraint answer_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint answer_is_known check (known in ('NOT_KNOWN', 'KNOWN', 'OPEN')),
    constraint answer_is_short check (length(words) <= 5000),
    constraint answer_by_an_account foreign key (answered_by) references access.account (id)
);
create index answer_to_request on hub.answer (request_id, answered_at);
comment on table hub.answer is 'What an agency answered. The newest counts; earlier ones stay.';
comment on column hub.answer.id is 'UUIDv7 made with the form.';
comment on column hub.answer.request_id is 'What it answers.';
comment on column hub.answer.record_id is 'The case.';
comment on column hub.answer.agency_id is 'Who answers.';
comment on column hub.answer.known is 'NOT_KNOWN; KNOWN and not open; OPEN: the agency works with the person now.';
comment on column hub.answer.words is 'What the hub needs to know of it; may be empty when not known.';
comment on column hub.answer.answered_at is 'When.';
comment on column hub.answer.answered_by is 'By whom.';

create table hub.review_day (
    id uuid not null,
    record_id uuid not null,
    due_on date not null,
    set_at timestamptz not null,
    set_by uuid not null,
    constraint review_day_is_identified primary key (id),
    constraint review_day_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint review_day_is_set_by_an_account foreign key (set_by) references access.account (id)
);
create index review_day_of_case on hub.review_day (record_id, set_at);
comment on table hub.review_day is 'When a case is reviewed next. The newest counts.';
comment on column hub.review_day.id is 'UUIDv7 made with the form.';
comment on column hub.review_day.record_id is 'The case.';
comment on column hub.review_day.due_on is 'By when.';
comment on column hub.review_day.set_at is 'When that was said.';
comment on column hub.review_day.set_by is 'By whom.';

create table hub.measurement (
    id uuid not null,
    record_id uuid not null,
    occasion text not null,
    with_person boolean not null,
    taken_on date not null,
    words text not null,
    agency_id uuid not null,
    taken_at timestamptz not null,
    taken_by uuid not null,
    constraint measurement_is_identified primary key (id),
    constraint measurement_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint measurement_occasion_is_known check (occasion in ('START', 'REVIEW', 'END')),
    constraint measurement_is_short check (length(words) <= 5000),
    constraint measurement_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint measurement_by_an_account foreign key (taken_by) references access.account (id)
);
create unique index measurement_starts_once on hub.measurement (record_id) where occasion = 'START';
create index measurement_of_case on hub.measurement (record_id, taken_on, taken_at);
comment on table hub.measurement is 'That independence was measured: at the start, at a review or at the end. Added, never changed.';
comment on column hub.measurement.id is 'UUIDv7 made with the form.';
comment on column hub.measurement.record_id is 'The case.';
comment on column hub.measurement.occasion is 'START, REVIEW or END.';
comment on column hub.measurement.with_person is 'Whether the person gave the numbers; otherwise they are what workers think.';
comment on column hub.measurement.taken_on is 'On which day.';
comment on column hub.measurement.words is 'What stands behind the numbers; may be empty.';
comment on column hub.measurement.agency_id is 'For which agency.';
comment on column hub.measurement.taken_at is 'When it was written down.';
comment on column hub.measurement.taken_by is 'By whom.';

create table hub.measured (
    measurement_id uuid not null,
    record_id uuid not null,
    version integer not null,
    code text not null,
    value integer not null,
    constraint measured_is_identified primary key (measurement_id, version, code),
    constraint measured_in_a_measurement foreign key (measurement_id) references hub.measurement (id),
    constraint measured_is_a_need_of_the_case foreign key (record_id, version, code) references hub.need_of_case (record_id, version, code),
    constraint measured_is_on_the_scale check (value between 0 and 10)
);
comment on table hub.measured is 'How independent a person is in one need: 0 cannot manage without daily help, 5 manages with regular help, 10 manages without help. The scale is proposed by Witan; no published one was found.';
comment on column hub.measured.measurement_id is 'The measurement.';
comment on column hub.measured.record_id is 'The case.';
comment on column hub.measured.version is 'The version of the list of needs.';
comment on column hub.measured.code is 'The need.';
comment on column hub.measured.value is 'From 0 to 10.';

create table hub.step_up (
    id uuid not null,
    record_id uuid not null,
    to_where text not null,
    words text not null,
    at timestamptz not null,
    by uuid not null,
    constraint step_up_is_identified primary key (id),
    constraint step_up_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint step_up_goes_somewhere_known check (to_where in ('MARAC', 'SAFEGUARDING', 'MAPPA')),
    constraint step_up_has_words check (words <> '' and length(words) <= 2000),
    constraint step_up_by_an_account foreign key (by) references access.account (id)
);
create index step_up_of_case on hub.step_up (record_id, at);
comment on table hub.step_up is 'That a case was stepped up, and why.';
comment on column hub.step_up.id is 'UUIDv7 made with the form.';
comment on column hub.step_up.record_id is 'The case.';
comment on column hub.step_up.to_where is 'MARAC, SAFEGUARDING (adults) or MAPPA.';
comment on column hub.step_up.words is 'Why.';
comment on column hub.step_up.at is 'When.';
comment on column hub.step_up.by is 'By whom.';

create table hub.step_end (
    id uuid not null,
    record_id uuid not null,
    how text not null,
    words text not null,
    at timestamptz not null,
    by uuid not null,
    constraint step_end_is_identified primary key (id, how),
    constraint step_end_of_a_step foreign key (id) references hub.step_up (id),
    constraint step_end_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint step_end_is_known check (how in ('TAKEN', 'NOT_TAKEN', 'STEPPED_DOWN')),
    constraint step_end_has_words check (words <> '' and length(words) <= 2000),
    constraint step_end_by_an_account foreign key (by) references access.account (id)
);
comment on table hub.step_end is 'What came of stepping up: whether the MARAC took it, and that it was stepped down.';
comment on column hub.step_end.id is 'The step up.';
comment on column hub.step_end.record_id is 'The case.';
comment on column hub.step_end.how is 'TAKEN or NOT_TAKEN by the MARAC; STEPPED_DOWN to the hub.';
comment on column hub.step_end.words is 'Why.';
comment on column hub.step_end.at is 'When.';
comment on column hub.step_end.by is 'By whom.';

create table hub.elsewhere (
    record_id uuid not null,
    agency_id uuid not null,
    reference text not null,
    since_at timestamptz not null,
    constraint elsewhere_is_identified primary key (record_id, agency_id),
    constraint elsewhere_is_of_a_referral foreign key (record_id) references hub.referral (id),
    constraint elsewhere_is_for_an_agency foreign key (agency_id) references access.agency (id)
);
comment on table hub.elsewhere is 'Agencies that took part in a case and are told that it is discussed elsewhere now, and nothing else of it.';
comment on column hub.elsewhere.record_id is 'The case.';
comment on column hub.elsewhere.agency_id is 'The agency.';
comment on column hub.elsewhere.reference is 'What the agency knew the case by.';
comment on column hub.elsewhere.since_at is 'Since when.';

create trigger decision_stays before update or delete on hub.decision for each row execute function access.refuse_change();
create trigger lead_stays before update or delete on hub.lead for each row execute function access.refuse_change();
create trigger request_stays before update or delete on hub.request for each row execute function access.refuse_change();
create trigger answer_stays before update or delete on hub.answer for each row execute function access.refuse_change();
create trigger review_day_stays before update or delete on hub.review_day for each row execute function access.refuse_change();
create trigger measurement_stays before update or delete on hub.measurement for each row execute function access.refuse_change();
create trigger measured_stays before update or delete on hub.measured for each row execute function access.refuse_change();
create trigger step_up_stays before update or delete on hub.step_up for each row execute function access.refuse_change();
create trigger step_end_stays before update or delete on hub.step_end for each row execute function access.refuse_change();

-- How a case stands ---------------------------------------------------------------------------------------------------

create function hub.apply_decision() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.referral r
    set state = case new.step when 'ADDED' then 'OPEN' else new.step end,
        state_since = case when new.step = 'ADDED' and r.state = 'OPEN' then r.state_since else new.at end
    where r.id = new.record_id;
    return null;
end $$;
comment on function hub.apply_decision is 'Writes on a case how it stands.';
create trigger decision_applies after insert on hub.decision for each row execute function hub.apply_decision();

-- Who may what ----------------------------------------------------------------------------------------------------------

create function hub.registered_now(record uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select exists (select from access.record r join access.viewer v on v.agency_id = r.owner_id
                   where r.id = registered_now.record and r.kind = 'HUB_CASE' and r.registered_at = now())
$$;
comment on function hub.registered_now is 'Whether whoever looks has registered a hub case in this transaction, for policies.';

create function hub.referred_now(record uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select exists (select from hub.referral r
                   where r.id = referred_now.record and r.written_in = pg_current_xact_id_if_assigned())
$$;
comment on function hub.referred_now is 'Whether a case was received in this transaction, for policies.';

create function hub.keeps(record uuid) returns boolean
    language sql stable as $$
    select coalesce((select access.viewer_role()) = 'HUB_COORDINATOR', false) and access.may_see(record, 'MINUTES')
$$;
comment on function hub.keeps is 'Whether whoever looks keeps a case: the hub coordinator, where the rule shows it to them.';

create function hub.leads(record uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select exists (select from access.viewer v
                   where v.role = 'REPRESENTATIVE' and access.may_see(leads.record, 'MINUTES')
                     and v.agency_id = (select l.agency_id from hub.lead l where l.record_id = leads.record
                                        order by l.since_at desc, l.id desc limit 1))
$$;
comment on function hub.leads is 'Whether whoever looks speaks for the agency that leads a case.';

create function hub.is_of_marac(agency uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select exists (select from meeting.board b
                   where b.kind = 'MARAC' and b.closed_at is null
                     and (b.agency_id = is_of_marac.agency
                          or exists (select from meeting.board_agency m
                                     where m.board_id = b.id and m.agency_id = is_of_marac.agency and m.until_at is null)))
$$;
comment on function hub.is_of_marac is 'Whether an agency takes part in a MARAC. Who takes part is no secret of a case.';

create function hub.is_restricted(record uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select exists (select from hub.need_of_case n where n.record_id = is_restricted.record and n.code = 'DOMESTIC_ABUSE')
        or exists (select from hub.step_up u where u.record_id = is_restricted.record and u.to_where = 'MARAC')
$$;
comment on function hub.is_restricted is 'Whether a case has the visibility of the MARAC. For functions of the owner.';

create function hub.restricted(record uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select access.may_see(restricted.record, 'MINUTES') and hub.is_restricted(restricted.record)
$$;
comment on function hub.restricted is 'Whether a case that whoever looks reads has the visibility of the MARAC.';

create function hub.may_be_told(record uuid, agency uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select not hub.is_restricted(may_be_told.record) or hub.is_of_marac(may_be_told.agency)
$$;
comment on function hub.may_be_told is 'Whether an agency may be let into a case: of one with domestic abuse, or that was stepped up to the MARAC, only agencies of a MARAC. For functions of the owner.';

create function hub.assign(record uuid) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into access.assignment (record_id, account_id, from_at)
    select distinct assign.record, m.account_id, now()
    from access.membership m
    where m.role = 'HUB_COORDINATOR' and coalesce(m.ends_on, 'infinity') >= access.today()
      and not exists (select from access.assignment a
                      where a.record_id = assign.record and a.account_id = m.account_id and a.until_at is null)
$$;
comment on function hub.assign is 'A case is assigned to everybody who coordinates the hub. For functions of the owner.';

create function hub.tell_coordinators(record uuid) returns void
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    if not hub.referred_now(tell_coordinators.record) then
        raise exception 'not received in this transaction' using errcode = 'WI006';
    end if;
    perform hub.assign(tell_coordinators.record);
end $$;
comment on function hub.tell_coordinators is 'A case that was received in this transaction is assigned to everybody who coordinates the hub.';

create function hub.assign_all() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    insert into access.assignment (record_id, account_id, from_at)
    select r.id, new.account_id, now() from hub.referral r
    where not exists (select from access.assignment a
                      where a.record_id = r.id and a.account_id = new.account_id and a.until_at is null);
    return null;
end $$;
comment on function hub.assign_all is 'Somebody who becomes a hub coordinator gets the cases that are there.';
create trigger hub_coordinator_gets_cases after insert on access.membership for each row
    when (new.role = 'HUB_COORDINATOR') execute function hub.assign_all();

create function hub.restrict(record uuid) returns void
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    insert into hub.elsewhere (record_id, agency_id, reference, since_at)
    select distinct r.id, p.agency_id, r.reference, now()
    from access.party p join access.record r on r.id = p.record_id
    where p.record_id = restrict.record and p.until_at is null and not hub.is_of_marac(p.agency_id)
    on conflict do nothing;
    update access.party p set until_at = now()
    where p.record_id = restrict.record and p.until_at is null and not hub.is_of_marac(p.agency_id);
end $$;
comment on function hub.restrict is 'Closes a case to the agencies that are not of a MARAC, and tells them that it is discussed elsewhere. For functions of the owner.';

create function hub.open_to(record uuid, agency uuid) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    if not hub.keeps(open_to.record) then
        raise exception 'may not open this case' using errcode = 'WI006';
    end if;
    if not hub.may_be_told(open_to.record, open_to.agency)
       or exists (select from access.agency y where y.id = open_to.agency and y.closed_at is not null) then
        return false;
    end if;
    insert into access.party (record_id, agency_id, from_at)
    select open_to.record, open_to.agency, now()
    where not exists (select from access.party p
                      where p.record_id = open_to.record and p.agency_id = open_to.agency
                        and (p.until_at is null or p.until_at > now()));
    delete from hub.elsewhere e where e.record_id = open_to.record and e.agency_id = open_to.agency;
    return true;
end $$;
comment on function hub.open_to is 'An agency takes part in a case, where it may be told of it; whether it may. WI006 for anybody but a hub coordinator who reads the case.';

create function hub.close_to_others(record uuid) returns void
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    if not hub.keeps(close_to_others.record) then
        raise exception 'may not close this case' using errcode = 'WI006';
    end if;
    if hub.is_restricted(close_to_others.record) then
        perform hub.restrict(close_to_others.record);
    end if;
end $$;
comment on function hub.close_to_others is 'Closes a case that has the visibility of the MARAC to agencies that are not of one. WI006 for anybody but a hub coordinator who reads the case.';

create function hub.tell_marac(record uuid) returns integer
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    told integer;
begin
    if not hub.keeps(tell_marac.record)
       or not exists (select from hub.step_up u where u.record_id = tell_marac.record and u.to_where = 'MARAC') then
        raise exception 'may not tell the MARAC of this case' using errcode = 'WI006';
    end if;
    insert into access.assignment (record_id, account_id, from_at)
    select distinct tell_marac.record, m.account_id, now()
    from access.in_force m
    where m.role = 'COORDINATOR'
      and not exists (select from access.assignment a
                      where a.record_id = tell_marac.record and a.account_id = m.account_id and a.until_at is null);
    get diagnostics told = row_count;
    return told;
end $$;
comment on function hub.tell_marac is 'A case that was stepped up to the MARAC is assigned to whoever coordinates there. WI006 for anybody but a hub coordinator who reads the case.';

create function hub.step(record uuid, version integer, what text) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
begin
    if not (hub.keeps(step.record) or hub.leads(step.record)) then
        raise exception 'may not change this case' using errcode = 'WI006';
    end if;
    update hub.referral r
    set version = r.version + 1, changed_what = step.what, changed_at = now(), changed_by = v.account_id
    where r.id = step.record and r.version = step.version;
    return found;
end $$;
comment on function hub.step is 'Lets the next change of a case through; false when it is not the one that whoever changes it had before them.';

create function hub.elsewhere_at(meeting uuid) returns integer
    language plpgsql stable security definer set search_path = hub, pg_temp as $$
begin
    if not meeting.takes_part_in(elsewhere_at.meeting) then
        return 0;
    end if;
    return (select count(distinct i.record_id)
            from meeting.item i join access.viewer v on v.role = 'REPRESENTATIVE'
            where i.meeting_id = elsewhere_at.meeting and i.kind = 'HUB_CASE' and i.off_at is null
              and hub.is_restricted(i.record_id) and not hub.is_of_marac(v.agency_id));
end $$;
comment on function hub.elsewhere_at is 'How many cases of an agenda are discussed elsewhere for an agency that is not of a MARAC. A number, and nothing of any case.';

create function hub.attends(meeting uuid, agency uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select meeting.takes_part_in(attends.meeting)
        and exists (select from meeting.attendance a
                    where a.meeting_id = attends.meeting and a.agency_id = attends.agency and a.came = 'PRESENT'
                      and not exists (select from meeting.attendance l where l.replaces_id = a.id))
$$;
comment on function hub.attends is 'Whether somebody of an agency was recorded as there at a meeting.';

select access.guard('hub.referral', 'id', '''HUB_CASE''', 'SUMMARY');
select access.guard('hub.resident', 'record_id', '''HUB_CASE''', 'VICTIM');
select access.guard('hub.home', 'record_id', '''HUB_CASE''', 'VICTIM_ADDRESS');
select access.guard('hub.child', 'record_id', '''HUB_CASE''', 'CHILDREN');
select access.guard('hub.story', 'record_id', '''HUB_CASE''', 'RISK');
select access.guard('hub.consent', 'record_id', '''HUB_CASE''', 'VICTIM');
select access.guard('hub.need_of_case', 'record_id', '''HUB_CASE''', 'RISK');
select access.guard('hub.decision', 'record_id', '''HUB_CASE''', 'MINUTES');
select access.guard('hub.lead', 'record_id', '''HUB_CASE''', 'MINUTES');
select access.guard('hub.request', 'record_id', '''HUB_CASE''', 'MINUTES');
select access.guard('hub.answer', 'record_id', '''HUB_CASE''', 'MINUTES');
select access.guard('hub.review_day', 'record_id', '''HUB_CASE''', 'MINUTES');
select access.guard('hub.measurement', 'record_id', '''HUB_CASE''', 'RISK');
select access.guard('hub.measured', 'record_id', '''HUB_CASE''', 'RISK');
select access.guard('hub.step_up', 'record_id', '''HUB_CASE''', 'MINUTES');
select access.guard('hub.step_end', 'record_id', '''HUB_CASE''', 'MINUTES');
alter table hub.elsewhere enable row level security;
create policy elsewhere_is_told on hub.elsewhere for select using (
    agency_id = (select access.viewer_agency()) and (select access.viewer_role()) = 'REPRESENTATIVE'
    and (select v.openings ->> 'HUB_CASE MINUTES' from access.viewer v) is not null
    and not access.withheld_from_me(record_id));

create policy referral_is_made on hub.referral for insert with check (
    agency_id = (select access.viewer_agency()) and referred_by = (select access.viewer_account())
    and changed_by = (select access.viewer_account()) and referred_at = now() and state_since = now() and changed_at = now()
    and referred_on = access.today() and state = 'WAITS' and version = 0 and changed_what = ''
    and written_in = pg_current_xact_id() and hub.registered_now(id));
create policy resident_is_referred on hub.resident for insert with check (
    hub.referred_now(record_id) and born_on <= access.today() - interval '18 years');
create policy home_is_given on hub.home for insert with check (hub.referred_now(record_id));
create policy child_is_given on hub.child for insert with check (hub.referred_now(record_id));
create policy story_is_told on hub.story for insert with check (hub.referred_now(record_id));
create policy consent_is_given on hub.consent for insert with check (hub.referred_now(record_id));
create policy need_is_said on hub.need_of_case for insert with check (hub.referred_now(record_id));
create policy decision_is_made on hub.decision for insert with check (
    hub.keeps(record_id) and at = now() and by = (select access.viewer_account())
    and (meeting_id is null or meeting.keeps_meeting(meeting_id)));
create policy lead_is_named on hub.lead for insert with check (
    hub.keeps(record_id) and since_at = now() and set_by = (select access.viewer_account()));
create policy request_is_made on hub.request for insert with check (
    hub.keeps(record_id) and asked_at = now() and asked_by = (select access.viewer_account()));
create policy answer_is_given on hub.answer for insert with check (
    answered_at = now() and answered_by = (select access.viewer_account()) and agency_id = (select access.viewer_agency())
    and (select access.viewer_role()) = 'REPRESENTATIVE' and access.may_see(record_id, 'MINUTES')
    and exists (select from hub.request q
                where q.id = answer.request_id and q.record_id = answer.record_id and q.agency_id = answer.agency_id));
create policy review_day_is_set on hub.review_day for insert with check (
    (hub.keeps(record_id) or hub.leads(record_id)) and set_at = now() and set_by = (select access.viewer_account()));
create policy measurement_is_taken on hub.measurement for insert with check (
    (hub.keeps(record_id) or hub.leads(record_id)) and taken_at = now() and taken_by = (select access.viewer_account())
    and agency_id = (select access.viewer_agency()) and taken_on <= access.today());
create policy measured_is_taken on hub.measured for insert with check (
    (hub.keeps(record_id) or hub.leads(record_id))
    and exists (select from hub.measurement m
                where m.id = measured.measurement_id and m.record_id = measured.record_id and m.taken_at = now()));
create policy step_up_is_made on hub.step_up for insert with check (
    hub.keeps(record_id) and at = now() and by = (select access.viewer_account()));
create policy step_end_is_said on hub.step_end for insert with check (
    at = now() and by = (select access.viewer_account())
    and exists (select from hub.step_up u where u.id = step_end.id and u.record_id = step_end.record_id)
    and case how when 'STEPPED_DOWN' then hub.keeps(record_id)
                 else (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'MINUTES') end);

grant usage on schema hub to witan_application;
grant select on hub.need, hub.reason to witan_application;
grant select, insert on hub.referral, hub.resident, hub.home, hub.child, hub.story, hub.consent, hub.need_of_case,
    hub.decision, hub.lead, hub.request, hub.answer, hub.review_day, hub.measurement, hub.measured, hub.step_up,
    hub.step_end to witan_application;
grant select on hub.elsewhere to witan_application;
revoke execute on all functions in schema hub from public;
grant execute on function hub.registered_now, hub.referred_now, hub.keeps, hub.leads, hub.restricted, hub.open_to,
    hub.close_to_others, hub.tell_coordinators, hub.tell_marac, hub.step, hub.elsewhere_at, hub.attends to witan_application;
