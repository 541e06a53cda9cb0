-- What every meeting of the partnership shares: boards that meet again and again, their meetings and dates, what is on an
-- agenda, who was there, what was decided, and the actions that were agreed.
--
-- Why a board knows no case: an agenda item points at a record of the rule by its id and kind, so that the conference, the
-- hub and the tasking group use the same machinery, and none of them is seen through it. Whoever may not see a record
-- finds no item, decision or action of it either: each of those tables stands under the one rule.
-- Why an action is a record of its own, within the record that it was agreed for: its owner may be an agency that takes no
-- part in the case, or somebody who works with the alleged perpetrator and must learn nothing of it. Three layers: that it
-- exists, for whom and by when (SUMMARY); what it is (ACTIONS); and what such a worker is told (PERPETRATOR_VIEW), in
-- words that the coordinator writes for them alone.
-- Why facts and no statuses: when an action was moved, handed on, reported or found not done is what a review asks for
-- after a death. action_term and action_state are never changed; the columns of meeting.action that say how it stands now
-- are made from them by triggers, because a list of all open actions must not read all facts of ten years.
-- Why a meeting is moved by another timing: what was announced stays readable. Why meeting.step: two people who change one
-- action at once must not overwrite each other; the later of them is told.
-- Why the calendar is read by a function: whoever holds the address is nobody who has signed in. It answers with times and
-- places alone.
-- Existing rows: none, this is the first version.

create table meeting.kind (
    code text not null,
    words text not null,
    constraint kind_is_identified primary key (code)
);
comment on table meeting.kind is 'Kinds of board.';
comment on column meeting.kind.code is 'Name in the code.';
comment on column meeting.kind.words is 'Name on pages.';
insert into meeting.kind (code, words) values
    ('MARAC', 'MARAC'), ('HUB', 'Vulnerability Hub'), ('TASKING', 'Tactical Priorities Group');

create table meeting.kind_role (
    kind text not null,
    role text not null,
    keeps text not null,
    constraint kind_role_is_identified primary key (kind, role),
    constraint kind_role_kind_is_known foreign key (kind) references meeting.kind (code),
    constraint kind_role_role_is_known foreign key (role) references access.role (code),
    constraint kind_role_keeps_is_known check (keeps in ('ALWAYS', 'OWNER', 'NEVER'))
);
comment on table meeting.kind_role is 'Which roles take part in which kind of board, and which of them keep it.';
comment on column meeting.kind_role.kind is 'The kind of board.';
comment on column meeting.kind_role.role is 'The role.';
comment on column meeting.kind_role.keeps is 'ALWAYS: keeps every board of the kind; OWNER: those that their agency runs; NEVER: only takes part.';
insert into meeting.kind_role (kind, role, keeps) values
    ('MARAC', 'COORDINATOR', 'ALWAYS'), ('MARAC', 'CHAIR', 'ALWAYS'), ('MARAC', 'REPRESENTATIVE', 'NEVER'),
    ('MARAC', 'IDVA', 'NEVER'), ('HUB', 'HUB_COORDINATOR', 'ALWAYS'), ('HUB', 'REPRESENTATIVE', 'NEVER'),
    ('TASKING', 'TASKING_MEMBER', 'OWNER');

create table meeting.setting_kind (
    code text not null,
    words text not null,
    unit text not null,
    shipped integer not null,
    least integer not null,
    most integer not null,
    source text not null,
    place integer not null,
    constraint setting_kind_is_identified primary key (code),
    constraint setting_kind_has_room check (0 <= least and least <= shipped and shipped <= most)
);
comment on table meeting.setting_kind is 'What a board decides for itself about its dates, what is shipped, and where that comes from.';
comment on column meeting.setting_kind.code is 'Name in the code.';
comment on column meeting.setting_kind.words is 'Name on pages.';
comment on column meeting.setting_kind.unit is 'What is counted, on pages.';
comment on column meeting.setting_kind.shipped is 'What holds until the board sets something.';
comment on column meeting.setting_kind.least is 'Smallest number.';
comment on column meeting.setting_kind.most is 'Largest number.';
comment on column meeting.setting_kind.source is 'Where what is shipped comes from.';
comment on column meeting.setting_kind.place is 'Order in lists.';
insert into meeting.setting_kind (code, words, unit, shipped, least, most, source, place) values
    ('CUT_OFF_DAYS', 'Referrals close before the meeting', 'working days', 9, 0, 30,
     'Background knowledge: the same day or a day before the list goes out. No source was found.', 10),
    ('LIST_OUT_DAYS', 'The list goes out before the meeting', 'working days', 8, 0, 30,
     'Background knowledge: about 8 for a monthly or fortnightly meeting, 2 or 3 for a weekly one. No source was found.', 20),
    ('RESEARCH_DUE_DAYS', 'Research is due before the meeting', 'working days', 2, 0, 20,
     'Background knowledge: 1 or 2. No source was found.', 30),
    ('CHASE_DAYS', 'Open actions are chased before the meeting', 'working days', 5, 0, 20,
     'Agencies report before the next meeting (national action tracking form); how long before is proposed.', 40),
    ('MINUTES_DUE_DAYS', 'Minutes and actions are sent after the meeting', 'working days', 3, 0, 20,
     'Derbyshire: within 3 working days.', 50),
    ('CASE_MINUTES', 'Time for one case', 'minutes', 15, 1, 120,
     'Scottish toolkit: 12 to 15 minutes; one English meeting took about 18.', 60),
    ('NOT_DONE_TIMES', 'An action found not done so often is shown for the steering group', 'times', 2, 1, 10,
     'Persistent failure goes to the steering group (national action tracking form); how often is proposed.', 70);

create table meeting.section (
    code text not null,
    words text not null,
    place integer not null,
    constraint section_is_identified primary key (code)
);
comment on table meeting.section is 'Sections of an agenda, in the order in which they are taken.';
comment on column meeting.section.code is 'Name in the code.';
comment on column meeting.section.words is 'Name on pages.';
comment on column meeting.section.place is 'Order: cases with children first, so that agencies for children can leave.';
insert into meeting.section (code, words, place) values
    ('OPEN_ACTIONS', 'Actions still open', 10), ('WITH_CHILDREN', 'Cases with children', 20),
    ('ADULT_ONLY', 'Cases with adults only', 30), ('PAST_TWELVE_MONTHS', 'Cases past 12 months', 40),
    ('OTHER_BUSINESS', 'Any other business', 50);

create table meeting.mark (
    code text not null,
    words text not null,
    constraint mark_is_identified primary key (code)
);
comment on table meeting.mark is 'Marks of an agenda item.';
comment on column meeting.mark.code is 'Name in the code.';
comment on column meeting.mark.words is 'Name on pages.';
insert into meeting.mark (code, words) values
    ('TRANSFERRED_IN', 'Transferred in'), ('REPEAT', 'Repeat'), ('EMERGENCY', 'Emergency'),
    ('DEFERRED_BEFORE', 'Deferred from an earlier meeting');

