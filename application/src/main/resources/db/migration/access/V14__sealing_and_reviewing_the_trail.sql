-- Sealing the trail within seconds, signed heads, and the review of unusual access.
--
-- Why a queue (`trail_waiting`): the first version looked for entries without a seal among all entries, so each second
-- cost as much as the whole chain is long. What was finished now waits in a queue, in the transaction that finished it:
-- it is found without looking at what is sealed, and an entry of a long transaction is found when that commits, however
-- much later. An entry that is neither sealed nor waiting has been tampered with, and can be named.
-- Why the seal of something that is gone: an entry that its owner removes within the second before it is sealed leaves
-- its place in the queue behind, or, when that is removed too, its name in the application, which remembers what it
-- committed until it is sealed and puts it into the queue again. Such an entry gets a seal that says so, for ever.
-- Why the transaction and the time of sealing are now part of what is sealed: otherwise they could be changed unnoticed.
-- Why each head names the one before: a head that is removed from the middle is then missed.
-- Why findings are rows: what was found unusual must not change when a setting does; a review stands beside its reason.
-- Why the facts of a day come from one function: the words that somebody searched for are compared here and do not leave
-- the database. It checks first that a data protection officer asks, and for which agencies.
-- Existing rows: nothing sealed before this version, so there is no seal and no head; entries that exist go into the
-- queue in the order of their time.

do $$ begin
    if exists (select from access.trail_seal) or exists (select from access.trail_head) then
        raise exception 'the trail was sealed by a version that never existed' using errcode = 'WI007';
    end if;
end $$;

create table access.trail_waiting (
    number bigint generated always as identity,
    entry_id uuid not null,
    constraint trail_waiting_is_identified primary key (number)
);
comment on table access.trail_waiting is 'Entries that are finished and wait to be sealed. Holds no word about anybody.';
comment on column access.trail_waiting.number is 'Order of finishing.';
comment on column access.trail_waiting.entry_id is 'The entry. No foreign key: a removed entry must leave its place behind.';
-- A queue is emptied as fast as it is filled: without this its dead rows are read over and over.
alter table access.trail_waiting set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 100000);

insert into access.trail_waiting (entry_id) select id from access.trail_entry order by at, id;

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
    perform set_config('witan.entered', '', true);
end $$;

create or replace function access.sealed_text(e access.trail_entry, o access.trail_outcome) returns text
    language sql immutable as $$
    select array_to_string(array[
        e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.account_id::text, e.membership_id::text,
        e.agency_id::text, e.role, e.purpose, e.deed, e.what, e.path, e.channel, e.detail, e.from_address, e.session,
        encode(e.authenticator, 'hex'), o.outcome, array_to_string(o.records, ','), encode(o.authenticator, 'hex'),
        e.written_in::text],
        E'\x1f', '')
$$;
comment on function access.sealed_text is 'An entry and its outcome as the text that is sealed: its fields in the order of the tables and then the transaction, divided by the unit separator, nothing for null.';
comment on column access.trail_seal.link is 'SHA-256 of the link before, the position, the time of sealing in microseconds and the digest. The last one is the head of the chain.';
comment on column access.trail_seal.digest is 'SHA-256 of the text of the entry and its outcome; of the words "removed before it was sealed" and the entry when there was nothing left to seal.';

create function access.link_after(former bytea, first bytea, "position" bigint, micros bigint, digest bytea) returns bytea
    language sql immutable as $$
    select sha256(coalesce(former, first) || convert_to($3 || E'\x1f' || $4 || E'\x1f', 'UTF8') || $5)
$$;
comment on function access.link_after is 'The link of the chain that follows a former one, or the first given when there is none.';
create aggregate access.chain(first bytea, "position" bigint, micros bigint, digest bytea) (
    sfunc = access.link_after, stype = bytea);
comment on aggregate access.chain(bytea, bigint, bigint, bytea) is 'Links of the chain, one after the other, over rows in the order of their positions.';

create or replace function access.seal(most integer) returns table (sealed integer, "position" bigint, link bytea)
    language plpgsql security definer set search_path = access, pg_temp as $$
#variable_conflict use_column
declare
    head access.trail_seal;
    moment timestamptz;
    micros bigint;
