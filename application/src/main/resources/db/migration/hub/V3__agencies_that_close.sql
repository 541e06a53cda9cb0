-- What of the hub is open with an agency that closes.
--
-- Why: an administrator closes an agency and sees nothing of the hub. The page names by numbers what would be left behind; afterwards
-- the hub coordinator finds it in "your work".
-- Existing rows: functions only.

create function hub.open_with(agency uuid) returns table (what text, number bigint)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select 'ACTIONS', count(*) from meeting.action a join meeting.board b on b.id = a.board_id and b.kind = 'HUB'
    where a.agency_id = open_with.agency and a.open and (select access.viewer_role()) = 'ADMINISTRATOR'
    union all
    select 'LEADS', count(*) from hub.referral r
    join lateral (select l.agency_id from hub.lead l where l.record_id = r.id
                  order by l.since_at desc, l.id desc limit 1) n on n.agency_id = open_with.agency
    where r.state = 'OPEN' and (select access.viewer_role()) = 'ADMINISTRATOR'
    union all
    select 'ANSWERS', count(*) from hub.request q join hub.referral r on r.id = q.record_id and r.state = 'OPEN'
    where q.agency_id = open_with.agency and (select access.viewer_role()) = 'ADMINISTRATOR'
      and not exists (select from hub.answer n where n.request_id = q.id)
$$;
comment on function hub.open_with is 'How much of the hub is open with an agency, by numbers, for an administrator; nothing for anybody else.';

revoke execute on function hub.open_with from public;
grant execute on function hub.open_with to witan_application;
