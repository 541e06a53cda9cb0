-- Finding persons by whatever somebody knows of them, among a million.
--
-- Why words beside the records: row-level security keeps operators that may leak from using an index, so a search over
-- the tables themselves would read all of them. people.search holds for each record what can be asked for, each word
-- with a letter for what it is; one index answers for all of them together.
-- Why a function of the owner: it takes candidates from the index and gives only those that the rule lets whoever looks
-- see, by access.may_see. What they may not see is neither shown, nor counted, nor does it push anything off the page:
-- somebody who sees what their agency takes part in is given candidates of that agency from the start.
-- Why addresses of victims are words of another kind (v): whoever may not know where a victim lives must not find out by
-- asking for addresses until one fits.
-- Why a list of names (people.search_name): a name that is mistyped is sought among the names that occur, which are few,
-- and then as one of those. Nobody reads either table.
-- Why at the end of the transaction: the record is written first and what belongs to it after it.
-- Extensions: pg_trgm and fuzzystrmatch are made before any migration, by the account that may (Roles.makeExtensions).
-- Existing rows: made searchable at the end.

create table people.search (
    record_id uuid not null,
    part text not null,
    words tsvector not null,
    constraint search_is_identified primary key (record_id),
    constraint search_is_of_a_source_record foreign key (record_id) references people.source_record (id)
);
create index search_words on people.search using gin (words) with (fastupdate = off);
comment on table people.search is 'What a source record can be found by. Made from it, read by people.find_records alone.';
comment on column people.search.record_id is 'The source record.';
comment on column people.search.part is 'The part of the record that opens who it is.';
comment on column people.search.words is 'Words with what each is: n name, i initial, p sound, b day, m month and y year of birth, a address, v address of a victim, t telephone number, u the same backwards, e e-mail address, r reference, g agency that took part at any time.';
alter table people.search enable row level security;

create table people.search_name (
    name text not null,
    constraint search_name_is_identified primary key (name)
);
create index search_name_is_like on people.search_name using gin (name public.gin_trgm_ops);
comment on table people.search_name is 'Names that occur, to seek one that is mistyped among them.';
comment on column people.search_name.name is 'A name or a part of one, in small letters without accents.';
alter table people.search_name enable row level security;

-- How words are written -------------------------------------------------------------------------------------------

