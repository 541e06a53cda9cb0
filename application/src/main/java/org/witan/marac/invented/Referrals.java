package org.witan.marac.invented;

/// What was referred, what the coordinator decided, and who takes part.
final class Referrals {
    static final String REGISTERED = """
            insert into access.record (id, kind, reference, owner_id, registered_at)
            select c.id, 'CASE', pg_temp.reference(k.prefix, c.referred_at, s.number, c.number), c.agency_id, c.referred_at
            from h_case c join access.record_kind k on k.code = 'CASE' cross join span s order by c.number;
            insert into access.about (record_id, person_id, since_at) select p.case_id, p.id, p.referred_at from h_person p;
            insert into access.assignment (record_id, account_id, from_at)
            select c.id, c.account_id, c.referred_at from h_case c where c.role in ('REFERRER', 'SUPPORT_WORKER')
            """;

    /// The agency that refers and those with an IDVA from the beginning; those of the board since the case is listed.
    static final String PARTIES = """
            with idva as materialized (select distinct m.agency_id from access.in_force m where m.role = 'IDVA'),
            taking_part as materialized (
                select a.case_id, a.agency_id, min(a.at) as at
                from (
                    select c.id as case_id, c.agency_id, c.referred_at as at from h_case c
                    union all select c.id, i.agency_id, c.referred_at from h_case c cross join idva i
                    union all select c.id, g.agency_id, c.listed_at
                    from h_case c join meeting.board_agency g on g.board_id = c.board_id and g.until_at is null) a
                group by a.case_id, a.agency_id)
            insert into access.party (record_id, agency_id, from_at)
            select r.id, t.agency_id, t.at
            from (select c.id, c.id as case_id from h_case c union all select p.id, p.case_id from h_person p) r
            join taking_part t on t.case_id = r.case_id
            """;

    static final String REFERRED = """
            insert into marac.referral (id, agency_id, referred_by, referred_at, referred_on, last_event_on)
            select c.id, c.agency_id, c.account_id, c.referred_at, c.referred_on, c.last_event_on from h_case c order by c.number;
            insert into marac.referred_person (record_id, part, person_id, place, in_household, school)
            select p.case_id, p.part, p.id, p.place, case when p.place > 1 then 'YES' else 'NOT_ASKED' end, '' from h_person p;
            insert into marac.claimed_ground (record_id, ground)
            select c.id, c.ground from h_case c
            union all select c.id, c.said_repeat from h_case c where c.said_repeat is not null;
            insert into marac.sharing_decision (record_id, purpose, basis, necessity, proportionality, decided_by)
            select c.id, 'Invented: to reduce the risk of serious harm', 'PUBLIC_TASK', 'Invented: no agency can keep her safe alone',
                'Invented: only what bears on the risk', 'Invented Person, Invented post'
            from h_case c where not c.consented
            """;

    static final String STATED = """
            insert into marac.statement (id, record_id, part, topic, answer, words)
            select pg_temp.id_at(c.referred_at, t.code || c.salt), c.id, t.part, t.code, x.answer, x.words
            from h_case c join h_household h on h.board_id = c.board_id and h.first = c.first
            join people.concern o on o.id = pg_temp.id_at(c.referred_at, 'concern ' || c.salt)
            cross join lateral (values
                ('DANGER_NOW', case when pg_temp.chance(c.salt || 'danger') < 0.05 then 'YES' else 'NO' end, ''),
                ('REFERRER', null, E'Invented Person\\nInvented post'),
                ('WHAT_HAPPENED', null, o.words),
                ('LAST_EVENT', null, to_char(c.last_event_on, 'FMDD/FMMM/YYYY')),
                ('JUDGEMENT', null, 'Invented: she is more afraid than before.'),
                ('WANTS', null, pg_temp.one_of(array['Invented: to stay in her home', 'Invented: to move away', 'Invented: that it stops'],
                    pg_temp.chance(c.salt || 'wants'))),
                ('FEARS', null, 'Invented: that he comes back'),
                ('POLICE_CONTACT', case when pg_temp.chance(c.salt || 'contact') < 0.6 then 'YES' else 'NO' end, ''),
                ('AWARE', 'YES', ''),
                ('CONSENT', case when c.consented then 'YES' when pg_temp.chance(c.salt || 'no') < 0.5 then 'NO' else 'NOT_ASKED' end, ''),
                ('MINORITISED', h.minoritised, ''), ('DISABILITY', h.disability, ''), ('LGBT', h.lgbt, '')) as x (topic, answer, words)
            join marac.topic t on t.code = x.topic
            """;

    static final String ASSESSED = """
            insert into risk.assessment (id, record_id, tool, version, form_id, digest, assessed_on, agency_id, assessed_by, written_at,
                threshold, grade, judgement)
            select pg_temp.id_at(c.referred_at, 'assessment ' || c.salt), c.id, 'dash', 1, c.draft,
                encode(sha256(convert_to(c.salt, 'UTF8')), 'hex'), c.referred_on, c.agency_id, c.account_id, c.referred_at,
                (select t.value from risk.threshold t where t.tool = 'dash' and t.from_on <= c.referred_on
                 order by t.from_on desc, t.set_at desc limit 1),
                case c.ground when 'PROFESSIONAL_JUDGEMENT' then 'HIGH' end, 'Invented: she is more afraid than before.'
            from h_case c where c.assessed order by c.number;
            insert into risk.answer_given (assessment_id, record_id, tool, version, scale, question, answer, source, note)
            select a.id, c.id, 'dash', 1, 'YES_NO', q.key,
                case when x.chance < case c.ground when 'VISIBLE_HIGH_RISK' then 0.72 else 0.45 end then 'YES'
                    when x.chance < 0.86 then 'NO' when x.chance < 0.95 then 'UNKNOWN' else 'NOT_ASKED' end, '', ''
            from h_case c join risk.assessment a on a.id = pg_temp.id_at(c.referred_at, 'assessment ' || c.salt)
            join risk.question q on q.tool = 'dash' and q.version = 1
            cross join lateral (select pg_temp.chance(c.salt || q.key) as chance) x
            """;

    static final String DECIDED = """
            insert into marac.triage (id, record_id, outcome, ground, reason, decided_at, decided_by)
            select pg_temp.id_at(c.decided_at, 'triage ' || c.salt), c.id,
                case when pg_temp.chance(c.salt || 'emergency') < 0.02 then 'EMERGENCY' else 'ACCEPTED' end,
                case when c.earlier_id is not null then 'REPEAT' else c.ground end, '', c.decided_at, b.account_id
            from h_case c join h_board b on b.id = c.board_id order by c.number;
            insert into marac.repetition (triage_id, record_id, earlier_id, why)
            select pg_temp.id_at(c.decided_at, 'triage ' || c.salt), c.id, c.earlier_id,
                'Repeat of ' || r.reference || ', referred on ' || to_char(c.earlier_on, 'Dy FMDD Mon YYYY')
                    || ': the same victim and the same alleged perpetrator(s). This is of ' || to_char(c.last_event_on, 'Dy FMDD Mon YYYY')
                    || ' (the last abuse, or the day of the referral), and the window lasts until '
                    || to_char(marac.repeat_until(c.earlier_id), 'Dy FMDD Mon YYYY') || ', that day included.'
            from h_case c join access.record r on r.id = c.earlier_id
            """;

    private Referrals() {}
}
