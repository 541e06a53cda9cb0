-- Offers of support: what is offered to whom, by whom it is given, and what became of it.
--
-- Why an offer is a record within its case and names neither case nor person: whoever gives the support sees the offer that
-- is assigned to them and nothing around it. The case is read through access.lies_within and the person through
-- access.about, where whoever looks may see both; what withholds the case or the person withholds the offer too.
-- Why the provider's workers are assigned and the agency takes no part: a party is everybody who speaks for the agency, and a
-- landlord's representative does not need to know that somebody is counselled. The workers are assigned by a function of the
-- owner, because whoever offers keeps no lists; somebody who becomes a worker later is assigned by a trigger.
-- Why the workers' own agency is asked again by the policy: an assignment is of a person, and a person who changes the agency
-- must not take the offers along.
-- Why who it is stands apart (`offer_told`): it is what the provider is told of the person, chosen when it was offered, and it
-- belongs to the part that opens who is harmed. A contractor's job has none.
-- Why steps: what happens to an offer is added, never changed. The last step says how it stands; the version lets the second
-- of two who write at once be told. How long somebody waits is computed from the steps and stored nowhere.
-- Why a programme is suggested by the coordinator alone, and its record is the programme's own: whoever works there sees who
-- answers for a record, and an agency that works with victims must not stand there. Why it cannot reveal anything stands apart.
-- Why sessions keep no words by default and scores are numbers: a provider's own notes stay with the provider.
-- Why the days are kept with the kind: no source was found for any of them, so each is a proposal that a partnership changes.
-- Existing rows: none, this is the first version.

create table support.offer_kind (
    code text not null,
    words text not null,
    part text not null,
    answer_days integer not null,
    start_days integer not null,
    who_may text not null,
    source text not null,
    place integer not null,
    constraint offer_kind_is_identified primary key (code),
    constraint offer_kind_is_of_a_part unique (code, part),
    constraint offer_kind_part_is_known foreign key (part) references access.part (code),
    constraint offer_kind_part_is_one_of_two check (part in ('SUPPORT', 'PERPETRATOR_VIEW')),
    constraint offer_kind_waits_some_days check (answer_days between 1 and 60 and start_days between 1 and 365)
);
comment on table support.offer_kind is 'Kinds of offers: those of the partnership''s plan.';
comment on column support.offer_kind.code is 'Name in the code.';
comment on column support.offer_kind.words is 'Name on pages.';
comment on column support.offer_kind.part is 'The part that opens such an offer: SUPPORT, or PERPETRATOR_VIEW for what is suggested to an alleged perpetrator.';
comment on column support.offer_kind.answer_days is 'After how many days without an answer of the provider it is late. Proposed.';
comment on column support.offer_kind.start_days is 'After how many days between accepting and starting it is late. Proposed.';
comment on column support.offer_kind.who_may is 'For whom it is, in words.';
comment on column support.offer_kind.source is 'Where it comes from.';
comment on column support.offer_kind.place is 'Order on pages.';
insert into support.offer_kind (code, words, part, answer_days, start_days, who_may, source, place) values
    ('HOME_SAFETY', 'Home safety', 'SUPPORT', 2, 7,
     'Somebody who stays in their home, and can say so without the alleged perpetrator there. Ask the landlord only if she agrees.',
     'Plan page [S1]: target hardening of property and person; sanctuaries [S46]; days proposed', 10),
    ('VICTIM_SERVICE', 'Victim service', 'SUPPORT', 2, 14,
     'Anybody who is or was harmed, of any sex, also family members.',
     'Plan page [S1]: the service provider for victims in Staffordshire; days proposed', 20),
    ('EMERGENCY_ACCOMMODATION', 'Emergency accommodation', 'SUPPORT', 1, 1,
     'Somebody who is homeless or may be within 56 days because of domestic abuse. They have priority need.',
     'Plan page [S1]; Domestic Abuse Act 2021 s78; Housing Act 1996 s189 and s213B; days proposed', 30),
    ('REFUGE', 'Refuge', 'SUPPORT', 1, 2,
     'Somebody who must leave and whom the refuge has room for. The place is told by the refuge, to her, and never written here.',
     'Plan page [S1]; days proposed', 40),
    ('CHILDREN_WRAP_AROUND', 'Support by children''s services', 'SUPPORT', 2, 10,
     'Each child of the family has an offer of its own, and the parent who was harmed has one.',
     'Plan page [S1]: wrap-around support for victims and their children; days proposed', 50),
    ('MANAGED_MOVE', 'Managed house move', 'SUPPORT', 5, 42,
     'A tenant of a registered social landlord who cannot stay.',
     'Plan page [S1]: managed house moves through the landlord; days proposed', 60),
    ('PERPETRATOR_PROGRAMME', 'Perpetrator programme', 'PERPETRATOR_VIEW', 10, 28,
     'Somebody who harms and may want to stop. Suggested only where that cannot reveal who said something.',
     'Plan page [S1]; New Era perpetrator service [S47]; days proposed', 70);

