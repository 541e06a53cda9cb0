-- Who may let somebody in again: two people who were here before today.
--
-- Why: an administrator who invents a colleague was both people of a recovery within the hour, and so anybody in the
-- partnership. Now each of the two must have been granted the role that they use, and have signed in, some days before.
-- A person who does not exist must therefore stand in the list of accounts for that long, and data protection officers
-- are told of every recovery.
-- Why whoever was granted their role by nobody is not asked: that is the first administrator, by the set-up, or somebody
-- let in by the owner of the database; no administrator can make such a membership.
-- What it does not stop: whoever invents a colleague and waits. In the first days of an installation nobody can be the
-- second person; an account that lost its way in is then closed and opened anew (runbook).
-- Existing rows: functions and a setting only. A recovery that is open now may be refused; it can be opened again.

insert into access.setting (name, since, value, reason) values
    ('recovery_known_days', '2026-11-01', '7',
     'Proposed: within a week somebody notices an account of a person whom nobody knows.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('recovery_known_days', 'How many days both people of a recovery must have been here', 'days', 1, 90,
     'Less than a day lets an administrator invent the second person. After three months a partnership has new people whom all know.',
     85);

create function access.is_known(account uuid, membership uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (
        select from access.membership m
        where m.id = is_known.membership and m.account_id = is_known.account
          and (m.granted_by is null
               or (m.granted_at <= now() - make_interval(days => access.setting_number('recovery_known_days'))
                   and exists (select from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                               where e.account_id = is_known.account and e.deed = 'SIGN_IN' and o.outcome = 'DONE'
                                 and e.at <= now() - make_interval(days => access.setting_number('recovery_known_days'))))))
$$;
comment on function access.is_known is 'Whether somebody was granted a membership, and had signed in, the days before that a recovery asks of both its people.';

create function access.is_vouched_for(recovery uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (
        select from access.recovery r
        join access.viewer v on access.is_known(v.account_id, v.membership_id)
        where r.id = is_vouched_for.recovery
          and exists (select from access.membership m
                      where m.account_id = r.opened_by and m.role = 'ADMINISTRATOR'
                        and access.today() between m.starts_on and coalesce(m.ends_on, 'infinity')
                        and access.is_known(m.account_id, m.id)))
$$;
comment on function access.is_vouched_for is 'Whether whoever opened a recovery and whoever looks have both been here long enough to let somebody in together.';

create or replace function access.confirm_recovery(recovery uuid, link uuid, digest bytea) returns timestamptz
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    r access.recovery;
    me uuid := access.viewer_account();
    until timestamptz := now() + make_interval(hours => access.setting_number('recovery_link_hours'));
begin
    update access.recovery x set confirmed_at = now(), confirmed_by = me
    where x.id = confirm_recovery.recovery and x.confirmed_at is null and x.cancelled_at is null
      and now() < x.expires_at and x.opened_by <> me and x.account_id <> me
      and access.viewer_role() in ('ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'COORDINATOR')
      and access.is_vouched_for(x.id)
      and exists (select from access.account a where a.id = x.account_id and a.closed_at is null)
    returning * into r;
    if not found then
        return null;
    end if;
    perform access.end_credentials(r.account_id);
    insert into access.link (id, digest, kind, account_id, companion, made_by, expires_at)
    values (confirm_recovery.link, confirm_recovery.digest, 'RECOVERY', r.account_id, r.companion, me, until);
    return until;
end $$;

revoke execute on function access.is_known, access.is_vouched_for from public;
grant execute on function access.is_vouched_for to witan_application;
