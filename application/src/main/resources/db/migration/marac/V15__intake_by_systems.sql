-- The systems of agencies refer, and answer what an agenda asks of their agency.
--
-- Why three scopes: a system that hands in referrals need not read whom other agencies referred, and one that looks for
-- the persons of an agenda need not be able to answer in the name of its agency. A scope only narrows what the role opens.
-- Why no table: a referral that a system sends is a referral, and an answer is an answer. What keeps a write from being
-- done twice is access.kept_answer; what keeps an answer from being overwritten unseen is its version.
-- Existing rows: systems that are registered have none of these scopes until an administrator registers them anew.

insert into access.scope (code, words, place) values
    ('referrals:write', 'Refer somebody to the MARAC', 30),
    ('research:read', 'Read whom the next agendas ask about, and what its own agency answered', 40),
    ('research:write', 'Answer in the name of its agency what it knows of them', 50);
update access.scope set place = 60 where code = 'trail:read';
