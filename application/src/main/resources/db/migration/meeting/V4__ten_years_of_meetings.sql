-- Pages that cost the same after ten years as after one.
--
-- Why these indexes: an agenda was found by reading every item there ever was, and what is to come by reading every
-- meeting there ever was, because the only index on items is of those that still stand, and none is on the time. The
-- list of open actions sorted all of them for its first page.
-- Why one function in place of one question a row: whether somebody takes part was asked anew for each board, meeting and
-- timing; which boards they take part in is the same for all rows of a statement and is asked once.
-- Existing rows: none is changed.

create index item_of_meeting on meeting.item (meeting_id);
create index timing_by_start on meeting.timing (starts_at);
create index action_open_by_day on meeting.action (due_on nulls first, record_id) where open;

create function meeting.my_boards() returns setof uuid
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select b.id from meeting.board b
    join meeting.kind_role k on k.kind = b.kind
    join access.viewer v on v.role = k.role
    where access.viewer_in_force()
      and (k.keeps = 'ALWAYS' or b.agency_id = v.agency_id
           or exists (select from meeting.board_agency m
                      where m.board_id = b.id and m.agency_id = v.agency_id and m.until_at is null))
$$;
comment on function meeting.my_boards is 'The boards that whoever looks takes part in, as meeting.takes_part says of one.';

drop policy board_is_read on meeting.board;
create policy board_is_read on meeting.board for select using (
    id in (select meeting.my_boards()) or (made_by = (select access.viewer_account()) and made_at = now()));
drop policy board_agency_is_read on meeting.board_agency;
create policy board_agency_is_read on meeting.board_agency for select using (board_id in (select meeting.my_boards()));
drop policy board_setting_is_read on meeting.board_setting;
create policy board_setting_is_read on meeting.board_setting for select using (board_id in (select meeting.my_boards()));
drop policy meeting_is_read on meeting.meeting;
create policy meeting_is_read on meeting.meeting for select using (board_id in (select meeting.my_boards()));
drop policy timing_is_read on meeting.timing;
create policy timing_is_read on meeting.timing for select using (
    exists (select from meeting.meeting m where m.id = timing.meeting_id));
drop policy attendance_is_read on meeting.attendance;
create policy attendance_is_read on meeting.attendance for select using (
    exists (select from meeting.meeting m where m.id = attendance.meeting_id));

revoke execute on function meeting.my_boards from public;
grant execute on function meeting.my_boards to witan_application;
