-- Flags on the files of the agencies, and the day from which the window of a repeat is counted.
--
-- Why an agency says that it flagged its files: a further incident is noticed where somebody's file bears a flag, and a
-- flag that stays for ever tells of the MARAC to whoever opens that file years later. Each agency answers for its own.
-- Why a word is added and never changed: that a file was flagged between two days is a fact that somebody may have to
-- prove. A slip is undone by a time. One word follows another, so that the same press sent twice is one word.
-- Why it is derived whether a flag is live: it is while the window of the case has not passed, and a repeat begins the
-- window anew. A case is derived from its persons as they are linked now; so is this.
-- Why later_in_case looks past the policies and tells so little: that two referrals are of one case is told only where
-- whoever looks may see both, and for a page of them at once; the view of module people answers for one record.
-- Why the anchor is a setting: SafeLives counts from the last referral [S20][S21], Kingston and Derbyshire from the last
-- meeting [S19][S28]. Both dates are shown wherever a repeat is told. A case that no meeting heard yet counts from its
-- referral either way: nobody waits for a meeting to be protected.
-- Why the older definition, which asks for something criminal, is no setting: whether an incident would be criminal is
-- recorded for police extracts only. A setting that guessed the rest would miss repeats.
-- Existing rows: windows stay as they are, as the anchor is the referral until a partnership sets it. The settings about
-- triage and drafts were shown and did nothing; their words say now what they do.

insert into access.setting (name, since, value, reason) values
    ('marac_repeat_anchor', '2026-11-01', '0', 'SafeLives: within 12 months of the last referral [S20][S21].');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_repeat_anchor', 'From which day the window of a repeat is counted: 0 for the last referral, 1 for the last meeting that heard it',
     '(0: referral, 1: meeting)', 0, 1,
     'The sources disagree. The referral is the national definition; the meeting gives a longer window.', 215);
update access.setting_bound
set words = 'After how many days its writer is asked about a draft that nobody touched',
    because = 'It holds names and addresses, and nobody but its writer knows of it.'
where name = 'marac_draft_days';

-- The window ----------------------------------------------------------------------------------------------------

create function marac.meeting_day(meeting uuid) returns date
    language sql stable security definer set search_path = marac, pg_temp as $$
    select (t.starts_at at time zone 'Europe/London')::date from meeting.timing t
    where t.meeting_id = meeting_day.meeting order by t.since_at desc, t.id desc limit 1
$$;
comment on function marac.meeting_day is 'The day of a meeting, in England. A day and nothing else: also for agencies that left the board since.';

create view marac.repeat_window with (security_invoker = true) as
select x.record_id, x.referred_at, x.referred_on, x.met_on,
    (case when access.setting_number('marac_repeat_anchor') = 1 then coalesce(x.met_on, x.referred_on) else x.referred_on end
     + make_interval(months => access.setting_number('marac_repeat_months')))::date as until
from (select r.id as record_id, r.referred_at, r.referred_on,
          (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
           where i.record_id = r.id
             and exists (select from meeting.item_event e where e.item_id = i.id and e.what = 'HEARD')) as met_on
      from marac.referral r offset 0) x;
comment on view marac.repeat_window is 'The window of a repeat of each referral, with both dates from which it may be counted. For whoever may see the referral.';
comment on column marac.repeat_window.record_id is 'The referral.';
comment on column marac.repeat_window.referred_at is 'When it was made.';
comment on column marac.repeat_window.referred_on is 'The day in England.';
comment on column marac.repeat_window.met_on is 'The day of the last meeting that heard it; null while none did.';
comment on column marac.repeat_window.until is 'The last day on which further abuse makes a repeat, that day included.';

create or replace function marac.repeat_until(record uuid) returns date
    language sql stable as $$
    select w.until from marac.repeat_window w where w.record_id = repeat_until.record
$$;
comment on function marac.repeat_until is 'The last day on which further abuse makes a repeat of a referral, that day included: so many months after the anchor, by the same day of the month or the last one.';

