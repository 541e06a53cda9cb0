-- How people prove who they are without a password: passkeys, and the provider of their agency.
--
-- Why a handle apart from the account: an authenticator keeps it and may show it to whoever holds the device, so it is
-- random and says nothing.
-- Why the attestation is kept: the library that checks an answer reads the public key from it, and a later question
-- about the kind of authenticator can be answered.
-- Why the count of signatures is compared in the statement that stores it: two answers that arrive together must not
-- both pass. An authenticator that never counts says 0 for ever, as synchronised passkeys do.
-- Why answers are spent in a table: a challenge, or the state of a visit to a provider, counts once, on any node, also
-- when the same answer arrives twice at the same moment. A row older than a day says nothing any more and is removed;
-- it holds no person.
-- Why links to a provider are never made for a subject or an account that had one before: who ended a link meant it.
-- Why functions: at sign-in nobody is known yet, so no policy could say yes. Each finds one thing by something that
-- only its holder can know, and what it changes is in the trail of the same transaction.
-- Existing rows: none, these tables are new.

create function access.account_entered() returns uuid
    language sql stable security definer set search_path = access, pg_temp as $$
    select a.id
    from access.trail_entry e join access.account a on a.id = e.account_id
    where e.id = nullif(current_setting('witan.entered', true), '')::uuid
      and e.written_in = pg_current_xact_id_if_assigned()
      and a.closed_at is null and a.kind = 'PERSON'
$$;
comment on function access.account_entered is 'The open account of the person for whom this transaction entered the trail, also before they have chosen a membership; null for anybody else.';

create table access.passkey_handle (
    account_id uuid not null,
    handle bytea not null,
    made_at timestamptz not null,
    constraint passkey_handle_is_one_for_an_account primary key (account_id),
    constraint passkey_handle_is_of_an_account foreign key (account_id) references access.account (id),
    constraint passkey_handle_is_used_once unique (handle),
    constraint passkey_handle_is_long_enough check (length(handle) between 32 and 64)
);
alter table access.passkey_handle enable row level security;
comment on table access.passkey_handle is 'The random name under which authenticators know an account. Only functions read it.';
comment on column access.passkey_handle.account_id is 'The account.';
comment on column access.passkey_handle.handle is 'The random bytes.';
comment on column access.passkey_handle.made_at is 'When it was made.';

create table access.passkey (
    id uuid not null,
    account_id uuid not null,
    credential_id bytea not null,
    public_key bytea not null,
    attestation bytea not null,
    signature_count bigint not null,
    transports text not null default '',
    backup_eligible boolean not null,
    backed_up boolean not null,
    label text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    ended_at timestamptz,
    constraint passkey_is_identified primary key (id),
    constraint passkey_is_of_an_account foreign key (account_id) references access.passkey_handle (account_id),
    constraint passkey_is_registered_once unique (credential_id),
    constraint passkey_has_a_name check (label <> '' and length(label) <= 60),
    constraint passkey_count_is_no_less_than_none check (signature_count >= 0),
    constraint passkey_credential_is_no_longer_than_the_standard_allows check (length(credential_id) between 16 and 1023),
    constraint passkey_backed_up_only_when_eligible check (backup_eligible or not backed_up),
    constraint passkey_ends_after_it_begins check (ended_at >= created_at)
);
create index passkey_of_account on access.passkey (account_id, created_at);
alter table access.passkey enable row level security;
comment on table access.passkey is 'A passkey: the public half of a key that an authenticator of the person keeps.';
comment on column access.passkey.id is 'UUIDv7 made by the application.';
comment on column access.passkey.account_id is 'Whose it is.';
comment on column access.passkey.credential_id is 'The name that the authenticator gave it.';
comment on column access.passkey.public_key is 'The public key, as COSE writes it.';
comment on column access.passkey.attestation is 'What the authenticator said when the passkey was made.';
comment on column access.passkey.signature_count is 'How often it has signed, as it last said; 0 for ever when it does not count.';
comment on column access.passkey.transports is 'How it can be reached, divided by commas: internal, usb, hybrid …';
comment on column access.passkey.backup_eligible is 'Whether it may be copied to other devices of the person.';
comment on column access.passkey.backed_up is 'Whether it is copied, as it last said.';
comment on column access.passkey.label is 'The name that the person gave it.';
comment on column access.passkey.created_at is 'When it was registered.';
comment on column access.passkey.last_used_at is 'When it last proved who its holder is.';
comment on column access.passkey.ended_at is 'When it was ended; it opens nothing after that.';
create policy passkey_is_read on access.passkey for select using (account_id = (select access.account_entered()));
create policy passkey_is_registered on access.passkey for insert
    with check (account_id = (select access.account_entered()) and ended_at is null);

