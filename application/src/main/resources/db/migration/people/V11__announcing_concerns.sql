-- Each concern is announced to the other modules once, whichever way it came in.
--
-- Why rows: a command that loads an extract is a process of its own, so nobody in the application would hear what it
-- publishes; and a process that dies between storing and publishing would never say it. So the row that waits to be
-- announced is written in the transaction that stores the concern, by a trigger that no way in can forget.
-- Why a function takes one at a time: whoever announces does so in the transaction that says it was done, and leaves
-- what another node is announcing (skip locked). If a listener fails, that one waits on and the others go out.
-- Why ids only: what is announced is for modules, each of which asks the rule before it shows anything.
-- Existing rows: concerns that are there wait to be announced, as nobody could hear of those that were loaded.

create table people.news (
    id uuid not null,
    concern_id uuid not null,
    made_at timestamptz not null,
    announced_at timestamptz,
    constraint news_is_identified primary key (id),
    constraint news_is_of_a_concern foreign key (concern_id) references people.concern (id),
    constraint news_is_announced_after_it_was_made check (announced_at >= made_at)
);
create index news_waits on people.news (id) where announced_at is null;
create unique index news_is_told_once on people.news (concern_id);
comment on table people.news is 'Concerns that the other modules are told of, and when they were.';
comment on column people.news.id is 'Made by the database, in the order in which they are told.';
comment on column people.news.concern_id is 'The concern.';
comment on column people.news.made_at is 'When it was stored.';
comment on column people.news.announced_at is 'When the other modules were told; null while it waits.';
alter table people.news enable row level security;

create function people.concern_is_news() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    insert into people.news (id, concern_id, made_at) values (uuidv7(), new.id, now());
    return null;
end $$;
comment on function people.concern_is_news is 'Lets a new concern wait to be announced.';
create trigger concern_is_announced after insert on people.concern
    for each row execute function people.concern_is_news();

create function people.take_news(after uuid) returns table (
    news_id uuid, concern_id uuid, victim_id uuid, perpetrator_ids uuid[])
    language sql volatile security definer set search_path = people, pg_temp as $$
    with waiting as materialized (
        select n.id from people.news n
        where n.announced_at is null and (take_news.after is null or n.id > take_news.after)
        order by n.id limit 1 for update skip locked),
    taken as (
        update people.news n set announced_at = greatest(clock_timestamp(), n.made_at)
        from waiting w where n.id = w.id returning n.id, n.concern_id)
    select t.id, t.concern_id, c.record_id,
        array(select p.record_id from people.concern_person p
              where p.concern_id = t.concern_id and p.part = 'PERPETRATOR' order by p.record_id)
    from taken t join people.concern c on c.id = t.concern_id
$$;
comment on function people.take_news is 'The first that waits after another, which counts as announced when this transaction ends well; nothing when none waits that no other node holds.';

revoke execute on function people.concern_is_news, people.take_news from public;
grant execute on function people.take_news to witan_application;

insert into people.news (id, concern_id, made_at)
select uuidv7(), c.id, c.received_at from people.concern c order by c.received_at, c.id;
