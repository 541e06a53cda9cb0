-- The conference while it goes on: which case it is at and since when, and that something of a case has changed.
--
-- Why turns are facts: who was heard when, and for how long, is asked after a meeting too. That a case is begun ends the
-- one before it by a row of that one, so that whoever may not see the next case learns that theirs is over, and nothing of
-- the other. One function writes them: it holds the meeting while it does, as two keepers may press at once, and ends
-- also a case that whoever begins the next may not see.
-- Why a version of an item: a page that is open asks anew when something changed, and must know whether it has missed
-- anything. It counts what happened to this one item; a number that counted all of them would tell of cases that are
-- hidden. It is bumped by triggers, so that a change from another page, or by the API, is not forgotten.
-- What tells and what does not: a line, a turn, what happens to an item, a decision, an action as it is agreed, changed
-- and reported, and research when it is spoken. That an agency adds research is its own: nobody is told.
-- Why NOTIFY: every node hears it when the transaction has committed, and holds one connection for all who look. The
-- payload is an id and a number; who may hear of it is decided by the node for each viewer, by the rule.
-- Existing rows: every item of a referral that is on an agenda has version 0 until something happens to it.

create table marac.turn_kind (
    code text not null,
    place integer not null,
    constraint turn_kind_is_identified primary key (code)
);
comment on table marac.turn_kind is 'What happens to the case that a conference is at.';
comment on column marac.turn_kind.code is 'Name in the code; the words are the pages''.';
comment on column marac.turn_kind.place is 'Order in lists.';
insert into marac.turn_kind (code, place) values ('BEGUN', 10), ('PAUSED', 20), ('WENT_ON', 30), ('LEFT', 40);

create table marac.turn (
    id uuid not null,
    record_id uuid not null,
    record_kind text not null default 'CASE',
    meeting_id uuid not null,
    item_id uuid not null,
    what text not null,
    at timestamptz not null,
    by uuid not null,
    constraint turn_is_identified primary key (id),
    constraint turn_is_of_a_referral foreign key (record_id, record_kind) references marac.referral (id, kind),
    constraint turn_is_of_an_item foreign key (item_id, record_id, record_kind) references meeting.item (id, record_id, kind),
    constraint turn_is_in_a_meeting foreign key (meeting_id) references meeting.meeting (id),
    constraint turn_is_known foreign key (what) references marac.turn_kind (code),
    constraint turn_is_by_an_account foreign key (by) references access.account (id)
);
create index turn_of_meeting on marac.turn (meeting_id, at);
create index turn_of_referral on marac.turn (record_id);
comment on table marac.turn is 'When a conference began a case, paused, went on, and left it. Insert-only.';
comment on column marac.turn.id is 'UUIDv7.';
comment on column marac.turn.record_id is 'The referral.';
comment on column marac.turn.record_kind is 'Always CASE, for the policy.';
comment on column marac.turn.meeting_id is 'The meeting.';
comment on column marac.turn.item_id is 'Its item on the agenda.';
comment on column marac.turn.what is 'What happened.';
comment on column marac.turn.at is 'When; later than every other turn of the meeting.';
comment on column marac.turn.by is 'Who said so.';

create table marac.item_version (
    item_id uuid not null,
    record_id uuid not null,
    record_kind text not null default 'CASE',
    version bigint not null,
    constraint item_version_is_identified primary key (item_id),
    constraint item_version_is_of_an_item foreign key (item_id, record_id, record_kind)
        references meeting.item (id, record_id, kind)
);
create index item_version_of_referral on marac.item_version (record_id);
comment on table marac.item_version is 'How often something of a case on an agenda has changed: for pages that are open. Written by triggers.';
comment on column marac.item_version.item_id is 'The item.';
comment on column marac.item_version.record_id is 'The referral.';
comment on column marac.item_version.record_kind is 'Always CASE, for the policy.';
comment on column marac.item_version.version is 'Counts changes of this item.';

create function marac.item_changed(item uuid) returns void
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    now_at bigint;
begin
    insert into marac.item_version as v (item_id, record_id, version)
    select i.id, i.record_id, 1 from meeting.item i where i.id = item_changed.item and i.kind = 'CASE'
    on conflict (item_id) do update set version = v.version + 1
    returning v.version into now_at;
    if now_at is not null then
        perform pg_notify('witan_conference', 'changed ' || item_changed.item || ' ' || now_at);
    end if;
end $$;
comment on function marac.item_changed is 'Counts a change of a case on an agenda, and tells every node. For triggers.';

