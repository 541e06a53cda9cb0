-- From an accepted referral to the conference: the agenda, research of the agencies, and what is written down there.
--
-- Why listing opens a referral: research is asked of every agency of the board, and nobody can look somebody up whom they
-- may not see. It opens this referral and what it says of each person to these agencies, and nothing earlier: whoever may
-- not see an earlier referral is told by a mark on the agenda that there was one, and no more.
-- Why research is its agency's: what an agency brings is its own until it is spoken in the meeting. The coordinator sees
-- that an agency answered, and of the items those that it means to share. What it withholds, and why, stays with it.
-- Why lines are added and never changed: two people write at once, and a network fails. A line bears an id that the page
-- made, so that sending it twice writes it once; a line that puts another right stands beside it.
-- Existing rows: none, this is the first version.

create table marac.research (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    meeting_id uuid not null,
    agency_id uuid not null,
    nothing_known boolean not null,
    answered_at timestamptz not null,
    answered_by uuid not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    constraint research_is_identified primary key (id),
    constraint research_is_about_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint research_is_for_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint research_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint research_is_answered_by_an_account foreign key (answered_by) references access.account (id),
    constraint research_is_withdrawn_by_an_account foreign key (withdrawn_by) references access.account (id),
    constraint research_is_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null)),
    constraint research_stays_with_its_agency unique (id, record_id, meeting_id, agency_id)
);
create unique index research_is_answered_once on marac.research (meeting_id, record_id, agency_id) where withdrawn_at is null;
create index research_of_referral on marac.research (record_id);
comment on table marac.research is 'That an agency looked for the persons of a referral before a meeting, and whether it knows anything.';
comment on column marac.research.id is 'UUIDv7 made by the application.';
comment on column marac.research.record_id is 'The referral.';
comment on column marac.research.kind is 'Always CASE, for the policy.';
comment on column marac.research.meeting_id is 'The meeting that hears it.';
comment on column marac.research.agency_id is 'The agency.';
comment on column marac.research.nothing_known is 'It knows nothing of these persons.';
comment on column marac.research.answered_at is 'When it answered.';
comment on column marac.research.answered_by is 'Who answered.';
comment on column marac.research.withdrawn_at is 'When the answer was taken back.';
comment on column marac.research.withdrawn_by is 'Who took it back.';

create table marac.research_item (
    id uuid not null,
    research_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    meeting_id uuid not null,
    agency_id uuid not null,
    about text not null,
    is_fact boolean not null,
    happened text not null,
    words text not null,
    relevance text not null,
    share boolean not null,
    withheld_because text not null,
    shared_at timestamptz,
    shared_by uuid,
    constraint research_item_is_identified primary key (id),
    constraint research_item_belongs_to_an_answer foreign key (research_id, record_id, meeting_id, agency_id)
        references marac.research (id, record_id, meeting_id, agency_id),
    constraint research_item_is_about_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint research_item_is_about_somebody foreign key (about) references people.standing (code),
    constraint research_item_says_something check (words <> '' and length(words) <= 10000),
    constraint research_item_is_short check (length(happened) <= 200 and length(relevance) <= 2000
        and length(withheld_because) <= 2000),
    constraint research_item_is_withheld_for_a_reason check (share or withheld_because <> ''),
    constraint research_item_is_shared_as_decided check (shared_at is null or share),
    constraint research_item_is_shared_by_an_account foreign key (shared_by) references access.account (id),
    constraint research_item_is_shared_by_somebody check ((shared_at is null) = (shared_by is null))
);
create index research_item_of_answer on marac.research_item (research_id);
create index research_item_of_referral on marac.research_item (record_id);
comment on table marac.research_item is 'Something that an agency knows: its own until it is spoken in the meeting.';
comment on column marac.research_item.id is 'UUIDv7 made by the application.';
comment on column marac.research_item.research_id is 'The answer that it belongs to.';
comment on column marac.research_item.record_id is 'The referral.';
comment on column marac.research_item.kind is 'Always CASE, for the policy.';
comment on column marac.research_item.meeting_id is 'The meeting that it was brought for.';
comment on column marac.research_item.agency_id is 'The agency.';
comment on column marac.research_item.about is 'About whom.';
comment on column marac.research_item.is_fact is 'A fact; otherwise a professional opinion.';
comment on column marac.research_item.happened is 'When it happened, in words; empty when not said.';
comment on column marac.research_item.words is 'What the agency knows.';
comment on column marac.research_item.relevance is 'Why it matters to the risk.';
comment on column marac.research_item.share is 'The agency means to share it.';
comment on column marac.research_item.withheld_because is 'Why it is not shared.';
comment on column marac.research_item.shared_at is 'When it was spoken in the meeting.';
comment on column marac.research_item.shared_by is 'Who ticked it.';

