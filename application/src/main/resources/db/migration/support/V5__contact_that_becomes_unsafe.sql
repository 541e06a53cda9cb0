-- A way to reach somebody that becomes unsafe after an offer was made.
--
-- Why: what a provider is told of the person was written once and stood (V1). A number that is monitored from today on stood there
-- as "safe to use" until somebody took the offer back. Whoever would contact her must see it at once, and must not go on
-- before somebody who speaks for her confirms how.
-- How it is noticed: an offer keeps which ways were known when it was made or confirmed last. It is stopped when a way that
-- was not known is called unsafe, when a way that was called safe is called so no longer, or when somebody raised an alarm.
-- That is asked whenever the offer is read and stored nowhere, so no event can be missed and no link of records forgotten.
-- An alarm stops also what is offered later, until a confirmation names it: one that nobody read is cleared by nothing.
-- Whose words count: the records of the person, and for a child those of the person who is harmed, by whom a child is
-- reached; also records that were linked with these since.
-- What stops: accepting, starting, sessions and jobs at the home, from the day on which it became unsafe. What happened
-- before can be written down. What a programme for those who harm does is stopped by nothing here, and it learns nothing of it.
-- Why who raised the alarm may be read by whoever offers and by their own agency alone: the words may tell of the case.
-- Why an offer that is over still stops while a job of it is open: somebody still goes to the home.
-- Existing rows: an offer that is open knows the ways of the records as they stood when it was made; what was called unsafe
-- or told anew since is shown.

create table support.contact_known (
    record_id uuid not null,
    contact_id uuid not null,
    safe text not null,
    constraint contact_known_is_identified primary key (record_id, contact_id),
    constraint contact_known_is_of_an_offer foreign key (record_id) references support.offer (id)
);
comment on table support.contact_known is 'Ways to reach somebody that were known when an offer was made, or when it was confirmed last how she is reached. Read and written by functions of the owner alone.';
comment on column support.contact_known.record_id is 'The offer.';
comment on column support.contact_known.contact_id is 'The way, as module people keeps it.';
comment on column support.contact_known.safe is 'What was answered then about it.';

create table support.contact_alarm (
    id uuid not null,
    record_id uuid not null,
    words text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint contact_alarm_is_identified primary key (id),
    constraint contact_alarm_is_raised_at_an_offer foreign key (record_id) references support.offer (id),
    constraint contact_alarm_is_short check (length(words) <= 1000),
    constraint contact_alarm_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint contact_alarm_is_by_an_account foreign key (by) references access.account (id)
);
create index contact_alarm_of_offer on support.contact_alarm (record_id);
comment on table support.contact_alarm is 'That somebody says that reaching a person may not be safe any more. It stops all open offers by which she is reached.';
comment on column support.contact_alarm.id is 'UUIDv7 made with the form.';
comment on column support.contact_alarm.record_id is 'The offer at which it was noticed.';
comment on column support.contact_alarm.words is 'What was noticed; may be empty.';
comment on column support.contact_alarm.agency_id is 'The agency that says so.';
comment on column support.contact_alarm.at is 'When.';
comment on column support.contact_alarm.by is 'By whom.';

create table support.contact_confirmed (
    id uuid not null,
    record_id uuid not null,
    reach text not null,
    contact text not null,
    alarms uuid[] not null default '{}',
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint contact_confirmed_is_identified primary key (id),
    constraint contact_confirmed_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint contact_confirmed_reach_is_known check (reach in ('DIRECT', 'IDVA')),
    constraint contact_confirmed_through_the_idva_names_no_way check (reach = 'DIRECT' or contact = ''),
    constraint contact_confirmed_is_short check (length(contact) <= 4000),
    constraint contact_confirmed_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint contact_confirmed_is_by_an_account foreign key (by) references access.account (id)
);
create index contact_confirmed_of_offer on support.contact_confirmed (record_id, at);
comment on table support.contact_confirmed is 'How somebody is reached from now on, confirmed after it had become unsafe. The newest counts instead of what was told with the offer.';
comment on column support.contact_confirmed.id is 'UUIDv7 made by the application.';
comment on column support.contact_confirmed.record_id is 'The offer.';
comment on column support.contact_confirmed.reach is 'DIRECT: the provider speaks to the person itself; IDVA: only through the IDVA, in person.';
comment on column support.contact_confirmed.contact is 'Safe ways, a line each; empty when only through the IDVA.';
comment on column support.contact_confirmed.alarms is 'The alarms that whoever confirmed was shown: these stop nothing any more, and no other.';
comment on column support.contact_confirmed.agency_id is 'The agency that confirms it.';
comment on column support.contact_confirmed.at is 'When.';
comment on column support.contact_confirmed.by is 'By whom.';