begin
    -- One node seals at a time; the others go on with their work.
    if not pg_try_advisory_xact_lock(hashtext('access.seal')) then
        return;
    end if;
    select * into head from access.trail_seal s order by s.position desc limit 1;
    -- A clock that steps back must not put a later seal before an earlier one.
    moment := greatest(clock_timestamp(), head.sealed_at);
    micros := (extract(epoch from moment) * 1000000)::bigint;
    return query
    with taken as (
        delete from access.trail_waiting w
        where w.number = any (array(select x.number from access.trail_waiting x order by x.number limit seal.most))
        returning w.number, w.entry_id),
    fresh as (
        select min(t.number) as number, t.entry_id from taken t
        where not exists (select from access.trail_seal s where s.entry_id = t.entry_id)
        group by t.entry_id),
    worded as (
        select coalesce(head.position, 0) + row_number() over (order by f.number) as place, f.entry_id,
               sha256(convert_to(
                   case when e.id is null or o.entry_id is null
                        then 'removed before it was sealed' || E'\x1f' || f.entry_id
                        else access.sealed_text(e, o) end, 'UTF8')) as digest
        from fresh f
        left join access.trail_entry e on e.id = f.entry_id
        left join access.trail_outcome o on o.entry_id = f.entry_id),
    linked as (
        select w.place, w.entry_id, w.digest,
               access.chain(coalesce(head.link, ''::bytea), w.place, micros, w.digest) over (order by w.place) as link
        from worded w),
    kept as (
        insert into access.trail_seal (position, entry_id, digest, link, sealed_at)
        select l.place, l.entry_id, l.digest, l.link, moment from linked l order by l.place
        returning trail_seal.position, trail_seal.link),
    counted as (select count(*)::integer as number from taken)
    select c.number, k.position, k.link
    from counted c left join lateral (select x.position, x.link from kept x order by x.position desc limit 1) k on true
    where c.number > 0;
end $$;
comment on function access.seal is 'Seals what waits, in the order of finishing, and returns how many were taken from the queue and the new head; nothing when there is nothing to do or another node does it. Its cost grows with what waits, not with the chain.';

create function access.await_sealing(entries uuid[]) returns integer
    language sql security definer set search_path = access, pg_temp as $$
    with missed as (
        insert into access.trail_waiting (entry_id)
        select distinct x from unnest($1) as x
        where not exists (select from access.trail_seal s where s.entry_id = x)
          and not exists (select from access.trail_waiting w where w.entry_id = x)
        returning 1)
    select count(*)::integer from missed
$$;
comment on function access.await_sealing is 'Puts entries that the application committed and that are neither sealed nor waiting into the queue, and returns how many: each was taken out of it by hand.';

create function access.waiting_to_be_sealed() returns table (waiting bigint, oldest timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select count(*), min(e.at) from access.trail_waiting w left join access.trail_entry e on e.id = w.entry_id
$$;
comment on function access.waiting_to_be_sealed is 'How many entries wait to be sealed, and since when the oldest.';

alter table access.trail_head add column former bigint not null default 0;
alter table access.trail_head add constraint trail_head_follows check (former >= 0 and former < position);
comment on column access.trail_head.former is 'Position of the head before; 0 for the first.';
comment on column access.trail_head.signature is 'Ed25519 signature over position, former position, link and time.';
drop function access.sign_head(bigint, bytea, timestamptz, text, bytea);
create function access.sign_head(
    "position" bigint, former bigint, link bytea, signed_at timestamptz, key_name text, signature bytea)
    returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('access.sign'));
    if sign_head.former <> coalesce((select max(h.position) from access.trail_head h), 0)
       or not exists (select from access.trail_seal s
                      where s.position = sign_head.position and s.link = sign_head.link) then
        return false;
    end if;
    insert into access.trail_head (position, former, link, signed_at, key_name, signature)
    values ($1, $2, $3, $4, $5, $6);
    return true;
end $$;
comment on function access.sign_head is 'Keeps the signature over a head of the chain; false when another node signed meanwhile, or when there is no such head.';

-- Reading -------------------------------------------------------------------------------------------------------

create index trail_entry_of_agency on access.trail_entry (agency_id, at desc);
create policy trail_entry_is_read_by_oneself on access.trail_entry for select
    using (account_id = (select access.viewer_account()));
create policy trail_outcome_is_read_by_oneself on access.trail_outcome for select
    using (exists (select from access.trail_entry e
                   where e.id = trail_outcome.entry_id and e.account_id = (select access.viewer_account())));

