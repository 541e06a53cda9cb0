-- What was taken from an old list can be taken back as a whole: the wrong file, the wrong board, a column that was misread.
--
-- Why it is taken back by a time, and nothing is deleted: somebody read these referrals, and may have acted by them. They stay
-- readable for the agency that took them, say that they were taken back, and count for nothing: for no window, repeat or flag.
-- Why what something was built on stays: a repeat that was decided by it, a flag that an agency set, a further incident that
-- waits would lose what they rest on. It is listed, and stays history until each of these is dealt with; then the rest of the
-- list can be taken back too.
-- Why agencies are closed out: they were let in for their flags. Whoever flagged its files is among what stays.
-- Why the key of a case may then be taken again: whoever takes a list back mostly means to bring it again, read rightly.
-- Existing rows: none was taken back.

alter table marac.imported
    add column undone_at timestamptz,
    add column undone_by uuid,
    add column undone_because text not null default '',
    add constraint imported_is_undone_by_an_account foreign key (undone_by) references access.account (id),
    add constraint imported_is_undone_whole check ((undone_at is null) = (undone_by is null)
        and (undone_at is null) = (undone_because = '')),
    add constraint imported_is_undone_in_short check (length(undone_because) <= 2000),
    drop constraint imported_is_taken_once;
create unique index imported_is_taken_once on marac.imported (agency_id, digest) where undone_at is null;
comment on table marac.imported is 'That a referral was taken from an old list, and when a meeting of then heard it. Taken back by a time and a reason, never away.';
comment on column marac.imported.undone_at is 'When it was taken back; null while it counts.';
comment on column marac.imported.undone_by is 'Who took it back.';
comment on column marac.imported.undone_because is 'Why.';

create table marac.built_on (
    code text not null,
    place integer not null,
    constraint built_on_is_identified primary key (code)
);
comment on table marac.built_on is 'What may have been built on history, so that it is not taken back.';
comment on column marac.built_on.code is 'Name in the code; the words are the pages''.';
comment on column marac.built_on.place is 'Order on pages.';
insert into marac.built_on (code, place) values
    ('REPEAT', 10), ('INCIDENT', 20), ('FLAG', 30), ('AGENDA', 40), ('WITHDRAWAL', 50), ('TRANSFER', 60), ('PROTECTION', 70),
    ('CONTACT', 80), ('RISK', 90), ('WITHIN', 100), ('PERSONS', 110);
grant select on marac.built_on to witan_application;

create function marac.built_on_history(records uuid[]) returns table (record_id uuid, what text)
    language sql stable set search_path = marac, pg_temp as $$
    with r as materialized (select distinct u.id from unnest(built_on_history.records) as u (id))
    select r.id, 'REPEAT' from r where exists (
        select from marac.repetition n join marac.triage t on t.id = n.triage_id and t.undone_at is null where n.earlier_id = r.id)
    union all
    select r.id, 'INCIDENT' from r where exists (
        select from marac.incident n where n.record_id = r.id and (n.settled_at is null or n.settlement = 'REFERRED'))
    union all
    select r.id, 'FLAG' from r where exists (select from marac.flag f where f.record_id = r.id and f.undone_at is null)
    union all
    select r.id, 'AGENDA' from r where exists (select from meeting.item i where i.record_id = r.id)
    union all
    select r.id, 'WITHDRAWAL' from r where exists (select from marac.withdrawal w where w.record_id = r.id)
    union all
    select r.id, 'TRANSFER' from r where exists (select from marac.transfer t where t.record_id = r.id)
    union all
    select r.id, 'PROTECTION' from r where exists (select from marac.protective_order o where o.record_id = r.id)
        or exists (select from marac.scheme_link l where l.record_id = r.id)
        or exists (select from marac.disclosure_request d where d.record_id = r.id)
    union all
    select r.id, 'CONTACT' from r where exists (select from marac.contact c where c.record_id = r.id)
    union all
    select r.id, 'RISK' from r where exists (select from risk.assessment a where a.record_id = r.id)
    union all
    select r.id, 'WITHIN' from r where exists (select from access.record w where w.within_id = r.id)
    union all
    select r.id, 'PERSONS' from r where exists (
        select from marac.referred_person p
        where p.record_id = r.id
          and (exists (select from people.source_record s where s.supersedes_id = p.person_id)
               or exists (select from people.link l where l.record_id = p.person_id and l.made_by is not null)))
$$;
comment on function marac.built_on_history is 'What was built on some history. For functions of the owner.';

create function marac.stays_of_list(list uuid) returns table (record_id uuid, what text)
    language plpgsql stable security definer set search_path = marac, pg_temp as $$
begin
    return query
    select b.record_id, b.what
    from marac.built_on_history(array(
        select h.record_id from marac.imported h
        join access.viewer v on v.agency_id = h.agency_id and v.role = 'COORDINATOR'
        where h.list_id = stays_of_list.list and h.undone_at is null)) b
    where access.may_see(b.record_id, 'SUMMARY');
end $$;
comment on function marac.stays_of_list is 'Which history of a list something was built on, and what, for the coordinator of the agency that took it; of what is closed to them nothing is told.';

create function marac.undo_list(list uuid, reason text) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
    found_list marac.old_list;
    taken uuid[];
    undone uuid[];
