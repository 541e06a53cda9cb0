-- Persons: what each agency gave about them, which of it tells of one person, and what happened between them.
--
-- Why source records and no person: agencies write one person in many ways, and each answers for what it gave. A source
-- record is stored as given and never changed; it is registered with the rule under its own id, so that the rule decides
-- record by record. A person is the records that are linked now: nothing is merged, and undoing a link ends a row.
-- Why nobody reads people.link: that a record is linked with another tells that the other exists. Whoever looks gets
-- people.together and people.link_seen, which show a pair only to somebody who may see both. No id of a person leaves
-- the database either: it bears the time at which the person became known. A person is known by any of its records.
-- Why the queue is the coordinator's: a suggestion tells that somebody else holds a record, and its guard may tell that
-- somebody is protected. They read it only where the rule gives them both records.
-- Why the engine asks functions: it must compare with what the giver may not see. Each answers only about a record that
-- was received in the very transaction that asks, and what it answers is shown to nobody.
-- Why one at a time (people.take_turn): two records of one person that arrive at once would not meet otherwise.
-- Why four answers: "not asked", "asked and unknown", "declined" and "no" are four facts about a person.
-- Existing rows: none, this is the first version.

create table people.source (
    code text not null,
    words text not null,
    constraint source_is_identified primary key (code)
);
comment on table people.source is 'Ways by which a record of a person comes in.';
comment on column people.source.code is 'Name in the code.';
comment on column people.source.words is 'Name on pages.';
insert into people.source (code, words) values
    ('POLICE_EXTRACT', 'Police extract'), ('REFERRAL', 'Referral'), ('AGENCY_FORM', 'Form of an agency'),
    ('API', 'System of an agency'), ('BY_HAND', 'Entered by hand');

create table people.standing (
    code text not null,
    words text not null,
    part text not null,
    constraint standing_is_identified primary key (code),
    constraint standing_belongs_to_a_part foreign key (part) references access.part (code),
    constraint standing_has_one_part unique (code, part)
);
comment on table people.standing is 'What a person is in what was given.';
comment on column people.standing.code is 'Name in the code.';
comment on column people.standing.words is 'Name on pages.';
comment on column people.standing.part is 'The part of a record that opens it.';
insert into people.standing (code, words, part) values
    ('VICTIM', 'Victim', 'VICTIM'), ('PERPETRATOR', 'Alleged perpetrator', 'PERPETRATOR'),
    ('CHILD', 'Child', 'CHILDREN'), ('OTHER', 'Other person in the household', 'CHILDREN');

create table people.answer (
    code text not null,
    words text not null,
    constraint answer_is_identified primary key (code)
);
comment on table people.answer is 'Answers to a question about a person. Four of them are not "yes", and none is another.';
comment on column people.answer.code is 'Name in the code.';
comment on column people.answer.words is 'Name on pages.';
insert into people.answer (code, words) values
    ('YES', 'Yes'), ('NO', 'No'), ('DECLINED', 'Declined to say'), ('UNKNOWN', 'Asked, not known'),
    ('NOT_ASKED', 'Not asked');

create table people.stated_kind (
    code text not null,
    words text not null,
    constraint stated_kind_is_identified primary key (code)
);
comment on table people.stated_kind is 'Kinds of further value that a record states.';
comment on column people.stated_kind.code is 'Name in the code.';
comment on column people.stated_kind.words is 'Name on pages.';
insert into people.stated_kind (code, words) values
    ('DATE_OF_BIRTH', 'Other date of birth'), ('PHONE', 'Telephone number'), ('EMAIL', 'E-mail address'),
    ('NHS_NUMBER', 'NHS number'), ('AGENCY_REFERENCE', 'Reference of the agency'), ('OTHER_REFERENCE', 'Other reference');

create table people.relation (
    code text not null,
    words text not null,
    constraint relation_is_identified primary key (code)
);
comment on table people.relation is 'What one person is to another.';
comment on column people.relation.code is 'Name in the code.';
comment on column people.relation.words is 'Name on pages: "is … of".';
insert into people.relation (code, words) values
    ('PARTNER', 'partner'), ('EX_PARTNER', 'former partner'), ('PARENT', 'parent'), ('STEP_PARENT', 'step-parent'),
    ('CHILD', 'child'), ('STEP_CHILD', 'step-child'), ('SIBLING', 'brother or sister'),
    ('OTHER_FAMILY', 'other relative'), ('CARER', 'carer'), ('ACQUAINTANCE', 'acquaintance'), ('STRANGER', 'stranger'),
    ('NONE', 'no relation'), ('UNKNOWN', 'relation not known');

