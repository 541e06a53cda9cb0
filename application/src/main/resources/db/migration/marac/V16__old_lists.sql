-- The list in which a partnership kept its conferences before, so that a victim who was heard last spring is a repeat.
--
-- What is imported is history: a referral of then, with the days of then, said to be of an old list. It feeds the windows
-- of repeats and the flags as any other. It waits for nobody's decision, tells no IDVA, and is never counted in the return:
-- that quarter was returned long ago, and a list does not say what the return asks.
-- Why an own source of a referral: only so may its days lie in the past, and only for a coordinator. Its moment is the
-- beginning of its day, so that what was referred here on that day comes after it.
-- Why agencies are opened to it only while its window is open: they need it to flag their files, and a case of nine years
-- ago needs no flag. Who coordinates sees all.
-- Why rows are kept while a list is taken: whoever imports reads what was refused and why, and goes on tomorrow. A row that
-- was taken is emptied: all that it said is in the referral, in the part that only those read who keep the case whole.
-- Why a key of each case: the same list, or the same row in a longer list, is taken once. It is made of persons and days.
-- Existing rows: referrals were all made here.

alter table marac.referral add column source text not null default 'MADE_HERE';
alter table marac.referral add constraint referral_source_is_known check (source in ('MADE_HERE', 'OLD_LIST'));
comment on column marac.referral.source is 'MADE_HERE: by the pages, the API or another MARAC''s file; OLD_LIST: history, taken from a list.';

insert into marac.topic (code, part, place) values
    ('OLD_REFERRER', 'SUMMARY', 300), ('OLD_REPEAT', 'RISK', 310), ('OLD_OUTCOME', 'RISK', 320), ('OLD_CHILDREN', 'CHILDREN', 330),
    ('OLD_ROW', 'THIRD_PARTY', 340);

create table marac.old_list (
    id uuid not null,
    agency_id uuid not null,
    board_id uuid,
    kind text not null,
    digest bytea not null,
    headings jsonb not null,
    columns jsonb not null,
    left_out integer not null,
    version integer not null default 0,
    brought_at timestamptz not null,
    brought_by uuid not null,
    confirmed_at timestamptz,
    emptied_at timestamptz,
    constraint old_list_is_identified primary key (id),
    constraint old_list_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint old_list_is_of_a_board foreign key (board_id) references meeting.board (id),
    constraint old_list_is_brought_by_an_account foreign key (brought_by) references access.account (id),
    constraint old_list_is_brought_once unique (agency_id, digest),
    constraint old_list_kind_is_known check (kind in ('XLSX', 'DOCX', 'CSV')),
    constraint old_list_digest_is_one check (length(digest) = 32),
    constraint old_list_is_confirmed_for_a_board check (confirmed_at is null or board_id is not null)
);
comment on table marac.old_list is 'A list of past cases that somebody brought. Never the name of its file.';
comment on column marac.old_list.id is 'UUIDv7 made by the application.';
comment on column marac.old_list.agency_id is 'The agency that coordinates.';
comment on column marac.old_list.board_id is 'The board whose cases they were.';
comment on column marac.old_list.kind is 'What the file was.';
comment on column marac.old_list.digest is 'SHA-256 of the file, so that the same file is the same list.';
comment on column marac.old_list.headings is 'Of its columns, as they stood there.';
comment on column marac.old_list.columns is 'What each column is, as recognised or confirmed.';
comment on column marac.old_list.left_out is 'How many sheets or tables have other headings and were not read.';
comment on column marac.old_list.version is 'Counts changes of the columns, for two tabs.';
comment on column marac.old_list.brought_at is 'When.';
comment on column marac.old_list.brought_by is 'Who brought it.';
comment on column marac.old_list.confirmed_at is 'When somebody confirmed what the columns are.';
comment on column marac.old_list.emptied_at is 'When the rows that were not taken were thrown away.';