create function marac.later_in_case(records uuid[]) returns table (record_id uuid, later_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $$
    with mine as (
        select p.record_id, p.part, o.record_id as alike
        from unnest(later_in_case.records) x (id)
        join marac.referred_person p on p.record_id = x.id and p.part in ('VICTIM', 'PERPETRATOR')
        join people.link l on l.record_id = p.person_id and l.ended_at is null
        join people.link o on o.person_id = l.person_id and o.ended_at is null),
    pair as (
        select distinct m.record_id, n.id as later_id
        from mine m
        join marac.referred_person q on q.person_id = m.alike and q.part = 'VICTIM'
        join marac.referral r on r.id = m.record_id
        join marac.referral n on n.id = q.record_id and (n.referred_at, n.id) > (r.referred_at, r.id)
        where m.part = 'VICTIM')
    select p.record_id, p.later_id
    from pair p
    where (not exists (select from marac.referred_person h where h.record_id = p.record_id and h.part = 'PERPETRATOR')
           or not exists (select from marac.referred_person h where h.record_id = p.later_id and h.part = 'PERPETRATOR')
           or exists (select from mine m join marac.referred_person h on h.person_id = m.alike
                      where m.record_id = p.record_id and m.part = 'PERPETRATOR'
                        and h.record_id = p.later_id and h.part = 'PERPETRATOR'))
      and not exists (select from marac.triage t
                      where t.record_id = p.later_id and t.undone_at is null and t.outcome not in ('ACCEPTED', 'EMERGENCY'))
      and access.may_see(p.record_id, 'SUMMARY') and access.may_see(p.later_id, 'SUMMARY')
$$;
comment on function marac.later_in_case is 'For some referrals, later ones of the same case that were not turned away, where whoever looks may see both.';

-- Flags ---------------------------------------------------------------------------------------------------------

create table marac.flag_word (
    code text not null,
    words text not null,
    constraint flag_word_is_identified primary key (code)
);
comment on table marac.flag_word is 'What an agency says of the flags on its files.';
comment on column marac.flag_word.code is 'Name in the code.';
comment on column marac.flag_word.words is 'Name on pages.';
insert into marac.flag_word (code, words) values
    ('SET', 'We flagged our files'), ('REMOVED', 'We removed the flags');

create table marac.flag (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    agency_id uuid not null,
    what text not null,
    after_id uuid,
    said_at timestamptz not null,
    said_by uuid not null,
    undone_at timestamptz,
    undone_by uuid,
    constraint flag_is_identified primary key (id),
    constraint flag_stays_with_its_case unique (id, record_id, agency_id),
    constraint flag_is_for_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint flag_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint flag_says_what_is_known foreign key (what) references marac.flag_word (code),
    constraint flag_follows_a_word_of_its_case foreign key (after_id, record_id, agency_id)
        references marac.flag (id, record_id, agency_id),
    constraint flag_is_said_by_an_account foreign key (said_by) references access.account (id),
    constraint flag_is_undone_by_an_account foreign key (undone_by) references access.account (id),
    constraint flag_is_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create unique index flag_follows_once on marac.flag (record_id, agency_id, coalesce(after_id, record_id))
    where undone_at is null;
create index flag_of_agency on marac.flag (agency_id, what) where undone_at is null;
comment on table marac.flag is 'That an agency flagged its files about a case, or removed the flags. Undone by a time, never taken away.';
comment on column marac.flag.id is 'UUIDv7 made by the application.';
comment on column marac.flag.record_id is 'The referral.';
comment on column marac.flag.kind is 'Always CASE, for the policy.';
comment on column marac.flag.agency_id is 'The agency whose files they are.';
comment on column marac.flag.what is 'What it says.';
comment on column marac.flag.after_id is 'The word that stood before; null for the first. One word follows another once.';
comment on column marac.flag.said_at is 'When.';
comment on column marac.flag.said_by is 'Who said it.';
comment on column marac.flag.undone_at is 'When it was undone.';
comment on column marac.flag.undone_by is 'Who undid it.';

alter table marac.flag enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on marac.flag for select using (('
        || access.rule_for('''CASE''', '''SUMMARY''', 'marac.flag.record_id') || ') and ('
        || 'agency_id = (select access.viewer_agency()) or (select access.viewer_role()) = ''COORDINATOR''))';
end $$;
create policy flag_is_said on marac.flag for insert with check (
    (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA')
    and agency_id = (select access.viewer_agency()) and said_by = (select access.viewer_account())
    and said_at = now() and undone_at is null and access.may_see(record_id, 'SUMMARY'));
create policy flag_is_undone on marac.flag for update
    using ((select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA')
        and agency_id = (select access.viewer_agency()) and undone_at is null and access.may_see(record_id, 'SUMMARY'))
    with check (undone_at = now() and undone_by = (select access.viewer_account()));

grant select on marac.repeat_window, marac.flag_word to witan_application;
grant select, insert on marac.flag to witan_application;
grant update (undone_at, undone_by) on marac.flag to witan_application;
revoke execute on function marac.meeting_day, marac.later_in_case from public;
grant execute on function marac.meeting_day, marac.later_in_case to witan_application;
