-- The Tactical Priorities Group: weights of harm, problems as OSARA records, how they are scored, priorities, tasks, effects, and
-- the clock of case reviews of anti-social behaviour.
--
-- No table here names a person or a record of the rule, and none has a column for one: the group works on places and problems. A
-- test reads the catalogue and fails when that changes. A case review is known by a number alone; whose it is, is kept by the
-- agency that holds it.
-- Why weights and criteria are rows with a version: no scale is right for every partnership, and a score of last year must stay
-- readable beside the scale of last year.
-- Why a problem is written in versions: what was thought at first is part of the assessment at the end.
-- Why tasks are not actions of module meeting: such an action is a record within a record, and the rule opens no record to this
-- group (decision 39). They are bound to a board of the kind TASKING, whose agencies they go to.
-- Existing rows: none; the schema is new. The shipped weights and criteria are those of the sources that are named.

create table priorities.harm_weight (
    version integer not null,
    offences text not null,
    days numeric(8, 2) not null,
    floor boolean not null default false,
    since date not null,
    source text not null,
    constraint harm_weight_is_identified primary key (version, offences),
    constraint harm_weight_is_not_negative check (days >= 0)
);
comment on table priorities.harm_weight is 'What one crime of a kind weighs, in days of a starting sentence. Reference data.';
comment on column priorities.harm_weight.version is 'The table of weights.';
comment on column priorities.harm_weight.offences is 'Name of the offence set.';
comment on column priorities.harm_weight.days is 'Median of the starting points, in days.';
comment on column priorities.harm_weight.floor is 'True where it is no starting point but the least that is counted.';
comment on column priorities.harm_weight.since is 'From when the table is used.';
comment on column priorities.harm_weight.source is 'Where it is published.';

insert into priorities.harm_weight (version, offences, days, floor, since, source)
select 1, offences, days, floor, '2026-11-01',
    case when floor then 'Cambridge Crime Harm Index project: anti-social behaviour is no crime and is set at the floor of 1 [S155]'
         else 'Cambridge Crime Harm Index, medians of the 2026 update by subgroup [S155]' end
from (values
    ('homicide', 5475, false), ('rape', 2555, false), ('violence-with-injury', 365, false),
    ('robbery', 365, false), ('domestic-burglary', 273.5, false), ('possession-of-weapons-offences', 273.75, false),
    ('non-domestic-burglary', 183.5, false), ('arson', 185, false), ('other-sexual-offences', 182.25, false),
    ('violence-without-injury', 10, false), ('stalking-and-harassment', 10, false), ('miscellaneous-crimes', 10, false),
    ('public-order-offences', 7.5, false), ('theft-from-a-vehicle', 5, false), ('theft-of-a-motor-vehicle', 5, false),
    ('vehicle-interference', 5, false), ('trafficking-of-drugs', 5, false), ('possession-of-drugs', 3, false),
    ('criminal-damage', 2, false), ('other-theft-offences', 2, false), ('theft-from-the-person', 2, false),
    ('bicycle-theft', 2, false), ('shoplifting', 1, false),
    ('police-uk-possession-of-weapons', 273.75, false), ('police-uk-robbery', 365, false),
    ('police-uk-public-order', 7.5, false), ('police-uk-vehicle-crime', 5, false), ('police-uk-other-theft', 2, false),
    ('police-uk-theft-from-the-person', 2, false), ('police-uk-bicycle-theft', 2, false), ('police-uk-shoplifting', 1, false),
    ('police-uk-other-crime', 10, false), ('police-uk-anti-social-behaviour', 1, true)) as given (offences, days, floor);

create table priorities.criterion (
    version integer not null,
    code text not null,
    section text not null,
    words text not null,
    most integer not null,
    weight integer not null,
    place integer not null,
    since date not null,
    source text not null,
    constraint criterion_is_identified primary key (version, code),
    constraint criterion_section_is_known check (section in ('HARM', 'LIKELIHOOD', 'POSITION', 'CONFIDENCE')),
    constraint criterion_has_levels check (most between 1 and 10),
    constraint criterion_weighs_something check (weight between 0 and 100)
);
comment on table priorities.criterion is 'What a problem is scored by, in the sections of MoRiLE. A new version is added, none is changed.';
comment on column priorities.criterion.version is 'The scale.';
comment on column priorities.criterion.code is 'Name in the code.';
comment on column priorities.criterion.section is 'HARM, LIKELIHOOD, POSITION (of the organisation) or CONFIDENCE.';
comment on column priorities.criterion.words is 'What is asked.';
comment on column priorities.criterion.most is 'Its highest level; the lowest is 0.';
comment on column priorities.criterion.weight is 'How much it weighs within its section.';
comment on column priorities.criterion.place is 'Order on the page.';
comment on column priorities.criterion.since is 'From when the scale is used.';
comment on column priorities.criterion.source is 'Where it comes from.';