create table meeting.item_event_kind (
    code text not null,
    words text not null,
    constraint item_event_kind_is_identified primary key (code)
);
comment on table meeting.item_event_kind is 'What happens to an agenda item.';
comment on column meeting.item_event_kind.code is 'Name in the code.';
comment on column meeting.item_event_kind.words is 'Name on pages.';
insert into meeting.item_event_kind (code, words) values
    ('HEARD', 'Heard'), ('TAKEN_LATER', 'Taken later in the meeting'), ('DEFERRED', 'Deferred to another meeting'),
    ('TAKEN_OFF', 'Taken off the agenda');

create table meeting.capacity (
    code text not null,
    words text not null,
    constraint capacity_is_identified primary key (code)
);
comment on table meeting.capacity is 'As what somebody is invited to a meeting.';
comment on column meeting.capacity.code is 'Name in the code.';
comment on column meeting.capacity.words is 'Name on pages.';
insert into meeting.capacity (code, words) values
    ('REPRESENTATIVE', 'Representative'), ('DEPUTY', 'Deputy'), ('OBSERVER', 'Observer');

create table meeting.state (
    code text not null,
    words text not null,
    closes boolean not null,
    source text not null,
    constraint state_is_identified primary key (code)
);
comment on table meeting.state is 'How an action stands.';
comment on column meeting.state.code is 'Name in the code.';
comment on column meeting.state.words is 'Name on pages.';
comment on column meeting.state.closes is 'Whether nothing remains to be done. What an agency did not do remains.';
comment on column meeting.state.source is 'Where it comes from.';
insert into meeting.state (code, words, closes, source) values
    ('PROPOSED', 'Proposed', false, 'proposed, after the action tracking form and the minutes template'),
    ('ACCEPTED', 'Accepted', false, 'proposed, after the action tracking form and the minutes template'),
    ('IN_PROGRESS', 'In progress', false, 'proposed, after the action tracking form and the minutes template'),
    ('COMPLETE', 'Complete', true, 'action tracking form'),
    ('NOT_POSSIBLE', 'Not possible: circumstances changed', true, 'minutes template'),
    ('NOT_DONE', 'Not done by the agency', false, 'minutes template'),
    ('SUPERSEDED', 'Superseded', true, 'proposed, after the action tracking form and the minutes template'),
    ('ESCALATED', 'Escalated', false, 'action tracking form: persistent failure goes to the steering group');

create table meeting.area (
    code text not null,
    words text not null,
    place integer not null,
    constraint area_is_identified primary key (code)
);
comment on table meeting.area is 'Groups of actions.';
comment on column meeting.area.code is 'Name in the code.';
comment on column meeting.area.words is 'Name on pages.';
comment on column meeting.area.place is 'Order in lists.';
insert into meeting.area (code, words, place) values
    ('HOME_SAFETY', 'Safety at home', 10), ('FLAGGING', 'Flagging', 20),
    ('SPECIALIST_SUPPORT', 'Specialist support', 30), ('HOUSING', 'Housing', 40), ('CHILDREN', 'Children', 50),
    ('PERPETRATOR', 'Alleged perpetrator', 60), ('HEALTH', 'Health', 70),
    ('ADULT_SAFEGUARDING', 'Adult safeguarding', 80), ('INFORMATION', 'Information', 90);

create table meeting.subject (
    code text not null,
    words text not null,
    place integer not null,
    constraint subject_is_identified primary key (code)
);
comment on table meeting.subject is 'About whom an action is.';
comment on column meeting.subject.code is 'Name in the code.';
comment on column meeting.subject.words is 'Name on pages.';
comment on column meeting.subject.place is 'Order in lists.';
insert into meeting.subject (code, words, place) values
    ('VICTIM', 'Victim', 10), ('CHILD', 'Child', 20), ('PERPETRATOR', 'Alleged perpetrator', 30), ('OTHER', 'Other', 40);

-- Boards ----------------------------------------------------------------------------------------------------------

create table meeting.board (
    id uuid not null,
    kind text not null,
    name text not null,
    area text not null,
    agency_id uuid not null,
    made_at timestamptz not null,
    made_by uuid not null,
    closed_at timestamptz,
    version integer not null default 0,
    constraint board_is_identified primary key (id),
    constraint board_kind_is_known foreign key (kind) references meeting.kind (code),
    constraint board_is_run_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint board_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint board_has_a_name check (name <> '' and length(name) <= 120 and length(area) <= 200),
    constraint board_closes_after_it_is_made check (closed_at >= made_at)
);
create unique index board_name_is_used_once on meeting.board (lower(name)) where closed_at is null;
comment on table meeting.board is 'A meeting of the partnership that recurs, such as one MARAC.';
comment on column meeting.board.id is 'UUIDv7 made by the application.';
comment on column meeting.board.kind is 'What kind of board it is.';
comment on column meeting.board.name is 'Its name as the partnership uses it.';
comment on column meeting.board.area is 'For which area it meets, in words; may be empty.';
comment on column meeting.board.agency_id is 'The agency that runs it.';
comment on column meeting.board.made_at is 'When it was entered.';
comment on column meeting.board.made_by is 'Who entered it.';
comment on column meeting.board.closed_at is 'When it ceased to meet, if it did.';
comment on column meeting.board.version is 'Counts changes, so that an edit of a stale page is noticed.';

create table meeting.board_agency (
    id uuid not null,
    board_id uuid not null,
    agency_id uuid not null,
    core boolean not null,
    from_at timestamptz not null,
    added_by uuid not null,
    until_at timestamptz,
    ended_by uuid,
    constraint board_agency_is_identified primary key (id),
    constraint board_agency_of_a_board foreign key (board_id) references meeting.board (id),
    constraint board_agency_is_an_agency foreign key (agency_id) references access.agency (id),
    constraint board_agency_is_added_by_an_account foreign key (added_by) references access.account (id),
    constraint board_agency_is_ended_by_an_account foreign key (ended_by) references access.account (id),
    constraint board_agency_is_ended_by_somebody check ((until_at is null) = (ended_by is null)),
    constraint board_agency_runs_forward check (from_at <= until_at)
);
create unique index board_agency_is_a_member_once on meeting.board_agency (board_id, agency_id) where until_at is null;
create index board_agency_of_agency on meeting.board_agency (agency_id) where until_at is null;
comment on table meeting.board_agency is 'Agencies that take part in a board, between two times.';
comment on column meeting.board_agency.id is 'UUIDv7 made by the application.';
comment on column meeting.board_agency.board_id is 'The board.';
comment on column meeting.board_agency.agency_id is 'The agency.';
comment on column meeting.board_agency.core is 'Whether the board is only complete with it.';
comment on column meeting.board_agency.from_at is 'Since when.';
comment on column meeting.board_agency.added_by is 'Who added it.';
comment on column meeting.board_agency.until_at is 'Until when; null while it takes part.';
comment on column meeting.board_agency.ended_by is 'Who ended it.';

