-- Anybody who sees a case can say that it happened again, and a referral that was promised is waited for.
--
-- What: further abuse between the persons of a referral, told on its page or by a system, without a referral anew; and that
-- an incident which was settled as referred stays before the coordinator until a referral of these persons is there.
-- Why: a repeat was found from the police extract, from a breach of an order and from another whole referral. A practice, a
-- school, a landlord or an IDVA who hears that he came back told nobody. And "it will be referred today" closed an incident
-- for good, whether or not somebody did.
-- Why what happened is in module people and only the rest here: it is further abuse as any other, found by the same function,
-- between the very records of the referral, so that nobody's name is matched or guessed.
-- Why whoever tells may say "the same person": those who support a victim may not know who is accused. The function of the
-- owner knows it from the referral, and tells them nothing.
-- Why what is told by hand is found outside every window too: somebody of an agency said it of this case, and waits for an
-- answer. The police give all that they have, and mean no case by it.
-- Why a referral keeps the promise from the day on which the incident was found, and not from that on which it was settled:
-- the coordinator may say that it is referred when it has come already. One that came after the abuse was known is heard as
-- a repeat, so nothing is lost by it. One that was turned away or made in error keeps no promise.
-- Why whether it came is derived: a referral may be undone, withdrawn or found to be of the same persons later.
-- Existing rows: an incident that was settled as referred before, and no referral of the same persons followed, is waited
-- for from now on: nobody knows whether it was forgotten.

create table marac.abuse_kind (
    code text not null,
    words text not null,
    place integer not null,
    source text not null,
    constraint abuse_kind_is_identified primary key (code),
    constraint abuse_kind_is_short check (words <> '' and length(words) <= 40)
);
comment on table marac.abuse_kind is 'What further abuse may be, by kind.';
comment on column marac.abuse_kind.code is 'Name in the API.';
comment on column marac.abuse_kind.words is 'On pages, and as the name of what happened in module people.';
comment on column marac.abuse_kind.place is 'Order on pages.';
comment on column marac.abuse_kind.source is 'Where it comes from.';
insert into marac.abuse_kind (code, words, place, source) values
    ('PHYSICAL', 'Physical abuse', 10, 'Domestic Abuse Act 2021, section 1(3)(a)'),
    ('STRANGULATION', 'Strangling, choking or suffocating', 20, 'Serious Crime Act 2015, section 75A'),
    ('SEXUAL', 'Sexual abuse', 30, 'Domestic Abuse Act 2021, section 1(3)(a)'),
    ('THREATS', 'Violent or threatening behaviour', 40, 'Domestic Abuse Act 2021, section 1(3)(b)'),
    ('CONTROL', 'Controlling or coercive behaviour', 50, 'Domestic Abuse Act 2021, section 1(3)(c)'),
    ('STALKING', 'Stalking or harassment', 60, 'Protection from Harassment Act 1997, sections 2 and 2A'),
    ('ECONOMIC', 'Economic abuse', 70, 'Domestic Abuse Act 2021, section 1(3)(d)'),
    ('EMOTIONAL', 'Psychological, emotional or other abuse', 80, 'Domestic Abuse Act 2021, section 1(3)(e)');

create table marac.further_report (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    on_day date not null,
    about_day boolean not null,
    abuse text not null,
    who text not null,
    known_by text not null,
    safe text not null,
    emergency text not null,
    done text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint further_report_is_identified primary key (id),
    constraint further_report_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint further_report_is_of_a_kind foreign key (abuse) references marac.abuse_kind (code),
    constraint further_report_who_is_known check (who in ('NAMED', 'SAME', 'UNSURE')),
    constraint further_report_source_is_known check (known_by in ('TOLD_BY_VICTIM', 'SEEN', 'TOLD_BY_ANOTHER')),
    constraint further_report_safety_is_known check (safe in ('YES', 'NO', 'UNKNOWN')),
    constraint further_report_emergency_is_known check (emergency in ('CALLED', 'NOT_NEEDED', 'NOT_CALLED')),
    constraint further_report_is_short check (length(done) <= 2000),
    constraint further_report_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint further_report_is_by_an_account foreign key (by) references access.account (id)
);
create index further_report_of_referral on marac.further_report (record_id, on_day);
comment on table marac.further_report is 'That somebody of an agency said on the page of a referral that it happened again. What happened is a concern of module people.';
comment on column marac.further_report.id is 'UUIDv7 made with the form, so that sending it twice tells it once; the key of the concern.';
comment on column marac.further_report.record_id is 'The referral on whose page it was told.';
comment on column marac.further_report.kind is 'Always CASE, for the policy.';
comment on column marac.further_report.on_day is 'When it happened, or the last day on which it may have.';
comment on column marac.further_report.about_day is 'Whether the day is not known more closely.';
comment on column marac.further_report.abuse is 'What it was, by kind.';
comment on column marac.further_report.who is 'NAMED: alleged perpetrators of the referral, who stand in the concern; SAME: those of the referral, whom whoever told it may not know; UNSURE: nobody knows.';
comment on column marac.further_report.known_by is 'Where it is known from.';
comment on column marac.further_report.safe is 'Whether it is safe that agencies speak to the victim about it.';
comment on column marac.further_report.emergency is 'Whether 999 was called.';
comment on column marac.further_report.done is 'What else was done at once; empty when nothing.';
comment on column marac.further_report.agency_id is 'The agency that told it.';
comment on column marac.further_report.at is 'When it was told.';
comment on column marac.further_report.by is 'By whom.';
select access.guard('marac.further_report', 'record_id', '''CASE''', 'RISK');
create policy further_report_is_told on marac.further_report for insert with check (
    (select access.viewer_role()) in ('REFERRER', 'REPRESENTATIVE', 'COORDINATOR', 'IDVA', 'SUPPORT_WORKER')
    and agency_id = (select access.viewer_agency()) and by = (select access.viewer_account())
    and at = now() and on_day <= access.today() and access.may_see(record_id, 'RISK'));

