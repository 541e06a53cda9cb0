-- A day of access is looked at once, and what was usual is kept as numbers.
--
-- Why: each look at the unusual accesses went through four weeks of the trail, seven times over. A day that is over does
-- not change: it is looked at by the first data protection officer who comes after it, for all agencies, and what is
-- found is found for everybody who oversees it.
-- Why a table of days: what is usual for a person needs four weeks, but of these only how many records they opened, in
-- which roles, and at which hours. One row a person, agency and day says that; the rules read the trail of one day.
-- Why what is found is written by a function: an officer finds what concerns themselves too, and never sees it. Nobody
-- writes the table by hand any more.
-- What it gives up: a day is judged by the settings of the day on which it was looked at.
-- Existing rows: no day is counted or looked at yet, so the first look counts five weeks, a day a statement, and goes through the last seven days as before; what was found
-- stays, once for a person, agency, day and rule.

create table access.day_of_person (
    day date not null,
    account_id uuid not null,
    agency_id uuid not null,
    opened integer not null,
    roles text[] not null,
    hours integer[] not null,
    constraint day_of_person_is_identified primary key (day, account_id, agency_id),
    constraint day_of_person_of_an_account foreign key (account_id) references access.account (id),
    constraint day_of_person_for_an_agency foreign key (agency_id) references access.agency (id)
);
create index day_of_person_lately on access.day_of_person (account_id, agency_id, day);
comment on table access.day_of_person is 'What a person did for an agency on a day that is over, in numbers: what is usual is read from here. Made from the trail by access.count_days.';
comment on column access.day_of_person.day is 'The day in England.';
comment on column access.day_of_person.account_id is 'The person.';
comment on column access.day_of_person.agency_id is 'For which agency.';
comment on column access.day_of_person.opened is 'How many records they opened, once for each role.';
comment on column access.day_of_person.roles is 'The roles in which they opened any.';
comment on column access.day_of_person.hours is 'The hours of the day in which they did anything.';
alter table access.day_of_person enable row level security;

create table access.day_counted (
    day date not null,
    looked_at timestamptz,
    constraint day_counted_is_identified primary key (day)
);
comment on table access.day_counted is 'Days of the trail that are counted, and when the rules about unusual access looked at them.';
comment on column access.day_counted.day is 'The day in England.';
comment on column access.day_counted.looked_at is 'When the rules looked at it; null while it was only counted to know what is usual.';
alter table access.day_counted enable row level security;

create function access.require_officer() returns void
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    if (select access.viewer_role()) is distinct from 'DATA_PROTECTION_OFFICER' then
        raise exception 'may not review access' using errcode = 'WI006';
    end if;
end $$;
comment on function access.require_officer is 'WI006 unless whoever looks is a data protection officer.';

create function access.count_day(day date) returns void
    language sql security definer set search_path = access, pg_temp as $$
    select access.require_officer();
    insert into access.day_of_person (day, account_id, agency_id, opened, roles, hours)
    with lately as materialized (
        select e.account_id, e.agency_id, e.role, e.deed, o.outcome, o.records,
               extract(hour from e.at at time zone 'Europe/London')::integer as hour
        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
        where e.at >= count_day.day::timestamp at time zone 'Europe/London'
          and e.at < (count_day.day + 1)::timestamp at time zone 'Europe/London'
          and e.agency_id is not null and e.channel <> 'JOB'),
    opened as (
        select l.account_id, l.agency_id, l.role, count(distinct r)::integer as number
        from lately l cross join lateral unnest(l.records) as r
        where l.outcome = 'DONE' and l.deed not in ('LIST', 'COUNT', 'READ_TRAIL', 'REVIEW')
        group by l.account_id, l.agency_id, l.role)
    select count_day.day, l.account_id, l.agency_id,
        coalesce((select sum(x.number) from opened x where x.account_id = l.account_id and x.agency_id = l.agency_id), 0),
        coalesce((select array_agg(x.role) from opened x where x.account_id = l.account_id and x.agency_id = l.agency_id), '{}'),
        array_agg(distinct l.hour)
    from lately l
    group by l.account_id, l.agency_id
    on conflict do nothing;
    insert into access.day_counted (day) values (count_day.day) on conflict do nothing;
$$;
comment on function access.count_day is 'Counts a day that is over.';

create function access.days_to_count(before date) returns setof date
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    perform access.require_officer();
    return query
    select d::date from generate_series(days_to_count.before - 35, days_to_count.before - 1, interval '1 day') d
    where not exists (select from access.day_counted c where c.day = d::date)
    order by 1;
end $$;
comment on function access.days_to_count is 'Of the days that the rules about unusual access need before a day, those that are not counted. Each is counted by a statement of its own, as a statement may not take long.';

create function access.days_to_look_at(before date) returns setof date
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.require_officer();
    return query
    select d::date from generate_series(days_to_look_at.before - 7, days_to_look_at.before - 1, interval '1 day') d
    where not exists (select from access.day_counted c where c.day = d::date and c.looked_at is not null)
    order by 1;
end $$;
comment on function access.days_to_look_at is 'Of the seven days before a day, those at which the rules about unusual access have not looked.';

drop function access.day_of_access(date);
create function access.day_of_access(day date) returns table (
    account_id uuid, agency_id uuid, opened integer, usual integer, peers integer, opening uuid[], outside_hours uuid[],
    own_name uuid[], own_postcode uuid[], no_task uuid[], turned_away uuid[], glass uuid[])
    language plpgsql stable security definer set search_path = access, pg_temp as $$
#variable_conflict use_column
declare
    starts timestamptz := day_of_access.day::timestamp at time zone 'Europe/London';
    ends timestamptz := (day_of_access.day + 1)::timestamp at time zone 'Europe/London';
    early integer := access.setting_number('unusual_before_hour');
    late integer := access.setting_number('unusual_from_hour');