create table meeting.board_setting (
    board_id uuid not null,
    name text not null,
    since_at timestamptz not null,
    value integer not null,
    reason text not null,
    set_by uuid not null,
    constraint board_setting_is_identified primary key (board_id, name, since_at),
    constraint board_setting_of_a_board foreign key (board_id) references meeting.board (id),
    constraint board_setting_is_known foreign key (name) references meeting.setting_kind (code),
    constraint board_setting_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint board_setting_has_a_reason check (reason <> '' and length(reason) <= 2000)
);
comment on table meeting.board_setting is 'What a board decided for itself. A new value is a new row; the latest counts.';
comment on column meeting.board_setting.board_id is 'The board.';
comment on column meeting.board_setting.name is 'Name of the setting.';
comment on column meeting.board_setting.since_at is 'When the value was set.';
comment on column meeting.board_setting.value is 'The value, in the unit of the setting.';
comment on column meeting.board_setting.reason is 'Why.';
comment on column meeting.board_setting.set_by is 'Who set it.';

create table meeting.bank_holiday (
    id uuid not null,
    on_day date not null,
    off boolean not null,
    words text not null,
    said_at timestamptz not null,
    said_by uuid not null,
    constraint bank_holiday_is_identified primary key (id),
    constraint bank_holiday_is_said_by_an_account foreign key (said_by) references access.account (id),
    constraint bank_holiday_has_words check (words <> '' and length(words) <= 200)
);
create index bank_holiday_on_day on meeting.bank_holiday (on_day, said_at desc);
comment on table meeting.bank_holiday is 'Days that the partnership adds to the bank holidays of England, or takes from them. The latest row for a day counts.';
comment on column meeting.bank_holiday.id is 'UUIDv7 made by the application.';
comment on column meeting.bank_holiday.on_day is 'The day.';
comment on column meeting.bank_holiday.off is 'True: nobody works; false: it is an ordinary day after all.';
comment on column meeting.bank_holiday.words is 'Why, such as the name of the holiday.';
comment on column meeting.bank_holiday.said_at is 'When it was said.';
comment on column meeting.bank_holiday.said_by is 'Who said it.';

-- Meetings --------------------------------------------------------------------------------------------------------

create table meeting.meeting (
    id uuid not null,
    board_id uuid not null,
    made_at timestamptz not null,
    made_by uuid not null,
    list_out_at timestamptz,
    list_out_by uuid,
    cancelled_at timestamptz,
    cancelled_by uuid,
    cancelled_because text,
    version integer not null default 0,
    constraint meeting_is_identified primary key (id),
    constraint meeting_of_a_board foreign key (board_id) references meeting.board (id),
    constraint meeting_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint meeting_list_is_sent_by_an_account foreign key (list_out_by) references access.account (id),
    constraint meeting_is_cancelled_by_an_account foreign key (cancelled_by) references access.account (id),
    constraint meeting_list_is_sent_by_somebody check ((list_out_at is null) = (list_out_by is null)),
    constraint meeting_is_cancelled_whole check ((cancelled_at is null) = (cancelled_by is null)
        and (cancelled_at is null) = (cancelled_because is null)),
    constraint meeting_is_cancelled_for_a_reason check (cancelled_because <> '' and length(cancelled_because) <= 2000)
);
create index meeting_of_board on meeting.meeting (board_id);
comment on table meeting.meeting is 'One meeting of a board. When and where it is stands in its timings.';
comment on column meeting.meeting.id is 'UUIDv7 made by the application.';
comment on column meeting.meeting.board_id is 'The board.';
comment on column meeting.meeting.made_at is 'When it was entered.';
comment on column meeting.meeting.made_by is 'Who entered it.';
comment on column meeting.meeting.list_out_at is 'When the list went out to the agencies, if it did.';
comment on column meeting.meeting.list_out_by is 'Who sent it.';
comment on column meeting.meeting.cancelled_at is 'When it was cancelled, if it was.';
comment on column meeting.meeting.cancelled_by is 'Who cancelled it.';
comment on column meeting.meeting.cancelled_because is 'Why.';
comment on column meeting.meeting.version is 'Counts changes, so that an edit of a stale page is noticed.';

create table meeting.timing (
    id uuid not null,
    meeting_id uuid not null,
    starts_at timestamptz not null,
    minutes integer not null,
    place text not null,
    link text not null,
    reason text not null,
    since_at timestamptz not null,
    set_by uuid not null,
    version integer not null,
    constraint timing_is_identified primary key (id),
    constraint timing_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint timing_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint timing_lasts check (minutes between 5 and 1440),
    constraint timing_is_short check (length(place) <= 300 and length(link) <= 500 and length(reason) <= 2000),
    constraint timing_follows_another unique (meeting_id, version)
);
comment on table meeting.timing is 'When and where a meeting is. Insert-only: a meeting that is moved gets another; the latest counts.';
comment on column meeting.timing.id is 'UUIDv7 made by the application.';
comment on column meeting.timing.meeting_id is 'The meeting.';
comment on column meeting.timing.starts_at is 'When it starts.';
comment on column meeting.timing.minutes is 'How long it is planned to last.';
comment on column meeting.timing.place is 'Where, in words; may be empty.';
comment on column meeting.timing.link is 'Address of the meeting on line; never leaves for a calendar; may be empty.';
comment on column meeting.timing.reason is 'Why it was moved; empty for the first.';
comment on column meeting.timing.since_at is 'When it was set.';
comment on column meeting.timing.set_by is 'Who set it.';
comment on column meeting.timing.version is 'The version of the meeting that it made.';
create trigger timing_stays before update or delete on meeting.timing
    for each row execute function access.refuse_change();

create table meeting.attendance (
    id uuid not null,
    meeting_id uuid not null,
    replaces_id uuid,
    agency_id uuid not null,
    account_id uuid,
    name text not null,
    capacity text not null,
    came text not null,
    information_sent_on date,
    statement_signed_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    constraint attendance_is_identified primary key (id),
    constraint attendance_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint attendance_stays_at_its_meeting unique (id, meeting_id),
    constraint attendance_replaces_one_of_its_meeting foreign key (replaces_id, meeting_id)
        references meeting.attendance (id, meeting_id),
    constraint attendance_is_replaced_once unique (replaces_id),
    constraint attendance_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint attendance_is_of_an_account foreign key (account_id) references access.account (id),
    constraint attendance_capacity_is_known foreign key (capacity) references meeting.capacity (code),
    constraint attendance_came_is_known check (came in ('PRESENT', 'APOLOGIES', 'ABSENT')),
    constraint attendance_has_a_name check (name <> '' and length(name) <= 160),
    constraint attendance_is_recorded_by_an_account foreign key (recorded_by) references access.account (id)
);
create index attendance_at_meeting on meeting.attendance (meeting_id);
comment on table meeting.attendance is 'Who came to a meeting, or sent apologies. Insert-only: a correction is another row that replaces the first.';
comment on column meeting.attendance.id is 'UUIDv7 made by the application.';
comment on column meeting.attendance.meeting_id is 'The meeting.';
comment on column meeting.attendance.replaces_id is 'The row that this one puts right; null for the first.';
comment on column meeting.attendance.agency_id is 'For which agency.';
comment on column meeting.attendance.account_id is 'Who, when they have an account; null for others.';
comment on column meeting.attendance.name is 'Their name at the time.';
comment on column meeting.attendance.capacity is 'As what they were invited.';
comment on column meeting.attendance.came is 'PRESENT, APOLOGIES or ABSENT.';
comment on column meeting.attendance.information_sent_on is 'Day on which they sent information instead of coming, if they did.';
comment on column meeting.attendance.statement_signed_on is 'Day on which they signed the confidentiality statement, if they did.';
comment on column meeting.attendance.recorded_at is 'When it was recorded.';
comment on column meeting.attendance.recorded_by is 'Who recorded it.';
create trigger attendance_stays before update or delete on meeting.attendance
    for each row execute function access.refuse_change();

