-- The return of ten years is read at once: what it counts of a case is kept when the case is heard.
--
-- Why kept: the return of V6 made the facts of each case anew from some dozen rows of six tables, so that it cost as much
-- as there were cases: 2.3 s for 20,416 of them. Now a case that is heard has one row of facts for each meeting that heard
-- it, and the return adds these up.
-- Why by triggers: what the facts rest on is written by three modules, and whoever writes it must not have to know of the
-- return. There is one statement that makes the facts (marac.facts_of); what changes them calls it, in its own transaction:
--   * a case is heard (meeting.item_event, insert-only);
--   * its meeting is moved to another day, from which ages count (meeting.timing, insert-only);
--   * it is decided as a repeat, or that is undone (marac.triage, marac.repetition);
--   * an agency corrects what it gave of a person (people.source_record, a newer version).
-- The persons and statements of a referral are written in the transaction that makes it and in no other (policies of V1),
-- so before anybody can hear it. The kind and the name of an agency, the name of a board and whether a meeting was called
-- off are read when the return is made.
-- Why what is corrected counts: a return that repeats what an agency has taken back would be wrong knowingly. What a return
-- of another day said is in the file that left then; the trail holds how many cases it counted and a digest of which.
-- Why no policy lets anybody read the facts: they are of parts that are opened one by one. marac.heard_between asks first
-- whether whoever looks is a coordinator to whom all these parts are open throughout the partnership, as before. Then what is
-- withheld from them is asked once for each record that was ever closed; a case that touches one (a person of it, or the
-- referral that it repeats) is counted anew without what is withheld, by the same statement.
-- Existing rows: filled from what was heard.

create table marac.referral_source (
    code text not null,
    place integer not null,
    source text not null,
    constraint referral_source_is_identified primary key (code)
);
comment on table marac.referral_source is 'Who referred, as the return names them.';
comment on column marac.referral_source.code is 'Name in the code; the words are the pages''.';
comment on column marac.referral_source.place is 'Order on pages.';
comment on column marac.referral_source.source is 'Where it comes from.';
insert into marac.referral_source (code, place, source)
select s.code, s.place, 'Categories of referring agencies on the return, background knowledge, November 2026 [BG]'
from (values ('POLICE', 10), ('IDVA', 20), ('CHILDRENS_SOCIAL_CARE', 30), ('PRIMARY_CARE', 40), ('SECONDARY_CARE', 50),
    ('MENTAL_HEALTH', 60), ('EDUCATION', 70), ('HOUSING', 80), ('PROBATION', 90), ('ADULT_SOCIAL_CARE', 100),
    ('SUBSTANCE_MISUSE', 110), ('VOLUNTARY', 120), ('OTHER', 130)) as s (code, place);

create table marac.source_of_kind (
    agency_kind text not null,
    source text not null,
    constraint source_of_kind_is_identified primary key (agency_kind),
    constraint source_of_kind_is_of_a_kind foreign key (agency_kind) references access.agency_kind (code),
    constraint source_of_kind_is_a_source foreign key (source) references marac.referral_source (code)
);
comment on table marac.source_of_kind is 'As which source the return counts a kind of agency; a kind that is not here counts as OTHER.';
comment on column marac.source_of_kind.agency_kind is 'The kind of agency.';
comment on column marac.source_of_kind.source is 'The source.';
insert into marac.source_of_kind (agency_kind, source) values
    ('POLICE', 'POLICE'), ('VICTIM_SERVICE', 'IDVA'), ('CHILDRENS_SERVICES', 'CHILDRENS_SOCIAL_CARE'),
    ('PRIMARY_CARE', 'PRIMARY_CARE'), ('HOSPITAL', 'SECONDARY_CARE'), ('MENTAL_HEALTH', 'MENTAL_HEALTH'),
    ('EDUCATION', 'EDUCATION'), ('HOUSING_ASSOCIATION', 'HOUSING'), ('DISTRICT_COUNCIL', 'HOUSING'),
    ('PROBATION', 'PROBATION'), ('ADULT_SOCIAL_CARE', 'ADULT_SOCIAL_CARE'), ('SUBSTANCE_MISUSE', 'SUBSTANCE_MISUSE'),
    ('REFUGE', 'VOLUNTARY'), ('SPECIALIST_SERVICE', 'VOLUNTARY'), ('CHARITY', 'VOLUNTARY');
