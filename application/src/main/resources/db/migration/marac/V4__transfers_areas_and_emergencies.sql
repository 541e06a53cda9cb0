-- From one MARAC to another, for which area a board meets, and emergency meetings.
--
-- Why a transfer belongs to the part of the address: where somebody who was harmed has moved is what the alleged
-- perpetrator must not learn. Who may not see an address may not see to which area the case went.
-- Why the file itself is not kept: it can be made anew from the record, and each making is in the trail. Its pass phrase
-- is kept nowhere: who has the file and the database must still not be able to read it.
-- Why what was received is kept by part: minutes, plan and assessments of the other MARAC open with the same parts as our
-- own, and go on with the next transfer as they came.
-- Why the digest of a file is unique: the same file received twice would be two referrals of one event. It tells whoever
-- has that file that it was received, and nobody else anything.
-- Why what is missing is derived: it is what did not come and was not settled since.
-- Why an area is a list of outward codes: a postcode district is what people know, and whoever reads a referral decides,
-- not the list. The latest list of a board counts; what held before stays readable.
-- Why an emergency meeting is opened to core agencies alone: it cannot wait for all, and who need not know does not. The
-- rest learn of the case when it stands on an ordinary agenda.
-- Existing rows: boards have no list of areas, so that triage says "not written down" until they have.

insert into access.setting (name, since, value, reason) values
    ('marac_transfer_chase_days', '2026-11-01', '2', 'Proposed: whoever has moved is at risk meanwhile.'),
    ('marac_emergency_hours', '2026-11-01', '72', 'Proposed, after practice of 24 to 72 hours [S39][S40].');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_transfer_chase_days', 'After how many working days a transfer that nobody acknowledged is chased', 'working days', 1, 10,
     'The other MARAC may not know yet that somebody in danger lives there.', 260),
    ('marac_emergency_hours', 'Within how many hours an emergency meeting is held', 'hours', 12, 120,
     'Less than half a day gathers nobody. Five days is the next conference.', 270);

create table marac.transfer_why (
    code text not null,
    words text not null,
    constraint transfer_why_is_identified primary key (code)
);
comment on table marac.transfer_why is 'Why a case goes to another MARAC.';
comment on column marac.transfer_why.code is 'Name in the code.';
comment on column marac.transfer_why.words is 'Name on pages.';
insert into marac.transfer_why (code, words) values
    ('MOVED', 'Moved for good'), ('MOVED_FOR_A_TIME', 'Moved for a time'), ('OTHER_AREA', 'Lives in the other area');

create table marac.transfer_step (
    code text not null,
    words text not null,
    constraint transfer_step_is_identified primary key (code)
);
comment on table marac.transfer_step is 'What happens to a transfer.';
comment on column marac.transfer_step.code is 'Name in the code.';
comment on column marac.transfer_step.words is 'Name on pages.';
insert into marac.transfer_step (code, words) values
    ('SEALED', 'The file was made'), ('CHASED', 'Asked whether it arrived'), ('ACKNOWLEDGED', 'The other MARAC has it'),
    ('REOPENED', 'The acknowledgement was a mistake'), ('WITHDRAWN', 'Not sent after all');

-- Out -----------------------------------------------------------------------------------------------------------

create table marac.transfer (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    to_marac text not null,
    to_person text not null,
    how_acknowledged text not null,
    why text not null,
    words text not null,
    hidden_addresses boolean not null,
    hidden_because text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    constraint transfer_is_identified primary key (id),
    constraint transfer_stays_with_its_referral unique (id, record_id),
    constraint transfer_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint transfer_is_for_a_known_reason foreign key (why) references marac.transfer_why (code),
    constraint transfer_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint transfer_goes_to_somebody check (to_marac <> '' and to_person <> '' and length(to_marac) <= 200
        and length(to_person) <= 200 and length(how_acknowledged) <= 200 and length(words) <= 5000),
    constraint transfer_tells_hidden_addresses_for_a_reason check (length(hidden_because) <= 2000
        and (not hidden_addresses or hidden_because <> ''))
);
create index transfer_of_referral on marac.transfer (record_id);
comment on table marac.transfer is 'That a referral goes to another MARAC. How it stands is told by its steps.';
comment on column marac.transfer.id is 'UUIDv7 made by the application.';
comment on column marac.transfer.record_id is 'The referral.';
comment on column marac.transfer.kind is 'Always CASE, for the policy.';
comment on column marac.transfer.to_marac is 'The other MARAC, by its name.';
comment on column marac.transfer.to_person is 'Who there answers for it, by name.';
comment on column marac.transfer.how_acknowledged is 'How they say that they have it, such as by telephone.';
comment on column marac.transfer.why is 'Why it goes there.';
comment on column marac.transfer.words is 'What the other MARAC must know first; may be empty.';
comment on column marac.transfer.hidden_addresses is 'Whether addresses that are hidden from somebody are in the file.';
comment on column marac.transfer.hidden_because is 'Why they are.';
comment on column marac.transfer.made_at is 'When it was begun.';
comment on column marac.transfer.made_by is 'Who began it.';