-- Agendas ---------------------------------------------------------------------------------------------------------

create table meeting.item (
    id uuid not null,
    meeting_id uuid not null,
    record_id uuid not null,
    kind text not null,
    part text not null default 'SUMMARY',
    section text not null,
    place integer not null,
    put_on_at timestamptz not null,
    put_on_by uuid not null,
    off_at timestamptz,
    constraint item_is_identified primary key (id),
    constraint item_stays_with_its_record unique (id, record_id, kind),
    constraint item_of_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint item_is_of_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint item_belongs_to_the_summary check (part = 'SUMMARY'),
    constraint item_section_is_known foreign key (section) references meeting.section (code),
    constraint item_is_put_on_by_an_account foreign key (put_on_by) references access.account (id)
);
create unique index item_is_on_an_agenda_once on meeting.item (meeting_id, record_id) where off_at is null;
create index item_of_record on meeting.item (record_id);
comment on table meeting.item is 'A record on the agenda of a meeting.';
comment on column meeting.item.id is 'UUIDv7 made by the application.';
comment on column meeting.item.meeting_id is 'The meeting.';
comment on column meeting.item.record_id is 'The record.';
comment on column meeting.item.kind is 'Its kind, kept equal to the record by the foreign key, for the policy.';
comment on column meeting.item.part is 'Always SUMMARY, for the policy.';
comment on column meeting.item.section is 'The section of the agenda.';
comment on column meeting.item.place is 'Order within the section.';
comment on column meeting.item.put_on_at is 'When it was put on.';
comment on column meeting.item.put_on_by is 'Who put it on.';
comment on column meeting.item.off_at is 'When it was taken off or deferred; its event says why.';

create table meeting.item_mark (
    item_id uuid not null,
    record_id uuid not null,
    kind text not null,
    part text not null default 'SUMMARY',
    mark text not null,
    constraint item_mark_is_identified primary key (item_id, mark),
    constraint item_mark_of_an_item foreign key (item_id, record_id, kind) references meeting.item (id, record_id, kind),
    constraint item_mark_belongs_to_the_summary check (part = 'SUMMARY'),
    constraint item_mark_is_known foreign key (mark) references meeting.mark (code)
);
comment on table meeting.item_mark is 'Marks of an agenda item, such as that it was transferred in.';
comment on column meeting.item_mark.item_id is 'The item.';
comment on column meeting.item_mark.record_id is 'The record.';
comment on column meeting.item_mark.kind is 'Its kind, for the policy.';
comment on column meeting.item_mark.part is 'Always SUMMARY, for the policy.';
comment on column meeting.item_mark.mark is 'The mark.';

create table meeting.item_event (
    id uuid not null,
    item_id uuid not null,
    record_id uuid not null,
    kind text not null,
    part text not null default 'SUMMARY',
    what text not null,
    to_item_id uuid,
    words text not null,
    at timestamptz not null,
    by uuid not null,
    constraint item_event_is_identified primary key (id),
    constraint item_event_of_an_item foreign key (item_id, record_id, kind) references meeting.item (id, record_id, kind),
    constraint item_event_belongs_to_the_summary check (part = 'SUMMARY'),
    constraint item_event_is_known foreign key (what) references meeting.item_event_kind (code),
    constraint item_event_defers_to_an_item foreign key (to_item_id) references meeting.item (id),
    constraint item_event_deferred_goes_somewhere check (to_item_id is null or what = 'DEFERRED'),
    constraint item_event_off_has_a_reason check (what not in ('DEFERRED', 'TAKEN_OFF') or words <> ''),
    constraint item_event_is_short check (length(words) <= 2000),
    constraint item_event_is_by_an_account foreign key (by) references access.account (id)
);
create index item_event_of_item on meeting.item_event (item_id, at);
comment on table meeting.item_event is 'What happened to an agenda item. Insert-only.';
comment on column meeting.item_event.id is 'UUIDv7 made by the application.';
comment on column meeting.item_event.item_id is 'The item.';
comment on column meeting.item_event.record_id is 'The record.';
comment on column meeting.item_event.kind is 'Its kind, for the policy.';
comment on column meeting.item_event.part is 'Always SUMMARY, for the policy.';
comment on column meeting.item_event.what is 'What happened.';
comment on column meeting.item_event.to_item_id is 'The item of the meeting to which it was deferred, if it was.';
comment on column meeting.item_event.words is 'Why; may be empty where nothing was put off.';
comment on column meeting.item_event.at is 'When.';
comment on column meeting.item_event.by is 'By whom.';
create trigger item_event_stays before update or delete on meeting.item_event
    for each row execute function access.refuse_change();

create table meeting.decision (
    id uuid not null,
    item_id uuid not null,
    record_id uuid not null,
    kind text not null,
    part text not null default 'MINUTES',
    words text not null,
    corrects_id uuid,
    decided_at timestamptz not null,
    written_by uuid not null,
    constraint decision_is_identified primary key (id),
    constraint decision_of_an_item foreign key (item_id, record_id, kind) references meeting.item (id, record_id, kind),
    constraint decision_belongs_to_the_minutes check (part = 'MINUTES'),
    constraint decision_has_words check (words <> '' and length(words) <= 10000),
    constraint decision_stays_with_its_item unique (id, item_id),
    constraint decision_corrects_one_of_its_item foreign key (corrects_id, item_id)
        references meeting.decision (id, item_id),
    constraint decision_is_corrected_once unique (corrects_id),
    constraint decision_is_written_by_an_account foreign key (written_by) references access.account (id)
);
create index decision_of_item on meeting.decision (item_id, decided_at);
comment on table meeting.decision is 'What a meeting decided about an item. Insert-only; a correction is another row.';
comment on column meeting.decision.id is 'UUIDv7 made by the application.';
comment on column meeting.decision.item_id is 'The item.';
comment on column meeting.decision.record_id is 'The record.';
comment on column meeting.decision.kind is 'Its kind, for the policy.';
comment on column meeting.decision.part is 'Always MINUTES, for the policy.';
comment on column meeting.decision.words is 'What was decided.';
comment on column meeting.decision.corrects_id is 'The decision that this one puts right.';
comment on column meeting.decision.decided_at is 'When it was written.';
comment on column meeting.decision.written_by is 'Who wrote it.';
create trigger decision_stays before update or delete on meeting.decision
    for each row execute function access.refuse_change();

