-- An alarm at an offer is raised whatever its id, as one at a job is, and so is one that says something else than before.
--
-- Why: a page that the browser kept from before sends the id of an alarm that was raised, or confirmed, meanwhile. What whoever
-- pressed knew was then taken for the same alarm sent twice, and stopped nobody.
-- Why the words and the account count: the same words by the same account under one id are one press that came twice.
-- Why a function: who raises an alarm may not see those of others, and of an id that is taken they learn nothing.
-- Existing rows: none are touched.

create function support.id_of_alarm(alarm uuid, offer uuid, words text) returns uuid
    language sql volatile security definer set search_path = support, pg_temp as $$
    select case when exists (
                select from support.contact_alarm a
                where a.id = id_of_alarm.alarm
                  and (a.record_id, a.words, a.by)
                      is distinct from (id_of_alarm.offer, id_of_alarm.words, access.viewer_account()))
            or exists (select from support.contact_confirmed f where id_of_alarm.alarm = any (f.alarms))
        then uuidv7() else id_of_alarm.alarm end
$$;
comment on function support.id_of_alarm is 'The id under which an alarm is raised: the one that was sent, or a new one where that is another alarm or was confirmed.';
revoke execute on function support.id_of_alarm from public;
grant execute on function support.id_of_alarm to witan_application;

create or replace function support.raise_at_job(alarm uuid, job uuid, words text) returns boolean
    language plpgsql security definer set search_path = support, pg_temp as $$
declare
    offer uuid;
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
    insert into support.contact_alarm (id, record_id, words, agency_id, at, by)
    values (support.id_of_alarm(raise_at_job.alarm, offer, raise_at_job.words), offer, raise_at_job.words,
        access.viewer_agency(), now(), access.viewer_account())
    on conflict (id) do nothing;
    return true;
end $$;
