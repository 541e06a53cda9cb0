-- The systems of agencies that use the API: what each is for, its secrets and tokens, and the answers that are kept so
-- that a write sent twice is done once.
--
-- Why an account: the rule and the trail know a system as they know a person, as one membership with one purpose. What
-- is written here only narrows that: the scopes, the networks it may call from, the last day.
-- Why its account has an e-mail address that nobody has: whoever answers for a system may have an account of their own,
-- and nobody may ever be found by the address of a system. Who answers for it stands here.
-- Why digests without salt: secrets and tokens are 256 random bits made by us, which nobody guesses, so a slow digest
-- would protect nothing and would cost every request.
-- Why the database says what is in force and when a token ends: the clocks of two nodes may differ.
-- Why functions for tokens: they are asked before anybody is known, so no policy can speak. Each says no more than what
-- whoever holds the secret or the token knows or will be told.
-- Why a kept answer is in the transaction of its write: what was not written has no answer, and what was written has one.
-- Existing rows: none are changed.

comment on column access.account.email is 'Work e-mail address; for a system one that nobody has, as access.system says who answers for it.';

create table access.scope (
    code text not null,
    words text not null,
    place integer not null,
    constraint scope_is_identified primary key (code)
);
comment on table access.scope is 'What a system may be allowed to do with the API. A scope only narrows what the role opens.';
comment on column access.scope.code is 'Name in tokens and in the code.';
comment on column access.scope.words is 'What it allows, on pages.';
comment on column access.scope.place is 'Order in lists.';

insert into access.scope (code, words, place) values
    ('records:read', 'Read, list, search and count the records that its role opens', 10),
    ('records:write', 'Register records', 20),
    ('trail:read', 'Read what the trail says about its own agency', 30);

create table access.system (
    id uuid not null,
    membership_id uuid not null,
    purpose text not null,
    answers_name text not null,
    answers_email text not null,
    networks cidr[] not null default '{}',
    expires_on date not null,
    registered_at timestamptz not null default now(),
    registered_by uuid not null,
    revoked_at timestamptz,
    revoked_by uuid,
    constraint system_is_identified primary key (id),
    constraint system_is_an_account foreign key (id) references access.account (id),
    constraint system_acts_as_a_membership foreign key (membership_id) references access.membership (id),
    constraint system_acts_as_one_membership unique (membership_id),
    constraint system_purpose_is_known foreign key (purpose) references access.purpose (code),
    constraint system_is_registered_by_an_account foreign key (registered_by) references access.account (id),
    constraint system_is_revoked_by_an_account foreign key (revoked_by) references access.account (id),
    constraint system_is_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null)),
    constraint system_has_somebody_who_answers check (
        answers_name <> '' and length(answers_name) <= 120 and answers_email like '_%@_%' and length(answers_email) <= 254),
    constraint system_expires_after_it_is_registered check (expires_on >= (registered_at at time zone 'Europe/London')::date)
);
comment on table access.system is 'A system of an agency that uses the API: an account that acts as one membership with one purpose.';
comment on column access.system.id is 'Its account.';
comment on column access.system.membership_id is 'The one membership it acts as.';
comment on column access.system.purpose is 'The one purpose it has.';
comment on column access.system.answers_name is 'Name of the person at the agency who answers for it.';
comment on column access.system.answers_email is 'Work e-mail address of that person.';
comment on column access.system.networks is 'Networks it may call from; empty for any.';
comment on column access.system.expires_on is 'Last day on which it may be used.';
comment on column access.system.registered_at is 'When it was registered.';
comment on column access.system.registered_by is 'The administrator who registered it.';
comment on column access.system.revoked_at is 'When it was shut out for good, if it was.';
comment on column access.system.revoked_by is 'Who shut it out.';

create function access.refuse_unfit_system() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not exists (
        select from access.membership m
        join access.account a on a.id = m.account_id and a.kind = 'SYSTEM'
        join access.role_purpose p on p.role = m.role and p.purpose = new.purpose
        where m.id = new.membership_id and m.account_id = new.id and m.role <> 'ADMINISTRATOR' and not m.lead) then
        raise exception 'this account, membership and purpose make no system' using errcode = 'WI151';
    end if;
    return new;
end $$;
comment on function access.refuse_unfit_system is 'A system is an account of that kind, acts as its own membership with a purpose of that role, and is never an administrator or a lead. WI151 otherwise.';
create trigger system_is_fit before insert on access.system for each row execute function access.refuse_unfit_system();

create table access.system_scope (
    system_id uuid not null,
    scope text not null,
    constraint system_scope_is_identified primary key (system_id, scope),
    constraint system_scope_is_of_a_system foreign key (system_id) references access.system (id),
    constraint system_scope_is_known foreign key (scope) references access.scope (code)
);
comment on table access.system_scope is 'The scopes that a system may ask for.';
comment on column access.system_scope.system_id is 'The system.';
comment on column access.system_scope.scope is 'A scope.';