-- Actions ---------------------------------------------------------------------------------------------------------

create table meeting.action (
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null default 'SUMMARY',
    board_id uuid not null,
    item_id uuid,
    made_at timestamptz not null,
    made_by uuid not null,
    version integer not null default 0,
    agency_id uuid,
    owner_id uuid,
    due_on date,
    state text not null default 'PROPOSED',
    open boolean not null default true,
    stands_since timestamptz not null,
    not_done integer not null default 0,
    constraint action_is_identified primary key (record_id),
    constraint action_is_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint action_is_an_action check (kind = 'ACTION' and part = 'SUMMARY'),
    constraint action_of_a_board foreign key (board_id) references meeting.board (id),
    constraint action_is_agreed_on_an_item foreign key (item_id) references meeting.item (id),
    constraint action_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint action_agency_is_an_agency foreign key (agency_id) references access.agency (id),
    constraint action_owner_is_an_account foreign key (owner_id) references access.account (id),
    constraint action_state_is_known foreign key (state) references meeting.state (code)
);
create index action_open_of_agency on meeting.action (agency_id, due_on) where open;
create index action_open_of_owner on meeting.action (owner_id, due_on) where open;
create index action_open_of_board on meeting.action (board_id, due_on) where open;
create index action_of_item on meeting.action (item_id);
comment on table meeting.action is 'An action that was agreed or proposed: a record within the record that it is for. How it stands now is made from its facts by triggers.';
comment on column meeting.action.record_id is 'The record of the rule.';
comment on column meeting.action.kind is 'Always ACTION, for the policy.';
comment on column meeting.action.part is 'Always SUMMARY, for the policy.';
comment on column meeting.action.board_id is 'The board that follows it up.';
comment on column meeting.action.item_id is 'The agenda item on which it was agreed; null when it was agreed outside a meeting.';
comment on column meeting.action.made_at is 'When it was written down.';
comment on column meeting.action.made_by is 'Who wrote it down.';
comment on column meeting.action.version is 'Counts changes: meeting.step lets one change at a time through.';
comment on column meeting.action.agency_id is 'Which agency does it, by its latest term; null while nobody does.';
comment on column meeting.action.owner_id is 'Who there does it, by its latest term; null when nobody is named.';
comment on column meeting.action.due_on is 'By when, by its latest term; null without a date.';
comment on column meeting.action.state is 'How it stands, by its latest state.';
comment on column meeting.action.open is 'Whether something remains to be done.';
comment on column meeting.action.stands_since is 'Since when it stands so.';
comment on column meeting.action.not_done is 'How often it was found not done.';

create table meeting.action_term (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null default 'SUMMARY',
    agency_id uuid,
    owner_id uuid,
    due_on date,
    since_at timestamptz not null,
    set_by uuid not null,
    constraint action_term_is_identified primary key (id),
    constraint action_term_of_an_action foreign key (record_id) references meeting.action (record_id),
    constraint action_term_is_in_the_summary check (kind = 'ACTION' and part = 'SUMMARY'),
    constraint action_term_agency_is_an_agency foreign key (agency_id) references access.agency (id),
    constraint action_term_owner_is_an_account foreign key (owner_id) references access.account (id),
    constraint action_term_owner_acts_for_an_agency check (owner_id is null or agency_id is not null),
    constraint action_term_is_set_by_an_account foreign key (set_by) references access.account (id)
);
create index action_term_of_action on meeting.action_term (record_id, since_at);
comment on table meeting.action_term is 'Who does an action and by when. Insert-only: each change is another row; the latest counts.';
comment on column meeting.action_term.id is 'UUIDv7 made by the application.';
comment on column meeting.action_term.record_id is 'The action.';
comment on column meeting.action_term.kind is 'Always ACTION, for the policy.';
comment on column meeting.action_term.part is 'Always SUMMARY, for the policy.';
comment on column meeting.action_term.agency_id is 'The agency; null while nobody does it.';
comment on column meeting.action_term.owner_id is 'Who does it there; null when nobody is named.';
comment on column meeting.action_term.due_on is 'By when; null without a date.';
comment on column meeting.action_term.since_at is 'When this was set.';
comment on column meeting.action_term.set_by is 'Who set it.';

create table meeting.action_content (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null default 'ACTIONS',
    words text not null,
    area text not null,
    subject text not null,
    since_at timestamptz not null,
    set_by uuid not null,
    constraint action_content_is_identified primary key (id),
    constraint action_content_of_an_action foreign key (record_id) references meeting.action (record_id),
    constraint action_content_is_in_the_actions check (kind = 'ACTION' and part = 'ACTIONS'),
    constraint action_content_area_is_known foreign key (area) references meeting.area (code),
    constraint action_content_subject_is_known foreign key (subject) references meeting.subject (code),
    constraint action_content_has_words check (words <> '' and length(words) <= 2000),
    constraint action_content_is_set_by_an_account foreign key (set_by) references access.account (id)
);
create index action_content_of_action on meeting.action_content (record_id, since_at);
comment on table meeting.action_content is 'What an action is, in words. Insert-only: each change is another row; the latest counts.';
comment on column meeting.action_content.id is 'UUIDv7 made by the application.';
comment on column meeting.action_content.record_id is 'The action.';
comment on column meeting.action_content.kind is 'Always ACTION, for the policy.';
comment on column meeting.action_content.part is 'Always ACTIONS, for the policy.';
comment on column meeting.action_content.words is 'What is done.';
comment on column meeting.action_content.area is 'Its group.';
comment on column meeting.action_content.subject is 'About whom it is.';
comment on column meeting.action_content.since_at is 'When this was set.';
comment on column meeting.action_content.set_by is 'Who set it.';

create table meeting.action_state (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null default 'SUMMARY',
    state text not null,
    done_on date,
    at timestamptz not null,
    by uuid not null,
    agency_id uuid not null,
    constraint action_state_is_identified primary key (id),
    constraint action_state_stays_with_its_action unique (id, record_id),
    constraint action_state_of_an_action foreign key (record_id) references meeting.action (record_id),
    constraint action_state_is_in_the_summary check (kind = 'ACTION' and part = 'SUMMARY'),
    constraint action_state_code_is_known foreign key (state) references meeting.state (code),
    constraint action_state_complete_has_a_day check ((state = 'COMPLETE') = (done_on is not null)),
    constraint action_state_is_by_an_account foreign key (by) references access.account (id),
    constraint action_state_is_said_for_an_agency foreign key (agency_id) references access.agency (id)
);
create index action_state_of_action on meeting.action_state (record_id, at);
comment on table meeting.action_state is 'How an action stands, since when, and who said so. Insert-only; the latest counts.';
comment on column meeting.action_state.id is 'UUIDv7 made by the application.';
comment on column meeting.action_state.record_id is 'The action.';
comment on column meeting.action_state.kind is 'Always ACTION, for the policy.';
comment on column meeting.action_state.part is 'Always SUMMARY, for the policy: what was said about it stands apart.';
comment on column meeting.action_state.state is 'How it stands.';
comment on column meeting.action_state.done_on is 'The day on which it was done, when it is complete.';
comment on column meeting.action_state.at is 'When it was reported.';
comment on column meeting.action_state.by is 'Who reported it.';
comment on column meeting.action_state.agency_id is 'For which agency they did.';

