-- E-mail that says that something waits, and nothing else.
--
-- Why triggers: what waits is written in the transaction in which it happens, whichever way it came in (a page, a system,
-- a command), so a crash between the two loses nothing and no use case can forget it. Several agencies, one meeting:
-- a statement, not a row, is told where one statement brings several.
-- Why the row names a record and nobody may read it: the one rule decides about e-mail too. Somebody who must not know
-- of a case (a barrier, a restriction, a list of names) would learn from an empty "your work" that there is one. The rule is
-- asked within a minute, the row is taken away in the same statement, and what is left is an account and a time.
-- Why the rule is asked by a function of the owner here: it is asked for everybody who might be told, and nobody looks.
-- It makes the row of access.looking that access.enter would make and asks access.sees; it answers nobody else.
-- Why what happened is turned into who is told at its own time, and not by its own time: a long transaction may
-- commit after a later one was told. What is visible is taken, whenever it became so; nothing has to be in order.
-- Why a visit counts from the trail and not from the sessions: a session that is ended is deleted.
-- Why messages are taken for some minutes and not locked while they are sent: a server that answers slowly must hold no
-- transaction open. A node that dies meanwhile leaves them to be taken again: somebody may be told twice, never not.
-- Why an old list is left out: what it brings was decided years ago.
-- Why nothing happens in a demonstration: its people do not exist, and its addresses might.
-- Existing rows: none. What happened before this version is on everybody's "your work".

insert into access.setting (name, since, value, reason) values
    ('notice_pause_minutes', '2026-11-01', '60', 'Proposed: at most one message an hour, so that it is read when it comes.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('notice_pause_minutes', 'How long after an e-mail the next may follow', 'minutes', 10, 1440,
     'More often than every ten minutes is no longer read. More than a day apart is too late for somebody in danger.', 160);

create table notices.notice (
    id uuid not null,
    agency_id uuid,
    roles text[],
    account_id uuid,
    record_id uuid,
    made_at timestamptz not null,
    made_by uuid,
    constraint notice_is_identified primary key (id),
    constraint notice_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint notice_is_for_an_account foreign key (account_id) references access.account (id),
    constraint notice_is_of_a_record foreign key (record_id) references access.record (id),
    constraint notice_is_for_somebody check (roles is not null or account_id is not null)
);
create index notice_by_time on notices.notice (made_at);
comment on table notices.notice is 'That something waits, from when it happens until it is known for whom: at most minutes. Written by triggers, read by nobody but notices.fold.';
comment on column notices.notice.id is 'Made by the database.';
comment on column notices.notice.agency_id is 'Whose people; null for all agencies.';
comment on column notices.notice.roles is 'In which roles; null for any.';
comment on column notices.notice.account_id is 'For this person alone; null for all of the roles.';
comment on column notices.notice.record_id is 'Only whoever may see this is told; null when all of them may.';
comment on column notices.notice.made_at is 'When the transaction began in which it happened.';
comment on column notices.notice.made_by is 'Who did it, and need not be told; null when nobody had entered.';
alter table notices.notice enable row level security;

create table notices.waiting (
    account_id uuid not null,
    since_at timestamptz not null,
    try_at timestamptz not null,
    failed_at timestamptz,
    failures integer not null default 0,
    constraint waiting_is_one_for_an_account primary key (account_id),
    constraint waiting_is_for_an_account foreign key (account_id) references access.account (id),
    constraint waiting_counts_failures check ((failed_at is null) = (failures = 0) and failures >= 0)
);
create index waiting_is_due on notices.waiting (try_at);
comment on table notices.waiting is 'Who is to be told that something waits, until they are told, have looked themselves, or may no longer be told.';
comment on column notices.waiting.account_id is 'Who.';
comment on column notices.waiting.since_at is 'Since when the newest waits. Whoever looked after that has seen it.';
comment on column notices.waiting.try_at is 'Not before then: after a pause, after a failure, or while a node is sending it.';
comment on column notices.waiting.failed_at is 'When it could not be sent for the first time; null while nothing failed.';
comment on column notices.waiting.failures is 'How often it could not be sent.';

