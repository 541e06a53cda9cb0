-- Changing one's own password, and three things that became clear when all ways to sign in stood together.
--
-- Why changing a password asks for the former one and a code: a session that was left open at a desk must not become
-- somebody else's for good. All other sessions end with it.
-- Why an account that was ever recovered is not invited: whoever opened the recovery holds a code that alone is worth
-- nothing, and an invitation in place of the second person's link would make it worth everything.
-- Why a function lets an administrator in that the application cannot call: when no administrator can sign in, nobody is
-- left to open a recovery. Whoever owns the database can change anything anyway; this way leaves a row that says so.
-- Existing rows: functions only.

create function access.own_account() returns table (given_name text, family_name text, email text)
    language sql stable security definer set search_path = access, pg_temp as $$
    select a.given_name, a.family_name, a.email
    from access.account a join access.local_credential c on c.account_id = a.id
    where a.id = access.entered_account() and a.closed_at is null
$$;
comment on function access.own_account is 'Names and address of whoever entered, if they have a password.';

create function access.change_password(step bigint, password text, session text) returns boolean
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    me uuid := access.entered_account();
begin
    update access.local_credential c
    set last_step = change_password.step, password = change_password.password, set_at = now()
    where c.account_id = me and c.last_step < change_password.step;
    if not found then
        return false;
    end if;
    delete from access.session s where s.principal_name = me::text and s.session_id <> change_password.session;
    return true;
end $$;
comment on function access.change_password is 'Sets another password for whoever entered, uses up the half minute of the code they proved it with, and ends their other sessions; false when the code was used before.';

create or replace function access.may_be_invited(account uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select not access.has_credential($1)
       and not exists (select from access.link l
                       where l.account_id = $1 and (l.used_at is not null or l.kind = 'RECOVERY'))
$$;

create function access.let_administrator_in(email text) returns text language plpgsql set search_path = access, pg_temp as $$
declare
    person uuid;
    secret text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
    select a.id into person
    from access.account a join access.membership m on m.account_id = a.id
    where lower(a.email) = lower(let_administrator_in.email) and a.closed_at is null and m.role = 'ADMINISTRATOR'
      and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')
    limit 1;
    if person is null then
        raise exception 'no administrator has this address' using errcode = 'WI181';
    end if;
    perform access.end_credentials(person);
    insert into access.link (id, digest, kind, account_id, expires_at)
    values (gen_random_uuid(), sha256(convert_to(secret, 'UTF8')), 'INVITATION', person, now() + interval '4 hours');
    return '/join/' || secret;
end $$;
comment on function access.let_administrator_in is 'For the owner of the database when no administrator can sign in: ends the ways in of an administrator and returns the path of a new link. The link has no maker, which tells it apart.';

revoke execute on function access.own_account, access.change_password, access.let_administrator_in from public;
grant execute on function access.own_account, access.change_password to witan_application;