create table meeting.action_remark (
    state_id uuid not null,
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null,
    words text not null,
    constraint action_remark_is_one_for_a_state primary key (state_id),
    constraint action_remark_of_a_state foreign key (state_id, record_id) references meeting.action_state (id, record_id),
    constraint action_remark_is_of_an_action check (kind = 'ACTION' and part in ('ACTIONS', 'PERPETRATOR_VIEW')),
    constraint action_remark_has_words check (words <> '' and length(words) <= 2000)
);
create index action_remark_of_action on meeting.action_remark (record_id);
comment on table meeting.action_remark is 'What was said with a state: what was done, what changed, why it was not done. Insert-only.';
comment on column meeting.action_remark.state_id is 'The state.';
comment on column meeting.action_remark.record_id is 'The action.';
comment on column meeting.action_remark.kind is 'Always ACTION, for the policy.';
comment on column meeting.action_remark.part is 'ACTIONS; PERPETRATOR_VIEW when somebody said it who works with the alleged perpetrator.';
comment on column meeting.action_remark.words is 'What was said.';

create table meeting.action_for_worker (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null default 'PERPETRATOR_VIEW',
    words text not null,
    written_at timestamptz not null,
    written_by uuid not null,
    constraint action_for_worker_is_identified primary key (id),
    constraint action_for_worker_of_an_action foreign key (record_id) references meeting.action (record_id),
    constraint action_for_worker_is_in_their_view check (kind = 'ACTION' and part = 'PERPETRATOR_VIEW'),
    constraint action_for_worker_has_words check (words <> '' and length(words) <= 2000),
    constraint action_for_worker_is_written_by_an_account foreign key (written_by) references access.account (id)
);
create index action_for_worker_of_action on meeting.action_for_worker (record_id, written_at);
comment on table meeting.action_for_worker is 'What somebody who works with the alleged perpetrator is told to do: all that they read of an action. Insert-only; the latest counts.';
comment on column meeting.action_for_worker.id is 'UUIDv7 made by the application.';
comment on column meeting.action_for_worker.record_id is 'The action.';
comment on column meeting.action_for_worker.kind is 'Always ACTION, for the policy.';
comment on column meeting.action_for_worker.part is 'Always PERPETRATOR_VIEW, for the policy.';
comment on column meeting.action_for_worker.words is 'What they are asked to do.';
comment on column meeting.action_for_worker.written_at is 'When it was written.';
comment on column meeting.action_for_worker.written_by is 'Which coordinator wrote it.';

create table meeting.chase (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'ACTION',
    part text not null default 'SUMMARY',
    chased_at timestamptz not null,
    chased_by uuid not null,
    constraint chase_is_identified primary key (id),
    constraint chase_of_an_action foreign key (record_id) references meeting.action (record_id),
    constraint chase_is_in_the_summary check (kind = 'ACTION' and part = 'SUMMARY'),
    constraint chase_is_by_an_account foreign key (chased_by) references access.account (id)
);
create index chase_of_action on meeting.chase (record_id, chased_at);
comment on table meeting.chase is 'The coordinator asked how an action stands. Insert-only.';
comment on column meeting.chase.id is 'UUIDv7 made by the application.';
comment on column meeting.chase.record_id is 'The action.';
comment on column meeting.chase.kind is 'Always ACTION, for the policy.';
comment on column meeting.chase.part is 'Always SUMMARY, for the policy.';
comment on column meeting.chase.chased_at is 'When.';
comment on column meeting.chase.chased_by is 'Who asked.';

create trigger action_term_stays before update or delete on meeting.action_term
    for each row execute function access.refuse_change();
create trigger action_content_stays before update or delete on meeting.action_content
    for each row execute function access.refuse_change();
create trigger action_state_stays before update or delete on meeting.action_state
    for each row execute function access.refuse_change();
create trigger action_remark_stays before update or delete on meeting.action_remark
    for each row execute function access.refuse_change();
create trigger action_for_worker_stays before update or delete on meeting.action_for_worker
    for each row execute function access.refuse_change();
create trigger chase_stays before update or delete on meeting.chase for each row execute function access.refuse_change();

create function meeting.apply_term() returns trigger
    language plpgsql security definer set search_path = meeting, pg_temp as $$
begin
    update meeting.action a set agency_id = new.agency_id, owner_id = new.owner_id, due_on = new.due_on
    where a.record_id = new.record_id;
    return null;
end $$;
comment on function meeting.apply_term is 'An action is for whom, and due when, its latest term says.';
create trigger action_term_applies after insert on meeting.action_term
    for each row execute function meeting.apply_term();

create function meeting.apply_state() returns trigger
    language plpgsql security definer set search_path = meeting, pg_temp as $$
begin
    update meeting.action a
    set state = new.state, open = not k.closes, stands_since = new.at,
        not_done = a.not_done + case when new.state = 'NOT_DONE' then 1 else 0 end
    from meeting.state k
    where a.record_id = new.record_id and k.code = new.state;
    return null;
end $$;
comment on function meeting.apply_state is 'An action stands as its latest state says.';
create trigger action_state_applies after insert on meeting.action_state
    for each row execute function meeting.apply_state();

-- Calendars -------------------------------------------------------------------------------------------------------

create table meeting.calendar (
    id uuid not null,
    account_id uuid not null,
    digest bytea not null,
    made_at timestamptz not null,
    revoked_at timestamptz,
    constraint calendar_is_identified primary key (id),
    constraint calendar_is_of_an_account foreign key (account_id) references access.account (id),
    constraint calendar_digest_is_used_once unique (digest),
    constraint calendar_digest_is_one check (length(digest) = 32)
);
create index calendar_of_account on meeting.calendar (account_id);
comment on table meeting.calendar is 'An address from which somebody''s calendar program reads when meetings are. The address itself is not kept, only its digest.';
comment on column meeting.calendar.id is 'UUIDv7 made by the application.';
comment on column meeting.calendar.account_id is 'Whose it is.';
comment on column meeting.calendar.digest is 'SHA-256 of the secret in the address.';
comment on column meeting.calendar.made_at is 'When it was made.';
comment on column meeting.calendar.revoked_at is 'When it ceased to answer, if it did.';

-- Who may read and write ------------------------------------------------------------------------------------------

