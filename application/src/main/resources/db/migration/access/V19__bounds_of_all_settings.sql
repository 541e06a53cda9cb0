-- Bounds for the settings that came with signing in and with the trail.
--
-- Why: a setting without bounds is shown and cannot be changed, because the page could not say what would be unsafe.
-- Existing rows: the shipped values lie within these bounds.

insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('set_up_link_hours', 'How long the link to set up Witan works', 'hours', 1, 72,
     'Whoever holds it becomes the first administrator.', 60),
    ('invitation_hours', 'How long an invitation works', 'hours', 1, 168,
     'A link that lies about for more than a week is found by somebody else.', 70),
    ('recovery_confirm_minutes', 'How long a second person may take to confirm a recovery', 'minutes', 5, 240,
     'Whoever asks is on the telephone or at the desk. Tomorrow they ask again.', 80),
    ('recovery_link_hours', 'How long the link of a recovery works', 'hours', 1, 24,
     'Whoever lost their way in is waiting for it.', 90),
    ('unusual_volume_least', 'How many records opened in a day are never called many', 'records', 1, 1000,
     'Less floods the review; more hides somebody who reads a whole caseload.', 100),
    ('unusual_volume_times', 'How many times the usual day is called many', 'times', 2, 20,
     'Twice the usual is a busy day. Twenty times the usual is too late.', 110),
    ('unusual_turned_away_least', 'How many wrong references in a day are called a search', 'references', 2, 100,
     'One is a slip. A hundred is a list that somebody works through.', 120),
    ('unusual_before_hour', 'Before which hour access is outside work', 'o''clock', 0, 12,
     'After noon nothing would be before work.', 130),
    ('unusual_from_hour', 'From which hour on access is outside work', 'o''clock', 12, 24,
     'Before noon everything would be after work.', 140),
    ('trail_late_seconds', 'After how long a row of the trail that is not sealed is told', 'seconds', 5, 600,
     'What is not sealed can still be taken away unseen by its owner.', 150);
