-- The trail: every read, search, change, print, export, refusal and sign-in.
--
-- How it works: a piece of work begins with access.enter, which writes one row of access.trail_entry, and ends with
-- access.finish, which writes one row of access.trail_outcome with the records that were shown. Both are in the
-- transaction of the work itself. access.viewer, from which every rule about who may see what starts, reads the row that
-- was entered in this same transaction. So without a row in the trail nothing can be seen, and a transaction with an
-- entry and no outcome cannot commit.
-- Why two rows: the records that are shown are known at the end, and rows of the trail are never updated.
-- Why an authenticator on each row: it is made with a key that is not in the database, so a row that the owner of the
-- database inserts by hand has none that fits.
-- Why the seal is a table of its own: a seal is made after the commit, in one order for all, and chained: each link
-- contains the digest of the one before. What is sealed cannot be changed, removed, inserted or put in another order
-- without a link that no longer fits.
-- Why text for what is sealed: the same bytes must come out of the database, of an export and years later.
-- Why no row-level security is written here: the rule starts in the next migration, which adds it.
-- Existing rows: none, this is the first version.

create table access.purpose (
    code text not null,
    words text not null,
    opens_records boolean not null,
    place integer not null,
    constraint purpose_is_identified primary key (code)
);
comment on table access.purpose is 'Why somebody looks. Asked once a session, kept with everything they do.';
comment on column access.purpose.code is 'Name in the code.';
comment on column access.purpose.words is 'Name on pages.';
comment on column access.purpose.opens_records is 'False when the purpose needs no more of a record than that it exists.';
comment on column access.purpose.place is 'Order in lists.';

insert into access.purpose (code, words, opens_records, place) values
    ('MARAC', 'Prepare, hold or follow up a MARAC', true, 10),
    ('SUPPORT', 'Support a victim or their children', true, 20),
    ('SAFEGUARDING', 'Safeguard a child or an adult at risk', true, 30),
    ('PERPETRATOR', 'Work with a perpetrator', true, 40),
    ('HUB', 'Help a vulnerable resident', true, 50),
    ('TASKING', 'Work on places and problems', true, 60),
    ('STATISTICS', 'Make figures', false, 70),
    ('OVERSIGHT', 'Review who saw what, or answer a data subject', false, 80),
    ('ADMINISTRATION', 'Look after agencies and accounts', false, 90);

create table access.role_purpose (
    role text not null,
    purpose text not null,
    constraint role_purpose_is_identified primary key (role, purpose),
    constraint role_purpose_role_is_known foreign key (role) references access.role (code),
    constraint role_purpose_purpose_is_known foreign key (purpose) references access.purpose (code)
);
comment on table access.role_purpose is 'The purposes that somebody in a role may have.';
comment on column access.role_purpose.role is 'The role.';
comment on column access.role_purpose.purpose is 'A purpose it may have.';

insert into access.role_purpose (role, purpose) values
    ('REFERRER', 'MARAC'), ('REFERRER', 'SAFEGUARDING'), ('REFERRER', 'HUB'),
    ('REPRESENTATIVE', 'MARAC'), ('REPRESENTATIVE', 'SAFEGUARDING'), ('REPRESENTATIVE', 'HUB'),
    ('COORDINATOR', 'MARAC'), ('COORDINATOR', 'SAFEGUARDING'),
    ('CHAIR', 'MARAC'), ('CHAIR', 'SAFEGUARDING'),
    ('IDVA', 'SUPPORT'), ('IDVA', 'MARAC'), ('IDVA', 'SAFEGUARDING'),
    ('SUPPORT_WORKER', 'SUPPORT'), ('SUPPORT_WORKER', 'SAFEGUARDING'),
    ('PERPETRATOR_WORKER', 'PERPETRATOR'),
    ('HUB_COORDINATOR', 'HUB'), ('HUB_COORDINATOR', 'SAFEGUARDING'),
    ('TASKING_MEMBER', 'TASKING'),
    ('ANALYST', 'STATISTICS'),
    ('DATA_PROTECTION_OFFICER', 'OVERSIGHT'),
    ('ADMINISTRATOR', 'ADMINISTRATION');

create table access.deed (
    code text not null,
    words text not null,
    constraint deed_is_identified primary key (code)
);
comment on table access.deed is 'What can be done, as the trail names it.';
comment on column access.deed.code is 'Name in the code.';
comment on column access.deed.words is 'Name on pages.';

