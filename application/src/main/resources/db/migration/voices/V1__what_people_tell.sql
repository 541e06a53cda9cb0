-- What people tell about places where they do not feel safe, and what surveys say.
--
-- Whoever tells is nobody: no account, no cookie, no address, and no moment either. A report keeps the day on which it came,
-- and its id is random, because one that sorts by time would say to the millisecond when somebody sat at a screen. It has no
-- row in the trail: such a row would be the trace that the page says we do not keep. What happens to it afterwards has one.
-- Why the words stand apart: they may name somebody. They are read by the analyst alone and thrown away with the decision; what
-- the group may read is what the analyst left of them.
-- Why the analyst decides and no member of the group: whoever sits in the group must not read the words before they were looked
-- at, and the analyst opens no record of a person.
-- Why the words that were left are opened by a function that counts: a place that fewer than five people named is not a row that
-- the group reads, whatever a page asks for.
-- Existing rows: none; the schema is new.

create table voices.place (
    id uuid not null,
    kind text not null,
    name text not null,
    area text not null,
    crime_area text not null default '',
    added_at timestamptz not null,
    added_by uuid not null,
    closed_at timestamptz,
    closed_by uuid,
    constraint place_is_identified primary key (id),
    constraint place_kind_is_known check (kind in ('SCHOOL', 'TRANSPORT', 'STREET', 'PARK', 'NIGHT', 'ONLINE', 'OTHER')),
    constraint place_name_is_of_a_length check (length(name) between 1 and 120),
    constraint place_area_is_of_a_length check (length(area) between 1 and 80),
    constraint place_crime_area_is_a_code check (crime_area ~ '^([EW][0-9]{8})?$'),
    constraint place_is_added_by_an_account foreign key (added_by) references access.account (id),
    constraint place_is_closed_by_an_account foreign key (closed_by) references access.account (id),
    constraint place_is_closed_by_somebody check ((closed_at is null) = (closed_by is null))
);
create unique index place_is_there_once on voices.place (lower(name), lower(area)) where closed_at is null;
comment on table voices.place is 'A place that people can choose, or that the analyst made of their words: a school, a stop, a street. Nobody''s home.';
comment on column voices.place.id is 'UUIDv7 made by the application.';
comment on column voices.place.kind is 'What it is.';
comment on column voices.place.name is 'Its name, as people say it.';
comment on column voices.place.area is 'The village, town or ward in which it lies, into which few reports are counted.';
comment on column voices.place.crime_area is 'ONS code of the area whose recorded crime is shown beside it; empty for none.';
comment on column voices.place.added_at is 'When it was added.';
comment on column voices.place.added_by is 'Who added it.';
comment on column voices.place.closed_at is 'When it was taken off the list; what was told about it stays.';
comment on column voices.place.closed_by is 'Who took it off.';

create table voices.report (
    id uuid not null,
    told_on date not null,
    kind text not null,
    place_id uuid,
    days text not null,
    band text not null,
    topics text[] not null,
    age text not null default '',
    sex text not null default '',
    constraint report_is_identified primary key (id),
    constraint report_is_about_a_place foreign key (place_id) references voices.place (id),
    constraint report_kind_is_known check (kind in ('SCHOOL', 'TRANSPORT', 'STREET', 'PARK', 'NIGHT', 'ONLINE', 'OTHER')),
    constraint report_days_are_known check (days in ('WEEKDAYS', 'WEEKEND', 'ANY')),
    constraint report_band_is_known check (band in ('EARLY', 'DAY', 'AFTER_SCHOOL', 'EVENING', 'NIGHT', 'ANY')),
    constraint report_topics_are_known check (topics <@ array['COMMENTS', 'FOLLOWED', 'TOUCHED', 'THREATENED', 'PICTURES', 'GROUPS',
        'DRINK_OR_DRUGS', 'DRIVERS', 'DARK', 'NOBODY_ABOUT', 'OTHER'] and cardinality(topics) between 1 and 11),
    constraint report_age_is_known check (age in ('', 'UNDER_16', 'FROM_16', 'FROM_18', 'FROM_25', 'FROM_65')),
    constraint report_sex_is_known check (sex in ('', 'FEMALE', 'MALE', 'OTHER'))
);
create index report_came on voices.report (told_on);
comment on table voices.report is 'What somebody told, in codes alone. Nothing in it says who.';
comment on column voices.report.id is 'Random: it sorts by nothing.';
comment on column voices.report.told_on is 'The day on which it came; not the moment.';
comment on column voices.report.kind is 'What kind of place.';
comment on column voices.report.place_id is 'The place that was chosen; null when it was told in words.';
comment on column voices.report.days is 'On which days.';
comment on column voices.report.band is 'At which time of the day.';
comment on column voices.report.topics is 'What it is about, one or more.';
comment on column voices.report.age is 'Age band; empty when it was not said.';
comment on column voices.report.sex is 'Sex; empty when it was not said.';

