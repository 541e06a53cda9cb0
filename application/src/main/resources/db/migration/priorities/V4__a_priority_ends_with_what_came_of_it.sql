-- A priority ends, and says what came of it.
--
-- Why a reason of its own: a priority that only disappears from the list teaches the group nothing. What was done stands as the
-- tactics of the version before; whether it helped, or why the group stops, is written down when it ends.
-- Existing rows: none was ended, as no page could.

alter table priorities.priority
    add column because text not null default '',
    add constraint priority_that_ended_says_why check ((state = 'ENDED') = (because <> '')),
    add constraint priority_reason_is_of_a_length check (length(because) <= 2000);
comment on column priorities.priority.because is 'What came of it, or why the group stops; empty while it goes on.';