create trigger contact_alarm_stays before update or delete on support.contact_alarm
    for each row execute function access.refuse_change();
create trigger contact_confirmed_stays before update or delete on support.contact_confirmed
    for each row execute function access.refuse_change();

-- What is known and what is new ---------------------------------------------------------------------------------------

create function support.reached_by(offer uuid) returns table (record_id uuid)
    language sql stable as $$
    with own as (
        select b.person_id from access.about b where b.record_id = reached_by.offer
        union
        select v.person_id
        from access.about b
        join people.source_record c on c.id = b.person_id and c.standing = 'CHILD'
        join access.record r on r.id = b.record_id
        join access.about v on v.record_id = r.within_id
        join people.source_record s on s.id = v.person_id and s.standing = 'VICTIM'
        where b.record_id = reached_by.offer)
    select o.person_id from own o
    union
    select y.record_id
    from own o
    join access.same_person x on x.record_id = o.person_id
    join access.same_person y on y.person_id = x.person_id
$$;
comment on function support.reached_by is 'Records that say how the person of an offer is reached. For functions of the owner.';

create function support.way_key(means text, value text) returns text language sql immutable as $$
    select case
        when means in ('PHONE', 'TEXT') and value ~ '[0-9]' then
            'NUMBER:' || regexp_replace(regexp_replace(value, '[^0-9]', '', 'g'), '^0*(44)?0*', '')
        else means || ':' || regexp_replace(lower(value), '[^[:alnum:]@]', '', 'g')
    end
$$;
comment on function support.way_key is 'A way to reach somebody as it is compared: a number is the same for calls and texts, and with +44 or 0.';

create function support.contacts_of(offer uuid)
    returns table (contact_id uuid, means text, value text, safe text, since_at timestamptz)
    language sql stable as $$
    select c.id, c.means, c.value, c.safe, s.received_at
    from support.reached_by(contacts_of.offer) p
    join people.safe_contact c on c.record_id = p.record_id
    join people.source_record s on s.id = c.record_id
    where not exists (select from people.source_record n where n.supersedes_id = s.id)
$$;
comment on function support.contacts_of is 'Ways to reach the person of an offer, as they are known now. For functions of the owner.';

create function support.learn_contacts() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
begin
    insert into support.contact_known (record_id, contact_id, safe)
    select new.id, c.contact_id, c.safe from support.contacts_of(new.id) c on conflict do nothing;
    return null;
end $$;
comment on function support.learn_contacts is 'An offer that is made keeps which ways are known.';
create trigger offer_learns_contacts after insert on support.offer
    for each row execute function support.learn_contacts();

create function support.reached_alike(offer uuid) returns table (record_id uuid)
    language sql stable as $$
    with told as materialized (select p.record_id from support.reached_by(reached_alike.offer) p),
    -- Few offers have an alarm or a confirmation: from these it is short to the offer, and not the other way.
    noted as (select a.record_id from support.contact_alarm a union select f.record_id from support.contact_confirmed f)
    select n.record_id
    from noted n
    join access.about b on b.record_id = n.record_id
    where b.person_id in (select t.record_id from told t)
    union
    select n.record_id
    from noted n
    join access.about b on b.record_id = n.record_id
    join people.source_record c on c.id = b.person_id and c.standing = 'CHILD'
    join access.record r on r.id = n.record_id
    join access.about v on v.record_id = r.within_id
    join people.source_record s on s.id = v.person_id and s.standing = 'VICTIM'
    where v.person_id in (select t.record_id from told t)
