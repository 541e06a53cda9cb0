-- What the Vulnerability Hub opens beside its cases.
--
-- Why an action opens to a hub coordinator to whom it is assigned, and not by their agency: the agency of a hub coordinator
-- may take part in the MARAC too, and an action of a MARAC case is none of the hub's. A hub case is assigned to those who
-- coordinate the hub, and what lies within it with it.
-- Why a hub case opens to a MARAC coordinator to whom it is assigned: a resident whose case is stepped up to the MARAC is
-- made known to whoever triages there, and nobody else of the MARAC reads the hub's cases.
-- Existing rows: no role loses anything.

insert into access.role_part (role, kind, part, basis)
select 'HUB_COORDINATOR', 'ACTION', unnest(array['SUMMARY', 'ACTIONS']), 'ASSIGNED'
union all
select 'COORDINATOR', 'HUB_CASE',
    unnest(array['SUMMARY', 'VICTIM', 'VICTIM_ADDRESS', 'CHILDREN', 'RISK', 'MINUTES', 'ACTIONS', 'SUPPORT']), 'ASSIGNED';
