-- Signing in: passwords with a time-based code, links that work once, the count of tries that slows guessing, recovery by
-- two people, what somebody was typing when their session ended, and the people of a demonstration.
--
-- Why functions where others have policies: whoever signs in is nobody yet, so no policy can tell them apart. Each
-- function asks for one thing, gives no more than one row, and is the only way to a table that the application itself
-- may not read. A stolen connection of the application cannot list password hashes or links.
-- Why the kind of the installation is written here: a migration runs once, as the owner, before any row of a partnership
-- exists. The row can never be changed, so a database with real people never becomes one whose accounts anybody may
-- use, and the application refuses to start with a setting that disagrees.
-- Why an invitation is only for an account that has never signed in: else one administrator alone could take over any
-- account. Every later way in needs two people.
-- Why a recovery has a code beside its link: the first person hears the code, the second gets the link, so neither of
-- them can let themselves in with what they hold.
-- Why tries are kept as authenticated digests: the table must not say who works here or from where they come.
-- Existing rows: the installation gets its row; nobody has a way to sign in yet.

insert into access.installation (kind) values ('${installation}') on conflict do nothing;

insert into access.setting (name, since, value, reason) values
    ('set_up_link_hours', '2026-11-01', '24', 'Proposed: whoever starts Witan sets it up the same day; each start makes a new link.'),
    ('invitation_hours', '2026-11-01', '72', 'Proposed: a weekend may lie between the invitation and the first day at work.'),
    ('recovery_confirm_minutes', '2026-11-01', '60', 'Proposed: the second person is asked by telephone and answers at once.'),
    ('recovery_link_hours', '2026-11-01', '4', 'Proposed: whoever lost their way in is waiting for it.');

create function access.entered_account() returns uuid language sql stable security definer set search_path = access, pg_temp as $$
    select e.account_id from access.trail_entry e
    where e.id = nullif(current_setting('witan.entered', true), '')::uuid
      and e.written_in = pg_current_xact_id_if_assigned()
$$;
comment on function access.entered_account is 'The account of whoever entered in this transaction, also before they chose a membership; null when nobody did.';

create function access.require_entry() returns void language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.trail_entry e
                   where e.id = nullif(current_setting('witan.entered', true), '')::uuid
                     and e.written_in = pg_current_xact_id_if_assigned()) then
        raise exception 'this is done only with an entry in the trail' using errcode = 'WI007';
    end if;
end $$;
comment on function access.require_entry is 'Refuses (WI007) what would happen without a row in the trail.';

-- Credentials ---------------------------------------------------------------------------------------------------

create table access.local_credential (
    account_id uuid not null,
    password text not null,
    code_secret bytea not null,
    last_step bigint not null,
    set_at timestamptz not null default now(),
    constraint local_credential_is_identified primary key (account_id),
    constraint local_credential_is_of_an_account foreign key (account_id) references access.account (id)
);
alter table access.local_credential enable row level security;
comment on table access.local_credential is 'Password and time-based code of an account: always both. Reached by functions only.';
comment on column access.local_credential.account_id is 'The account.';
comment on column access.local_credential.password is 'Digest of the password, with the name and the cost of its method in front.';
comment on column access.local_credential.code_secret is 'Secret of the time-based code, encrypted with a key that is not in the database.';
comment on column access.local_credential.last_step is 'The last half minute whose code was used; no code of it or before is taken again.';
comment on column access.local_credential.set_at is 'When it was set.';

create function access.local_credential_of(email text) returns table (account_id uuid, password text, code_secret bytea)
    language sql stable security definer set search_path = access, pg_temp as $$
    select c.account_id, c.password, c.code_secret
    from access.account a join access.local_credential c on c.account_id = a.id
    where lower(a.email) = lower($1) and a.closed_at is null and a.kind = 'PERSON'
$$;
comment on function access.local_credential_of is 'What a password and a code are compared with, for one e-mail address.';