create table marac.old_row (
    list_id uuid not null,
    place integer not null,
    sheet integer not null,
    number integer not null,
    cells jsonb not null,
    state text not null default 'WAITS',
    why text not null default '',
    record_id uuid,
    constraint old_row_is_identified primary key (list_id, place),
    constraint old_row_is_of_a_list foreign key (list_id) references marac.old_list (id) on delete cascade,
    constraint old_row_became_a_record foreign key (record_id) references access.record (id),
    constraint old_row_state_is_known check (state in ('WAITS', 'TAKEN', 'BEFORE', 'REFUSED')),
    constraint old_row_that_was_taken_is_empty check ((state = 'TAKEN') = (record_id is not null)
        and (state <> 'TAKEN' or cells = '[]')),
    constraint old_row_is_of_a_size check (pg_column_size(cells) < 2000000)
);
create index old_row_waits on marac.old_row (list_id, place) where state = 'WAITS';
comment on table marac.old_row is 'A row of an old list until it is taken or thrown away.';
comment on column marac.old_row.list_id is 'The list.';
comment on column marac.old_row.place is 'Order in the list, from 1.';
comment on column marac.old_row.sheet is 'The sheet or table on which it stands, from 1.';
comment on column marac.old_row.number is 'The row as the program that made the list counts it.';
comment on column marac.old_row.cells is 'As they stood there; empty when it was taken.';
comment on column marac.old_row.state is 'WAITS; TAKEN; BEFORE: the same case was taken before; REFUSED: it cannot be taken.';
comment on column marac.old_row.why is 'Why it cannot be taken, as the end of a key of words.';
comment on column marac.old_row.record_id is 'The referral that it became.';

create table marac.imported (
    record_id uuid not null,
    kind text not null default 'CASE',
    list_id uuid not null,
    place integer not null,
    agency_id uuid not null,
    digest bytea not null,
    board_id uuid not null,
    heard boolean not null,
    met_on date,
    imported_at timestamptz not null,
    imported_by uuid not null,
    constraint imported_is_identified primary key (record_id),
    constraint imported_is_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint imported_is_of_a_list foreign key (list_id) references marac.old_list (id),
    constraint imported_is_of_a_board foreign key (board_id) references meeting.board (id),
    constraint imported_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint imported_is_taken_once unique (agency_id, digest),
    constraint imported_is_taken_by_an_account foreign key (imported_by) references access.account (id),
    constraint imported_was_heard_on_a_day check (not heard or met_on is not null),
    constraint imported_digest_is_one check (length(digest) = 32)
);
create index imported_of_list on marac.imported (list_id);
create index imported_of_board on marac.imported (board_id) where heard;
comment on table marac.imported is 'That a referral was taken from an old list, and when a meeting of then heard it. Insert-only.';
comment on column marac.imported.record_id is 'The referral.';
comment on column marac.imported.kind is 'Always CASE, for the policy.';
comment on column marac.imported.list_id is 'The list that it was taken from: the batch.';
comment on column marac.imported.place is 'Its place in that list.';
comment on column marac.imported.agency_id is 'The agency that took it.';
comment on column marac.imported.digest is 'SHA-256 of persons and days, so that the same case is taken once.';
comment on column marac.imported.board_id is 'The board whose case it was.';
comment on column marac.imported.heard is 'Whether a meeting heard it.';
comment on column marac.imported.met_on is 'The day of that meeting, as the list says.';
comment on column marac.imported.imported_at is 'When it was taken.';
comment on column marac.imported.imported_by is 'Who took it.';

-- It waits for nobody -------------------------------------------------------------------------------------------

create or replace function marac.begin_to_wait() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    if new.source = 'MADE_HERE' then
        insert into marac.waiting (record_id) values (new.id);
    end if;
    return null;
end $$;
comment on function marac.begin_to_wait is 'A referral waits from when it is received; history does not.';

-- It opens a window ---------------------------------------------------------------------------------------------

create index referral_by_day on marac.referral (referred_on);

