package org.witan.benchmarks;

/// Statements that fill a database with invented records, by its superuser and without the triggers that a record at a
/// time would pass.
final class InventedRecords {
    /// So many persons, shared among the agencies that are there: names by Zipf's law, common British ones first; half
    /// of them with a telephone number. `%d` is their number.
    static final String OF_PERSONS = """
            set session_replication_role = replica;
            create temp table given as select name, (sum(1.0 / (n + 10)) over (order by n) / sum(1.0 / (n + 10)) over ())::float8 as upto
            from (select name, row_number() over () - 1 as n from (
                select unnest(string_to_array('oliver george harry jack jacob noah charlie muhammad thomas oscar william james henry leo alfie joshua archie ethan isaac alexander joseph edward samuel max daniel arthur lucas mohammed theo john jonathan michael david peter paul mark andrew richard robert stephen simon jon sean ian neil olivia amelia isla emily ava lily mia sophia isabella grace poppy ella evie charlotte jessica daisy alice mary sarah margaret susan karen julie linda elizabeth katherine catherine kate jane joanne siobhan niamh aoife zofia agnieszka fatima aisha priya', ' ')) as name
                union all select b || m || e from unnest(string_to_array('al ber cor dan el fin gar hal ir jor kel lan mar nor pen ros sil tam val wil yas zar', ' ')) b,
                    unnest(string_to_array('a e i o an en in on el ia', ' ')) m, unnest(string_to_array('na ra la ta ne ry lyn ma da va', ' ')) e) x) y;
            create temp table family as select name, n, (sum(1.0 / (n + 15)) over (order by n) / sum(1.0 / (n + 15)) over ())::float8 as upto
            from (select name, row_number() over () - 1 as n from (
                select unnest(string_to_array('smith jones williams taylor brown davies evans wilson thomas johnson roberts robinson thompson wright walker white edwards hughes green hall lewis harris clarke patel jackson wood turner martin cooper hill ward morris moore clark lee king baker harrison morgan allen james scott phillips watson davis parker price bennett young griffiths mitchell kelly cook carter richardson bailey collins bell shaw murphy miller cox khan richards marshall anderson simpson ellis adams singh begum o''brien mcdonald smith-jones', ' ')) as name
                union all select b || m || e || f from unnest(string_to_array('ash bar bel brad bur carl chad cor dal den el fair gar gren hal har holl ken kir lang mar nor pem rad sel stan thor wal whit yor', ' ')) b,
                    unnest(string_to_array('er in al ing en or am es o', ' ')) m, unnest(string_to_array('by combe den field ford ham hurst land ley man more son stead ton ward well wick worth', ' ')) e,
                    unnest(string_to_array(',by,den,ford,ham,ley,ton', ',')) f) x) y;
            create index on given (upto); create index on family (upto); create index on family (n); analyze given; analyze family;
            create temp table y as select id, row_number() over (order by id) - 1 as n, count(*) over () as k from access.agency where kind <> 'PARTNERSHIP';
            select setseed(0.2026);
            create temp table p as select i, uuidv7() as id, random() as a, random() as b, random() as c, random() as d, random() as e,
                (array['VICTIM', 'VICTIM', 'PERPETRATOR', 'CHILD'])[1 + i %% 4] as standing from generate_series(1, %d) i;
            create temp table person as select p.*, y.id as agency, date '1935-01-01' + (p.c * 27000)::int as born,
                initcap((select g.name from given g where g.upto >= p.a order by g.upto limit 1)) as given,
                initcap((select f.name from family f where f.upto >= p.b order by f.upto limit 1)) as family,
                case p.standing when 'CHILD' then 'CHILDREN' else p.standing end as part from p join y on y.n = p.i %% y.k;
            insert into access.record (id, kind, reference, owner_id, registered_at) select id, 'PERSON', 'P-B' || i, agency, now() from person;
            insert into access.cover (record_id, source_id, how) select id, id, 'SELF' from person;
            insert into access.party (record_id, agency_id, from_at) select id, agency, now() - interval '1 day' from person;
            insert into people.source_record (id, part, standing, receipt_id, source, source_key, agency_id, received_at, given_name,
                family_name, date_of_birth, born_on, sex, protected, language, interpreter, pregnant, deceased)
            select id, part, standing, id, 'POLICE_EXTRACT', 'K' || i, agency, now(), given, family, to_char(born, 'DD/MM/YYYY'), born, '',
                false, '', 'NOT_ASKED', 'NOT_ASKED', 'NOT_ASKED' from person;
            insert into people.person (id, made_at) select id, now() from person;
            insert into people.link (id, record_id, person_id, made_at) select id, id, id, now() from person;
            insert into access.same_person (record_id, person_id) select id, id from person;
            insert into people.address (id, record_id, part, lines, town, postcode, protected)
            select uuidv7(), id, case part when 'PERPETRATOR' then part else 'VICTIM_ADDRESS' end, (1 + (d * 150)::int) || ' '
                || initcap((select f.name from family f where f.n = 80 + (e * 3000)::int)) || ' Road', 'Inventown',
                'ST' || (1 + i %% 20) || ' ' || (i %% 9) || chr(65 + i %% 26) || chr(65 + (i / 26) %% 26), false from person;
            insert into people.stated (id, record_id, part, what, value)
            select uuidv7(), id, part, 'PHONE', '07' || (100000000 + (d * 899999999)::bigint) from person where i %% 2 = 0;
            set session_replication_role = origin;
            analyze;
            drop index people.search_words;
            do $$ begin perform people.make_searchable(id) from people.source_record; end $$;
            create index search_words on people.search using gin (words) with (fastupdate = off)""";

    private InventedRecords() {}
}
