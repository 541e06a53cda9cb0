-- Emergency meetings that were called before are seen by core agencies alone, as new ones are.
--
-- Existing rows: each meeting that was called for an emergency is marked. A meeting's version does not change: nobody's page
-- of it is stale.

update meeting.meeting m set core_only = true
where exists (select from marac.emergency e where e.meeting_id = m.id);

comment on column marac.transfer_in.digest is 'SHA-256 of what the sender''s system calls the transfer by, so that it is received once, however often it was sealed; null for what came in another way.';
