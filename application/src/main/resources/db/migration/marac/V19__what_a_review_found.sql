-- What a review found.
--
-- Why history looks for incidents although its window has ended: what happened inside that window was a repeat on its day,
-- and nobody has looked at it. Only the agencies are not let in any more, as there is nothing left to flag.
-- Why history does not wait again when the withdrawal of it is undone: nobody decides about history.
-- Why whether a case was taken before is asked of the owner: where the referral that it became is closed to whoever imports,
-- the row was tried again and again, the rows after it were never reached, and the failure told that there is such a case.
-- A row of one's own list that one's own agency took before is BEFORE either way.
-- Why the reason of a withdrawal is told to the coordinator and the agency that asks alone: "she is afraid of him" was told
-- to every agency of the conference. All learn that it was withdrawn and the kind of the reason.
-- Why one that was sent twice counts only where its twin does not: both are one referral, so of two windows that hold the
-- same day that of the twin is meant. Where it alone holds the day, nothing is missed.
-- Why a kind of order says that it binds from its service: a page told of one that nobody served that it was in force.
-- Existing rows: the decision by which a referral was withdrawn keeps the kind of the reason, as the words stand with the
-- withdrawal. What an agenda said when a case was taken off stays: its history is never changed. History that
-- waits, as its withdrawal was undone, waits no longer. What was missed in windows that have ended is found when it is linked or given
-- again.

create function marac.referred_twice(record uuid) returns boolean
    language sql stable security definer set search_path = marac, pg_temp as $$
    select exists (select from marac.withdrawal w
                   join marac.triage t on t.id = w.triage_id and t.undone_at is null
                   where w.record_id = referred_twice.record and w.reason = 'SENT_TWICE')
$$;
comment on function marac.referred_twice is 'Whether a referral was withdrawn as sent twice, so that its twin counts.';

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
      and not marac.referred_in_error(r.id)
      and (cardinality(latest_of_same.perpetrators) = 0
           or not exists (select from marac.referred_person p where p.record_id = r.id and p.part = 'PERPETRATOR')
           or exists (select from marac.referred_person p
                      where p.record_id = r.id and p.part = 'PERPETRATOR' and p.person_id in (select id from harmers)))
    order by marac.referred_twice(r.id), r.referred_at desc, r.id desc limit 1
$$;
comment on function marac.latest_of_same is 'The latest referral in whose window a day lies, of this victim with one of these alleged perpetrators, or with nobody named in one of the two, whoever may see it, and none that was made in error; one that was withdrawn as sent twice only where its twin is not. For functions of the owner.';

create or replace function marac.open_history(record uuid) returns integer
    language plpgsql security definer set search_path = marac, pg_temp as $$
declare
    opened integer := 0;
    taken marac.imported;
    agency uuid;
    concern uuid;
begin
    select * into taken from marac.imported h where h.record_id = open_history.record;
    if not found or not marac.referred_now(open_history.record) or not meeting.keeps(taken.board_id) then
        raise exception 'no history taken in this transaction' using errcode = 'WI006';
    end if;
    if taken.heard and marac.repeat_until(open_history.record) >= access.today() then
        for agency in select a.agency_id from meeting.board_agency a where a.board_id = taken.board_id and a.until_at is null loop
            perform marac.open_to(open_history.record, agency);
            opened := opened + 1;
        end loop;
    end if;
    for concern in
        select distinct c.id from marac.referral r
        join marac.referred_person p on p.record_id = r.id and p.part = 'VICTIM'
        join people.concern c on c.record_id in (select people.persons_alike(p.person_id)) and c.happened_on >= r.referred_on
        where r.id = open_history.record
    loop
        perform marac.find_incident(concern);
    end loop;
    return opened;
end $$;
comment on function marac.open_history is 'Opens history that was taken in this transaction, was heard and has an open window to the agencies of its board, for their flags, and finds what happened since to the same persons, also while a window was open that has ended. Returns how many agencies.';

create or replace function marac.wait_or_not() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    if new.undone_at is null then
        delete from marac.waiting w where w.record_id = new.record_id;
    else
        insert into marac.waiting (record_id)
        select r.id from marac.referral r where r.id = new.record_id and r.source = 'MADE_HERE'
        on conflict do nothing;
    end if;
    return null;
end $$;
comment on function marac.wait_or_not is 'A referral waits no longer when it is decided, and again when that is undone; history never does.';

delete from marac.waiting w using marac.referral r where r.id = w.record_id and r.source <> 'MADE_HERE';

create function marac.taken_before(digests text[]) returns setof text
    language sql stable security definer set search_path = marac, pg_temp as $$
    select encode(h.digest, 'hex')
    from access.viewer v
    join marac.imported h on h.agency_id = v.agency_id
        and h.digest in (select decode(d, 'hex') from unnest(taken_before.digests) as d)
    where v.role = 'COORDINATOR'
$$;
comment on function marac.taken_before is 'Those of some cases of an old list that the agency of the coordinator who looks took before, whoever may see what they became. Tells no more than that.';

-- Who reads the reason of a withdrawal --------------------------------------------------------------------------

drop policy seen_by_the_rule on marac.withdrawal;
do $$
begin
    execute 'create policy seen_by_the_rule on marac.withdrawal for select using (('
        || access.rule_for('''CASE''', '''RISK''', 'marac.withdrawal.record_id') || ') and ('
        || '(select access.viewer_role()) = ''COORDINATOR'' or agency_id = (select access.viewer_agency())))';
end $$;

update marac.triage t set reason = case w.reason
        when 'WRONG_PERSON' then 'It is about the wrong person'
        when 'SENT_TWICE' then 'It was sent twice'
        when 'VICTIM_ASKS' then 'The victim asks for it'
        when 'RISK_CHANGED' then 'The risk is another than it seemed'
        when 'MOVED_AWAY' then 'The victim moved away'
        else 'Something else' end
from marac.withdrawal w where w.triage_id = t.id;

-- Orders that bind from their service ---------------------------------------------------------------------------

alter table marac.order_type add column when_served boolean not null default false;
comment on column marac.order_type.when_served is 'It takes effect when it is served, not when it is made.';
update marac.order_type set when_served = true where code = 'NON_MOLESTATION';

-- Rights --------------------------------------------------------------------------------------------------------

revoke execute on function marac.referred_twice, marac.taken_before from public;
grant execute on function marac.referred_twice, marac.taken_before to witan_application;
