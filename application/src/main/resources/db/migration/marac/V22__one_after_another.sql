-- A case is heard, listed and withdrawn one after another.
--
-- Each of these asks first whether the others happened. Two that were asked at the same moment both found nothing and both
-- stood: a case that a conference had heard, and that was withdrawn.
-- Why a lock of the referral's row, and not a rule between rows: what excludes what is said by the use cases, in words for
-- whoever is refused; they only have to ask one after another.
-- Existing rows: none is changed.

create function marac.hold(record uuid) returns boolean
    language plpgsql security definer set search_path = marac, pg_temp as $$
begin
    if not access.may_see(hold.record, 'SUMMARY') then
        return false;
    end if;
    perform from marac.referral r where r.id = hold.record for no key update;
    return found;
end $$;
comment on function marac.hold is 'Lets others who decide about the same referral wait until this transaction ends; false when it is not there for whoever looks. For those who may see it.';
revoke execute on function marac.hold from public;
grant execute on function marac.hold to witan_application;