begin
    perform access.require_officer();
    return query
    with today as materialized (
        select e.id, e.at, extract(hour from e.at at time zone 'Europe/London')::integer as hour,
               e.account_id, e.agency_id, e.role, e.deed, e.detail, o.outcome, o.records
        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
        where e.at >= starts and e.at < ends and e.agency_id is not null and e.channel <> 'JOB'),
    flagged as (
        select t.*, t.hour < early or t.hour >= late as late,
               t.deed = 'SEARCH' and length(a.family_name) > 1
                   and strpos(lower(t.detail), lower(a.family_name)) > 0 as names_self,
               a.home_postcode is not null and t.deed in ('SEARCH', 'LIST')
                   and strpos(replace(upper(t.detail), ' ', ''), a.home_postcode) > 0 as near_home,
               t.outcome = 'DONE' and t.deed in ('READ', 'PRINT', 'EXPORT', 'CHANGE') and exists (
                   select from unnest(t.records) as r join access.record c on c.id = r
                   where not exists (select from access.role_part g
                                     where g.role = t.role and g.kind = c.kind and g.basis = 'PARTNERSHIP')
                     and not exists (select from access.cover v join access.assignment s on s.record_id = v.source_id
                                     where v.record_id = c.id and s.account_id = t.account_id
                                       and s.from_at <= t.at and coalesce(s.until_at, 'infinity') > t.at)
                     and not exists (select from access.cover v join access.party p on p.record_id = v.source_id
                                     where v.record_id = c.id and p.agency_id = t.agency_id
                                       and p.from_at <= t.at and coalesce(p.until_at, 'infinity') > t.at)) as idle
        from today t join access.account a on a.id = t.account_id),
    habits as (
        select p.account_id, h as hour, count(distinct p.day) as days
        from access.day_of_person p cross join lateral unnest(p.hours) as h
        where p.day >= day_of_access.day - 28 and p.day < day_of_access.day
        group by p.account_id, h),
    found as (
        select f.account_id, f.agency_id, array_agg(distinct f.role) as roles,
            array_agg(f.id order by f.at, f.id) filter (where cardinality(f.records) > 0) as opening,
            array_agg(f.id order by f.at, f.id) filter (where f.late and coalesce(h.days, 0) < 3) as outside_hours,
            array_agg(f.id order by f.at, f.id) filter (where f.names_self) as own_name,
            array_agg(f.id order by f.at, f.id) filter (where f.near_home) as own_postcode,
            array_agg(f.id order by f.at, f.id) filter (where f.idle) as no_task,
            array_agg(f.id order by f.at, f.id) filter (where f.outcome in ('REFUSED', 'ABSENT')) as turned_away,
            array_agg(f.id order by f.at, f.id) filter (where f.deed = 'BREAK_GLASS' and f.outcome = 'DONE') as glass
        from flagged f
        left join habits h on h.account_id = f.account_id and h.hour = f.hour
        group by f.account_id, f.agency_id)
    select f.account_id, f.agency_id,
           coalesce((select p.opened from access.day_of_person p
                     where p.day = day_of_access.day and p.account_id = f.account_id and p.agency_id = f.agency_id), 0),
           coalesce((select percentile_disc(0.5) within group (order by p.opened) from access.day_of_person p
                     where p.account_id = f.account_id and p.agency_id = f.agency_id and p.opened > 0
                       and p.day >= day_of_access.day - 28 and p.day < day_of_access.day), 0),
           coalesce((select percentile_disc(0.5) within group (order by p.opened) from access.day_of_person p
                     where p.day = day_of_access.day and p.account_id <> f.account_id and p.opened > 0
                       and p.roles && f.roles), 0),
           coalesce(f.opening, '{}'), coalesce(f.outside_hours, '{}'), coalesce(f.own_name, '{}'),
           coalesce(f.own_postcode, '{}'), coalesce(f.no_task, '{}'), coalesce(f.turned_away, '{}'), coalesce(f.glass, '{}')
    from found f
    order by f.account_id, f.agency_id;
end $$;
comment on function access.day_of_access is 'What each person did for an agency on a day in England, as the rules about unusual access need it: numbers, and the rows of the trail. For data protection officers; what is found is shown to those who oversee it. What somebody searched for is compared here and not returned.';

create function access.keep_unusual(
    id uuid, rule text, account uuid, agency uuid, day date, counted integer, usual integer, peers integer,
    entries uuid[], found_at timestamptz) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.require_officer();
    insert into access.unusual_access (id, rule, account_id, agency_id, day, counted, usual, peers, entries, found_at)
    values (keep_unusual.id, keep_unusual.rule, keep_unusual.account, keep_unusual.agency, keep_unusual.day,
        keep_unusual.counted, keep_unusual.usual, keep_unusual.peers, keep_unusual.entries, keep_unusual.found_at)
    on conflict on constraint unusual_access_is_found_once do nothing;
end $$;
comment on function access.keep_unusual is 'Keeps what a rule found about a day, once; also what concerns whoever looks, which they never see.';

create function access.looked_at(day date) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.require_officer();
    update access.day_counted c set looked_at = now() where c.day = $1 and c.looked_at is null;
end $$;
comment on function access.looked_at is 'Says that the rules about unusual access looked at a day.';

drop policy unusual_access_is_found on access.unusual_access;
revoke insert on access.unusual_access from witan_application;
revoke execute on function access.require_officer, access.count_day, access.days_to_count, access.days_to_look_at, access.day_of_access,
    access.keep_unusual, access.looked_at from public;
grant execute on function access.count_day, access.days_to_count, access.days_to_look_at, access.day_of_access, access.keep_unusual, access.looked_at
    to witan_application;