-- Asked of few referrals, it looks at these alone: what is computed once for each stands beside the referral, not around it.
create or replace view marac.repeat_window with (security_invoker = true) as
select r.id as record_id, r.referred_at, r.referred_on, x.met_on,
    (case when access.setting_number('marac_repeat_anchor') = 1 then coalesce(x.met_on, r.referred_on) else r.referred_on end
     + make_interval(months => access.setting_number('marac_repeat_months')))::date as until
from marac.referral r
cross join lateral (
    select greatest(
        (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
         where i.record_id = r.id
           and exists (select from meeting.item_event e where e.item_id = i.id and e.what = 'HEARD')),
        (select h.met_on from marac.imported h where h.record_id = r.id and h.heard)) as met_on
    offset 0) x;
comment on view marac.repeat_window is 'The window of a repeat of each referral, with both dates from which it may be counted, also of those taken from an old list. For whoever may see the referral.';

create function marac.open_history(record uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    taken marac.imported;
    agency uuid;
    concern uuid;
begin
    select * into taken from marac.imported h where h.record_id = open_history.record;
    if not found or not marac.referred_now(open_history.record) or not meeting.keeps(taken.board_id) then
        raise exception 'no history taken in this transaction' using errcode = 'WI006';
    end if;
    if marac.repeat_until(open_history.record) < access.today() then
        return 0;
    end if;
    if taken.heard then
        for agency in select a.agency_id from meeting.board_agency a where a.board_id = taken.board_id and a.until_at is null loop
            perform marac.open_to(open_history.record, agency);
            opened := opened + 1;
        end loop;
    end if;
    for concern in
        select distinct c.id from marac.referral r
        join marac.referred_person p on p.record_id = r.id and p.part = 'VICTIM'
        join people.concern c on c.record_id in (select people.persons_alike(p.person_id)) and c.happened_on >= r.referred_on
        where r.id = open_history.record
    loop
        perform marac.find_incident(concern);
    end loop;
    return opened;
end $$;
comment on function marac.open_history is 'Opens history that was taken in this transaction, was heard and has an open window to the agencies of its board, for their flags, and finds what happened since to the same persons. Returns how many agencies.';

-- Rights --------------------------------------------------------------------------------------------------------

select access.guard('marac.imported', 'record_id', '''CASE''', 'SUMMARY');
drop policy referral_is_made on marac.referral;
create policy referral_is_made on marac.referral for insert with check (
    agency_id = (select access.viewer_agency()) and referred_by = (select access.viewer_account())
    and written_in = pg_current_xact_id() and people.registered_now(id)
    and (source = 'MADE_HERE' and referred_at = now()
         or source = 'OLD_LIST' and (select access.viewer_role()) = 'COORDINATOR' and referred_on <= access.today()
            and referred_at = referred_on::timestamp at time zone 'Europe/London'));
create policy history_is_taken on marac.imported for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and agency_id = (select access.viewer_agency())
    and imported_at = now() and imported_by = (select access.viewer_account())
    and (met_on is null or met_on <= access.today())
    and marac.referred_now(record_id) and meeting.keeps(board_id));

alter table marac.old_list enable row level security;
alter table marac.old_row enable row level security;
create policy old_list_is_its_coordinators on marac.old_list for all
    using ((select access.viewer_role()) = 'COORDINATOR' and agency_id = (select access.viewer_agency()))
    with check ((select access.viewer_role()) = 'COORDINATOR' and agency_id = (select access.viewer_agency())
        and (board_id is null or meeting.keeps(board_id)));
-- A row that became a referral leads to it: where that is closed, there is no such row.
create policy old_row_is_its_lists on marac.old_row for all
    using (exists (select from marac.old_list l where l.id = old_row.list_id)
        and (record_id is null or access.may_see(record_id, 'SUMMARY')))
    with check (exists (select from marac.old_list l where l.id = old_row.list_id));

grant select, insert on marac.old_list to witan_application;
grant update (board_id, columns, version, confirmed_at, emptied_at) on marac.old_list to witan_application;
grant select, insert, update, delete on marac.old_row to witan_application;
grant select, insert on marac.imported to witan_application;
revoke execute on function marac.open_history from public;
grant execute on function marac.open_history to witan_application;
