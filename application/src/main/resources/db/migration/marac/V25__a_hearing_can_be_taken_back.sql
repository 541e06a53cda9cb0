-- What hangs on a hearing follows when it is taken back: here the day from which the window counts, and in V26 the facts of the
-- return.
--
-- Why a row of facts goes: it is no fact that somebody gave but a sum that is kept, and there is nothing left to count.
-- Why both are made anew from what was heard: a meeting that is moved, or a decision, must not bring back what was taken back.
-- What agencies said of their flags stays as they said it; who had said that they flagged reads that it was not heard after all.
-- Existing rows: none is changed, as nothing was taken back.

create or replace function marac.keep_met(records uuid[]) returns void
    language sql set search_path = marac, pg_temp as $$
    update marac.referral r set met_on = x.met_on
    from (select k.id,
              greatest(
                  (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
                   where i.record_id = k.id and exists (select from meeting.heard e where e.item_id = i.id)),
                  (select h.met_on from marac.imported h where h.record_id = k.id and h.heard)) as met_on
          from (select distinct u.id from unnest(keep_met.records) as u (id)) k) x
    where r.id = x.id and r.met_on is distinct from x.met_on
$$;
