-- Finding persons in half of the time.
--
-- Why each statement is planned once: the search asked for a new plan at each call, and what is set for a function holds for all
-- that it calls, so that the rule was planned anew for every record that was looked at. Its own statements get the same plan
-- with any words: the index of words, and records by their key.
-- Why the rule is asked for the viewer who is known: asking again who looks, and of what kind a person is, took longer than
-- the answer.
-- What is found, and in which order, does not change. Existing rows: none is changed.

create or replace function people.find_records(asked jsonb, most integer) returns table (record_id uuid, fits text)
    language plpgsql stable rows 50 security definer set search_path = people, pg_temp
    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    looking constant integer := 200;
    few constant integer := 5;
    searching boolean := false;
    v access.looking := access.viewer_looking();
    bases text[] := array(select distinct o.value from jsonb_each_text(v.openings) o
                          where o.key in ('PERSON VICTIM', 'PERSON PERPETRATOR', 'PERSON CHILDREN'));
    places boolean := v.openings ? 'PERSON VICTIM_ADDRESS';
    own uuid[] := case when 'PARTNERSHIP' = any (bases) then '{}'
        else array(select access.my_named_records())
             || case when 'ASSIGNED' = any (bases) then array(select access.my_assigned_records()) else '{}' end end;
    questions people.question[] := people.questions_for(asked, places, 'EXACT');
    tier text;
    wanted tsquery[];
    ours tsquery[];
    hit record;
    found uuid[] := '{}';
    looked uuid[] := '{}';
    there boolean[];
begin
    if bases = '{}' or cardinality(questions) = 0 then
        return;
    end if;
    foreach tier in array array['NAME', 'EXACT', 'MIX', 'NEAR', 'SOUND', 'PART'] loop
        exit when cardinality(found) >= most or (tier = 'PART' and (found <> '{}' or cardinality(questions) < 2));
        -- What only sounds so helps whoever has found few.
        exit when tier = 'SOUND' and cardinality(found) >= few;
        continue when tier = 'MIX' and cardinality(questions) < 2;
        if tier in ('MIX', 'NEAR') and not searching then
            questions := people.questions_for(asked, places, 'SOUND');
            searching := true;
        end if;
        wanted := people.together_in(questions, tier);
        if tier = 'MIX' and exists (select from unnest(questions) as q where q.near::text like '%:*%') then
            -- The index reads all that begins so before it looks whether the others are there at all.
            there := array(select exists (select from people.search s where s.words @@ q.exact) from unnest(questions) as q);
            wanted := array(select w.one from unnest(wanted) with ordinality as w (one, at)
                            where true = all (there[:w.at - 1] || there[w.at + 1:]));
        end if;
        ours := case when 'PARTNERSHIP' = any (bases) then wanted
            when 'PARTY' = any (bases) then array(select w && people.any_of(array['g:' || v.agency_id]) from unnest(wanted) as w)
            else '{}' end;
        for hit in
            with candidate as materialized (
                select f.record_id, f.part, f.words
                from unnest(ours) as o (asked)
                cross join lateral (
                    -- Those that were looked at leave their place to others, whether they were shown or not.
                    select s.record_id, s.part, s.words from people.search s
                    where s.words @@ o.asked and s.record_id <> all (looked) limit looking) f
                union all
                (select s.record_id, s.part, s.words from people.search s
                 where own <> '{}' and s.record_id = any (own) and s.record_id <> all (looked)
                   and exists (select from unnest(wanted) as w where s.words @@ w) limit looking))
            select c.record_id, c.part, c.words
            from candidate c
            join people.source_record r on r.id = c.record_id
            order by case when tier = 'NAME' then 0 else (
                    select sum(case when c.words @@ q.name then 5 when c.words @@ q.exact then 4 when c.words @@ q.near then 2
                        when c.words @@ q.sound then 1 else 0 end) from unnest(questions) as q) end desc,
                r.family_name, r.given_name, r.id
        loop
            looked := looked || hit.record_id;
            if hit.record_id <> all (found) and access.sees(v, hit.record_id, 'PERSON', hit.part)
               and (not places or access.sees(v, hit.record_id, 'PERSON', 'VICTIM_ADDRESS')
                    or people.fits_elsewhere(asked, tier, hit.words)) then
                found := found || hit.record_id;
                record_id := hit.record_id;
                fits := tier;
                return next;
                exit when cardinality(found) >= most;
            end if;
        end loop;
    end loop;
end $$;
