-- Who works for an agency, or knows somebody who does, is not shown to that agency without somebody deciding it.
--
-- What: before a case is listed in which somebody works for an agency, the coordinator is told who would be able to see it,
-- and either shuts that agency out, restricts the case to named people, or confirms with a reason, which is kept.
-- Why: whoever refers is asked and says so, the page of the referral says it, and listing opened the case to every agency of
-- the board all the same. A colleague of whoever causes harm could read where the victim hides.
-- Why words count as one agency each: a referral names the agency in words, which no table knows. So many agencies have to
-- be shut out as lines say that somebody works for one; where two work for the same, somebody confirms that it is so.
-- Why the board is kept with a confirmation: another board opens the case to other agencies, so it is asked again.
-- Why a case that stood on an agenda of the same board goes on: its agencies see it already, and a chair who moves it to
-- another day of the board decides nothing about who they are. The coordinator who lists it is asked in any case.
-- Existing rows: what is listed stays listed. Nobody confirmed it, and the page of the referral says so.

create table marac.works_confirmed (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    board_id uuid not null,
    would_see text not null,
    reason text not null,
    at timestamptz not null,
    by uuid not null,
    constraint works_confirmed_is_identified primary key (id),
    constraint works_confirmed_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint works_confirmed_is_for_a_board foreign key (board_id) references meeting.board (id),
    constraint works_confirmed_has_a_reason check (reason <> '' and length(reason) <= 5000),
    constraint works_confirmed_is_short check (length(would_see) <= 20000),
    constraint works_confirmed_is_by_an_account foreign key (by) references access.account (id)
);
create index works_confirmed_of_referral on marac.works_confirmed (record_id, board_id);
comment on table marac.works_confirmed is 'That a case in which somebody works for an agency may be listed all the same, with the reason.';
comment on column marac.works_confirmed.id is 'UUIDv7 made with the form, so that sending it twice confirms once.';
comment on column marac.works_confirmed.record_id is 'The referral.';
comment on column marac.works_confirmed.kind is 'Always CASE, for the policy.';
comment on column marac.works_confirmed.board_id is 'The board to whose agencies it is opened.';
comment on column marac.works_confirmed.would_see is 'Who could see it by this, as whoever confirmed was told: agencies and how many people, and no other name.';
comment on column marac.works_confirmed.reason is 'Why it is right that they see it.';
comment on column marac.works_confirmed.at is 'When it was confirmed.';
comment on column marac.works_confirmed.by is 'Who confirmed it.';
alter table marac.works_confirmed enable row level security;
do $$
begin
    execute 'create policy works_confirmed_is_read on marac.works_confirmed for select using ('
        || '(select access.viewer_role()) = ''COORDINATOR'' and '
        || access.rule_for('''CASE''', '''THIRD_PARTY''', 'marac.works_confirmed.record_id') || ')';
end $$;
create policy works_confirmed_is_said on marac.works_confirmed for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and at = now() and by = (select access.viewer_account())
    and access.may_see(record_id, 'THIRD_PARTY'));

create function marac.works_settled(record uuid, board uuid) returns text
    language sql stable security definer set search_path = marac, pg_temp as $$
    select case
        when said.lines = 0 then 'NOTHING_SAID'
        when exists (select from access.deciding d
                     join access.restriction x on x.record_id = d.source_id and x.lifted_at is null
                     where d.record_id = works_settled.record) then 'RESTRICTED'
        when (select count(distinct b.agency_id) from access.deciding d
              join access.barrier b on b.record_id = d.source_id and b.lifted_at is null
              where d.record_id = works_settled.record and b.agency_id is not null) >= said.lines then 'SHUT_OUT'
        when exists (select from marac.works_confirmed c
                     where c.record_id = works_settled.record and c.board_id = works_settled.board) then 'CONFIRMED'
        else 'OPEN' end
    from (select count(*) as lines
          from marac.statement s, regexp_split_to_table(s.words, E'\n') l
          where s.record_id = works_settled.record and s.topic = 'WORKS_FOR_AGENCY' and btrim(l) <> '') said
$$;
comment on function marac.works_settled is 'What was decided where somebody in a referral works for an agency: NOTHING_SAID, RESTRICTED, SHUT_OUT, CONFIRMED for this board, or OPEN. For functions of the owner.';
revoke execute on function marac.works_settled from public;

create function marac.my_works_settled(record uuid, board uuid) returns text
    language sql stable security definer set search_path = marac, pg_temp as $$
    select case when (select v.role from access.viewer v) = 'COORDINATOR' and access.may_see(my_works_settled.record, 'SUMMARY')
                then marac.works_settled(my_works_settled.record, my_works_settled.board) end
