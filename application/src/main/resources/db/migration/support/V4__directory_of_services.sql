-- The directory of services that people can be pointed to, as Open Referral (HSDS 3) describes them.
--
-- Why versions: what was written of a service is added and never overwritten; the latest counts, so an import can bring a
-- directory up to date and what stood before can be read.
-- Why a service may be confidential: of a refuge there is that it exists and how to ask, and no place. The table refuses one.
-- Why a service may name an agency: what is open with it then stands in the way of closing it.
-- Existing rows: none; agencies that take part are not made services by this.

create table support.service (
    id uuid not null,
    version integer not null,
    agency_id uuid,
    organization text not null,
    name text not null,
    description text not null,
    eligibility text not null,
    url text not null,
    email text not null,
    phone text not null,
    confidential boolean not null,
    address text not null,
    city text not null,
    postcode text not null,
    closed_on date,
    changed_at timestamptz not null,
    changed_by uuid not null,
    constraint service_is_identified primary key (id, version),
    constraint service_is_of_an_agency foreign key (agency_id) references access.agency (id),
    constraint service_counts_from_one check (version > 0),
    constraint service_has_a_name check (name <> '' and organization <> '' and length(name) <= 200 and length(organization) <= 200),
    constraint service_is_short check (length(description) <= 4000 and length(eligibility) <= 2000 and length(url) <= 500
        and length(email) <= 254 and length(phone) <= 60 and length(address) <= 300 and length(city) <= 120 and length(postcode) <= 12),
    constraint service_that_is_confidential_has_no_place
        check (not confidential or (address = '' and city = '' and postcode = '')),
    constraint service_is_changed_by_an_account foreign key (changed_by) references access.account (id)
);
comment on table support.service is 'A service of the directory, by versions. Names no person.';
comment on column support.service.id is 'The service; the same as in the file that it was imported from.';
comment on column support.service.version is 'Counts from one; the latest counts.';
comment on column support.service.agency_id is 'The agency of the partnership that gives it; null for most.';
comment on column support.service.organization is 'Who gives it.';
comment on column support.service.name is 'What it is called.';
comment on column support.service.description is 'What it does.';
comment on column support.service.eligibility is 'For whom it is.';
comment on column support.service.url is 'Its page.';
comment on column support.service.email is 'Its e-mail address.';
comment on column support.service.phone is 'Its telephone number.';
comment on column support.service.confidential is 'Whether its place is told to nobody.';
comment on column support.service.address is 'Where it is; empty when it is confidential.';
comment on column support.service.city is 'In which town; empty when it is confidential.';
comment on column support.service.postcode is 'Its postcode; empty when it is confidential.';
comment on column support.service.closed_on is 'When it closed; null while it is open.';
comment on column support.service.changed_at is 'When this was written.';
comment on column support.service.changed_by is 'By whom.';

create trigger service_stays before update or delete on support.service for each row execute function access.refuse_change();
alter table support.service enable row level security;
create policy service_is_read on support.service for select using ((select access.viewer_in_force()));
create policy service_is_written on support.service for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and changed_by = (select access.viewer_account()) and changed_at = now());
grant select, insert on support.service to witan_application;