create table access.provider_link (
    id uuid not null,
    provider text not null,
    subject text not null,
    account_id uuid not null,
    linked_at timestamptz not null,
    ended_at timestamptz,
    constraint provider_link_is_identified primary key (id),
    constraint provider_link_is_of_an_account foreign key (account_id) references access.account (id),
    constraint provider_link_subject_is_linked_once unique (provider, subject),
    constraint provider_link_account_is_linked_once unique (provider, account_id),
    constraint provider_link_has_words check (provider <> '' and subject <> '' and length(subject) <= 255),
    constraint provider_link_ends_after_it_begins check (ended_at >= linked_at)
);
create index provider_link_of_account on access.provider_link (account_id);
alter table access.provider_link enable row level security;
comment on table access.provider_link is 'Who a subject of an agency''s provider is here. Made at their first sign-in, by verified e-mail; the subject alone counts afterwards.';
comment on column access.provider_link.id is 'UUIDv7 made by the application.';
comment on column access.provider_link.provider is 'Name of the provider in the settings.';
comment on column access.provider_link.subject is 'The provider''s own unchanging name for the person.';
comment on column access.provider_link.account_id is 'The account.';
comment on column access.provider_link.linked_at is 'When they first signed in so.';
comment on column access.provider_link.ended_at is 'When the link was ended; neither the subject nor the account is linked to this provider again by itself.';
create policy provider_link_is_read on access.provider_link for select
    using (account_id = (select access.account_entered()));

create table access.spent (
    digest bytea not null,
    spent_at timestamptz not null,
    constraint spent_is_identified primary key (digest),
    constraint spent_is_a_digest check (length(digest) = 32)
);
create index spent_by_age on access.spent (spent_at);
comment on table access.spent is 'Challenges and states that have been answered: an answer counts once.';
comment on column access.spent.digest is 'SHA-256 of the challenge or state.';
comment on column access.spent.spent_at is 'When it was answered.';

create function access.spend(digest bytea, at timestamptz) returns boolean
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    delete from access.spent s where s.spent_at < spend.at - interval '1 day';
    insert into access.spent (digest, spent_at) values (spend.digest, spend.at) on conflict do nothing;
    return found;
end $$;
comment on function access.spend is 'Spends a challenge or state; false when it was spent before.';

create function access.passkey_holder(fresh bytea, at timestamptz) returns table (
    handle bytea, email text, given_name text, family_name text)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    account uuid := access.account_entered();
begin
    insert into access.passkey_handle (account_id, handle, made_at)
    select account, passkey_holder.fresh, passkey_holder.at where account is not null
    on conflict on constraint passkey_handle_is_one_for_an_account do nothing;
    return query
        select h.handle, a.email, a.given_name, a.family_name
        from access.passkey_handle h join access.account a on a.id = h.account_id where h.account_id = account;
end $$;
comment on function access.passkey_holder is 'The handle and names of the person who entered, for their own authenticator; makes the handle when there is none. Nothing for anybody else.';

create function access.passkey_by_credential(credential bytea) returns table (
    id uuid, account_id uuid, handle bytea, credential_id bytea, public_key bytea, attestation bytea,
    signature_count bigint, transports text, backup_eligible boolean, backed_up boolean, label text,
    created_at timestamptz)
    language sql stable security definer set search_path = access, pg_temp as $$
    select p.id, p.account_id, h.handle, p.credential_id, p.public_key, p.attestation, p.signature_count,
        p.transports, p.backup_eligible, p.backed_up, p.label, p.created_at
    from access.passkey p
    join access.passkey_handle h on h.account_id = p.account_id
    join access.account a on a.id = p.account_id
    where p.credential_id = $1 and p.ended_at is null and a.closed_at is null and a.kind = 'PERSON'
$$;
comment on function access.passkey_by_credential is 'The passkey in force that an authenticator names, of an open account: what is needed to check its answer.';

create function access.passkey_is_used(passkey uuid, signature_count bigint, backed_up boolean, at timestamptz)
    returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