create table marac.line_kind (
    code text not null,
    place integer not null,
    constraint line_kind_is_identified primary key (code)
);
comment on table marac.line_kind is 'What a line of the minutes of a referral is about.';
comment on column marac.line_kind.code is 'Name in the code; the words are the pages''.';
comment on column marac.line_kind.place is 'Order on pages.';
insert into marac.line_kind (code, place) values
    ('SHARED', 10), ('RISK_TO_VICTIM', 20), ('RISK_TO_CHILDREN', 30), ('RISK_TO_OTHERS', 40), ('RISK_TO_STAFF', 50),
    ('PERPETRATOR', 60), ('NO_CHILDRENS_ACTION', 70);

create table marac.line (
    id uuid not null,
    record_id uuid not null,
    record_kind text not null default 'CASE',
    item_id uuid not null,
    line_kind text not null,
    words text not null,
    written_at timestamptz not null,
    written_by uuid not null,
    corrects_id uuid,
    constraint line_is_identified primary key (id),
    constraint line_is_of_a_referral foreign key (record_id, record_kind) references marac.referral (id, kind),
    constraint line_stands_on_an_agenda foreign key (item_id, record_id, record_kind)
        references meeting.item (id, record_id, kind),
    constraint line_kind_is_known foreign key (line_kind) references marac.line_kind (code),
    constraint line_says_something check (words <> '' and length(words) <= 10000),
    constraint line_is_written_by_an_account foreign key (written_by) references access.account (id),
    constraint line_stays_with_its_item unique (id, item_id),
    constraint line_corrects_one_of_its_item foreign key (corrects_id, item_id) references marac.line (id, item_id),
    constraint line_is_corrected_once unique (corrects_id)
);
create index line_of_item on marac.line (item_id, written_at);
create index line_of_referral on marac.line (record_id);
comment on table marac.line is 'A line of the minutes of a referral. Added, never changed; one that puts another right stands beside it.';
comment on column marac.line.id is 'UUIDv7 made by the page that it was typed on, so that sending it twice writes it once.';
comment on column marac.line.record_id is 'The referral.';
comment on column marac.line.record_kind is 'Always CASE, for the policy.';
comment on column marac.line.item_id is 'Its item on the agenda of the meeting.';
comment on column marac.line.line_kind is 'What it is about.';
comment on column marac.line.words is 'As written.';
comment on column marac.line.written_at is 'When.';
comment on column marac.line.written_by is 'Who wrote it.';
comment on column marac.line.corrects_id is 'The line that it puts right.';

create function marac.research_stands(research uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.research r where r.id = research_stands.research and r.withdrawn_at is null)
$$;
comment on function marac.research_stands is 'Whether an answer of an agency was not taken back.';