create table support.strand (
    code text not null,
    offer_kind text not null,
    words text not null,
    place integer not null,
    constraint strand_is_identified primary key (code),
    constraint strand_is_of_a_kind foreign key (offer_kind) references support.offer_kind (code),
    constraint strand_stays_with_its_kind unique (code, offer_kind)
);
comment on table support.strand is 'What a kind of offer is made of.';
comment on column support.strand.code is 'Name in the code.';
comment on column support.strand.offer_kind is 'The kind of offer.';
comment on column support.strand.words is 'Name on pages.';
comment on column support.strand.place is 'Order on pages.';
insert into support.strand (code, offer_kind, words, place) values
    ('LEGAL_PROCESS', 'VICTIM_SERVICE', 'Through the legal process', 10),
    ('OPTIONS', 'VICTIM_SERVICE', 'Options for the victim and the family', 20),
    ('AWARENESS_AND_CONFIDENCE', 'VICTIM_SERVICE', 'Awareness and confidence training', 30),
    ('COUNSELLING', 'VICTIM_SERVICE', 'Counselling', 40),
    ('SIGNPOSTING', 'VICTIM_SERVICE', 'Signposting to other support', 50),
    ('ONE_TO_ONE', 'PERPETRATOR_PROGRAMME', 'Up to 10 sessions, one to one', 60),
    ('GROUP', 'PERPETRATOR_PROGRAMME', 'About 30 sessions in a group', 70);

create table support.aim (
    code text not null,
    words text not null,
    place integer not null,
    constraint aim_is_identified primary key (code)
);
comment on table support.aim is 'What support is for, as the person scores it from 0 (not at all) to 10 (wholly).';
comment on column support.aim.code is 'Name in the code.';
comment on column support.aim.words is 'What the person says of themselves.';
comment on column support.aim.place is 'Order on pages.';
insert into support.aim (code, words, place) values
    ('SAFE', 'I feel safe', 10),
    ('CHOICES', 'I know my choices', 20),
    ('CONFIDENT', 'I feel confident', 30),
    ('HOME', 'I have a home where I can stay', 40),
    ('WELL', 'I feel well', 50);

create table support.step_kind (
    code text not null,
    words text not null,
    place integer not null,
    constraint step_kind_is_identified primary key (code)
);
comment on table support.step_kind is 'What happens to an offer.';
comment on column support.step_kind.code is 'Name in the code.';
comment on column support.step_kind.words is 'Name on pages.';
comment on column support.step_kind.place is 'Order on pages.';
insert into support.step_kind (code, words, place) values
    ('OFFERED', 'Offered', 10), ('ACCEPTED', 'Accepted by the provider', 20), ('WAITING', 'On a waiting list', 30),
    ('STARTED', 'Started', 40), ('SESSION', 'Session', 50), ('ENDED', 'Ended', 60),
    ('DECLINED', 'Declined by the person', 70), ('UNABLE', 'The provider cannot', 80),
    ('WITHDRAWN', 'Taken back', 90);