-- What was given ------------------------------------------------------------------------------------------------

create table people.source_record (
    id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    standing text not null,
    receipt_id uuid not null,
    source text not null,
    source_key text,
    agency_id uuid not null,
    received_at timestamptz not null,
    received_by uuid,
    written_in xid8 not null default pg_current_xact_id(),
    given_name text not null,
    family_name text not null,
    date_of_birth text not null,
    born_on date,
    sex text not null,
    protected boolean not null,
    language text not null,
    interpreter text not null,
    pregnant text not null,
    deceased text not null,
    deceased_on date,
    constraint source_record_is_identified primary key (id),
    constraint source_record_is_registered foreign key (id, kind) references access.record (id, kind),
    constraint source_record_is_of_a_person check (kind = 'PERSON'),
    constraint source_record_stands_in_its_part unique (id, kind, part),
    constraint source_record_part_follows_standing foreign key (standing, part) references people.standing (code, part),
    constraint source_record_comes_from_a_source foreign key (source) references people.source (code),
    constraint source_record_is_given_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint source_record_is_received_by_an_account foreign key (received_by) references access.account (id),
    constraint source_record_is_received_once unique (agency_id, source, source_key),
    constraint source_record_says_who check (given_name <> '' or family_name <> '' or date_of_birth <> ''),
    constraint source_record_is_short check (length(given_name) <= 120 and length(family_name) <= 120
        and length(date_of_birth) <= 40 and length(sex) <= 40 and length(language) <= 80 and length(source_key) <= 120),
    constraint source_record_interpreter_is_an_answer foreign key (interpreter) references people.answer (code),
    constraint source_record_pregnant_is_an_answer foreign key (pregnant) references people.answer (code),
    constraint source_record_deceased_is_an_answer foreign key (deceased) references people.answer (code),
    constraint source_record_death_is_whole check (deceased_on is null or deceased = 'YES')
);
create index source_record_of_receipt on people.source_record (receipt_id);
comment on table people.source_record is 'What one agency gave about one person, as it was given. Insert-only.';
comment on column people.source_record.id is 'UUIDv7 made by the application; the record of the rule has the same.';
comment on column people.source_record.kind is 'Always PERSON, for the policy.';
comment on column people.source_record.part is 'The part of the record that opens this row.';
comment on column people.source_record.standing is 'What the person is in what was given.';
comment on column people.source_record.receipt_id is 'What was given together: records of one receipt are of different persons, because whoever gave them said so.';
comment on column people.source_record.source is 'By which way it came.';
comment on column people.source_record.source_key is 'The key that it has where it comes from; null when it has none.';
comment on column people.source_record.agency_id is 'The agency that gave it.';
comment on column people.source_record.received_at is 'When it was received.';
comment on column people.source_record.received_by is 'Who gave it; null for a file that a command loaded.';
comment on column people.source_record.written_in is 'The transaction that received it: only there does the engine compare it.';
comment on column people.source_record.given_name is 'Given names as given; empty when not given.';
comment on column people.source_record.family_name is 'Family name as given; empty when not given.';
comment on column people.source_record.date_of_birth is 'Date of birth as given, also when it is incomplete; empty when not given.';
comment on column people.source_record.born_on is 'The day that the date of birth was understood as; null when it is none.';
comment on column people.source_record.sex is 'As given; empty when not given.';
comment on column people.source_record.protected is 'The person hides from somebody: never linked by the engine, and shown with a warning.';
comment on column people.source_record.language is 'Language that the person needs; empty when not given.';
comment on column people.source_record.interpreter is 'Whether an interpreter is needed.';
comment on column people.source_record.pregnant is 'Whether the person is pregnant.';
comment on column people.source_record.deceased is 'Whether the person has died.';
comment on column people.source_record.deceased_on is 'When the person died, if that is known.';