create table access.system_secret (
    id uuid not null,
    system_id uuid not null,
    digest bytea not null,
    made_at timestamptz not null default now(),
    made_by uuid not null,
    revoked_at timestamptz,
    constraint system_secret_is_identified primary key (id),
    constraint system_secret_is_of_a_system foreign key (system_id) references access.system (id),
    constraint system_secret_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint system_secret_is_a_digest check (length(digest) = 32)
);
create index system_secret_of_system on access.system_secret (system_id) where revoked_at is null;
comment on table access.system_secret is 'Secrets of systems, as digests. Two may be in use at once, so that one can take the place of the other.';
comment on column access.system_secret.id is 'UUIDv7 made by the application.';
comment on column access.system_secret.system_id is 'The system.';
comment on column access.system_secret.digest is 'SHA-256 of the secret, which is 256 random bits and kept nowhere. The application cannot read this column.';
comment on column access.system_secret.made_at is 'When it was made and shown, once.';
comment on column access.system_secret.made_by is 'The administrator who made it.';
comment on column access.system_secret.revoked_at is 'When it was revoked, if it was.';

create function access.refuse_third_secret() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform from access.system s where s.id = new.system_id and s.revoked_at is null for update;
    if not found or (select count(*) from access.system_secret x
                     where x.system_id = new.system_id and x.revoked_at is null) >= 2 then
        raise exception 'this system gets no further secret' using errcode = 'WI152';
    end if;
    return new;
end $$;
comment on function access.refuse_third_secret is 'A system has at most two secrets at once, and none once it is shut out. WI152 otherwise.';
create trigger system_secret_is_one_of_two before insert on access.system_secret
    for each row execute function access.refuse_third_secret();

create table access.api_token (
    digest bytea not null,
    system_id uuid not null,
    scopes text[] not null,
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    constraint api_token_is_identified primary key (digest),
    constraint api_token_is_of_a_system foreign key (system_id) references access.system (id),
    constraint api_token_is_a_digest check (length(digest) = 32),
    constraint api_token_expires_soon check (expires_at > issued_at and expires_at <= issued_at + interval '1 hour')
);
create index api_token_of_system on access.api_token (system_id);
comment on table access.api_token is 'Tokens that systems hold now, as digests. Who got one, and when, is in the trail; a row goes when it is of no more use.';
comment on column access.api_token.digest is 'SHA-256 of the token, which is 256 random bits.';
comment on column access.api_token.system_id is 'Whose it is.';
comment on column access.api_token.scopes is 'What it was asked for, within the scopes of the system.';
comment on column access.api_token.issued_at is 'When, by the clock of the database.';
comment on column access.api_token.expires_at is 'When it ends, by the same clock.';

create function access.forget_tokens() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    delete from access.api_token where system_id = case tg_argv[0] when 'system' then new.id else (to_jsonb(new) ->> 'system_id')::uuid end;
    return null;
end $$;
comment on function access.forget_tokens is 'Takes the tokens of a system away at once when it, or one of its secrets, is revoked.';
create trigger system_loses_its_tokens after update of revoked_at on access.system
    for each row execute function access.forget_tokens('system');
create trigger system_secret_loses_its_tokens after update of revoked_at on access.system_secret
    for each row execute function access.forget_tokens('secret');

create table access.kept_answer (
    system_id uuid not null,
    key text not null,
    request bytea not null,
    status integer,
    place text,
    body text,
    record_id uuid,
    kept_at timestamptz not null default now(),
    constraint kept_answer_is_identified primary key (system_id, key),
    constraint kept_answer_is_of_a_system foreign key (system_id) references access.system (id),
    constraint kept_answer_is_about_a_record foreign key (record_id) references access.record (id),
    constraint kept_answer_request_is_a_digest check (length(request) = 32),
    constraint kept_answer_key_is_short check (length(key) between 1 and 100),
    constraint kept_answer_body_is_short check (length(body) <= 100000)
);
create index kept_answer_by_age on access.kept_answer (kept_at);
comment on table access.kept_answer is 'The answers to writes of the last day, so that a write that is sent again is answered and not done again.';
comment on column access.kept_answer.system_id is 'Who wrote.';
comment on column access.kept_answer.key is 'The key that the system gave the write.';
comment on column access.kept_answer.request is 'SHA-256 of method, path and body: the same key for another request is a mistake.';
comment on column access.kept_answer.status is 'Status of the answer; null only while the transaction of the write goes on.';
comment on column access.kept_answer.place is 'Where the thing that was written can be read.';
comment on column access.kept_answer.body is 'The answer.';
comment on column access.kept_answer.record_id is 'The record that was written, for the trail of whoever gets the answer again.';
comment on column access.kept_answer.kept_at is 'When. Kept for 24 hours.';

-- What is in force -----------------------------------------------------------------------------------------------

create view access.system_in_force as
select s.id, s.membership_id, f.agency_id, f.role, s.purpose, s.networks,
       array(select c.scope from access.system_scope c where c.system_id = s.id) as scopes
