-- The checklist for victims of 16 and 17 is kept with the referral, and answered anew when more is known.
--
-- What: four topics of a referral: one key worker, children's social care, brothers and sisters, exploitation; and who
-- answered a topic later, when, for which agency.
-- Why: the checklist was shown to whoever referred and to the coordinator, and nobody's answer was kept. Whether a child of
-- 17 has somebody whom they trust is known later than the referral, and by others than whoever referred.
-- Why statements and no table of its own: each belongs to a part that is opened alone, as every topic does. What was said is
-- never changed: an answer of later is another version beside it, and the latest stands.
-- Why only these topics are answered anew: all others are the words of whoever referred.
-- Existing rows: were said with the referral, so they have no other time. Referrals of before have no answers, which reads as
-- "not asked".

insert into marac.topic (code, part, place) values
    ('YOUNG_WORKER', 'VICTIM', 192), ('YOUNG_CARE', 'VICTIM', 194), ('YOUNG_SIBLINGS', 'CHILDREN', 196),
    ('YOUNG_EXPLOITATION', 'RISK', 198);

alter table marac.statement add column said_in uuid, add column said_at timestamptz, add column said_by uuid,
    add column said_for uuid,
    add constraint statement_is_said_later_by_somebody
        check (num_nulls(said_in, said_at, said_by, said_for) in (0, 4)),
    add constraint statement_is_said_later_by_an_account foreign key (said_by) references access.account (id),
    add constraint statement_is_said_later_for_an_agency foreign key (said_for) references access.agency (id),
    add constraint statement_is_said_once_by_a_form unique (said_in, topic);
comment on column marac.statement.said_in is 'Made with the form that answered it anew, so that sending it twice answers once; null for what came with the referral.';
comment on column marac.statement.said_at is 'When it was answered anew; null for what came with the referral.';
comment on column marac.statement.said_by is 'Who answered it anew; null for what came with the referral.';
comment on column marac.statement.said_for is 'The agency for which they did; null for what came with the referral.';

create policy statement_is_answered_anew on marac.statement for insert with check (
    topic in ('YOUNG_WORKER', 'YOUNG_CARE', 'YOUNG_SIBLINGS', 'YOUNG_EXPLOITATION')
    and answer is not null and length(words) <= 500
    and (select access.viewer_role()) in ('COORDINATOR', 'REPRESENTATIVE', 'IDVA')
    and said_at = now() and said_by = (select access.viewer_account()) and said_for = (select access.viewer_agency())
    and access.may_see(record_id, part));