create function access.oversees(agency uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (
        select from access.viewer v join access.agency y on y.id = v.agency_id
        where v.role = 'DATA_PROTECTION_OFFICER' and (v.agency_id = $1 or y.kind = 'PARTNERSHIP'))
$$;
comment on function access.oversees is 'Whether whoever looks is data protection officer of an agency, or of the partnership.';

-- Unusual access ------------------------------------------------------------------------------------------------

insert into access.setting (name, since, value, reason) values
    ('unusual_volume_least', '2026-11-01', '20', 'Proposed: fewer records in a day are never called many.'),
    ('unusual_volume_times', '2026-11-01', '3', 'Proposed: so many times the own usual day, and the day of peers.'),
    ('unusual_turned_away_least', '2026-11-01', '5', 'Proposed: a few wrong references are slips, more are a search.'),
    ('unusual_before_hour', '2026-11-01', '6', 'Proposed: hours before this are outside work unless the person often works then.'),
    ('unusual_from_hour', '2026-11-01', '20', 'Proposed: hours from this on are outside work unless the person often works then.'),
    ('trail_late_seconds', '2026-11-01', '30', 'Proposed: an entry that waits longer to be sealed is told to those who watch.');

create table access.unusual_access (
    id uuid not null,
    rule text not null,
    account_id uuid not null,
    agency_id uuid not null,
    day date not null,
    counted integer not null,
    usual integer not null,
    peers integer not null,
    entries uuid[] not null,
    found_at timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by uuid,
    verdict text,
    remark text,
    version integer not null default 0,
    constraint unusual_access_is_identified primary key (id),
    constraint unusual_access_is_found_once unique (account_id, agency_id, day, rule),
    constraint unusual_access_rule_is_known check (rule in ('VOLUME', 'HOURS', 'OWN_NAME', 'OWN_POSTCODE', 'NO_TASK', 'TURNED_AWAY', 'GLASS')),
    constraint unusual_access_of_an_account foreign key (account_id) references access.account (id),
    constraint unusual_access_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint unusual_access_is_reviewed_by_an_account foreign key (reviewed_by) references access.account (id),
    constraint unusual_access_is_never_reviewed_by_oneself check (reviewed_by <> account_id),
    constraint unusual_access_verdict_is_known check (verdict in ('EXPLAINED', 'TO_FOLLOW_UP', 'BREACH')),
    constraint unusual_access_review_is_whole check (
        (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (verdict is null)
        and (reviewed_at is null) = (remark is null) and (remark is null or (remark <> '' and length(remark) <= 2000)))
);
create index unusual_access_to_review on access.unusual_access (agency_id, day) where reviewed_at is null;
comment on table access.unusual_access is 'What a rule found unusual about a day of one person at one agency, and what the review said.';
comment on column access.unusual_access.id is 'UUIDv7 made by the application.';
comment on column access.unusual_access.rule is 'The rule that found it.';
comment on column access.unusual_access.account_id is 'The person concerned.';
comment on column access.unusual_access.agency_id is 'The agency that the person acted for.';
comment on column access.unusual_access.day is 'The day in England.';
comment on column access.unusual_access.counted is 'How many there were when it was found.';
comment on column access.unusual_access.usual is 'How many on a usual day of the person; 0 when there is none to compare with.';
comment on column access.unusual_access.peers is 'How many on that day with others in the same roles; 0 when there are none.';
comment on column access.unusual_access.entries is 'Rows of the trail that it is about, at most 50.';
comment on column access.unusual_access.found_at is 'When it was found.';
comment on column access.unusual_access.reviewed_at is 'When it was reviewed, if it was.';
comment on column access.unusual_access.reviewed_by is 'Who reviewed it; never the person concerned.';
comment on column access.unusual_access.verdict is 'EXPLAINED; TO_FOLLOW_UP; BREACH.';
comment on column access.unusual_access.remark is 'What the review found, in words.';
comment on column access.unusual_access.version is 'Counts changes, so that an edit of a stale page is noticed.';

alter table access.unusual_access enable row level security;
create policy unusual_access_is_read on access.unusual_access for select
    using (access.oversees(agency_id) and account_id <> (select access.viewer_account()));
create policy unusual_access_is_found on access.unusual_access for insert
    with check (access.oversees(agency_id) and reviewed_at is null);
create policy unusual_access_is_reviewed on access.unusual_access for update
    using (access.oversees(agency_id) and account_id <> (select access.viewer_account()) and reviewed_at is null)
    with check (reviewed_by = (select access.viewer_account()));

create function access.day_of_access(day date) returns table (
    account_id uuid, agency_id uuid, opened integer, usual integer, peers integer, opening uuid[], outside_hours uuid[],
    own_name uuid[], own_postcode uuid[], no_task uuid[], turned_away uuid[], glass uuid[])
    language plpgsql stable security definer set search_path = access, pg_temp as $$
#variable_conflict use_column
declare
    starts timestamptz := day_of_access.day::timestamp at time zone 'Europe/London';
    ends timestamptz := (day_of_access.day + 1)::timestamp at time zone 'Europe/London';
begin
    if (select access.viewer_role()) is distinct from 'DATA_PROTECTION_OFFICER' then
        raise exception 'may not review access' using errcode = 'WI006';
    end if;
    return query
    with lately as materialized (
        select e.id, e.at, (e.at at time zone 'Europe/London')::date as on_day,
               extract(hour from e.at at time zone 'Europe/London')::integer as hour,
               e.account_id, e.agency_id, e.role, e.deed, e.detail, o.outcome, o.records
        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
        where e.at >= starts - interval '28 days' and e.at < ends and e.agency_id is not null and e.channel <> 'JOB'),
    today as materialized (select * from lately l where l.on_day = day_of_access.day),
    opened as (
        select l.account_id, l.agency_id, l.role, l.on_day, count(distinct r)::integer as number
        from lately l cross join lateral unnest(l.records) as r
        where l.outcome = 'DONE' and l.deed not in ('LIST', 'COUNT', 'READ_TRAIL', 'REVIEW')
        group by l.account_id, l.agency_id, l.role, l.on_day),
    per_day as (
        select o.account_id, o.agency_id, o.on_day, sum(o.number)::integer as number, array_agg(distinct o.role) as roles
        from opened o group by o.account_id, o.agency_id, o.on_day),
    flagged as (
        select t.*,
               t.hour < access.setting_number('unusual_before_hour') or t.hour >= access.setting_number('unusual_from_hour') as late,
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
    habits as (select l.account_id, l.hour, count(distinct l.on_day) as days
               from lately l where l.on_day < day_of_access.day group by l.account_id, l.hour)
    select f.account_id, f.agency_id,
           coalesce((select p.number from per_day p where p.account_id = f.account_id and p.agency_id = f.agency_id
                     and p.on_day = day_of_access.day), 0),
           coalesce((select percentile_disc(0.5) within group (order by p.number) from per_day p
                     where p.account_id = f.account_id and p.agency_id = f.agency_id and p.on_day < day_of_access.day), 0),
           coalesce((select percentile_disc(0.5) within group (order by p.number) from per_day p
                     where p.account_id <> f.account_id and p.on_day = day_of_access.day
                       and p.roles && array_agg(distinct f.role)), 0),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where cardinality(f.records) > 0)), '{}'),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where f.late and coalesce(h.days, 0) < 3)), '{}'),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where f.names_self)), '{}'),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where f.near_home)), '{}'),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where f.idle)), '{}'),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where f.outcome in ('REFUSED', 'ABSENT'))), '{}'),
           coalesce((array_agg(f.id order by f.at, f.id) filter (where f.deed = 'BREAK_GLASS' and f.outcome = 'DONE')), '{}')
    from flagged f
    left join habits h on h.account_id = f.account_id and h.hour = f.hour
    where access.oversees(f.agency_id) and f.account_id <> (select access.viewer_account())
    group by f.account_id, f.agency_id
    order by f.account_id, f.agency_id;
end $$;
comment on function access.day_of_access is 'What each person did for an agency on a day in England, as the rules about unusual access need it: numbers, and the rows of the trail. For data protection officers, of the agencies they oversee. What somebody searched for is compared here and not returned.';

grant select, insert on access.unusual_access to witan_application;
grant update (reviewed_at, reviewed_by, verdict, remark, version) on access.unusual_access to witan_application;
revoke execute on function access.link_after, access.await_sealing, access.waiting_to_be_sealed, access.sign_head,
    access.oversees, access.day_of_access from public;
revoke execute on function access.chain(bytea, bigint, bigint, bytea) from public;
grant execute on function access.await_sealing, access.waiting_to_be_sealed, access.sign_head, access.oversees,
    access.day_of_access to witan_application;
