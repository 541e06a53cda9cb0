package org.witan.marac.invented;

/// The persons of each case, as the referral gave them: a source record for each, linked to those of earlier referrals.
final class Persons {
    static final String PLANNED = """
            create temp table h_person on commit drop as
            select c.board_id, c.k, c.first, c.id as case_id, c.agency_id, c.account_id, c.role, c.referred_at, c.receipt, c.earlier, x.place, x.standing,
                x.given, x.family, x.sex, case when x.born is null then '' else to_char(x.born, 'FMDD/FMMM/YYYY') end as born_words, x.born,
                case x.standing when 'CHILD' then 'CHILDREN' else x.standing end as part,
                pg_temp.id_at(c.referred_at, 'person ' || x.place || c.salt) as id, c.number * 8 + x.place as number,
                h.salt || x.place as salt, c.salt as case_salt, h.salt as household
            from h_case c join h_household h on h.board_id = c.board_id and h.first = c.first
            cross join h_name n
            cross join lateral (
                select pg_temp.one_of(n.stems, pg_temp.chance(h.salt || 'stem')) || pg_temp.one_of(n.middles, pg_temp.chance(h.salt || 'middle'))
                        || pg_temp.one_of(n.ends, pg_temp.chance(h.salt || 'end')) as hers,
                    pg_temp.one_of(n.stems, pg_temp.chance(h.salt || 'stem2')) || pg_temp.one_of(n.middles, pg_temp.chance(h.salt || 'middle2'))
                        || pg_temp.one_of(n.ends, pg_temp.chance(h.salt || 'end2')) as his) family
            cross join lateral (
                select 0 as place, 'VICTIM' as standing, h.sex, family.hers as family,
                    pg_temp.one_of(case h.sex when 'Male' then n.men else n.women end, pg_temp.chance(h.salt || 'given')) as given,
                    (h.meeting_at::date - (h.age * 365.25)::integer) as born
                union all
                select 1, 'PERPETRATOR', case h.sex when 'Male' then 'Female' else 'Male' end, family.his,
                    pg_temp.one_of(case h.sex when 'Male' then n.women else n.men end, pg_temp.chance(h.salt || 'his given')),
                    (h.meeting_at::date - (h.harmer_age * 365.25)::integer)
                union all
                select 1 + g, 'CHILD', '', case when g % 2 = 1 then family.his else family.hers end,
                    pg_temp.one_of(n.women || n.men, pg_temp.chance(h.salt || 'child' || g)),
                    (h.meeting_at::date - 200 - (pg_temp.chance(h.salt || 'child age' || g) * 5800)::integer)
                from generate_series(1, h.children) g) x;
            create unique index on h_person (board_id, k, place);
            create unique index on h_person (id);
            create index on h_person (case_id);
            analyze h_person
            """;

    static final String REGISTERED = """
            insert into access.record (id, kind, reference, owner_id, registered_at)
            select p.id, 'PERSON', pg_temp.reference(k.prefix, p.referred_at, s.number, p.number), p.agency_id, p.referred_at
            from h_person p join access.record_kind k on k.code = 'PERSON' cross join span s order by p.number;
            insert into access.assignment (record_id, account_id, from_at)
            select p.id, p.account_id, p.referred_at from h_person p where p.role in ('REFERRER', 'SUPPORT_WORKER')
            """;