insert into access.deed (code, words) values
    ('SIGN_IN', 'Signed in'), ('SIGN_IN_REFUSED', 'Was refused at sign-in'), ('SIGN_OUT', 'Signed out'),
    ('SWITCH', 'Chose agency, role and purpose'), ('READ', 'Read'), ('LIST', 'Listed'), ('COUNT', 'Counted'),
    ('SEARCH', 'Searched'), ('ADD', 'Added'), ('CHANGE', 'Changed'), ('PRINT', 'Printed'), ('EXPORT', 'Exported'),
    ('BREAK_GLASS', 'Broke the glass'), ('REVIEW', 'Reviewed'), ('READ_TRAIL', 'Read the trail'),
    ('CREDENTIAL', 'Changed how somebody signs in');

create table access.trail_entry (
    id uuid not null,
    written_in xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    account_id uuid,
    membership_id uuid,
    agency_id uuid,
    role text,
    purpose text,
    deed text not null,
    what text not null,
    path text not null,
    channel text not null,
    detail text not null default '{}',
    from_address text not null default '',
    session text not null default '',
    authenticator bytea not null,
    constraint trail_entry_is_identified primary key (id),
    constraint trail_entry_account_is_known foreign key (account_id) references access.account (id),
    constraint trail_entry_membership_is_known foreign key (membership_id) references access.membership (id),
    constraint trail_entry_purpose_is_known foreign key (purpose) references access.purpose (code),
    constraint trail_entry_deed_is_known foreign key (deed) references access.deed (code),
    constraint trail_entry_channel_is_known check (channel in ('PAGE', 'API', 'COMMAND', 'JOB')),
    constraint trail_entry_viewer_is_whole check (
        (membership_id is null) = (purpose is null) and (membership_id is null) = (role is null)
        and (membership_id is null) = (agency_id is null) and (membership_id is null or account_id is not null)),
    constraint trail_entry_detail_is_an_object check (jsonb_typeof(detail::jsonb) = 'object'),
    constraint trail_entry_authenticator_is_whole check (length(authenticator) = 32)
);
create index trail_entry_of_account on access.trail_entry (account_id, at desc);
create index trail_entry_newest_first on access.trail_entry (at desc);
comment on table access.trail_entry is 'Somebody begins to do something. Insert-only.';
comment on column access.trail_entry.id is 'UUIDv7 made by the application.';
comment on column access.trail_entry.written_in is 'The transaction that wrote the row: only there does the row open anything.';
comment on column access.trail_entry.at is 'When, by the clock of the application, to the microsecond.';
comment on column access.trail_entry.account_id is 'Who; null when nobody has signed in.';
comment on column access.trail_entry.membership_id is 'As which membership; null before one is chosen.';
comment on column access.trail_entry.agency_id is 'For which agency.';
comment on column access.trail_entry.role is 'In which role, as it was then.';
comment on column access.trail_entry.purpose is 'Why.';
comment on column access.trail_entry.deed is 'What was done.';
comment on column access.trail_entry.what is 'To what kind of thing: record, agency, account, trail, session …';
comment on column access.trail_entry.path is 'Pattern of the page, API path or command, without any value.';
comment on column access.trail_entry.channel is 'By page, API, command or a job of the application itself.';
comment on column access.trail_entry.detail is 'More, as a JSON object: words searched for, filters, what was changed. Kept as written, because it is sealed.';
comment on column access.trail_entry.from_address is 'Network address it came from.';
comment on column access.trail_entry.session is 'Digest of the session, to tell two sessions of one person apart.';
comment on column access.trail_entry.authenticator is 'HMAC-SHA-256 over the row, with the key that is kept outside the database.';

create table access.trail_outcome (
    entry_id uuid not null,
    outcome text not null,
    records uuid[] not null,
    authenticator bytea not null,
    constraint trail_outcome_is_one_for_an_entry primary key (entry_id),
    constraint trail_outcome_is_of_an_entry foreign key (entry_id) references access.trail_entry (id),
    constraint trail_outcome_is_known check (outcome in ('DONE', 'REFUSED', 'ABSENT', 'FAILED')),
    constraint trail_outcome_authenticator_is_whole check (length(authenticator) = 32)
);
create index trail_outcome_of_record on access.trail_outcome using gin (records);
comment on table access.trail_outcome is 'What came of an entry, and which records were shown or changed. Insert-only.';
comment on column access.trail_outcome.entry_id is 'The entry.';
comment on column access.trail_outcome.outcome is 'DONE; REFUSED by a rule; ABSENT: no such record, or none that this viewer may see; FAILED: our fault, nothing was shown.';
comment on column access.trail_outcome.records is 'Records that were shown or changed, in the order of the page.';
comment on column access.trail_outcome.authenticator is 'HMAC-SHA-256 over the row, with the key that is kept outside the database.';

