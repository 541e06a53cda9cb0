-- Meetings to come are found by the index of their day, however many were held.
--
-- Why a function: the policy of a timing reads every meeting that whoever looks takes part in, so that the next ones took longer
-- with each year. The function gives ids alone; each meeting is then read under its own policy.
-- Why the policy of minutes that went out asks for the meeting, as that of a timing does: it asked who takes part for each row.
-- Existing rows: none is changed.

create function meeting.starting(after timestamptz, before timestamptz) returns setof uuid
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select t.meeting_id from meeting.timing t
    where t.starts_at > starting.after and t.starts_at < starting.before
      and not exists (select from meeting.timing n where n.meeting_id = t.meeting_id and n.version > t.version)
      and exists (select from access.viewer)
$$;
comment on function meeting.starting is 'Meetings that start in a time, as they stand now, of all boards: read each under its policy.';
revoke execute on function meeting.starting from public;
grant execute on function meeting.starting to witan_application;

drop policy minutes_out_is_read on meeting.minutes_out;
create policy minutes_out_is_read on meeting.minutes_out for select using (
    exists (select from meeting.meeting m where m.id = minutes_out.meeting_id));