    static final String GIVEN = """
            insert into people.source_record (id, part, standing, receipt_id, source, agency_id, received_at, received_by, given_name,
                family_name, date_of_birth, born_on, sex, protected, language, interpreter, pregnant, deceased)
            select p.id, p.part, p.standing, p.receipt, 'REFERRAL', p.agency_id, p.referred_at, p.account_id, p.given, p.family,
                p.born_words, p.born, p.sex, p.place = 0 and pg_temp.chance(p.salt || 'hides') < 0.05, '', 'NOT_ASKED', 'NOT_ASKED', 'NOT_ASKED'
            from h_person p order by p.number;
            insert into people.address (id, record_id, part, lines, town, postcode, protected)
            select pg_temp.id_at(p.referred_at, 'address ' || p.place || p.case_salt), p.id,
                case p.part when 'PERPETRATOR' then p.part else 'VICTIM_ADDRESS' end,
                1 + floor(120 * pg_temp.chance(at || 'house'))::integer || ' ' || pg_temp.one_of(n.stems, pg_temp.chance(at || 'row')) || ' '
                    || pg_temp.one_of(array['Row', 'Street', 'Court', 'Lane', 'Close', 'Road'], pg_temp.chance(at || 'way')),
                case p.place when 0 then 'Inventown' else '' end,
                'ZZ' || 10 + floor(90 * pg_temp.chance(at || 'outward'))::integer || ' ' || 1 + floor(9 * pg_temp.chance(at || 'inward'))::integer
                    || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + floor(20 * pg_temp.chance(at || 'one'))::integer, 1)
                    || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + floor(20 * pg_temp.chance(at || 'two'))::integer, 1), false
            from h_person p cross join h_name n
            -- Some have moved since the referral before.
            cross join lateral (select p.salt || case when pg_temp.chance(p.case_salt || 'moved') < 0.2 then p.case_salt else '' end as at) x
            where p.place = 0 or (p.place = 1 and pg_temp.chance(p.salt || 'lives') < 0.5);
            insert into people.stated (id, record_id, part, what, value)
            select pg_temp.id_at(p.referred_at, 'phone ' || p.case_salt), p.id, p.part, 'PHONE', x.phone
            from h_person p cross join lateral (select '07700 900' || lpad(floor(1000 * pg_temp.chance(p.salt || 'phone'))::text, 3, '0') as phone) x
            where p.place = 0 and pg_temp.chance(p.salt || 'reached') < 0.85;
            insert into people.safe_contact (id, record_id, part, means, value, times, voicemail, safe, remark)
            select pg_temp.id_at(p.referred_at, 'contact ' || p.case_salt), p.id, p.part, 'PHONE', t.value, 'Weekdays 10 to 12', 'NO',
                case when pg_temp.chance(p.salt || 'safe') < 0.8 then 'YES' else 'UNKNOWN' end, ''
            from h_person p join people.stated t on t.record_id = p.id
            """;

    static final String RELATED = """
            insert into people.relationship (id, record_id, part, other_id, other_part, relation)
            select pg_temp.id_at(p.referred_at, 'relation ' || p.place || p.case_salt), p.id, p.part, v.id, v.part,
                case when p.place > 1 then 'CHILD' when pg_temp.chance(p.salt || 'apart') < 0.6 then 'EX_PARTNER'
                    when pg_temp.chance(p.salt || 'partner') < 0.85 then 'PARTNER' else 'OTHER_FAMILY' end
            from h_person p join h_person v on v.board_id = p.board_id and v.k = p.k and v.place = 0 where p.place > 0;
            insert into people.concern (id, record_id, source, source_key, agency_id, happened_on, code, words, received_at, received_by)
            select pg_temp.id_at(c.referred_at, 'concern ' || c.salt), p.id, 'REFERRAL', c.draft::text, c.agency_id, c.last_event_on, '',
                'Invented: ' || pg_temp.one_of(array['he came back at night.', 'he waited outside the school.', 'he took her telephone.',
                    'neighbours heard shouting.', 'he sent forty messages in a day.', 'she was pushed down the stairs.',
                    'he threatened to take the children.', 'he followed her home from work.'], pg_temp.chance(c.salt || 'what')), c.referred_at, c.account_id
            from h_case c join h_person p on p.case_id = c.id and p.place = 0 order by c.number;
            insert into people.concern_person (concern_id, record_id, part)
            select o.id, p.id, p.part from h_case c join people.concern o on o.id = pg_temp.id_at(c.referred_at, 'concern ' || c.salt)
            join h_person p on p.case_id = c.id;
            update people.news n set made_at = o.received_at, announced_at = o.received_at + interval '1 second'
            from people.concern o join h_person p on p.id = o.record_id where n.concern_id = o.id
            """;

    /// Every record was a person of its own first; one of an earlier referral took it in at once.
    static final String LINKED = """
            create temp table h_link on commit drop as
            select p.id, p.referred_at as at, pg_temp.id_at(p.referred_at, 'own ' || p.id) as own, f.id as first_id,
                pg_temp.id_at(f.referred_at, 'own ' || f.id) as first_person, e.id as earlier_id
            from h_person p
            join h_person f on f.board_id = p.board_id and f.k = p.first and f.place = p.place
            left join h_person e on e.board_id = p.board_id and e.k = p.earlier and e.place = p.place;
            analyze h_link;
            insert into people.person (id, made_at) select l.own, l.at from h_link l;
            insert into people.link (id, record_id, person_id, made_at, ended_at)
            select pg_temp.id_at(l.at, 'link ' || l.id), l.id, l.own, l.at, case when l.earlier_id is not null then l.at end from h_link l;
            insert into people.link (id, record_id, person_id, from_person_id, with_id, weight, made_at)
            select pg_temp.id_at(l.at, 'together ' || l.id), l.id, l.first_person, l.own, l.earlier_id, 24 + 4 * pg_temp.chance(l.id::text), l.at
            from h_link l where l.earlier_id is not null;
            insert into access.same_person (record_id, person_id)
            select l.id, case when l.earlier_id is null then l.own else l.first_person end from h_link l
            """;

    private Persons() {}
}
