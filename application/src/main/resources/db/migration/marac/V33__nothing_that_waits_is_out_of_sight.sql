-- What waits for somebody and stood on no list now stands on one: accepted cases on no agenda, referrals that were not taken,
-- victims whom nobody tried to reach, and those who were not told what a conference decided.
--
-- Why: a decision took a referral off the list of what waits. Accepted, it was seen again only on an agenda, and whoever forgot to
-- put it there, or cancelled its meeting, was told by nobody. Returned, it was seen by nobody. An IDVA was written to once.
-- Why a table of what is to be heard: that a case waits for a conference is that it was accepted and none heard it. To find the few
-- among all there ever were would cost more each year. They are kept by triggers, in the transaction that changes it.
-- Why the table does not know the agendas: that a meeting is over without having heard a case happens by time alone. Which of the
-- few stand on an agenda to come is asked when somebody looks.
-- Why an agency answers, and does not refer again: what was missing is mostly a sentence, and what was asked on a dozen pages is
-- there. Its answer takes the decision back, so that the referral waits as any other; no decision is lost.
-- Why it may say that it has nothing to add: that a referral was turned away must not be owed forever, and somebody answers for it.
-- Why contact is asked for by functions: nobody keeps that nothing happened. It is looked for among the referrals of ninety days
-- and what was heard within sixty, whatever lies behind them.
-- Existing rows: what was accepted, made here and not heard is filled in. No answer is known.

-- To be heard -----------------------------------------------------------------------------------------------------------

create table marac.to_be_heard (
    record_id uuid not null,
    kind text not null default 'CASE',
    constraint to_be_heard_is_identified primary key (record_id),
    constraint to_be_heard_is_a_referral foreign key (record_id, kind) references marac.referral (id, kind)
);
comment on table marac.to_be_heard is 'Referrals that were accepted and that no meeting has heard. Kept by triggers on marac.triage and meeting.item_event; nobody else writes it.';
comment on column marac.to_be_heard.record_id is 'The referral.';
comment on column marac.to_be_heard.kind is 'Always CASE, for the policy.';

create function marac.is_to_be_heard(record uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.triage t join marac.referral r on r.id = t.record_id and r.source = 'MADE_HERE'
                   where t.record_id = is_to_be_heard.record and t.undone_at is null
                     and t.outcome in ('ACCEPTED', 'EMERGENCY'))
       and not exists (select from meeting.item i join meeting.heard h on h.item_id = i.id
                       where i.record_id = is_to_be_heard.record)
$$;
comment on function marac.is_to_be_heard is 'Whether a referral was accepted and no meeting has heard it. For functions of the owner.';

create function marac.keep_to_be_heard(records uuid[]) returns void
    language sql security definer set search_path = marac, pg_temp as $$
    delete from marac.to_be_heard h
    where h.record_id = any (keep_to_be_heard.records) and not marac.is_to_be_heard(h.record_id);
    insert into marac.to_be_heard (record_id)
    select distinct u.id from unnest(keep_to_be_heard.records) as u (id)
    where marac.is_to_be_heard(u.id)
    on conflict do nothing
$$;
comment on function marac.keep_to_be_heard is 'Puts some referrals on the list of what is to be heard, or takes them off. For triggers.';

create function marac.decision_is_to_be_heard() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_to_be_heard(array(select a.record_id from added a));
    return null;
end $$;
comment on function marac.decision_is_to_be_heard is 'What is accepted is to be heard, until that is taken back.';
create trigger triage_is_to_be_heard after insert on marac.triage
    referencing new table as added for each statement execute function marac.decision_is_to_be_heard();
create trigger undone_triage_is_not_to_be_heard after update on marac.triage
    referencing new table as added for each statement execute function marac.decision_is_to_be_heard();

create function marac.hearing_is_to_be_heard() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_to_be_heard(array(
        select a.record_id from added a where a.kind = 'CASE' and a.what in ('HEARD', 'NOT_HEARD')));
    return null;
