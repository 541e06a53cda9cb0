-- A managed move is compared with the perpetrator's ward by its code, however a ward is spelled.
--
-- Why: until now a ward counted as avoided only when the landlord typed its name, and typed it as it was written down. A property next
-- door to the alleged perpetrator, in another postcode sector, was let through.
-- How: the partnership loads which postcode lies in which ward, from the postcode directory of the Office for National
-- Statistics, for its own districts. The ward of a property, and of where an alleged perpetrator lives, follows from the postcode.
-- What was typed as an area to avoid is looked up by its name: without case, spaces and signs, with "and" for "&" and "St" for
-- "Saint", and with a letter or two wrong where no other ward is as near.
-- Why it is said what could not be checked: a postcode that is not in the directory, an alleged perpetrator without an address,
-- and an area that is neither a postcode nor a ward pass every comparison. Whoever offers reads that, and asks her; the
-- landlord does not, as it would tell where not to look.
-- Existing rows: nothing is loaded, so each property says that its ward could not be checked.

create table support.ward (
    code text not null,
    name text not null,
    loaded_at timestamptz not null,
    constraint ward_is_identified primary key (code),
    constraint ward_has_a_code check (code ~ '^[EWSN][0-9]{8}$'),
    constraint ward_has_a_name check (name <> '' and length(name) <= 120)
);
comment on table support.ward is 'Wards of the partnership, by the codes of the Office for National Statistics.';
comment on column support.ward.code is 'The code, such as E05009288.';
comment on column support.ward.name is 'Its name.';
comment on column support.ward.loaded_at is 'When it was loaded last.';

create table support.ward_of_postcode (
    postcode text not null,
    ward text not null,
    constraint ward_of_postcode_is_identified primary key (postcode),
    constraint ward_of_postcode_is_a_ward foreign key (ward) references support.ward (code),
    constraint ward_of_postcode_has_no_space check (postcode ~ '^[A-Z0-9]{5,7}$')
);
create index ward_of_postcode_in_ward on support.ward_of_postcode (ward);
comment on table support.ward_of_postcode is 'Which postcode lies in which ward. Loaded by the coordinator.';
comment on column support.ward_of_postcode.postcode is 'The postcode without a space.';
comment on column support.ward_of_postcode.ward is 'The ward.';

alter table support.ward enable row level security;
alter table support.ward_of_postcode enable row level security;
create policy ward_is_read on support.ward for select using ((select access.viewer_in_force()));
create policy ward_of_postcode_is_read on support.ward_of_postcode for select using ((select access.viewer_in_force()));

create function support.load_wards(codes text[], names text[], postcodes text[], wards text[]) returns integer
    language plpgsql security definer set search_path = support, pg_temp as $$
declare
    loaded integer;
begin
    if access.viewer_role() is distinct from 'COORDINATOR' or not access.viewer_in_force() then
        raise exception 'may not load wards' using errcode = 'WI006';
    end if;
    insert into support.ward as w (code, name, loaded_at)
    select g.code, g.name, now() from unnest(load_wards.codes, load_wards.names) as g (code, name)
    on conflict (code) do update set name = excluded.name, loaded_at = excluded.loaded_at;
    insert into support.ward_of_postcode as p (postcode, ward)
    select distinct on (g.postcode) g.postcode, g.ward
    from unnest(load_wards.postcodes, load_wards.wards) as g (postcode, ward)
    on conflict (postcode) do update set ward = excluded.ward;
    get diagnostics loaded = row_count;
    return loaded;
end $$;
comment on function support.load_wards is 'Loads wards, and which postcode lies in which; how many postcodes. WI006 for anybody but a coordinator.';

create function support.ward_key(name text) returns text language sql immutable as $$
    select regexp_replace(
        regexp_replace(
            regexp_replace(replace(lower(name), '&', ' and '), '\m(the|ward|of)\M', ' ', 'g'),
            '\msaint\M', 'st', 'g'),
        '[^a-z0-9]', '', 'g')
$$;
comment on function support.ward_key is 'The name of a ward as it is compared: without case, spaces, signs and small words.';

create function support.ward_at(postcode text) returns text language sql stable as $$
    select p.ward from support.ward_of_postcode p
    where p.postcode = upper(regexp_replace(ward_at.postcode, '[^A-Za-z0-9]', '', 'g'))
$$;
comment on function support.ward_at is 'The ward in which a postcode lies; null when that is not known. For functions of the owner.';

