-- An agency that closes while support is open with it.
--
-- Why: an administrator closes an agency and sees no offer. What was open with it stood unanswered for ever: nobody works for it any
-- more, and whoever offered was told nothing. So the page that closes it names how much is open, and each open offer shows
-- afterwards that its provider closed, with whoever answers for it.
-- Why numbers alone: an administrator keeps the directory and learns nothing of any case. A number says that something is left.
-- Why nothing is ended by closing: whoever offered takes an offer back, with its reason, when they found something else.
-- Why jobs count with both sides: a job needs its contractor until it is done, and whoever asked until it was checked.
-- Existing rows: functions only.

create function support.open_with(agency uuid) returns table (what text, number bigint)
    language sql stable security definer set search_path = support, pg_temp as $$
    with standing as (
        select o.id, o.provider_id, o.agency_id,
            (select s.what from support.offer_step s where s.record_id = o.id order by s.version desc limit 1) as stands
        from support.offer o
        where o.consent = 'YES' and open_with.agency in (o.provider_id, o.agency_id)
          and (select access.viewer_role()) = 'ADMINISTRATOR'),
    still as (select * from standing where stands not in ('ENDED', 'DECLINED', 'UNABLE', 'WITHDRAWN'))
    select 'ANSWER', count(*) from still where provider_id = open_with.agency and stands = 'OFFERED'
    union all
    select 'START', count(*) from still where provider_id = open_with.agency and stands in ('ACCEPTED', 'WAITING')
    union all
    select 'RUNNING', count(*) from still where provider_id = open_with.agency and stands in ('STARTED', 'SESSION')
    union all
    select 'JOBS', count(*) from support.job j
    where j.contractor_id = open_with.agency and (select access.viewer_role()) = 'ADMINISTRATOR'
      and not exists (select from support.job_step s where s.record_id = j.id and s.what in ('DONE', 'CHECKED'))
    union all
    -- Whoever asked checks what was done. What an agency asked of itself and did not do stands among its jobs.
    select 'ASKED', count(*) from support.job j
    where j.agency_id = open_with.agency and (select access.viewer_role()) = 'ADMINISTRATOR'
      and not exists (select from support.job_step s where s.record_id = j.id and s.what = 'CHECKED')
      and (j.contractor_id <> j.agency_id
           or exists (select from support.job_step s where s.record_id = j.id and s.what = 'DONE'))
    union all
    select 'MADE', count(*) from still where agency_id = open_with.agency
$$;
comment on function support.open_with is 'How much support is open with an agency, by numbers, for an administrator; nothing for anybody else.';

revoke execute on all functions in schema support from public;
grant execute on function support.open_with to witan_application;