end $$;
comment on function marac.hearing_is_to_be_heard is 'What was heard is not to be heard any more, until that is taken back.';
create trigger heard_is_not_to_be_heard after insert on meeting.item_event
    referencing new table as added for each statement execute function marac.hearing_is_to_be_heard();

insert into marac.to_be_heard (record_id)
select t.record_id from marac.triage t
where t.undone_at is null and t.outcome in ('ACCEPTED', 'EMERGENCY') and marac.is_to_be_heard(t.record_id);

select access.guard('marac.to_be_heard', 'record_id', '''CASE''', 'SUMMARY');
grant select on marac.to_be_heard to witan_application;

create function marac.unlisted() returns table (record_id uuid, missed boolean)
    language sql stable security definer set search_path = marac, pg_temp as $$
    select h.record_id, exists (select from meeting.item i where i.record_id = h.record_id and i.off_at is null)
    from marac.to_be_heard h
    where (select access.viewer_role()) = 'COORDINATOR'
      and not exists (select from meeting.item i
                      where i.record_id = h.record_id and i.off_at is null and marac.is_to_meet(i.meeting_id))
$$;
comment on function marac.unlisted is 'What is to be heard and stands on no agenda to come, of whatever board, and whether a meeting it stood on was cancelled or is over. For a coordinator only; the rule says which of them they see.';

-- Not taken -------------------------------------------------------------------------------------------------------------

create table marac.return_answer (
    id uuid not null,
    triage_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    again boolean not null,
    words text not null,
    agency_id uuid not null,
    answered_at timestamptz not null,
    answered_by uuid not null,
    constraint return_answer_is_identified primary key (id),
    constraint return_answer_is_one_for_a_decision unique (triage_id),
    constraint return_answer_is_to_a_decision foreign key (triage_id, record_id) references marac.triage (id, record_id),
    constraint return_answer_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint return_answer_says_something check (words <> '' or not again),
    constraint return_answer_is_short check (length(words) <= 5000),
    constraint return_answer_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint return_answer_is_by_an_account foreign key (answered_by) references access.account (id)
);
create index return_answer_of_referral on marac.return_answer (record_id);
create index triage_turns_away on marac.triage (decided_at)
    where undone_at is null and outcome in ('RETURNED', 'OTHER_AREA', 'CHILDRENS_ROUTE');
comment on table marac.return_answer is 'What the agency that referred says to a decision not to take its referral. Added, never changed.';
comment on column marac.return_answer.id is 'UUIDv7 made with the form, so that sending it twice answers once.';
comment on column marac.return_answer.triage_id is 'The decision.';
comment on column marac.return_answer.record_id is 'The referral.';
comment on column marac.return_answer.kind is 'Always CASE, for the policy.';
comment on column marac.return_answer.again is 'It brings what was missing, and the referral waits for another decision; otherwise the agency leaves it at that.';
comment on column marac.return_answer.words is 'What was missing; may be empty where the agency leaves it at that.';
comment on column marac.return_answer.agency_id is 'The agency that referred.';
comment on column marac.return_answer.answered_at is 'When.';
comment on column marac.return_answer.answered_by is 'By whom.';
create trigger return_answer_stays before update or delete on marac.return_answer
    for each row execute function access.refuse_change();
select access.guard('marac.return_answer', 'record_id', '''CASE''', 'RISK');
grant select on marac.return_answer to witan_application;