create table people.alias (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    alias_kind text not null,
    given_name text not null,
    family_name text not null,
    constraint alias_is_identified primary key (id),
    constraint alias_is_of_a_source_record foreign key (record_id, kind, part) references people.source_record (id, kind, part),
    constraint alias_kind_is_known check (alias_kind in ('ALIAS', 'PREVIOUS', 'SPELLING')),
    constraint alias_is_a_name check ((given_name <> '' or family_name <> '')
        and length(given_name) <= 120 and length(family_name) <= 120)
);
create index alias_of_record on people.alias (record_id);
comment on table people.alias is 'Other names that a record gives: also known as, known before as, also spelt.';
comment on column people.alias.id is 'UUIDv7 made by the application.';
comment on column people.alias.record_id is 'The source record.';
comment on column people.alias.kind is 'Always PERSON, for the policy.';
comment on column people.alias.part is 'The part of the record that opens this row.';
comment on column people.alias.alias_kind is 'ALIAS, PREVIOUS or SPELLING.';
comment on column people.alias.given_name is 'Given names; empty when not given.';
comment on column people.alias.family_name is 'Family name; empty when not given.';

create table people.stated (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    what text not null,
    value text not null,
    constraint stated_is_identified primary key (id),
    constraint stated_is_of_a_source_record foreign key (record_id, kind, part) references people.source_record (id, kind, part),
    constraint stated_kind_is_known foreign key (what) references people.stated_kind (code),
    constraint stated_has_a_value check (value <> '' and length(value) <= 254)
);
create index stated_of_record on people.stated (record_id);
comment on table people.stated is 'Further values that a record states: other dates of birth, telephone numbers, e-mail addresses, numbers.';
comment on column people.stated.id is 'UUIDv7 made by the application.';
comment on column people.stated.record_id is 'The source record.';
comment on column people.stated.kind is 'Always PERSON, for the policy.';
comment on column people.stated.part is 'The part of the record that opens this row.';
comment on column people.stated.what is 'What it is.';
comment on column people.stated.value is 'As given.';

create table people.address (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    lines text not null,
    town text not null,
    postcode text not null,
    from_on date,
    until_on date,
    protected boolean not null,
    constraint address_is_identified primary key (id),
    constraint address_is_of_a_source_record foreign key (record_id) references people.source_record (id),
    constraint address_is_of_a_person foreign key (record_id, kind) references access.record (id, kind),
    constraint address_part_is_known check (part in ('VICTIM_ADDRESS', 'PERPETRATOR')),
    constraint address_says_where check ((lines <> '' or town <> '' or postcode <> '')
        and length(lines) <= 300 and length(town) <= 120 and length(postcode) <= 12),
    constraint address_runs_forward check (from_on <= until_on)
);
create index address_of_record on people.address (record_id);
comment on table people.address is 'Where a person lives or lived, apart from who they are: less people may know it.';
comment on column people.address.id is 'UUIDv7 made by the application.';
comment on column people.address.record_id is 'The source record.';
comment on column people.address.kind is 'Always PERSON, for the policy.';
comment on column people.address.part is 'VICTIM_ADDRESS, also for children and for a perpetrator who lives where a victim does; PERPETRATOR for others.';
comment on column people.address.lines is 'House and street as given.';
comment on column people.address.town is 'Town as given.';
comment on column people.address.postcode is 'Postcode as given.';
comment on column people.address.from_on is 'Since when, if given.';
comment on column people.address.until_on is 'Until when, if given.';
comment on column people.address.protected is 'Whoever causes harm does not know it: shown apart, behind a warning.';

create table people.safe_contact (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    means text not null,
    value text not null,
    times text not null,
    voicemail text not null,
    safe text not null,
    remark text not null,
    constraint safe_contact_is_identified primary key (id),
    constraint safe_contact_is_of_a_source_record foreign key (record_id, kind, part)
        references people.source_record (id, kind, part),
    constraint safe_contact_means_is_known check (means in ('PHONE', 'TEXT', 'EMAIL', 'POST', 'THROUGH_SOMEBODY')),
    constraint safe_contact_voicemail_is_an_answer foreign key (voicemail) references people.answer (code),
    constraint safe_contact_safe_is_an_answer foreign key (safe) references people.answer (code),
    constraint safe_contact_is_short check (length(value) <= 254 and length(times) <= 200 and length(remark) <= 500)
);
create index safe_contact_of_record on people.safe_contact (record_id);
comment on table people.safe_contact is 'How somebody may be reached without danger, and how not.';
comment on column people.safe_contact.id is 'UUIDv7 made by the application.';
comment on column people.safe_contact.record_id is 'The source record.';
comment on column people.safe_contact.kind is 'Always PERSON, for the policy.';
comment on column people.safe_contact.part is 'The part of the record that opens this row.';
comment on column people.safe_contact.means is 'By telephone, text, e-mail, post, or through somebody.';
comment on column people.safe_contact.value is 'Number or address.';
comment on column people.safe_contact.times is 'When, in words.';
comment on column people.safe_contact.voicemail is 'Whether a message may be left.';
comment on column people.safe_contact.safe is 'Whether it is safe to use this at all.';
comment on column people.safe_contact.remark is 'What else to know.';