create table marac.transfer_event (
    id uuid not null,
    transfer_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    what text not null,
    words text not null,
    at timestamptz not null,
    by uuid not null,
    constraint transfer_event_is_identified primary key (id),
    constraint transfer_event_is_of_a_transfer foreign key (transfer_id, record_id) references marac.transfer (id, record_id),
    constraint transfer_event_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint transfer_event_is_known foreign key (what) references marac.transfer_step (code),
    constraint transfer_event_is_by_an_account foreign key (by) references access.account (id),
    constraint transfer_event_says_who_acknowledged check (length(words) <= 2000
        and (what not in ('ACKNOWLEDGED', 'REOPENED', 'WITHDRAWN') or words <> ''))
);
create index transfer_event_of_transfer on marac.transfer_event (transfer_id, at);
comment on table marac.transfer_event is 'What happened to a transfer. Insert-only.';
comment on column marac.transfer_event.id is 'UUIDv7 made by the application.';
comment on column marac.transfer_event.transfer_id is 'The transfer.';
comment on column marac.transfer_event.record_id is 'The referral.';
comment on column marac.transfer_event.kind is 'Always CASE, for the policy.';
comment on column marac.transfer_event.what is 'What happened.';
comment on column marac.transfer_event.words is 'Who said so, or why; may be empty where nothing needs to be said.';
comment on column marac.transfer_event.at is 'When.';
comment on column marac.transfer_event.by is 'Who wrote it down.';
create trigger transfer_event_stays before update or delete on marac.transfer_event
    for each row execute function access.refuse_change();

-- In ------------------------------------------------------------------------------------------------------------

create table marac.transfer_in (
    record_id uuid not null,
    kind text not null default 'CASE',
    from_marac text not null,
    from_person text not null,
    their_reference text not null,
    sent_on date,
    why text not null,
    digest bytea,
    received_at timestamptz not null,
    received_by uuid not null,
    constraint transfer_in_is_identified primary key (record_id),
    constraint transfer_in_is_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint transfer_in_is_for_a_known_reason foreign key (why) references marac.transfer_why (code),
    constraint transfer_in_is_received_by_an_account foreign key (received_by) references access.account (id),
    constraint transfer_in_is_received_once unique (digest),
    constraint transfer_in_comes_from_somebody check (from_marac <> '' and length(from_marac) <= 400
        and length(from_person) <= 200 and length(their_reference) <= 100 and length(digest) = 32)
);
comment on table marac.transfer_in is 'That a referral came from another MARAC. It is told on triage, agenda and minutes.';
comment on column marac.transfer_in.record_id is 'The referral.';
comment on column marac.transfer_in.kind is 'Always CASE, for the policy.';
comment on column marac.transfer_in.from_marac is 'The MARAC that sent it, by its name.';
comment on column marac.transfer_in.from_person is 'Who answers for it there, by name; may be empty.';
comment on column marac.transfer_in.their_reference is 'What they call it by; may be empty.';
comment on column marac.transfer_in.sent_on is 'When they sent it; null when that is not known.';
comment on column marac.transfer_in.why is 'Why they sent it.';
comment on column marac.transfer_in.digest is 'SHA-256 of the sealed file, so that it is received once; null for what came in another way.';
comment on column marac.transfer_in.received_at is 'When it was received.';
comment on column marac.transfer_in.received_by is 'Who received it.';