insert into priorities.criterion (version, code, section, words, most, weight, place, since, source)
select 1, code, section, words, 4, weight, place, '2026-11-01',
    'Sections of tactical MoRiLE [S153]; levels and weights are not public and are proposed'
from (values
    ('PHYSICAL', 'HARM', 'Physical harm to those who are harmed', 2, 10),
    ('PSYCHOLOGICAL', 'HARM', 'Psychological harm', 2, 20),
    ('FINANCIAL', 'HARM', 'Financial harm', 1, 30),
    ('COMMUNITY', 'HARM', 'Harm to the community and the environment', 1, 40),
    ('SCOPE', 'HARM', 'How far it reaches', 1, 50),
    ('VULNERABILITY', 'HARM', 'How vulnerable those are who are harmed', 2, 60),
    ('FREQUENCY', 'LIKELIHOOD', 'How often it happens', 1, 70),
    ('TREND', 'LIKELIHOOD', 'Whether it grows (only what chance does not explain)', 1, 80),
    ('CAPABILITY', 'POSITION', 'How little the agencies can do today', 1, 90),
    ('INTEREST', 'POSITION', 'How much the public and the agencies expect', 1, 100),
    ('EVIDENCE', 'CONFIDENCE', 'How sure the evidence is', 1, 110)) as given (code, section, words, weight, place);

create table priorities.problem (
    id uuid not null,
    title text not null,
    offences text not null,
    area text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    constraint problem_is_identified primary key (id),
    constraint problem_title_is_of_a_length check (length(title) between 1 and 160),
    constraint problem_is_made_by_an_account foreign key (made_by) references access.account (id)
);
comment on table priorities.problem is 'A problem that the group works on: what happens where. Never a person.';
comment on column priorities.problem.id is 'UUIDv7 made by the application.';
comment on column priorities.problem.title is 'What it is called.';
comment on column priorities.problem.offences is 'The offence set that counts it.';
comment on column priorities.problem.area is 'ONS code of the area.';
comment on column priorities.problem.made_at is 'When it was written down.';
comment on column priorities.problem.made_by is 'Who wrote it down.';

create table priorities.osara (
    problem_id uuid not null,
    version integer not null,
    objective text not null,
    scanning text not null,
    analysis text not null,
    response text not null,
    assessment text not null,
    harmed text not null,
    harming text not null,
    place text not null,
    principles text[] not null,
    written_at timestamptz not null,
    written_by uuid not null,
    constraint osara_is_identified primary key (problem_id, version),
    constraint osara_is_of_a_problem foreign key (problem_id) references priorities.problem (id),
    constraint osara_is_written_by_an_account foreign key (written_by) references access.account (id),
    constraint osara_principles_are_known check (principles <@ array['TARGET_HARDENING', 'TARGET_REMOVAL', 'REMOVING_MEANS',
        'REDUCING_PAYOFF', 'ACCESS_CONTROL', 'SURVEILLANCE', 'ENVIRONMENT', 'RULES', 'CHANCE_OF_CAPTURE', 'DEFLECTING']),
    constraint osara_texts_are_of_a_length check (greatest(length(objective), length(scanning), length(analysis), length(response),
        length(assessment), length(harmed), length(harming), length(place)) <= 4000)
);
comment on table priorities.osara is 'What is known and planned of a problem: objective, scanning, analysis, response, assessment. Each change is another version.';
comment on column priorities.osara.problem_id is 'The problem.';
comment on column priorities.osara.version is '1 for the first.';
comment on column priorities.osara.objective is 'What shall be reached by when, so that it can be measured.';
comment on column priorities.osara.scanning is 'What the pattern is.';
comment on column priorities.osara.analysis is 'Why it happens.';
comment on column priorities.osara.response is 'What is done.';
comment on column priorities.osara.assessment is 'What it did.';
comment on column priorities.osara.harmed is 'Side of the triangle: who or what is harmed, and who could guard them.';
comment on column priorities.osara.harming is 'Side of the triangle: what kind of people do it, and who could handle them. No names.';
comment on column priorities.osara.place is 'Side of the triangle: the place, and who manages it.';
comment on column priorities.osara.principles is 'Which of the ten principles of prevention are used.';
comment on column priorities.osara.written_at is 'When.';
comment on column priorities.osara.written_by is 'Who.';