create table people.relationship (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    other_id uuid not null,
    other_part text not null,
    relation text not null,
    constraint relationship_is_identified primary key (id),
    constraint relationship_is_of_a_source_record foreign key (record_id, kind, part)
        references people.source_record (id, kind, part),
    constraint relationship_is_to_a_source_record foreign key (other_id, kind, other_part)
        references people.source_record (id, kind, part),
    constraint relationship_is_to_another check (record_id <> other_id),
    constraint relationship_is_said_once unique (record_id, other_id, relation),
    constraint relationship_is_known foreign key (relation) references people.relation (code)
);
create index relationship_to_record on people.relationship (other_id);
comment on table people.relationship is 'What one person is to another, as a giver said it: "record is relation of other". A child has one to each party.';
comment on column people.relationship.id is 'UUIDv7 made by the application.';
comment on column people.relationship.record_id is 'The one.';
comment on column people.relationship.kind is 'Always PERSON, for the policy.';
comment on column people.relationship.part is 'The part of the one that opens this row.';
comment on column people.relationship.other_id is 'The other.';
comment on column people.relationship.other_part is 'The part of the other that opens this row.';
comment on column people.relationship.relation is 'What the one is of the other.';

create table people.concern (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null default 'RISK',
    source text not null,
    source_key text,
    agency_id uuid not null,
    happened_on date not null,
    code text not null,
    words text not null,
    received_at timestamptz not null,
    received_by uuid,
    constraint concern_is_identified primary key (id),
    constraint concern_is_about_a_source_record foreign key (record_id) references people.source_record (id),
    constraint concern_is_about_a_person foreign key (record_id, kind) references access.record (id, kind),
    constraint concern_belongs_to_what_happened check (part = 'RISK'),
    constraint concern_comes_from_a_source foreign key (source) references people.source (code),
    constraint concern_is_given_by_an_agency foreign key (agency_id) references access.agency (id),
    constraint concern_is_received_by_an_account foreign key (received_by) references access.account (id),
    constraint concern_is_received_once unique (agency_id, source, source_key),
    constraint concern_is_short check (length(code) <= 40 and length(words) <= 10000 and length(source_key) <= 120)
);
create index concern_about_record on people.concern (record_id, happened_on);
comment on table people.concern is 'Something that happened to a victim, from any source. Insert-only.';
comment on column people.concern.id is 'UUIDv7 made by the application.';
comment on column people.concern.record_id is 'The source record of the victim.';
comment on column people.concern.kind is 'Always PERSON, for the policy.';
comment on column people.concern.part is 'Always RISK, for the policy: what happened.';
comment on column people.concern.source is 'By which way it came.';
comment on column people.concern.source_key is 'The key that it has where it comes from, such as the crime reference; null when it has none.';
comment on column people.concern.agency_id is 'The agency that gave it.';
comment on column people.concern.happened_on is 'The day on which it happened, or the last day on which it may have.';
comment on column people.concern.code is 'Offence code or name of what happened, as given; empty when not given.';
comment on column people.concern.words is 'What happened, in words; empty when not given.';
comment on column people.concern.received_at is 'When it was received.';
comment on column people.concern.received_by is 'Who gave it; null for a file that a command loaded.';

