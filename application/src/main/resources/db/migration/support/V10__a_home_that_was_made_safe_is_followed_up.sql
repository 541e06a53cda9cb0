-- What happens after a home was made safer is told to those who offered it also where a contractor did the job and nobody wrote that
-- the offer began.
--
-- Why: the survey, the job and its check are written down each on its own page, and none of these is a step of the offer. So for most
-- homes that were made safer nobody would have asked whether they still are, after the next call.
-- Why a job that is done and not one that is asked for: until then there is nothing that may have been broken.
-- Existing rows: what happened before since such a job was done, and was received, is asked about now.

create or replace function support.ask_follow_up(concern uuid) returns void
    language sql security definer set search_path = support, pg_temp as $$
    insert into support.follow_up (id, record_id, concern_id, happened_on, found_at)
    select gen_random_uuid(), o.id, c.id, c.happened_on, now()
    from people.concern c
    join people.concern_person p on p.concern_id = c.id and p.part = 'VICTIM'
    join support.offer o on o.offer_kind = 'HOME_SAFETY'
    join access.about b on b.record_id = o.id
    where c.id = ask_follow_up.concern
      and (b.person_id = p.record_id
           or exists (select from access.same_person x join access.same_person y on y.person_id = x.person_id
                      where x.record_id = b.person_id and y.record_id = p.record_id))
      and c.happened_on >= o.asked_on
      and (exists (select from support.offer_step s where s.record_id = o.id and s.what = 'STARTED')
           or exists (select from access.record w join support.job_step j on j.record_id = w.id
                      where w.within_id = o.id and j.what = 'DONE' and j.on_day <= c.happened_on))
    on conflict do nothing
$$;

select support.ask_follow_up(c.id)
from people.concern c
where c.happened_on >= (select min(s.on_day) from support.job_step s where s.what = 'DONE');