create table notices.message (
    id uuid not null,
    account_id uuid not null,
    at timestamptz not null,
    outcome text not null,
    constraint message_is_identified primary key (id),
    constraint message_is_to_an_account foreign key (account_id) references access.account (id),
    constraint message_outcome_is_known check (outcome in ('SENT', 'NO_SERVER', 'BAD_ADDRESS'))
);
create index message_of_account on notices.message (account_id, at desc);
create index message_newest_first on notices.message (at desc);
comment on table notices.message is 'Which message went to whom and when, kept for 90 days. All messages say the same.';
comment on column notices.message.id is 'Made by the database.';
comment on column notices.message.account_id is 'To whom.';
comment on column notices.message.at is 'When it was sent or given up.';
comment on column notices.message.outcome is 'SENT: a mail server took it. NO_SERVER: none did for a day. BAD_ADDRESS: nothing can be sent to this address.';

create table notices.choice (
    account_id uuid not null,
    often text not null,
    chosen_at timestamptz not null,
    constraint choice_is_one_for_an_account primary key (account_id),
    constraint choice_is_of_an_account foreign key (account_id) references access.account (id),
    constraint choice_is_known check (often in ('HOURLY', 'DAILY', 'NONE'))
);
comment on table notices.choice is 'How often somebody wants to be told. Whoever chose nothing is told as soon as the pause is over.';
comment on column notices.choice.account_id is 'Who.';
comment on column notices.choice.often is 'HOURLY: as soon as the pause is over; DAILY: at most once in 24 hours; NONE: never.';
comment on column notices.choice.chosen_at is 'When it was chosen.';

-- What happens --------------------------------------------------------------------------------------------------

create function notices.queue(agency uuid, roles text[], account uuid, record uuid) returns void
    language sql as $$
    insert into notices.notice (id, agency_id, roles, account_id, record_id, made_at, made_by)
    select uuidv7(), queue.agency, queue.roles, queue.account, queue.record, now(), access.entered_account()
    where exists (select from access.installation i where i.kind = 'LIVE')
      and not exists (select from marac.imported h join marac.referral r on r.id = h.record_id
                      where h.record_id = queue.record and r.written_in = pg_current_xact_id())
      and not exists (select from notices.notice n
                      where n.made_at = now() and n.agency_id is not distinct from queue.agency
                        and n.roles is not distinct from queue.roles and n.account_id is not distinct from queue.account
                        and n.record_id is not distinct from queue.record)
$$;
comment on function notices.queue is 'Keeps that something waits for some people, once in a transaction; nothing in a demonstration, and nothing of what an old list brings. For triggers.';

create function notices.party_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(a.agency_id, array['REPRESENTATIVE', 'IDVA'], null, a.record_id)
    from added a join access.record r on r.id = a.record_id and r.kind = 'CASE';
    return null;
end $$;
comment on function notices.party_is_told is 'An agency that takes part in a case has it waiting for whoever speaks for it, and for its IDVAs.';
create trigger party_is_told after insert on access.party
    referencing new table as added for each statement execute function notices.party_is_told();

create function notices.list_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(y.agency_id, k.roles, null, null)
    from meeting.board b
    cross join lateral (select array_agg(x.role order by x.role) as roles
                        from meeting.kind_role x where x.kind = b.kind) k
    cross join lateral (select a.agency_id from meeting.board_agency a
                        where a.board_id = b.id and a.until_at is null
                        union select b.agency_id) y
    where b.id = new.board_id and k.roles is not null;
    return null;
end $$;
comment on function notices.list_is_told is 'A list that went out waits for the members of the board.';
create trigger list_is_told after update of list_out_at on meeting.meeting
    for each row when (old.list_out_at is null and new.list_out_at is not null) execute function notices.list_is_told();