create table voices.words (
    report_id uuid not null,
    place_words text not null default '',
    words text not null default '',
    constraint words_are_of_a_report primary key (report_id),
    constraint words_belong_to_a_report foreign key (report_id) references voices.report (id) on delete cascade,
    constraint words_are_of_a_length check (length(words) <= 500),
    constraint words_of_the_place_are_of_a_length check (length(place_words) <= 200)
);
comment on table voices.words is 'What somebody wrote, until the analyst has decided about it; then the row is deleted.';
comment on column voices.words.report_id is 'The report.';
comment on column voices.words.place_words is 'Where, in words.';
comment on column voices.words.words is 'What, in words.';

create table voices.decision (
    report_id uuid not null,
    outcome text not null,
    place_id uuid,
    reason text not null default '',
    redacted boolean not null,
    decided_at timestamptz not null,
    decided_by uuid not null,
    constraint decision_is_of_a_report primary key (report_id),
    constraint decision_belongs_to_a_report foreign key (report_id) references voices.report (id) on delete cascade,
    constraint decision_names_a_place foreign key (place_id) references voices.place (id),
    constraint decision_is_by_an_account foreign key (decided_by) references access.account (id),
    constraint decision_outcome_is_known check (outcome in ('ACCEPTED', 'REJECTED')),
    constraint decision_accepts_for_a_place check ((outcome = 'ACCEPTED') = (place_id is not null)),
    constraint decision_rejects_for_a_reason check (
        (outcome = 'REJECTED') = (reason in ('NAMES_SOMEBODY', 'NO_PLACE', 'ELSEWHERE', 'ABUSE', 'AGAIN')))
);
create index decision_places on voices.decision (place_id);
comment on table voices.decision is 'What the analyst decided about a report. Made once.';
comment on column voices.decision.report_id is 'The report.';
comment on column voices.decision.outcome is 'ACCEPTED: it is counted; REJECTED: it is not.';
comment on column voices.decision.place_id is 'The place that it is about, of the list.';
comment on column voices.decision.reason is 'Why it was rejected.';
comment on column voices.decision.redacted is 'Whether words were taken out.';
comment on column voices.decision.decided_at is 'When.';
comment on column voices.decision.decided_by is 'Who.';

create table voices.kept_words (
    report_id uuid not null,
    place_id uuid not null,
    words text not null,
    constraint kept_words_are_of_a_report primary key (report_id),
    constraint kept_words_belong_to_a_report foreign key (report_id) references voices.report (id) on delete cascade,
    constraint kept_words_are_of_a_place foreign key (place_id) references voices.place (id),
    constraint kept_words_are_of_a_length check (length(words) between 1 and 500)
);
comment on table voices.kept_words is 'What the analyst left of the words of a report that is counted.';
comment on column voices.kept_words.report_id is 'The report.';
comment on column voices.kept_words.place_id is 'The place.';
comment on column voices.kept_words.words is 'The words.';

