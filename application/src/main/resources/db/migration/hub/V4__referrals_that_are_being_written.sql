-- A referral to the hub that somebody is writing, one question a page.
--
-- Why: the form was one long page. Who was called away lost what they had typed, and could not go on at another machine.
-- Why a draft is no record: until it is sent it is its author's, and nobody learns of it. It is emptied when it is sent. The
-- referral gets the id of its draft, so that sending twice refers once.
-- Existing rows: none.

create table hub.draft (
    id uuid not null,
    account_id uuid not null,
    agency_id uuid not null,
    begun_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 0,
    answers jsonb not null default '{}',
    sent_at timestamptz,
    record_id uuid,
    constraint draft_is_identified primary key (id),
    constraint draft_is_of_an_account foreign key (account_id) references access.account (id),
    constraint draft_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint draft_became_a_record foreign key (record_id) references access.record (id),
    constraint draft_is_sent_whole check ((sent_at is null) = (record_id is null)),
    constraint draft_that_was_sent_is_empty check (sent_at is null or answers = '{}'),
    constraint draft_is_of_a_size check (pg_column_size(answers) < 2000000)
);
create index draft_of_account on hub.draft (account_id, changed_at);
comment on table hub.draft is 'A referral to the hub that somebody is writing: theirs alone, until it is sent.';
comment on column hub.draft.id is 'UUIDv7 made by the application; the referral gets the same.';
comment on column hub.draft.account_id is 'Who writes it.';
comment on column hub.draft.agency_id is 'For which agency.';
comment on column hub.draft.begun_at is 'Since when.';
comment on column hub.draft.changed_at is 'When something was last typed.';
comment on column hub.draft.version is 'Counts changes.';
comment on column hub.draft.answers is 'What was typed, by page and field: a list of texts each.';
comment on column hub.draft.sent_at is 'When it was sent.';
comment on column hub.draft.record_id is 'The referral that it became.';

alter table hub.draft enable row level security;
create policy draft_is_its_authors on hub.draft for all
    using (account_id = (select access.viewer_account()) and agency_id = (select access.viewer_agency()))
    with check (account_id = (select access.viewer_account()) and agency_id = (select access.viewer_agency()));
grant select, insert, update, delete on hub.draft to witan_application;
