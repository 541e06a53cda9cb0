-- The rule of V3 and V13 says the same, and costs a fraction of what it did.
--
-- What was measured: the list of 25 records cost 63 % of the throughput of a page. A statement of one row had a plan of
-- five hundred nodes, most of them never executed: to set them up took longer than to ask them, and every statement, and
-- every row that asked access.may_see, set them up anew. Counting every record on every page cost the rest.
-- What changes:
--   * access.enter decides once which parts the role and purpose open, and keeps that for this transaction in
--     access.looking, which only the owner writes and reads; access.finish takes it away. Policies look up a key in it.
--   * What is rare is asked only where it can matter. access.closed holds every record that a barrier, a restriction or an
--     embargo has ever covered, and only for these the question "withheld from this one?" is put. It may hold too many
--     and never too few: nothing is ever taken out of it.
--   * The grounds of one record are asked by functions that end at the first answer.
-- access.ruling stays as it was, for all memberships; the generated test holds both to one second telling of the rule.
-- Why unlogged: a row of access.looking lives as long as its transaction; after a crash there is nothing to look at.
-- What a policy may assume: an agreement or a membership that ends closes the next transaction and not this one. Lists,
-- barriers and broken glass hold from the next statement on, as before.
-- A restriction and a new record at once: whoever covers a record holds its row by the foreign key, whoever closes it
-- takes the row alone, so that the later of the two sees what the earlier did.
-- Existing rows: access.closed is filled from the lists and barriers that are there.

-- One key for each kind and part; nobody gets a part both through their agency and by being assigned.
create unique index role_part_is_got_one_way on access.role_part (role, kind, part) where basis <> 'PARTNERSHIP';

create table access.role_opening (
    role text not null,
    of_partnership boolean not null,
    opens_records boolean not null,
    openings jsonb not null,
    constraint role_opening_is_identified primary key (role, of_partnership, opens_records),
    constraint role_opening_role_is_known foreign key (role) references access.role (code)
);
comment on table access.role_opening is 'What access.opening gives a role, made ready once. Kept by a trigger on access.role_part.';
comment on column access.role_opening.role is 'The role.';
comment on column access.role_opening.of_partnership is 'Whether the agency is the partnership itself, whose data protection officer is everybody''s.';
comment on column access.role_opening.opens_records is 'Whether the purpose needs more of a record than that it exists.';
comment on column access.role_opening.openings is 'From "KIND PART" to what the person must be to a record for it: the widest basis.';

create function access.make_role_openings() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    delete from access.role_opening;
    insert into access.role_opening (role, of_partnership, opens_records, openings)
    select g.role, given.of_partnership, given.opens_records,
        jsonb_object_agg(g.name, case when g.widest then 'PARTNERSHIP' else g.basis end)
    from (values (true, true), (true, false), (false, true), (false, false)) as given (of_partnership, opens_records)
    cross join lateral (
        select r.role, r.kind || ' ' || r.part as name, bool_or(r.basis = 'PARTNERSHIP') as widest, min(r.basis) as basis
        from access.role_part r
        where (r.role <> 'DATA_PROTECTION_OFFICER' or r.basis <> 'PARTNERSHIP' or given.of_partnership)
          and (r.part = 'SUMMARY' or given.opens_records)
        group by r.role, r.kind, r.part) g
    group by g.role, given.of_partnership, given.opens_records;
    return null;
end $$;
comment on function access.make_role_openings is 'Makes access.role_opening anew when a role opens something else.';
create trigger role_part_makes_openings after insert or update or delete on access.role_part
    execute function access.make_role_openings();
update access.role_part set basis = basis where false;