create table priorities.score (
    id uuid not null,
    problem_id uuid not null,
    version integer not null,
    levels jsonb not null,
    scored_at timestamptz not null,
    scored_by uuid not null,
    constraint score_is_identified primary key (id),
    constraint score_is_of_a_problem foreign key (problem_id) references priorities.problem (id),
    constraint score_is_by_an_account foreign key (scored_by) references access.account (id)
);
create index score_of_a_problem on priorities.score (problem_id);
comment on table priorities.score is 'How a problem was scored by a version of the scale. The last one counts.';
comment on column priorities.score.id is 'UUIDv7 made by the application.';
comment on column priorities.score.problem_id is 'The problem.';
comment on column priorities.score.version is 'The scale.';
comment on column priorities.score.levels is 'The level of each criterion.';
comment on column priorities.score.scored_at is 'When.';
comment on column priorities.score.scored_by is 'Who.';

create table priorities.priority (
    problem_id uuid not null,
    version integer not null,
    state text not null,
    agency_id uuid not null,
    tactics text not null,
    review_on date not null,
    set_at timestamptz not null,
    set_by uuid not null,
    constraint priority_is_identified primary key (problem_id, version),
    constraint priority_is_of_a_problem foreign key (problem_id) references priorities.problem (id),
    constraint priority_state_is_known check (state in ('SET', 'ENDED')),
    constraint priority_is_led_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint priority_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint priority_tactics_are_of_a_length check (length(tactics) between 1 and 2000)
);
comment on table priorities.priority is 'That a problem is a priority: who leads, by which tactics, until when it is looked at again. Each change is another version.';
comment on column priorities.priority.problem_id is 'The problem.';
comment on column priorities.priority.version is '1 for the first.';
comment on column priorities.priority.state is 'SET or ENDED.';
comment on column priorities.priority.agency_id is 'The agency that leads.';
comment on column priorities.priority.tactics is 'How.';
comment on column priorities.priority.review_on is 'When the group looks at it again.';
comment on column priorities.priority.set_at is 'When.';
comment on column priorities.priority.set_by is 'Who.';

create table priorities.task (
    id uuid not null,
    problem_id uuid not null,
    board_id uuid not null,
    agency_id uuid not null,
    words text not null,
    due_on date not null,
    absent boolean not null,
    given_at timestamptz not null,
    given_by uuid not null,
    constraint task_is_identified primary key (id),
    constraint task_is_of_a_problem foreign key (problem_id) references priorities.problem (id),
    constraint task_is_of_a_board foreign key (board_id) references meeting.board (id),
    constraint task_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint task_is_given_by_an_account foreign key (given_by) references access.account (id),
    constraint task_words_are_of_a_length check (length(words) between 1 and 1000)
);
create index task_of_a_problem on priorities.task (problem_id);
comment on table priorities.task is 'What an agency does about a problem by when.';
comment on column priorities.task.id is 'UUIDv7 made by the application.';
comment on column priorities.task.problem_id is 'The problem.';
comment on column priorities.task.board_id is 'The board of the group.';
comment on column priorities.task.agency_id is 'The agency.';
comment on column priorities.task.words is 'What it does.';
comment on column priorities.task.due_on is 'By when.';
comment on column priorities.task.absent is 'True when the agency does not take part in the board, and whoever gave it was told and confirmed that they asked it.';
comment on column priorities.task.given_at is 'When.';
comment on column priorities.task.given_by is 'Who.';

create table priorities.task_report (
    id uuid not null,
    task_id uuid not null,
    state text not null,
    words text not null,
    reported_at timestamptz not null,
    reported_by uuid not null,
    constraint task_report_is_identified primary key (id),
    constraint task_report_is_of_a_task foreign key (task_id) references priorities.task (id),
    constraint task_report_state_is_known check (state in ('UNDER_WAY', 'DONE', 'NOT_POSSIBLE', 'NOT_DONE')),
    constraint task_report_is_by_an_account foreign key (reported_by) references access.account (id),
    constraint task_report_words_are_of_a_length check (length(words) <= 1000)
);
create index task_report_of_a_task on priorities.task_report (task_id);
comment on table priorities.task_report is 'How a task stands. The last one counts; not possible and not done are two things.';
comment on column priorities.task_report.id is 'UUIDv7 made by the application.';
comment on column priorities.task_report.task_id is 'The task.';
comment on column priorities.task_report.state is 'UNDER_WAY, DONE, NOT_POSSIBLE (circumstances changed) or NOT_DONE.';
comment on column priorities.task_report.words is 'What, or why not.';
comment on column priorities.task_report.reported_at is 'When.';
comment on column priorities.task_report.reported_by is 'Who.';

