-- Who chaired a meeting is recorded, and whoever sits in it signs the confidentiality statement for themselves.
--
-- Why a capacity: the chair is somebody who comes, for an agency, and may be another than planned. Minutes that do not name them
-- name nobody who answers for what was decided.
-- Why the text has versions: what somebody signed must be readable when they are held to it. A new text is another row; nobody's
-- signature moves to it.
-- Why a signature beside the tick of whoever keeps the meeting: many who come have no account, deputies and observers among them,
-- and sign on paper. Who has an account signs here, and nobody can for them.
-- Why nothing stops who has not signed: a case is heard all the same. It is said on the page, and in the minutes.
-- Existing rows: none is changed. What was ticked stays; nobody is recorded as chair of a meeting before this version.

insert into meeting.capacity (code, words) values ('CHAIR', 'Chair');

create table meeting.statement (
    version integer not null,
    words text not null,
    since_at timestamptz not null,
    set_by uuid,
    constraint statement_is_identified primary key (version),
    constraint statement_is_counted check (version > 0),
    constraint statement_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint statement_says_something check (words <> '' and length(words) <= 10000)
);
comment on table meeting.statement is 'The confidentiality statement that is signed at meetings. Insert-only; the latest version is signed.';
comment on column meeting.statement.version is 'Counts the texts from 1.';
comment on column meeting.statement.words is 'What is signed.';
comment on column meeting.statement.since_at is 'When it was written.';
comment on column meeting.statement.set_by is 'Who wrote it; null for what is shipped.';
create trigger statement_stays before update or delete on meeting.statement
    for each row execute function access.refuse_change();
insert into meeting.statement (version, words, since_at) values (1,
    'What is shared in this meeting is used for the safety of these people and for nothing else. Nothing goes further without the agreement of the agency that gave it. The alleged perpetrator must not learn of it.',
    '2026-11-01');

create table meeting.signature (
    meeting_id uuid not null,
    account_id uuid not null,
    agency_id uuid not null,
    statement integer not null,
    signed_at timestamptz not null,
    constraint signature_is_once_at_a_meeting primary key (meeting_id, account_id),
    constraint signature_is_at_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint signature_is_of_an_account foreign key (account_id) references access.account (id),
    constraint signature_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint signature_is_under_a_statement foreign key (statement) references meeting.statement (version)
);
comment on table meeting.signature is 'Somebody signed the confidentiality statement for a meeting, for themselves. Insert-only.';
comment on column meeting.signature.meeting_id is 'The meeting.';
comment on column meeting.signature.account_id is 'Who signed.';
comment on column meeting.signature.agency_id is 'For which agency they came.';
comment on column meeting.signature.statement is 'Which version of the text.';
comment on column meeting.signature.signed_at is 'When.';
create trigger signature_stays before update or delete on meeting.signature
    for each row execute function access.refuse_change();

alter table meeting.statement enable row level security;
create policy statement_is_read on meeting.statement for select using (exists (select from access.viewer));
create policy statement_is_written on meeting.statement for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'CHAIR') and meeting.keeps_some('MARAC', null)
    and set_by = (select access.viewer_account()) and since_at = now());

alter table meeting.signature enable row level security;
create policy signature_is_read on meeting.signature for select using (
    exists (select from meeting.meeting m where m.id = signature.meeting_id));
create policy signature_is_given on meeting.signature for insert with check (
    account_id = (select access.viewer_account()) and agency_id = (select access.viewer_agency()) and signed_at = now()
    and statement = (select max(t.version) from meeting.statement t)
    and exists (select from meeting.meeting m where m.id = signature.meeting_id and m.cancelled_at is null));

grant select, insert on meeting.statement, meeting.signature to witan_application;
