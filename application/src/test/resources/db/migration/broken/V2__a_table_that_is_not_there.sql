-- Fails in its second statement, so that the test sees the first one undone. Existing rows: none.
create table broken.second (id int);
alter table broken.missing add column name text;