from access.system s
join access.in_force f on f.membership_id = s.membership_id and f.account_id = s.id
where s.revoked_at is null and access.today() <= s.expires_on;
comment on view access.system_in_force is 'Systems that may use the API today: not revoked or past their day, with account, membership, agency and agreement in force.';
comment on column access.system_in_force.id is 'The system.';
comment on column access.system_in_force.membership_id is 'What it acts as.';
comment on column access.system_in_force.agency_id is 'For which agency.';
comment on column access.system_in_force.role is 'In which role.';
comment on column access.system_in_force.purpose is 'Why.';
comment on column access.system_in_force.networks is 'Networks it may call from; empty for any.';
comment on column access.system_in_force.scopes is 'The scopes it may ask for.';

create function access.is_within(address text, networks cidr[]) returns boolean language plpgsql immutable as $$
begin
    return cardinality(networks) = 0 or address::inet <<= any (networks);
exception when invalid_text_representation then
    return false;
end $$;
comment on function access.is_within is 'Whether an address lies in one of some networks; any does when there are none.';

create function access.system_seeking_token(system uuid, address text) returns table (secrets bytea[], scopes text[])
    language sql stable security definer set search_path = access, pg_temp as $$
    select array(select x.digest from access.system_secret x where x.system_id = f.id and x.revoked_at is null), f.scopes
    from access.system_in_force f
    where f.id = system_seeking_token.system and access.is_within(address, f.networks)
$$;
comment on function access.system_seeking_token is 'What a system that asks for a token must prove and may be given: digests of its secrets, and its scopes. No row when it is not in force or calls from elsewhere.';

create function access.keep_token(digest bytea, system uuid, scopes text[], seconds integer) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.system_in_force f where f.id = keep_token.system and keep_token.scopes <@ f.scopes) then
        raise exception 'no token for this system' using errcode = 'WI153';
    end if;
    delete from access.api_token t where t.system_id = keep_token.system and t.expires_at < now();
    insert into access.api_token (digest, system_id, scopes, expires_at)
    values (keep_token.digest, keep_token.system, keep_token.scopes, now() + make_interval(secs => seconds));
end $$;
comment on function access.keep_token is 'Keeps a token that a system in force was given, and drops those of it that have ended. WI153 when it is not in force or has no such scopes.';

create function access.token_in_force(digest bytea, address text) returns table (
    system_id uuid, membership_id uuid, agency_id uuid, role text, purpose text, scopes text[])
    language sql stable security definer set search_path = access, pg_temp as $$
    select f.id, f.membership_id, f.agency_id, f.role, f.purpose, array(select unnest(t.scopes) intersect select unnest(f.scopes))
    from access.api_token t join access.system_in_force f on f.id = t.system_id
    where t.digest = token_in_force.digest and t.expires_at > now() and access.is_within(address, f.networks)
$$;
comment on function access.token_in_force is 'Whose a token is and what it allows; no row when it is unknown, has ended, or its system is not in force or calls from elsewhere.';

-- Who may read and write -----------------------------------------------------------------------------------------

alter table access.system enable row level security;
create policy system_is_read on access.system for select using (
    id = (select access.viewer_account()) or (select access.viewer_role()) in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'));
create policy system_is_registered on access.system for insert with check (
    (select access.viewer_role()) = 'ADMINISTRATOR' and registered_by = (select access.viewer_account()));
create policy system_is_revoked on access.system for update using ((select access.viewer_role()) = 'ADMINISTRATOR')
    with check (revoked_by = (select access.viewer_account()));

alter table access.system_scope enable row level security;
create policy system_scope_is_read on access.system_scope for select
    using (exists (select from access.system s where s.id = system_scope.system_id));
create policy system_scope_is_given on access.system_scope for insert
    with check ((select access.viewer_role()) = 'ADMINISTRATOR');

alter table access.system_secret enable row level security;
create policy system_secret_is_read on access.system_secret for select
    using ((select access.viewer_role()) in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'));
create policy system_secret_is_made on access.system_secret for insert with check (
    (select access.viewer_role()) = 'ADMINISTRATOR' and made_by = (select access.viewer_account()));
create policy system_secret_is_revoked on access.system_secret for update
    using ((select access.viewer_role()) = 'ADMINISTRATOR');

alter table access.api_token enable row level security;

alter table access.kept_answer enable row level security;
create policy kept_answer_is_its_own on access.kept_answer
    using (system_id = (select access.viewer_account())) with check (system_id = (select access.viewer_account()));

grant select on access.scope, access.system, access.system_scope to witan_application;
grant insert on access.system, access.system_scope, access.system_secret to witan_application;
grant select (id, system_id, made_at, made_by, revoked_at) on access.system_secret to witan_application;
grant update (revoked_at, revoked_by) on access.system to witan_application;
grant update (revoked_at) on access.system_secret to witan_application;
grant select, insert, update, delete on access.kept_answer to witan_application;
revoke execute on function access.refuse_unfit_system, access.refuse_third_secret, access.forget_tokens, access.is_within,
    access.system_seeking_token, access.keep_token, access.token_in_force from public;
grant execute on function access.system_seeking_token, access.keep_token, access.token_in_force to witan_application;
