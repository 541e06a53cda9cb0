-- Managed house moves: a request without a name, one property, areas that are avoided, and who owes whom a property.
--
-- Why no name: a landlord decides about a property, not about a person. Who it is, is told when a property was taken.
-- Why the areas to avoid are closed to landlords, and a property is compared by the owner: where an alleged perpetrator lives
-- is not the landlord's to know, and a reason would tell it. The answer is only that this property cannot be offered. Somebody
-- who tries many properties to find out is stopped: each try that was refused is counted.
-- Why the postcode sector and not the distance: a sector is what is known of an address that is typed; a ward is compared by
-- its name where both sides give it.
-- Why one property: the tenant gets one offer, as in any managed move; one that was refused because it is not safe was none.
-- Why what is owed names no request: landlords settle it between them, long after the case is closed.
-- Existing rows: none of these. Who is told to a provider later is allowed for managed moves.

create table support.move_need (
    record_id uuid not null,
    landlord_id uuid,
    bedrooms integer not null,
    constraint move_need_is_one_for_an_offer primary key (record_id),
    constraint move_need_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint move_need_is_from_a_landlord foreign key (landlord_id) references access.agency (id),
    constraint move_need_counts_rooms check (bedrooms between 0 and 10)
);
comment on table support.move_need is 'What somebody needs who moves, without a name.';
comment on column support.move_need.record_id is 'The offer.';
comment on column support.move_need.landlord_id is 'Whose tenant they are now; null when that is no landlord of the partnership.';
comment on column support.move_need.bedrooms is 'How many bedrooms.';

create table support.avoided_area (
    record_id uuid not null,
    area text not null,
    constraint avoided_area_is_identified primary key (record_id, area),
    constraint avoided_area_is_of_an_offer foreign key (record_id) references support.offer (id),
    constraint avoided_area_is_an_area check (length(area) between 2 and 60)
);
comment on table support.avoided_area is 'Where the person must not live. Closed to landlords.';
comment on column support.avoided_area.record_id is 'The offer.';
comment on column support.avoided_area.area is 'A postcode, its beginning, or the name of a ward.';

create table support.property (
    id uuid not null,
    record_id uuid not null,
    postcode text not null,
    ward text not null,
    bedrooms integer not null,
    words text not null,
    agency_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    answer text,
    answered_at timestamptz,
    answered_by uuid,
    constraint property_is_identified primary key (id),
    constraint property_is_for_an_offer foreign key (record_id) references support.offer (id),
    constraint property_says_where check (length(postcode) between 5 and 8 and length(ward) <= 60 and length(words) <= 1000),
    constraint property_counts_rooms check (bedrooms between 0 and 10),
    constraint property_answer_is_known check (answer in ('TAKEN', 'REFUSED', 'NOT_SAFE')),
    constraint property_is_answered_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    constraint property_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint property_is_by_an_account foreign key (by) references access.account (id),
    constraint property_is_answered_by_an_account foreign key (answered_by) references access.account (id)
);
create unique index property_is_one on support.property (record_id) where answer is distinct from 'NOT_SAFE';
comment on table support.property is 'A property that a landlord can let to somebody whose name they do not know yet.';
comment on column support.property.id is 'UUIDv7 made with the form.';
comment on column support.property.record_id is 'The offer.';
comment on column support.property.postcode is 'Its postcode.';
comment on column support.property.ward is 'Its ward; may be empty.';
comment on column support.property.bedrooms is 'How many bedrooms.';
comment on column support.property.words is 'What is to be known of it.';
comment on column support.property.agency_id is 'The landlord.';
comment on column support.property.at is 'When it was written.';
comment on column support.property.by is 'By whom.';
comment on column support.property.answer is 'TAKEN; REFUSED; NOT_SAFE, after which another may be offered; null while it is not answered.';
comment on column support.property.answered_at is 'When it was answered.';
comment on column support.property.answered_by is 'By whom.';

create table support.property_try (
    id uuid not null,
    record_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    constraint property_try_is_identified primary key (id),
    constraint property_try_is_for_an_offer foreign key (record_id) references support.offer (id),
    constraint property_try_is_by_an_account foreign key (by) references access.account (id)
);
create index property_try_of_offer on support.property_try (record_id);
comment on table support.property_try is 'That a property could not be offered because of where it is. Says not where.';
comment on column support.property_try.id is 'Made by the database.';
comment on column support.property_try.record_id is 'The offer.';
comment on column support.property_try.at is 'When.';
comment on column support.property_try.by is 'By whom.';

create table support.owed (
    id uuid not null,
    debtor_id uuid not null,
    creditor_id uuid not null,
    on_day date not null,
    constraint owed_is_identified primary key (id),
    constraint owed_by_an_agency foreign key (debtor_id) references access.agency (id),
    constraint owed_to_an_agency foreign key (creditor_id) references access.agency (id),
    constraint owed_to_another check (debtor_id <> creditor_id)
);
comment on table support.owed is 'That one landlord housed a tenant of another and is owed a property. Names nobody and no request.';
comment on column support.owed.id is 'Made by the database.';
comment on column support.owed.debtor_id is 'Whose tenant was housed.';
comment on column support.owed.creditor_id is 'Who housed them.';
comment on column support.owed.on_day is 'When the property was taken.';

