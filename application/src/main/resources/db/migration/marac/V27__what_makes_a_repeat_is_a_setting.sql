-- What makes a repeat is a setting: any further abuse, or only what would be a crime if somebody reported it.
--
-- Why a setting after all (V3 said why it was none): partnerships that still work by the older text [S13][S27] had no way to
-- count as they do, and counted beside the system. The current text, any abuse [S20][S21], stays what is in force.
-- Why what nobody knows counts: whether something would be a crime is recorded where the police gave an offence with it, or
-- an order was broken whose breach is a crime. A referral does not say it. Nothing is left out for want of a word: it waits, it
-- says that nobody knows, and only the coordinator says that it would be none, with a reason.
-- Why each decision keeps the definition by which it was made, and the answer: a setting that is changed later must not make
-- last year's repeats into something else, nor leave anybody unable to say why they were.
-- Existing rows: all were decided by any abuse.

insert into access.setting (name, since, value, reason) values
    ('marac_repeat_definition', '2026-11-01', '0', 'SafeLives, current text: any abuse, also what is no crime [S20][S21].');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_repeat_definition', 'What makes a repeat: 0 for any further abuse, 1 for only what would be a crime if it was reported',
     '(0: any abuse, 1: would be a crime)', 0, 1,
     'The sources disagree. Any abuse is the current definition; the older one asks for something criminal, and misses what is none.', 217);

create table marac.repeat_definition (
    code text not null,
    number integer not null,
    source text not null,
    constraint repeat_definition_is_identified primary key (code),
    constraint repeat_definition_is_set_by_a_number unique (number)
);
comment on table marac.repeat_definition is 'What may make a repeat.';
comment on column marac.repeat_definition.code is 'Name in the code; the words are the pages''.';
comment on column marac.repeat_definition.number is 'The value of the setting by which it is in force.';
comment on column marac.repeat_definition.source is 'Where it comes from.';
insert into marac.repeat_definition (code, number, source) values
    ('ANY_ABUSE', 0, '[S20] [S21], current text, read November 2026'),
    ('WOULD_BE_A_CRIME', 1, '[S13] [S27], older text, read November 2026');

create function marac.definition_in_force() returns text
    language sql stable set search_path = marac, pg_temp as $$
    select d.code from marac.repeat_definition d where d.number = access.setting_number('marac_repeat_definition')
$$;
comment on function marac.definition_in_force is 'What makes a repeat by now.';

alter table marac.repetition
    add column definition text not null default 'ANY_ABUSE',
    add constraint repetition_is_by_a_definition foreign key (definition) references marac.repeat_definition (code);
comment on column marac.repetition.definition is 'What made a repeat on that day.';
alter table marac.repetition alter column definition set default marac.definition_in_force();

drop policy repetition_is_told on marac.repetition;
create policy repetition_is_told on marac.repetition for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'RISK')
    and access.may_see(earlier_id, 'SUMMARY') and definition = marac.definition_in_force());

create table marac.crime_answer (
    triage_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    earlier_id uuid not null,
    answer text not null,
    because text not null,
    constraint crime_answer_is_identified primary key (triage_id, earlier_id),
    constraint crime_answer_is_of_a_decision foreign key (triage_id, record_id) references marac.triage (id, record_id),
    constraint crime_answer_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint crime_answer_is_after_a_referral foreign key (earlier_id, kind) references marac.referral (id, kind),
    constraint crime_answer_is_after_another check (earlier_id <> record_id),
    constraint crime_answer_is_known check (answer in ('YES', 'NO', 'UNKNOWN')),
    constraint crime_answer_says_why_not check (answer <> 'NO' or because <> ''),
    constraint crime_answer_is_short check (length(because) <= 2000)
);
create index crime_answer_of_referral on marac.crime_answer (record_id);
create index crime_answer_of_earlier on marac.crime_answer (earlier_id);
comment on table marac.crime_answer is 'Whether what happened since an earlier referral would be a crime if it was reported, as it was known when the later one was decided about by the older definition. There only for whoever may see both referrals.';
comment on column marac.crime_answer.triage_id is 'The decision.';
comment on column marac.crime_answer.record_id is 'The referral.';
comment on column marac.crime_answer.kind is 'Always CASE, for the policy.';
comment on column marac.crime_answer.earlier_id is 'The referral before it.';
comment on column marac.crime_answer.answer is 'YES as recorded or as the coordinator says; NO as the coordinator says, so that it is no repeat; UNKNOWN, so that it is one.';
comment on column marac.crime_answer.because is 'Why it would be none; not for the referrer, whom it would tell of an earlier referral.';
alter table marac.crime_answer enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on marac.crime_answer for select using (('
        || access.rule_for('''CASE''', '''SUMMARY''', 'marac.crime_answer.record_id') || ') and ('
        || access.rule_for('''CASE''', '''SUMMARY''', 'marac.crime_answer.earlier_id') || '))';
end $$;
create policy crime_answer_is_given on marac.crime_answer for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'RISK')
    and access.may_see(earlier_id, 'SUMMARY') and marac.definition_in_force() = 'WOULD_BE_A_CRIME');
grant select, insert on marac.crime_answer to witan_application;

create function marac.crime_of(concern uuid) returns text
    language sql stable set search_path = marac, pg_temp as $$
    select case
        when exists (select from people.concern c
                     where c.id = crime_of.concern and c.source = 'POLICE_EXTRACT' and c.code <> '')
          or exists (select from people.concern c
                     join marac.order_breach b on b.id::text = c.source_key
                     join marac.order_term m on m.order_id = b.order_id
                     join marac.order_type t on t.code = m.type and t.breach = 'CRIME'
                     where c.id = crime_of.concern)
        then 'YES' else 'UNKNOWN' end
$$;
comment on function marac.crime_of is 'Whether something that happened would be a crime, as far as it is recorded and whoever looks may see it: never NO, which only the coordinator says.';

alter table marac.incident
    drop constraint incident_settlement_is_known,
    add constraint incident_settlement_is_known check (settlement in ('REFERRED', 'NO_ABUSE', 'OTHER_PERSONS', 'NO_CRIME'));
comment on column marac.incident.settlement is 'What they decided: it was referred, it is no abuse, it is of other persons, or it would be no crime where the definition asks for one.';

create function marac.incident_waits(settled_at timestamptz, settlement text) returns boolean
    language sql stable set search_path = marac, pg_temp as $$
    select settled_at is null or settlement = 'NO_CRIME' and marac.definition_in_force() = 'ANY_ABUSE'
$$;
comment on function marac.incident_waits is 'Whether a further incident waits for the coordinator. One that was set aside because it would be no crime waits again when any abuse makes a repeat.';
drop policy incident_is_settled on marac.incident;
create policy incident_is_settled on marac.incident for update
    using ((select access.viewer_role()) = 'COORDINATOR' and marac.incident_waits(settled_at, settlement)
           and access.may_see(record_id, 'RISK'))
    with check (settled_at = now() and settled_by = (select access.viewer_account()));

grant select on marac.repeat_definition to witan_application;
revoke execute on function marac.definition_in_force, marac.crime_of, marac.incident_waits from public;
grant execute on function marac.definition_in_force, marac.crime_of, marac.incident_waits to witan_application;
