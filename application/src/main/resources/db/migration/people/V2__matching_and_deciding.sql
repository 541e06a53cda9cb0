-- What the engine asks, and what the coordinator decides.
--
-- Why functions of the owner: both touch what whoever works may not see. Those of the engine answer only about a record
-- that was received in the transaction that asks. Those of the coordinator check first that both records are open to
-- them; what they change beyond those two follows from the links, and they are told nothing of it.
-- Why undoing parts a person in two: each link joined two persons, so the links that hold make a tree of a person. Taking
-- one away leaves two parts, each held together by its own links, and suggestions between them are open again. The two
-- records are apart from then on, so that the next record that arrives does not bring the parts together again.
-- Existing rows: functions only.

create function people.take_turn() returns void language sql as $$
    select pg_advisory_xact_lock(hashtext('people'))
$$;
comment on function people.take_turn is 'Waits until nobody else receives, links or undoes: two records of one person that arrive at once would not meet otherwise.';

create function people.received_before(source text, keys text[], concern text) returns table (key text, record_id uuid, concern_id uuid)
    language sql stable security definer set search_path = people, pg_temp as $$
    select s.source_key, s.id, null::uuid
    from people.source_record s join access.viewer v on v.agency_id = s.agency_id
    where s.source = $1 and s.source_key = any ($2)
    union all
    select c.source_key, null, c.id
    from people.concern c join access.viewer v on v.agency_id = c.agency_id
    where c.source = $1 and c.source_key = $3
$$;
comment on function people.received_before is 'What the agency of whoever looks gave before under these keys. They are its own keys, so it learns nothing.';

-- The engine ------------------------------------------------------------------------------------------------------

create function people.check_given_now(record uuid) returns void
    language plpgsql stable security definer set search_path = people, pg_temp as $$
begin
    if not people.given_now(record) then
        raise exception 'only what was received in this transaction is compared' using errcode = 'WI006';
    end if;
end $$;
comment on function people.check_given_now is 'WI006 unless a record was received in this transaction.';

create function people.index_record(record uuid, keys bigint[], faces jsonb, fields text[], counted text[]) returns void
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    person uuid := uuidv7();
begin
    perform people.check_given_now(record);
    insert into people.face (record_id, place, given)
    select index_record.record, f.place - 1, f.given
    from jsonb_array_elements(faces) with ordinality as f (given, place);
    insert into people.record_key (key, record_id)
    select distinct k, index_record.record from unnest(keys) as k on conflict do nothing;
    -- In one order, so that two who count at once wait for one another.
    insert into people.value_count (field, value, records)
    select c.field, c.value, 1
    from (select distinct u.field, u.value from unnest(fields, counted) as u (field, value)) c
    order by c.field, c.value
    on conflict (field, value) do update set records = value_count.records + 1;
    insert into people.person (id, made_at) values (person, now());
    insert into people.link (id, record_id, person_id, made_at) values (uuidv7(), index_record.record, person, now());
    insert into access.same_person (record_id, person_id) values (index_record.record, person);
end $$;
comment on function people.index_record is 'Makes a record known to the engine: its keys, its faces, how common its values are; and a person of its own.';

create function people.how_common(record uuid, fields text[], counted text[]) returns table (field text, value text, records bigint)
    language plpgsql stable security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    return query
    select c.field, c.value, c.records
    from unnest(fields, counted) as u (field, value)
    join people.value_count c on c.field = u.field and c.value = u.value;
end $$;
comment on function people.how_common is 'How many records have some values.';

create function people.candidates_for(record uuid, keys bigint[], most integer) returns table (record_id uuid, faces jsonb)
    language plpgsql stable security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    return query
    with telling as materialized (
        -- A key that 5,000 records have tells nothing.
        select k.key from unnest(candidates_for.keys) as k (key)
        where (select count(*) from (select from people.record_key r where r.key = k.key limit 5001) first) <= 5000),
    nearest as materialized (
        select r.record_id, count(*) as shared
        from telling t join people.record_key r on r.key = t.key
        where r.record_id <> candidates_for.record
        group by r.record_id
        order by shared desc, r.record_id
        limit candidates_for.most)
    select n.record_id, f.faces
    from nearest n
    cross join lateral (
        select jsonb_agg(x.given order by x.place) as faces from people.face x where x.record_id = n.record_id) f;
end $$;
comment on function people.candidates_for is 'Records that may be of one person with a record that was received in this transaction: those with most keys in common.';

