-- What an agency corrects or takes back.
--
-- Why versions: a source record stays as its agency gave it. When a newer extract says otherwise under the same key, that
-- is another source record, which supersedes the one before: registered with the rule, matched, and linked anew. The same
-- goes for a concern. Nothing is overwritten, and what was known on a day can be told.
-- Why the older version goes where the newer goes: cases, relationships and barriers refer to the older, and a barrier
-- must not end because a file was loaded. So both are of one person: what withholds one withholds the other (V23 of
-- module access), and what is about the older is about the person of the newer.
-- Why it is compared and found no longer: what its agency took back must draw nobody to it. Whom somebody said it is never
-- linked with, the newer is not linked with either.
-- Why the engine's links of the older version end when the newer is not found there: they rested on what was corrected.
-- Each pair that they held together goes before the coordinator, who may link it again. What a person decided stays, as
-- they knew more than the values, unless the newer version may not go there: then the coordinator is asked about it too.
-- Why a cancelled concern is a row beside it: it happened that the agency said so, and that it took it back.
-- Existing rows: each is the first version of what it says.

alter table people.source_record add column supersedes_id uuid;
alter table people.source_record add constraint source_record_supersedes_a_record
    foreign key (supersedes_id) references people.source_record (id);
alter table people.source_record add constraint source_record_supersedes_another check (supersedes_id <> id);
alter table people.source_record drop constraint source_record_is_received_once;
create unique index source_record_is_received_once on people.source_record (agency_id, source, source_key)
    where supersedes_id is null;
create unique index source_record_is_superseded_once on people.source_record (supersedes_id)
    where supersedes_id is not null;
create index source_record_with_key on people.source_record (agency_id, source, source_key);
comment on column people.source_record.supersedes_id is 'The version before, when the agency that gave it says otherwise by now; null for the first.';

alter table people.concern add column supersedes_id uuid;
alter table people.concern add constraint concern_supersedes_a_concern
    foreign key (supersedes_id) references people.concern (id);
alter table people.concern add constraint concern_supersedes_another check (supersedes_id <> id);
alter table people.concern drop constraint concern_is_received_once;
create unique index concern_is_received_once on people.concern (agency_id, source, source_key)
    where supersedes_id is null;
create unique index concern_is_superseded_once on people.concern (supersedes_id) where supersedes_id is not null;
create index concern_with_key on people.concern (agency_id, source, source_key);
comment on column people.concern.supersedes_id is 'The version before, when the agency that gave it says otherwise by now; null for the first.';

create table people.cancellation (
    concern_id uuid not null,
    cancelled_at timestamptz not null,
    constraint cancellation_is_identified primary key (concern_id),
    constraint cancellation_is_of_a_concern foreign key (concern_id) references people.concern (id)
);
comment on table people.cancellation is 'Concerns that the agency that gave them took back. Insert-only; whoever gives it again gives another version.';
comment on column people.cancellation.concern_id is 'The concern.';
comment on column people.cancellation.cancelled_at is 'When it was taken back.';
alter table people.cancellation enable row level security;
create trigger cancellation_stays before update or delete on people.cancellation
    for each row execute function access.refuse_change();

create function people.concern_holds(concern uuid) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    select not exists (select from people.cancellation x where x.concern_id = concern_holds.concern)
       and not exists (select from people.concern n where n.supersedes_id = concern_holds.concern)
$$;
comment on function people.concern_holds is 'Whether a concern counts: its agency neither took it back nor says otherwise by now.';

create function people.concern_is_cancelled(concern uuid) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    select exists (select from people.cancellation x where x.concern_id = concern_is_cancelled.concern)
       and not exists (select from people.concern n where n.supersedes_id = concern_is_cancelled.concern)
$$;
comment on function people.concern_is_cancelled is 'Whether the agency that gave a concern took it back and did not give it again; for whoever may see the concern.';

