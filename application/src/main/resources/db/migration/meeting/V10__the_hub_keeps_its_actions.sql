-- What holds for the boards of one kind where they set nothing, and who keeps the actions of the hub.
--
-- Why by kind: a hub meets weekly and its referrals close two days before, with the agenda one working day before
-- (Lichfield hub, terms of reference [S143][S144]); the shipped days are of a monthly conference.
-- Why the hub coordinator reports and arranges actions: they keep the hub's board as the MARAC coordinator keeps theirs. Only
-- actions that a board of kind HUB follows up, and only those that the rule shows them.
-- Existing rows: boards of the hub that set nothing get the days of a hub; what they set stays.

create table meeting.setting_of_kind (
    kind text not null,
    name text not null,
    shipped integer not null,
    source text not null,
    constraint setting_of_kind_is_identified primary key (kind, name),
    constraint setting_of_kind_kind_is_known foreign key (kind) references meeting.kind (code),
    constraint setting_of_kind_name_is_known foreign key (name) references meeting.setting_kind (code)
);
comment on table meeting.setting_of_kind is 'What is shipped for boards of one kind, where it is not what is shipped for all.';
comment on column meeting.setting_of_kind.kind is 'The kind of board.';
comment on column meeting.setting_of_kind.name is 'The setting.';
comment on column meeting.setting_of_kind.shipped is 'What holds until the board sets something.';
comment on column meeting.setting_of_kind.source is 'Where that comes from.';
insert into meeting.setting_of_kind (kind, name, shipped, source) values
    ('HUB', 'CUT_OFF_DAYS', 2, 'Lichfield hub: referrals reach the chair 2 days before; urgent ones on the day by exception.'),
    ('HUB', 'LIST_OUT_DAYS', 1, 'Lichfield hub: the agenda goes out 1 working day before, so that agencies look into their systems.'),
    ('HUB', 'RESEARCH_DUE_DAYS', 0, 'Proposed: agencies answer by the day of the meeting, as the agenda goes out one day before.'),
    ('HUB', 'CHASE_DAYS', 1, 'Proposed: with the agenda.'),
    ('HUB', 'CASE_MINUTES', 5, 'Cannock Chase hub: at most one hour for the whole meeting.');
grant select on meeting.setting_of_kind to witan_application;

create function meeting.is_of_hub(record uuid) returns boolean
    language sql stable as $$
    select exists (select from meeting.action a join meeting.board b on b.id = a.board_id and b.kind = 'HUB'
                   where a.record_id = is_of_hub.record)
$$;
comment on function meeting.is_of_hub is 'Whether a board of the hub follows an action up. For functions of the owner.';

create or replace function meeting.may_report(record uuid) returns boolean
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
        or (v.role = 'HUB_COORDINATOR' and meeting.is_of_hub(record))
        or (v.role in ('REPRESENTATIVE', 'IDVA') and a.agency_id = v.agency_id)
        or (v.role in ('REPRESENTATIVE', 'IDVA', 'SUPPORT_WORKER', 'PERPETRATOR_WORKER')
            and exists (select from access.hands h
                        where h.membership_id = v.membership_id and h.account_id = a.owner_id));
end $$;

create or replace function meeting.may_arrange(record uuid) returns boolean
    language plpgsql stable security definer set search_path = meeting, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
begin
    return v.entry_id is not null
        and (v.role in ('COORDINATOR', 'CHAIR') or (v.role = 'HUB_COORDINATOR' and meeting.is_of_hub(record)))
        and access.sees(v, record, 'ACTION', 'ACTIONS')
        and exists (select from meeting.action a where a.record_id = may_arrange.record);
end $$;

revoke execute on function meeting.is_of_hub from public;