create table voices.survey (
    id uuid not null,
    year smallint not null,
    area text not null,
    question text not null,
    asked integer not null,
    percent numeric(4, 1) not null,
    source text not null,
    imported_at timestamptz not null,
    imported_by uuid not null,
    constraint survey_is_identified primary key (id),
    constraint survey_year_is_one check (year between 1990 and 2100),
    constraint survey_area_is_of_a_length check (length(area) between 1 and 80),
    constraint survey_question_is_known check (question in ('DAY', 'AFTER_DARK')),
    constraint survey_asked_somebody check (asked between 1 and 1000000),
    constraint survey_percent_is_one check (percent between 0 and 100),
    constraint survey_source_is_of_a_length check (length(source) between 1 and 200),
    constraint survey_is_imported_by_an_account foreign key (imported_by) references access.account (id)
);
create index survey_of_an_area on voices.survey (area, question, year);
comment on table voices.survey is 'How many said in a survey that they feel safe. A later row of the same year, area and question corrects the one before.';
comment on column voices.survey.id is 'UUIDv7 made by the application.';
comment on column voices.survey.year is 'The year in which people were asked.';
comment on column voices.survey.area is 'Where.';
comment on column voices.survey.question is 'DAY: feels safe by day; AFTER_DARK: after dark.';
comment on column voices.survey.asked is 'How many answered.';
comment on column voices.survey.percent is 'How many in a hundred feel safe.';
comment on column voices.survey.source is 'Who asked, and where it is published.';
comment on column voices.survey.imported_at is 'When it was imported.';
comment on column voices.survey.imported_by is 'Who imported it.';

-- Who may read and write ------------------------------------------------------------------------------------------

create function voices.enough(place uuid) returns boolean
    language sql stable security definer set search_path = voices, pg_temp as $$
    select count(*) >= 5
    from voices.decision d join voices.report r on r.id = d.report_id
    where d.place_id = enough.place and d.outcome = 'ACCEPTED'
      and r.told_on >= (date_trunc('month', access.today()::timestamp) - interval '11 months')::date
$$;
comment on function voices.enough is 'Whether at least five people told of a place in this month and the eleven before it.';
revoke execute on function voices.enough from public;
grant execute on function voices.enough to witan_application;

alter table voices.place enable row level security;
create policy place_is_read on voices.place for select using (true);
create policy place_is_added on voices.place for insert with check (
    (select access.viewer_role()) = 'ANALYST' and added_by = (select access.viewer_account()) and added_at = now());
create policy place_is_closed on voices.place for update
    using ((select access.viewer_role()) = 'ANALYST')
    with check ((select access.viewer_role()) = 'ANALYST' and closed_by = (select access.viewer_account()) and closed_at = now());

alter table voices.report enable row level security;
create policy report_is_told on voices.report for insert with check (told_on = access.today());
create policy report_is_read on voices.report for select using (
    (select access.viewer_role()) = 'ANALYST'
    or ((select access.viewer_role()) = 'TASKING_MEMBER'
        and exists (select from voices.decision d where d.report_id = report.id and d.outcome = 'ACCEPTED')));

alter table voices.words enable row level security;
create policy words_are_told on voices.words for insert with check (true);
create policy words_are_read on voices.words for select using ((select access.viewer_role()) = 'ANALYST');
create policy words_are_thrown_away on voices.words for delete using ((select access.viewer_role()) = 'ANALYST');

alter table voices.decision enable row level security;
create policy decision_is_read on voices.decision for select using (
    (select access.viewer_role()) in ('ANALYST', 'TASKING_MEMBER'));
create policy decision_is_made on voices.decision for insert with check (
    (select access.viewer_role()) = 'ANALYST' and decided_by = (select access.viewer_account()) and decided_at = now());

alter table voices.kept_words enable row level security;
create policy kept_words_are_read on voices.kept_words for select using (
    (select access.viewer_role()) = 'ANALYST'
    or ((select access.viewer_role()) = 'TASKING_MEMBER' and voices.enough(place_id)));
create policy kept_words_are_kept on voices.kept_words for insert with check ((select access.viewer_role()) = 'ANALYST');

alter table voices.survey enable row level security;
create policy survey_is_read on voices.survey for select using (
    (select access.viewer_role()) in ('ANALYST', 'TASKING_MEMBER'));
create policy survey_is_imported on voices.survey for insert with check (
    (select access.viewer_role()) = 'ANALYST' and imported_by = (select access.viewer_account()) and imported_at = now());

create trigger report_stays before update on voices.report for each row execute function access.refuse_change();
create trigger decision_stays before update on voices.decision for each row execute function access.refuse_change();
create trigger survey_stays before update or delete on voices.survey for each row execute function access.refuse_change();

grant usage on schema voices to witan_application;
grant select, insert on voices.place, voices.report, voices.words, voices.decision, voices.kept_words, voices.survey
    to witan_application;
grant update (closed_at, closed_by) on voices.place to witan_application;
grant delete on voices.words to witan_application;