create table marac.received_kind (
    code text not null,
    part text not null,
    place integer not null,
    constraint received_kind_is_identified primary key (code),
    constraint received_kind_belongs_to_a_part foreign key (part) references access.part (code),
    constraint received_kind_has_one_part unique (code, part)
);
comment on table marac.received_kind is 'What comes with a transfer beside the referral itself.';
comment on column marac.received_kind.code is 'Name in the code; the words are the pages''.';
comment on column marac.received_kind.part is 'The part of the record that opens it.';
comment on column marac.received_kind.place is 'Order on pages.';
insert into marac.received_kind (code, part, place) values
    ('FIRST', 'VICTIM_ADDRESS', 10), ('HEARINGS', 'MINUTES', 20), ('ACTIONS', 'ACTIONS', 30), ('ASSESSMENTS', 'RISK', 40);

create table marac.received (
    record_id uuid not null,
    kind text not null default 'CASE',
    part text not null,
    what text not null,
    content jsonb not null,
    constraint received_is_identified primary key (record_id, what),
    constraint received_is_of_a_transfer foreign key (record_id) references marac.transfer_in (record_id),
    constraint received_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint received_is_known foreign key (what, part) references marac.received_kind (code, part),
    constraint received_is_of_a_size check (pg_column_size(content) < 2000000)
);
comment on table marac.received is 'Minutes, plan and assessments of another MARAC, as they came. Insert-only.';
comment on column marac.received.record_id is 'The referral.';
comment on column marac.received.kind is 'Always CASE, for the policy.';
comment on column marac.received.part is 'The part that opens this row.';
comment on column marac.received.what is 'What it is.';
comment on column marac.received.content is 'As the file of a transfer holds it.';

create table marac.settled_gap (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    part text not null,
    what text not null,
    words text not null,
    settled_at timestamptz not null,
    settled_by uuid not null,
    constraint settled_gap_is_identified primary key (id),
    constraint settled_gap_is_of_a_transfer foreign key (record_id) references marac.transfer_in (record_id),
    constraint settled_gap_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint settled_gap_is_known foreign key (what, part) references marac.received_kind (code, part),
    constraint settled_gap_is_settled_once unique (record_id, what),
    constraint settled_gap_is_settled_by_an_account foreign key (settled_by) references access.account (id),
    constraint settled_gap_says_how check (words <> '' and length(words) <= 5000)
);
comment on table marac.settled_gap is 'How something that did not come with a transfer came later, or that there is none. Insert-only.';
comment on column marac.settled_gap.id is 'UUIDv7 made by the application.';
comment on column marac.settled_gap.record_id is 'The referral.';
comment on column marac.settled_gap.kind is 'Always CASE, for the policy.';
comment on column marac.settled_gap.part is 'The part that opens this row.';
comment on column marac.settled_gap.what is 'What was missing.';
comment on column marac.settled_gap.words is 'How it came, or why there is none.';
comment on column marac.settled_gap.settled_at is 'When.';
comment on column marac.settled_gap.settled_by is 'Who settled it.';

-- Areas ---------------------------------------------------------------------------------------------------------

create table marac.board_area (
    id uuid not null,
    board_id uuid not null,
    codes text not null,
    since_at timestamptz not null,
    set_by uuid not null,
    constraint board_area_is_identified primary key (id),
    constraint board_area_is_of_a_board foreign key (board_id) references meeting.board (id),
    constraint board_area_is_set_by_an_account foreign key (set_by) references access.account (id),
    constraint board_area_is_short check (length(codes) <= 2000)
);
create index board_area_of_board on marac.board_area (board_id, since_at desc);
comment on table marac.board_area is 'For which postcode districts a board meets. A new list is a new row; the latest counts.';
comment on column marac.board_area.id is 'UUIDv7 made by the application.';
comment on column marac.board_area.board_id is 'The board.';
comment on column marac.board_area.codes is 'Outward codes or postcode areas with commas between them, such as "ST16, ST17, WS"; empty for none.';
comment on column marac.board_area.since_at is 'When it was written down.';
comment on column marac.board_area.set_by is 'Who wrote it.';

-- Emergencies ---------------------------------------------------------------------------------------------------

