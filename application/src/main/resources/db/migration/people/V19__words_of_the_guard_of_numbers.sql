-- A number that two records share is looked at unless a first name speaks for it too.
--
-- Why: a newborn without a name or a birthday is written down with the number of the mother, and was linked with her. A number
-- that differs in a digit or two spoke for one person as well, and those of twins differ so.
-- Existing rows: suggestions that wait under this guard read the new words, which hold for them too.

update people.guard
set words = 'The NHS number is the same or nearly so, but no first name in both says the same, or the date of birth differs: a number may be copied from somebody else, as from a mother to her child.'
where code = 'NUMBER';