create table people.concern_person (
    concern_id uuid not null,
    record_id uuid not null,
    kind text not null default 'PERSON',
    part text not null,
    constraint concern_person_is_identified primary key (concern_id, record_id),
    constraint concern_person_is_in_a_concern foreign key (concern_id) references people.concern (id),
    constraint concern_person_is_a_source_record foreign key (record_id, kind, part)
        references people.source_record (id, kind, part)
);
create index concern_person_of_record on people.concern_person (record_id);
comment on table people.concern_person is 'Who is in a concern: victim, alleged perpetrators, children. They are different persons.';
comment on column people.concern_person.concern_id is 'The concern.';
comment on column people.concern_person.record_id is 'The source record.';
comment on column people.concern_person.kind is 'Always PERSON, for the policy.';
comment on column people.concern_person.part is 'The part of the record that opens this row.';

create trigger source_record_stays before update or delete on people.source_record
    for each row execute function access.refuse_change();
create trigger alias_stays before update or delete on people.alias for each row execute function access.refuse_change();
create trigger stated_stays before update or delete on people.stated for each row execute function access.refuse_change();
create trigger address_stays before update or delete on people.address
    for each row execute function access.refuse_change();
create trigger safe_contact_stays before update or delete on people.safe_contact
    for each row execute function access.refuse_change();
create trigger relationship_stays before update or delete on people.relationship
    for each row execute function access.refuse_change();
create trigger concern_stays before update or delete on people.concern
    for each row execute function access.refuse_change();
create trigger concern_person_stays before update or delete on people.concern_person
    for each row execute function access.refuse_change();

-- Which of it tells of one person ---------------------------------------------------------------------------------

create table people.person (
    id uuid not null,
    made_at timestamptz not null,
    constraint person_is_identified primary key (id)
);
comment on table people.person is 'Somebody of whom records tell. Holds nothing about them, and its id leaves the database never.';
comment on column people.person.id is 'Made by the database.';
comment on column people.person.made_at is 'When the first record of the person came.';

create table people.link (
    id uuid not null,
    record_id uuid not null,
    person_id uuid not null,
    from_person_id uuid,
    with_id uuid,
    weight double precision,
    made_at timestamptz not null,
    made_by uuid,
    ended_at timestamptz,
    undone_at timestamptz,
    undone_by uuid,
    reason text,
    constraint link_is_identified primary key (id),
    constraint link_is_of_a_source_record foreign key (record_id) references people.source_record (id),
    constraint link_is_to_a_person foreign key (person_id) references people.person (id),
    constraint link_comes_from_a_person foreign key (from_person_id) references people.person (id),
    constraint link_is_for_a_source_record foreign key (with_id) references people.source_record (id),
    constraint link_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint link_is_undone_by_an_account foreign key (undone_by) references access.account (id),
    constraint link_is_with_another check (with_id <> record_id),
    constraint link_runs_forward check (made_at <= ended_at),
    constraint link_is_undone_by_somebody check ((undone_at is null) = (undone_by is null)),
    constraint link_undone_has_ended check (undone_at is null or (ended_at is not null and with_id is not null))
);
create unique index link_is_one_now on people.link (record_id) where ended_at is null;
create index link_to_person on people.link (person_id) where ended_at is null;
create index link_of_record on people.link (record_id, made_at);
create index link_with_record on people.link (with_id) where with_id is not null;
comment on table people.link is 'Of which person a record tells, between two times: one row is current for each record. A row with with_id is also why two persons became one; it holds until it is undone, wherever the records go together. The rows that hold make a tree of each person, so undoing one parts it in two.';
comment on column people.link.id is 'Made by the database.';
comment on column people.link.record_id is 'The source record.';
comment on column people.link.person_id is 'The person.';
comment on column people.link.from_person_id is 'The person that the record told of before. Null for the first link of a record.';
comment on column people.link.with_id is 'The record that it was found alike with. Null for the first link of a record, and where the record only came along.';
comment on column people.link.weight is 'How alike, in bits; null where a person decided without a match.';
comment on column people.link.made_at is 'When it was made.';
comment on column people.link.made_by is 'Who decided it; null for the engine.';
comment on column people.link.ended_at is 'When the record went on to another person, if it did.';
comment on column people.link.undone_at is 'When somebody undid it, if they did.';
comment on column people.link.undone_by is 'Who undid it.';
comment on column people.link.reason is 'Why it was undone.';