create function people.persons_of(record uuid, others uuid[]) returns table (
    record_id uuid, person_id uuid, records bigint, protected boolean, closed boolean, standings text[])
    language plpgsql stable security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    return query
    select l.record_id, l.person_id, count(*), bool_or(s.protected),
        bool_or(exists (select from access.closed k where k.record_id = o.record_id)), array_agg(distinct s.standing)
    from people.link l
    join people.link o on o.person_id = l.person_id and o.ended_at is null
    join people.source_record s on s.id = o.record_id
    where l.ended_at is null and l.record_id = any (others)
    group by l.record_id, l.person_id;
end $$;
comment on function people.persons_of is 'What is known of the persons of some records, for the guards.';

create function people.must_stay_apart(one uuid, other uuid, again boolean default false) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    with ones as materialized (
        select o.record_id as id, s.receipt_id
        from people.link l join people.link o on o.person_id = l.person_id and o.ended_at is null
        join people.source_record s on s.id = o.record_id
        where l.record_id = one and l.ended_at is null),
    others as materialized (
        select o.record_id as id, s.receipt_id
        from people.link l join people.link o on o.person_id = l.person_id and o.ended_at is null
        join people.source_record s on s.id = o.record_id
        where l.record_id = other and l.ended_at is null)
    select exists (
            select from people.apart a
            where a.lifted_at is null
              and not (again and a.record_id = least(one, other) and a.other_id = greatest(one, other))
              and ((a.record_id in (select id from ones) and a.other_id in (select id from others))
                   or (a.other_id in (select id from ones) and a.record_id in (select id from others))))
        or exists (select from ones join others on others.receipt_id = ones.receipt_id where ones.id <> others.id)
        or exists (
            select from people.concern_person p
            join people.concern_person q on q.concern_id = p.concern_id and q.record_id <> p.record_id
            where p.record_id in (select id from ones) and q.record_id in (select id from others))
$$;
comment on function people.must_stay_apart is 'Whether two persons, each known by one of its records, are never one: somebody said so of two of their records, or two were given as different persons. What was said of these very two does not count again where somebody decides about them anew.';

create function people.faces_of_person_of(record uuid, other uuid) returns table (record_id uuid, faces jsonb)
    language plpgsql stable security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    return query
    select o.record_id, jsonb_agg(f.given order by f.place)
    from people.link l
    join people.link o on o.person_id = l.person_id and o.ended_at is null
    join people.face f on f.record_id = o.record_id
    where l.record_id = faces_of_person_of.other and l.ended_at is null
    group by o.record_id;
end $$;
comment on function people.faces_of_person_of is 'All records of the person of another record, to see whether they hold together with one that was received in this transaction.';