$$;
comment on function support.reached_alike is 'Offers with an alarm or a confirmation by which the same person is reached as by an offer. For functions of the owner.';

create function support.alarms_open(offer uuid) returns table (id uuid, at timestamptz)
    language sql stable as $$
    with alike as materialized (
        select l.record_id from support.reached_alike(alarms_open.offer) l union select alarms_open.offer)
    select a.id, a.at
    from support.offer o
    join support.contact_alarm a on a.record_id in (select l.record_id from alike l)
    where o.id = alarms_open.offer
      and not exists (select from support.contact_confirmed f
                      where a.id = any (f.alarms)
                        and (f.record_id = o.id
                             or (a.at < o.asked_at and f.record_id in (select l.record_id from alike l))))
$$;
comment on function support.alarms_open is 'Alarms that nobody confirmed anything about since, also those from before an offer was made. For functions of the owner.';

create function support.stopped(offer uuid) returns timestamptz
    language sql stable as $$
    select max(why.at)
    from support.offer o
    cross join lateral (
        select c.since_at as at from support.contacts_of(o.id) c
        where c.safe = 'NO'
          and not exists (select from support.contact_known k
                          where k.record_id = o.id and k.contact_id = c.contact_id and k.safe = 'NO')
        union all
        select n.received_at
        from support.contact_known k
        join people.safe_contact c on c.id = k.contact_id
        join people.source_record n on n.supersedes_id = c.record_id
        where k.record_id = o.id and k.safe = 'YES'
          and not exists (select from support.contacts_of(o.id) y
                          where y.safe = 'YES' and support.way_key(y.means, y.value) = support.way_key(c.means, c.value))
        union all
        select a.at from support.alarms_open(o.id) a
    ) why
    where o.id = stopped.offer and o.part = 'SUPPORT' and o.consent = 'YES'
      and not exists (select from support.offer_step s
                      where s.record_id = o.id and s.what in ('ENDED', 'DECLINED', 'UNABLE', 'WITHDRAWN')
                        and not exists (select from access.record r
                                        join support.job j on j.id = r.id
                                        where r.within_id = o.id
                                          and not exists (select from support.job_step d
                                                          where d.record_id = j.id and d.what in ('DONE', 'CHECKED'))))
$$;
comment on function support.stopped is 'Since when reaching the person of an open offer may not be safe; null while nothing says so. For functions of the owner.';

create function support.stopped_at(offer uuid) returns timestamptz
    language sql stable security definer set search_path = support, pg_temp as $$
    select support.stopped(stopped_at.offer) where access.may_see(stopped_at.offer, 'SUPPORT')
$$;
comment on function support.stopped_at is 'The same, for whoever sees the offer.';

create function support.alarms_at(offer uuid) returns table (id uuid)
    language sql stable security definer set search_path = support, pg_temp as $$
    select a.id from support.alarms_open(alarms_at.offer) a
    where support.offers() and access.may_see(alarms_at.offer, 'SUPPORT')
$$;
comment on function support.alarms_at is 'Alarms that stop an offer, without their words, for whoever offers.';

create function support.job_stopped_at(job uuid) returns timestamptz
    language sql stable security definer set search_path = support, pg_temp as $$
    select support.stopped(r.within_id) from access.record r
    where r.id = job_stopped_at.job and access.may_see(job_stopped_at.job, 'SUPPORT')
$$;
comment on function support.job_stopped_at is 'Since when going to the home of a job may not be safe, for whoever sees the job; null while nothing says so.';

create function support.doubted(whole uuid) returns table (means text, value text)
    language sql stable security definer set search_path = support, pg_temp as $$
    with said as (
        select b.person_id, s.standing
        from access.about b
        join people.source_record s on s.id = b.person_id
        where b.record_id = doubted.whole and access.may_see(doubted.whole, 'SUPPORT')),
    other as (
        select p.person_id, y.record_id
        from said p
        join access.same_person x on x.record_id = p.person_id
        join access.same_person y on y.person_id = x.person_id
        union
        -- Two records of who is harmed are of her, also before anybody linked them.
        select p.person_id, v.person_id from said p join said v on p.standing = 'VICTIM' and v.standing = 'VICTIM')
    select distinct c.means, c.value
    from other o
    join people.safe_contact c on c.record_id = o.person_id and c.safe = 'YES'
    join people.safe_contact n on n.record_id = o.record_id and n.safe = 'NO'
        and support.way_key(n.means, n.value) = support.way_key(c.means, c.value)
    where not exists (select from people.source_record s where s.supersedes_id = n.record_id)