create table support.reason (
    code text not null,
    step text not null,
    words text not null,
    place integer not null,
    constraint reason_is_identified primary key (code),
    constraint reason_is_for_a_step foreign key (step) references support.step_kind (code),
    constraint reason_stays_with_its_step unique (code, step)
);
comment on table support.reason is 'Coded reasons for a step. Never "failed to engage".';
comment on column support.reason.code is 'Name in the code.';
comment on column support.reason.step is 'The step that it is a reason for.';
comment on column support.reason.words is 'Name on pages.';
comment on column support.reason.place is 'Order on pages.';
insert into support.reason (code, step, words, place) values
    ('NOT_NOW', 'DECLINED', 'Does not want it now', 10),
    ('HAS_OTHER', 'DECLINED', 'Has other support', 20),
    ('AFRAID', 'DECLINED', 'Is afraid of what may follow', 30),
    ('TOO_FAR', 'DECLINED', 'Too far away, or at the wrong time', 40),
    ('NO_TRUST', 'DECLINED', 'Does not trust this service', 50),
    ('DECLINED_OTHER', 'DECLINED', 'Another reason, or none was given', 60),
    ('NO_SPACE', 'UNABLE', 'No space', 110),
    ('NOT_ELIGIBLE', 'UNABLE', 'Not for this person by its rules', 120),
    ('FAMILY_SIZE', 'UNABLE', 'No room for a family of this size', 130),
    ('PETS', 'UNABLE', 'Pets cannot come', 140),
    ('ACCESS_NEEDS', 'UNABLE', 'Cannot meet the access needs', 150),
    ('OLDER_SON', 'UNABLE', 'A son is too old for the house', 160),
    ('HIGH_NEEDS', 'UNABLE', 'Needs for drink, drugs or mental health that it cannot meet', 170),
    ('NO_PUBLIC_FUNDS', 'UNABLE', 'No recourse to public funds', 180),
    ('TOO_NEAR', 'UNABLE', 'Too near to the alleged perpetrator', 190),
    ('NOT_REACHED', 'UNABLE', 'Could not be reached safely', 200),
    ('UNABLE_OTHER', 'UNABLE', 'Another reason', 210),
    ('GOAL_REACHED', 'ENDED', 'What it was for is reached', 310),
    ('GOAL_PARTLY', 'ENDED', 'Partly reached', 320),
    ('STOPPED_BY_PERSON', 'ENDED', 'The person chose to stop', 330),
    ('MOVED_ON', 'ENDED', 'Moved to another service', 340),
    ('MOVED_AWAY', 'ENDED', 'Moved away', 350),
    ('STOPPED_BY_PROVIDER', 'ENDED', 'The provider had to stop', 360),
    ('LOST_TOUCH', 'ENDED', 'Contact was lost', 370),
    ('IN_ERROR', 'WITHDRAWN', 'Written in error', 410),
    ('OTHER_PROVIDER', 'WITHDRAWN', 'Another provider does it', 420),
    ('NO_LONGER_NEEDED', 'WITHDRAWN', 'No longer needed', 430),
    ('NO_LONGER_SAFE', 'WITHDRAWN', 'No longer safe to offer', 440);

