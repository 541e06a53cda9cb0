-- Multi-agency tasking and coordination (MATAC): the scale by which alleged perpetrators are ranked, and whom agencies nominate.
--
-- Why a schema of its own: decision 39 keeps the Tactical Priorities Group free of every person, so nothing here may be among its
-- tables, and its role reads nothing here (decision 41).
-- Why the scale is rows with a version and a day: no weights of MATAC are public, so ours are proposed, printed on every list, and
-- changed by adding a version. A ranking of a past day is reckoned by the scale of that day.
-- Why no score is stored: it is reckoned from the concerns of module people whenever it is read, as the rule lets whoever reads see
-- them. What is not stored cannot be read past the rule, and cannot outlive what an agency took back.
-- Why a nomination is of a source record and seen as its alleged perpetrator is: a nomination says of somebody that they harm.
-- Existing rows: none; the schema is new.

create table matac.scale (
    version integer not null,
    since date not null,
    recency_weight integer not null,
    frequency_weight integer not null,
    gravity_weight integer not null,
    victims_weight integer not null,
    pool_months integer not null,
    pool_events integer not null,
    pool_victims integer not null,
    least_age integer not null,
    recency_days integer not null,
    frequency_months integer not null,
    frequency_full integer not null,
    harm_version integer not null,
    harm_full numeric(8, 2) not null,
    victims_full integer not null,
    repeat_months integer not null,
    repeat_events integer not null,
    sources text[] not null,
    relations_left_out text[] not null,
    first_places integer not null,
    small_number integer not null,
    words text not null,
    source text not null,
    constraint scale_is_identified primary key (version),
    constraint scale_begins_once unique (since),
    constraint scale_weights_are_a_hundred check (least(recency_weight, frequency_weight, gravity_weight, victims_weight) >= 0
        and recency_weight + frequency_weight + gravity_weight + victims_weight = 100),
    constraint scale_divides_by_something check (least(pool_months, pool_events, pool_victims, least_age, recency_days,
        frequency_months, frequency_full, victims_full, repeat_months, repeat_events, first_places, small_number) > 0
        and harm_full > 0),
    constraint scale_never_uses_referrals check (not sources && array['REFERRAL'])
);
comment on table matac.scale is 'How alleged perpetrators are ranked: who is in the pool, what each part counts, and what it weighs. A new version is added, none is changed.';
comment on column matac.scale.version is 'Printed on every list.';
comment on column matac.scale.since is 'From which day it is used.';
comment on column matac.scale.recency_weight is 'What recency weighs of 100.';
comment on column matac.scale.frequency_weight is 'What frequency weighs of 100.';
comment on column matac.scale.gravity_weight is 'What gravity weighs of 100.';
comment on column matac.scale.victims_weight is 'What the number of victims weighs of 100.';
comment on column matac.scale.pool_months is 'Events of so many months before the day count.';
comment on column matac.scale.pool_events is 'So many of them make a repeat alleged perpetrator, and are needed for the pool.';
comment on column matac.scale.pool_victims is 'So many different victims make a serial one, and are needed for the pool.';
comment on column matac.scale.least_age is 'Nobody younger on the day is ranked.';
comment on column matac.scale.recency_days is 'So many days after the last event recency is 0; on the day itself it is 100.';
comment on column matac.scale.frequency_months is 'Frequency counts events of so many months.';
comment on column matac.scale.frequency_full is 'So many events are 100.';
comment on column matac.scale.harm_version is 'The table of harm.';
comment on column matac.scale.harm_full is 'A harm sum of so many days is 100; between, gravity grows with the logarithm.';
comment on column matac.scale.victims_full is 'So many different victims are 100.';
comment on column matac.scale.repeat_months is 'A repeat victim was harmed again within so many months.';
comment on column matac.scale.repeat_events is 'So many events make a repeat victim.';
comment on column matac.scale.sources is 'Concerns and records from these sources count. Never REFERRAL: what a MARAC was told does not flow in.';
comment on column matac.scale.relations_left_out is 'An event between two who are this to one another is not domestic. One whose relation is not recorded counts.';
comment on column matac.scale.first_places is 'Fairness compares so many first places with the pool.';
comment on column matac.scale.small_number is 'A group of fewer is not shown by itself.';
comment on column matac.scale.words is 'Why this version.';
comment on column matac.scale.source is 'Where it comes from.';

insert into matac.scale (version, since, recency_weight, frequency_weight, gravity_weight, victims_weight, pool_months, pool_events,
    pool_victims, least_age, recency_days, frequency_months, frequency_full, harm_version, harm_full, victims_full, repeat_months,
    repeat_events, sources, relations_left_out, first_places, small_number, words, source)