create unlogged table access.looking (
    entry_id uuid not null,
    written_in xid8 not null default pg_current_xact_id(),
    account_id uuid not null,
    membership_id uuid not null,
    agency_id uuid not null,
    role text not null,
    purpose text not null,
    opens_records boolean not null,
    openings jsonb not null,
    constraint looking_is_identified primary key (entry_id)
);
comment on table access.looking is 'Who looks in a transaction that is under way, and what their role and purpose open. Empty between transactions.';
comment on column access.looking.entry_id is 'The row of the trail.';
comment on column access.looking.written_in is 'The transaction.';
comment on column access.looking.account_id is 'Who.';
comment on column access.looking.membership_id is 'As which membership.';
comment on column access.looking.agency_id is 'For which agency.';
comment on column access.looking.role is 'In which role.';
comment on column access.looking.purpose is 'Why.';
comment on column access.looking.opens_records is 'Whether the purpose needs more of a record than that it exists.';
comment on column access.looking.openings is 'From access.role_opening; empty while the agency has no agreement in force.';
alter table access.looking enable row level security;

create or replace function access.enter(
    id uuid, at timestamptz, account uuid, membership uuid, purpose text, deed text, what text, path text,
    channel text, detail text, from_address text, session text, authenticator bytea) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    m access.membership;
begin
    if enter.membership is not null then
        select * into m from access.membership x where x.id = enter.membership;
        if not found or m.account_id is distinct from enter.account
           or access.today() not between m.starts_on and coalesce(m.ends_on, 'infinity')
           or exists (select from access.account a where a.id = m.account_id and a.closed_at is not null)
           or exists (select from access.agency g where g.id = m.agency_id and g.closed_at is not null)
           or not exists (select from access.role_purpose p where p.role = m.role and p.purpose = enter.purpose) then
            raise exception 'not a viewer' using errcode = 'WI004';
        end if;
        insert into access.looking (
            entry_id, account_id, membership_id, agency_id, role, purpose, opens_records, openings)
        select enter.id, m.account_id, m.id, m.agency_id, m.role, p.code, p.opens_records,
            coalesce((select o.openings from access.role_opening o
                      where o.role = m.role and o.opens_records = p.opens_records
                        and o.of_partnership = exists (select from access.agency y
                                                       where y.id = m.agency_id and y.kind = 'PARTNERSHIP')
                        and exists (select from access.in_force f where f.membership_id = m.id)), '{}')
        from access.purpose p where p.code = enter.purpose;
    end if;
    insert into access.trail_entry (
        id, at, account_id, membership_id, agency_id, role, purpose, deed, what, path, channel, detail, from_address,
        session, authenticator)
    values (
        enter.id, enter.at, enter.account, enter.membership, m.agency_id, m.role, enter.purpose, enter.deed,
        enter.what, enter.path, enter.channel, enter.detail, enter.from_address, enter.session, enter.authenticator);
    perform set_config('witan.entered', enter.id::text, true);
end $$;

create or replace function access.finish(entry uuid, outcome text, records uuid[], authenticator bytea) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.trail_entry e
                   where e.id = finish.entry and e.written_in = pg_current_xact_id_if_assigned()) then
        raise exception 'finishes what was not entered in this transaction' using errcode = 'WI005';
    end if;
    insert into access.trail_outcome (entry_id, outcome, records, authenticator)
    values (finish.entry, finish.outcome, finish.records, finish.authenticator);
    insert into access.trail_waiting (entry_id) values (finish.entry);
    delete from access.looking l where l.entry_id = finish.entry;
    perform set_config('witan.entered', '', true);
end $$;

create or replace view access.viewer with (security_barrier) as
    select l.entry_id, l.account_id, l.membership_id, l.agency_id, l.role, l.purpose, l.opens_records, l.openings
    from access.looking l
    where l.entry_id = nullif(current_setting('witan.entered', true), '')::uuid
      and l.written_in = pg_current_xact_id_if_assigned();
comment on column access.viewer.openings is 'What the role and purpose open, as in access.looking.';

create function access.viewer_looking() returns access.looking
    language sql stable security definer set search_path = access, pg_temp as $$
    select l from access.looking l
    where l.entry_id = nullif(current_setting('witan.entered', true), '')::uuid
      and l.written_in = pg_current_xact_id_if_assigned()
$$;
comment on function access.viewer_looking is 'The row of whoever looks, for the functions of the rule; null when nobody entered.';

create or replace view access.my_opening with (security_barrier) as
select split_part(o.key, ' ', 1) as kind, split_part(o.key, ' ', 2) as part, o.value as basis
from access.viewer v cross join lateral jsonb_each_text(v.openings) o;