create table marac.emergency (
    meeting_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    board_id uuid not null,
    called_at timestamptz not null,
    called_by uuid not null,
    constraint emergency_is_identified primary key (meeting_id, record_id),
    constraint emergency_is_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint emergency_is_of_a_board foreign key (board_id) references meeting.board (id),
    constraint emergency_is_about_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint emergency_is_called_by_an_account foreign key (called_by) references access.account (id)
);
create index emergency_of_board on marac.emergency (board_id);
create index emergency_of_referral on marac.emergency (record_id);
comment on table marac.emergency is 'That a meeting was called for one referral that could not wait. Insert-only.';
comment on column marac.emergency.meeting_id is 'The meeting.';
comment on column marac.emergency.record_id is 'The referral.';
comment on column marac.emergency.kind is 'Always CASE, for the policy.';
comment on column marac.emergency.board_id is 'The board whose core agencies met.';
comment on column marac.emergency.called_at is 'When it was called.';
comment on column marac.emergency.called_by is 'Who called it.';

create function marac.open_to_core(record uuid, meeting uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    agency uuid;
begin
    if (select v.role from access.viewer v) is distinct from 'COORDINATOR'
       or not access.may_see(open_to_core.record, 'SUMMARY')
       or not exists (select from meeting.item i
                      where i.meeting_id = open_to_core.meeting and i.record_id = open_to_core.record and i.off_at is null)
       or not exists (select from marac.emergency e
                      where e.meeting_id = open_to_core.meeting and e.record_id = open_to_core.record)
       or not exists (select from marac.triage t
                      where t.record_id = open_to_core.record and t.undone_at is null and t.outcome = 'EMERGENCY') then
        raise exception 'may not open this referral' using errcode = 'WI006';
    end if;
    for agency in
        select a.agency_id from meeting.board_agency a join meeting.meeting m on m.board_id = a.board_id
        join meeting.board b on b.id = m.board_id and b.kind = 'MARAC'
        where m.id = open_to_core.meeting and a.until_at is null and a.core
    loop
        perform marac.open_to(open_to_core.record, agency);
        opened := opened + 1;
    end loop;
    return opened;
end $$;
comment on function marac.open_to_core is 'Opens a referral for which an emergency meeting was called to the core agencies of the board. WI006 for anybody but a coordinator who may see it.';

-- Rights --------------------------------------------------------------------------------------------------------

select access.guard('marac.transfer', 'record_id', '''CASE''', 'VICTIM_ADDRESS');
select access.guard('marac.transfer_event', 'record_id', '''CASE''', 'VICTIM_ADDRESS');
select access.guard('marac.transfer_in', 'record_id', '''CASE''', 'SUMMARY');
select access.guard_parts('marac.received', 'record_id', 'kind', 'part');
select access.guard_parts('marac.settled_gap', 'record_id', 'kind', 'part');
select access.guard('marac.emergency', 'record_id', '''CASE''', 'SUMMARY');
alter table marac.board_area enable row level security;

create policy transfer_is_made on marac.transfer for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'VICTIM_ADDRESS')
    and made_at = now() and made_by = (select access.viewer_account()));
create policy transfer_event_is_written on marac.transfer_event for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'VICTIM_ADDRESS')
    and at = now() and by = (select access.viewer_account()));
create policy transfer_is_received on marac.transfer_in for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'SUMMARY')
    and received_at = now() and received_by = (select access.viewer_account()));
create policy part_is_received on marac.received for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and marac.referred_now(record_id));
create policy gap_is_settled on marac.settled_gap for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, part)
    and settled_at = now() and settled_by = (select access.viewer_account()));
create policy board_area_is_read on marac.board_area for select using (meeting.takes_part(board_id));
create policy board_area_is_set on marac.board_area for insert with check (
    meeting.keeps(board_id) and since_at = now() and set_by = (select access.viewer_account()));
create policy emergency_is_called on marac.emergency for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and access.may_see(record_id, 'SUMMARY')
    and called_at = now() and called_by = (select access.viewer_account())
    and exists (select from meeting.meeting m where m.id = emergency.meeting_id and m.board_id = emergency.board_id));

grant select on marac.transfer_why, marac.transfer_step, marac.received_kind to witan_application;
grant select, insert on marac.transfer, marac.transfer_event, marac.transfer_in, marac.received, marac.settled_gap,
    marac.board_area, marac.emergency to witan_application;
revoke execute on function marac.open_to_core from public;
grant execute on function marac.open_to_core to witan_application;
