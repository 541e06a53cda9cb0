-- Contact with the victim before the conference, and the update after it.
--
-- Why it is a fact of its own: an IDVA speaks for the victim in the meeting, so whether they were reached before is what the
-- partnership measures (principles 2 and 4 [S7]), and an update after is given only where that is safe [S44].
-- Why tries count too: somebody who could not be reached safely is not somebody whom nobody tried to reach.
-- Existing rows: none; contact before this version is not known and counts as not known.

create table marac.contact_outcome (
    code text not null,
    place integer not null,
    constraint contact_outcome_is_identified primary key (code)
);
comment on table marac.contact_outcome is 'What came of trying to reach the victim.';
comment on column marac.contact_outcome.code is 'Name in the code; the words are the pages''.';
comment on column marac.contact_outcome.place is 'Order on pages.';
insert into marac.contact_outcome (code, place) values ('REACHED', 10), ('NOT_REACHED', 20), ('NOT_SAFE', 30), ('DECLINED', 40);

create table marac.contact (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    after_meeting boolean not null,
    on_day date not null,
    outcome text not null,
    words text not null,
    agency_id uuid not null,
    written_at timestamptz not null,
    written_by uuid not null,
    constraint contact_is_identified primary key (id),
    constraint contact_is_about_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint contact_outcome_is_known foreign key (outcome) references marac.contact_outcome (code),
    constraint contact_is_short check (length(words) <= 5000),
    constraint contact_is_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint contact_is_written_by_an_account foreign key (written_by) references access.account (id)
);
create index contact_of_referral on marac.contact (record_id, on_day);
comment on table marac.contact is 'That somebody tried to reach the victim, before a conference or after it, and what came of it. Added, never changed.';
comment on column marac.contact.id is 'UUIDv7 made with the form, so that sending it twice writes it once.';
comment on column marac.contact.record_id is 'The referral.';
comment on column marac.contact.kind is 'Always CASE, for the policy.';
comment on column marac.contact.after_meeting is 'The update after the conference; otherwise before it.';
comment on column marac.contact.on_day is 'When.';
comment on column marac.contact.outcome is 'What came of it.';
comment on column marac.contact.words is 'What the victim said, wants and fears, or why it was not safe; may be empty.';
comment on column marac.contact.agency_id is 'For which agency.';
comment on column marac.contact.written_at is 'When it was written.';
comment on column marac.contact.written_by is 'By whom.';

select access.guard('marac.contact', 'record_id', '''CASE''', 'VICTIM');
create policy contact_is_written on marac.contact for insert with check (
    (select access.viewer_role()) in ('IDVA', 'SUPPORT_WORKER') and agency_id = (select access.viewer_agency())
    and written_by = (select access.viewer_account()) and written_at = now() and on_day <= access.today()
    and access.may_see(record_id, 'VICTIM'));

grant select on marac.contact_outcome to witan_application;
grant select, insert on marac.contact to witan_application;
