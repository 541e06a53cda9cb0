-- A case that is moved to another meeting takes along what agencies brought for it.
--
-- Research is an answer for one meeting. When a case was moved, the next meeting found none of it: what an agency had written
-- for a meeting that was cancelled was read by nobody.
-- Why the answers stay where they are: an agency answered for that meeting, on that day. The next meeting reads them until the
-- agency answers anew, for it is asked anew: what it knew a month ago is not what it knows now.
-- Why came_from walks by the items of the record: those are few and have an index; events have none by where they lead to.
-- Why what is spoken is told to each agenda on which the case stands: it may have been brought for an earlier meeting.
-- Why the chair opens a case to the board: whoever keeps the agenda moves it, and an agency that joined since is to be asked.
-- The coordinator listed it before; the chair lists nothing that was not.
-- Existing rows: functions only.

create function marac.came_from(meeting uuid, record uuid) returns setof uuid
    language sql stable set search_path = marac, pg_temp as $$
    with recursive way (item_id, meeting_id) as (
        select i.id, i.meeting_id from meeting.item i
        where i.record_id = came_from.record and i.meeting_id = came_from.meeting
        union
        select o.id, o.meeting_id
        from way w
        join meeting.item o on o.record_id = came_from.record
        join meeting.item_event e on e.item_id = o.id and e.to_item_id = w.item_id)
    select distinct w.meeting_id from way w where w.meeting_id <> came_from.meeting
$$;
comment on function marac.came_from is 'The meetings from which a referral was moved to this one, straight or by others. By the rule of the items themselves.';
revoke execute on function marac.came_from from public;
grant execute on function marac.came_from to witan_application;

create or replace function marac.note_spoken() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.item_changed(i.id) from meeting.item i
    where i.record_id = new.record_id and i.off_at is null
    order by i.id;
    return null;
end $$;

create or replace function marac.open_to_board(record uuid, meeting uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    agency uuid;
    role text := (select v.role from access.viewer v);
begin
    if role is null or role not in ('COORDINATOR', 'CHAIR')
       or (role = 'CHAIR' and not exists (
           select from meeting.item i join meeting.item_event e on e.item_id = i.id and e.what = 'DEFERRED'
           join meeting.item o on o.id = e.to_item_id and o.meeting_id = open_to_board.meeting
           where i.record_id = open_to_board.record and e.at = now()))
       or not access.may_see(open_to_board.record, 'SUMMARY')
       or not exists (select from meeting.item i
                      where i.meeting_id = open_to_board.meeting and i.record_id = open_to_board.record and i.off_at is null)
       or not exists (select from marac.triage t
                      where t.record_id = open_to_board.record and t.undone_at is null
                        and t.outcome in ('ACCEPTED', 'EMERGENCY')) then
        raise exception 'may not open this referral' using errcode = 'WI006';
    end if;
    for agency in
        select a.agency_id from meeting.board_agency a join meeting.meeting m on m.board_id = a.board_id
        join meeting.board b on b.id = m.board_id and b.kind = 'MARAC'
        where m.id = open_to_board.meeting and a.until_at is null and (a.core or not m.core_only)
    loop
        perform marac.open_to(open_to_board.record, agency);
        opened := opened + 1;
    end loop;
    return opened;
end $$;
comment on function marac.open_to_board is 'Opens an accepted referral that is on the agenda to the agencies of the board, for their research. WI006 for anybody but a coordinator who may see it, or a chair who moved it there in this transaction.';