grant select on marac.referral_source, marac.source_of_kind to witan_application;

-- The facts -----------------------------------------------------------------------------------------------------

create table marac.heard_fact (
    meeting_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    agency_id uuid not null,
    repeat boolean not null,
    children smallint not null,
    minoritised boolean,
    disability boolean,
    lgbt boolean,
    male boolean,
    aged_16_17 boolean,
    harmers_under_18 smallint not null,
    harmers_unborn smallint not null,
    constraint heard_fact_is_identified primary key (meeting_id, record_id),
    constraint heard_fact_is_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint heard_fact_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint heard_fact_is_of_an_agency foreign key (agency_id) references access.agency (id)
);
create index heard_fact_of_record on marac.heard_fact (record_id);
comment on table marac.heard_fact is 'What the return counts of a case that a meeting heard. Kept by triggers; nobody else writes it, and only marac.heard_between reads it.';
comment on column marac.heard_fact.meeting_id is 'The meeting.';
comment on column marac.heard_fact.record_id is 'The referral.';
comment on column marac.heard_fact.kind is 'Always CASE, for the foreign key.';
comment on column marac.heard_fact.agency_id is 'The agency that referred.';
comment on column marac.heard_fact.repeat is 'Whether it was decided as a repeat.';
comment on column marac.heard_fact.children is 'Children, apart from those who live elsewhere.';
comment on column marac.heard_fact.minoritised is 'Whether the victim is Black, Asian or racially minoritised; null when not known.';
comment on column marac.heard_fact.disability is 'Whether the victim is disabled; null when not known.';
comment on column marac.heard_fact.lgbt is 'Whether the victim is LGBT; null when not known.';
comment on column marac.heard_fact.male is 'Whether the victim is a man; null when not known.';
comment on column marac.heard_fact.aged_16_17 is 'Whether the victim was 16 or 17 on the day of the meeting; null when not known.';
comment on column marac.heard_fact.harmers_under_18 is 'Alleged perpetrators who were 17 or younger on that day.';
comment on column marac.heard_fact.harmers_unborn is 'Alleged perpetrators without a whole date of birth.';
alter table marac.heard_fact enable row level security;

create function marac.newest(person uuid) returns uuid
    language plpgsql stable set search_path = marac, pg_temp as $$
declare
    newest uuid := newest.person;
    newer uuid;
begin
    loop
        select s.id into newer from people.source_record s where s.supersedes_id = newest;
        exit when newer is null;
        newest := newer;
    end loop;
    return newest;
end $$;
comment on function marac.newest is 'The version of a source record that its agency holds by now. For functions of the owner.';

create function marac.facts_of(meetings uuid[], records uuid[], withheld uuid[]) returns setof marac.heard_fact
    language sql stable set search_path = marac, pg_temp as $$
    with heard as materialized (
        select distinct u.meeting_id, u.record_id, marac.meeting_day(u.meeting_id) as day
        from unnest(facts_of.meetings, facts_of.records) as u (meeting_id, record_id))
    select h.meeting_id, h.record_id, 'CASE', f.agency_id,
        exists (select from marac.triage t join marac.repetition r on r.triage_id = t.id
                where t.record_id = h.record_id and t.undone_at is null and r.earlier_id <> all (facts_of.withheld)),
        coalesce(p.children, 0)::smallint,
        case s.minoritised when 'YES' then true when 'NO' then false end,
        case s.disability when 'YES' then true when 'NO' then false end,
        case s.lgbt when 'YES' then true when 'NO' then false end,
        case when coalesce(p.sex, '') not in ('', 'Not known') then lower(p.sex) in ('male', 'm', 'man') end,
        extract(year from age(h.day::timestamp, p.born::timestamp)) in (16, 17),
        coalesce(p.under_18, 0)::smallint, coalesce(p.unborn, 0)::smallint
    from heard h
    join marac.referral f on f.id = h.record_id
    cross join lateral (
        select count(*) filter (where s.standing = 'CHILD' and p.in_household <> 'NO') as children,
            min(s.sex) filter (where s.standing = 'VICTIM') as sex,
            min(s.born_on) filter (where s.standing = 'VICTIM') as born,
            count(*) filter (where s.standing = 'PERPETRATOR'
                and extract(year from age(h.day::timestamp, s.born_on::timestamp)) < 18) as under_18,
            count(*) filter (where s.standing = 'PERPETRATOR' and s.born_on is null) as unborn
        from marac.referred_person p
        join people.source_record s on s.id = marac.newest(p.person_id)
        where p.record_id = h.record_id and p.person_id <> all (facts_of.withheld)) p
    cross join lateral (
        select max(s.answer) filter (where s.topic = 'MINORITISED') as minoritised,
            max(s.answer) filter (where s.topic = 'DISABILITY') as disability,
            max(s.answer) filter (where s.topic = 'LGBT') as lgbt
        from marac.statement s
        where s.record_id = h.record_id and s.topic in ('MINORITISED', 'DISABILITY', 'LGBT')) s
