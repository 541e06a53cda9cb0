-- An agency that referred asks to withdraw, and the coordinator decides.
--
-- Why a withdrawal only asks: high-risk cases may be heard without consent, and somebody may ask because they are afraid, or
-- because they are made to. So a case never leaves triage or an agenda by itself: whoever coordinates confirms it, or keeps
-- the case. Before the decision of the triage it is no other: what waits there stays in the queue, with the ask beside it.
-- Why it becomes a decision of the triage: that a referral is withdrawn is one more outcome, seen and undone as any other,
-- and what was decided before stays in the history.
-- Why the window counts a withdrawn referral: what was told in it happened all the same. Only one that names the wrong
-- person counts for nothing, as it tells of somebody else. One that was sent twice counts like its twin.
-- Existing rows: no referral was withdrawn before.

insert into marac.triage_outcome (code, words) values ('WITHDRAWN', 'Withdrawn');

create table marac.withdrawal_reason (
    code text not null,
    counts boolean not null,
    of_repeat boolean not null,
    place integer not null,
    constraint withdrawal_reason_is_identified primary key (code)
);
comment on table marac.withdrawal_reason is 'Why an agency asks to withdraw a referral.';
comment on column marac.withdrawal_reason.code is 'Name in the code; the words are the pages''.';
comment on column marac.withdrawal_reason.counts is 'The window of repeats still counts the referral.';
comment on column marac.withdrawal_reason.of_repeat is 'A repeat can be withdrawn for it.';
comment on column marac.withdrawal_reason.place is 'Order on pages.';
insert into marac.withdrawal_reason (code, counts, of_repeat, place) values
    ('WRONG_PERSON', false, true, 10), ('SENT_TWICE', true, true, 20), ('VICTIM_ASKS', true, false, 30),
    ('RISK_CHANGED', true, false, 40), ('MOVED_AWAY', true, false, 50), ('OTHER', true, false, 60);

create table marac.withdrawal (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    reason text not null,
    words text not null,
    agency_id uuid not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    outcome text,
    answer text not null default '',
    decided_at timestamptz,
    decided_by uuid,
    triage_id uuid,
    constraint withdrawal_is_identified primary key (id),
    constraint withdrawal_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint withdrawal_reason_is_known foreign key (reason) references marac.withdrawal_reason (code),
    constraint withdrawal_says_why check (words <> '' and length(words) <= 2000 and length(answer) <= 2000),
    constraint withdrawal_outcome_is_known check (outcome in ('WITHDRAWN', 'KEPT')),
    constraint withdrawal_is_decided_whole check ((outcome is null) = (decided_at is null)
        and (outcome is null) = (decided_by is null)),
    constraint withdrawal_is_kept_for_a_reason check (outcome is distinct from 'KEPT' or answer <> ''),
    constraint withdrawal_is_a_decision check ((outcome is not distinct from 'WITHDRAWN') = (triage_id is not null)),
    constraint withdrawal_is_a_decision_about_it foreign key (triage_id, record_id) references marac.triage (id, record_id),
    constraint withdrawal_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint withdrawal_is_asked_by_an_account foreign key (asked_by) references access.account (id),
    constraint withdrawal_is_decided_by_an_account foreign key (decided_by) references access.account (id)
);
create unique index withdrawal_is_asked_once on marac.withdrawal (record_id) where decided_at is null;
create index withdrawal_of_referral on marac.withdrawal (record_id);
comment on table marac.withdrawal is 'That the agency that referred asks to withdraw, and what the coordinator decided.';
comment on column marac.withdrawal.id is 'UUIDv7 made with the form, so that sending it twice asks once.';
comment on column marac.withdrawal.record_id is 'The referral.';
comment on column marac.withdrawal.kind is 'Always CASE, for the policy.';
comment on column marac.withdrawal.reason is 'Why, by kind.';
comment on column marac.withdrawal.words is 'Why, in words.';
comment on column marac.withdrawal.agency_id is 'The agency that referred, and asks.';
comment on column marac.withdrawal.asked_at is 'When.';
comment on column marac.withdrawal.asked_by is 'Who asks.';
comment on column marac.withdrawal.outcome is 'What was decided; null while it waits.';
comment on column marac.withdrawal.answer is 'What the coordinator says of it.';
comment on column marac.withdrawal.decided_at is 'When it was decided.';
comment on column marac.withdrawal.decided_by is 'Who decided.';
comment on column marac.withdrawal.triage_id is 'The decision that it became; it holds as long as that stands.';

create function marac.referred_in_error(record uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.withdrawal w
                   join marac.withdrawal_reason x on x.code = w.reason and not x.counts
                   join marac.triage t on t.id = w.triage_id and t.undone_at is null
                   where w.record_id = referred_in_error.record)
