-- One record, with all that whoever looks may see of it, in one statement.
--
-- What was measured: the page of one record asked the rule in nine statements, some of them again for each row that they
-- found: thirty times for a case with five actions. It cost a third of the page's throughput for a representative.
-- What changes: access.record_in_full asks once which parts of the record are open and why, once about each record that
-- it names beside it, and gives what lies in the open parts and nothing else.
-- Why no answer is kept for the transaction: a barrier holds from the next statement on (V22), and what is kept could be
-- stale or forged. One statement asks once because it is one, and all of it is of one moment.
-- Why a function that looks past the policies: it has the rule's answer, and a policy would ask for it again for each
-- row. It reads by the same terms; EveryRowTest compares it with what the policies let through, for all viewers and
-- records. Every other statement on these tables goes on under their policies.
-- Why the terms of the rule lose "security definer" and their search path: only functions of the owner call them, which
-- have both, and each change of settings cost as much as the question. Nobody else may execute them.
-- Existing rows: functions only.

alter function access.has_ground security invoker;
alter function access.has_ground reset search_path;
alter function access.withheld_from security invoker;
alter function access.withheld_from reset search_path;
alter function access.sees security invoker;
alter function access.sees reset search_path;

create function access.grounds_of(v access.looking, record uuid, kind text) returns setof text
    language plpgsql stable as $$
declare
    basis text;
begin
    if v.entry_id is null or access.withheld_from(v, record) then
        return;
    end if;
    for basis in
        select distinct o.value from jsonb_each_text(v.openings) o where starts_with(o.key, grounds_of.kind || ' ')
        union all
        select b.code from access.basis b where b.code in ('NAMED', 'BREAK_GLASS') and v.role <> 'PERPETRATOR_WORKER'
    loop
        if access.has_ground(v, record, basis) then
            return next basis;
        end if;
    end loop;
end $$;
comment on function access.grounds_of is 'On what bases somebody sees a record of a kind; none when they do not.';

create or replace function access.my_grounds(record uuid, kind text) returns setof text
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    return query select g from access.grounds_of(access.viewer_looking(), record, kind) g;
end $$;

create function access.name_of(account uuid) returns text
    language sql stable as $$
    select a.given_name || ' ' || a.family_name from access.account a
    where a.id = name_of.account and a.closed_at is null and a.kind = 'PERSON'
      and exists (select from access.membership m
                  where m.account_id = a.id and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity'))
$$;
comment on function access.name_of is 'The name of somebody who acts for an agency today, as access.colleague gives it; null for anybody else. For functions of the owner.';

create function access.record_in_full(record uuid) returns table (
    what text, id uuid, kind text, words text, name text, agency_id uuid, agency text, at timestamptz, whole_id uuid, flag boolean)
    language plpgsql stable security definer set search_path = access, pg_temp as $$
#variable_conflict use_column
declare
    v access.looking := access.viewer_looking();
    one access.record;
    grounds text[];
    parts text[];
begin
    select * into one from access.record r where r.id = record_in_full.record;
    if one.id is null or v.entry_id is null then
        return;
    end if;
    grounds := array(select g from access.grounds_of(v, one.id, one.kind) g);
    parts := array(select split_part(o.key, ' ', 2) from jsonb_each_text(v.openings) o
                   where starts_with(o.key, one.kind || ' ')
                     and (o.value = any (grounds) or grounds && '{NAMED,BREAK_GLASS}'));
    if not 'SUMMARY' = any (parts) then
        return;
    end if;
    return query
    select 'RECORD', one.id, one.kind, one.reference, null, y.id, y.name, one.registered_at, w.id,
        v.role in ('COORDINATOR', 'CHAIR', 'HUB_COORDINATOR')
    from access.agency y
    left join access.record w on w.id = one.within_id and access.sees(v, w.id, w.kind, 'SUMMARY')
    where y.id = one.owner_id
    union all
    select 'PART', null, p, null, null, null, null, null, null, null from unnest(parts) p
    union all
    select 'GROUND', null, b.code, b.words, null, null, null, null, null, null from access.basis b where b.code = any (grounds);
    return query
    select 'NOTE', n.id, n.part, n.words, access.name_of(n.author_id), y.id, y.name, n.written_at, null::uuid,
        exists (select from access.note later where later.corrects_id = n.id)
    from access.note n join access.agency y on y.id = n.agency_id
    where n.record_id = one.id and n.part = any (parts)
    order by n.written_at, n.id;
    -- Somebody who works with the perpetrator does not learn who else takes part, such as a refuge.
    return query
    select 'AGENCY', null::uuid, null, null, null, y.id, y.name, p.from_at, null::uuid, null::boolean
    from access.party p join access.agency y on y.id = p.agency_id
    where p.record_id = one.id and p.until_at is null
      and (v.role <> 'PERPETRATOR_WORKER' or p.agency_id = v.agency_id)
    order by y.name;
    return query
    select 'PERSON', s.account_id, null, null, access.name_of(s.account_id), null::uuid, null, s.from_at, null::uuid, null::boolean
    from access.assignment s
    where s.record_id = one.id and s.until_at is null
      and (v.role <> 'PERPETRATOR_WORKER' or s.account_id = v.account_id)
    order by 5;
    return query
    select near.what, r.id, r.kind, r.reference, null, r.owner_id, null, r.registered_at,
        case when r.within_id = one.id then one.id when r.within_id is not null then access.whole_of(r.id) end, null::boolean
    from (select 'WHOLE' as what, one.within_id as id where one.within_id is not null
          union all
          select 'WITHIN', x.id from access.record x where x.within_id = one.id
          union all
          select 'ABOUT', a.person_id from access.about a where a.record_id = one.id and 'VICTIM' = any (parts)) near
    join access.record r on r.id = near.id
    where access.sees(v, r.id, r.kind, 'SUMMARY')
    order by r.registered_at, r.id;
    if 'BREAK_GLASS' = any (grounds) then
        return query
        select 'GLASS', null::uuid, null, null, null, null::uuid, null, max(g.expires_at), null::uuid, null::boolean
        from access.broken_glass g
        where g.record_id = one.id and g.membership_id = v.membership_id and g.expires_at > now()
        having max(g.expires_at) is not null;
    end if;
end $$;
comment on function access.record_in_full is 'A record with all that whoever looks may see of it, one thing a row; no row when there is none for them. RECORD with its owner, what it lies within, and whether they keep its lists; each PART and GROUND; each NOTE of an open part; each AGENCY and PERSON that takes part; the WHOLE, what lies WITHIN, and whom it is ABOUT, where these are open too; until when the GLASS is broken.';

revoke execute on function access.grounds_of, access.name_of, access.record_in_full from public;
grant execute on function access.record_in_full to witan_application;
