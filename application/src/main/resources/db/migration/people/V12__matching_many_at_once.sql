-- The engine asks for many records at once.
--
-- Why: each question is a journey to the database and back, and an extract asks for 20,000 persons. What is asked for
-- one record is now asked for a piece of several hundred; a single record is a piece of one. What is answered is what
-- would be answered if each had come alone: a key that 5,000 have still tells nothing, and whoever asks says how many
-- records of the same piece come before with the same key.
-- Existing rows: functions only. Those that they replace go, so that there is one way.

create function people.index_records(records jsonb, counted jsonb) returns void
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    ids uuid[] := array(select (r ->> 'record')::uuid from jsonb_array_elements(records) r);
    persons uuid[] := array(select uuidv7() from unnest(ids));
begin
    if exists (select from unnest(ids) as i (id)
               where not exists (select from people.source_record s
                                 where s.id = i.id and s.written_in = pg_current_xact_id_if_assigned())) then
        raise exception 'only what was received in this transaction is compared' using errcode = 'WI006';
    end if;
    insert into people.face (record_id, place, given)
    select (r ->> 'record')::uuid, f.place - 1, f.given
    from jsonb_array_elements(records) r
    cross join lateral jsonb_array_elements(r -> 'faces') with ordinality as f (given, place);
    insert into people.record_key (key, record_id)
    select distinct k::bigint, (r ->> 'record')::uuid
    from jsonb_array_elements(records) r cross join lateral jsonb_array_elements_text(r -> 'keys') as k
    on conflict do nothing;
    -- In one order, so that two who count at once wait for one another.
    insert into people.value_count (field, value, records)
    select c.field, c.value, c.records
    from jsonb_to_recordset(counted) as c (field text, value text, records bigint)
    order by c.field, c.value
    on conflict (field, value) do update set records = value_count.records + excluded.records;
    insert into people.person (id, made_at) select p, now() from unnest(persons) as p;
    insert into people.link (id, record_id, person_id, made_at)
    select uuidv7(), n.record, n.person, now() from unnest(ids, persons) as n (record, person);
    insert into access.same_person (record_id, person_id)
    select n.record, n.person from unnest(ids, persons) as n (record, person);
end $$;
comment on function people.index_records is 'Makes records known to the engine: their keys, their faces, how common their values are; and each a person of its own. Records: [{"record", "keys", "faces"}]; counted: [{"field", "value", "records"}].';

create function people.nearest(record uuid, asked jsonb, most integer) returns table (
    place integer, other_id uuid, shared bigint, key bigint)
    language plpgsql stable security definer set search_path = people, pg_temp set enable_seqscan = off as $$
begin
    perform people.check_given_now(record);
    return query
    with given as materialized (
        select a.place, a.key, a.earlier
        from jsonb_to_recordset(nearest.asked) as a (place integer, key bigint, earlier bigint)),
    held as materialized (
        select k.key, f.records
        from (select distinct g.key from given g) k
        cross join lateral (
            select count(*) as records from (select from people.record_key r where r.key = k.key limit 5000) first) f),
    telling as materialized (
        -- A key that 5,000 records have tells nothing; the record itself is one of them.
        select g.place, g.key, g.earlier from given g join held h on h.key = g.key
        where h.records + g.earlier < 5000),
    ranked as (
        select t.place, r.record_id, count(*) as shared,
            row_number() over (partition by t.place order by count(*) desc, r.record_id) as rank
        from telling t join people.record_key r on r.key = t.key
        group by t.place, r.record_id)
    select x.place, x.record_id, x.shared, null::bigint from ranked x where x.rank <= nearest.most
    union all
    select t.place, null, null, t.key from telling t where t.earlier > 0;
end $$;
comment on function people.nearest is 'For each of some records on their way in, those known before that have most keys in common; and, with a key and no record, which of its keys others on their way have as well and few enough have to tell something. Asked: [{"place", "key", "earlier"}].';

create function people.faces_of(record uuid, others uuid[]) returns table (record_id uuid, faces jsonb)
    language plpgsql stable security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    return query
    select f.record_id, jsonb_agg(f.given order by f.place)
    from people.face f where f.record_id = any (faces_of.others) group by f.record_id;
end $$;
comment on function people.faces_of is 'The faces of records, to compare them with one that was received in this transaction.';

drop function people.index_record;
drop function people.candidates_for;
drop function people.received_before;

create function people.received_before(source text, keys text[], concerns text[]) returns table (key text, record_id uuid, concern_id uuid)
    language sql stable security definer set search_path = people, pg_temp as $$
    select s.source_key, s.id, null::uuid
    from people.source_record s join access.viewer v on v.agency_id = s.agency_id
    where s.source = $1 and s.source_key = any ($2)
    union all
    select c.source_key, null, c.id
    from people.concern c join access.viewer v on v.agency_id = c.agency_id
    where c.source = $1 and c.source_key = any ($3)
$$;
comment on function people.received_before is 'What the agency of whoever looks gave before under these keys. They are its own keys, so it learns nothing.';

revoke execute on function people.index_records, people.nearest, people.faces_of, people.received_before from public;
grant execute on function people.index_records, people.nearest, people.faces_of, people.received_before to witan_application;
