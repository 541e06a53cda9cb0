-- What somebody would see who does not look now, for whoever decides whether to tell them that something waits.
--
-- Why here: whoever looks is a row of access.looking, and what its columns are is this module's own. It is filled by the names
-- of the columns, so that one more does not move the others.
-- Existing rows: none is changed.

create function access.would_see(membership uuid, record uuid) returns boolean
    language sql stable as $$
    select exists (
        select from access.in_force f
        join access.agency y on y.id = f.agency_id
        join access.role_opening o on o.role = f.role and o.opens_records and o.of_partnership = (y.kind = 'PARTNERSHIP')
        join access.record r on r.id = would_see.record
        where f.membership_id = would_see.membership
          and access.sees(
              jsonb_populate_record(null::access.looking, jsonb_build_object(
                  'entry_id', f.membership_id, 'written_in', '3', 'account_id', f.account_id,
                  'membership_id', f.membership_id, 'agency_id', f.agency_id, 'role', f.role, 'purpose', '',
                  'opens_records', true, 'openings', o.openings)),
              r.id, r.kind, 'SUMMARY'))
$$;
comment on function access.would_see is 'Whether the rule would show a membership that a record exists, for a purpose that opens records. For functions of the owner.';
revoke execute on function access.would_see from public;