create function people.superseded_on(record uuid) returns timestamptz
    language sql stable security definer set search_path = people, pg_temp as $$
    select n.received_at from people.source_record n where n.supersedes_id = superseded_on.record
$$;
comment on function people.superseded_on is 'When the agency that gave a record said otherwise; null while it holds. For whoever may see the record.';

-- Those who come at a desk of the application correct nothing; a command does, as the owner.
create policy source_record_is_a_first_version on people.source_record as restrictive for insert
    with check (supersedes_id is null);
create policy concern_is_a_first_version on people.concern as restrictive for insert
    with check (supersedes_id is null);

create or replace view people.pair_seen with (security_barrier) as
select c.id as concern_id, c.record_id, p.record_id as other_id
from people.concern c
join people.concern_person p on p.concern_id = c.id and p.part = 'PERPETRATOR'
where access.may_see(c.record_id, 'RISK') and access.may_see(p.record_id, 'SUMMARY')
  and people.concern_holds(c.id) and not people.concern_is_withheld(c.id);

create or replace function people.received_before(source text, keys text[], concerns text[]) returns table (key text, record_id uuid, concern_id uuid)
    language sql stable security definer set search_path = people, pg_temp as $$
    select s.source_key, s.id, null::uuid
    from people.source_record s join access.viewer v on v.agency_id = s.agency_id
    where s.source = $1 and s.source_key = any ($2)
      and not exists (select from people.source_record n where n.supersedes_id = s.id)
    union all
    select c.source_key, null, c.id
    from people.concern c join access.viewer v on v.agency_id = c.agency_id
    where c.source = $1 and c.source_key = any ($3)
      and not exists (select from people.concern n where n.supersedes_id = c.id)
$$;

-- What was given, to tell a correction ------------------------------------------------------------------------------

create function people.content_of(record uuid) returns text[]
    language sql stable set search_path = people, pg_temp as $$
    select array['standing ' || s.standing, 'given_name ' || s.given_name, 'family_name ' || s.family_name,
            'date_of_birth ' || s.date_of_birth, 'sex ' || s.sex, 'protected ' || s.protected::text,
            'language ' || s.language, 'interpreter ' || s.interpreter, 'pregnant ' || s.pregnant,
            'deceased ' || s.deceased, 'deceased_on ' || coalesce(to_char(s.deceased_on, 'YYYY-MM-DD'), '')]
        || array(select 'alias ' || concat_ws(E'\x1f', a.alias_kind, a.given_name, a.family_name)
                 from people.alias a where a.record_id = s.id)
        || array(select 'stated ' || concat_ws(E'\x1f', t.what, t.value) from people.stated t where t.record_id = s.id)
        || array(select 'address ' || concat_ws(E'\x1f', d.lines, d.town, d.postcode,
                     coalesce(to_char(d.from_on, 'YYYY-MM-DD'), ''), coalesce(to_char(d.until_on, 'YYYY-MM-DD'), ''),
                     d.protected::text)
                 from people.address d where d.record_id = s.id)
        || array(select 'contact ' || concat_ws(E'\x1f', c.means, c.value, c.times, c.voicemail, c.safe, c.remark)
                 from people.safe_contact c where c.record_id = s.id)
    from people.source_record s where s.id = content_of.record
$$;
comment on function people.content_of is 'What a record says, as texts that are alike when it says the same. For the owner.';

create function people.content_of_concern(concern uuid) returns text[]
    language sql stable set search_path = people, pg_temp as $$
    select array['happened_on ' || to_char(c.happened_on, 'YYYY-MM-DD'), 'code ' || c.code, 'words ' || c.words]
        || array(select 'person ' || p.record_id from people.concern_person p where p.concern_id = c.id)
    from people.concern c where c.id = content_of_concern.concern
$$;
comment on function people.content_of_concern is 'What a concern says, as texts that are alike when it says the same. For the owner.';

-- What becomes of the older version ---------------------------------------------------------------------------------

