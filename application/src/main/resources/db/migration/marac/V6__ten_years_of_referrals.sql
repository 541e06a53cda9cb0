-- What waits for the coordinator costs the same after ten years as after one, and the return of ten years is read at once.
--
-- Why a table: that a referral waits is that no decision about it stands. To find the few of which that is so, every
-- referral there ever was had to be held against every decision there ever was, on the page of the triage and on the
-- first page after signing in. Which ones wait is now kept beside them by triggers, in the transaction that changes it:
-- it is received, it is decided, the decision is undone.
-- Why it stands under the rule: that a referral waits tells that it exists.
-- Why the return is a function of the owner: it counts some dozen rows of each case that was heard, and the rule was asked
-- about each row: 0.9 s for 6,300 cases, on a busy machine, and so ten times that for 60,000. The function asks first
-- whether whoever looks is a coordinator to whom every part that it reads is open throughout the partnership, and gives
-- nothing to anybody else; then only what is closed to somebody is asked about, once for each such record.
-- Existing rows: what waits today is filled in.

create table marac.waiting (
    record_id uuid not null,
    kind text not null default 'CASE',
    constraint waiting_is_identified primary key (record_id),
    constraint waiting_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind)
);
comment on table marac.waiting is 'Referrals about which no decision stands. Kept by triggers on marac.referral and marac.triage; nobody else writes it.';
comment on column marac.waiting.record_id is 'The referral.';
comment on column marac.waiting.kind is 'Always CASE, for the policy.';

create function marac.begin_to_wait() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    insert into marac.waiting (record_id) values (new.id);
    return null;
end $$;
comment on function marac.begin_to_wait is 'A referral waits from when it is received.';
create trigger referral_waits after insert on marac.referral for each row execute function marac.begin_to_wait();

create function marac.wait_or_not() returns trigger
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    if new.undone_at is null then
        delete from marac.waiting w where w.record_id = new.record_id;
    else
        insert into marac.waiting (record_id) values (new.record_id) on conflict do nothing;
    end if;
    return null;
end $$;
comment on function marac.wait_or_not is 'A referral waits no longer when it is decided, and again when that is undone.';
create trigger triage_ends_the_wait after insert or update on marac.triage for each row execute function marac.wait_or_not();

insert into marac.waiting (record_id)
select r.id from marac.referral r
where not exists (select from marac.triage t where t.record_id = r.id and t.undone_at is null);

select access.guard('marac.waiting', 'record_id', '''CASE''', 'SUMMARY');
grant select on marac.waiting to witan_application;

create function marac.heard_between(from_on date, until_on date, meeting uuid) returns table (
    meeting_id uuid, board text, day date, record_id uuid, reference text, agency_kind text, repeat boolean,
    children bigint, sex text, born date, harmers date[], minoritised text, disability text, lgbt text)
    language plpgsql stable security definer set search_path = marac, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    v access.looking := access.viewer_looking();
begin
    if v.entry_id is null or v.role <> 'COORDINATOR' or exists (
        select from unnest(array['CASE SUMMARY', 'CASE RISK', 'CASE VICTIM', 'CASE CHILDREN', 'CASE PERPETRATOR',
            'PERSON SUMMARY', 'PERSON VICTIM', 'PERSON CHILDREN', 'PERSON PERPETRATOR']) as o (part)
        where v.openings ->> o.part is distinct from 'PARTNERSHIP') then
        return;
    end if;
    return query
    with withheld as materialized (
        select c.record_id as id from access.closed c where access.withheld_from_me(c.record_id)),
    held as materialized (
        select m.id, b.name, (t.starts_at at time zone 'Europe/London')::date as day
        from meeting.timing t
        join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
        join meeting.board b on b.id = m.board_id and b.id in (select meeting.my_boards())
        where t.starts_at >= heard_between.from_on::timestamp at time zone 'Europe/London'
          and t.starts_at < (heard_between.until_on + 1)::timestamp at time zone 'Europe/London'
          and (heard_between.meeting is null or m.id = heard_between.meeting)
          and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)),
    heard as materialized (
        select distinct d.id as meeting_id, d.name, d.day, i.record_id
        from held d
        join meeting.item i on i.meeting_id = d.id
        join meeting.item_event e on e.item_id = i.id and e.what = 'HEARD'
        where i.record_id not in (select w.id from withheld w)),
    records as materialized (select distinct h.record_id from heard h),
    person as (
        select p.record_id,
            count(*) filter (where s.standing = 'CHILD' and p.in_household <> 'NO') as children,
            min(s.sex) filter (where s.standing = 'VICTIM') as sex,
            min(s.born_on) filter (where s.standing = 'VICTIM') as born,
            array_agg(s.born_on) filter (where s.standing = 'PERPETRATOR') as harmers
        from records h
        join marac.referred_person p on p.record_id = h.record_id
        join people.source_record s on s.id = p.person_id
        where p.person_id not in (select w.id from withheld w)
        group by p.record_id),
    said as (
        select s.record_id,
            max(s.answer) filter (where s.topic = 'MINORITISED') as minoritised,
            max(s.answer) filter (where s.topic = 'DISABILITY') as disability,
            max(s.answer) filter (where s.topic = 'LGBT') as lgbt
        from records h
        join marac.statement s on s.record_id = h.record_id and s.topic in ('MINORITISED', 'DISABILITY', 'LGBT')
        group by s.record_id),
    repeated as (
        select distinct t.record_id
        from records h
        join marac.triage t on t.record_id = h.record_id and t.undone_at is null
        join marac.repetition r on r.triage_id = t.id and r.earlier_id not in (select w.id from withheld w))
    select h.meeting_id, h.name, h.day, h.record_id, b.reference, y.kind, r.record_id is not null,
        coalesce(p.children, 0), p.sex, p.born, coalesce(p.harmers, '{}'), s.minoritised, s.disability, s.lgbt
    from heard h
    join marac.referral f on f.id = h.record_id
    join access.record b on b.id = h.record_id
    join access.agency y on y.id = f.agency_id
    left join person p on p.record_id = h.record_id
    left join said s on s.record_id = h.record_id
    left join repeated r on r.record_id = h.record_id;
end $$;
comment on function marac.heard_between is 'The cases that were heard between two days, or by one meeting of these, with what the return counts of each. For a coordinator only; nobody is told of a record that is withheld from them.';

revoke execute on function marac.begin_to_wait, marac.wait_or_not, marac.heard_between from public;
grant execute on function marac.heard_between to witan_application;
