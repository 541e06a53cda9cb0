-- A meeting of core agencies is not seen by the agency that runs the board, unless it is called or keeps the board.
--
-- Why: V6 let whoever runs a board see all its meetings. Running it is an address for letters: its representatives are called
-- only where it is a core agency. Roles that keep a board (ALWAYS, or OWNER for the agency that runs it) see it as before.
-- Existing rows: none is changed.

create or replace function meeting.my_core_boards() returns setof uuid
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select b.id from meeting.board b
    join meeting.kind_role k on k.kind = b.kind
    join access.viewer v on v.role = k.role
    where access.viewer_in_force()
      and (k.keeps = 'ALWAYS' or (k.keeps = 'OWNER' and b.agency_id = v.agency_id)
           or exists (select from meeting.board_agency m
                      where m.board_id = b.id and m.agency_id = v.agency_id and m.until_at is null and m.core))
$$;
comment on function meeting.my_core_boards is 'The boards of which whoever looks is a core agency or keeps.';

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
          and (k.keeps = 'ALWAYS' or (b.agency_id = f.agency_id and (k.keeps = 'OWNER' or not m.core_only))
               or exists (select from meeting.board_agency y
                          where y.board_id = b.id and y.agency_id = f.agency_id and y.until_at is null
                            and (y.core or not m.core_only))))
    join lateral (select l.* from meeting.timing l where l.meeting_id = m.id order by l.version desc limit 1) t on true
    where c.digest = calendar_of.digest and c.revoked_at is null and t.starts_at > now() - interval '90 days'
    order by t.starts_at, m.id;
end $$;
