-- All ways to sign in, seen together.
--
-- Why: passwords came with one migration, passkeys and providers with another. An account that is let in again by two
-- people must lose every way in that it had, or whoever took a passkey keeps it; and an account with only a passkey has
-- a way to sign in and cannot be invited a second time.
-- Why the link to a provider stays: the agency's provider proves the person anew at each sign-in, a closed account is
-- refused there in any case, and a link that was ended is never made again, which would shut the person out for ever.
-- Why a person's own address is found by a function: proof of presence compares a password as sign-in does, by address,
-- before the person has chosen for whom they act, and the policy on accounts answers those who have.
-- Existing rows: functions only.

create or replace function access.end_credentials(account uuid) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    delete from access.local_credential c where c.account_id = end_credentials.account;
    update access.passkey p set ended_at = greatest(now(), p.created_at)
    where p.account_id = end_credentials.account and p.ended_at is null;
    update access.link l set ended_at = now()
    where l.account_id = end_credentials.account and l.used_at is null and l.ended_at is null;
    delete from access.session s where s.principal_name = end_credentials.account::text;
end $$;

create or replace function access.has_credential(account uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (select from access.local_credential c where c.account_id = $1)
        or exists (select from access.passkey p where p.account_id = $1 and p.ended_at is null)
        or exists (select from access.provider_link p where p.account_id = $1 and p.ended_at is null)
$$;

create function access.own_address() returns text
    language sql stable security definer set search_path = access, pg_temp as $$
    select a.email from access.account a
    where a.id = access.account_entered()
      and exists (select from access.local_credential c where c.account_id = a.id)
$$;
comment on function access.own_address is 'The e-mail address of whoever entered, when they sign in with a password; null otherwise.';

create function access.without_a_way_in() returns bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select count(*) from access.account a
    where (select access.viewer_role()) = 'ADMINISTRATOR'
      and a.kind = 'PERSON' and a.closed_at is null and not a.demonstration and not access.has_credential(a.id)
$$;
comment on function access.without_a_way_in is 'How many open accounts of people have no way to sign in yet, for an administrator who looks; 0 for others.';

revoke execute on function access.own_address, access.without_a_way_in from public;
grant execute on function access.own_address, access.without_a_way_in to witan_application;
