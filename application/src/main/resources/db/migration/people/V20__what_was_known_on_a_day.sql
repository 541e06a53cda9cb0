-- What was known on a day: concerns with the time for which they held, and which records were of one person when.
--
-- Why: module matac reckons a ranking for any day, also a past one, from what was recorded by then. A concern that was taken
-- back later held on that day, and two records that were linked later were two persons. people.concern_holds and
-- people.together say only what holds now.
-- Why views and no functions for the owner: both are asked about all records at once, and the rule stands in them as in the
-- policies (access.rule_for), so that they show what whoever looks may see today and nothing else: a past day opens nothing.
-- Why no id of a person: it never leaves the database. A person is known by their records.
-- Existing rows: views and an index only.

create index link_to_person_ever on people.link (person_id, record_id);

do $$
begin
    execute $view$
        create view people.concern_then with (security_barrier) as
        select c.id as concern_id, c.record_id, c.source, c.agency_id, c.happened_on, c.code, c.received_at,
            least(n.received_at, x.cancelled_at) as until_at
        from people.concern c
        left join people.concern n on n.supersedes_id = c.id
        left join people.cancellation x on x.concern_id = c.id
        where c.id not in (select p.concern_id from people.concern_person p
                           join access.closed k on k.record_id = p.record_id
                           where access.withheld_from_me(p.record_id))
          and $view$ || '(' || access.rule_for($q$'PERSON'$q$, $q$'RISK'$q$, 'c.record_id') || ')';
    execute $view$
        create view people.together_then with (security_barrier) as
        select l.record_id, o.record_id as other_id, greatest(l.made_at, o.made_at) as from_at,
            least(l.ended_at, o.ended_at) as until_at
        from people.link l
        join people.link o on o.person_id = l.person_id
            and o.made_at < coalesce(l.ended_at, 'infinity') and l.made_at < coalesce(o.ended_at, 'infinity')
        where $view$ || '(' || access.rule_for($q$'PERSON'$q$, $q$'SUMMARY'$q$, 'l.record_id') || ') and ('
            || access.rule_for($q$'PERSON'$q$, $q$'SUMMARY'$q$, 'o.record_id') || ')';
end $$;

comment on view people.concern_then is 'Concerns with the time from which and until which each held, where whoever looks may see it now and nobody in it is withheld.';
comment on column people.concern_then.concern_id is 'The concern.';
comment on column people.concern_then.record_id is 'The source record of the victim.';
comment on column people.concern_then.source is 'By which way it came.';
comment on column people.concern_then.agency_id is 'The agency that gave it.';
comment on column people.concern_then.happened_on is 'The day on which it happened.';
comment on column people.concern_then.code is 'Offence code or name, as given.';
comment on column people.concern_then.received_at is 'From when it was known.';
comment on column people.concern_then.until_at is 'When its agency took it back or said otherwise; null while it holds.';
comment on view people.together_then is 'Records that were of one person between two times, each with itself as well, where whoever looks may see both now.';
comment on column people.together_then.record_id is 'A record.';
comment on column people.together_then.other_id is 'A record of the same person; also the same record.';
comment on column people.together_then.from_at is 'From when.';
comment on column people.together_then.until_at is 'Until when; null while they are together.';

grant select on people.concern_then, people.together_then to witan_application;
