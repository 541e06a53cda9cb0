-- Sessions of people who have signed in.
--
-- Why in the database: any node serves any request, and a session that is ended is ended everywhere at once.
-- Why these names: the columns are those that Spring Session reads and writes; only the tables are named by us.
-- Why no row-level security: the table is read before anybody is known. It holds no record: who signed in, what they
-- chose, and when they were last seen.
-- Existing rows: none, this is the first version.

create table access.session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint session_is_identified primary key (primary_id)
);
create unique index session_by_id on access.session (session_id);
create index session_by_expiry on access.session (expiry_time);
create index session_of_account on access.session (principal_name);
comment on table access.session is 'A session of somebody who has signed in, or is about to.';
comment on column access.session.primary_id is 'Identity of the row.';
comment on column access.session.session_id is 'What the cookie holds.';
comment on column access.session.creation_time is 'When it began, in milliseconds since 1970.';
comment on column access.session.last_access_time is 'When it was last used, in milliseconds since 1970.';
comment on column access.session.max_inactive_interval is 'After how many seconds without use it ends.';
comment on column access.session.expiry_time is 'When it ends if it is not used, in milliseconds since 1970.';
comment on column access.session.principal_name is 'The account, once somebody has signed in.';

create table access.session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint session_attributes_are_identified primary key (session_primary_id, attribute_name),
    constraint session_attributes_are_of_a_session foreign key (session_primary_id)
        references access.session (primary_id) on delete cascade
);
comment on table access.session_attributes is 'What a session remembers: who signed in and what they chose. No record, nothing typed.';
comment on column access.session_attributes.session_primary_id is 'The session.';
comment on column access.session_attributes.attribute_name is 'Name of what is remembered.';
comment on column access.session_attributes.attribute_bytes is 'The value, as Java writes it.';

grant select, insert, update, delete on access.session, access.session_attributes to witan_application;
