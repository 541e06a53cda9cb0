-- Finding persons in two thirds of the time.
--
-- Why names are sought before the statement that needs them: inside a statement the planner asks a stable function once
-- more, to guess how many rows it gives, so that each word was sought twice among all names.
-- Why likeness stands in the statement: a function over rows is begun anew for each candidate. Of records that fit by name
-- as typed, all are equally like, and it is not asked.
-- Why all but one is asked for only where the others are there: the index reads every name that begins as was typed before
-- it looks for the others.
-- What is found, and in which order, does not change. Existing rows: none is changed.

create or replace function people.question_for(kind text, given text[], also text[], places boolean, degree text) returns people.question
    language plpgsql stable as $$
declare
    q people.question;
    place text[] := case when places then array['a:', 'v:'] else array['a:'] end;
    w text := people.folded(given[1]);
    -- Asked once each: inside a statement, the planner asks a stable function too, to guess how many rows it gives.
    alike text[];
    beginning text[];
begin
    case kind
        when 'INITIAL' then
            q.name := people.any_of(array['i:' || w, 'n:' || w]);
            q.exact := people.or_any(q.name, array(select p || w from unnest(place) as p));
        when 'WORD' then
            q.name := people.any_of(array['n:' || w, 'r:' || w]);
            q.exact := people.or_any(q.name,
                array(select distinct p || x from unnest(place) as p cross join unnest(array[w, people.street_word(w)]) as x));
            if degree = 'EXACT' then
                return q;
            end if;
            if w !~ '\d' and length(w) >= 4 then
                alike := people.names_like(w);
            end if;
            q.near := people.or_any(q.exact, array(select 'n:' || x from unnest(also || alike) as x),
                case when w ~ '\d' and length(w) >= 4 then array['r:' || w] else '{}' end);
            q.sound := people.or_any(q.near, array(select 'p:' || x from unnest(people.sounds(w)) as x),
                case when length(w) >= 3 then array['n:' || w] || array(select p || w from unnest(place) as p) else '{}' end);
            if length(w) >= 3 and w !~ '\d' then
                beginning := people.names_beginning(w);
                q.near := people.or_any(q.near, array(select 'n:' || x from unnest(beginning) as x),
                    case when beginning is null then array['n:' || w] else '{}' end);
            end if;
        when 'DAY' then
            q.exact := people.any_of(array(select 'b:' || x from unnest(given) as x));
            q.near := people.or_any(q.exact, array(select 'b:' || x from unnest(also) as x));
            q.sound := people.or_any(q.near, array(select 'y:' || left(x, 4) from unnest(given) as x));
        when 'MONTH' then
            q.exact := people.any_of(array(select 'm:' || x from unnest(given) as x));
            q.sound := people.or_any(q.exact, array(select 'y:' || left(x, 4) from unnest(given) as x));
        when 'YEAR' then
            q.name := people.any_of(array['y:' || w]);
            q.exact := people.or_any(q.name, array(select p || w from unnest(place) as p));
        when 'POSTCODE' then
            q.exact := people.any_of(array(select p || w from unnest(place) as p));
            q.near := people.or_any(q.exact, array(select p || left(w, -2) from unnest(place) as p));
            q.sound := people.or_any(q.near, array(select p || left(w, -3) from unnest(place) as p));
        when 'NUMBER' then
            q.exact := people.any_of(array['t:' || people.digits(w), 'r:' || w]);
            q.near := people.or_any(q.exact, '{}', array['t:' || people.digits(w), 'u:' || reverse(people.digits(w)), 'r:' || w]);
        when 'EMAIL' then
            q.exact := people.any_of(array['e:' || lower(given[1])]);
            q.near := people.or_any(q.exact, '{}', array['e:' || split_part(lower(given[1]), '@', 1) || '@']);
        when 'REFERENCE' then
            q.exact := people.any_of(array['r:' || w]);
            q.near := people.or_any(q.exact, '{}', array['r:' || w]);
    end case;
    q.name := coalesce(q.name, q.exact);
    q.near := coalesce(q.near, q.exact);
    q.sound := coalesce(q.sound, q.near);
    return q;
end $$;

create or replace function people.find_records(asked jsonb, most integer) returns table (record_id uuid, fits text)
    language plpgsql stable rows 50 security definer set search_path = people, pg_temp
    set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
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
            if hit.record_id <> all (found) and access.may_see(hit.record_id, hit.part)
               and (not places or access.may_see(hit.record_id, 'VICTIM_ADDRESS')
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

drop function people.likeness(tsvector, people.question[]);