create table priorities.effect (
    id uuid not null,
    problem_id uuid not null,
    against text[] not null,
    before_period text not null,
    after_period text not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    constraint effect_is_identified primary key (id),
    constraint effect_is_of_a_problem foreign key (problem_id) references priorities.problem (id),
    constraint effect_is_asked_by_an_account foreign key (asked_by) references access.account (id),
    constraint effect_is_against_something check (cardinality(against) between 1 and 20)
);
create index effect_of_a_problem on priorities.effect (problem_id);
comment on table priorities.effect is 'Which before and after were compared with which areas. The answer is reckoned from the store whenever it is read.';
comment on column priorities.effect.id is 'UUIDv7 made by the application.';
comment on column priorities.effect.problem_id is 'The problem.';
comment on column priorities.effect.against is 'Codes of the areas in which nothing was done.';
comment on column priorities.effect.before_period is 'The months before, as periods are written.';
comment on column priorities.effect.after_period is 'The months after.';
comment on column priorities.effect.asked_at is 'When.';
comment on column priorities.effect.asked_by is 'Who.';

create table priorities.case_review (
    id uuid not null,
    number text not null,
    asked_on date not null,
    complaints date[] not null,
    agency_id uuid not null,
    answered_on date,
    made_at timestamptz not null,
    made_by uuid not null,
    constraint case_review_is_identified primary key (id),
    constraint case_review_number_is_one check (number ~ '^[A-Z0-9-]{3,20}$'),
    constraint case_review_has_complaints check (cardinality(complaints) between 1 and 50),
    constraint case_review_is_answered_after_it_is_asked check (answered_on >= asked_on),
    constraint case_review_is_held_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint case_review_is_made_by_an_account foreign key (made_by) references access.account (id)
);
comment on table priorities.case_review is 'The clock of a case review of anti-social behaviour. Whose it is, is kept by the agency that holds it.';
comment on column priorities.case_review.id is 'UUIDv7 made by the application.';
comment on column priorities.case_review.number is 'The number of the agency that holds it; never a name.';
comment on column priorities.case_review.asked_on is 'When it was asked for.';
comment on column priorities.case_review.complaints is 'The days of the complaints.';
comment on column priorities.case_review.agency_id is 'The agency that holds it.';
comment on column priorities.case_review.answered_on is 'When the letter with the conclusion was sent.';
comment on column priorities.case_review.made_at is 'When it was written down.';
comment on column priorities.case_review.made_by is 'Who wrote it down.';

-- Who may read and write ------------------------------------------------------------------------------------------

create function priorities.reads() returns boolean language sql stable as $$
    select coalesce((select access.viewer_role()) in ('TASKING_MEMBER', 'ANALYST'), false)
$$;
comment on function priorities.reads is 'Whether whoever looks is of the group or its analyst.';

create function priorities.writes(account uuid, moment timestamptz) returns boolean language sql stable as $$
    select coalesce((select access.viewer_role()) = 'TASKING_MEMBER' and account = (select access.viewer_account())
                    and moment = now(), false)
$$;
comment on function priorities.writes is 'Whether whoever looks is of the group and writes in their own name, now.';

do $$
declare
    guarded record;
begin
    for guarded in select * from (values
        ('problem', 'made_by', 'made_at'), ('osara', 'written_by', 'written_at'), ('score', 'scored_by', 'scored_at'),
        ('priority', 'set_by', 'set_at'), ('task', 'given_by', 'given_at'), ('task_report', 'reported_by', 'reported_at'),
        ('effect', 'asked_by', 'asked_at'), ('case_review', 'made_by', 'made_at')) as given (name, account, moment)
    loop
        execute format('alter table priorities.%I enable row level security', guarded.name);
        execute format('create policy %I on priorities.%I for select using (priorities.reads())', guarded.name || '_is_read', guarded.name);
        execute format('create policy %I on priorities.%I for insert with check (priorities.writes(%I, %I))',
            guarded.name || '_is_written', guarded.name, guarded.account, guarded.moment);
        if guarded.name <> 'case_review' then
            execute format('create trigger %I before update or delete on priorities.%I for each row execute function access.refuse_change()',
                guarded.name || '_stays', guarded.name);
        end if;
    end loop;
end $$;
create policy case_review_is_answered on priorities.case_review for update
    using ((select access.viewer_role()) = 'TASKING_MEMBER' and answered_on is null);

grant usage on schema priorities to witan_application;
grant select on priorities.harm_weight, priorities.criterion to witan_application;
grant select, insert on priorities.problem, priorities.osara, priorities.score, priorities.priority, priorities.task,
    priorities.task_report, priorities.effect, priorities.case_review to witan_application;
grant update (answered_on) on priorities.case_review to witan_application;
revoke execute on all functions in schema priorities from public;
grant execute on all functions in schema priorities to witan_application;