$$;
comment on function support.doubted is 'Ways that the records of a case call safe and another record of the same person calls unsafe; nothing that those records do not say.';

create function support.learn_anew(offer uuid) returns void
    language plpgsql security definer set search_path = support, pg_temp as $$
begin
    if not exists (select from support.contact_confirmed f
                   where f.record_id = learn_anew.offer and f.at = now() and f.by = access.viewer_account()) then
        raise exception 'not confirmed in this transaction' using errcode = 'WI006';
    end if;
    delete from support.contact_known k where k.record_id = learn_anew.offer;
    insert into support.contact_known (record_id, contact_id, safe)
    select learn_anew.offer, c.contact_id, c.safe from support.contacts_of(learn_anew.offer) c;
end $$;
comment on function support.learn_anew is 'An offer for which it was confirmed in this transaction how she is reached keeps which ways are known now.';

insert into support.contact_known (record_id, contact_id, safe)
select o.id, c.id, c.safe
from support.offer o
cross join lateral support.reached_by(o.id) p
join people.source_record s on s.id = p.record_id and s.received_at <= o.asked_at
join people.safe_contact c on c.record_id = s.id
where not exists (select from people.source_record n where n.supersedes_id = s.id and n.received_at <= o.asked_at)
on conflict do nothing;

-- Who may read and write ------------------------------------------------------------------------------------------------

alter table support.contact_known enable row level security;
alter table support.contact_alarm enable row level security;
alter table support.contact_confirmed enable row level security;
create policy seen_with_its_offer on support.contact_alarm for select using (
    ((select support.offers()) or agency_id = (select access.viewer_agency()))
    and exists (select from support.offer o where o.id = contact_alarm.record_id));
create policy contact_alarm_is_raised on support.contact_alarm for insert with check (
    (select access.viewer_role()) in ('IDVA', 'COORDINATOR', 'SUPPORT_WORKER')
    and agency_id = (select access.viewer_agency()) and by = (select access.viewer_account()) and at = now()
    and exists (select from support.offer o where o.id = contact_alarm.record_id and o.part = 'SUPPORT'));
create policy seen_with_what_was_told on support.contact_confirmed for select using (
    exists (select from support.offer o where o.id = contact_confirmed.record_id)
    and (contact = '' or exists (select from support.offer_told t where t.record_id = contact_confirmed.record_id)));
create policy contact_is_confirmed on support.contact_confirmed for insert with check (
    (select support.offers()) and agency_id = (select access.viewer_agency()) and by = (select access.viewer_account())
    and at = now() and exists (select from support.offer o where o.id = contact_confirmed.record_id));

create policy offer_step_waits_until_contact_is_confirmed on support.offer_step as restrictive for insert with check (
    what not in ('ACCEPTED', 'STARTED', 'SESSION')
    or coalesce(on_day < (support.stopped_at(record_id) at time zone 'Europe/London')::date, true));
create policy survey_waits_until_contact_is_confirmed on support.survey as restrictive for insert with check (
    coalesce(on_day < (support.stopped_at(record_id) at time zone 'Europe/London')::date, true));
create policy job_waits_until_contact_is_confirmed on support.job as restrictive for insert with check (
    support.job_stopped_at(id) is null);
create policy job_step_waits_until_contact_is_confirmed on support.job_step as restrictive for insert with check (
    what <> 'DONE' or coalesce(on_day < (support.job_stopped_at(record_id) at time zone 'Europe/London')::date, true));

grant select, insert on support.contact_alarm, support.contact_confirmed to witan_application;
revoke execute on all functions in schema support from public;
grant execute on function support.stopped_at, support.alarms_at, support.job_stopped_at, support.doubted, support.learn_anew to witan_application;