-- What may be withheld ------------------------------------------------------------------------------------------

create table access.closed (
    record_id uuid not null,
    constraint closed_is_identified primary key (record_id),
    constraint closed_is_a_record foreign key (record_id) references access.record (id)
);
comment on table access.closed is 'Records that a barrier, a restriction or an embargo has covered at any time: for these the rule asks what is withheld. Kept by triggers.';
comment on column access.closed.record_id is 'The record.';
alter table access.closed enable row level security;

create view access.deciding as
select c.record_id, c.source_id, c.how from access.cover c;
comment on view access.deciding is 'Which records may keep somebody from a record. For what withholds, never for what gives.';
comment on column access.deciding.record_id is 'The record that is decided about.';
comment on column access.deciding.source_id is 'A record whose barriers hold for it.';
comment on column access.deciding.how is 'As in access.cover.';

create function access.close_record() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform from access.record where id = new.record_id for update;
    return new;
end $$;
comment on function access.close_record is 'Whoever closes a record waits for those who are covering something by it, before holding it themselves.';
create trigger barrier_waits before insert on access.barrier for each row execute function access.close_record();
create trigger restriction_waits before insert on access.restriction for each row execute function access.close_record();
create trigger embargo_waits before insert on access.embargo for each row execute function access.close_record();

create function access.close_covered() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.closed (record_id)
    select distinct c.record_id from access.deciding c where c.source_id = new.record_id
    on conflict do nothing;
    return null;
end $$;
comment on function access.close_covered is 'What a new barrier, restriction or embargo covers is asked about from now on.';
create trigger barrier_closes after insert on access.barrier for each row execute function access.close_covered();
create trigger restriction_closes after insert on access.restriction for each row execute function access.close_covered();
create trigger embargo_closes after insert on access.embargo for each row execute function access.close_covered();

create function access.close_new_cover() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.closed (record_id)
    select new.record_id
    where exists (select from access.barrier b where b.record_id = new.source_id)
       or exists (select from access.restriction x where x.record_id = new.source_id)
       or exists (select from access.embargo e where e.record_id = new.source_id)
    on conflict do nothing;
    return null;
end $$;
comment on function access.close_new_cover is 'What comes under a record that was ever closed is asked about as well.';
-- Fires after the foreign keys were checked, whose names begin with a capital: by then whoever closes has finished.
create trigger cover_closes after insert on access.cover for each row execute function access.close_new_cover();

insert into access.closed (record_id)
select distinct c.record_id
from access.cover c
where c.source_id in (select record_id from access.barrier union all select record_id from access.restriction
                      union all select record_id from access.embargo);



create view access.my_closed with (security_barrier) as
select c.record_id from access.closed c where exists (select from access.viewer);
comment on view access.my_closed is 'Records about which the rule asks what is withheld, for policies.';
comment on column access.my_closed.record_id is 'The record.';

-- The terms of the rule, for whoever looks ------------------------------------------------------------------------

create function access.has_ground(v access.looking, record uuid, basis text) returns boolean
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    case has_ground.basis
        when 'PARTNERSHIP' then
            return true;
        when 'PARTY' then
            return exists (select from access.cover c join access.party p on p.record_id = c.source_id
                           where c.record_id = has_ground.record and c.how in ('SELF', 'WITHIN')
                             and p.agency_id = v.agency_id
                             and p.from_at <= now() and (p.until_at is null or p.until_at > now()));
        when 'ASSIGNED' then
            return exists (select from access.assigned s
                           where s.membership_id = v.membership_id and s.record_id = has_ground.record
                             and (s.how = 'SELF' or v.role <> 'PERPETRATOR_WORKER'));
        when 'NAMED' then
            return exists (select from access.named n
                           where n.account_id = v.account_id and n.record_id = has_ground.record);
        when 'BREAK_GLASS' then
            return exists (select from access.glass g
                           where g.membership_id = v.membership_id and g.record_id = has_ground.record);
    end case;
