-- Tasks of the group stand as actions of a meeting do: proposed, accepted, in progress, complete, not possible, not done, superseded
-- or escalated; they are chased; and the agency that does one sees it in its own list and says how it stands.
--
-- Why they are still no actions of module meeting (decision 43): an action is a record of the rule, and to read one the rule would
-- have to open records to the role TASKING_MEMBER. A task has no person and no record; its agency reads it by a policy of its own.
-- Why a report has a number: two people who report at once must not both be the last; the second is told what the first said.
-- An agency writes the next number of a task that is open and no other: with a number far ahead its word would be the last for ever.
-- Existing rows: what was under way is in progress, what was done is complete; reports are numbered in the order in which they came.

alter table priorities.task_report disable trigger task_report_stays;
alter table priorities.task_report drop constraint task_report_state_is_known;
alter table priorities.task_report add column number integer;
alter table priorities.task_report add column done_on date;
update priorities.task_report r
    set number = n.number,
        state = case r.state when 'UNDER_WAY' then 'IN_PROGRESS' when 'DONE' then 'COMPLETE' else r.state end,
        done_on = case r.state when 'DONE' then (r.reported_at at time zone 'Europe/London')::date end
    from (select id, row_number() over (partition by task_id order by reported_at, id) as number from priorities.task_report) n
    where n.id = r.id;
alter table priorities.task_report alter column number set not null;
alter table priorities.task_report
    add constraint task_report_state_is_known check (state in
        ('ACCEPTED', 'IN_PROGRESS', 'COMPLETE', 'NOT_POSSIBLE', 'NOT_DONE', 'SUPERSEDED', 'ESCALATED')),
    add constraint task_report_number_is_one check (number > 0),
    add constraint task_report_is_numbered unique (task_id, number),
    add constraint task_report_has_a_day_when_complete check ((done_on is not null) = (state = 'COMPLETE'));
alter table priorities.task_report enable trigger task_report_stays;
comment on table priorities.task_report is 'How a task stands, as actions of a meeting do. The last one counts; not possible and not done are two things.';
comment on column priorities.task_report.state is 'ACCEPTED, IN_PROGRESS, COMPLETE, NOT_POSSIBLE (circumstances changed), NOT_DONE, SUPERSEDED or ESCALATED. Before the first report a task is proposed.';
comment on column priorities.task_report.number is '1 for the first report of the task.';
comment on column priorities.task_report.done_on is 'The day on which it was done, for what is complete.';

create table priorities.task_chase (
    id uuid not null,
    task_id uuid not null,
    chased_at timestamptz not null,
    chased_by uuid not null,
    constraint task_chase_is_identified primary key (id),
    constraint task_chase_is_of_a_task foreign key (task_id) references priorities.task (id),
    constraint task_chase_is_by_an_account foreign key (chased_by) references access.account (id)
);
create index task_chase_of_a_task on priorities.task_chase (task_id, chased_at);
comment on table priorities.task_chase is 'The group asked how a task stands. Insert-only.';
comment on column priorities.task_chase.id is 'UUIDv7 made by the application.';
comment on column priorities.task_chase.task_id is 'The task.';
comment on column priorities.task_chase.chased_at is 'When.';
comment on column priorities.task_chase.chased_by is 'Who asked.';
create trigger task_chase_stays before update or delete on priorities.task_chase for each row execute function access.refuse_change();

create view priorities.task_now with (security_invoker = true) as
select t.id, t.problem_id, t.board_id, t.agency_id, t.words, t.due_on, t.absent,
    coalesce(s.state, 'PROPOSED') as state,
    coalesce(s.number, 0) as version,
    coalesce(s.reported_at, t.given_at) as since,
    (select count(*) from priorities.task_report n where n.task_id = t.id and n.state = 'NOT_DONE') as not_done,
    (select max(c.chased_at) from priorities.task_chase c where c.task_id = t.id) as chased_at,
    coalesce(s.state, 'PROPOSED') not in ('COMPLETE', 'NOT_POSSIBLE', 'SUPERSEDED') as open
from priorities.task t
left join lateral (select r.state, r.number, r.reported_at from priorities.task_report r where r.task_id = t.id
                   order by r.number desc limit 1) s on true;
comment on view priorities.task_now is 'Tasks as they stand now, as far as whoever looks may read them.';
comment on column priorities.task_now.id is 'The task.';
comment on column priorities.task_now.problem_id is 'The problem.';
comment on column priorities.task_now.board_id is 'The board of the group.';
comment on column priorities.task_now.agency_id is 'The agency that does it.';
comment on column priorities.task_now.words is 'What it does.';
comment on column priorities.task_now.due_on is 'By when.';
comment on column priorities.task_now.absent is 'True when the agency does not take part in the board and was asked otherwise.';
comment on column priorities.task_now.state is 'What was said last; PROPOSED while nothing was.';
comment on column priorities.task_now.version is 'How many reports it has.';
comment on column priorities.task_now.since is 'Since when it stands so.';
comment on column priorities.task_now.not_done is 'How often it was not done.';
comment on column priorities.task_now.chased_at is 'When the group asked for it last.';
comment on column priorities.task_now.open is 'Whether something remains to be done.';

create function priorities.does(agency uuid) returns boolean language sql stable as $$
    select coalesce((select access.viewer_role()) = 'REPRESENTATIVE' and agency = (select access.viewer_agency()), false)
$$;
comment on function priorities.does is 'Whether whoever looks speaks for an agency.';

create function priorities.reports_next(task uuid, number integer) returns boolean
    language sql stable security definer set search_path = priorities, pg_temp as $$
    select exists (
        select from priorities.task t
        left join lateral (select r.number, r.state from priorities.task_report r where r.task_id = t.id
                           order by r.number desc limit 1) s on true
        where t.id = reports_next.task and priorities.does(t.agency_id)
          and (reports_next.number = coalesce(s.number, 0) + 1
                   and coalesce(s.state, 'PROPOSED') not in ('COMPLETE', 'NOT_POSSIBLE', 'SUPERSEDED')
               -- Who was slower is told so by the number that is taken, and not turned away.
               or exists (select from priorities.task_report w
                          where w.task_id = t.id and w.number = reports_next.number)))
$$;
comment on function priorities.reports_next is 'Whether whoever looks speaks for the agency of a task, and a number is that of its next report while it is open, or is taken.';

create policy task_is_read_by_its_agency on priorities.task for select using (priorities.does(agency_id));
create policy task_report_is_read_by_the_agency on priorities.task_report for select
    using (exists (select from priorities.task t where t.id = task_id and priorities.does(t.agency_id)));
create policy task_report_is_written_by_the_agency on priorities.task_report for insert
    with check (reported_by = (select access.viewer_account()) and reported_at = now()
                and state not in ('SUPERSEDED', 'ESCALATED')
                and priorities.reports_next(task_id, number));
alter table priorities.task_chase enable row level security;
create policy task_chase_is_read on priorities.task_chase for select
    using (priorities.reads() or exists (select from priorities.task t where t.id = task_id and priorities.does(t.agency_id)));
create policy task_chase_is_written on priorities.task_chase for insert with check (priorities.writes(chased_by, chased_at));

grant select on priorities.task_now to witan_application;
grant select, insert on priorities.task_chase to witan_application;
revoke execute on function priorities.does(uuid), priorities.reports_next(uuid, integer) from public;
grant execute on function priorities.does(uuid), priorities.reports_next(uuid, integer) to witan_application;
