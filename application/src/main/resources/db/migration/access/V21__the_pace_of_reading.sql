-- How many records one person may open in ten minutes.
--
-- Why: whoever gets into a session, or leaves with a grudge, could otherwise open record after record by a program, and the
-- review of unusual access would find it the next day.
-- Why 300: one every two seconds, for ten minutes, is more than anybody reads. A coordinator who prepares a meeting opens some
-- dozens. The application counts in memory, so that nothing has to be counted in the trail.
-- Why these bounds: fewer than 50 would stop a coordinator before a meeting; 5,000 is a whole caseload, and no limit.
-- Existing rows: none has the name.

insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('records_in_ten_minutes', 'How many records one person may open in ten minutes', 'records', 50, 5000,
     'Fewer than fifty stops somebody who prepares a meeting. Five thousand is a whole caseload, taken by a program.', 95);

insert into access.setting (name, since, value, reason) values
    ('records_in_ten_minutes', '2026-11-01', '300', 'Proposed: one every two seconds is more than anybody reads, and few enough to be noticed in time.');