create function meeting.takes_part(board uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select exists (select from meeting.board b
                   join meeting.kind_role k on k.kind = b.kind
                   join access.viewer v on v.role = k.role
                   where b.id = takes_part.board and access.viewer_in_force()
                     and (k.keeps = 'ALWAYS' or b.agency_id = v.agency_id
                          or exists (select from meeting.board_agency m
                                     where m.board_id = b.id and m.agency_id = v.agency_id and m.until_at is null)))
$$;
comment on function meeting.takes_part is 'Whether whoever looks takes part in a board: by their role, and their agency unless they keep all boards of the kind.';

create function meeting.keeps(board uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select exists (select from meeting.board b
                   join meeting.kind_role k on k.kind = b.kind
                   join access.viewer v on v.role = k.role
                   where b.id = keeps.board and access.viewer_in_force()
                     and (k.keeps = 'ALWAYS' or (k.keeps = 'OWNER' and b.agency_id = v.agency_id)))
$$;
comment on function meeting.keeps is 'Whether whoever looks keeps a board.';

create function meeting.keeps_some(kind text, agency uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select exists (select from meeting.kind_role k join access.viewer v on v.role = k.role
                   where k.kind = coalesce(keeps_some.kind, k.kind) and access.viewer_in_force()
                     and (k.keeps = 'ALWAYS'
                          or (k.keeps = 'OWNER' and coalesce(keeps_some.agency, v.agency_id) = v.agency_id)))
$$;
comment on function meeting.keeps_some is 'Whether whoever looks keeps boards of a kind that an agency runs; of any kind and agency when these are null.';

create function meeting.takes_part_in(meeting uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select meeting.takes_part((select m.board_id from meeting.meeting m where m.id = takes_part_in.meeting))
$$;
comment on function meeting.takes_part_in is 'Whether whoever looks takes part in the board of a meeting.';

create function meeting.keeps_meeting(meeting uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select meeting.keeps((select m.board_id from meeting.meeting m where m.id = keeps_meeting.meeting))
$$;
comment on function meeting.keeps_meeting is 'Whether whoever looks keeps the board of a meeting.';

create function meeting.keeps_item(item uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select meeting.keeps_meeting((select i.meeting_id from meeting.item i where i.id = keeps_item.item))
$$;
comment on function meeting.keeps_item is 'Whether whoever looks keeps the board on whose agenda an item is.';

create function meeting.registered_now(record uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select exists (select from access.record r join access.viewer v on true
                   where r.id = registered_now.record and r.kind = 'ACTION' and r.registered_at = now())
$$;
comment on function meeting.registered_now is 'Whether an action was registered in this transaction, for policies.';

create function meeting.written_now(record uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select exists (select from meeting.action a join access.viewer v on v.account_id = a.made_by
                   where a.record_id = written_now.record and a.made_at = now())
$$;
comment on function meeting.written_now is 'Whether whoever looks writes an action down in this transaction, for policies.';

create function meeting.may_report(record uuid) returns boolean
    language plpgsql stable security definer set search_path = meeting, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
    a meeting.action;
begin
    select * into a from meeting.action one where one.record_id = may_report.record;
    if v.entry_id is null or a.record_id is null or not access.sees(v, record, 'ACTION', 'SUMMARY') then
        return false;
    end if;
    return v.role in ('COORDINATOR', 'CHAIR')
        or (v.role in ('REPRESENTATIVE', 'IDVA') and a.agency_id = v.agency_id)
        or (v.role in ('REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER', 'PERPETRATOR_WORKER')
            and exists (select from access.hands h
                        where h.membership_id = v.membership_id and h.account_id = a.owner_id));
end $$;
comment on function meeting.may_report is 'Whether whoever looks may say how an action stands: who keeps the board, who speaks for its agency, and its owner.';

create function meeting.may_arrange(record uuid) returns boolean
    language plpgsql stable security definer set search_path = meeting, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
begin
    return v.entry_id is not null and v.role in ('COORDINATOR', 'CHAIR')
        and access.sees(v, record, 'ACTION', 'ACTIONS')
        and exists (select from meeting.action a where a.record_id = may_arrange.record);
end $$;
comment on function meeting.may_arrange is 'Whether whoever looks may change what an action is, who does it and by when.';

create function meeting.step(record uuid, version integer) returns boolean
    language plpgsql security definer set search_path = meeting, pg_temp as $$
begin
    if not meeting.may_report(step.record) then
        raise exception 'may not change this action' using errcode = 'WI006';
    end if;
    update meeting.action a set version = a.version + 1 where a.record_id = step.record and a.version = step.version;
    return found;
end $$;
comment on function meeting.step is 'Lets the next change of an action through; false when it is not the one that whoever changes it had before them.';

create function meeting.unowned(board uuid, agency uuid) returns boolean
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select unowned.agency is null
        or exists (select from access.agency y where y.id = unowned.agency and y.closed_at is not null)
        or (exists (select from meeting.board_agency m
                    where m.board_id = unowned.board and m.agency_id = unowned.agency and m.until_at is not null)
            and not exists (select from meeting.board_agency m
                            where m.board_id = unowned.board and m.agency_id = unowned.agency and m.until_at is null))
$$;
comment on function meeting.unowned is 'Whether nobody answers for an action any more: no agency does it, or it has closed or left the board. One that never took part, such as a perpetrator programme, still answers.';

create function meeting.calendar_of(digest bytea) returns table (
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
                          where y.board_id = b.id and y.agency_id = f.agency_id and y.until_at is null)))
    join lateral (select l.* from meeting.timing l where l.meeting_id = m.id order by l.version desc limit 1) t on true
    where c.digest = calendar_of.digest and c.revoked_at is null and t.starts_at > now() - interval '90 days'
    order by t.starts_at, m.id;
end $$;
comment on function meeting.calendar_of is 'When and where the meetings of whoever has an address for calendars are, and nothing else.';

create function meeting.calendar_works(digest bytea) returns boolean
    language plpgsql stable security definer set search_path = meeting, pg_temp as $$
begin
    perform access.require_entry();
    return exists (select from meeting.calendar c join access.account a on a.id = c.account_id
                   where c.digest = calendar_works.digest and c.revoked_at is null and a.closed_at is null);
end $$;
comment on function meeting.calendar_works is 'Whether an address for calendars is there.';

alter table meeting.board enable row level security;
create policy board_is_read on meeting.board for select using (
    meeting.takes_part(id) or (made_by = (select access.viewer_account()) and made_at = now()));
create policy board_is_made on meeting.board for insert with check (
    meeting.keeps_some(kind, agency_id) and made_by = (select access.viewer_account()) and made_at = now());
create policy board_is_changed on meeting.board for update using (meeting.keeps(id)) with check (true);

alter table meeting.board_agency enable row level security;
create policy board_agency_is_read on meeting.board_agency for select using (meeting.takes_part(board_id));
create policy board_agency_is_added on meeting.board_agency for insert with check (
    meeting.keeps(board_id) and added_by = (select access.viewer_account()) and from_at = now() and until_at is null);
create policy board_agency_is_ended on meeting.board_agency for update
    using (meeting.keeps(board_id) and until_at is null)
    with check (ended_by = (select access.viewer_account()) and until_at = now());

alter table meeting.board_setting enable row level security;
create policy board_setting_is_read on meeting.board_setting for select using (meeting.takes_part(board_id));
create policy board_setting_is_set on meeting.board_setting for insert with check (
    meeting.keeps(board_id) and set_by = (select access.viewer_account()) and since_at = now()
    and exists (select from meeting.setting_kind k where k.code = name and value between k.least and k.most));

alter table meeting.bank_holiday enable row level security;
create policy bank_holiday_is_read on meeting.bank_holiday for select using (exists (select from access.viewer));
create policy bank_holiday_is_said on meeting.bank_holiday for insert with check (
    meeting.keeps_some(null, null) and said_by = (select access.viewer_account()) and said_at = now());

alter table meeting.meeting enable row level security;
create policy meeting_is_read on meeting.meeting for select using (meeting.takes_part(board_id));
create policy meeting_is_made on meeting.meeting for insert with check (
    meeting.keeps(board_id) and made_by = (select access.viewer_account()) and made_at = now());
create policy meeting_is_changed on meeting.meeting for update using (meeting.keeps(board_id)) with check (
    (list_out_at is null or list_out_at <= now()) and (cancelled_at is null or cancelled_at <= now()));

alter table meeting.timing enable row level security;
create policy timing_is_read on meeting.timing for select using (meeting.takes_part_in(meeting_id));
create policy timing_is_set on meeting.timing for insert with check (
    meeting.keeps_meeting(meeting_id) and set_by = (select access.viewer_account()) and since_at = now());

alter table meeting.attendance enable row level security;
create policy attendance_is_read on meeting.attendance for select using (meeting.takes_part_in(meeting_id));
create policy attendance_is_recorded on meeting.attendance for insert with check (
    meeting.keeps_meeting(meeting_id) and recorded_by = (select access.viewer_account()) and recorded_at = now());

select access.guard_parts('meeting.item', 'record_id', 'kind', 'part');
create policy item_is_put_on on meeting.item for insert with check (
    meeting.keeps_meeting(meeting_id) and access.may_see(record_id, 'SUMMARY')
    and put_on_by = (select access.viewer_account()) and put_on_at = now() and off_at is null);
create policy item_is_moved on meeting.item for update
    using (off_at is null and meeting.keeps_meeting(meeting_id) and access.may_see(record_id, 'SUMMARY'))
    with check (off_at is null or off_at = now());

select access.guard_parts('meeting.item_mark', 'record_id', 'kind', 'part');
create policy item_mark_is_made on meeting.item_mark for insert with check (
    meeting.keeps_item(item_id) and access.may_see(record_id, 'SUMMARY'));

select access.guard_parts('meeting.item_event', 'record_id', 'kind', 'part');
create policy item_event_is_written on meeting.item_event for insert with check (
    meeting.keeps_item(item_id) and access.may_see(record_id, 'SUMMARY')
    and by = (select access.viewer_account()) and at = now());

select access.guard_parts('meeting.decision', 'record_id', 'kind', 'part');
create policy decision_is_written on meeting.decision for insert with check (
    meeting.keeps_item(item_id) and access.may_see(record_id, 'MINUTES')
    and written_by = (select access.viewer_account()) and decided_at = now());

select access.guard_parts('meeting.action', 'record_id', 'kind', 'part');
create policy action_is_written on meeting.action for insert with check (
    meeting.registered_now(record_id) and meeting.takes_part(board_id)
    and made_by = (select access.viewer_account()) and made_at = now() and stands_since = now()
    and version = 0 and not_done = 0 and agency_id is null and owner_id is null and due_on is null
    and state = 'PROPOSED' and open);

select access.guard_parts('meeting.action_term', 'record_id', 'kind', 'part');
create policy action_term_is_set on meeting.action_term for insert with check (
    (meeting.written_now(record_id) or meeting.may_arrange(record_id))
    and set_by = (select access.viewer_account()) and since_at = now());

select access.guard_parts('meeting.action_content', 'record_id', 'kind', 'part');
create policy action_content_is_set on meeting.action_content for insert with check (
    (meeting.written_now(record_id) or meeting.may_arrange(record_id))
    and set_by = (select access.viewer_account()) and since_at = now());

select access.guard_parts('meeting.action_state', 'record_id', 'kind', 'part');
create policy action_state_is_reported on meeting.action_state for insert with check (
    (meeting.written_now(record_id) or meeting.may_report(record_id))
    and (state not in ('SUPERSEDED', 'ESCALATED') or meeting.may_arrange(record_id))
    and by = (select access.viewer_account()) and agency_id = (select access.viewer_agency()) and at = now());

select access.guard_parts('meeting.action_remark', 'record_id', 'kind', 'part');
create policy action_remark_is_made on meeting.action_remark for insert with check (
    meeting.may_report(record_id)
    and (part = 'PERPETRATOR_VIEW') = ((select access.viewer_role()) = 'PERPETRATOR_WORKER'));

select access.guard_parts('meeting.action_for_worker', 'record_id', 'kind', 'part');
create policy action_for_worker_is_written on meeting.action_for_worker for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'PERPETRATOR_VIEW')
    and written_by = (select access.viewer_account()) and written_at = now());

select access.guard_parts('meeting.chase', 'record_id', 'kind', 'part');
create policy chase_is_written on meeting.chase for insert with check (
    meeting.may_arrange(record_id) and chased_by = (select access.viewer_account()) and chased_at = now());

alter table meeting.calendar enable row level security;
create policy calendar_is_read on meeting.calendar for select using (account_id = (select access.viewer_account()));
create policy calendar_is_made on meeting.calendar for insert with check (
    account_id = (select access.viewer_account()) and made_at = now() and revoked_at is null);
create policy calendar_is_revoked on meeting.calendar for update
    using (account_id = (select access.viewer_account()) and revoked_at is null) with check (revoked_at = now());

grant usage on schema meeting to witan_application;
grant select on meeting.kind, meeting.kind_role, meeting.setting_kind, meeting.section, meeting.mark,
    meeting.item_event_kind, meeting.capacity, meeting.state, meeting.area, meeting.subject to witan_application;
grant select, insert on meeting.board, meeting.board_agency, meeting.board_setting, meeting.bank_holiday,
    meeting.meeting, meeting.timing, meeting.attendance, meeting.item, meeting.item_mark, meeting.item_event,
    meeting.decision, meeting.action, meeting.action_term, meeting.action_content, meeting.action_state,
    meeting.action_remark, meeting.action_for_worker, meeting.chase, meeting.calendar to witan_application;
grant update (name, area, closed_at, version) on meeting.board to witan_application;
grant update (until_at, ended_by) on meeting.board_agency to witan_application;
grant update (list_out_at, list_out_by, cancelled_at, cancelled_by, cancelled_because, version)
    on meeting.meeting to witan_application;
grant update (section, place, off_at) on meeting.item to witan_application;
grant update (revoked_at) on meeting.calendar to witan_application;
revoke execute on all functions in schema meeting from public;
grant execute on function meeting.takes_part, meeting.keeps, meeting.keeps_some, meeting.takes_part_in,
    meeting.keeps_meeting, meeting.keeps_item, meeting.registered_now, meeting.written_now, meeting.may_report,
    meeting.may_arrange, meeting.step, meeting.unowned, meeting.calendar_of, meeting.calendar_works to witan_application;