$$;
comment on function marac.facts_of is 'What the return counts of cases, each with the meeting that heard it, but for what is withheld. For functions of the owner.';

-- Keeping them --------------------------------------------------------------------------------------------------

create function marac.keep_facts(meetings uuid[], records uuid[]) returns void
    language sql set search_path = marac, pg_temp as $$
    insert into marac.heard_fact as k
    select * from marac.facts_of(keep_facts.meetings, keep_facts.records, '{}')
    on conflict (meeting_id, record_id) do update
    set repeat = excluded.repeat, children = excluded.children, minoritised = excluded.minoritised,
        disability = excluded.disability, lgbt = excluded.lgbt, male = excluded.male, aged_16_17 = excluded.aged_16_17,
        harmers_under_18 = excluded.harmers_under_18, harmers_unborn = excluded.harmers_unborn
$$;
comment on function marac.keep_facts is 'Writes down what the return counts of cases, each with the meeting that heard it. For triggers, and for whoever rebuilds them as the owner.';

create function marac.rebuild_facts() returns bigint
    language plpgsql set search_path = marac, pg_temp as $$
declare
    kept bigint;
begin
    delete from marac.heard_fact;
    perform marac.keep_facts(array_agg(x.meeting_id), array_agg(x.record_id))
    from (select distinct i.meeting_id, i.record_id
          from meeting.item_event e
          join meeting.item i on i.id = e.item_id
          join marac.referral f on f.id = i.record_id
          where e.what = 'HEARD') x;
    select count(*) into kept from marac.heard_fact;
    return kept;
end $$;
comment on function marac.rebuild_facts is 'Makes all facts of the return anew and tells how many there are. For the owner, by hand.';

create function marac.heard_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(i.meeting_id), array_agg(i.record_id))
    from added a
    join meeting.item i on i.id = a.item_id
    join marac.referral f on f.id = i.record_id
    where a.what = 'HEARD'
    having count(*) > 0;
    return null;
end $$;
comment on function marac.heard_is_kept is 'A case that is heard gets its facts.';
create trigger heard_is_counted after insert on meeting.item_event
    referencing new table as added for each statement execute function marac.heard_is_kept();

create function marac.move_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(k.meeting_id), array_agg(k.record_id))
    from marac.heard_fact k where k.meeting_id in (select a.meeting_id from added a)
    having count(*) > 0;
    return null;
end $$;
comment on function marac.move_is_kept is 'What was heard by a meeting that is moved gets the ages of its new day.';
create trigger move_is_counted after insert on meeting.timing
    referencing new table as added for each statement execute function marac.move_is_kept();

create function marac.decision_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(k.meeting_id), array_agg(k.record_id))
    from marac.heard_fact k where k.record_id in (select a.record_id from added a)
    having count(*) > 0;
    return null;
end $$;
comment on function marac.decision_is_kept is 'What was heard is a repeat, or none, as it stands decided.';
create trigger triage_is_counted after insert on marac.triage
    referencing new table as added for each statement execute function marac.decision_is_kept();
create trigger undone_triage_is_counted after update on marac.triage
    referencing new table as added for each statement execute function marac.decision_is_kept();
create trigger repetition_is_counted after insert on marac.repetition
    referencing new table as added for each statement execute function marac.decision_is_kept();

