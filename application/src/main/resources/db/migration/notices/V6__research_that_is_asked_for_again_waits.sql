-- Research that is asked for again waits for whoever answers for the agency.
--
-- Why a notice for each case that is owed: the rule is asked about each, so that nobody is written to about a case that they must
-- not know. Whoever is owed several by is written to once.
-- Existing rows: none. Nobody was asked again before.

create function notices.research_chase_is_told() returns trigger
    language plpgsql security definer set search_path = notices, pg_temp as $$
begin
    perform notices.queue(a.agency_id, array['REPRESENTATIVE', 'IDVA'], null, i.record_id)
    from added a
    join meeting.item i on i.meeting_id = a.meeting_id and i.off_at is null
    join marac.referral f on f.id = i.record_id
    where not exists (select from marac.research r
                      where r.meeting_id = i.meeting_id and r.record_id = i.record_id and r.agency_id = a.agency_id
                        and r.withdrawn_at is null);
    return null;
end $$;
comment on function notices.research_chase_is_told is 'Research that is asked for again waits for whoever speaks for the agency, as far as they may know of the case.';
create trigger research_chase_is_told after insert on marac.research_chase
    referencing new table as added for each statement execute function notices.research_chase_is_told();
revoke execute on function notices.research_chase_is_told from public;
