-- Whoever looks at the open actions of an agency reads the first 25 of them. With the day and the record in the index
-- they are read in their order, and the rule is asked about 25 and not about thousands.
--
-- Existing rows: none is changed; the indexes take some seconds for 300,000 actions.

create index action_due_of_agency on meeting.action (agency_id, due_on nulls first, record_id) where open;
create index action_due_of_owner on meeting.action (owner_id, due_on nulls first, record_id) where open;
drop index meeting.action_open_of_agency;
drop index meeting.action_open_of_owner;