$$;
comment on function marac.my_works_settled is 'The same for a coordinator who may see the referral; null for anybody else.';

create function marac.would_see(record uuid, board uuid, core_only boolean)
    returns table (agency text, people integer, already boolean, shut_out boolean)
    language sql stable security definer set search_path = marac, pg_temp as $$
    select y.name,
        (select count(distinct f.account_id)::integer
         from access.in_force f
         join access.role_opening o on o.role = f.role and o.opens_records and o.of_partnership = (y.kind = 'PARTNERSHIP')
         where f.agency_id = y.id and o.openings ->> 'CASE SUMMARY' in ('PARTY', 'PARTNERSHIP')
           and not exists (select from access.withheld w
                           where w.membership_id = f.membership_id and w.record_id = would_see.record)),
        exists (select from access.party p where p.record_id = would_see.record and p.agency_id = y.id
                and p.from_at <= now() and (p.until_at is null or p.until_at > now())),
        exists (select from access.deciding d join access.barrier b on b.record_id = d.source_id and b.lifted_at is null
                where d.record_id = would_see.record and b.agency_id = y.id)
    from access.agency y
    where (select v.role from access.viewer v) = 'COORDINATOR' and access.may_see(would_see.record, 'SUMMARY')
      and y.id in (
          select a.agency_id from meeting.board_agency a
          where a.board_id = would_see.board and a.until_at is null and (a.core or not would_see.core_only)
          union
          select p.agency_id from access.party p
          where p.record_id = would_see.record and p.from_at <= now() and (p.until_at is null or p.until_at > now()))
    order by lower(y.name)
$$;
comment on function marac.would_see is 'The agencies that take part in a referral and those that would once a board hears it, with how many of their people can see it, as far as what forbids it is known now. Nothing for anybody but a coordinator who may see it.';
revoke execute on function marac.my_works_settled, marac.would_see from public;
grant execute on function marac.my_works_settled, marac.would_see to witan_application;

create or replace function marac.open_to_board(record uuid, meeting uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    agency uuid;
    role text := (select v.role from access.viewer v);
    its_board uuid := (select m.board_id from meeting.meeting m where m.id = open_to_board.meeting);
begin
    if role is null or role not in ('COORDINATOR', 'CHAIR')
       or (role = 'CHAIR' and not exists (
           select from meeting.item i join meeting.item_event e on e.item_id = i.id and e.what = 'DEFERRED'
           join meeting.item o on o.id = e.to_item_id and o.meeting_id = open_to_board.meeting
           where i.record_id = open_to_board.record and e.at = now()))
       or not access.may_see(open_to_board.record, 'SUMMARY')
       or not exists (select from meeting.item i
                      where i.meeting_id = open_to_board.meeting and i.record_id = open_to_board.record and i.off_at is null)
       or not exists (select from marac.triage t
                      where t.record_id = open_to_board.record and t.undone_at is null
                        and t.outcome in ('ACCEPTED', 'EMERGENCY'))
       or (marac.works_settled(open_to_board.record, its_board) = 'OPEN' and not exists (
           select from meeting.item i join meeting.meeting m on m.id = i.meeting_id and m.board_id = its_board
           where i.record_id = open_to_board.record and i.meeting_id <> open_to_board.meeting)) then
        raise exception 'may not open this referral' using errcode = 'WI006';
    end if;
    for agency in
        select a.agency_id from meeting.board_agency a join meeting.meeting m on m.board_id = a.board_id
        join meeting.board b on b.id = m.board_id and b.kind = 'MARAC'
        where m.id = open_to_board.meeting and a.until_at is null and (a.core or not m.core_only)
    loop
        perform marac.open_to(open_to_board.record, agency);
        opened := opened + 1;
    end loop;
    return opened;
end $$;
comment on function marac.open_to_board is 'Opens an accepted referral that is on the agenda to the agencies of the board, for their research. WI006 for anybody but a coordinator who may see it, or a chair who moved it there in this transaction; and where somebody in it works for an agency and nobody decided about that.';

create or replace function marac.open_to_core(record uuid, meeting uuid) returns integer
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
                      where t.record_id = open_to_core.record and t.undone_at is null and t.outcome = 'EMERGENCY')
       or marac.works_settled(open_to_core.record,
              (select m.board_id from meeting.meeting m where m.id = open_to_core.meeting)) = 'OPEN' then
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
comment on function marac.open_to_core is 'Opens a referral for which an emergency meeting was called to the core agencies of the board. WI006 for anybody but a coordinator who may see it, and where somebody in it works for an agency and nobody decided about that.';

grant select, insert on marac.works_confirmed to witan_application;
