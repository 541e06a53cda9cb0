-- Whoever does a job at a home says that going there, or reaching who lives there, may not be safe.
--
-- Why: a contractor stands at the door and sees what nobody else does, and could only write that the job was not done. What was
-- said so stopped nobody.
-- Why a function: the alarm stands at the offer, which a contractor may not see and is not told of. It is found from the job.
-- What the contractor learns: that the job is stopped, as at every job. Whose alarm stopped it is not said.
-- Why at a job that is to be done alone: at one that is done, whether it counts as stopped would tell whether the offer goes on.
-- Why an id that was used is no reason to lose an alarm: a page that the browser kept from before sends the id of an alarm that
-- was confirmed meanwhile.
-- Existing rows: none are touched.

create function support.raise_at_job(alarm uuid, job uuid, words text) returns boolean
    language plpgsql security definer set search_path = support, pg_temp as $$
declare
    offer uuid;
    anew uuid := uuidv7();
begin
    if access.viewer_role() not in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER') or not access.viewer_in_force()
            or not access.may_see(raise_at_job.job, 'SUPPORT') then
        return false;
    end if;
    select r.within_id into offer from access.record r join support.job j on j.id = r.id
    where r.id = raise_at_job.job
      and not exists (select from support.job_step s where s.record_id = j.id and s.what in ('DONE', 'CHECKED'));
    if offer is null then
        return false;
    end if;
    if not exists (select from support.contact_alarm a where a.id = raise_at_job.alarm and a.record_id <> offer)
            and not exists (select from support.contact_confirmed f where raise_at_job.alarm = any (f.alarms)) then
        anew := raise_at_job.alarm;
    end if;
    insert into support.contact_alarm (id, record_id, words, agency_id, at, by)
    values (anew, offer, raise_at_job.words, access.viewer_agency(), now(), access.viewer_account())
    on conflict (id) do nothing;
    return true;
end $$;
comment on function support.raise_at_job is 'Raises an alarm at the offer of a job that is to be done, for whoever sees the job; whether there is one for them. Twice under one id it is raised once, until somebody confirms how she is reached.';
revoke execute on function support.raise_at_job from public;
grant execute on function support.raise_at_job to witan_application;
