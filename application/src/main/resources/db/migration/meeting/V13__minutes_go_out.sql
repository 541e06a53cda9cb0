-- The minutes of a meeting go out: from then on whoever reads them knows that they are whole, and what came later says so.
--
-- Why a fact and no closed state: what somebody noticed too late must still be written, and a wall would send it to e-mail.
-- What was written after the minutes went out is marked in them, and they can go out again.
-- Why insert-only: when they first went out is measured against the working days that the board sets.
-- Existing rows: none. Meetings before this version never say that their minutes went out.

create table meeting.minutes_out (
    id uuid not null,
    meeting_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint minutes_out_is_identified primary key (id),
    constraint minutes_out_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint minutes_out_is_by_an_account foreign key (by) references access.account (id)
);
create index minutes_out_of_meeting on meeting.minutes_out (meeting_id, at);
comment on table meeting.minutes_out is 'The minutes of a meeting went out to the agencies. Insert-only; once more when something was added.';
comment on column meeting.minutes_out.id is 'UUIDv7 made by the application.';
comment on column meeting.minutes_out.meeting_id is 'The meeting.';
comment on column meeting.minutes_out.at is 'When.';
comment on column meeting.minutes_out.by is 'Who sent them.';
create trigger minutes_out_stays before update or delete on meeting.minutes_out
    for each row execute function access.refuse_change();

alter table meeting.minutes_out enable row level security;
create policy minutes_out_is_read on meeting.minutes_out for select using (meeting.takes_part_in(meeting_id));
create policy minutes_go_out on meeting.minutes_out for insert with check (
    meeting.keeps_meeting(meeting_id) and by = (select access.viewer_account()) and at = now());
grant select, insert on meeting.minutes_out to witan_application;