create function marac.returns_owed() returns table (triage_id uuid, record_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $$
    select t.id, t.record_id
    from marac.triage t
    join marac.referral r on r.id = t.record_id
    where t.undone_at is null and t.outcome in ('RETURNED', 'OTHER_AREA', 'CHILDRENS_ROUTE')
      and t.decided_at > now() - interval '90 days'
      and r.source = 'MADE_HERE' and r.agency_id = (select access.viewer_agency())
      and (select access.viewer_role()) in ('REFERRER', 'REPRESENTATIVE', 'COORDINATOR', 'IDVA', 'SUPPORT_WORKER')
      and not exists (select from marac.return_answer a where a.triage_id = t.id)
$$;
comment on function marac.returns_owed is 'Decisions of the last 90 days not to take a referral of the agency of whoever looks, which it has not answered. The rule says which of them they see.';

create function marac.answer_return(id uuid, decision uuid, again boolean, words text) returns boolean
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    referral uuid;
    answered integer;
begin
    select t.record_id into referral
    from marac.triage t join marac.referral r on r.id = t.record_id
    where t.id = answer_return.decision and t.undone_at is null
      and t.outcome in ('RETURNED', 'OTHER_AREA', 'CHILDRENS_ROUTE')
      and r.agency_id = access.viewer_agency()
    for update of t;
    if referral is null or not access.viewer_in_force() or not access.may_see(referral, 'RISK')
            or access.viewer_role() not in ('REFERRER', 'REPRESENTATIVE', 'COORDINATOR', 'IDVA', 'SUPPORT_WORKER') then
        return false;
    end if;
    insert into marac.return_answer (id, triage_id, record_id, again, words, agency_id, answered_at, answered_by)
    values (answer_return.id, answer_return.decision, referral, answer_return.again, answer_return.words,
        access.viewer_agency(), now(), access.viewer_account())
    on conflict do nothing;
    get diagnostics answered = row_count;
    if answered = 1 and answer_return.again then
        update marac.triage t set undone_at = now(), undone_by = access.viewer_account() where t.id = answer_return.decision;
    end if;
    return answered = 1;
end $$;
comment on function marac.answer_return is 'Answers a decision not to take a referral, for the agency that referred; where it brings what was missing, the decision is taken back and the referral waits again. Whether this did it: not where the decision was answered or taken back before, or is not there for whoever looks.';

-- Contact that is owed ----------------------------------------------------------------------------------------------------

insert into access.setting (name, since, value, reason) values
    ('marac_contact_days', '2026-11-01', '2', 'Proposed: somebody tries to reach the victim within two working days of a referral, and of a conference.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_contact_days', 'Within how many working days somebody tries to reach the victim', 'working days', 0, 10,
     'Whoever is at risk of being killed is not left for two weeks without a voice.', 218);

create function marac.contact_owed() returns table (record_id uuid, after boolean, since date)
    language sql stable security definer set search_path = marac, pg_temp as $$
    with looking as materialized (
        select access.viewer_agency() as agency where access.viewer_role() = 'IDVA'),
    held as materialized (
        select m.id, (t.starts_at at time zone 'Europe/London')::date as day
        from looking
        cross join meeting.timing t
        join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
        where t.starts_at > now() - interval '60 days'
          and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)),
    heard as materialized (
        select k.record_id, max(d.day) as day from held d join marac.heard_fact k on k.meeting_id = d.id group by k.record_id)
    select r.id, false, r.referred_on
    from looking
    join marac.referral r on r.referred_on > access.today() - 90 and r.source = 'MADE_HERE'
    where not exists (select from marac.contact c where c.record_id = r.id)
      and not exists (select from marac.heard_fact k where k.record_id = r.id)
      and not exists (select from marac.triage t where t.record_id = r.id and t.undone_at is null
                      and t.outcome not in ('ACCEPTED', 'EMERGENCY'))
      and exists (select from access.party y where y.record_id = r.id and y.agency_id = looking.agency and y.until_at is null)
    union all
    select h.record_id, true, h.day
    from looking
    cross join heard h
    where not exists (select from marac.contact c
                      where c.record_id = h.record_id and c.after_meeting and c.on_day >= h.day)
      and exists (select from access.party y
                  where y.record_id = h.record_id and y.agency_id = looking.agency and y.until_at is null)
$$;
comment on function marac.contact_owed is 'Victims whom nobody tried to reach since they were referred, within 90 days and before a conference, and those not told since a conference of the last 60 days. For the agency of an IDVA; the rule says which of them they see.';

revoke execute on function marac.is_to_be_heard, marac.keep_to_be_heard, marac.decision_is_to_be_heard,
    marac.hearing_is_to_be_heard, marac.unlisted, marac.returns_owed, marac.answer_return, marac.contact_owed from public;
grant execute on function marac.unlisted, marac.returns_owed, marac.answer_return, marac.contact_owed to witan_application;