create function notices.action_is_told(agency uuid, owner uuid, record uuid) returns void
    language sql as $$
    select notices.queue(action_is_told.agency,
        case when action_is_told.owner is null then array['COORDINATOR', 'IDVA', 'REPRESENTATIVE'] end,
        action_is_told.owner, action_is_told.record)
    where action_is_told.agency is not null
$$;
comment on function notices.action_is_told is 'An action waits for its owner; for whoever speaks for the agency while nobody is named. For triggers.';

create function notices.term_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.action_is_told(a.agency_id, a.owner_id, a.record_id) from added a;
    return null;
end $$;
comment on function notices.term_is_told is 'An action that is agreed, handed on or moved waits for whoever does it.';
create trigger term_is_told after insert on meeting.action_term
    referencing new table as added for each statement execute function notices.term_is_told();

create function notices.chase_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.action_is_told(x.agency_id, x.owner_id, x.record_id)
    from added a join meeting.action x on x.record_id = a.record_id;
    return null;
end $$;
comment on function notices.chase_is_told is 'An action that is asked for waits for whoever does it.';
create trigger chase_is_told after insert on meeting.chase
    referencing new table as added for each statement execute function notices.chase_is_told();

create function notices.coordinator_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(null, array['COORDINATOR'], null, a.record_id) from added a;
    return null;
end $$;
comment on function notices.coordinator_is_told is 'What has to be decided about a referral waits for the coordinators.';
create trigger referral_is_told after insert on marac.waiting
    referencing new table as added for each statement execute function notices.coordinator_is_told();
create trigger incident_is_told after insert on marac.incident
    referencing new table as added for each statement execute function notices.coordinator_is_told();
create trigger withdrawal_is_told after insert on marac.withdrawal
    referencing new table as added for each statement execute function notices.coordinator_is_told();

create function notices.history_is_not_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    delete from notices.notice n using added a where n.record_id = a.record_id and n.made_at = now();
    return null;
end $$;
comment on function notices.history_is_not_told is 'What an old list brings waits for nobody.';
create trigger history_is_not_told after insert on marac.imported
    referencing new table as added for each statement execute function notices.history_is_not_told();

-- Who is told ---------------------------------------------------------------------------------------------------

create function notices.may_know(membership uuid, record uuid) returns boolean
    language sql stable as $$
    select may_know.record is null or exists (
        select from access.in_force f
        join access.agency y on y.id = f.agency_id
        join access.role_opening o on o.role = f.role and o.opens_records and o.of_partnership = (y.kind = 'PARTNERSHIP')
        join access.record r on r.id = may_know.record
        where f.membership_id = may_know.membership
          and access.sees(
              row (f.membership_id, '3'::xid8, f.account_id, f.membership_id, f.agency_id, f.role, '', true, o.openings)::access.looking,
              r.id, r.kind, 'SUMMARY'))
$$;
comment on function notices.may_know is 'Whether the one rule lets a membership know that a record exists. For functions of the owner.';

create function notices.must_be_reached(account uuid) returns boolean
    language sql stable security definer set search_path = notices, pg_temp as $$
    select exists (select from access.in_force f
                   where f.account_id = must_be_reached.account and f.role in ('COORDINATOR', 'IDVA'))
$$;
comment on function notices.must_be_reached is 'Whether somebody has a role for which the life of a person may depend on being told: coordinator or IDVA.';

create function notices.pause_of(account uuid) returns interval
    language sql stable as $$
    select case c.often
        when 'DAILY' then interval '1 day'
        when 'NONE' then case when notices.must_be_reached(c.account_id) then p.pause end
        else p.pause end
    from (select make_interval(mins => access.setting_number('notice_pause_minutes')) as pause) p
    left join notices.choice c on c.account_id = pause_of.account
$$;
comment on function notices.pause_of is 'How long after a message to somebody the next may follow; null when they want none, and may want that. For functions of the owner.';

create function notices.may_be_told(account uuid) returns boolean
    language sql stable as $$
    select exists (select from access.in_force f join access.account a on a.id = f.account_id
                   where f.account_id = may_be_told.account and a.kind = 'PERSON' and not a.demonstration)