create function marac.open_to_board(record uuid, meeting uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    agency uuid;
begin
    if (select v.role from access.viewer v) is distinct from 'COORDINATOR'
       or not access.may_see(open_to_board.record, 'SUMMARY')
       or not exists (select from meeting.item i
                      where i.meeting_id = open_to_board.meeting and i.record_id = open_to_board.record and i.off_at is null)
       or not exists (select from marac.triage t
                      where t.record_id = open_to_board.record and t.undone_at is null
                        and t.outcome in ('ACCEPTED', 'EMERGENCY')) then
        raise exception 'may not open this referral' using errcode = 'WI006';
    end if;
    for agency in
        select a.agency_id from meeting.board_agency a join meeting.meeting m on m.board_id = a.board_id
        join meeting.board b on b.id = m.board_id and b.kind = 'MARAC'
        where m.id = open_to_board.meeting and a.until_at is null
    loop
        perform marac.open_to(open_to_board.record, agency);
        opened := opened + 1;
    end loop;
    return opened;
end $$;
comment on function marac.open_to_board is 'Opens an accepted referral that is on the agenda to the agencies of the board, for their research. WI006 for anybody but a coordinator who may see it.';

select access.guard('marac.line', 'record_id', '''CASE''', 'MINUTES');
alter table marac.research enable row level security;
alter table marac.research_item enable row level security;
do $$
begin
    execute 'create policy seen_by_the_rule on marac.research for select using (('
        || access.rule_for('''CASE''', '''MINUTES''', 'marac.research.record_id') || ') and ('
        || 'agency_id = (select access.viewer_agency()) or (select access.viewer_role()) in (''COORDINATOR'', ''CHAIR'')))';
    execute 'create policy seen_by_the_rule on marac.research_item for select using (('
        || access.rule_for('''CASE''', '''MINUTES''', 'marac.research_item.record_id') || ') and ('
        || 'agency_id = (select access.viewer_agency()) or shared_at is not null '
        || 'or (share and (select access.viewer_role()) = ''COORDINATOR'')))';
end $$;
create policy research_is_answered on marac.research for insert with check (
    agency_id = (select access.viewer_agency()) and answered_by = (select access.viewer_account())
    and answered_at = now() and withdrawn_at is null and access.may_see(record_id, 'MINUTES')
    and (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA', 'COORDINATOR')
    and exists (select from meeting.item i
                where i.meeting_id = research.meeting_id and i.record_id = research.record_id and i.off_at is null));
create policy research_is_withdrawn on marac.research for update
    using (agency_id = (select access.viewer_agency()) and withdrawn_at is null and access.may_see(record_id, 'MINUTES')
        and (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA', 'COORDINATOR'))
    with check (withdrawn_at = now() and withdrawn_by = (select access.viewer_account()));
create policy research_item_is_given on marac.research_item for insert with check (
    agency_id = (select access.viewer_agency()) and shared_at is null and access.may_see(record_id, 'MINUTES')
    and (select access.viewer_role()) in ('REPRESENTATIVE', 'IDVA', 'COORDINATOR') and marac.research_stands(research_id));
create policy research_item_is_spoken on marac.research_item for update
    using (share and shared_at is null and access.may_see(record_id, 'MINUTES') and marac.research_stands(research_id)
        and ((select access.viewer_role()) in ('COORDINATOR', 'CHAIR') or agency_id = (select access.viewer_agency())))
    with check (shared_at = now() and shared_by = (select access.viewer_account()));
create policy line_is_written on marac.line for insert with check (
    (select access.viewer_role()) in ('COORDINATOR', 'CHAIR') and written_by = (select access.viewer_account())
    and written_at = now() and access.may_see(record_id, 'MINUTES'));

grant select on marac.line_kind to witan_application;
grant select, insert on marac.research, marac.research_item, marac.line to witan_application;
grant update (withdrawn_at, withdrawn_by) on marac.research to witan_application;
grant update (shared_at, shared_by) on marac.research_item to witan_application;
revoke execute on function marac.open_to_board, marac.research_stands from public;
grant execute on function marac.open_to_board, marac.research_stands to witan_application;
