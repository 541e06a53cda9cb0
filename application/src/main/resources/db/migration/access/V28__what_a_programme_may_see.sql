-- What somebody who works with alleged perpetrators may see of an offer: the suggestion that is assigned to them.
--
-- Why: until now such a worker saw actions alone. A programme is suggested as an offer (module support), which is assigned to
-- those who work there. They open that it exists and what they may know of it; the case, the person who is harmed, other
-- offers and the agency that said something stay closed, as no other part is opened and only what is assigned to themselves
-- counts.
-- Existing rows: roles open two more things; no record changes.

insert into access.role_part (role, kind, part, basis) values
    ('PERPETRATOR_WORKER', 'OFFER', 'SUMMARY', 'ASSIGNED'),
    ('PERPETRATOR_WORKER', 'OFFER', 'PERPETRATOR_VIEW', 'ASSIGNED');