values (1, '2026-11-01', 25, 25, 35, 15, 36, 2, 2, 16, 730, 24, 10, 1, 5475, 5, 12, 2, '{POLICE_EXTRACT}',
    '{ACQUAINTANCE,STRANGER,NONE}', 20, 5,
    'The first scale. No published MATAC weights were found, so the weights and the bounds of each part are proposed.',
    'Pool: MATAC of Northumbria and North Yorkshire [S86][S87]; more victims weigh more [S88]; weights and bounds proposed');

create table matac.harm (
    version integer not null,
    code text not null,
    kind text not null,
    days numeric(8, 2) not null,
    source text not null,
    constraint harm_is_identified primary key (version, code),
    constraint harm_is_not_negative check (days >= 0)
);
comment on table matac.harm is 'What one event with an offence code weighs, in days of a starting sentence. Reference data.';
comment on column matac.harm.version is 'The table of harm.';
comment on column matac.harm.code is 'Offence code of the Home Office.';
comment on column matac.harm.kind is 'The subgroup that the code belongs to.';
comment on column matac.harm.days is 'Median of the starting points of the subgroup, in days.';
comment on column matac.harm.source is 'Where it is published.';

insert into matac.harm (version, code, kind, days, source)
select 1, code, kind, days, 'Cambridge Crime Harm Index, medians of the 2026 update by subgroup [S155]'
from (values
    ('Homicide', 5475, array['1', '1/4.1/4.10/4.2', '4.1', '4.10', '4.2']),
    ('Rape', 2555, array['19C', '19D', '19E', '19F', '19G', '19H', '19J', '19K']),
    ('Violence with injury', 365, array['2', '4.3', '4.4', '4.6', '4.7', '4.8', '4.9', '5A', '5B', '5C', '5D', '5E', '8F',
        '8G', '8H', '8J', '8K', '8N', '8P', '8S', '8T', '37.1']),
    ('Robbery of business property', 365, array['34A']),
    ('Robbery of personal property', 365, array['34B']),
    ('Possession of weapons offences', 273.75, array['10A', '10B', '10C', '10D', '81', '90']),
    ('Domestic burglary', 273.5, array['28A', '28B', '28C', '28D', '28E', '28F', '28G', '28H', '29', '29A']),
    ('Arson', 185, array['56A', '56B']),
    ('Non-domestic burglary', 183.5, array['30A', '30B', '30C', '30D', '31', '31A']),
    ('Other sexual offences', 182.25, array['17A', '17B', '20A', '20B', '21', '22A', '22B', '23', '70', '71', '72', '73',
        '88A', '88C', '88D', '88E']),
    ('Violence without injury', 10, array['3A', '3B', '11A', '13', '14', '36', '104', '104A', '104B', '105A', '105B',
        '106']),
    ('Stalking and harassment', 10, array['8L', '8M', '8Q', '8R', '8U']),
    ('Miscellaneous crimes', 10, array['15', '24', '26', '27', '33', '33A', '38', '54', '59', '60', '61', '61A', '67',
        '69', '76', '79', '80', '83', '86', '95', '96', '99', '802', '814']),
    ('Public order offences', 7.5, array['9A', '9B', '62A', '66']),
    ('Theft of a motor vehicle', 5, array['37.2', '48']),
    ('Theft from a vehicle', 5, array['45']),
    ('Trafficking of drugs', 5, array['92A']),
    ('Vehicle interference', 5, array['126']),
    ('Possession of drugs', 3, array['92C', '92D', '92E']),
    ('Other theft offences', 2, array['35', '40', '41', '42', '43', '47', '49', '49A']),
    ('Theft from the person', 2, array['39']),
    ('Bicycle theft', 2, array['44']),
    ('Criminal damage', 2, array['58A', '58B', '58C', '58D', '58J']),
    ('Shoplifting', 1, array['46'])) as given (kind, days, codes), unnest(codes) as code;

create table matac.approach (
    code text not null,
    words text not null,
    place integer not null,
    constraint approach_is_identified primary key (code)
);
comment on table matac.approach is 'What a MATAC can do about somebody. Reference data.';
comment on column matac.approach.code is 'Name in the code.';
comment on column matac.approach.words is 'Name on pages.';
comment on column matac.approach.place is 'Order in lists.';
insert into matac.approach (code, words, place) values
    ('SUPPORT', 'Support', 10), ('PREVENTION', 'Prevention', 20), ('DIVERSION', 'Diversion', 30),
    ('DISRUPTION', 'Disruption', 40), ('ENFORCEMENT', 'Enforcement', 50);