create function access.take_step(account uuid, step bigint, password text) returns boolean
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    update access.local_credential c set last_step = take_step.step, password = coalesce(take_step.password, c.password)
    where c.account_id = take_step.account and c.last_step < take_step.step;
    return found;
end $$;
comment on function access.take_step is 'Uses up the half minute of a code and keeps a stronger digest of the password, if there is one; false when the code was used before.';

create function access.end_credentials(account uuid) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    delete from access.local_credential c where c.account_id = end_credentials.account;
    update access.link l set ended_at = now()
    where l.account_id = end_credentials.account and l.used_at is null and l.ended_at is null;
    delete from access.session s where s.principal_name = end_credentials.account::text;
end $$;
comment on function access.end_credentials is 'Ends every way of an account to sign in, and its sessions. A migration that adds a way replaces this function with one that ends it too.';

create function access.has_credential(account uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (select from access.local_credential c where c.account_id = $1)
$$;
comment on function access.has_credential is 'Whether an account has a way to sign in. A migration that adds a way replaces this function with one that knows it too.';

-- Links ---------------------------------------------------------------------------------------------------------

create table access.link (
    id uuid not null,
    digest bytea not null,
    kind text not null,
    account_id uuid,
    companion bytea,
    made_at timestamptz not null default now(),
    made_by uuid,
    expires_at timestamptz not null,
    used_at timestamptz,
    ended_at timestamptz,
    constraint link_is_identified primary key (id),
    constraint link_digest_is_used_once unique (digest),
    constraint link_digest_is_whole check (length(digest) = 32),
    constraint link_kind_is_known check (kind in ('SET_UP', 'INVITATION', 'RECOVERY')),
    constraint link_is_for_an_account foreign key (account_id) references access.account (id),
    constraint link_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint link_names_its_account check (kind = 'SET_UP' or account_id is not null),
    constraint link_of_a_recovery_has_a_companion check ((kind = 'RECOVERY') = (companion is not null)),
    constraint link_runs_forward check (made_at < expires_at)
);
create index link_of_account on access.link (account_id);
alter table access.link enable row level security;
comment on table access.link is 'A link that lets somebody in once. Reached by functions only.';
comment on column access.link.id is 'UUIDv7 made by the application.';
comment on column access.link.digest is 'SHA-256 of the secret in the link; the secret itself is kept nowhere.';
comment on column access.link.kind is 'SET_UP of the installation, INVITATION of a new account, or RECOVERY by two people.';
comment on column access.link.account_id is 'Whom it lets in; null for a set-up that is not done yet.';
comment on column access.link.companion is 'Authenticated digest of the code that goes with a recovery.';
comment on column access.link.made_at is 'When it was made.';
comment on column access.link.made_by is 'Who made it; null for a set-up.';
comment on column access.link.expires_at is 'When it stops to work.';
comment on column access.link.used_at is 'When it was used.';
comment on column access.link.ended_at is 'When it was replaced by another or taken back.';

create function access.has_administrator() returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (select from access.membership m join access.account a on a.id = m.account_id
                   where m.role = 'ADMINISTRATOR' and a.closed_at is null
                     and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity'))
$$;
comment on function access.has_administrator is 'Whether anybody administers this installation today.';

create function access.open_set_up(id uuid, digest bytea) returns timestamptz
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    until timestamptz := now() + make_interval(hours => access.setting_number('set_up_link_hours'));
begin
    perform access.require_entry();
    if access.has_administrator() then
        return null;
    end if;
    update access.link l set ended_at = now() where l.kind = 'SET_UP' and l.used_at is null and l.ended_at is null;
    insert into access.link (id, digest, kind, expires_at) values (open_set_up.id, open_set_up.digest, 'SET_UP', until);
    return until;
end $$;
comment on function access.open_set_up is 'Makes the link that sets up an installation without an administrator, in place of earlier ones, and returns when it ends; null when there is an administrator.';

create function access.may_be_invited(account uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select not access.has_credential($1)
       and not exists (select from access.link l where l.account_id = $1 and l.used_at is not null)
$$;
comment on function access.may_be_invited is 'Whether an account never had a way to sign in: only such an account is let in by one person alone.';

create function access.invite(id uuid, digest bytea, account uuid) returns timestamptz
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    until timestamptz := now() + make_interval(hours => access.setting_number('invitation_hours'));
begin
    if access.viewer_role() is distinct from 'ADMINISTRATOR' or not access.may_be_invited(invite.account)
       or not exists (select from access.account a
                      where a.id = invite.account and a.kind = 'PERSON' and a.closed_at is null) then
        raise exception 'may not invite' using errcode = 'WI008';
    end if;
    update access.link l set ended_at = now()
    where l.account_id = invite.account and l.used_at is null and l.ended_at is null;
    insert into access.link (id, digest, kind, account_id, made_by, expires_at)
    values (invite.id, invite.digest, 'INVITATION', invite.account, access.viewer_account(), until);
    return until;
end $$;
comment on function access.invite is 'Makes the link with which a new account gets its first way to sign in, in place of earlier ones. WI008 when that may not be.';

create function access.works(l access.link) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select l.used_at is null and l.ended_at is null and now() < l.expires_at
       and (l.kind <> 'SET_UP' or not access.has_administrator())
       and (l.account_id is null
            or exists (select from access.account a where a.id = l.account_id and a.closed_at is null))
$$;
comment on function access.works is 'Whether a link still lets somebody in.';

create function access.link_at(digest bytea) returns table (
    id uuid, kind text, account_id uuid, given_name text, family_name text, email text, expires_at timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select l.id, l.kind, l.account_id, a.given_name, a.family_name, a.email, l.expires_at
    from access.link l left join access.account a on a.id = l.account_id
    where l.digest = $1 and access.works(l)
$$;
comment on function access.link_at is 'The link with a secret and whom it lets in, if it still works.';

create function access.use_link(digest bytea, companion bytea) returns uuid
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    found_link uuid;
begin
    perform access.require_entry();
    update access.link l set used_at = now()
    where l.digest = use_link.digest and l.companion is not distinct from use_link.companion and access.works(l)
    returning l.id into found_link;
    return found_link;
end $$;
comment on function access.use_link is 'Uses up a link and returns its id; null when it does not work, also when somebody else was faster. For other functions only.';

create function access.join_by_link(digest bytea, companion bytea, password text, code_secret bytea, step bigint)
    returns uuid language plpgsql security definer set search_path = access, pg_temp as $$
declare
    used uuid;
    person uuid;
begin
    if not exists (select from access.link l where l.digest = join_by_link.digest and l.kind <> 'SET_UP') then
        return null;
    end if;
    used := access.use_link(join_by_link.digest, join_by_link.companion);
    select l.account_id into person from access.link l where l.id = used;
    if person is not null then
        insert into access.local_credential (account_id, password, code_secret, last_step)
        values (person, join_by_link.password, join_by_link.code_secret, join_by_link.step);
    end if;
    return person;
end $$;
comment on function access.join_by_link is 'Uses up an invitation or a recovery and gives its account a password and a code; returns the account, or null when the link does not work.';

create function access.set_up(
    digest bytea, agency uuid, agency_name text, agreement uuid, account uuid, given_name text, family_name text,
    email text, membership uuid, password text, code_secret bytea, step bigint)
    returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
declare
    used uuid;
begin
    perform pg_advisory_xact_lock(hashtext('access.set_up'));
    if not exists (select from access.link l where l.digest = set_up.digest and l.kind = 'SET_UP') then
        return false;
    end if;
    used := access.use_link(set_up.digest, null);
    if used is null then
        return false;
    end if;
    insert into access.agency (id, name, kind, added_at)
    values (set_up.agency, set_up.agency_name, 'PARTNERSHIP', now());
    insert into access.account (id, given_name, family_name, email, added_at)
    values (set_up.account, set_up.given_name, set_up.family_name, set_up.email, now());
    insert into access.agreement (id, agency_id, title, signed_by, signed_on, expires_on, recorded_at, recorded_by)
    values (set_up.agreement, set_up.agency, 'The partnership''s own agreement, recorded at set-up',
            btrim(set_up.given_name || ' ' || set_up.family_name), access.today(),
            (access.today() + interval '1 year')::date, now(), set_up.account);
    insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
    values (set_up.membership, set_up.account, set_up.agency, 'ADMINISTRATOR', access.today(), now());
    insert into access.local_credential (account_id, password, code_secret, last_step)
    values (set_up.account, set_up.password, set_up.code_secret, set_up.step);
    update access.link l set account_id = set_up.account where l.id = used;
    return true;
end $$;
comment on function access.set_up is 'Uses up the set-up link: the partnership as an agency with its agreement, and its first administrator. False, and nothing done, when the link does not work.';

-- Tries ---------------------------------------------------------------------------------------------------------

create table access.sign_in_try (
    id uuid not null,
    person bytea not null,
    place bytea not null,
    at timestamptz not null default now(),
    succeeded boolean not null default false,
    constraint sign_in_try_is_identified primary key (id)
);
create index sign_in_try_of_person on access.sign_in_try (person, at);
create index sign_in_try_from_place on access.sign_in_try (place, at);
create index sign_in_try_by_age on access.sign_in_try (at);
alter table access.sign_in_try enable row level security;
comment on table access.sign_in_try is 'Tries to sign in, to slow guessing. Reached by functions only; forgotten after a day, or 30 days when it succeeded.';
comment on column access.sign_in_try.id is 'UUIDv7 made by the application.';
comment on column access.sign_in_try.person is 'Authenticated digest of the e-mail address that was typed.';
comment on column access.sign_in_try.place is 'Authenticated digest of the network address it came from.';
comment on column access.sign_in_try.at is 'When.';
comment on column access.sign_in_try.succeeded is 'Whether it succeeded.';

create function access.pause_after(failures bigint, few integer, more integer, many integer) returns interval
    language sql immutable as $$
    select case when failures >= many then interval '15 minutes' when failures >= more then interval '5 minutes'
                when failures >= few then interval '1 minute' else interval '0' end
$$;
comment on function access.pause_after is 'How long to wait after the last of so many failures.';

create function access.try_sign_in(id uuid, person bytea, place bytea) returns integer
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    known boolean;
    free_at timestamptz;
begin
    -- Tries for one person, and from one place, are counted one after the other: a hundred at once are a hundred.
    perform pg_advisory_xact_lock(1784, hashtext(encode(try_sign_in.person, 'hex')));
    perform pg_advisory_xact_lock(1785, hashtext(encode(try_sign_in.place, 'hex')));
    delete from access.sign_in_try t
    where t.at < now() - interval '30 days' or (not t.succeeded and t.at < now() - interval '1 day');
    delete from access.kept_words w where w.kept_at < now() - interval '1 day';
    -- Somebody elsewhere who guesses must not keep a person out from where that person has signed in before.
    known := exists (select from access.sign_in_try t
                     where t.person = try_sign_in.person and t.place = try_sign_in.place and t.succeeded);
    select max(x.at) into free_at from (
        select max(t.at) + access.pause_after(count(*), 5, 10, 20) as at from access.sign_in_try t
        where t.person = try_sign_in.person and not t.succeeded and t.at > now() - interval '1 hour'
          and (not known or (t.place = try_sign_in.place
               and t.at > (select max(s.at) from access.sign_in_try s
                           where s.person = try_sign_in.person and s.place = try_sign_in.place and s.succeeded)))
        union all
        select max(t.at) + access.pause_after(count(*), 100, 150, 200) from access.sign_in_try t
        where t.place = try_sign_in.place and not t.succeeded and t.at > now() - interval '1 hour') x;
    if free_at > now() then
        return ceil(extract(epoch from free_at - now()))::integer;
    end if;
    insert into access.sign_in_try (id, person, place) values (try_sign_in.id, try_sign_in.person, try_sign_in.place);
    return 0;
end $$;
comment on function access.try_sign_in is 'Counts a try before anything is compared; returns 0, or how many seconds to wait, in which case nothing is compared or counted.';

create function access.try_succeeded(id uuid) returns void
    language sql security definer set search_path = access, pg_temp as $$
    update access.sign_in_try t set succeeded = true where t.id = $1
$$;
comment on function access.try_succeeded is 'Says that a try that was counted succeeded.';

-- Recovery ------------------------------------------------------------------------------------------------------

create table access.recovery (
    id uuid not null,
    account_id uuid not null,
    reason text not null,
    companion bytea not null,
    opened_at timestamptz not null default now(),
    opened_by uuid not null,
    expires_at timestamptz not null,
    confirmed_at timestamptz,
    confirmed_by uuid,
    cancelled_at timestamptz,
    cancelled_by uuid,
    constraint recovery_is_identified primary key (id),
    constraint recovery_is_of_an_account foreign key (account_id) references access.account (id),
    constraint recovery_is_opened_by_an_account foreign key (opened_by) references access.account (id),
    constraint recovery_is_confirmed_by_an_account foreign key (confirmed_by) references access.account (id),
    constraint recovery_is_cancelled_by_an_account foreign key (cancelled_by) references access.account (id),
    constraint recovery_has_a_reason check (reason <> '' and length(reason) <= 500),
    constraint recovery_is_opened_by_another check (opened_by <> account_id),
    constraint recovery_is_confirmed_by_another check (confirmed_by <> account_id),
    constraint recovery_takes_two_people check (confirmed_by <> opened_by),
    constraint recovery_ends_once check (confirmed_at is null or cancelled_at is null),
    constraint recovery_is_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)),
    constraint recovery_is_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
create index recovery_of_account on access.recovery (account_id, opened_at desc);
comment on table access.recovery is 'Two people let somebody in again who has lost their way to sign in.';
comment on column access.recovery.id is 'UUIDv7 made by the application.';
comment on column access.recovery.account_id is 'Whom they let in.';
comment on column access.recovery.reason is 'What the person said, and how the first of the two knows who they are.';
comment on column access.recovery.companion is 'Authenticated digest of the code that the first person hands over.';
comment on column access.recovery.opened_at is 'When the first person opened it.';
comment on column access.recovery.opened_by is 'The first person.';
comment on column access.recovery.expires_at is 'Until when the second person can confirm.';
comment on column access.recovery.confirmed_at is 'When the second person confirmed.';
comment on column access.recovery.confirmed_by is 'The second person.';
comment on column access.recovery.cancelled_at is 'When it was cancelled.';
comment on column access.recovery.cancelled_by is 'Who cancelled it.';

alter table access.recovery enable row level security;
create policy recovery_is_read on access.recovery for select using (
    (select access.viewer_role()) in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COORDINATOR'));
create policy recovery_is_opened on access.recovery for insert with check (
    (select access.viewer_role()) = 'ADMINISTRATOR' and opened_by = (select access.viewer_account())
    and confirmed_at is null and cancelled_at is null);
create policy recovery_is_cancelled on access.recovery for update
    using (confirmed_at is null
           and (select access.viewer_role()) in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COORDINATOR'))
    with check (cancelled_by = (select access.viewer_account()));

create function access.confirm_recovery(recovery uuid, link uuid, digest bytea) returns timestamptz
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    r access.recovery;
    me uuid := access.viewer_account();
    until timestamptz := now() + make_interval(hours => access.setting_number('recovery_link_hours'));
begin
    update access.recovery x set confirmed_at = now(), confirmed_by = me
    where x.id = confirm_recovery.recovery and x.confirmed_at is null and x.cancelled_at is null
      and now() < x.expires_at and x.opened_by <> me and x.account_id <> me
      and access.viewer_role() in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COORDINATOR')
      and exists (select from access.account a where a.id = x.account_id and a.closed_at is null)
    returning * into r;
    if not found then
        return null;
    end if;
    perform access.end_credentials(r.account_id);
    insert into access.link (id, digest, kind, account_id, companion, made_by, expires_at)
    values (confirm_recovery.link, confirm_recovery.digest, 'RECOVERY', r.account_id, r.companion, me, until);
    return until;
end $$;
comment on function access.confirm_recovery is 'The second person confirms: every former way in and all sessions end, and the link exists. Returns when it ends; null, and nothing done, when it may not be confirmed by whoever asks.';

-- Sessions ------------------------------------------------------------------------------------------------------

create function access.session_limits(account uuid) returns table (open boolean, idle_minutes integer, session_hours integer)
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (select from access.account a where a.id = $1 and a.closed_at is null),
           access.setting_number('idle_minutes'), access.setting_number('session_hours')
$$;
comment on function access.session_limits is 'Whether the account of a session is open, and the limits of every session.';

create function access.end_what_a_closed_account_had() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.end_credentials(new.id);
    return null;
end $$;
comment on function access.end_what_a_closed_account_had is 'A closed account has no way in and no session.';
create trigger account_loses_its_ways_in_when_closed after update of closed_at on access.account
    for each row when (old.closed_at is null and new.closed_at is not null)
    execute function access.end_what_a_closed_account_had();

create table access.kept_words (
    account_id uuid not null,
    place text not null,
    sealed bytea not null,
    kept_at timestamptz not null default now(),
    constraint kept_words_are_identified primary key (account_id, place),
    constraint kept_words_are_of_an_account foreign key (account_id) references access.account (id),
    constraint kept_words_have_a_place check (place ~ '^/' and length(place) <= 300),
    constraint kept_words_are_few check (length(sealed) <= 200000)
);
create index kept_words_by_age on access.kept_words (kept_at);
comment on table access.kept_words is 'What somebody was typing when their session ended, for a day, for that person alone.';
comment on column access.kept_words.account_id is 'Whose words they are.';
comment on column access.kept_words.place is 'Path of the page: words about one record are never offered on the page of another.';
comment on column access.kept_words.sealed is 'The fields and what they held, encrypted with a key that is not in the database.';
comment on column access.kept_words.kept_at is 'When.';
alter table access.kept_words enable row level security;
create policy kept_words_are_ones_own on access.kept_words
    using (account_id = (select access.entered_account()))
    with check (account_id = (select access.entered_account()));

-- The demonstration ---------------------------------------------------------------------------------------------

create function access.demonstration_people() returns table (
    account_id uuid, given_name text, family_name text, role text, agency_name text)
    language sql stable security definer set search_path = access, pg_temp as $$
    select a.id, a.given_name, a.family_name, string_agg(r.words, ', ' order by r.place),
           string_agg(distinct y.name, ', ')
    from access.account a
    join access.membership m on m.account_id = a.id
    join access.role r on r.code = m.role
    join access.agency y on y.id = m.agency_id
    where a.demonstration and a.closed_at is null
      and exists (select from access.installation i where i.kind = 'DEMONSTRATION')
    group by a.id
    order by min(r.place), a.family_name
$$;
comment on function access.demonstration_people is 'The invented people whose accounts anybody may use; nobody where the installation is no demonstration.';

create function access.invent_partnership() returns boolean
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    invented record;
    agency uuid;
    first_account uuid;
    person uuid;
begin
    perform access.require_entry();
    perform pg_advisory_xact_lock(hashtext('access.invent_partnership'));
    if not exists (select from access.installation i where i.kind = 'DEMONSTRATION')
       or exists (select from access.account) then
        return false;
    end if;
    for invented in
        select * from (values
            (1, 'ADMINISTRATOR', 'PARTNERSHIP', 'Invented Partnership', 'Ada', 'Invented', false),
            (2, 'COORDINATOR', 'PARTNERSHIP', 'Invented Partnership', 'Cora', 'Invented', false),
            (3, 'CHAIR', 'POLICE', 'Invented Police', 'Charlie', 'Invented', true),
            (4, 'DATA_PROTECTION_OFFICER', 'PARTNERSHIP', 'Invented Partnership', 'Dora', 'Invented', false),
            (5, 'REPRESENTATIVE', 'POLICE', 'Invented Police', 'Robin', 'Invented', false),
            (6, 'REPRESENTATIVE', 'HOUSING_ASSOCIATION', 'Invented Homes', 'Harper', 'Invented', false),
            (7, 'REFERRER', 'PRIMARY_CARE', 'Invented Surgery', 'Frankie', 'Invented', false),
            (8, 'IDVA', 'VICTIM_SERVICE', 'Invented Victim Service', 'Ida', 'Invented', false),
            (9, 'SUPPORT_WORKER', 'REFUGE', 'Invented Refuge', 'Sidney', 'Invented', false),
            (10, 'PERPETRATOR_WORKER', 'PERPETRATOR_SERVICE', 'Invented Programme', 'Pat', 'Invented', false),
            (11, 'HUB_COORDINATOR', 'DISTRICT_COUNCIL', 'Invented District Council', 'Hollis', 'Invented', false),
            (12, 'TASKING_MEMBER', 'FIRE', 'Invented Fire and Rescue', 'Toby', 'Invented', false),
            (13, 'ANALYST', 'PARTNERSHIP', 'Invented Partnership', 'Ana', 'Invented', false),
            (14, 'ADMINISTRATOR', 'PARTNERSHIP', 'Invented Partnership', 'Alex', 'Invented', false)
        ) as v (place, role, kind, agency_name, given_name, family_name, lead) order by place
    loop
        person := gen_random_uuid();
        first_account := coalesce(first_account, person);
        insert into access.account (id, given_name, family_name, email, demonstration, added_at)
        values (person, invented.given_name, invented.family_name,
                lower(invented.given_name) || '@demonstration.example.org', true, now());
        select y.id into agency from access.agency y where y.name = invented.agency_name;
        if agency is null then
            agency := gen_random_uuid();
            insert into access.agency (id, name, kind, added_at)
            values (agency, invented.agency_name, invented.kind, now());
            insert into access.agreement
                (id, agency_id, title, signed_by, signed_on, expires_on, recorded_at, recorded_by)
            values (gen_random_uuid(), agency, 'Invented information-sharing agreement', 'Invented Signatory',
                    access.today(), (access.today() + interval '10 years')::date, now(), first_account);
        end if;
        insert into access.membership (id, account_id, agency_id, role, lead, starts_on, granted_at)
        values (gen_random_uuid(), person, agency, invented.role, invented.lead, access.today(), now());
    end loop;
    -- One person who acts for an agency in two roles, so that the choice of role can be seen.
    insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
    select gen_random_uuid(), m.account_id, m.agency_id, 'CHAIR', access.today(), now()
    from access.membership m where m.role = 'REPRESENTATIVE' and m.agency_id in (select y.id from access.agency y where y.kind = 'POLICE');
    return true;
end $$;
comment on function access.invent_partnership is 'Fills a demonstration with invented agencies and people, once. False, and nothing done, anywhere else.';

grant select (id, account_id, reason, opened_at, opened_by, expires_at, confirmed_at, confirmed_by, cancelled_at,
    cancelled_by), insert, update (cancelled_at, cancelled_by) on access.recovery to witan_application;
grant select, insert, update, delete on access.kept_words to witan_application;
revoke execute on function access.entered_account, access.require_entry, access.local_credential_of, access.take_step,
    access.end_credentials, access.has_credential, access.has_administrator, access.open_set_up,
    access.may_be_invited, access.invite, access.works, access.link_at, access.use_link, access.join_by_link,
    access.set_up, access.pause_after, access.try_sign_in, access.try_succeeded, access.confirm_recovery,
    access.session_limits, access.end_what_a_closed_account_had, access.demonstration_people,
    access.invent_partnership from public;
grant execute on function access.entered_account, access.local_credential_of, access.take_step,
    access.has_administrator, access.open_set_up, access.may_be_invited, access.invite, access.link_at,
    access.join_by_link, access.set_up, access.try_sign_in, access.try_succeeded, access.confirm_recovery,
    access.session_limits, access.demonstration_people, access.invent_partnership to witan_application;
