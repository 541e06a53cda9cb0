-- Multi-agency tasking and coordination (MATAC) meets as a board does, every four weeks.
--
-- Why a kind of board and nothing else: a MATAC has agencies, meetings that move, attendance and calendars like every other board
-- (decision 46). What it has to decide is derived by module matac from nominations and decisions; no item of an agenda is
-- written, so nothing about a person stands here.
-- Why these roles: who coordinates and chairs keeps it, and whoever speaks for an agency takes part where the agency does. They are
-- those to whom the ranking is open (decision 41). The tasking group takes no part.
-- Why no dates of its own: those shipped for all boards are of a monthly meeting, and no source for a MATAC was found.
-- Why a policy refuses its actions: an action about a person names them to whoever follows it up, also to those to whom nominations
-- are closed. A page that offers none is no reason to take one that somebody sends.
-- Existing rows: none is changed.

insert into meeting.kind (code, words) values ('MATAC', 'MATAC');
insert into meeting.kind_role (kind, role, keeps) values
    ('MATAC', 'COORDINATOR', 'ALWAYS'), ('MATAC', 'CHAIR', 'ALWAYS'), ('MATAC', 'REPRESENTATIVE', 'NEVER');

create policy matac_follows_up_no_action on meeting.action as restrictive for insert with check (
    not exists (select from meeting.board b where b.id = action.board_id and b.kind = 'MATAC'));