$$;
comment on function notices.may_be_told is 'Whether somebody is a person with an open account and a membership in force. For functions of the owner.';

create function notices.looked_after(account uuid, moment timestamptz) returns boolean
    language sql stable as $$
    select exists (select from access.trail_entry e
                   where e.account_id = looked_after.account and e.at > looked_after.moment
                     and e.channel = 'PAGE' and e.deed <> 'SIGN_IN_REFUSED')
        or exists (select from access.session s
                   where s.principal_name = looked_after.account::text
                     and s.last_access_time > extract(epoch from looked_after.moment) * 1000)
$$;
comment on function notices.looked_after is 'Whether somebody used a page after a moment, and so has seen what waited then. For functions of the owner.';

create function notices.is_here(account uuid) returns boolean
    language sql stable as $$
    select exists (select from access.session s
                   where s.principal_name = is_here.account::text
                     and s.expiry_time > extract(epoch from clock_timestamp()) * 1000)
$$;
comment on function notices.is_here is 'Whether somebody is signed in now. For functions of the owner.';

create function notices.fold(tells boolean) returns integer
    language plpgsql security definer set search_path = notices, pg_temp as $$
declare
    taken integer;
    moment timestamptz;
begin
    delete from notices.message m where m.at < now() - interval '90 days';
    if not fold.tells then
        delete from notices.notice n where n.made_at < now() - interval '1 hour';
        delete from notices.waiting w where w.since_at < now() - interval '1 hour';
        return 0;
    end if;
    moment := clock_timestamp();
    with gone as (
        delete from notices.notice n
        where n.id in (select x.id from notices.notice x order by x.id limit 500 for update skip locked)
        returning n.agency_id, n.roles, n.account_id, n.record_id, n.made_by),
    told as (
        insert into notices.waiting as w (account_id, since_at, try_at)
        select x.account_id, moment, moment
        from (select distinct f.account_id
              from (select distinct g.agency_id, g.roles, g.account_id, g.record_id, g.made_by from gone g) g
              join access.in_force f on (g.agency_id is null or f.agency_id = g.agency_id)
                  and (g.account_id is null or f.account_id = g.account_id)
                  and (g.roles is null or f.role = any (g.roles))
                  and f.account_id is distinct from g.made_by
              where notices.may_be_told(f.account_id) and notices.may_know(f.membership_id, g.record_id)) x
        order by x.account_id
        on conflict (account_id) do update set since_at = excluded.since_at)
    select count(*) into taken from gone;
    return taken;
end $$;
comment on function notices.fold is 'Takes what happened, and keeps who is to be told of it; returns how much it took, at most 500. Where nobody is told by e-mail, it forgets after an hour. Tells whoever asks nothing about anybody.';

create function notices.settle() returns boolean
    language plpgsql security definer set search_path = notices, pg_temp as $$
declare
    moment timestamptz := clock_timestamp();
begin
    delete from notices.waiting w
    where w.account_id in (
        select x.account_id from notices.waiting x
        where x.try_at <= moment
          and (not notices.may_be_told(x.account_id) or notices.pause_of(x.account_id) is null
               or notices.looked_after(x.account_id, x.since_at))
        order by x.account_id for update skip locked);
    update notices.waiting w set try_at = y.at
    from (select x.account_id,
              greatest((select max(m.at) from notices.message m where m.account_id = x.account_id and m.outcome = 'SENT')
                           + notices.pause_of(x.account_id),
                       case when notices.is_here(x.account_id) then moment + interval '1 minute' end) as at
          from notices.waiting x where x.try_at <= moment
          order by x.account_id for update of x skip locked) y
    where w.account_id = y.account_id and y.at > moment;
    return exists (select from notices.waiting w where w.try_at <= moment);
end $$;
comment on function notices.settle is 'Forgets who has looked meanwhile or may not be told, lets wait who is signed in or was told a short time ago, and returns whether anybody is left who is told now.';

create function notices.take(most integer) returns table (account_id uuid, email text, since_at timestamptz)
    language plpgsql security definer set search_path = notices, pg_temp as $$