create function people.folded(given text) returns text
    language sql immutable strict as $$
    select btrim(regexp_replace(
        replace(replace(replace(translate(
            regexp_replace(lower(normalize(given, NFKD) collate "pg_c_utf8"), '[\u0300-\u036f''’‘`´ʼ]', '', 'g'),
            'łøđðıħŧ', 'loddiht'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        '[^[:alnum:]]+' collate "pg_c_utf8", ' ', 'g'))
$$;
comment on function people.folded is 'A text as words are compared: small letters without accents, one space between words; an apostrophe joins.';

create function people.name_words(variadic names text[]) returns text[]
    language sql immutable as $$
    with given as (select people.folded(n) as name, replace(replace(n, '''', ' '), '’', ' ') as parted from unnest(names) as n),
    word as (
        select unnest(string_to_array(g.name, ' ')) as w from given g
        union select unnest(string_to_array(people.folded(g.parted), ' ')) from given g
        union select replace(g.name, ' ', '') from given g)
    select coalesce(array_agg(w), '{}') from word where w <> ''
$$;
comment on function people.name_words is 'The words of names, and each name written as one word: a double-barrelled name, Mac and O are written in many ways.';

create function people.sounds(word text) returns text[]
    language sql immutable as $$
    select case when word ~ '^[a-z]{3,}$'
        then array_remove(array[public.dmetaphone(word), public.dmetaphone_alt(word)], '') else '{}' end
$$;
comment on function people.sounds is 'How a word sounds.';

create function people.born_words(given text, day date) returns text[]
    language sql stable as $$
    select case
        when day is not null then
            array['b:' || to_char(day, 'YYYY-MM-DD'), 'm:' || to_char(day, 'YYYY-MM'), 'y:' || to_char(day, 'YYYY')]
        else coalesce((select array['b:' || f[1] || '-' || f[2] || '-' || f[3], 'm:' || f[1] || '-' || f[2], 'y:' || f[1]]
                       from regexp_match(given, '^\s*(\d{4})-(\d\d)-(\d\d)') as f where f is not null),
                      (select array['b:' || f[3] || '-' || lpad(f[2], 2, '0') || '-' || lpad(f[1], 2, '0'),
                                    'm:' || f[3] || '-' || lpad(f[2], 2, '0'), 'y:' || f[3]]
                       from regexp_match(given, '^\s*(\d\d?)[ ./-](\d\d?)[ ./-](\d{4})\s*$') as f where f is not null),
                      (select array['y:' || f[1]] from regexp_match(given, '(?:^|\D)((?:19|20)\d\d)(?:\D|$)') as f
                       where f is not null), '{}') end
$$;
comment on function people.born_words is 'A date of birth as words: the day, its month and its year, as far as it was given.';

create function people.digits(given text) returns text
    language sql immutable strict as $$
    select regexp_replace(regexp_replace(given, '\D', '', 'g'), '^(00)?44(?=\d{9,10}$)', '0')
$$;
comment on function people.digits is 'A number as it is dialled here.';

create function people.number_words(given text) returns text[]
    language sql immutable as $$
    select case when length(people.digits(given)) >= 5
        then array['t:' || people.digits(given), 'u:' || reverse(people.digits(given))] else '{}' end
$$;
comment on function people.number_words is 'A telephone or other number as words, so that it is found by its beginning and by its end.';

create function people.street_word(word text) returns text
    language sql immutable as $$
    select case word when 'rd' then 'road' when 'st' then 'street' when 'ave' then 'avenue' when 'dr' then 'drive'
        when 'cl' then 'close' when 'cres' then 'crescent' when 'ct' then 'court' when 'ln' then 'lane'
        when 'pl' then 'place' when 'ter' then 'terrace' when 'gdns' then 'gardens' else word end
$$;
comment on function people.street_word is 'A word of an address, written out.';

create function people.place_words(letter text, lines text, town text, postcode text) returns text[]
    language sql immutable as $$
    with code as (select replace(people.folded(postcode), ' ', '') as code),
    word as (
        select unnest(string_to_array(people.folded(lines || ' ' || town), ' ')) as w
        union select code from code
        union select left(code, -3) from code where length(code) between 5 and 7
        union select left(code, -2) from code where length(code) between 5 and 7)
    select coalesce(array_agg(distinct letter || ':' || x), '{}')
    from word cross join lateral (values (w), (people.street_word(w))) as written (x)
    where w <> ''
$$;
comment on function people.place_words is 'An address as words: those of its lines, the postcode, and the larger areas that it lies in.';

create function people.reference_words(variadic given text[]) returns text[]
    language sql immutable as $$
    select coalesce(array_agg('r:' || w), '{}')
    from unnest(given) as g cross join lateral (select replace(people.folded(g), ' ', '') as w) as written where w <> ''
$$;
comment on function people.reference_words is 'References as words, whatever signs stand between.';

-- What a record is found by ---------------------------------------------------------------------------------------

create function people.make_searchable(record uuid) returns void
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    s people.source_record;
    names text[];
    words text[];
begin
    select * into s from people.source_record x where x.id = record;
    select people.name_words(variadic array[s.given_name, s.family_name]
               || coalesce(array_agg(a.given_name) || array_agg(a.family_name), '{}')) into names
    from people.alias a where a.record_id = record;
    select array_agg(distinct w) into words from (
        select 'n:' || n as w from unnest(names) as n
        union all select 'i:' || left(n, 1) from unnest(names) as n
        union all select 'p:' || unnest(people.sounds(n)) from unnest(names) as n
        union all select unnest(people.born_words(s.date_of_birth, s.born_on))
        union all select unnest(people.reference_words(r.reference, s.source_key))
                  from access.record r where r.id = record
        union all select unnest(case x.what
                      when 'DATE_OF_BIRTH' then people.born_words(x.value, null)
                      when 'EMAIL' then array['e:' || lower(btrim(x.value))]
                      when 'PHONE' then people.number_words(x.value)
                      when 'NHS_NUMBER' then people.number_words(x.value)
                      else people.reference_words(x.value) end)
                  from people.stated x where x.record_id = record
        union all select unnest(case c.means
                      when 'EMAIL' then array['e:' || lower(btrim(c.value))] else people.number_words(c.value) end)
                  from people.safe_contact c where c.record_id = record and c.means <> 'POST'
        union all select unnest(people.place_words(
                      case a.part when 'VICTIM_ADDRESS' then 'v' else 'a' end, a.lines, a.town, a.postcode))
                  from people.address a where a.record_id = record
        union all select 'g:' || p.agency_id
                  from access.cover k join access.party p on p.record_id = k.source_id
                  where k.record_id = record and k.how in ('SELF', 'WITHIN')) given;
    insert into people.search (record_id, part, words) values (record, s.part, array_to_tsvector(words))
    on conflict (record_id) do update set words = excluded.words;
    insert into people.search_name (name)
    select n from unnest(names) as n where length(n) between 3 and 40 order by n
    on conflict do nothing;
end $$;
comment on function people.make_searchable is 'Writes what a record is found by.';

create function people.search_record() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    perform people.make_searchable(new.id);
    return null;
end $$;
comment on function people.search_record is 'Makes a new record searchable, with all that was written with it.';
create constraint trigger source_record_is_searchable after insert on people.source_record
    deferrable initially deferred for each row execute function people.search_record();

create function people.search_more() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    if not people.given_now(new.record_id) then
        perform people.make_searchable(new.record_id);
    end if;
    return null;
end $$;
comment on function people.search_more is 'Makes searchable what comes to a record after it; what comes with it is searchable with it.';
create trigger alias_is_searchable after insert on people.alias for each row execute function people.search_more();
create trigger stated_is_searchable after insert on people.stated for each row execute function people.search_more();
create trigger address_is_searchable after insert on people.address for each row execute function people.search_more();
create trigger safe_contact_is_searchable after insert on people.safe_contact
    for each row execute function people.search_more();

-- An agency that once took part stays: the rule decides whether it does now.
create function people.search_party() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    update people.search s set words = s.words || array_to_tsvector(array['g:' || new.agency_id])
    where s.record_id in (select k.record_id from access.cover k
                          where k.source_id = new.record_id and k.how in ('SELF', 'WITHIN'));
    return null;
end $$;
comment on function people.search_party is 'Lets an agency that comes to take part find the record.';
create trigger party_is_searchable after insert on access.party for each row execute function people.search_party();

-- What is asked ---------------------------------------------------------------------------------------------------

create function people.any_of(words text[], beginnings text[] default '{}') returns tsquery
    language sql immutable as $$
    select string_agg(q, ' | ')::tsquery from (
        select quote_literal(w) from unnest(words) as w
        union all select quote_literal(w) || ':*' from unnest(beginnings) as w) as each (q)
$$;
comment on function people.any_of is 'The question for any of some words, or of words that begin so; null for none.';

create function people.or_any(question tsquery, words text[], beginnings text[] default '{}') returns tsquery
    language sql immutable as $$
    select coalesce(question || people.any_of(words, beginnings), question)
$$;
comment on function people.or_any is 'A question, or any of some words.';

create function people.names_like(word text) returns text[]
    language sql stable as $$
    select coalesce(array_agg(name), '{}') from (
        select s.name from people.search_name s
        where s.name <> word
          and (s.name like '%' || word || '%'
               or (s.name operator(public.%) word
                   and public.levenshtein_less_equal(s.name, word, 3)
                       <= case when length(word) <= 4 then 1 when length(word) <= 7 then 2 else 3 end))
        order by public.similarity(s.name, word) desc, s.name
        limit 12) nearest
$$;
comment on function people.names_like is 'Names that occur and differ from a word by a letter or two, or hold it.';

create function people.names_beginning(word text) returns text[]
    language sql stable as $$
    select case when count(*) <= 12 then coalesce(array_agg(name), '{}') end from (
        select s.name from people.search_name s where s.name like word || '_%' limit 13) few
$$;
comment on function people.names_beginning is 'Names that begin so; null when they are many, as the index then finds whatever begins so sooner than each of them.';

create type people.question as (name tsquery, exact tsquery, near tsquery, sound tsquery);
comment on type people.question is 'One thing that is asked for: as a name or what else it must be, as it was typed, nearly so, and as it sounds. Each holds the one before it: what sounds so also holds whatever begins so.';

create function people.question_for(kind text, given text[], also text[], places boolean, degree text) returns people.question
    language plpgsql stable as $$
declare
    q people.question;
    place text[] := case when places then array['a:', 'v:'] else array['a:'] end;
    w text := people.folded(given[1]);
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
            q.near := people.or_any(q.exact,
                array(select 'n:' || x from unnest(also || case when w ~ '\d' or length(w) < 4 then '{}' else people.names_like(w) end) as x),
                case when w ~ '\d' and length(w) >= 4 then array['r:' || w] else '{}' end);
            q.sound := people.or_any(q.near, array(select 'p:' || x from unnest(people.sounds(w)) as x),
                case when length(w) >= 3 then array['n:' || w] || array(select p || w from unnest(place) as p) else '{}' end);
            if length(w) >= 3 and w !~ '\d' then
                q.near := people.or_any(q.near, array(select 'n:' || x from unnest(people.names_beginning(w)) as x),
                    case when people.names_beginning(w) is null then array['n:' || w] else '{}' end);
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
comment on function people.question_for is 'How one thing that was typed is asked for; with the degree EXACT, a word is not yet sought among the names that are like it.';

create function people.questions_for(asked jsonb, places boolean, degree text) returns people.question[]
    language sql stable as $$
    select array_agg(people.question_for(t ->> 'kind', array(select jsonb_array_elements_text(t -> 'given')),
        array(select jsonb_array_elements_text(t -> 'also')), places, degree))
    from jsonb_array_elements(asked) as t
$$;
comment on function people.questions_for is 'How all that was typed is asked for.';

create function people.together_in(questions people.question[], tier text) returns tsquery[]
    language plpgsql immutable as $$
declare
    whole tsquery;
    one tsquery;
    every tsquery[] := '{}';
    q people.question;
    at integer;
begin
    if tier in ('MIX', 'PART') then
        for at in 1 .. cardinality(questions) loop
            -- All but one: that one nearly so, or not at all.
            one := (people.together_in(questions[:at - 1] || questions[at + 1:], case tier when 'MIX' then 'EXACT' else 'NEAR' end))[1];
            every := every || case when tier = 'MIX' then one && (questions[at]).near else one end;
        end loop;
        return every;
    end if;
    foreach q in array questions loop
        one := case tier when 'NAME' then q.name when 'EXACT' then q.exact when 'NEAR' then q.near else q.sound end;
        whole := coalesce(whole && one, one);
    end loop;
    return array[whole];
end $$;
comment on function people.together_in is 'The questions for all that was typed at once, at one degree of likeness. MIX: all but one as typed and that one nearly so; PART: all but one nearly so. Each by itself, as the index answers them sooner so.';

create function people.likeness(words tsvector, questions people.question[]) returns integer
    language sql immutable as $$
    select coalesce(sum(case when words @@ q.name then 5 when words @@ q.exact then 4 when words @@ q.near then 2
        when words @@ q.sound then 1 else 0 end), 0)::integer
    from unnest(questions) as q
$$;
comment on function people.likeness is 'How like a record is to what was typed.';

create function people.fits_elsewhere(asked jsonb, tier text, words tsvector) returns boolean
    language sql stable as $$
    select exists (select from unnest(people.together_in(people.questions_for(asked, false, 'SOUND'), tier)) as w
                   where words @@ w)
$$;
comment on function people.fits_elsewhere is 'Whether a record fits without the addresses of victims: then it is shown to those who may not know them.';

create function people.find_records(asked jsonb, most integer) returns table (record_id uuid, fits text)
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
            order by people.likeness(c.words, questions) desc, r.family_name, r.given_name, r.id
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
comment on function people.find_records is 'Records that fit what was typed and that whoever looks may see, the likest first: by name as typed, as typed anywhere, nearly, by sound, and, when nothing fits all of it, by all but one thing of it.';

select people.make_searchable(s.id) from people.source_record s;

revoke execute on function people.folded, people.name_words, people.sounds, people.born_words, people.digits,
    people.number_words, people.street_word, people.place_words, people.reference_words, people.make_searchable,
    people.search_record, people.search_more, people.search_party, people.any_of, people.or_any, people.names_like, people.names_beginning,
    people.question_for, people.questions_for, people.fits_elsewhere, people.find_records, people.together_in, people.likeness from public;
grant execute on function people.find_records to witan_application;