create function support.sector_of(postcode text) returns text language sql immutable as $$
    select case when length(p) >= 5 then left(p, -2) else p end
    from (select upper(regexp_replace(postcode, '\s', '', 'g')) as p) as given
$$;
comment on function support.sector_of is 'The sector of a postcode, without a space: ZZ12 3ZZ lies in ZZ123.';

create function support.is_avoided(offer uuid, postcode text, ward text) returns boolean
    language plpgsql stable security definer set search_path = support, pg_temp as $$
declare
    sector constant text := support.sector_of(is_avoided.postcode);
begin
    if not access.may_see(is_avoided.offer, 'SUPPORT') then
        return true;
    end if;
    return exists (
            select from support.avoided_area a
            where a.record_id = is_avoided.offer
              and (starts_with(sector, support.sector_of(a.area))
                   or (is_avoided.ward <> '' and lower(btrim(a.area)) = lower(btrim(is_avoided.ward)))))
        or exists (
            select from access.record r
            join access.about b on b.record_id = r.within_id
            left join access.same_person x on x.record_id = b.person_id
            left join access.same_person y on y.person_id = x.person_id
            join people.address d on d.record_id in (b.person_id, y.record_id)
            where r.id = is_avoided.offer and d.part = 'PERPETRATOR' and d.postcode <> ''
              and (d.until_on is null or d.until_on >= access.today())
              and support.sector_of(d.postcode) = sector);
end $$;
comment on function support.is_avoided is 'Whether a property lies where the person must not live, or in the postcode sector of an alleged perpetrator. Says not which.';

create function support.owe(property uuid) returns void
    language sql security definer set search_path = support, pg_temp as $$
    insert into support.owed (id, debtor_id, creditor_id, on_day)
    select gen_random_uuid(), n.landlord_id, p.agency_id, access.today()
    from support.property p join support.move_need n on n.record_id = p.record_id
    where p.id = owe.property and p.answer = 'TAKEN' and p.answered_at = now()
      and p.answered_by = access.viewer_account() and n.landlord_id <> p.agency_id
$$;
comment on function support.owe is 'Writes down what is owed for a property that was taken in this transaction by whoever looks.';

create trigger move_need_stays before update or delete on support.move_need
    for each row execute function access.refuse_change();
create trigger owed_stays before update or delete on support.owed for each row execute function access.refuse_change();

alter table support.move_need enable row level security;
alter table support.avoided_area enable row level security;
alter table support.property enable row level security;
alter table support.property_try enable row level security;
alter table support.owed enable row level security;
create policy seen_with_its_offer on support.move_need for select using (
    exists (select from support.offer o where o.id = move_need.record_id));
create policy move_need_is_told on support.move_need for insert with check (support.asked_now(record_id));
create policy seen_by_those_who_offer on support.avoided_area for select using (
    (select support.offers()) and exists (select from support.offer o where o.id = avoided_area.record_id));
create policy avoided_area_is_told on support.avoided_area for insert with check (support.asked_now(record_id));
create policy seen_with_its_offer on support.property for select using (
    exists (select from support.offer o where o.id = property.record_id));
create policy property_is_offered on support.property for insert with check (
    (select access.viewer_role()) = 'SUPPORT_WORKER' and agency_id = (select access.viewer_agency())
    and by = (select access.viewer_account()) and at = now() and answer is null
    and exists (select from support.offer o where o.id = property.record_id and o.offer_kind = 'MANAGED_MOVE')
    and not support.is_avoided(record_id, postcode, ward));
create policy property_is_answered on support.property for update
    using ((select support.offers()) and answer is null
           and exists (select from support.offer o where o.id = property.record_id))
    with check (answered_at = now() and answered_by = (select access.viewer_account()));
create policy seen_with_its_offer on support.property_try for select using (
    exists (select from support.offer o where o.id = property_try.record_id));
create policy property_is_tried on support.property_try for insert with check (
    by = (select access.viewer_account()) and at = now()
    and exists (select from support.offer o where o.id = property_try.record_id));
create policy owed_is_read on support.owed for select using (
    (select access.viewer_in_force())
    and ((select support.offers()) or (select access.viewer_agency()) in (debtor_id, creditor_id)));

drop policy offer_is_told on support.offer_told;
create policy offer_is_told on support.offer_told for insert with check (
    support.asked_now(record_id)
    or ((select support.offers())
        and exists (select from support.property p where p.record_id = offer_told.record_id and p.answer = 'TAKEN')));

grant select, insert on support.move_need, support.avoided_area, support.property, support.property_try to witan_application;
grant update (answer, answered_at, answered_by) on support.property to witan_application;
grant select on support.owed to witan_application;
revoke execute on all functions in schema support from public;
grant execute on function support.sector_of, support.is_avoided, support.owe to witan_application;
