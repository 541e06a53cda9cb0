-- What a meeting takes up and decides that is about no record: other business, and decisions about the meeting itself.
--
-- Why words and no record: a date to agree, a form to change, a person who joins. The agenda of a MARAC ends with it, and
-- nobody could write it down. What is about somebody is a record and stands on the agenda as such: these words are read by
-- everybody who takes part in the board, and no rule of a record keeps them from anybody.
-- Why business is taken off and not deleted: that it stood on the agenda was read.
-- Why a decision is insert-only and put right by another: so are those about an item.
-- Existing rows: none, both tables are new.

create table meeting.business (
    id uuid not null,
    meeting_id uuid not null,
    words text not null,
    put_on_at timestamptz not null,
    put_on_by uuid not null,
    off_at timestamptz,
    off_by uuid,
    constraint business_is_identified primary key (id),
    constraint business_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint business_has_words check (words <> '' and length(words) <= 500),
    constraint business_is_put_on_by_an_account foreign key (put_on_by) references access.account (id),
    constraint business_is_taken_off_by_an_account foreign key (off_by) references access.account (id),
    constraint business_is_taken_off_by_somebody check ((off_at is null) = (off_by is null))
);
create index business_of_meeting on meeting.business (meeting_id);
comment on table meeting.business is 'Other business on the agenda of a meeting, in words about no record.';
comment on column meeting.business.id is 'UUIDv7 made by the application with the form.';
comment on column meeting.business.meeting_id is 'The meeting.';
comment on column meeting.business.words is 'What it is.';
comment on column meeting.business.put_on_at is 'When it was put on.';
comment on column meeting.business.put_on_by is 'Who put it on.';
comment on column meeting.business.off_at is 'When it was taken off; null while it stands.';
comment on column meeting.business.off_by is 'Who took it off.';

create table meeting.resolution (
    id uuid not null,
    meeting_id uuid not null,
    words text not null,
    corrects_id uuid,
    decided_at timestamptz not null,
    written_by uuid not null,
    constraint resolution_is_identified primary key (id),
    constraint resolution_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint resolution_stays_with_its_meeting unique (id, meeting_id),
    constraint resolution_has_words check (words <> '' and length(words) <= 10000),
    constraint resolution_corrects_one_of_its_meeting foreign key (corrects_id, meeting_id)
        references meeting.resolution (id, meeting_id),
    constraint resolution_is_corrected_once unique (corrects_id),
    constraint resolution_is_written_by_an_account foreign key (written_by) references access.account (id)
);
create index resolution_of_meeting on meeting.resolution (meeting_id, decided_at);
comment on table meeting.resolution is 'What a meeting decided about no record. Insert-only; a correction is another row.';
comment on column meeting.resolution.id is 'UUIDv7 made by the application with the form.';
comment on column meeting.resolution.meeting_id is 'The meeting.';
comment on column meeting.resolution.words is 'What was decided.';
comment on column meeting.resolution.corrects_id is 'The decision that this one puts right.';
comment on column meeting.resolution.decided_at is 'When it was written.';
comment on column meeting.resolution.written_by is 'Who wrote it.';
create trigger resolution_stays before update or delete on meeting.resolution
    for each row execute function access.refuse_change();

alter table meeting.business enable row level security;
create policy business_is_read on meeting.business for select using (
    exists (select from meeting.meeting m where m.id = business.meeting_id));
create policy business_is_put_on on meeting.business for insert with check (
    meeting.keeps_meeting(meeting_id) and put_on_by = (select access.viewer_account()) and put_on_at = now()
    and off_at is null);
create policy business_is_taken_off on meeting.business for update
    using (off_at is null and meeting.keeps_meeting(meeting_id))
    with check (off_at = now() and off_by = (select access.viewer_account()));

alter table meeting.resolution enable row level security;
create policy resolution_is_read on meeting.resolution for select using (
    exists (select from meeting.meeting m where m.id = resolution.meeting_id));
create policy resolution_is_written on meeting.resolution for insert with check (
    meeting.keeps_meeting(meeting_id) and written_by = (select access.viewer_account()) and decided_at = now());

grant select, insert on meeting.business, meeting.resolution to witan_application;
grant update (off_at, off_by) on meeting.business to witan_application;