begin
    update access.passkey p
    set signature_count = passkey_is_used.signature_count,
        backed_up = p.backup_eligible and passkey_is_used.backed_up, last_used_at = passkey_is_used.at
    where p.id = passkey_is_used.passkey and p.ended_at is null and p.account_id = access.account_entered()
      and (p.signature_count < passkey_is_used.signature_count
           or (p.signature_count = 0 and passkey_is_used.signature_count = 0));
    return found;
end $$;
comment on function access.passkey_is_used is 'Keeps what a passkey of the person who entered said of itself; false, and nothing kept, when it counts less than before or is ended.';

create function access.end_passkey(passkey uuid, others integer, at timestamptz) returns text
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    account uuid := access.account_entered();
    more integer;
begin
    -- One change of an account's passkeys at a time: two that end each other's last must not both pass.
    perform from access.passkey_handle h where h.account_id = account for update;
    if not exists (select from access.passkey p
                   where p.id = end_passkey.passkey and p.account_id = account and p.ended_at is null) then
        return 'ABSENT';
    end if;
    select count(*) into more from access.passkey p
    where p.account_id = account and p.ended_at is null and p.id <> end_passkey.passkey;
    if more + greatest(end_passkey.others, 0) = 0 then
        return 'LAST';
    end if;
    update access.passkey p set ended_at = end_passkey.at where p.id = end_passkey.passkey;
    return 'ENDED';
end $$;
comment on function access.end_passkey is 'Ends a passkey of the person who entered: ENDED; LAST when they have no other way to sign in, also counting those of other kinds; ABSENT.';

create function access.sign_in_by_provider(
    link uuid, provider text, agency text, subject text, verified_email text, at timestamptz)
    returns table (account_id uuid, answer text)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    l access.provider_link;
    its_agency uuid;
    found_account uuid;
begin
    select y.id into its_agency from access.agency y
    where y.closed_at is null
      and (y.id::text = lower(sign_in_by_provider.agency) or lower(y.name) = lower(sign_in_by_provider.agency));
    if its_agency is null then
        return query select null::uuid, 'NO_AGENCY';
        return;
    end if;
    select * into l from access.provider_link x
    where x.provider = sign_in_by_provider.provider and x.subject = sign_in_by_provider.subject;
    if found then
        found_account := l.account_id;
        if l.ended_at is not null then
            return query select found_account, 'LINK_ENDED';
            return;
        end if;
    elsif sign_in_by_provider.verified_email is null then
        return query select null::uuid, 'EMAIL_NOT_VERIFIED';
        return;
    else
        select a.id into found_account from access.account a
        where lower(a.email) = lower(sign_in_by_provider.verified_email) and a.closed_at is null and a.kind = 'PERSON';
        if found_account is null then
            return query select null::uuid, 'UNKNOWN';
            return;
        end if;
    end if;
    if exists (select from access.account a where a.id = found_account and a.closed_at is not null) then
        return query select found_account, 'CLOSED';
    elsif not exists (select from access.membership m
                      where m.account_id = found_account and m.agency_id = its_agency
                        and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')) then
        return query select found_account, 'OTHER_AGENCY';
    elsif l.id is not null then
        return query select found_account, 'KNOWN';
    elsif exists (select from access.provider_link x
                  where x.provider = sign_in_by_provider.provider and x.account_id = found_account) then
        return query select found_account, 'LINKED_OTHERWISE';
    elsif sign_in_by_provider.link is null or access.account_entered() is distinct from found_account then
        return query select found_account, 'TO_LINK';
    else
        insert into access.provider_link (id, provider, subject, account_id, linked_at)
        values (sign_in_by_provider.link, sign_in_by_provider.provider, sign_in_by_provider.subject, found_account,
                sign_in_by_provider.at)
        on conflict do nothing;
        return query select found_account, case when found then 'LINKED' else 'LINKED_OTHERWISE' end;
    end if;
end $$;
comment on function access.sign_in_by_provider is 'Who a subject of an agency''s provider is here: KNOWN by their link, or LINKED now by a verified e-mail address; TO_LINK when only the trail must be entered for that account first. Otherwise why not, and whom it concerns if that is known. It never makes an account.';

grant select, insert on access.passkey to witan_application;
grant select on access.provider_link to witan_application;
revoke execute on function access.account_entered, access.spend, access.passkey_holder, access.passkey_by_credential,
    access.passkey_is_used, access.end_passkey, access.sign_in_by_provider from public;
grant execute on function access.account_entered, access.spend, access.passkey_holder, access.passkey_by_credential,
    access.passkey_is_used, access.end_passkey, access.sign_in_by_provider to witan_application;
