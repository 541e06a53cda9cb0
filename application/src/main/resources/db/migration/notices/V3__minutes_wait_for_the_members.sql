-- Minutes that went out wait for the members of the board, as its list does.
--
-- Why the list is told anew: a meeting of core agencies alone waited for agencies that do not see it.
-- Existing rows: what waits keeps waiting.

create function notices.meeting_is_told(meeting uuid) returns void
    language sql as $$
    select notices.queue(y.agency_id, k.roles, null, null)
    from meeting.meeting m
    join meeting.board b on b.id = m.board_id
    cross join lateral (select array_agg(x.role order by x.role) as roles
                        from meeting.kind_role x where x.kind = b.kind) k
    cross join lateral (select a.agency_id from meeting.board_agency a
                        where a.board_id = b.id and a.until_at is null and (a.core or not m.core_only)
                        union select b.agency_id) y
    where m.id = meeting_is_told.meeting and k.roles is not null
$$;
comment on function notices.meeting_is_told is 'Something of a meeting waits for those who are called to it. For triggers.';

create or replace function notices.list_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.meeting_is_told(new.id);
    return null;
end $$;

create function notices.minutes_are_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.meeting_is_told(a.meeting_id) from added a;
    return null;
end $$;
comment on function notices.minutes_are_told is 'Minutes that went out wait for the members of the board.';
create trigger minutes_are_told after insert on meeting.minutes_out
    referencing new table as added for each statement execute function notices.minutes_are_told();
revoke execute on function notices.meeting_is_told, notices.minutes_are_told from public;
