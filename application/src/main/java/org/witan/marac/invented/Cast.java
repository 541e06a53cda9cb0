package org.witan.marac.invented;

/// Who is in an invented history. Names are put together from pieces that say what they are; a household of a victim
/// comes again when a case repeats.
final class Cast {
    /// Chance from words, so that the order in which rows are made changes nothing.
    static final String CHANCE = """
            create function pg_temp.chance(words text) returns double precision language sql immutable as $f$
                select ('x' || substr(md5(words), 1, 8))::bit(32)::bigint / 4294967296.0::double precision
            $f$;
            create function pg_temp.one_of(words text[], chance double precision) returns text language sql immutable as $f$
                select words[1 + floor(chance * cardinality(words))::integer]
            $f$;
            create function pg_temp.id_at(at timestamptz, words text) returns uuid language sql immutable as $f$
                select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3)
                    || '8' || substr(m, 4, 15))::uuid from (select md5(words) as m) d
            $f$;
            create function pg_temp.reference(prefix text, at timestamptz, span integer, number bigint) returns text
                language sql immutable as $f$
                select prefix || '-' || extract(year from at at time zone 'Europe/London') || '-'
                    || (select string_agg(substr('BCDFGHJKMNPQRSTVWXYZ23456789',
                            1 + (((number * 8 + span) * 179424673 % 481890304) / (28 ^ place)::bigint % 28)::integer, 1), ''
                            order by place)
                        from generate_series(0, 5) as place)
            $f$
            """;

    /// Given names of women and of men, and the pieces of family names.
    static final String NAMES = """
            create temp table h_name on commit drop as select
                string_to_array('Ottilie Perdita Rosalind Viola Hermia Imogen Portia Beatrice Cordelia Miranda Helena Celia '
                    || 'Bianca Octavia Marina Ursula Titania Nerissa Audrey Phoebe Lavinia Olivia Juliet Isabel Mariana '
                    || 'Adriana Luciana Thaisa Dionyza Hippolyta Valeria Virgilia Calpurnia Emilia Hero Margery', ' ') as women,
                string_to_array('Wolf Boris Orlando Oberon Duncan Lysander Demetrius Sebastian Antonio Bassanio Benedick '
                    || 'Claudio Fenton Ferdinand Florizel Horatio Iachimo Jaques Laertes Leontes Lorenzo Malvolio Mercutio '
                    || 'Orsino Pericles Posthumus Prospero Romeo Silvius Stephano Timon Toby Troilus Valentine Cassio Edgar', ' ')
                    as men,
                string_to_array('Invent Madeup Fictit Pretend Imagin Sampl Dreamt Storyb Fabl Mock Feign Concoct Contriv Devis '
                    || 'Fantas Figment Legend Mythic Noveln Parabl', ' ') as stems,
                string_to_array('er,en,al,in,or,es,el,am,on,ar,is,ed', ',') as middles,
                string_to_array('ley ton ham ford worth field wick stead well croft gate shaw ridge brook more land man den ski sen '
                    || 'son by holm thorpe', ' ') as ends
            """;

    /// The boards, and who keeps them.
    static final String BOARDS = """
            create temp table h_board on commit drop as
            select b.id, row_number() over (order by b.name) - 1 as n, count(*) over () as boards, k.account_id, k.agency_id
            from meeting.board b
            cross join lateral (
                select m.account_id, m.agency_id from access.membership m join access.account a on a.id = m.account_id
                where m.role = 'COORDINATOR' and a.demonstration order by a.email limit 1) k
            where b.kind = 'MARAC' and b.closed_at is null
            """;

    /// The agencies of each board, with whoever acts for them.
    static final String AGENCIES = """
            create temp table h_agency on commit drop as
            select b.id as board_id, y.id as agency_id, y.kind, a.account_id, a.role, a.name,
                row_number() over (partition by b.id order by y.name) - 1 as n, count(*) over (partition by b.id) as all_of,
                row_number() over (partition by b.id, y.kind = 'POLICE' order by y.name) - 1 as n_alike,
                count(*) over (partition by b.id, y.kind = 'POLICE') as alike
            from h_board b
            join meeting.board_agency g on g.board_id = b.id and g.until_at is null
            join access.agency y on y.id = g.agency_id
            cross join lateral (
                select m.account_id, m.role, c.given_name || ' ' || c.family_name as name
                from access.membership m join access.account c on c.id = m.account_id
                where m.agency_id = y.id and m.role in ('REPRESENTATIVE', 'IDVA', 'REFERRER', 'SUPPORT_WORKER')
                order by array_position(array['REPRESENTATIVE', 'IDVA', 'REFERRER', 'SUPPORT_WORKER'], m.role), c.email limit 1) a
            where y.id <> b.agency_id
            """;

    /// A board that has met for years was there before its first meeting.
    static final String LONG_AGO = """
            update meeting.board b set made_at = least(b.made_at, (s.from_on - 90)::timestamptz)
            from h_board h, span s where h.id = b.id;
            update meeting.board_agency g set from_at = least(g.from_at, (s.from_on - 90)::timestamptz)
            from h_board h, span s where h.id = g.board_id
            """;

    private Cast() {}
}
