-- Whether a membership may know of a record is asked of access itself (V30 there), and its openings are no longer put together here.
--
-- Existing rows: none is changed.

create or replace function notices.may_know(membership uuid, record uuid) returns boolean
    language sql stable as $$
    select may_know.record is null or access.would_see(may_know.membership, may_know.record)
$$;