end $$;
comment on function access.has_ground is 'Whether somebody is this to a record, before anything that forbids it: as access.standing, for one record. Somebody who works with the perpetrator gets what is assigned itself, never what lies within it.';

create function access.withheld_from(v access.looking, record uuid) returns boolean
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    source uuid;
    why text;
begin
    if not exists (select from access.closed c where c.record_id = withheld_from.record) then
        return false;
    end if;
    -- Nothing lifts a barrier on the person.
    if exists (select from access.deciding c join access.barrier b on b.record_id = c.source_id
               where c.record_id = withheld_from.record and b.account_id = v.account_id and b.lifted_at is null) then
        return true;
    end if;
    -- A barrier on the agency yields to the list of names only; a restriction also to broken glass.
    for source, why in
        select c.source_id, 'EMPLOYEE_CASE'
        from access.deciding c join access.barrier b on b.record_id = c.source_id and b.lifted_at is null
        join access.membership h on h.agency_id = b.agency_id and h.account_id = v.account_id
            and h.starts_on <= access.today()
            and coalesce(h.ends_on, 'infinity') >= (b.made_at at time zone 'Europe/London')::date
        where c.record_id = withheld_from.record
        union all
        select c.source_id, 'RESTRICTION'
        from access.deciding c join access.restriction x on x.record_id = c.source_id and x.lifted_at is null
        where c.record_id = withheld_from.record
    loop
        if not (access.has_ground(v, record, 'NAMED') or access.has_ground(v, source, 'NAMED')
                or (why = 'RESTRICTION' and access.has_ground(v, record, 'BREAK_GLASS'))) then
            return true;
        end if;
    end loop;
    return v.role not in ('COORDINATOR', 'HUB_COORDINATOR')
        and exists (select from access.cover c join access.embargo e on e.record_id = c.source_id
                    where c.record_id = withheld_from.record and c.how in ('SELF', 'WITHIN') and e.until_at > now()
                      and not exists (select from access.embargo later
                                      where later.record_id = e.record_id and later.made_at > e.made_at))
        and not (access.has_ground(v, record, 'NAMED') or access.has_ground(v, record, 'BREAK_GLASS')
                 or exists (select from access.assigned s
                            where s.membership_id = v.membership_id and s.record_id = withheld_from.record));
end $$;
comment on function access.withheld_from is 'Whether somebody must not see a record, whatever they are to it: as access.withheld, for one record.';

create function access.withheld_from_me(record uuid) returns boolean
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    return access.withheld_from(access.viewer_looking(), record);
end $$;
comment on function access.withheld_from_me is 'Whether whoever looks must not see a record, whatever they are to it.';

create function access.my_assigned_records() returns setof uuid
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
begin
    -- Somebody who works with the perpetrator gets the action itself, never what lies within what they were given.
    return query select s.record_id from access.assigned s
        where s.membership_id = v.membership_id and (s.how = 'SELF' or v.role <> 'PERPETRATOR_WORKER');
end $$;
comment on function access.my_assigned_records is 'Records that are assigned to whoever looks.';

create function access.my_named_records() returns setof uuid
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
begin
    if v.role = 'PERPETRATOR_WORKER' then
        return;
    end if;
    return query select n.record_id from access.named n where n.account_id = v.account_id;
    return query select g.record_id from access.glass g where g.membership_id = v.membership_id;
end $$;
comment on function access.my_named_records is 'Records for which whoever looks is on the list of names, or broke the glass.';

create function access.my_grounds(record uuid, kind text) returns setof text
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
    basis text;
begin
    if v.entry_id is null or access.withheld_from(v, record) then
        return;
    end if;
    for basis in
        select distinct o.value from jsonb_each_text(v.openings) o where starts_with(o.key, my_grounds.kind || ' ')
        union all
        select b.code from access.basis b where b.code in ('NAMED', 'BREAK_GLASS') and v.role <> 'PERPETRATOR_WORKER'
    loop
        if access.has_ground(v, record, basis) then
            return next basis;
        end if;
    end loop;
end $$;
comment on function access.my_grounds is 'On what bases whoever looks sees a record of a kind; none when they do not.';

