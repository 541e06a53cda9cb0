-- A victim or an alleged perpetrator may work for an agency that sits in the conference, or know somebody who does.
--
-- Why it is asked: protocols restrict such a case to named people [S63], and nobody restricts what they do not know of.
-- Why its own part: only those who keep the case whole read it, not every agency that researches.
-- Existing rows: referrals of before say nothing about it.

insert into marac.topic (code, part, place) values ('WORKS_FOR_AGENCY', 'THIRD_PARTY', 35);