alter table people.link drop constraint link_is_undone_by_somebody;
alter table people.link add column undone_for uuid;
alter table people.link add constraint link_is_undone_for_a_source_record
    foreign key (undone_for) references people.source_record (id);
alter table people.link add constraint link_is_undone_by_somebody_or_for_a_correction
    check ((undone_at is null) = (undone_by is null and undone_for is null));
comment on column people.link.undone_for is 'The newer version of one of its records, when it rested on what was corrected.';

insert into people.guard (code, words) values
    ('CORRECTED', 'They were linked until one of them was corrected by its agency: what is known now no longer links them by itself.');

create function people.supersede(record uuid, former uuid) returns void
    language sql set search_path = people, pg_temp as $$
    delete from people.record_key k where k.record_id = former;
    delete from people.face f where f.record_id = former;
    delete from people.search s where s.record_id = former;
    update people.suggestion s set decision = 'SETTLED', decided_at = now()
    where s.decision is null and former in (s.record_id, s.other_id);
    insert into people.apart (id, record_id, other_id, reason, made_at, made_by)
    select uuidv7(), least(record, o.other), greatest(record, o.other), a.reason, a.made_at, a.made_by
    from people.apart a
    cross join lateral (select case when a.record_id = former then a.other_id else a.record_id end as other) o
    where a.lifted_at is null and former in (a.record_id, a.other_id)
    on conflict do nothing
$$;
comment on function people.supersede is 'The older version of a record is compared and found no longer and waits for nobody; whom it is kept apart from, the newer is as well.';

create function people.part_by_links(person uuid) returns void
    language plpgsql set search_path = people, pg_temp as $$
declare
    members uuid[] := array(select l.record_id from people.link l
                            where l.person_id = part_by_links.person and l.ended_at is null order by l.record_id);
    together uuid[];
    new_person uuid;
begin
    while cardinality(members) > 0 loop
        with recursive goes as (
            select members[1] as id
            union
            select case when e.record_id = g.id then e.with_id else e.record_id end
            from goes g
            join people.link e on e.with_id is not null and e.undone_at is null and g.id in (e.record_id, e.with_id))
        select array_agg(g.id) into together from goes g;
        members := array(select m from unnest(members) as m where m <> all (together) order by m);
        -- The last part stays who it was.
        exit when cardinality(members) = 0;
        new_person := uuidv7();
        insert into people.person (id, made_at) values (new_person, now());
        update people.link l set ended_at = now() where l.record_id = any (together) and l.ended_at is null;
        insert into people.link (id, record_id, person_id, from_person_id, made_at)
        select uuidv7(), t, new_person, part_by_links.person, now() from unnest(together) as t;
        perform access.unite(new_person, together);
    end loop;
end $$;
comment on function people.part_by_links is 'Parts a person into those whom the links that hold keep together.';

create function people.ask_again(record uuid, other uuid, weight double precision) returns void
    language sql set search_path = people, pg_temp as $$
    insert into people.suggestion (id, record_id, other_id, weight, probability, waterfall, guard, reason, made_at)
    select uuidv7(), record, other, coalesce(ask_again.weight, 0), 1 / (1 + power(2, - coalesce(ask_again.weight, 0))),
        '{"prior": 0, "steps": []}', 'CORRECTED', '', now()
    where not people.is_together(record, other)
    on conflict do nothing
$$;
comment on function people.ask_again is 'Puts two records before the coordinator that a corrected one held together.';

create function people.settle_correction(record uuid, former uuid) returns void
    language plpgsql set search_path = people, pg_temp as $$
declare
    ended people.link[] := '{}';
    with_these people.link[];
    one people.link;
    by_hand boolean;