create function access.refuse_entry_without_outcome() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.trail_outcome where entry_id = new.id) then
        raise exception 'an entry of the trail has no outcome' using errcode = 'WI003';
    end if;
    return null;
end $$;
comment on function access.refuse_entry_without_outcome is 'A transaction that entered and did not finish cannot commit.';

create constraint trigger trail_entry_has_an_outcome after insert on access.trail_entry
    deferrable initially deferred for each row execute function access.refuse_entry_without_outcome();
create trigger trail_entry_stays before update or delete on access.trail_entry
    for each row execute function access.refuse_change();
create trigger trail_outcome_stays before update or delete on access.trail_outcome
    for each row execute function access.refuse_change();

create table access.trail_seal (
    position bigint not null,
    entry_id uuid not null,
    digest bytea not null,
    link bytea not null,
    sealed_at timestamptz not null,
    constraint trail_seal_is_identified primary key (position),
    constraint trail_seal_is_one_for_an_entry unique (entry_id),
    constraint trail_seal_is_whole check (length(digest) = 32 and length(link) = 32 and position > 0)
);
comment on table access.trail_seal is 'The chain: one link for each entry with its outcome, in the order of sealing. Insert-only.';
comment on column access.trail_seal.position is 'Place in the chain, from 1, without gaps.';
comment on column access.trail_seal.entry_id is 'The entry that is sealed. No foreign key: a removed entry must leave its seal behind.';
comment on column access.trail_seal.digest is 'SHA-256 of the text of the entry and its outcome.';
comment on column access.trail_seal.link is 'SHA-256 of the link before, the position and the digest. The last one is the head of the chain.';
comment on column access.trail_seal.sealed_at is 'When it was sealed.';
create trigger trail_seal_stays before update or delete on access.trail_seal
    for each row execute function access.refuse_change();

create table access.trail_head (
    position bigint not null,
    link bytea not null,
    signed_at timestamptz not null,
    key_name text not null,
    signature bytea not null,
    constraint trail_head_is_identified primary key (position),
    constraint trail_head_is_whole check (length(link) = 32 and length(signature) = 64)
);
comment on table access.trail_head is 'Heads of the chain, signed with a key that is not in the database. Insert-only.';
comment on column access.trail_head.position is 'How many entries the chain had.';
comment on column access.trail_head.link is 'Its last link.';
comment on column access.trail_head.signed_at is 'When it was signed.';
comment on column access.trail_head.key_name is 'Which key signed: the first half of the digest of its public half, as hexadecimal digits.';
comment on column access.trail_head.signature is 'Ed25519 signature over position, link and time.';
create trigger trail_head_stays before update or delete on access.trail_head
    for each row execute function access.refuse_change();

-- An emptied table fires no trigger by row.
create trigger trail_entry_is_never_emptied before truncate on access.trail_entry
    execute function access.refuse_change();
create trigger trail_outcome_is_never_emptied before truncate on access.trail_outcome
    execute function access.refuse_change();
create trigger trail_seal_is_never_emptied before truncate on access.trail_seal
    execute function access.refuse_change();
create trigger trail_head_is_never_emptied before truncate on access.trail_head
    execute function access.refuse_change();

create function access.sealed_text(e access.trail_entry, o access.trail_outcome) returns text
    language sql immutable as $$
    select array_to_string(array[
        e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.account_id::text, e.membership_id::text,
        e.agency_id::text, e.role, e.purpose, e.deed, e.what, e.path, e.channel, e.detail, e.from_address, e.session,
        encode(e.authenticator, 'hex'), o.outcome, array_to_string(o.records, ','), encode(o.authenticator, 'hex')],
        E'\x1f', '')
$$;
comment on function access.sealed_text is 'An entry and its outcome as the text that is sealed: its fields in the order of the tables, divided by the unit separator, nothing for null.';

-- Entering ------------------------------------------------------------------------------------------------------