create table people.guard (
    code text not null,
    words text not null,
    constraint guard_is_identified primary key (code)
);
comment on table people.guard is 'Why two records that seem alike are not linked without somebody looking.';
comment on column people.guard.code is 'Name in the code.';
comment on column people.guard.words is 'The reason on pages.';
insert into people.guard (code, words) values
    ('UNSURE', 'They are alike, but not enough to link them without somebody looking.'),
    ('PROTECTED', 'One of them is protected: somebody who hides must never be found by a mistake.'),
    ('CLOSED', 'One of them is restricted or has a barrier: linking them closes the other as well.'),
    ('ROLES', 'One is of a victim and the other of an alleged perpetrator: it may be one person in two roles, or two in one household.'),
    ('TWINS', 'Same family name and date of birth, but another given name: they may be twins.'),
    ('SIBLINGS', 'Same family name and address, but another given name: they may be brothers and sisters, or parent and child.'),
    ('HOUSEHOLD', 'Only what people who live together share speaks for it.'),
    ('NAMES', 'They are alike only by another name that one of them gives.'),
    ('FAMILY_NAME', 'The family names differ: somebody may have married, or they are two people.'),
    ('GROUP', 'The two are alike, but other records of the same persons differ.');

create table people.suggestion (
    id uuid not null,
    record_id uuid not null,
    other_id uuid not null,
    weight double precision not null,
    probability double precision not null,
    waterfall jsonb not null,
    guard text not null,
    reason text not null,
    made_at timestamptz not null,
    decision text,
    decided_at timestamptz,
    decided_by uuid,
    remark text,
    constraint suggestion_is_identified primary key (id),
    constraint suggestion_is_of_a_source_record foreign key (record_id) references people.source_record (id),
    constraint suggestion_is_with_a_source_record foreign key (other_id) references people.source_record (id),
    constraint suggestion_is_of_two check (record_id <> other_id),
    constraint suggestion_guard_is_known foreign key (guard) references people.guard (code),
    constraint suggestion_decision_is_known check (decision in ('LINK', 'APART', 'UNSURE', 'SETTLED')),
    constraint suggestion_is_decided_whole check ((decision is null) = (decided_at is null)),
    constraint suggestion_is_decided_by_an_account foreign key (decided_by) references access.account (id)
);
create unique index suggestion_is_made_once on people.suggestion
    (least(record_id, other_id), greatest(record_id, other_id));
create index suggestion_waits on people.suggestion (weight desc, id) where decision is null or decision = 'UNSURE';
create index suggestion_of_record on people.suggestion (record_id);
create index suggestion_of_other on people.suggestion (other_id);
comment on table people.suggestion is 'Two records that may tell of one person: the queue of the coordinator.';
comment on column people.suggestion.id is 'Made by the database.';
comment on column people.suggestion.record_id is 'The record that came later.';
comment on column people.suggestion.other_id is 'The record that it seems to belong with.';
comment on column people.suggestion.weight is 'How alike, in bits.';
comment on column people.suggestion.probability is 'The probability that they are one person, by the model.';
comment on column people.suggestion.waterfall is 'Where the weight comes from, step by step, without any value: {"prior", "steps": [{"comparison", "says", "bits", "sharing", "given", "differs"}]}.';
comment on column people.suggestion.guard is 'Why it was not linked at once.';
comment on column people.suggestion.reason is 'More about that, in words; may be empty.';
comment on column people.suggestion.made_at is 'When it was made.';
comment on column people.suggestion.decision is 'LINK, APART or UNSURE, which waits on; SETTLED: they came together by another link.';
comment on column people.suggestion.decided_at is 'When it was decided.';
comment on column people.suggestion.decided_by is 'Who decided it; null for SETTLED.';
comment on column people.suggestion.remark is 'Why, in words of whoever decided.';