create table support.offer (
    id uuid not null,
    kind text not null default 'OFFER',
    part text not null,
    offer_kind text not null,
    strand text,
    provider_id uuid not null,
    reach text not null,
    consent text not null,
    eligibility text not null,
    needs text not null,
    partner_link boolean,
    agency_id uuid not null,
    asked_at timestamptz not null,
    asked_on date not null,
    asked_by uuid not null,
    constraint offer_is_identified primary key (id),
    constraint offer_is_a_record foreign key (id, kind) references access.record (id, kind),
    constraint offer_kind_is_known foreign key (offer_kind, part) references support.offer_kind (code, part),
    constraint offer_stays_in_its_part unique (id, part),
    constraint offer_strand_is_of_its_kind foreign key (strand, offer_kind) references support.strand (code, offer_kind),
    constraint offer_is_given_by_an_agency foreign key (provider_id) references access.agency (id),
    constraint offer_reach_is_known check (reach in ('DIRECT', 'IDVA')),
    constraint offer_consent_is_an_answer check (consent in ('YES', 'NO')),
    constraint offer_is_short check (length(eligibility) <= 2000 and length(needs) <= 2000),
    constraint offer_says_of_a_programme_whether_the_partner_is_supported
        check ((partner_link is not null) = (offer_kind = 'PERPETRATOR_PROGRAMME')),
    constraint offer_is_asked_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint offer_is_asked_by_an_account foreign key (asked_by) references access.account (id)
);
create index offer_of_provider on support.offer (provider_id, asked_on);
create index offer_of_agency on support.offer (agency_id, asked_on);
comment on table support.offer is 'An offer of support to one person of a case. A record within the case and about the person.';
comment on column support.offer.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column support.offer.kind is 'Always OFFER, for the policy.';
comment on column support.offer.part is 'The part that opens it, as its kind says.';
comment on column support.offer.offer_kind is 'What is offered.';
comment on column support.offer.strand is 'Which part of that kind; null where it has none or it is open.';
comment on column support.offer.provider_id is 'The agency that is asked to give it.';
comment on column support.offer.reach is 'DIRECT: the provider speaks to the person itself; IDVA: only through the IDVA, in person.';
comment on column support.offer.consent is 'Whether the person agrees that the provider is asked.';
comment on column support.offer.eligibility is 'Why they can have it, in words.';
comment on column support.offer.needs is 'What the provider must know to do it: no story, no name.';
comment on column support.offer.partner_link is 'For a programme: whether somebody supports the partner or former partner; null for everything else.';
comment on column support.offer.agency_id is 'The agency that offers it.';
comment on column support.offer.asked_at is 'When.';
comment on column support.offer.asked_on is 'The day, in England, from which somebody waits.';
comment on column support.offer.asked_by is 'By whom.';

create table support.offer_told (
    record_id uuid not null,
    kind text not null default 'OFFER',
    part text not null,
    name text not null,
    born text not null,
    contact text not null,
    constraint offer_told_is_one_for_an_offer primary key (record_id),
    constraint offer_told_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint offer_told_is_of_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint offer_told_part_is_known check (part in ('VICTIM', 'CHILDREN', 'PERPETRATOR_VIEW')),
    constraint offer_told_is_short check (length(name) <= 300 and length(born) <= 40 and length(contact) <= 4000)
);
comment on table support.offer_told is 'What a provider is told of the person: who it is, and how to reach them without danger.';
comment on column support.offer_told.record_id is 'The offer.';
comment on column support.offer_told.kind is 'Always OFFER, for the policy.';
comment on column support.offer_told.part is 'The part that opens who it is.';
comment on column support.offer_told.name is 'The name.';
comment on column support.offer_told.born is 'The date of birth, as it was given.';
comment on column support.offer_told.contact is 'Safe ways to reach them, a line each; empty when only through the IDVA.';

create table support.suggestion (
    record_id uuid not null,
    kind text not null default 'OFFER',
    cannot_reveal text not null,
    constraint suggestion_is_one_for_an_offer primary key (record_id),
    constraint suggestion_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint suggestion_is_of_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint suggestion_says_why check (length(cannot_reveal) between 20 and 2000)
);
comment on table support.suggestion is 'Why suggesting a programme to an alleged perpetrator cannot reveal that somebody said something. Its workers never see it.';
comment on column support.suggestion.record_id is 'The offer.';
comment on column support.suggestion.kind is 'Always OFFER, for the policy.';
comment on column support.suggestion.cannot_reveal is 'Why, in words.';

