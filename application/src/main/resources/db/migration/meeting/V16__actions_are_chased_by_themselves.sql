-- Open actions are asked for before each meeting, whether or not somebody thinks of it.
--
-- Why: until now somebody had to press. What nobody asked for was found open at the meeting.
-- When: so many working days before the next meeting of a board as the board has set (CHASE_DAYS). Working days are counted by the
-- application, which asks when and for which days off; that tells it no record and no person.
-- Why once for a meeting: a meeting that is moved after its agencies were asked is the same meeting. meeting.chased keeps it in the
-- same transaction as the asking, so that a server that dies in between asks anew, and two servers ask once.
-- Why the same as by hand: what is due by the meeting, or has no day, of an agency that is there. What somebody asked for on that
-- day already is not asked for twice.
-- Why an asking by nobody names its meeting: that is how it is told from one by hand, and why it is there once.
-- Existing rows: all askings before were by somebody. Meetings that are near when this version comes are asked for at once.

alter table meeting.chase alter column chased_by drop not null;
alter table meeting.chase add column meeting_id uuid;
alter table meeting.chase
    add constraint chase_is_before_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    add constraint chase_is_by_somebody_or_by_itself check ((chased_by is null) = (meeting_id is not null));
create unique index chase_is_once_before_a_meeting on meeting.chase (record_id, meeting_id) where meeting_id is not null;
comment on table meeting.chase is 'How an action stands was asked, by who keeps the board or by the application before a meeting. Insert-only.';
comment on column meeting.chase.chased_by is 'Who asked; null when the application did by itself.';
comment on column meeting.chase.meeting_id is 'Before which meeting the application asked by itself; null when somebody did.';

create table meeting.chased (
    meeting_id uuid not null,
    at timestamptz not null,
    constraint chased_is_once_for_a_meeting primary key (meeting_id),
    constraint chased_is_of_a_meeting foreign key (meeting_id) references meeting.meeting (id)
);
comment on table meeting.chased is 'Before which meetings the application asked for open actions by itself. Written by meeting.chase_before alone.';
comment on column meeting.chased.meeting_id is 'The meeting.';
comment on column meeting.chased.at is 'When.';
create trigger chased_stays before update or delete on meeting.chased
    for each row execute function access.refuse_change();
alter table meeting.chased enable row level security;
create policy chased_is_read on meeting.chased for select using (meeting.takes_part_in(meeting_id));
grant select on meeting.chased to witan_application;

create function meeting.to_chase() returns table (meeting_id uuid, on_day date, days integer)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select n.id, n.on_day, coalesce(
        (select s.value from meeting.board_setting s
         where s.board_id = b.id and s.name = 'CHASE_DAYS' order by s.since_at desc limit 1),
        (select o.shipped from meeting.setting_of_kind o where o.kind = b.kind and o.name = 'CHASE_DAYS'),
        (select k.shipped from meeting.setting_kind k where k.code = 'CHASE_DAYS'))
    from meeting.board b
    cross join lateral (
        select m.id, (t.starts_at at time zone 'Europe/London')::date as on_day
        from meeting.meeting m
        join lateral (select l.starts_at from meeting.timing l where l.meeting_id = m.id order by l.version desc limit 1) t
            on true
        where m.board_id = b.id and m.cancelled_at is null and not m.core_only and t.starts_at > now()
        order by t.starts_at, m.id limit 1) n
    where b.closed_at is null and n.on_day < access.today() + 60
      and exists (select from meeting.action a where a.board_id = b.id and a.open and a.agency_id is not null)
      and not exists (select from meeting.chased d where d.meeting_id = n.id)
$$;
comment on function meeting.to_chase is 'The next meetings of boards with open actions before which nobody was asked yet, and how many working days before that is to be. Tells when meetings are, and nothing else.';

create function meeting.days_off() returns table (on_day date, off boolean)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select distinct on (h.on_day) h.on_day, h.off from meeting.bank_holiday h
    order by h.on_day, h.said_at desc, h.id desc
$$;
comment on function meeting.days_off is 'Which days the partnership adds to the bank holidays of England, or takes from them, for what the application does by itself.';

create function meeting.chase_before(meeting uuid) returns setof uuid
    language plpgsql security definer set search_path = meeting, pg_temp as $$
begin
    perform access.require_entry();
    insert into meeting.chased (meeting_id, at)
    select t.meeting_id, now() from meeting.to_chase() t where t.meeting_id = chase_before.meeting
    on conflict do nothing;
    if not found then
        return;
    end if;
    return query
    insert into meeting.chase (id, record_id, chased_at, meeting_id)
    select uuidv7(), a.record_id, now(), chase_before.meeting
    from meeting.to_chase_of(chase_before.meeting) a
    returning record_id;
end $$;
comment on function meeting.chase_before is 'Asks for the open actions of a board before its next meeting, once; the actions that it asked for. WI007 without an entry in the trail.';

create function meeting.to_chase_of(meeting uuid) returns table (record_id uuid)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select a.record_id
    from meeting.meeting m
    join lateral (select (l.starts_at at time zone 'Europe/London')::date as on_day
                  from meeting.timing l where l.meeting_id = m.id order by l.version desc limit 1) t on true
    join meeting.action a on a.board_id = m.board_id and a.open and a.agency_id is not null
        and (a.due_on is null or a.due_on <= t.on_day)
    join access.agency y on y.id = a.agency_id and y.closed_at is null
    where m.id = to_chase_of.meeting
      and not exists (select from meeting.chase h
                      where h.record_id = a.record_id and (h.chased_at at time zone 'Europe/London')::date = access.today())
    order by a.record_id
$$;
comment on function meeting.to_chase_of is 'Open actions of an agency that are due by a meeting, or have no day, and were not asked for today. For functions of the owner.';

revoke execute on function meeting.to_chase, meeting.days_off, meeting.chase_before, meeting.to_chase_of from public;
grant execute on function meeting.to_chase, meeting.days_off, meeting.chase_before to witan_application;
