package org.witan.marac.invented;

/// What the engine compares of each person, as module people makes it of what was given.
final class Faces {
    static final String SHOWN = """
            insert into people.face (record_id, place, given)
            select p.id, 0, jsonb_strip_nulls(jsonb_build_object('given_name', p.given, 'surname', p.family,
                'date_of_birth', nullif(p.born_words, ''), 'sex', nullif(p.sex, ''), 'phone', t.value,
                'street', a.lines, 'town', nullif(a.town, ''), 'postcode', a.postcode))
            from h_person p
            left join people.address a on a.record_id = p.id
            left join people.stated t on t.record_id = p.id
            """;
    static final String READ = """
            select f.record_id, f.given ->> 'given_name', f.given ->> 'surname', f.given ->> 'date_of_birth', f.given ->> 'sex',
                f.given ->> 'phone', f.given ->> 'street', f.given ->> 'town', f.given ->> 'postcode'
            from people.face f join h_person p on p.id = f.record_id order by f.record_id
            """;
    static final String KEYS = """
            insert into people.record_key (key, record_id)
            select split_part(line, E'\\t', 2)::bigint, split_part(line, E'\\t', 1)::uuid
            from string_to_table(rtrim(?, E'\\n'), E'\\n') as line on conflict do nothing
            """;
    static final String COUNTS = """
            insert into people.value_count (field, value, records)
            select split_part(line, E'\\t', 1), split_part(line, E'\\t', 2), split_part(line, E'\\t', 3)::bigint
            from string_to_table(rtrim(?, E'\\n'), E'\\n') as line
            on conflict (field, value) do update set records = value_count.records + excluded.records
            """;

    private Faces() {}
}