create table support.offer_step (
    id uuid not null,
    record_id uuid not null,
    part text not null,
    version integer not null,
    what text not null,
    on_day date not null,
    reason text,
    words text not null,
    attended boolean,
    pence integer,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint offer_step_is_identified primary key (id),
    constraint offer_step_is_of_an_offer foreign key (record_id, part) references support.offer (id, part),
    constraint offer_step_comes_after_another unique (record_id, version),
    constraint offer_step_is_known foreign key (what) references support.step_kind (code),
    constraint offer_step_reason_is_of_it foreign key (reason, what) references support.reason (code, step),
    constraint offer_step_has_a_reason check ((reason is not null) = (what in ('DECLINED', 'UNABLE', 'ENDED', 'WITHDRAWN'))),
    constraint offer_step_counts_from_one check (version > 0 and (version = 1) = (what = 'OFFERED')),
    constraint offer_step_is_attended_where_it_is_a_session check ((attended is not null) = (what = 'SESSION')),
    constraint offer_step_costs_something_or_nothing check (pence between 0 and 100000000),
    constraint offer_step_is_short check (length(words) <= 2000),
    constraint offer_step_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint offer_step_is_by_an_account foreign key (by) references access.account (id)
);
comment on table support.offer_step is 'What happened to an offer. Added, never changed; the last one says how it stands.';
comment on column support.offer_step.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column support.offer_step.record_id is 'The offer.';
comment on column support.offer_step.part is 'The part that opens the offer.';
comment on column support.offer_step.version is 'Counts from one; two who change the same are noticed by it.';
comment on column support.offer_step.what is 'What happened.';
comment on column support.offer_step.on_day is 'When.';
comment on column support.offer_step.reason is 'Why, as a code; null where none is asked.';
comment on column support.offer_step.words is 'What is to be known beside it; may be empty.';
comment on column support.offer_step.attended is 'Whether the person came to a session; null for everything else.';
comment on column support.offer_step.pence is 'What it cost, in pence; null when that is not known.';
comment on column support.offer_step.agency_id is 'The agency that says so.';
comment on column support.offer_step.at is 'When it was written.';
comment on column support.offer_step.by is 'By whom.';

create table support.offer_score (
    record_id uuid not null,
    part text not null,
    aim text not null,
    at_end boolean not null,
    score integer not null,
    at timestamptz not null,
    by uuid not null,
    constraint offer_score_is_identified primary key (record_id, aim, at_end),
    constraint offer_score_is_of_an_offer foreign key (record_id, part) references support.offer (id, part),
    constraint offer_score_is_of_an_aim foreign key (aim) references support.aim (code),
    constraint offer_score_is_from_0_to_10 check (score between 0 and 10),
    constraint offer_score_is_by_an_account foreign key (by) references access.account (id)
);
comment on table support.offer_score is 'How the person scores an aim at the start of an offer and at its end. Not asked is no row.';
comment on column support.offer_score.record_id is 'The offer.';
comment on column support.offer_score.part is 'The part that opens the offer.';
comment on column support.offer_score.aim is 'The aim.';
comment on column support.offer_score.at_end is 'At its end; otherwise at its start.';
comment on column support.offer_score.score is 'From 0 to 10.';
comment on column support.offer_score.at is 'When it was written.';
comment on column support.offer_score.by is 'By whom.';

create table support.asked_action (
    record_id uuid not null,
    case_id uuid not null,
    area text not null,
    subject text not null,
    agreed_on date not null,
    constraint asked_action_is_identified primary key (record_id),
    constraint asked_action_is_a_record foreign key (record_id) references access.record (id),
    constraint asked_action_is_within_a_case foreign key (case_id) references access.record (id),
    constraint asked_action_area_is_known foreign key (area) references meeting.area (code),
    constraint asked_action_subject_is_known foreign key (subject) references meeting.subject (code)
);
create index asked_action_of_case on support.asked_action (case_id);
comment on table support.asked_action is 'An agreed action that asks for support, so that an offer can be made from it.';
comment on column support.asked_action.record_id is 'The action.';
comment on column support.asked_action.case_id is 'The case it is for.';
comment on column support.asked_action.area is 'Its group.';
comment on column support.asked_action.subject is 'About whom it is.';
comment on column support.asked_action.agreed_on is 'When it was agreed.';

create table support.offered_action (
    record_id uuid not null,
    offer_id uuid not null,
    constraint offered_action_is_identified primary key (record_id, offer_id),
    constraint offered_action_is_asked foreign key (record_id) references support.asked_action (record_id),
    constraint offered_action_is_an_offer foreign key (offer_id) references support.offer (id)
);
comment on table support.offered_action is 'Which offer came of an agreed action.';
comment on column support.offered_action.record_id is 'The action.';
comment on column support.offered_action.offer_id is 'The offer.';

