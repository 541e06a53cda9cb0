-- A module whose second migration fails, for the test of the refusal. Existing rows: none.
create table broken.first (id int);
