-- Who has not answered before a meeting is seen and asked again, and what an agency fails to do goes to the steering group.
--
-- Why the asking is a row for each agency and day: pressed twice, by one or by two who keep the meeting, an agency is asked once
-- that day. It names no case: which answers are owed is known when somebody looks.
-- Why marac.barred: an agency that the rule keeps from a case is not asked about it, and must not be counted, or asked again, as
-- one that did not answer. It answers those who lead conferences alone, and looks only at records that were ever closed to
-- anybody: all others are left at once.
-- Why an agency nobody of which could see a case that is closed counts as barred: a restriction to names or an embargo keeps all
-- of it away just as a barrier does. A barrier on one person does not: another speaks for the agency.
-- Why five: what is fewer is not told outside the partnership either.
-- Existing rows: none is changed. Nobody was asked again before this version.

insert into access.setting (name, since, value, reason) values
    ('persistent_failure_times', '2026-11-01', '5', 'Proposed: fewer happen to every agency, and are not told outside the partnership. No source was found.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('persistent_failure_times', 'How often an agency fails in one way before it is called persistent', 'times', 1, 50,
     'Persistent failure goes to the steering group (national action tracking form). More than 50 is never reached.', 219);

create table marac.research_chase (
    meeting_id uuid not null,
    agency_id uuid not null,
    chased_on date not null,
    chased_at timestamptz not null,
    chased_by uuid not null,
    constraint research_chase_is_once_a_day primary key (meeting_id, agency_id, chased_on),
    constraint research_chase_is_for_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint research_chase_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint research_chase_is_by_an_account foreign key (chased_by) references access.account (id)
);
comment on table marac.research_chase is 'An agency was asked again for the research that it owes a meeting. Insert-only, once a day.';
comment on column marac.research_chase.meeting_id is 'The meeting.';
comment on column marac.research_chase.agency_id is 'The agency.';
comment on column marac.research_chase.chased_on is 'The day in England.';
comment on column marac.research_chase.chased_at is 'When.';
comment on column marac.research_chase.chased_by is 'Who asked.';
create trigger research_chase_stays before update or delete on marac.research_chase
    for each row execute function access.refuse_change();

alter table marac.research_chase enable row level security;
create policy research_chase_is_read on marac.research_chase for select using (
    agency_id = (select access.viewer_agency()) or meeting.keeps_meeting(meeting_id));
create policy research_chase_is_made on marac.research_chase for insert with check (
    meeting.keeps_meeting(meeting_id) and (select access.viewer_role()) in ('COORDINATOR', 'CHAIR')
    and chased_by = (select access.viewer_account()) and chased_at = now() and chased_on = access.today());
grant select, insert on marac.research_chase to witan_application;

create function marac.barred(meetings uuid[]) returns table (record_id uuid, agency_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $$
    select distinct i.record_id, a.agency_id
    from access.viewer v
    join meeting.item i on i.meeting_id = any (barred.meetings) and i.off_at is null
    join access.closed c on c.record_id = i.record_id
    join meeting.meeting m on m.id = i.meeting_id
    join meeting.board_agency a on a.board_id = m.board_id
    where v.role in ('COORDINATOR', 'CHAIR') and access.may_see(i.record_id, 'SUMMARY')
      and exists (
          select from access.cover k
          where k.record_id = i.record_id
            and (exists (select from access.barrier b
                         where b.record_id = k.source_id and b.agency_id = a.agency_id and b.lifted_at is null)
                 or exists (select from access.restriction x where x.record_id = k.source_id and x.lifted_at is null)
                 or exists (select from access.embargo e where e.record_id = k.source_id and e.until_at > now())))
      and not exists (
          select from access.in_force f
          where f.agency_id = a.agency_id and f.role in ('REPRESENTATIVE', 'IDVA', 'COORDINATOR')
            and access.would_see(f.membership_id, i.record_id))
$$;
comment on function marac.barred is 'Which whole agencies the rule keeps from which records on the agendas of some meetings, so that they are asked nothing about them. For those who lead conferences, of records that they see; nothing for everybody else.';
revoke execute on function marac.barred from public;
grant execute on function marac.barred to witan_application;