create function people.is_together(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    select exists (select from people.link l join people.link o on o.person_id = l.person_id and o.ended_at is null
                   where l.ended_at is null and l.record_id = one and o.record_id = other)
$$;
comment on function people.is_together is 'Whether two records are of one person now.';

create function people.bring_together(record uuid, other uuid, weight double precision, by uuid) returns boolean
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    here uuid;
    there uuid;
    moving uuid[];
begin
    select l.person_id into here from people.link l where l.record_id = record and l.ended_at is null;
    select l.person_id into there from people.link l where l.record_id = other and l.ended_at is null;
    if here = there then
        return false;
    end if;
    -- The smaller person goes to the larger, so that least is moved; of two alike, the one of the first record goes.
    if (select count(*) from people.link l where l.person_id = here and l.ended_at is null)
       > (select count(*) from people.link l where l.person_id = there and l.ended_at is null) then
        return people.bring_together(other, record, weight, by);
    end if;
    with ended as (
        update people.link l set ended_at = now() where l.person_id = here and l.ended_at is null returning l.record_id)
    select array_agg(e.record_id order by e.record_id) into moving from ended e;
    insert into people.link (id, record_id, person_id, from_person_id, with_id, weight, made_at, made_by)
    select uuidv7(), m, there, here, case when m = record then other end,
        case when m = record then bring_together.weight end, now(), by
    from unnest(moving) as m;
    perform access.unite(there, moving);
    update people.suggestion s set decision = 'SETTLED', decided_at = now()
    where (s.decision is null or s.decision = 'UNSURE')
      and (s.record_id = any (moving) or s.other_id = any (moving))
      and people.is_together(s.record_id, s.other_id);
    return true;
end $$;
comment on function people.bring_together is 'The persons of two records are one from now on; false when they are already.';

create function people.link_found(record uuid, other uuid, weight double precision) returns boolean
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    if people.must_stay_apart(record, other) then
        return false;
    end if;
    perform people.bring_together(record, other, weight, null);
    return true;
end $$;
comment on function people.link_found is 'Links a record that was received in this transaction, as the engine found; false when the two must stay apart.';

create function people.suggest(
    record uuid, other uuid, weight double precision, probability double precision, waterfall jsonb, guard text,
    reason text) returns void
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    perform people.check_given_now(record);
    if people.must_stay_apart(record, other) then
        return;
    end if;
    insert into people.suggestion (id, record_id, other_id, weight, probability, waterfall, guard, reason, made_at)
    values (uuidv7(), record, other, weight, probability, waterfall, guard, reason, now())
    on conflict do nothing;
end $$;
comment on function people.suggest is 'Puts a record that was received in this transaction before the coordinator, with one that it may belong with.';

-- The coordinator -------------------------------------------------------------------------------------------------

create function people.check_decides(one uuid, other uuid) returns uuid
    language plpgsql stable security definer set search_path = people, pg_temp as $$
declare
    v access.viewer;
begin
    select * into v from access.viewer;
    if v.role is distinct from 'COORDINATOR' or not v.opens_records
       or not access.may_see(one, 'SUMMARY') or not access.may_see(other, 'SUMMARY') then
        raise exception 'may not decide about these records' using errcode = 'WI006';
    end if;
    return v.account_id;
end $$;
comment on function people.check_decides is 'Who decides about two records: a coordinator who may see both. WI006 for anybody else.';

create function people.keep_apart(one uuid, other uuid, reason text, by uuid) returns void
    language sql security definer set search_path = people, pg_temp as $$
    insert into people.apart (id, record_id, other_id, reason, made_at, made_by)
    values (uuidv7(), least(one, other), greatest(one, other), keep_apart.reason, now(), by)
    on conflict do nothing
$$;
comment on function people.keep_apart is 'Two records are never of one person from now on.';

create function people.lift_apart(one uuid, other uuid, by uuid) returns void
    language sql security definer set search_path = people, pg_temp as $$
    update people.apart a set lifted_at = now(), lifted_by = by
    where a.lifted_at is null and a.record_id = least(one, other) and a.other_id = greatest(one, other)
$$;
comment on function people.lift_apart is 'That two records are never of one person is said no longer.';

create function people.link_by_hand(one uuid, other uuid, weight double precision, by uuid) returns text
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    if people.is_together(one, other) then
        return 'DONE';
    end if;
    -- Said of these two, it yields to whoever says otherwise of these two; said of others of them, it stands.
    if people.must_stay_apart(one, other, true) then
        return 'KEPT_APART';
    end if;
    perform people.lift_apart(one, other, by);
    perform people.bring_together(one, other, weight, by);
    return 'DONE';
end $$;
comment on function people.link_by_hand is 'Links two records because somebody decided so: DONE or KEPT_APART.';

create function people.decide(suggestion uuid, choice text, remark text) returns text
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    s people.suggestion;
    account uuid;
    outcome text := 'DONE';
begin
    perform people.take_turn();
    select * into s from people.suggestion x where x.id = decide.suggestion for update;
    account := people.check_decides(s.record_id, s.other_id);
    if s.decision in ('LINK', 'APART', 'SETTLED') then
        return case when s.decision = choice then 'DONE' else 'DECIDED_BEFORE' end;
    end if;
    if choice = 'LINK' then
        outcome := people.link_by_hand(s.record_id, s.other_id, s.weight, account);
    elsif choice = 'APART' then
        perform people.keep_apart(s.record_id, s.other_id, remark, account);
    end if;
    if outcome = 'DONE' then
        update people.suggestion x
        set decision = choice, decided_at = now(), decided_by = account, remark = decide.remark
        where x.id = s.id;
    end if;
    return outcome;
end $$;
comment on function people.decide is 'Decides about a suggestion: DONE, DECIDED_BEFORE or KEPT_APART. Twice the same is done once.';

create function people.undo(link uuid, reason text) returns boolean
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    k people.link;
    account uuid;
    here uuid;
    back uuid;
    leaving uuid[];
begin
    perform people.take_turn();
    select * into k from people.link x where x.id = undo.link for update;
    account := people.check_decides(k.record_id, k.with_id);
    if k.undone_at is not null then
        return false;
    end if;
    select x.person_id into here from people.link x where x.record_id = k.record_id and x.ended_at is null;
    update people.link x
    set undone_at = now(), undone_by = account, reason = undo.reason, ended_at = coalesce(x.ended_at, now())
    where x.id = k.id;
    -- What holds together with the record by the links that are left.
    with recursive goes as (
        select k.record_id as id
        union
        select case when e.record_id = g.id then e.with_id else e.record_id end
        from goes g
        join people.link e on e.with_id is not null and e.undone_at is null and g.id in (e.record_id, e.with_id))
    select array_agg(g.id) into leaving from goes g;
    update people.link x set ended_at = now() where x.record_id = any (leaving) and x.ended_at is null;
    -- Back to the person that it was, unless somebody else is that person by now.
    back := k.from_person_id;
    if back = here or exists (select from people.link x where x.person_id = back and x.ended_at is null) then
        back := uuidv7();
        insert into people.person (id, made_at) values (back, now());
    end if;
    insert into people.link (id, record_id, person_id, from_person_id, made_at, made_by)
    select uuidv7(), r, back, here, now(), account from unnest(leaving) as r;
    perform access.unite(back, leaving);
    perform people.keep_apart(k.record_id, k.with_id, undo.reason, account);
    update people.suggestion s set decision = 'APART', decided_at = now(), decided_by = account, remark = undo.reason
    where (s.record_id, s.other_id) in ((k.record_id, k.with_id), (k.with_id, k.record_id));
    update people.suggestion s set decision = null, decided_at = null, decided_by = null, remark = null
    where s.decision in ('SETTLED', 'LINK') and (s.record_id = any (leaving) or s.other_id = any (leaving))
      and not people.is_together(s.record_id, s.other_id);
    return true;
end $$;
comment on function people.undo is 'Undoes a link: the person is two again, as their other links hold them together. False when it was undone before.';

create function people.forbid(one uuid, other uuid, reason text) returns text
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    account uuid;
begin
    perform people.take_turn();
    account := people.check_decides(one, other);
    if people.is_together(one, other) then
        return 'LINKED';
    end if;
    perform people.keep_apart(one, other, forbid.reason, account);
    update people.suggestion s set decision = 'APART', decided_at = now(), decided_by = account, remark = forbid.reason
    where (s.decision is null or s.decision = 'UNSURE')
      and (s.record_id, s.other_id) in ((one, other), (other, one));
    return 'DONE';
end $$;
comment on function people.forbid is 'Two records are never linked from now on: DONE, or LINKED when they are now.';

create function people.lift(apart uuid) returns boolean
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    a people.apart;
    account uuid;
begin
    perform people.take_turn();
    select * into a from people.apart x where x.id = lift.apart for update;
    account := people.check_decides(a.record_id, a.other_id);
    if a.lifted_at is not null then
        return false;
    end if;
    perform people.lift_apart(a.record_id, a.other_id, account);
    return true;
end $$;
comment on function people.lift is 'Two records may be of one person again; false when that was said before.';

create function people.link_two(one uuid, other uuid) returns text
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    account uuid;
    outcome text;
begin
    perform people.take_turn();
    account := people.check_decides(one, other);
    outcome := people.link_by_hand(one, other, null, account);
    update people.suggestion s set decision = 'LINK', decided_at = now(), decided_by = account
    where outcome = 'DONE' and (s.decision is null or s.decision in ('UNSURE', 'SETTLED', 'APART'))
      and (s.record_id, s.other_id) in ((one, other), (other, one));
    return outcome;
end $$;
comment on function people.link_two is 'Links two records that the engine did not link: DONE or KEPT_APART.';

-- Repeats ---------------------------------------------------------------------------------------------------------

create function people.persons_alike(record uuid) returns setof uuid
    language sql stable security definer set search_path = people, pg_temp as $$
    select o.record_id
    from people.link l join people.link o on o.person_id = l.person_id and o.ended_at is null
    where l.record_id = persons_alike.record and l.ended_at is null
$$;
comment on function people.persons_alike is 'All records of the person of a record, for functions of the owner.';

create view people.pair_seen with (security_barrier) as
select c.id as concern_id, c.record_id, p.record_id as other_id
from people.concern c
join people.concern_person p on p.concern_id = c.id and p.part = 'PERPETRATOR'
where access.may_see(c.record_id, 'RISK') and access.may_see(p.record_id, 'SUMMARY')
  and not people.concern_is_withheld(c.id);
comment on view people.pair_seen is 'Who harmed whom in which concern, where whoever looks may see both. Ask it with a record.';
comment on column people.pair_seen.concern_id is 'The concern.';
comment on column people.pair_seen.record_id is 'The source record of the victim.';
comment on column people.pair_seen.other_id is 'The source record of the alleged perpetrator.';

grant select on people.pair_seen to witan_application;
revoke execute on all functions in schema people from public;
grant execute on function people.take_turn, people.received_before, people.index_record, people.how_common,
    people.candidates_for, people.persons_of, people.faces_of_person_of, people.link_found, people.suggest, people.decide, people.undo,
    people.forbid, people.lift, people.link_two to witan_application;