create function marac.correction_is_kept() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.keep_facts(array_agg(k.meeting_id), array_agg(k.record_id))
    from (with recursive older as (
              select a.supersedes_id as id from added a where a.supersedes_id is not null
              union
              select s.supersedes_id from older o join people.source_record s on s.id = o.id
              where s.supersedes_id is not null)
          select h.meeting_id, h.record_id
          from older o
          join marac.referred_person p on p.person_id = o.id
          join marac.heard_fact h on h.record_id = p.record_id) k
    having count(*) > 0;
    return null;
end $$;
comment on function marac.correction_is_kept is 'What an agency corrects of a person counts in each meeting that heard a case about them.';
create trigger correction_is_counted after insert on people.source_record
    referencing new table as added for each statement execute function marac.correction_is_kept();

select marac.rebuild_facts();

-- Reading them --------------------------------------------------------------------------------------------------

drop function marac.heard_between;
create function marac.heard_between(from_on date, until_on date, meeting uuid) returns table (
    meeting_id uuid, board_id uuid, board text, day date, record_id uuid, source text, repeat boolean, children integer,
    minoritised boolean, disability boolean, lgbt boolean, male boolean, aged_16_17 boolean,
    harmers_under_18 integer, harmers_unborn integer)
    language plpgsql stable security definer set search_path = marac, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    v access.looking := access.viewer_looking();
    withheld uuid[];
    touched uuid[];
begin
    if v.entry_id is null or v.role <> 'COORDINATOR' or exists (
        select from unnest(array['CASE SUMMARY', 'CASE RISK', 'CASE VICTIM', 'CASE CHILDREN', 'CASE PERPETRATOR',
            'PERSON SUMMARY', 'PERSON VICTIM', 'PERSON CHILDREN', 'PERSON PERPETRATOR']) as o (part)
        where v.openings ->> o.part is distinct from 'PARTNERSHIP') then
        return;
    end if;
    withheld := array(select c.record_id from access.closed c where access.withheld_from_me(c.record_id));
    touched := array(
        select p.record_id from marac.referred_person p where p.person_id = any (withheld)
        union
        select r.record_id from marac.repetition r where r.earlier_id = any (withheld));
    return query
    with held as materialized (
        select m.id, b.id as board_id, b.name, (t.starts_at at time zone 'Europe/London')::date as day
        from meeting.timing t
        join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
        join meeting.board b on b.id = m.board_id and b.id in (select meeting.my_boards())
        where t.starts_at >= heard_between.from_on::timestamp at time zone 'Europe/London'
          and t.starts_at < (heard_between.until_on + 1)::timestamp at time zone 'Europe/London'
          and (heard_between.meeting is null or m.id = heard_between.meeting)
          and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)),
    agency as materialized (
        select y.id, coalesce(k.source, 'OTHER') as source
        from access.agency y left join marac.source_of_kind k on k.agency_kind = y.kind),
    facts as (
        select k.* from held d join marac.heard_fact k on k.meeting_id = d.id
        where k.record_id <> all (withheld) and k.record_id <> all (touched)
        union all
        select n.*
        from (select array_agg(k.meeting_id) as meetings, array_agg(k.record_id) as records
              from held d join marac.heard_fact k on k.meeting_id = d.id
              where k.record_id <> all (withheld) and k.record_id = any (touched)) x
        cross join lateral marac.facts_of(x.meetings, x.records, withheld) n)
    select d.id, d.board_id, d.name, d.day, k.record_id, a.source, k.repeat, k.children::integer,
        k.minoritised, k.disability, k.lgbt, k.male, k.aged_16_17, k.harmers_under_18::integer, k.harmers_unborn::integer
    from facts k
    join held d on d.id = k.meeting_id
    join agency a on a.id = k.agency_id;
end $$;
comment on function marac.heard_between is 'The cases that were heard between two days, or by one meeting of these, with what the return counts of each. For a coordinator only; nobody is told of a record that is withheld from them.';

revoke execute on function marac.newest, marac.facts_of, marac.keep_facts, marac.rebuild_facts, marac.heard_is_kept,
    marac.move_is_kept, marac.decision_is_kept, marac.correction_is_kept, marac.heard_between from public;
grant execute on function marac.heard_between to witan_application;
