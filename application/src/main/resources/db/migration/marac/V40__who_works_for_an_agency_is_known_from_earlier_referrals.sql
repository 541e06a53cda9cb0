-- Who works for an agency is asked also where only an earlier referral about the same people says so.
--
-- What: what was said of the victim or of whoever causes harm in any referral about the same person counts for each, so that a
-- repeat waits for the same decision as the first.
-- Why: the question was asked of the words of one referral. Whoever refers again may not know it, or not be asked it, and a
-- repeat was listed, and opened to that very agency, without anybody being told.
-- Why also of whoever causes harm with another victim: a sergeant stays a sergeant.
-- Why a line that stands in several counts once, and one in other words counts anew: too many ask, too few would not.
-- Why words that the coordinator may not read still hold it back: the case was closed for that reason. They learn that it is
-- said, and neither where nor by whom.
-- Why what was referred in error counts for nothing: it was about somebody else.
-- Existing rows: what is listed stays listed; triage says it from now on.

create function marac.works_lines(record uuid) returns table (line text, of_id uuid)
    language sql stable security definer set search_path = marac, pg_temp as $$
    with same as (
        select distinct a.id
        from marac.referred_person p
        cross join lateral (select p.person_id as id union select people.persons_alike(p.person_id)) a
        where p.record_id = works_lines.record and p.part in ('VICTIM', 'PERPETRATOR')),
    about as (
        select works_lines.record as id
        union
        select x.record_id from same s join marac.referred_person x on x.person_id = s.id
        where x.part in ('VICTIM', 'PERPETRATOR') and not marac.referred_in_error(x.record_id))
    select distinct on (lower(btrim(l))) btrim(l), a.id
    from about a
    join marac.referral r on r.id = a.id
    join marac.statement s on s.record_id = a.id and s.topic = 'WORKS_FOR_AGENCY',
        regexp_split_to_table(s.words, E'\n') l
    where btrim(l) <> ''
    order by lower(btrim(l)), a.id <> works_lines.record, r.referred_at desc
$$;
comment on function marac.works_lines is 'Who in a referral works for an agency, as it or any other about the same victim or alleged perpetrator says, each line once with the referral that says it. For functions of the owner.';
revoke execute on function marac.works_lines from public;

create function marac.works_said(record uuid) returns table (line text, of_id uuid, reference text)
    language sql stable security definer set search_path = marac, pg_temp as $$
    select distinct case when w.open then w.line end, case when w.open then w.of_id end, case when w.open then b.reference end
    from (select l.line, l.of_id,
              l.of_id = works_said.record or access.may_see(l.of_id, 'THIRD_PARTY') as open
          from marac.works_lines(works_said.record) l offset 0) w
    join access.record b on b.id = w.of_id
    where (select v.role from access.viewer v) = 'COORDINATOR' and access.may_see(works_said.record, 'THIRD_PARTY')
    order by 3 nulls last, 1
$$;
comment on function marac.works_said is 'The same for a coordinator who may see the referral, with the referral that says it; all null where they may not see that. Nothing for anybody else.';
revoke execute on function marac.works_said from public;
grant execute on function marac.works_said to witan_application;

create or replace function marac.works_settled(record uuid, board uuid) returns text
    language sql stable security definer set search_path = marac, pg_temp as $$
    select case
        when said.lines = 0 then 'NOTHING_SAID'
        when exists (select from access.deciding d
                     join access.restriction x on x.record_id = d.source_id and x.lifted_at is null
                     where d.record_id = works_settled.record) then 'RESTRICTED'
        when (select count(distinct b.agency_id) from access.deciding d
              join access.barrier b on b.record_id = d.source_id and b.lifted_at is null
              where d.record_id = works_settled.record and b.agency_id is not null) >= said.lines then 'SHUT_OUT'
        when exists (select from marac.works_confirmed c
                     where c.record_id = works_settled.record and c.board_id = works_settled.board) then 'CONFIRMED'
        else 'OPEN' end
    from (select count(*) as lines from marac.works_lines(works_settled.record)) said
$$;
comment on function marac.works_settled is 'What was decided where somebody in a referral works for an agency, as any referral about the same people says: NOTHING_SAID, RESTRICTED, SHUT_OUT, CONFIRMED for this board, or OPEN. For functions of the owner.';
