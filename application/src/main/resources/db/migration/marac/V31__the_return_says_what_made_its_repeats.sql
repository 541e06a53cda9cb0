-- The return says by which definition its repeats were decided.
--
-- Why: a partnership that changed the definition counts two things as one within twelve months, and nobody who compared the
-- share with the year before, or with another partnership, was told.
-- Why beside heard_between and not a fact that is kept: the definition stands with each decision and never changes with it;
-- to look it up once for each repeat costs less than one more column that triggers must keep.

create function marac.repeats_by_definition(from_on date, until_on date) returns table (definition text, repeats integer)
    language sql stable security definer set search_path = marac, pg_temp as $$
    select r.definition, count(*)::integer
    from marac.heard_between(repeats_by_definition.from_on, repeats_by_definition.until_on, null) h
    join marac.triage t on t.record_id = h.record_id and t.undone_at is null
    join marac.repetition r on r.triage_id = t.id
    where h.repeat
    group by r.definition
$$;
comment on function marac.repeats_by_definition is 'How many of the repeats that were heard between two days were decided by each definition. For a coordinator only, as marac.heard_between is; nobody is told of a record that is withheld from them.';
revoke execute on function marac.repeats_by_definition from public;
grant execute on function marac.repeats_by_definition to witan_application;