create function access.enter(
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
    end if;
    insert into access.trail_entry (
        id, at, account_id, membership_id, agency_id, role, purpose, deed, what, path, channel, detail, from_address,
        session, authenticator)
    values (
        enter.id, enter.at, enter.account, enter.membership, m.agency_id, m.role, enter.purpose, enter.deed,
        enter.what, enter.path, enter.channel, enter.detail, enter.from_address, enter.session, enter.authenticator);
    perform set_config('witan.entered', enter.id::text, true);
end $$;
comment on function access.enter is 'Begins a piece of work: checks that the membership is in force, writes the entry, and makes its viewer the one that the rule asks about until the transaction ends. WI004 when the viewer is none.';

create function access.finish(entry uuid, outcome text, records uuid[], authenticator bytea) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.trail_entry e
                   where e.id = finish.entry and e.written_in = pg_current_xact_id_if_assigned()) then
        raise exception 'finishes what was not entered in this transaction' using errcode = 'WI005';
    end if;
    insert into access.trail_outcome (entry_id, outcome, records, authenticator)
    values (finish.entry, finish.outcome, finish.records, finish.authenticator);
    perform set_config('witan.entered', '', true);
end $$;
comment on function access.finish is 'Ends a piece of work: writes what came of it and which records were shown; after it nothing can be seen.';

create view access.viewer with (security_barrier) as
    select e.id as entry_id, e.account_id, e.membership_id, e.agency_id, e.role, e.purpose, p.opens_records
    from access.trail_entry e
    join access.purpose p on p.code = e.purpose
    where e.id = nullif(current_setting('witan.entered', true), '')::uuid
      and e.written_in = pg_current_xact_id_if_assigned();
comment on view access.viewer is 'Who looks, in this transaction: one row after access.enter, none otherwise.';
comment on column access.viewer.entry_id is 'The row of the trail.';
comment on column access.viewer.account_id is 'Who.';
comment on column access.viewer.membership_id is 'As which membership.';
comment on column access.viewer.agency_id is 'For which agency.';
comment on column access.viewer.role is 'In which role.';
comment on column access.viewer.purpose is 'Why.';
comment on column access.viewer.opens_records is 'Whether the purpose needs more of a record than that it exists.';

create function access.viewer_role() returns text language sql stable as $$ select role from access.viewer $$;
comment on function access.viewer_role is 'The role of whoever looks, for policies.';
create function access.viewer_account() returns uuid language sql stable as $$ select account_id from access.viewer $$;
comment on function access.viewer_account is 'The account of whoever looks, for policies.';
create function access.viewer_agency() returns uuid language sql stable as $$ select agency_id from access.viewer $$;
comment on function access.viewer_agency is 'The agency of whoever looks, for policies.';

-- Sealing -------------------------------------------------------------------------------------------------------

create function access.seal(most integer) returns table (sealed integer, "position" bigint, link bytea)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    last_position bigint;
    last_link bytea;
    this_digest bytea;
    waiting record;
    done integer := 0;
begin
    -- One node seals at a time; the others go on with their work.
    if not pg_try_advisory_xact_lock(hashtext('access.seal')) then
        return;
    end if;
    select s.position, s.link into last_position, last_link
    from access.trail_seal s order by s.position desc limit 1;
    last_position := coalesce(last_position, 0);
    last_link := coalesce(last_link, '\x'::bytea);
    for waiting in
        select e.id, access.sealed_text(e, o) as words
        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
        where not exists (select from access.trail_seal s where s.entry_id = e.id)
        order by e.at, e.id limit most
    loop
        last_position := last_position + 1;
        this_digest := sha256(convert_to(waiting.words, 'UTF8'));
        last_link := sha256(last_link || convert_to(last_position::text, 'UTF8') || this_digest);
        insert into access.trail_seal (position, entry_id, digest, link, sealed_at)
        values (last_position, waiting.id, this_digest, last_link, clock_timestamp());
        done := done + 1;
    end loop;
    if done > 0 then
        return query select done, last_position, last_link;
    end if;
end $$;
comment on function access.seal is 'Seals entries that wait, oldest first, and returns how many and the new head; nothing when there is nothing to do or another node does it.';

create function access.sign_head("position" bigint, link bytea, signed_at timestamptz, key_name text, signature bytea)
    returns void language sql security definer set search_path = access, pg_temp as $$
    insert into access.trail_head (position, link, signed_at, key_name, signature)
    values ($1, $2, $3, $4, $5)
$$;
comment on function access.sign_head is 'Keeps the signature over a head of the chain.';

grant usage on schema access to witan_application;
grant select on access.installation, access.agency_kind, access.role, access.purpose, access.role_purpose, access.deed,
    access.setting, access.viewer to witan_application;
revoke execute on all functions in schema access from public;
grant execute on function access.enter, access.finish, access.seal, access.sign_head, access.viewer_role,
    access.viewer_account, access.viewer_agency, access.setting_number, access.today to witan_application;
