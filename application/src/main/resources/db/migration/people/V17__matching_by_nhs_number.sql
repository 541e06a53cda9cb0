-- An NHS number is compared, and finds the other records that give it.
--
-- Why guards of their own: numbers are copied from the mother, the twin or the line above. The same number with another first
-- name or another day of birth is looked at by somebody, however strongly the rest speaks; and so are two records alike in all else with two valid numbers.
-- Existing rows: what earlier records give is compared from now on; they are found by it once they are corrected or given
-- again, because the key by which a record is found is made when it is received. Until then they are found by all else.

insert into people.guard (code, words) values
    ('NUMBER', 'The NHS number is the same, but the first name or the date of birth is not: a number may be copied from somebody else.'),
    ('OTHER_NUMBER', 'Each has a valid NHS number, and they are not the same: two people, or one of the numbers is somebody else''s.');

update people.face f set given = f.given || jsonb_build_object('nhs_number', n.value)
from (select distinct on (s.record_id) s.record_id, s.value from people.stated s
      where s.what = 'NHS_NUMBER' and s.value <> '' order by s.record_id, s.value) n
where n.record_id = f.record_id;