create or replace function marac.find_incident(concern uuid) returns void
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    c people.concern;
    told marac.further_report;
    harmers uuid[];
    earlier uuid;
begin
    select * into c from people.concern x where x.id = find_incident.concern;
    if not found or c.source = 'REFERRAL' or not people.concern_holds(c.id) then
        return;
    end if;
    select * into told from marac.further_report f
    where c.source in ('BY_HAND', 'API') and f.agency_id = c.agency_id and f.id::text = c.source_key;
    harmers := array(select h.record_id from people.concern_person h where h.concern_id = c.id and h.part = 'PERPETRATOR');
    if cardinality(harmers) = 0 and told.who = 'SAME' then
        harmers := array(select h.person_id from marac.referred_person h
                         where h.record_id = told.record_id and h.part = 'PERPETRATOR');
    end if;
    earlier := coalesce(marac.latest_of_same(c.record_id, harmers, c.happened_on), told.record_id);
    if earlier is null then
        return;
    end if;
    insert into marac.incident (id, record_id, concern_id, happened_on, found_at)
    values (gen_random_uuid(), earlier, c.id, c.happened_on, now())
    on conflict on constraint incident_is_found_once do nothing;
end $$;
comment on function marac.find_incident is 'Looks whether a concern is further abuse between the persons of a referral, and keeps it for the coordinator; one that was told on the page of a referral is kept in any case. Tells whoever asks nothing.';
comment on table marac.incident is 'Something that happened, from any source, between the persons of a referral: inside the window of a repeat, or told on the page of that referral.';

-- A referral that was promised ------------------------------------------------------------------------------------

alter table marac.incident add constraint incident_stays_with_its_referral unique (id, record_id);
create index incident_promised on marac.incident (record_id) where settlement = 'REFERRED';

create table marac.not_referred (
    incident_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    reason text not null,
    at timestamptz not null,
    by uuid not null,
    constraint not_referred_is_said_once primary key (incident_id),
    constraint not_referred_is_of_an_incident foreign key (incident_id, record_id) references marac.incident (id, record_id),
    constraint not_referred_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint not_referred_has_a_reason check (reason <> '' and length(reason) <= 5000),
    constraint not_referred_is_said_by_an_account foreign key (by) references access.account (id)
);
create index not_referred_of_referral on marac.not_referred (record_id);
comment on table marac.not_referred is 'Why no referral follows an incident that was settled as referred.';
comment on column marac.not_referred.incident_id is 'The incident.';
comment on column marac.not_referred.record_id is 'The referral of the incident.';
comment on column marac.not_referred.kind is 'Always CASE, for the policy.';
comment on column marac.not_referred.reason is 'Why.';
comment on column marac.not_referred.at is 'When the coordinator said so.';
comment on column marac.not_referred.by is 'Who said so.';
alter table marac.not_referred enable row level security;
do $$
begin
    execute 'create policy not_referred_is_read on marac.not_referred for select using ('
        || '(select access.viewer_role()) = ''COORDINATOR'' and '
        || access.rule_for('''CASE''', '''RISK''', 'marac.not_referred.record_id') || ')';
end $$;
create policy not_referred_is_said on marac.not_referred for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and at = now() and by = (select access.viewer_account())
    and access.may_see(record_id, 'RISK')
    and exists (select from marac.incident i where i.id = incident_id and i.settlement = 'REFERRED'));

grant select on marac.abuse_kind to witan_application;
grant select, insert on marac.further_report, marac.not_referred to witan_application;
