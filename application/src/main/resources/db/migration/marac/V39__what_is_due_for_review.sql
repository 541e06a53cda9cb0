-- How long a case is kept is written down, what is due is reviewed, and what was decided is kept.
--
-- What: classes of cases, each with a setting for how long after which event; which cases are due; and decisions: keep until a
-- day, with the reason, or to be destroyed.
-- Why: storage is to be limited, a record is to be reviewed, and a decision to keep it is to be written down [S52][S62]. Until
-- now nothing said how long anything is kept, and nobody was asked.
-- Why settings as all others: an administrator sets them with a reason, each from a moment on, and the older ones stay. No
-- protocol of Staffordshire could be read, so what ships is proposed, and says so.
-- Why the event is the last of any case of the same victim: a case of ten years ago is read again when they are referred anew.
-- Why a case with a child waits for the 25th birthday of the youngest, and for the other term where that is later: children's
-- records are kept so long. Where no day of birth is known, the child counts as born on the day of the referral: too long is
-- put right, too short is not.
-- Why nothing is destroyed here: it touches every module, the trail and the backups, and is decided apart (decision 49).
-- Existing rows: are due by the same rule from now on.

create table marac.retention_class (
    code text not null,
    words text not null,
    event text not null,
    setting text not null,
    source text not null,
    place integer not null,
    constraint retention_class_is_identified primary key (code),
    constraint retention_class_is_worded check (words <> '' and event <> '' and source <> '')
);
comment on table marac.retention_class is 'Classes of cases, each of which is kept for a time of its own.';
comment on column marac.retention_class.code is 'Name in the code.';
comment on column marac.retention_class.words is 'Name on pages.';
comment on column marac.retention_class.event is 'From when its time counts.';
comment on column marac.retention_class.setting is 'The setting that says how long.';
comment on column marac.retention_class.source is 'Where the time comes from that was shipped.';
comment on column marac.retention_class.place is 'Order on pages.';
insert into marac.retention_class (code, words, event, setting, source, place) values
    ('HEARD', 'A case that a conference heard', 'the last conference or referral of any case of the same victim', 'marac_keep_heard_months',
     'Proposed. 2 to 7 years were seen for the records of MARACs; a review after 6 years and more for those of the police [S62]', 10),
    ('NOT_HEARD', 'A referral that no conference heard', 'the last conference or referral of any case of the same victim', 'marac_keep_unheard_months',
     'Proposed: the shortest time that was seen for the records of MARACs', 20),
    ('WITH_CHILD', 'A case with a child', 'the birth of the youngest child, and never before the time of the other class', 'marac_keep_child_years',
     'Proposed: the records of children were seen to be kept until the 25th birthday', 30);

insert into access.setting (name, since, value, reason) values
    ('marac_keep_heard_months', '2026-11-01', '84', 'Proposed: nobody decided it yet. 2 to 7 years were seen for the records of MARACs.'),
    ('marac_keep_unheard_months', '2026-11-01', '24', 'Proposed: nobody decided it yet. 2 to 7 years were seen for the records of MARACs.'),
    ('marac_keep_child_years', '2026-11-01', '25', 'Proposed: nobody decided it yet. The records of children were seen to be kept until the 25th birthday.');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('marac_keep_heard_months', 'After how long a case that was heard is reviewed', 'months', 24, 240,
     'Less loses what a review of a death would ask for; more keeps what nobody needs.', 260),
    ('marac_keep_unheard_months', 'After how long a referral that was not heard is reviewed', 'months', 24, 240,
     'Less loses repeats and what a review of a death would ask for.', 261),
    ('marac_keep_child_years', 'At which birthday of the youngest child a case is reviewed', 'years', 18, 30,
     'A child may ask as an adult what was done for them.', 262);

