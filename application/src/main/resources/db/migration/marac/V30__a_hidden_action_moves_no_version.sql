-- What changes of an action no longer moves the version of its case for whoever may not see the action.
--
-- The version of an item (V5) counted every change of every action within its referral. Whoever reads the minutes of a case and
-- may not see one of its actions, because a barrier keeps them from it, saw the number move and nothing with it: that there is
-- an action, and when it was agreed and reported.
-- Why each action has a number of its own: it is read by the rule of the action. What a page is told is the number of its item
-- and the numbers of those actions that whoever looks may see, added up.
-- Why the notification of an action has no number: it goes to every node, and each node asks by the rule for each page whether
-- anything moved for it.
-- Existing rows: what items counted of actions stays in their numbers; a page only asks whether a number has grown.

create table marac.action_version (
    record_id uuid not null,
    kind text not null default 'ACTION',
    within_id uuid not null,
    version bigint not null,
    constraint action_version_is_identified primary key (record_id),
    constraint action_version_is_of_an_action foreign key (record_id, kind) references access.record (id, kind),
    constraint action_version_is_within_a_referral foreign key (within_id) references marac.referral (id)
);
create index action_version_within on marac.action_version (within_id);
comment on table marac.action_version is 'How often an action within a referral has changed: for pages that are open. Written by triggers.';
comment on column marac.action_version.record_id is 'The action.';
comment on column marac.action_version.kind is 'Always ACTION, for the policy.';
comment on column marac.action_version.within_id is 'The referral that it lies within.';
comment on column marac.action_version.version is 'Counts changes of this action.';

create or replace function marac.note_action() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    insert into marac.action_version as v (record_id, within_id, version)
    select a.id, f.id, 1 from access.record a join marac.referral f on f.id = a.within_id where a.id = new.record_id
    on conflict (record_id) do update set version = v.version + 1;
    if found then
        perform pg_notify('witan_conference', 'acted ' || i.id)
        from access.record a join meeting.item i on i.record_id = a.within_id and i.off_at is null
        where a.id = new.record_id
        order by i.id;
    end if;
    return null;
end $$;
comment on function marac.note_action is 'An action was agreed, changed or reported: pages of the cases on agendas that it lies within ask whether they may see it.';

create function marac.acted(record uuid) returns bigint
    language sql stable set search_path = marac, pg_temp as $$
    select coalesce(sum(v.version), 0)::bigint
    from marac.action_version v where v.within_id = acted.record
$$;
comment on function marac.acted is 'How often those actions within a referral have changed that whoever looks may see.';

select access.guard('marac.action_version', 'record_id', '''ACTION''', 'SUMMARY');
-- A worker to whom an action alone is open must not read within which referral it lies.
do $$
begin
    execute 'create policy whole_is_seen_too on marac.action_version as restrictive for select using ('
        || access.rule_for('''CASE''', '''SUMMARY''', 'marac.action_version.within_id') || ')';
end $$;
grant select on marac.action_version to witan_application;
revoke execute on function marac.acted from public;
grant execute on function marac.acted to witan_application;
