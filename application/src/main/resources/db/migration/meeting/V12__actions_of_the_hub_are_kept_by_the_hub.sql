-- Who reports and arranges the actions of the hub: its coordinator, and the agency whose action it is.
--
-- Why: whoever coordinates or chairs the MARAC could report and arrange every action that the rule showed them, and those of the hub
-- were among them. They see such an action now only when its case was stepped up to the MARAC (V33 of module access); even
-- then the hub keeps it, and they read it.
-- Existing rows: functions only.

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
    return (v.role in ('COORDINATOR', 'CHAIR') and not meeting.is_of_hub(record))
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
        and ((v.role in ('COORDINATOR', 'CHAIR') and not meeting.is_of_hub(record))
             or (v.role = 'HUB_COORDINATOR' and meeting.is_of_hub(record)))
        and access.sees(v, record, 'ACTION', 'ACTIONS')
        and exists (select from meeting.action a where a.record_id = may_arrange.record);
end $$;