#variable_conflict use_column
begin
    perform access.require_entry();
    return query
        with due as (
            select w.account_id from notices.waiting w
            where w.try_at <= clock_timestamp() and exists (select from access.installation i where i.kind = 'LIVE')
            order by w.since_at, w.account_id limit take.most for update skip locked)
        update notices.waiting w set try_at = clock_timestamp() + interval '15 minutes'
        from due d, access.account a
        where w.account_id = d.account_id and a.id = d.account_id
        returning w.account_id, a.email, w.since_at;
end $$;
comment on function notices.take is 'Some of those who are told now, for whoever sends it; no other node takes them for 15 minutes. WI007 without an entry in the trail.';

create function notices.told(account uuid, since timestamptz) returns void
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    insert into notices.message (id, account_id, at, outcome)
    select uuidv7(), w.account_id, clock_timestamp(), 'SENT' from notices.waiting w where w.account_id = told.account;
    delete from notices.waiting w where w.account_id = told.account and w.since_at = told.since;
    update notices.waiting w set try_at = clock_timestamp(), failed_at = null, failures = 0
    where w.account_id = told.account;
end $$;
comment on function notices.told is 'Keeps that a message went out. What came while it was sent waits on.';

create function notices.not_told(account uuid, unusable boolean) returns void
    language plpgsql security definer set search_path = notices, pg_temp as $$
declare
    gone uuid;
begin
    update notices.waiting w
    set failures = w.failures + 1, failed_at = coalesce(w.failed_at, clock_timestamp()),
        try_at = clock_timestamp() + least(interval '1 minute' * 2 ^ least(w.failures, 6), interval '1 hour')
    where w.account_id = not_told.account;
    delete from notices.waiting w
    where w.account_id = not_told.account
      and (not_told.unusable or w.failed_at < clock_timestamp() - interval '1 day')
    returning w.account_id into gone;
    insert into notices.message (id, account_id, at, outcome)
    select uuidv7(), gone, clock_timestamp(), case when not_told.unusable then 'BAD_ADDRESS' else 'NO_SERVER' end
    where gone is not null;
end $$;
comment on function notices.not_told is 'Keeps that a message could not be sent: it is tried after 1, 2, 4 minutes and so on, at last each hour, and given up after a day; at once when nothing can be sent to the address.';

create function notices.let_go(accounts uuid[]) returns void
    language sql security definer set search_path = notices, pg_temp as $$
    update notices.waiting w set try_at = clock_timestamp() + interval '1 minute' where w.account_id = any (let_go.accounts)
$$;
comment on function notices.let_go is 'Those that were taken and not tried, because the server did not answer, are tried in a minute.';

-- Rights --------------------------------------------------------------------------------------------------------

alter table notices.waiting enable row level security;
create policy failing_is_read on notices.waiting for select using (
    failures > 0 and (select access.viewer_role()) = 'ADMINISTRATOR');
alter table notices.message enable row level security;
create policy message_is_read on notices.message for select using (
    account_id = (select access.viewer_account()) or (select access.viewer_role()) = 'ADMINISTRATOR');
alter table notices.choice enable row level security;
create policy choice_is_read on notices.choice for select using (account_id = (select access.viewer_account()));
create policy choice_is_made on notices.choice for insert with check (
    account_id = (select access.viewer_account()) and chosen_at = now()
    and (often <> 'NONE' or not notices.must_be_reached(account_id)));
create policy choice_is_changed on notices.choice for update
    using (account_id = (select access.viewer_account()))
    with check (account_id = (select access.viewer_account()) and chosen_at = now()
        and (often <> 'NONE' or not notices.must_be_reached(account_id)));

grant usage on schema notices to witan_application;
grant select on notices.waiting, notices.message to witan_application;
grant select, insert, update on notices.choice to witan_application;
revoke execute on all functions in schema notices from public;
grant execute on function notices.fold, notices.settle, notices.take, notices.told, notices.not_told, notices.let_go,
    notices.must_be_reached to witan_application;
