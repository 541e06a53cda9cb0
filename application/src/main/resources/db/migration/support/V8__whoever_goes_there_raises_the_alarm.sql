-- Whoever does a job at a home says that going there, or reaching who lives there, may not be safe.
--
-- Why: a contractor stands at the door and sees what nobody else does, and could only write that the job was not done. What was
-- said so stopped nobody.
-- Why a function: the alarm stands at the offer, which a contractor may not see and is not told of. It is found from the job.
-- What the contractor learns: that the job is stopped, as at every job. Whose alarm stopped it is not said.
-- Existing rows: none are touched.

create function support.raise_at_job(alarm uuid, job uuid, words text) returns boolean
    language plpgsql security definer set search_path = support, pg_temp as $$
declare
    offer uuid;
begin
    if access.viewer_role() not in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER') or not access.viewer_in_force()
            or not access.may_see(raise_at_job.job, 'SUPPORT') then
        return false;
    end if;
    select r.within_id into offer from access.record r join support.job j on j.id = r.id where r.id = raise_at_job.job;
    if offer is null then
        return false;
    end if;
    insert into support.contact_alarm (id, record_id, words, agency_id, at, by)
    values (raise_at_job.alarm, offer, raise_at_job.words, access.viewer_agency(), now(), access.viewer_account())
    on conflict (id) do nothing;
    return true;
end $$;
comment on function support.raise_at_job is 'Raises an alarm at the offer of a job, for whoever sees the job; whether there is one for them. Twice under one id it is raised once.';
revoke execute on function support.raise_at_job from public;
grant execute on function support.raise_at_job to witan_application;