create function support.wards_named(typed text) returns table (code text)
    language sql stable as $$
    with near as (
        select w.code, public.levenshtein_less_equal(
                left(support.ward_key(w.name), 120), left(support.ward_key(wards_named.typed), 120),
                least(2, length(support.ward_key(wards_named.typed)) / 5)) as distance
        from support.ward w
        where length(support.ward_key(wards_named.typed)) > 2)
    select n.code from near n
    where n.distance <= least(2, length(support.ward_key(wards_named.typed)) / 5)
      and n.distance = (select min(m.distance) from near m)
    union
    select w.code from support.ward w where w.code = upper(btrim(wards_named.typed))
$$;
comment on function support.wards_named is 'Wards that were meant by a name or a code, however it is spelled; several that share a name. For functions of the owner.';

create function support.is_postcode(typed text) returns boolean language sql immutable as $$
    select upper(regexp_replace(typed, '\s', '', 'g')) ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?([0-9][A-Z]{0,2})?$'
$$;
comment on function support.is_postcode is 'Whether something is a postcode or its beginning.';

create function support.lived_at(offer uuid) returns table (person_id uuid, postcode text, stands boolean)
    language sql stable as $$
    with suspect as (
        select b.person_id
        from access.record r
        join access.about b on b.record_id = r.within_id
        join people.source_record s on s.id = b.person_id and s.standing = 'PERPETRATOR'
        where r.id = lived_at.offer),
    told as (
        select u.person_id, u.person_id as record_id from suspect u
        union
        select u.person_id, y.record_id
        from suspect u
        join access.same_person x on x.record_id = u.person_id
        join access.same_person y on y.person_id = x.person_id)
    select u.person_id, d.postcode,
        not exists (select from people.source_record n where n.supersedes_id = d.record_id)
    from suspect u
    left join (told t
               join people.address d on d.record_id = t.record_id and d.postcode <> ''
                   and (d.until_on is null or d.until_on >= access.today()))
        on t.person_id = u.person_id
$$;
comment on function support.lived_at is 'Where the alleged perpetrators of the case of an offer live, also where it is shared with her, and whether that stands or was told anew since; a row without a postcode for one of whom that is not known. For functions of the owner.';

create or replace function support.is_avoided(offer uuid, postcode text, ward text) returns boolean
    language plpgsql stable security definer set search_path = support, pg_temp as $$
declare
    sector constant text := support.sector_of(is_avoided.postcode);
    codes text[];
begin
    if not access.may_see(is_avoided.offer, 'SUPPORT') then
        return true;
    end if;
    -- The ward of the postcode counts, and what the landlord calls it as well.
    codes := array(
        select support.ward_at(is_avoided.postcode) where support.ward_at(is_avoided.postcode) is not null
        union
        select n.code from support.wards_named(is_avoided.ward) n where is_avoided.ward <> '');
    return exists (
            select from support.avoided_area a
            where a.record_id = is_avoided.offer
              and (starts_with(sector, support.sector_of(a.area))
                   or (is_avoided.ward <> '' and support.ward_key(a.area) = support.ward_key(is_avoided.ward))
                   or exists (select from support.wards_named(a.area) n where n.code = any (codes))))
        or exists (
            select from support.lived_at(is_avoided.offer) d
            where support.sector_of(d.postcode) = sector or support.ward_at(d.postcode) = any (codes));
end $$;
comment on function support.is_avoided is 'Whether a property lies where the person must not live, or in the postcode sector or the ward of an alleged perpetrator. Says not which.';

create function support.not_checked(offer uuid, postcode text) returns table (what text, area text)
    language sql stable security definer set search_path = support, pg_temp as $$
    select 'PROPERTY', '' where support.offers() and access.may_see(not_checked.offer, 'SUPPORT')
        and not_checked.postcode <> '' and support.ward_at(not_checked.postcode) is null
    union
    select 'PERPETRATOR', '' where support.offers() and access.may_see(not_checked.offer, 'SUPPORT')
        and (exists (select from support.lived_at(not_checked.offer) d
                     group by d.person_id
                     having coalesce(bool_or(support.ward_at(d.postcode) is null) filter (where d.stands), true))
             or not exists (select from support.lived_at(not_checked.offer)))
    union
    select 'AREA', a.area from support.avoided_area a
    where a.record_id = not_checked.offer and support.offers() and access.may_see(not_checked.offer, 'SUPPORT')
      and not support.is_postcode(a.area) and not exists (select from support.wards_named(a.area))
$$;
comment on function support.not_checked is 'What of a managed move could not be compared by ward, for whoever offers: PROPERTY, whose postcode is not known; PERPETRATOR, of whom no such postcode is known, or one that is in no ward; AREA, an area to avoid that is neither a postcode nor a ward.';

grant select on support.ward, support.ward_of_postcode to witan_application;
revoke execute on all functions in schema support from public;
grant execute on function support.load_wards, support.not_checked to witan_application;