create table people.apart (
    id uuid not null,
    record_id uuid not null,
    other_id uuid not null,
    reason text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    lifted_at timestamptz,
    lifted_by uuid,
    constraint apart_is_identified primary key (id),
    constraint apart_is_of_a_source_record foreign key (record_id) references people.source_record (id),
    constraint apart_is_from_a_source_record foreign key (other_id) references people.source_record (id),
    constraint apart_is_in_order check (record_id < other_id),
    constraint apart_is_made_by_an_account foreign key (made_by) references access.account (id),
    constraint apart_is_lifted_by_an_account foreign key (lifted_by) references access.account (id),
    constraint apart_is_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null)),
    constraint apart_reason_is_short check (length(reason) <= 2000)
);
create unique index apart_is_said_once on people.apart (record_id, other_id) where lifted_at is null;
create index apart_of_other on people.apart (other_id) where lifted_at is null;
comment on table people.apart is 'Never link these two: neither directly nor by way of a third.';
comment on column people.apart.id is 'Made by the database.';
comment on column people.apart.record_id is 'The one, whose id is the smaller.';
comment on column people.apart.other_id is 'The other.';
comment on column people.apart.reason is 'Why; may be empty.';
comment on column people.apart.made_at is 'Since when.';
comment on column people.apart.made_by is 'Who decided it.';
comment on column people.apart.lifted_at is 'When it ended, if it did.';
comment on column people.apart.lifted_by is 'Who ended it.';

-- What the engine compares ----------------------------------------------------------------------------------------

create table people.face (
    record_id uuid not null,
    place smallint not null,
    given jsonb not null,
    constraint face_is_identified primary key (record_id, place),
    constraint face_is_of_a_source_record foreign key (record_id) references people.source_record (id)
);
comment on table people.face is 'A record as the engine compares it: one face for each name, date of birth, address or number that it gives besides the first.';
comment on column people.face.record_id is 'The source record.';
comment on column people.face.place is '0 is the record as first given; others change one thing in it.';
comment on column people.face.given is 'Values by the columns of the model.';

create table people.record_key (
    key bigint not null,
    record_id uuid not null,
    constraint record_key_is_identified primary key (key, record_id),
    constraint record_key_is_of_a_source_record foreign key (record_id) references people.source_record (id)
);
comment on table people.record_key is 'Records with a key in common are compared.';
comment on column people.record_key.key is 'Digest of values that must be alike; tells who has the same, so it is personal data.';
comment on column people.record_key.record_id is 'The source record.';

create table people.value_count (
    field text not null,
    value text not null,
    records bigint not null,
    constraint value_count_is_identified primary key (field, value)
) with (fillfactor = 50);
comment on table people.value_count is 'How many records have a value: two records that share a rare one are more alike.';
comment on column people.value_count.field is 'Field of the model; with " word" behind it, a word in it; empty for all records.';
comment on column people.value_count.value is 'The value as it is compared; empty for all that have the field.';
comment on column people.value_count.records is 'How many.';

-- Who may read and write ------------------------------------------------------------------------------------------

create function people.registered_now(record uuid) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    select exists (select from access.record r join access.viewer v on v.agency_id = r.owner_id
                   where r.id = registered_now.record and r.registered_at = now())
$$;
comment on function people.registered_now is 'Whether whoever looks has registered a record in this transaction, for policies.';

create function people.given_now(record uuid) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    select exists (select from people.source_record s
                   where s.id = given_now.record and s.written_in = pg_current_xact_id_if_assigned())
$$;
comment on function people.given_now is 'Whether a record was received in this transaction, for policies and for the engine.';

create function people.concern_is_withheld(concern uuid) returns boolean
    language sql stable security definer set search_path = people, pg_temp as $$
    select exists (select from people.concern_person p join access.closed k on k.record_id = p.record_id
                   where p.concern_id = concern_is_withheld.concern and access.withheld_from_me(p.record_id))
$$;
comment on function people.concern_is_withheld is 'Whether anybody in a concern is withheld from whoever looks: then so is the concern.';

select access.guard_parts('people.source_record', 'id', 'kind', 'part');
select access.guard_parts('people.alias', 'record_id', 'kind', 'part');
select access.guard_parts('people.stated', 'record_id', 'kind', 'part');
select access.guard_parts('people.address', 'record_id', 'kind', 'part');
select access.guard_parts('people.safe_contact', 'record_id', 'kind', 'part');
select access.guard_parts('people.concern_person', 'record_id', 'kind', 'part');
alter table people.relationship enable row level security;
alter table people.concern enable row level security;
alter table people.suggestion enable row level security;
alter table people.apart enable row level security;
alter table people.person enable row level security;
alter table people.link enable row level security;
alter table people.face enable row level security;
alter table people.record_key enable row level security;
alter table people.value_count enable row level security;