create or replace view access.sight with (security_barrier) as
select r.id as record_id, r.kind, o.part, g.basis
from access.record r
cross join lateral access.my_grounds(r.id, r.kind) as g (basis)
join access.my_opening o on o.kind = r.kind and (o.basis = g.basis or g.basis in ('NAMED', 'BREAK_GLASS'));

create function access.sees(v access.looking, record uuid, kind text, part text) returns boolean
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    basis text := v.openings ->> (kind || ' ' || part);
begin
    if basis is null or access.withheld_from(v, record) then
        return false;
    end if;
    return access.has_ground(v, record, basis)
        or (v.role <> 'PERPETRATOR_WORKER'
            and (access.has_ground(v, record, 'NAMED') or access.has_ground(v, record, 'BREAK_GLASS')));
end $$;
comment on function access.sees is 'Whether somebody may see a part of a record of a kind.';

create or replace function access.may_see(record uuid, part text) returns boolean
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    return access.sees(
        access.viewer_looking(), record, (select r.kind from access.record r where r.id = may_see.record), part);
end $$;

create function access.whole_of(record uuid) returns uuid
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    v access.looking;
    one access.record;
    whole access.record;
begin
    select * into one from access.record r where r.id = whole_of.record;
    if one.within_id is null then
        return null;
    end if;
    v := access.viewer_looking();
    select * into whole from access.record r where r.id = one.within_id;
    if access.sees(v, one.id, one.kind, 'SUMMARY') and access.sees(v, whole.id, whole.kind, 'SUMMARY') then
        return whole.id;
    end if;
    return null;
end $$;
comment on function access.whole_of is 'What a record lies within, where whoever looks may see both: as access.lies_within, for one record.';

-- What the policies of tables ask: whether a row's record and part are open. -------------------------------------

create function access.rule_for(kind text, part text, record text) returns text language sql immutable as $outer$
    select format($$
        case (select v.openings from access.viewer v) ->> (%1$s || ' ' || %2$s)
            when 'PARTNERSHIP' then true
            when 'PARTY' then exists (select from access.my_party p where p.record_id = %3$s offset 0)
                or %3$s in (select access.my_named_records())
            when 'ASSIGNED' then %3$s in (select access.my_assigned_records())
                or %3$s in (select access.my_named_records())
            else false
        end
        and (%3$s not in (select c.record_id from access.my_closed c) or not access.withheld_from_me(%3$s))$$,
        kind, part, record)
$outer$;
comment on function access.rule_for is 'The rule as the condition of a policy: kind and part are expressions of the row, record its column. For access.guard and access.guard_parts.';

create or replace function access.guard(guarded regclass, record_column text, kind text, part text) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('drop policy if exists seen_by_the_rule on %s', guarded);
    execute format('create policy seen_by_the_rule on %s for select using (%s)', guarded,
        access.rule_for(kind, quote_literal(part), format('%s.%I', guarded, record_column)));
end $$;

create or replace function access.guard_parts(
    guarded regclass, record_column text, kind_column text, part_column text) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('drop policy if exists seen_by_the_rule on %s', guarded);
    execute format('create policy seen_by_the_rule on %s for select using (%s)', guarded,
        access.rule_for(format('%s.%I', guarded, kind_column), format('%s.%I', guarded, part_column),
            format('%s.%I', guarded, record_column)));
end $$;

select access.guard('access.record', 'id', 'kind', 'SUMMARY');
select access.guard_parts('access.note', 'record_id', 'kind', 'part');

drop view access.my_assigned, access.my_named, access.my_withheld;

grant select on access.my_closed to witan_application;
revoke execute on function access.make_role_openings, access.viewer_looking, access.close_record, access.close_covered,
    access.close_new_cover, access.has_ground, access.sees, access.withheld_from, access.withheld_from_me, access.my_assigned_records,
    access.my_named_records, access.my_grounds, access.whole_of, access.rule_for from public;
-- Asked by policies and views as whoever looks; each answers about them alone.
grant execute on function access.withheld_from_me, access.my_assigned_records, access.my_named_records,
    access.my_grounds, access.whole_of to witan_application;
