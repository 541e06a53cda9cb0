-- A referral that is not taken waits for whoever referred it, and for those who speak for their agency.
--
-- Why: it was seen by nobody unless they thought of opening it. Somebody at high risk is then in no process at all, while whoever
-- referred believes that they are.
-- Why an account and the agency: whoever referred may be away, or be a system.
-- Existing rows: what was decided before waits on "your work" for 90 days.

create function notices.turned_away_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(r.agency_id, array['REPRESENTATIVE', 'IDVA'], null, r.id),
        notices.queue(r.agency_id, null, r.referred_by, r.id)
    from added a join marac.referral r on r.id = a.record_id and r.source = 'MADE_HERE'
    where a.outcome in ('RETURNED', 'OTHER_AREA', 'CHILDRENS_ROUTE');
    return null;
end $$;
comment on function notices.turned_away_is_told is 'A decision not to take a referral waits for whoever referred, and for those who speak for the agency.';
create trigger turned_away_is_told after insert on marac.triage
    referencing new table as added for each statement execute function notices.turned_away_is_told();
revoke execute on function notices.turned_away_is_told from public;