begin
    foreach by_hand in array array[false, true] loop
        exit when people.is_together(record, former) or (by_hand and not people.must_stay_apart(record, former));
        -- A record whose current row goes with its link stays where it is until the person is parted.
        with moved as (
            update people.link l set ended_at = now()
            where l.with_id is not null and l.ended_at is null and (by_hand or l.made_by is null)
              and settle_correction.former in (l.record_id, l.with_id) and l.undone_at is null
            returning l.record_id, l.person_id)
        insert into people.link (id, record_id, person_id, from_person_id, made_at)
        select uuidv7(), m.record_id, m.person_id, m.person_id, now() from moved m;
        with undone as (
            update people.link l
            set undone_at = now(), undone_for = settle_correction.record, reason = 'Its agency corrected the record.'
            where l.with_id is not null and l.undone_at is null and (by_hand or l.made_by is null)
              and settle_correction.former in (l.record_id, l.with_id)
            returning l)
        select coalesce(array_agg(u.l), '{}') into with_these from undone u;
        ended := ended || with_these;
        perform people.part_by_links(l.person_id)
        from people.link l where l.record_id = settle_correction.former and l.ended_at is null;
    end loop;
    perform people.bring_together(former, record, null, null);
    foreach one in array ended loop
        perform people.ask_again(
            record, case when one.record_id = former then one.with_id else one.record_id end, one.weight);
    end loop;
end $$;
comment on function people.settle_correction is 'Brings the older version of a record to the person of the newer, ends the links that the engine made for what no longer holds, and asks the coordinator about each.';

-- What is announced -------------------------------------------------------------------------------------------------

alter table people.news add column what text not null default 'NEW';
alter table people.news alter column what drop default;
alter table people.news add constraint news_kind_is_known check (what in ('NEW', 'CORRECTED', 'CANCELLED'));
drop index people.news_is_told_once;
create unique index news_is_told_once on people.news (concern_id, what);
comment on column people.news.what is 'NEW, CORRECTED (the concern is another version of one before), or CANCELLED.';

create or replace function people.concern_is_news() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    insert into people.news (id, concern_id, what, made_at)
    values (uuidv7(), new.id, case when new.supersedes_id is null then 'NEW' else 'CORRECTED' end, now());
    return null;
end $$;

create function people.cancellation_is_news() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    insert into people.news (id, concern_id, what, made_at) values (uuidv7(), new.concern_id, 'CANCELLED', now());
    return null;
end $$;
comment on function people.cancellation_is_news is 'Lets it wait to be announced that a concern was taken back.';
create trigger cancellation_is_announced after insert on people.cancellation
    for each row execute function people.cancellation_is_news();

drop function people.take_news;
create function people.take_news(after uuid) returns table (
    news_id uuid, what text, concern_id uuid, former_id uuid, victim_id uuid, perpetrator_ids uuid[])
    language sql volatile security definer set search_path = people, pg_temp as $$
    with waiting as materialized (
        select n.id from people.news n
        where n.announced_at is null and (take_news.after is null or n.id > take_news.after)
        order by n.id limit 1 for update skip locked),
    taken as (
        update people.news n set announced_at = greatest(clock_timestamp(), n.made_at)
        from waiting w where n.id = w.id returning n.id, n.what, n.concern_id)
    select t.id, t.what, t.concern_id, c.supersedes_id, c.record_id,
        array(select p.record_id from people.concern_person p
              where p.concern_id = t.concern_id and p.part = 'PERPETRATOR' order by p.record_id)
    from taken t join people.concern c on c.id = t.concern_id
$$;
comment on function people.take_news is 'The first that waits after another, which counts as announced when this transaction ends well; nothing when none waits that no other node holds.';

revoke execute on function people.concern_holds, people.concern_is_cancelled, people.superseded_on, people.content_of,
    people.content_of_concern, people.supersede, people.part_by_links, people.ask_again, people.settle_correction,
    people.cancellation_is_news, people.take_news from public;
grant execute on function people.concern_holds, people.concern_is_cancelled, people.superseded_on, people.take_news
    to witan_application;
