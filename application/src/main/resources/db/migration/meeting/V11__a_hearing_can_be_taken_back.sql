-- That a case was heard can be taken back: the wrong case was pressed, or the meeting broke off before it.
--
-- Why an event and no deletion: what happened to an item is insert-only. Whoever read meanwhile that it was heard finds both
-- that somebody said so, and who took it back and why.
-- Why it names the event that it takes back: a case that is then heard after all is heard by an event of its own, and two who
-- take the same back at once cannot both (item_event_is_taken_back_once).
-- Why a view tells what was heard: nine statements of other modules asked for an event by its name; each would go on to find
-- the one that was taken back.
-- Existing rows: none is taken back.

insert into meeting.item_event_kind (code, words) values ('NOT_HEARD', 'Not heard after all');

alter table meeting.item_event
    add column undoes_id uuid,
    add constraint item_event_stays_with_its_item unique (id, item_id),
    add constraint item_event_undoes_one_of_its_item foreign key (undoes_id, item_id)
        references meeting.item_event (id, item_id),
    add constraint item_event_undoes_a_hearing check ((what = 'NOT_HEARD') = (undoes_id is not null)),
    add constraint item_event_is_undone_for_a_reason check (undoes_id is null or words <> ''),
    add constraint item_event_is_taken_back_once unique (undoes_id);
comment on column meeting.item_event.undoes_id is 'The event that it takes back; of what was not heard after all, and of nothing else.';

create view meeting.heard with (security_invoker = true) as
select e.id, e.item_id, e.record_id, e.kind, e.at, e.by
from meeting.item_event e
where e.what = 'HEARD' and not exists (select from meeting.item_event u where u.undoes_id = e.id);
comment on view meeting.heard is 'That items were heard, but for what was taken back. By the rule of the events themselves.';
comment on column meeting.heard.id is 'The event.';
comment on column meeting.heard.item_id is 'The item.';
comment on column meeting.heard.record_id is 'The record.';
comment on column meeting.heard.kind is 'Its kind.';
comment on column meeting.heard.at is 'When somebody said so.';
comment on column meeting.heard.by is 'Who said so.';
grant select on meeting.heard to witan_application;
