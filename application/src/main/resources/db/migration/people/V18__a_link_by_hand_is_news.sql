-- When somebody links two records by hand, the other modules hear of every concern about the person that they are now.
--
-- Why: a concern is announced when it is stored, and who it was about is asked then. Whoever links two records later says
-- that it was about somebody else as well: further abuse between the persons of a referral was never found, as nobody
-- looked again.
-- Why only links by hand: what the engine links, it links in the transaction that stores the record, before the news of it.
-- Why the row is used again: one that was told before waits anew, in the order of the last link.
-- Existing rows: what was linked by hand before is looked at again, once.

alter table people.news drop constraint news_kind_is_known;
alter table people.news add constraint news_kind_is_known check (what in ('NEW', 'CORRECTED', 'CANCELLED', 'LINKED'));
comment on column people.news.what is 'NEW, CORRECTED (the concern is another version of one before), CANCELLED, or LINKED (somebody linked one of its persons by hand).';

create function people.link_is_news(record uuid) returns void
    language sql security definer set search_path = people, pg_temp as $$
    with alike as materialized (select people.persons_alike(link_is_news.record) as id),
    about as (
        select c.id from people.concern c where c.record_id in (select a.id from alike a)
        union
        select p.concern_id from people.concern_person p where p.record_id in (select a.id from alike a))
    insert into people.news (id, concern_id, what, made_at)
    select uuidv7(), b.id, 'LINKED', now() from about b where people.concern_holds(b.id)
    on conflict (concern_id, what) do update set id = excluded.id, made_at = excluded.made_at, announced_at = null
$$;
comment on function people.link_is_news is 'Lets every concern that holds about the person of a record wait to be announced again.';

create or replace function people.link_by_hand(one uuid, other uuid, weight double precision, by uuid) returns text
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    if people.is_together(one, other) then
        return 'DONE';
    end if;
    -- Said of these two, it yields to whoever says otherwise of these two; said of others of them, it stands.
    if people.must_stay_apart(one, other, true) then
        return 'KEPT_APART';
    end if;
    perform people.lift_apart(one, other, by);
    perform people.bring_together(one, other, weight, by);
    perform people.link_is_news(one);
    return 'DONE';
end $$;

do $$
declare
    linked uuid;
begin
    for linked in
        select distinct on (l.person_id) l.record_id from people.link l
        where l.made_by is not null and l.with_id is not null and l.ended_at is null
    loop
        perform people.link_is_news(linked);
    end loop;
end $$;

revoke execute on function people.link_is_news from public;
