-- What administration needs of the tables of V1: who changed a row last, bounds that a setting keeps, a partnership that
-- never loses its last administrator, and a membership that can be taken back on the day it was granted.
--
-- Why changed_at and changed_by are written by a trigger: a page that meets a stale edit must say by whom, whichever way
-- the change came. The application cannot write the two columns by itself.
-- Why the database guards the last administrator: two administrators who end each other at the same moment each see the
-- other one still there. The guard lets one of them wait and then look again.
-- Why nobody closes their own account or the agency they act for: both are a change of one's own memberships.
-- Why an end one day before the start is allowed: it says "never in force", and a grant made by mistake must be taken
-- back at once and not tomorrow.
-- Why bounds are rows: a later migration that ships a setting ships its bounds too. A setting without bounds is shown and
-- cannot be changed on the page.
-- Existing rows: no row breaks a new constraint; changed_at stays empty for what was never changed.

alter table access.agency add column changed_at timestamptz, add column changed_by uuid;
alter table access.agency add constraint agency_is_changed_by_an_account
    foreign key (changed_by) references access.account (id);
comment on column access.agency.changed_at is 'When it was changed last; null when it never was.';
comment on column access.agency.changed_by is 'Who changed it last; null when it was no viewer.';

alter table access.account add column changed_at timestamptz, add column changed_by uuid;
alter table access.account add constraint account_is_changed_by_an_account
    foreign key (changed_by) references access.account (id);
comment on column access.account.changed_at is 'When it was changed last; null when it never was.';
comment on column access.account.changed_by is 'Who changed it last; null when it was no viewer.';

alter table access.membership add column changed_at timestamptz, add column changed_by uuid;
alter table access.membership add constraint membership_is_changed_by_an_account
    foreign key (changed_by) references access.account (id);
comment on column access.membership.changed_at is 'When its end or its lead was changed last; null when they never were.';
comment on column access.membership.changed_by is 'Who changed it last; null when it was no viewer.';

create function access.note_change() returns trigger language plpgsql
    security definer set search_path = access, pg_temp as $$
begin
    new.changed_at := now();
    new.changed_by := access.viewer_account();
    return new;
end $$;
comment on function access.note_change is 'Notes when a row was changed and by whom.';

create trigger agency_change_is_noted before update on access.agency
    for each row execute function access.note_change();
create trigger account_change_is_noted before update on access.account
    for each row execute function access.note_change();
create trigger membership_change_is_noted before update on access.membership
    for each row execute function access.note_change();

alter table access.membership drop constraint membership_runs_forward;
alter table access.membership add constraint membership_runs_forward check (starts_on <= ends_on + 1);

-- The last administrator ----------------------------------------------------------------------------------------

create view access.lasting_administrator as
select m.id as membership_id, m.account_id, m.agency_id
from access.membership m
join access.account a on a.id = m.account_id
join access.agency y on y.id = m.agency_id
where m.role = 'ADMINISTRATOR' and m.starts_on <= access.today() and m.ends_on is null
  and a.closed_at is null and a.kind = 'PERSON' and y.closed_at is null;
comment on view access.lasting_administrator is 'Administrators whose membership is in force and has no end.';
comment on column access.lasting_administrator.membership_id is 'The membership.';
comment on column access.lasting_administrator.account_id is 'The person.';
comment on column access.lasting_administrator.agency_id is 'The agency.';

create function access.refuse_loss_of_administrators() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    -- Whoever removes one at the same time waits here and then sees what this transaction did.
    perform pg_advisory_xact_lock(hashtext('access.lasting_administrator'));
    if not exists (select from access.lasting_administrator) then
        raise exception 'the last administrator cannot be removed' using errcode = 'WI121';
    end if;
    return null;
end $$;
comment on function access.refuse_loss_of_administrators is 'Refuses a change after which nobody could administer any more.';

create trigger membership_leaves_an_administrator after update on access.membership
    for each row when (new.role = 'ADMINISTRATOR' and old.ends_on is null and new.ends_on is not null)
    execute function access.refuse_loss_of_administrators();

create function access.refuse_loss_by_closing() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if new.id in (access.viewer_account(), access.viewer_agency()) then
        raise exception 'nobody closes their own account or agency' using errcode = 'WI122';
    end if;
    if exists (select from access.membership m
               where m.role = 'ADMINISTRATOR' and m.ends_on is null and new.id in (m.account_id, m.agency_id)) then
        perform pg_advisory_xact_lock(hashtext('access.lasting_administrator'));
        if not exists (select from access.lasting_administrator) then
            raise exception 'the last administrator cannot be removed' using errcode = 'WI121';
        end if;
    end if;
    return null;
