-- Minutes name the actions that a meeting agreed and those that were open when it began.
--
-- Why an index: both are asked for one board and some days, and a partnership has hundreds of thousands of actions.
-- Existing rows: all are indexed; nothing else changes.

create index action_of_board on meeting.action (board_id, made_at);