create table marac.retention_decision (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    what text not null,
    until_day date,
    reason text not null,
    at timestamptz not null,
    by uuid not null,
    constraint retention_decision_is_identified primary key (id),
    constraint retention_decision_is_of_a_referral foreign key (record_id, kind) references marac.referral (id, kind),
    constraint retention_decision_is_known check (what in ('KEEP', 'DESTROY')),
    constraint retention_decision_to_keep_has_a_day check ((what = 'KEEP') = (until_day is not null)),
    constraint retention_decision_has_a_reason check (reason <> '' and length(reason) <= 5000),
    constraint retention_decision_is_by_an_account foreign key (by) references access.account (id)
);
create index retention_decision_of_referral on marac.retention_decision (record_id, at);
comment on table marac.retention_decision is 'What was decided about a case that was due for review. The latest stands; nothing is destroyed by it.';
comment on column marac.retention_decision.id is 'UUIDv7 made with the form, so that sending it twice decides once.';
comment on column marac.retention_decision.record_id is 'The referral.';
comment on column marac.retention_decision.kind is 'Always CASE, for the policy.';
comment on column marac.retention_decision.what is 'KEEP: until a day, on which it is due again. DESTROY: to be destroyed.';
comment on column marac.retention_decision.until_day is 'The day on which it is due again; null when it is to be destroyed.';
comment on column marac.retention_decision.reason is 'Why.';
comment on column marac.retention_decision.at is 'When it was decided.';
comment on column marac.retention_decision.by is 'Who decided it.';
alter table marac.retention_decision enable row level security;
do $$
begin
    execute 'create policy retention_decision_is_read on marac.retention_decision for select using ('
        || '(select access.viewer_role()) = ''COORDINATOR'' and '
        || access.rule_for('''CASE''', '''RISK''', 'marac.retention_decision.record_id') || ')';
end $$;
create policy retention_decision_is_made on marac.retention_decision for insert with check (
    (select access.viewer_role()) = 'COORDINATOR' and at = now() and by = (select access.viewer_account())
    and (until_day is null or until_day > access.today()) and access.may_see(record_id, 'RISK'));

create function marac.due_for_review(most integer) returns table (record_id uuid, class text, event_on date, due_on date)
    language sql stable security definer set search_path = marac, pg_temp as $$
    with looking as materialized (
        select access.setting_number('marac_keep_heard_months') as heard,
            access.setting_number('marac_keep_unheard_months') as unheard,
            access.setting_number('marac_keep_child_years') as child
        where (select v.role from access.viewer v) = 'COORDINATOR'),
    victim as materialized (
        select p.record_id, l.person_id, coalesce(r.met_on, r.referred_on) as day
        from looking join marac.referral r on true
        join marac.referred_person p on p.record_id = r.id and p.part = 'VICTIM'
        left join people.link l on l.record_id = p.person_id and l.ended_at is null),
    last as materialized (
        select v.person_id, max(v.day) as day from victim v where v.person_id is not null group by v.person_id),
    mine as materialized (
        select v.record_id, max(x.day) as day from victim v join last x on x.person_id = v.person_id group by v.record_id),
    child as materialized (
        select p.record_id, max(coalesce(s.born_on, r.referred_on)) as born
        from looking join marac.referred_person p on true
        join people.source_record s on s.id = p.person_id and s.standing = 'CHILD'
        join marac.referral r on r.id = p.record_id
        group by p.record_id),
    event as materialized (
        select r.id, r.met_on is not null as heard, c.born,
            greatest(coalesce(r.met_on, r.referred_on), m.day) as day
        from looking join marac.referral r on true
        left join child c on c.record_id = r.id left join mine m on m.record_id = r.id),
    due as (
        select e.id, case when e.born is not null then 'WITH_CHILD' when e.heard then 'HEARD' else 'NOT_HEARD' end as class,
            e.day,
            greatest((e.day + make_interval(months => case when e.heard then l.heard else l.unheard end))::date,
                     (e.born + make_interval(years => l.child))::date) as due
        from event e cross join looking l),
    decided as materialized (
        select distinct on (d.record_id) d.record_id, d.what, d.until_day
        from looking join marac.retention_decision d on true order by d.record_id, d.at desc, d.id desc)
    select u.id, u.class, u.day, greatest(u.due, d.until_day)
    from due u left join decided d on d.record_id = u.id
    where u.due <= access.today() and d.what is distinct from 'DESTROY'
      and (d.until_day is null or d.until_day <= access.today())
    order by 4, 1 limit due_for_review.most
$$;
comment on function marac.due_for_review is 'Referrals whose time is over and about which no decision stands, those that are due longest first, for a coordinator. Ids and days; whoever asks sees of them what the rule shows.';
revoke execute on function marac.due_for_review from public;
grant execute on function marac.due_for_review to witan_application;
grant select on marac.retention_class to witan_application;
grant select, insert on marac.retention_decision to witan_application;