$$;
comment on function marac.referred_in_error is 'Whether a referral was withdrawn as being about the wrong person, so that no window counts it.';

create or replace function marac.latest_of_same(victim uuid, perpetrators uuid[], happened_on date) returns uuid
    language sql stable security definer set search_path = marac, pg_temp as $$
    with victims as (select people.persons_alike(latest_of_same.victim) as id),
        harmers as (select people.persons_alike(p) as id from unnest(latest_of_same.perpetrators) as p)
    select r.id
    from marac.referred_person v
    join marac.referral r on r.id = v.record_id
    where v.part = 'VICTIM' and v.person_id in (select id from victims)
      and r.referred_on <= latest_of_same.happened_on
      and latest_of_same.happened_on <= marac.repeat_until(r.id)
      and not marac.referred_in_error(r.id)
      and (cardinality(latest_of_same.perpetrators) = 0
           or not exists (select from marac.referred_person p where p.record_id = r.id and p.part = 'PERPETRATOR')
           or exists (select from marac.referred_person p
                      where p.record_id = r.id and p.part = 'PERPETRATOR' and p.person_id in (select id from harmers)))
    order by r.referred_at desc, r.id desc limit 1
$$;
comment on function marac.latest_of_same is 'The latest referral in whose window a day lies, of this victim with one of these alleged perpetrators, or with nobody named in one of the two, whoever may see it, and none that was made in error. For functions of the owner.';

create or replace function marac.later_in_case(records uuid[]) returns table (record_id uuid, later_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $$
    with mine as (
        select p.record_id, p.part, o.record_id as alike
        from unnest(later_in_case.records) x (id)
        join marac.referred_person p on p.record_id = x.id and p.part in ('VICTIM', 'PERPETRATOR')
        join people.link l on l.record_id = p.person_id and l.ended_at is null
        join people.link o on o.person_id = l.person_id and o.ended_at is null),
    pair as (
        select distinct m.record_id, n.id as later_id
        from mine m
        join marac.referred_person q on q.person_id = m.alike and q.part = 'VICTIM'
        join marac.referral r on r.id = m.record_id
        join marac.referral n on n.id = q.record_id and (n.referred_at, n.id) > (r.referred_at, r.id)
        where m.part = 'VICTIM')
    select p.record_id, p.later_id
    from pair p
    where (not exists (select from marac.referred_person h where h.record_id = p.record_id and h.part = 'PERPETRATOR')
           or not exists (select from marac.referred_person h where h.record_id = p.later_id and h.part = 'PERPETRATOR')
           or exists (select from mine m join marac.referred_person h on h.person_id = m.alike
                      where m.record_id = p.record_id and m.part = 'PERPETRATOR'
                        and h.record_id = p.later_id and h.part = 'PERPETRATOR'))
      and not exists (select from marac.triage t
                      where t.record_id = p.later_id and t.undone_at is null
                        and (t.outcome not in ('ACCEPTED', 'EMERGENCY', 'WITHDRAWN')
                             or t.outcome = 'WITHDRAWN' and marac.referred_in_error(p.later_id)))
      and access.may_see(p.record_id, 'SUMMARY') and access.may_see(p.later_id, 'SUMMARY')
$$;
comment on function marac.later_in_case is 'For some referrals, later ones of the same case that were not turned away and not made in error, where whoever looks may see both.';

select access.guard('marac.withdrawal', 'record_id', '''CASE''', 'RISK');
create policy withdrawal_is_asked on marac.withdrawal for insert with check (
    (select access.viewer_role()) in ('REFERRER', 'REPRESENTATIVE', 'COORDINATOR', 'IDVA', 'SUPPORT_WORKER')
    and agency_id = (select access.viewer_agency()) and asked_by = (select access.viewer_account())
    and asked_at = now() and decided_at is null and access.may_see(record_id, 'RISK')
    and exists (select from marac.referral r where r.id = record_id and r.agency_id = (select access.viewer_agency())));
create policy withdrawal_is_decided on marac.withdrawal for update
    using ((select access.viewer_role()) = 'COORDINATOR' and decided_at is null and access.may_see(record_id, 'RISK'))
    with check (decided_at = now() and decided_by = (select access.viewer_account()));

grant select on marac.withdrawal_reason to witan_application;
grant select, insert on marac.withdrawal to witan_application;
grant update (outcome, answer, decided_at, decided_by, triage_id) on marac.withdrawal to witan_application;
revoke execute on function marac.referred_in_error from public;
grant execute on function marac.referred_in_error to witan_application;