end $$;
comment on function access.refuse_loss_by_closing is 'Refuses closing what one acts with oneself, or what the last administrator acts with.';

create trigger account_leaves_an_administrator after update on access.account
    for each row when (old.closed_at is null and new.closed_at is not null)
    execute function access.refuse_loss_by_closing();
create trigger agency_leaves_an_administrator after update on access.agency
    for each row when (old.closed_at is null and new.closed_at is not null)
    execute function access.refuse_loss_by_closing();

-- Settings ------------------------------------------------------------------------------------------------------

create table access.setting_bound (
    name text not null,
    words text not null,
    unit text not null,
    least integer not null,
    most integer not null,
    because text not null,
    place integer not null,
    constraint setting_bound_is_identified primary key (name),
    constraint setting_bound_has_room check (0 <= least and least < most)
);
comment on table access.setting_bound is 'Between which numbers a partnership may set something, and why not beyond.';
comment on column access.setting_bound.name is 'Name of the setting.';
comment on column access.setting_bound.words is 'Name on pages.';
comment on column access.setting_bound.unit is 'What is counted, on pages.';
comment on column access.setting_bound.least is 'Smallest number.';
comment on column access.setting_bound.most is 'Largest number.';
comment on column access.setting_bound.because is 'Why not less and not more.';
comment on column access.setting_bound.place is 'Order in lists.';

insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('agreement_grace_days', 'How long an agency still sees after its agreement ended', 'days', 0, 60,
     'Beyond two months an agency without an agreement is an agency that did not agree.', 10),
    ('break_glass_hours', 'How long a broken glass stays open', 'hours', 1, 12,
     'An emergency that lasts longer is a case, and gets a list of names.', 20),
    ('idle_minutes', 'After how long without use a session ends', 'minutes', 5, 60,
     'Less than five minutes loses work. More than an hour leaves a shared desk open.', 30),
    ('session_hours', 'After how long everybody signs in again', 'hours', 1, 24,
     'A session must not outlive the working day by more than a night shift.', 40),
    ('step_up_minutes', 'How long proof of presence counts', 'minutes', 1, 15,
     'An export is asked for by whoever sits there now.', 50);

create function access.refuse_setting_out_of_bounds() returns trigger
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    if exists (select from access.setting_bound b
               where b.name = new.name
                 and (new.value !~ '^[0-9]{1,6}$' or new.value::integer not between b.least and b.most)) then
        raise exception 'a setting out of its bounds' using errcode = 'WI123';
    end if;
    return new;
end $$;
comment on function access.refuse_setting_out_of_bounds is 'Keeps a setting within its bounds, whichever way it is set.';
create trigger setting_is_within_bounds before insert on access.setting
    for each row execute function access.refuse_setting_out_of_bounds();

-- Who I am on the page ------------------------------------------------------------------------------------------

create function access.name_plate(account uuid, membership uuid) returns table (
    person text, agency text, role_words text) language sql stable security definer set search_path = access, pg_temp as $$
    select ltrim(a.given_name || ' ' || a.family_name), y.name, r.words
    from access.account a
    left join access.membership m on m.account_id = a.id and m.id = $2
    left join access.agency y on y.id = m.agency_id
    left join access.role r on r.code = m.role
    where a.id = $1
$$;
comment on function access.name_plate is 'What stands at the top of a page for whoever has signed in: their own name, agency and role.';

grant select on access.setting_bound to witan_application;
revoke execute on function access.note_change, access.refuse_loss_of_administrators, access.refuse_loss_by_closing,
    access.refuse_setting_out_of_bounds, access.name_plate from public;
grant execute on function access.name_plate to witan_application;

-- A name of a colleague ------------------------------------------------------------------------------------------

create function access.person(account uuid) returns text
    language sql stable security definer set search_path = access, pg_temp as $$
    select ltrim(a.given_name || ' ' || a.family_name) from access.account a
    where a.id = $1 and exists (select from access.viewer)
$$;
comment on function access.person is 'The name of somebody who works here, for anyone who has entered: whom one stands in for, who granted something.';
revoke execute on function access.person from public;
grant execute on function access.person to witan_application;
