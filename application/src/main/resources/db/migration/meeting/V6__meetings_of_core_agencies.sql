-- A meeting that only the core agencies of its board are called to is there for them alone.
--
-- Why: an emergency meeting was seen by every agency of its board, in lists, minutes and calendars, without its case. That
-- one is held, and who came, tells an agency that is not called that somebody near is in danger now. Who keeps the board
-- sees it as before.
-- Existing rows: none is changed here; the module that calls such meetings says which of its own they are.

alter table meeting.meeting add column core_only boolean not null default false;
comment on column meeting.meeting.core_only is 'Whether only the core agencies of the board are called, and see it.';

create function meeting.my_core_boards() returns setof uuid
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select b.id from meeting.board b
    join meeting.kind_role k on k.kind = b.kind
    join access.viewer v on v.role = k.role
    where access.viewer_in_force()
      and (k.keeps = 'ALWAYS' or b.agency_id = v.agency_id
           or exists (select from meeting.board_agency m
                      where m.board_id = b.id and m.agency_id = v.agency_id and m.until_at is null and m.core))
$$;
comment on function meeting.my_core_boards is 'The boards of which whoever looks is a core agency or keeps.';

drop policy meeting_is_read on meeting.meeting;
create policy meeting_is_read on meeting.meeting for select using (
    board_id in (select meeting.my_boards())
    and (not core_only or board_id in (select meeting.my_core_boards())));

create or replace function meeting.calendar_of(digest bytea) returns table (
    meeting_id uuid, starts_at timestamptz, minutes integer, place text, cancelled boolean, version integer, since timestamptz)
    language plpgsql stable security definer set search_path = meeting, pg_temp as $$
begin
    perform access.require_entry();
    return query
    select m.id, t.starts_at, t.minutes, t.place, m.cancelled_at is not null, m.version,
        greatest(t.since_at, coalesce(m.cancelled_at, t.since_at))
    from meeting.calendar c
    join meeting.meeting m on exists (
        select from meeting.board b
        join meeting.kind_role k on k.kind = b.kind
        join access.in_force f on f.account_id = c.account_id and f.role = k.role
        where b.id = m.board_id
          and (k.keeps = 'ALWAYS' or b.agency_id = f.agency_id
               or exists (select from meeting.board_agency y
                          where y.board_id = b.id and y.agency_id = f.agency_id and y.until_at is null
                            and (y.core or not m.core_only))))
    join lateral (select l.* from meeting.timing l where l.meeting_id = m.id order by l.version desc limit 1) t on true
    where c.digest = calendar_of.digest and c.revoked_at is null and t.starts_at > now() - interval '90 days'
    order by t.starts_at, m.id;
end $$;

revoke execute on function meeting.my_core_boards from public;
grant execute on function meeting.my_core_boards to witan_application;