do $$
declare
    pair constant text := '(' || access.rule_for($q$'PERSON'$q$, $q$'SUMMARY'$q$, '§.record_id') || ') and ('
        || access.rule_for($q$'PERSON'$q$, $q$'SUMMARY'$q$, '§.other_id') || ')';
    coordinator constant text := '(select access.viewer_role()) = ''COORDINATOR'' and ';
begin
    execute 'create policy seen_by_the_rule on people.relationship for select using (('
        || access.rule_for('relationship.kind', 'relationship.part', 'people.relationship.record_id') || ') and ('
        || access.rule_for('relationship.kind', 'relationship.other_part', 'people.relationship.other_id') || '))';
    execute 'create policy seen_by_the_rule on people.concern for select using (('
        || access.rule_for('concern.kind', 'concern.part', 'people.concern.record_id')
        || ') and not people.concern_is_withheld(concern.id))';
    execute 'create policy seen_by_the_rule on people.suggestion for select using ('
        || coordinator || replace(pair, '§', 'people.suggestion') || ')';
    execute 'create policy seen_by_the_rule on people.apart for select using ('
        || coordinator || replace(pair, '§', 'people.apart') || ')';
end $$;

create policy source_record_is_received on people.source_record for insert with check (
    received_by = (select access.viewer_account()) and agency_id = (select access.viewer_agency())
    and received_at = now() and written_in = pg_current_xact_id() and people.registered_now(id));
create policy alias_is_received on people.alias for insert with check (people.given_now(record_id));
create policy stated_is_received on people.stated for insert with check (people.given_now(record_id));
create policy address_is_received on people.address for insert with check (people.given_now(record_id));
create policy safe_contact_is_received on people.safe_contact for insert with check (people.given_now(record_id));
create policy relationship_is_received on people.relationship for insert with check (
    people.given_now(record_id) or people.given_now(other_id));
create policy concern_is_received on people.concern for insert with check (
    received_by = (select access.viewer_account()) and agency_id = (select access.viewer_agency())
    and received_at = now() and (people.given_now(record_id) or access.may_see(record_id, 'RISK')));
create policy concern_person_is_received on people.concern_person for insert with check (
    people.given_now(record_id) or access.may_see(record_id, 'SUMMARY'));

create view people.together with (security_barrier) as
select l.record_id, o.record_id as other_id
from people.link l
join people.link o on o.person_id = l.person_id and o.ended_at is null and o.record_id <> l.record_id
where l.ended_at is null and access.may_see(l.record_id, 'SUMMARY') and access.may_see(o.record_id, 'SUMMARY');
comment on view people.together is 'Records that tell of one person now, where whoever looks may see both. Ask it with a record.';
comment on column people.together.record_id is 'A record.';
comment on column people.together.other_id is 'Another record of the same person.';

create view people.link_seen with (security_barrier) as
select l.id, l.record_id, l.with_id, l.weight, l.made_at, l.made_by, l.undone_at, l.undone_by, l.reason
from people.link l
where l.with_id is not null
  and access.may_see(l.record_id, 'SUMMARY') and access.may_see(l.with_id, 'SUMMARY');
comment on view people.link_seen is 'Links that join two records, also those that were undone, where whoever looks may see both. Ask it with a record.';
comment on column people.link_seen.id is 'The link.';
comment on column people.link_seen.record_id is 'The record that was linked.';
comment on column people.link_seen.with_id is 'The record that it was found alike with.';
comment on column people.link_seen.weight is 'How alike, in bits; null where a person decided without a match.';
comment on column people.link_seen.made_at is 'When it was made.';
comment on column people.link_seen.made_by is 'Who decided it; null for the engine.';
comment on column people.link_seen.undone_at is 'When it was undone; null while it holds.';
comment on column people.link_seen.undone_by is 'Who undid it.';
comment on column people.link_seen.reason is 'Why it was undone.';

grant usage on schema people to witan_application;
grant select on people.source, people.standing, people.answer, people.stated_kind, people.relation, people.guard,
    people.together, people.link_seen, people.suggestion, people.apart to witan_application;
grant select, insert on people.source_record, people.alias, people.stated, people.address, people.safe_contact,
    people.relationship, people.concern, people.concern_person to witan_application;
revoke execute on all functions in schema people from public;
grant execute on function people.registered_now, people.given_now, people.concern_is_withheld to witan_application;