create table matac.nomination (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    reason text not null,
    agency_id uuid not null,
    on_day date not null,
    at timestamptz not null,
    by uuid not null,
    constraint nomination_is_identified primary key (id),
    constraint nomination_stands_with_its_record unique (id, record_id),
    constraint nomination_is_of_a_source_record foreign key (record_id) references people.source_record (id),
    constraint nomination_is_of_a_person foreign key (record_id, kind) references access.record (id, kind),
    constraint nomination_kind_is_person check (kind = 'PERSON'),
    constraint nomination_comes_from_an_agency foreign key (agency_id) references access.agency (id),
    constraint nomination_is_made_by_an_account foreign key (by) references access.account (id),
    constraint nomination_has_a_reason check (length(reason) between 1 and 2000)
);
create index nomination_of_record on matac.nomination (record_id);
comment on table matac.nomination is 'An agency asks that a MATAC takes somebody on, whatever the ranking says. Insert-only.';
comment on column matac.nomination.id is 'UUIDv7 made by the application.';
comment on column matac.nomination.record_id is 'The source record of the alleged perpetrator.';
comment on column matac.nomination.kind is 'Always PERSON, for the policy.';
comment on column matac.nomination.reason is 'Why, in words.';
comment on column matac.nomination.agency_id is 'The agency that nominates.';
comment on column matac.nomination.on_day is 'The day, in England.';
comment on column matac.nomination.at is 'When.';
comment on column matac.nomination.by is 'Who nominates.';

create table matac.decision (
    id uuid not null,
    nomination_id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    version integer not null,
    outcome text not null,
    approach text,
    words text not null,
    on_day date not null,
    at timestamptz not null,
    by uuid not null,
    constraint decision_is_identified primary key (id),
    constraint decision_comes_in_order unique (nomination_id, version),
    constraint decision_is_about_a_nomination foreign key (nomination_id, record_id) references matac.nomination (id, record_id),
    constraint decision_kind_is_person check (kind = 'PERSON'),
    constraint decision_outcome_is_known check (outcome in ('ADOPTED', 'NOT_ADOPTED', 'ENDED')),
    constraint decision_approach_is_known foreign key (approach) references matac.approach (code),
    constraint decision_says_how_somebody_is_taken_on check ((outcome = 'ADOPTED') = (approach is not null)),
    constraint decision_counts_from_one check (version > 0),
    constraint decision_has_a_reason check (length(words) between 1 and 2000),
    constraint decision_is_made_by_an_account foreign key (by) references access.account (id)
);
create index decision_of_record on matac.decision (record_id);
comment on table matac.decision is 'What became of a nomination: people decide, and no score does. Insert-only.';
comment on column matac.decision.id is 'UUIDv7 made by the application.';
comment on column matac.decision.nomination_id is 'The nomination.';
comment on column matac.decision.record_id is 'The source record that was nominated, for the policy.';
comment on column matac.decision.kind is 'Always PERSON, for the policy.';
comment on column matac.decision.version is 'Which decision about it, from 1: two who decide at once do not both.';
comment on column matac.decision.outcome is 'ADOPTED, NOT_ADOPTED, or ENDED of one that was adopted.';
comment on column matac.decision.approach is 'What is tried first; null for the others.';
comment on column matac.decision.words is 'Why, in words.';
comment on column matac.decision.on_day is 'The day, in England.';
comment on column matac.decision.at is 'When.';
comment on column matac.decision.by is 'Who decided.';

create trigger nomination_stays before update or delete on matac.nomination
    for each row execute function access.refuse_change();
create trigger decision_stays before update or delete on matac.decision
    for each row execute function access.refuse_change();

select access.guard('matac.nomination', 'record_id', '''PERSON''', 'PERPETRATOR');
select access.guard('matac.decision', 'record_id', '''PERSON''', 'PERPETRATOR');

create policy nomination_is_made on matac.nomination for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'CHAIR', 'REPRESENTATIVE')
    and by = (select access.viewer_account()) and agency_id = (select access.viewer_agency()) and at = now()
    and on_day = access.today() and access.may_see(record_id, 'PERPETRATOR'));
create policy decision_is_made on matac.decision for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'CHAIR')
    and by = (select access.viewer_account()) and at = now() and on_day = access.today()
    and access.may_see(record_id, 'PERPETRATOR'));

grant usage on schema matac to witan_application;
grant select on matac.scale, matac.harm, matac.approach to witan_application;
grant select, insert on matac.nomination, matac.decision to witan_application;
