-- Who gives what, as the agency told the coordinator: so that whoever offers is not shown a contractor when she looks for counselling.
--
-- Why a list that is written whole, and not one row for each kind: what an agency gives is said at once, and the newest list counts.
-- Why by the coordinator: who keeps the directory keeps this too.
-- Existing rows: none is changed. An agency of which nothing was said is shown for every kind, as before.

create table support.gives (
    id uuid not null,
    agency_id uuid not null,
    kinds text[] not null,
    said_at timestamptz not null,
    said_by uuid not null,
    constraint gives_is_identified primary key (id),
    constraint gives_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint gives_is_by_an_account foreign key (said_by) references access.account (id),
    constraint gives_each_once check (cardinality(kinds) <= 20)
);
create index gives_of_agency on support.gives (agency_id, said_at);
comment on table support.gives is 'What an agency gives, as it told the coordinator. Added, never changed: the newest counts. Names no person.';
comment on column support.gives.id is 'UUIDv7 made with the form.';
comment on column support.gives.agency_id is 'The agency.';
comment on column support.gives.kinds is 'Kinds of offer; none when it gives nothing any more.';
comment on column support.gives.said_at is 'When it was written.';
comment on column support.gives.said_by is 'By whom.';

create function support.kinds_are_known() returns trigger language plpgsql set search_path = support, pg_temp as $$
begin
    if exists (select from unnest(new.kinds) k (code) where not exists (select from support.offer_kind o where o.code = k.code)) then
        raise exception 'no such kind of offer' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
comment on function support.kinds_are_known is 'Refuses kinds of offer that there are not.';
revoke execute on function support.kinds_are_known from public;
create trigger gives_what_is_known before insert on support.gives for each row execute function support.kinds_are_known();
create trigger gives_stays before update or delete on support.gives for each row execute function access.refuse_change();
alter table support.gives enable row level security;
create policy gives_is_read on support.gives for select using ((select access.viewer_in_force()));
create policy gives_is_written on support.gives for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and said_by = (select access.viewer_account()) and said_at = now());
grant select, insert on support.gives to witan_application;