begin
    select * into found_list from marac.old_list l where l.id = undo_list.list for update;
    if v.entry_id is null or v.role <> 'COORDINATOR' or found_list.id is null or found_list.agency_id <> v.agency_id
       or not meeting.keeps(found_list.board_id) then
        raise exception 'may not take this list back' using errcode = 'WI006';
    end if;
    taken := array(select h.record_id from marac.imported h where h.list_id = undo_list.list and h.undone_at is null);
    -- Whoever builds on one of them at this moment holds its row; what they built is seen after the wait.
    perform from marac.referral r where r.id = any (taken) order by r.id for update;
    undone := array(
        select t.id from unnest(taken) as t (id)
        where t.id not in (select b.record_id from marac.built_on_history(taken) b));
    update marac.imported h set undone_at = now(), undone_by = v.account_id, undone_because = undo_list.reason
    where h.record_id = any (undone);
    update access.party p set until_at = now()
    where p.until_at is null and p.agency_id <> v.agency_id
      and (p.record_id = any (undone)
           or p.record_id in (select x.person_id from marac.referred_person x where x.record_id = any (undone)));
    perform marac.keep_met(undone);
    return cardinality(undone);
end $$;
comment on function marac.undo_list is 'Takes back what was taken from a list and nothing was built on: it counts for nothing, and other agencies see it no longer. Returns how many. WI006 for anybody but a coordinator of the agency that took it who keeps its board.';

create or replace function marac.referred_in_error(record uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.withdrawal w
                   join marac.withdrawal_reason x on x.code = w.reason and not x.counts
                   join marac.triage t on t.id = w.triage_id and t.undone_at is null
                   where w.record_id = referred_in_error.record)
        or exists (select from marac.imported h where h.record_id = referred_in_error.record and h.undone_at is not null)
$$;
comment on function marac.referred_in_error is 'Whether a referral was withdrawn as being about the wrong person, or taken back with the old list that it came from, so that no window counts it.';

create or replace function marac.keep_met(records uuid[]) returns void
    language sql set search_path = marac, pg_temp as $$
    update marac.referral r set met_on = x.met_on
    from (select k.id,
              greatest(
                  (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
                   where i.record_id = k.id and exists (select from meeting.heard e where e.item_id = i.id)),
                  (select h.met_on from marac.imported h
                   where h.record_id = k.id and h.heard and h.undone_at is null)) as met_on
          from (select distinct u.id from unnest(keep_met.records) as u (id)) k) x
    where r.id = x.id and r.met_on is distinct from x.met_on
$$;

create or replace function marac.taken_before(digests text[]) returns setof text
    language sql stable security definer set search_path = marac, pg_temp as $$
    select encode(h.digest, 'hex')
    from access.viewer v
    join marac.imported h on h.agency_id = v.agency_id and h.undone_at is null
        and h.digest in (select decode(d, 'hex') from unnest(taken_before.digests) as d)
    where v.role = 'COORDINATOR'
$$;

-- As in V21, and what was taken back makes no earlier case live again.
do $$
begin
    execute $make$
create or replace function marac.later_in_case(records uuid[]) returns table (record_id uuid, later_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $body$
    with asked as materialized (
        select distinct x.id from unnest(later_in_case.records) x (id)),
    mine as materialized (
        select p.record_id, p.part, o.record_id as alike
        from asked x
        join marac.referred_person p on p.record_id = x.id and p.part in ('VICTIM', 'PERPETRATOR')
        join people.link l on l.record_id = p.person_id and l.ended_at is null
        join people.link o on o.person_id = l.person_id and o.ended_at is null),
    pair as materialized (
        select distinct m.record_id, n.id as later_id
        from mine m
        join marac.referred_person q on q.person_id = m.alike and q.part = 'VICTIM'
        join marac.referral r on r.id = m.record_id
        join marac.referral n on n.id = q.record_id and (n.referred_at, n.id) > (r.referred_at, r.id)
        where m.part = 'VICTIM'),
    harmed_both as materialized (
        select distinct m.record_id, h.record_id as later_id
        from mine m
        join marac.referred_person h on h.person_id = m.alike and h.part = 'PERPETRATOR'
        where m.part = 'PERPETRATOR'),
    with_harmer as materialized (
        select distinct h.record_id
        from (select p.record_id from pair p union select p.later_id from pair p) x (id)
        join marac.referred_person h on h.record_id = x.id and h.part = 'PERPETRATOR')
    select found.record_id, found.later_id
    from pair found
    where (found.record_id not in (select w.record_id from with_harmer w)
           or found.later_id not in (select w.record_id from with_harmer w)
           or (found.record_id, found.later_id) in (select b.record_id, b.later_id from harmed_both b))
      and not exists (select from marac.triage t
                      where t.record_id = found.later_id and t.undone_at is null
                        and (t.outcome not in ('ACCEPTED', 'EMERGENCY', 'WITHDRAWN')
                             or t.outcome = 'WITHDRAWN' and marac.referred_in_error(found.later_id)))
      and not exists (select from marac.imported h where h.record_id = found.later_id and h.undone_at is not null)
      and ($make$ || access.rule_for('''CASE''', '''SUMMARY''', 'found.record_id') || $make$)
      and ($make$ || access.rule_for('''CASE''', '''SUMMARY''', 'found.later_id') || $make$)
$body$
$make$;
end $$;

revoke execute on function marac.built_on_history, marac.stays_of_list, marac.undo_list from public;
grant execute on function marac.stays_of_list, marac.undo_list to witan_application;
