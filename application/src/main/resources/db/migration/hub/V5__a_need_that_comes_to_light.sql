-- A need can be added to a case after its referral.
--
-- Why: what somebody needs comes to light while they are helped. Where it is domestic abuse, agencies that are not of a MARAC went on
-- reading the case, as nothing but the referral could say so; and a new need could not be measured.
-- Why a function: it writes the need, and closes the case to those agencies in the same transaction. Nobody can do the one without
-- the other.
-- Why whoever leads may add one: they keep the whole in view. A lead that is not of a MARAC so closes the case to itself; it is told
-- that it is discussed elsewhere, as everybody else is.
-- Why of the version of the case: its needs are measured and counted by that list.
-- Existing rows: said with the referral; by whom and when stands there.

alter table hub.need_of_case
    add column said_at timestamptz,
    add column said_by uuid,
    add constraint need_of_case_is_said_by_an_account foreign key (said_by) references access.account (id),
    add constraint need_of_case_is_said_whole check ((said_at is null) = (said_by is null));
comment on column hub.need_of_case.said_at is 'When it came to light; null where it was said with the referral.';
comment on column hub.need_of_case.said_by is 'Who said so; null where it was said with the referral.';

create function hub.add_need(record uuid, need text) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    added integer;
begin
    if not (hub.keeps(add_need.record) or hub.leads(add_need.record)) then
        raise exception 'may not change this case' using errcode = 'WI006';
    end if;
    insert into hub.need_of_case (record_id, version, code, said_at, said_by)
    select add_need.record, n.version, n.code, now(), access.viewer_account()
    from hub.need n
    where n.code = add_need.need
      and n.version = (select max(c.version) from hub.need_of_case c where c.record_id = add_need.record)
    on conflict do nothing;
    get diagnostics added = row_count;
    if hub.is_restricted(add_need.record) then
        perform hub.restrict(add_need.record);
    end if;
    return added = 1;
end $$;
comment on function hub.add_need is 'Adds a need to a case, and closes the case to agencies that are not of a MARAC where it is domestic abuse; whether it was new. WI006 for anybody but a hub coordinator who reads the case, or its lead.';
revoke execute on function hub.add_need from public;
grant execute on function hub.add_need to witan_application;