create function marac.note_item() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.item_changed(new.id);
    return null;
end $$;
comment on function marac.note_item is 'An item was moved or left the agenda.';

create function marac.note_of_item() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.item_changed(new.item_id);
    return null;
end $$;
comment on function marac.note_of_item is 'Something was written of an item.';

create function marac.note_turn() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.item_changed(new.item_id);
    perform pg_notify('witan_conference', 'turn ' || new.item_id);
    return null;
end $$;
comment on function marac.note_turn is 'The conference began or left a case: also pages of its other cases say so.';

create function marac.note_spoken() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.item_changed(i.id) from meeting.item i
    where i.meeting_id = new.meeting_id and i.record_id = new.record_id and i.off_at is null;
    return null;
end $$;
comment on function marac.note_spoken is 'Research was spoken in a meeting.';

create function marac.note_action() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    perform marac.item_changed(i.id)
    from access.record a join meeting.item i on i.record_id = a.within_id and i.off_at is null
    where a.id = new.record_id
    order by i.id;
    return null;
end $$;
comment on function marac.note_action is 'An action was agreed, changed or reported: the cases on agendas that it lies within.';

create trigger line_is_told after insert on marac.line for each row execute function marac.note_of_item();
create trigger turn_is_told after insert on marac.turn for each row execute function marac.note_turn();
create trigger research_item_is_told after update of shared_at on marac.research_item for each row
    when (old.shared_at is null and new.shared_at is not null) execute function marac.note_spoken();
create trigger item_is_told after update on meeting.item for each row execute function marac.note_item();
create trigger item_event_is_told after insert on meeting.item_event for each row execute function marac.note_of_item();
create trigger decision_is_told after insert on meeting.decision for each row execute function marac.note_of_item();
create trigger action_term_is_told after insert on meeting.action_term for each row execute function marac.note_action();
create trigger action_content_is_told after insert on meeting.action_content for each row execute function marac.note_action();
create trigger action_state_is_told after insert on meeting.action_state for each row execute function marac.note_action();

create function marac.take_turn(item uuid, what text) returns boolean
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    v access.looking := access.viewer_looking();
    asked meeting.item;
    last marac.turn;
    is_at boolean;
    stands boolean;
begin
    select * into asked from meeting.item i where i.id = take_turn.item and i.off_at is null;
    if v.entry_id is null or v.role not in ('COORDINATOR', 'CHAIR') or asked.id is null
       or not meeting.keeps_meeting(asked.meeting_id)
       or not access.sees(v, asked.record_id, asked.kind, 'MINUTES') then
        raise exception 'may not lead this conference' using errcode = 'WI006';
    end if;
    perform from meeting.meeting m where m.id = asked.meeting_id for no key update;
    select * into last from marac.turn t where t.meeting_id = asked.meeting_id order by t.at desc, t.id desc limit 1;
    is_at := coalesce(last.item_id = asked.id and last.what <> 'LEFT', false);
    stands := case take_turn.what
        when 'BEGUN' then is_at
        when 'PAUSED' then not is_at or last.what = 'PAUSED'
        when 'WENT_ON' then not is_at or last.what <> 'PAUSED'
        else not is_at
    end;
    if stands then
        return false;
    end if;
    if take_turn.what = 'BEGUN' and last.what <> 'LEFT' then
        insert into marac.turn (id, record_id, meeting_id, item_id, what, at, by)
        values (uuidv7(), last.record_id, last.meeting_id, last.item_id, 'LEFT', clock_timestamp(), v.account_id);
    end if;
    insert into marac.turn (id, record_id, meeting_id, item_id, what, at, by)
    values (uuidv7(), asked.record_id, asked.meeting_id, asked.id, take_turn.what, clock_timestamp(), v.account_id);
    return true;
end $$;
comment on function marac.take_turn is 'Begins a case of a conference, pauses, goes on or leaves it; false when it stands so already. WI006 for anybody but who keeps the board and may see the minutes of the case.';

select access.guard('marac.turn', 'record_id', '''CASE''', 'MINUTES');
select access.guard('marac.item_version', 'record_id', '''CASE''', 'MINUTES');

grant select on marac.turn_kind, marac.turn, marac.item_version to witan_application;
revoke execute on function marac.item_changed, marac.note_item, marac.note_of_item, marac.note_turn, marac.note_spoken,
    marac.note_action, marac.take_turn from public;
grant execute on function marac.take_turn to witan_application;
