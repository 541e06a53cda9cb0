-- Two things that a reading with fresh eyes found.
--
-- Why the latest referral is not enough: where the window counts from the meeting, an earlier referral that was heard may
-- still be in its window when a later one, which was not heard, is out of it. Asked is now the latest in whose window a
-- day lies, so that no further incident is missed.
-- Why a change of order is not told: whoever sees one case of a section would learn by its number that a case they may not
-- see was moved.
-- Existing rows: what was found stays. What was missed before is found when it is given again.

create or replace function marac.latest_of_same(victim uuid, perpetrators uuid[], happened_on date) returns uuid
    language sql stable security definer set search_path = marac, pg_temp as $$
    with victims as (select people.persons_alike(latest_of_same.victim) as id),
        harmers as (select people.persons_alike(p) as id from unnest(latest_of_same.perpetrators) as p)
    select r.id
    from marac.referred_person v
    join marac.referral r on r.id = v.record_id
    where v.part = 'VICTIM' and v.person_id in (select id from victims)
      and r.referred_on <= latest_of_same.happened_on
      and latest_of_same.happened_on <= marac.repeat_until(r.id)
      and (cardinality(latest_of_same.perpetrators) = 0
           or not exists (select from marac.referred_person p where p.record_id = r.id and p.part = 'PERPETRATOR')
           or exists (select from marac.referred_person p
                      where p.record_id = r.id and p.part = 'PERPETRATOR' and p.person_id in (select id from harmers)))
    order by r.referred_at desc, r.id desc limit 1
$$;
comment on function marac.latest_of_same is 'The latest referral in whose window a day lies, of this victim with one of these alleged perpetrators, or with nobody named in one of the two, whoever may see it. For functions of the owner.';

drop trigger item_is_told on meeting.item;
create trigger item_is_told after update on meeting.item for each row
    when (old.off_at is distinct from new.off_at or old.section is distinct from new.section)
    execute function marac.note_item();