create trigger offer_stays before update or delete on support.offer for each row execute function access.refuse_change();
create trigger offer_told_stays before update or delete on support.offer_told
    for each row execute function access.refuse_change();
create trigger suggestion_stays before update or delete on support.suggestion
    for each row execute function access.refuse_change();
create trigger offer_step_stays before update or delete on support.offer_step
    for each row execute function access.refuse_change();
create trigger offer_score_stays before update or delete on support.offer_score
    for each row execute function access.refuse_change();

-- Who may read and write ------------------------------------------------------------------------------------------

alter table support.offer enable row level security;
alter table support.offer_told enable row level security;
alter table support.offer_step enable row level security;
alter table support.offer_score enable row level security;
alter table support.asked_action enable row level security;
alter table support.offered_action enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on support.offer for select using ((('
        || access.rule_for('''OFFER''', '''SUPPORT''', 'support.offer.id') || ') or part = ''PERPETRATOR_VIEW'' and ('
        || access.rule_for('''OFFER''', '''PERPETRATOR_VIEW''', 'support.offer.id') || '))'
        || ' and ((select access.viewer_role()) not in (''SUPPORT_WORKER'', ''PERPETRATOR_WORKER'')'
        || ' or provider_id = (select access.viewer_agency())))';
    execute 'create policy seen_by_the_rule on support.offer_told for select using (('
        || access.rule_for('''OFFER''', 'offer_told.part', 'support.offer_told.record_id')
        || ') and exists (select from support.offer o where o.id = support.offer_told.record_id))';
    execute 'create policy seen_by_the_rule on support.asked_action for select using (('
        || access.rule_for('''CASE''', '''SUPPORT''', 'support.asked_action.case_id') || ') and ('
        || access.rule_for('''ACTION''', '''SUMMARY''', 'support.asked_action.record_id') || '))';
end $$;
select access.guard('support.suggestion', 'record_id', '''OFFER''', 'SUPPORT');
create policy seen_with_its_offer on support.offer_step for select using (
    exists (select from support.offer o where o.id = offer_step.record_id));
create policy seen_with_its_offer on support.offer_score for select using (
    exists (select from support.offer o where o.id = offer_score.record_id));
create policy seen_with_both on support.offered_action for select using (
    exists (select from support.asked_action a where a.record_id = offered_action.record_id)
    and exists (select from support.offer o where o.id = offered_action.offer_id));

create function support.registered_now(offer uuid) returns boolean
    language sql stable security definer set search_path = support, pg_temp as $$
    select exists (select from access.record r
                   where r.id = registered_now.offer and r.kind = 'OFFER' and r.registered_at = now()
                     and (r.owner_id = access.viewer_agency() or access.viewer_role() = 'COORDINATOR'))
$$;
comment on function support.registered_now is 'Whether an offer was registered in this transaction for the agency of whoever looks.';

create function support.asked_now(offer uuid) returns boolean
    language sql stable security definer set search_path = support, pg_temp as $$
    select exists (select from support.offer o
                   where o.id = asked_now.offer and o.asked_at = now() and o.asked_by = access.viewer_account())
$$;
comment on function support.asked_now is 'Whether an offer was made in this transaction by whoever looks.';

create function support.offers() returns boolean language sql stable as $$
    select coalesce(access.viewer_role() in ('IDVA', 'COORDINATOR'), false)
$$;
comment on function support.offers is 'Whether whoever looks offers support to persons of a case.';

create policy offer_is_made on support.offer for insert with check (
    (select support.offers()) and agency_id = (select access.viewer_agency()) and asked_by = (select access.viewer_account())
    and asked_at = now() and asked_on <= access.today() and support.registered_now(id)
    and (part = 'SUPPORT' or (select access.viewer_role()) = 'COORDINATOR'));
create policy offer_is_told on support.offer_told for insert with check (support.asked_now(record_id));
create policy suggestion_is_made on support.suggestion for insert with check (support.asked_now(record_id));
create policy offer_step_is_taken on support.offer_step for insert with check (
    (select access.viewer_role()) in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER', 'PERPETRATOR_WORKER')
    and agency_id = (select access.viewer_agency()) and by = (select access.viewer_account()) and at = now()
    and on_day <= access.today()
    and (support.asked_now(record_id) or exists (select from support.offer o where o.id = offer_step.record_id)));
create policy offer_score_is_given on support.offer_score for insert with check (
    (select access.viewer_role()) in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER', 'PERPETRATOR_WORKER')
    and by = (select access.viewer_account()) and at = now()
    and exists (select from support.offer o where o.id = offer_score.record_id));
create policy offered_action_is_linked on support.offered_action for insert with check (
    support.asked_now(offer_id)
    and exists (select from support.asked_action a where a.record_id = offered_action.record_id));

create function support.assign_worker(account uuid, agency uuid, role text) returns void
    language sql security definer set search_path = support, pg_temp as $$
    insert into access.assignment (record_id, account_id, from_at)
    select o.id, assign_worker.account, now()
    from support.offer o
    where o.provider_id = assign_worker.agency and o.consent = 'YES'
      and assign_worker.role = case o.part when 'SUPPORT' then 'SUPPORT_WORKER' else 'PERPETRATOR_WORKER' end
      and not exists (select from support.offer_step s
                      where s.record_id = o.id and s.what in ('ENDED', 'DECLINED', 'UNABLE', 'WITHDRAWN'))
      and not exists (select from access.assignment a
                      where a.record_id = o.id and a.account_id = assign_worker.account and a.until_at is null)
$$;
comment on function support.assign_worker is 'Assigns what is open with a provider to somebody who works there. For functions of the owner.';

create function support.tell_provider(offer uuid) returns integer
    language plpgsql security definer set search_path = support, pg_temp as $$
declare
    o support.offer;
    told integer := 0;
    worker uuid;
begin
    if not support.asked_now(tell_provider.offer) then
        raise exception 'not offered in this transaction' using errcode = 'WI006';
    end if;
    select * into o from support.offer x where x.id = tell_provider.offer;
    for worker in
        select distinct m.account_id from access.in_force m
        where m.agency_id = o.provider_id
          and m.role = case o.part when 'SUPPORT' then 'SUPPORT_WORKER' else 'PERPETRATOR_WORKER' end
    loop
        insert into access.assignment (record_id, account_id, from_at) values (o.id, worker, now());
        told := told + 1;
    end loop;
    return told;
end $$;
comment on function support.tell_provider is 'Assigns an offer that was made in this transaction to everybody who works for its provider; returns how many.';

create function support.greet_worker() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
begin
    if new.role in ('SUPPORT_WORKER', 'PERPETRATOR_WORKER') then
        perform support.assign_worker(new.account_id, new.agency_id, new.role);
    end if;
    return null;
end $$;
comment on function support.greet_worker is 'Assigns what is open with a provider to somebody who comes to work there.';
create trigger membership_gets_offers after insert on access.membership
    for each row execute function support.greet_worker();

create function support.keep_asked(action uuid, area text, subject text) returns void
    language sql security definer set search_path = support, pg_temp as $$
    insert into support.asked_action (record_id, case_id, area, subject, agreed_on)
    select r.id, c.id, keep_asked.area, keep_asked.subject, access.today()
    from access.record r join access.record c on c.id = r.within_id and c.kind = 'CASE'
    where r.id = keep_asked.action and r.kind = 'ACTION'
      and keep_asked.area in ('HOME_SAFETY', 'SPECIALIST_SUPPORT', 'HOUSING', 'CHILDREN', 'PERPETRATOR')
    on conflict do nothing
$$;
comment on function support.keep_asked is 'Keeps an agreed action that asks for support. Tells whoever agreed it nothing.';

grant usage on schema support to witan_application;
grant select on support.offer_kind, support.strand, support.aim, support.step_kind, support.reason to witan_application;
grant select, insert on support.offer, support.offer_told, support.offer_step, support.offer_score, support.offered_action,
    support.suggestion to witan_application;
grant select on support.asked_action to witan_application;
revoke execute on all functions in schema support from public;
grant execute on function support.registered_now, support.asked_now, support.offers, support.tell_provider,
    support.keep_asked to witan_application;
