package org.witan.marac.invented;

/// The meetings, what they heard, what agencies brought to them, and what was written down.
final class Hearings {
    static final String MET = """
            insert into meeting.meeting (id, board_id, made_at, made_by, list_out_at, list_out_by, version)
            select m.id, m.board_id, m.at - interval '60 days', b.account_id, date_trunc('day', m.at) - interval '12 days' + interval '12 hours', b.account_id, 1
            from h_meeting m join h_board b on b.id = m.board_id order by m.at;
            insert into meeting.timing (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
            select pg_temp.id_at(m.at - interval '60 days', 'timing ' || m.id), m.id, m.at, 360, 'Invented Hall', '', '', m.at - interval '60 days',
                b.account_id, 0
            from h_meeting m join h_board b on b.id = m.board_id;
            insert into meeting.minutes_out (id, meeting_id, at, by)
            select pg_temp.id_at(x.at, 'minutes ' || m.id), m.id, x.at, b.account_id
            from h_meeting m join h_board b on b.id = m.board_id
            cross join lateral (select m.at + interval '2 days' * pg_temp.chance('minutes' || m.id) + interval '20 hours' as at) x
            where x.at < now();
            insert into meeting.attendance (id, meeting_id, agency_id, account_id, name, capacity, came, statement_signed_on, recorded_at, recorded_by)
            select pg_temp.id_at(m.at, 'came ' || m.id || a.n), m.id, a.agency_id, a.account_id, a.name, 'REPRESENTATIVE', x.came,
                case x.came when 'PRESENT' then (m.at at time zone 'Europe/London')::date end, m.at + interval '5 minutes', b.account_id
            from h_meeting m join h_board b on b.id = m.board_id join h_agency a on a.board_id = m.board_id
            cross join lateral (select pg_temp.one_of(array['PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT',
                'APOLOGIES', 'ABSENT'], pg_temp.chance(m.id || 'came' || a.n)) as came) x
            """;

    static final String LISTED = """
            create temp table h_item on commit drop as
            select c.id as record_id, c.meeting_id, c.meeting_at, c.salt, c.listed_at, c.board_id, c.number, c.referred_at,
                b.account_id as keeper, b.agency_id as keeper_agency, h.children, c.earlier_id is not null as repeat,
                pg_temp.id_at(c.listed_at, 'item ' || c.salt) as id,
                case when h.children > 0 then 'WITH_CHILDREN' else 'ADULT_ONLY' end as section,
                row_number() over (partition by c.meeting_id, h.children > 0 order by c.number) as place,
                c.meeting_at + interval '12 minutes' * row_number() over (partition by c.meeting_id order by h.children > 0 desc, c.number) as heard_at
            from h_case c join h_board b on b.id = c.board_id join h_household h on h.board_id = c.board_id and h.first = c.first;
            create unique index on h_item (id);
            analyze h_item;
            insert into meeting.item (id, meeting_id, record_id, kind, section, place, put_on_at, put_on_by)
            select i.id, i.meeting_id, i.record_id, 'CASE', i.section, i.place, i.listed_at, i.keeper from h_item i order by i.number;
            insert into meeting.item_mark (item_id, record_id, kind, mark)
            select i.id, i.record_id, 'CASE', 'REPEAT' from h_item i where i.repeat
            union all select i.id, i.record_id, 'CASE', 'EMERGENCY' from h_item i
            join marac.triage t on t.record_id = i.record_id and t.outcome = 'EMERGENCY';
            insert into meeting.item_event (id, item_id, record_id, kind, what, words, at, by)
            select pg_temp.id_at(i.heard_at, 'heard ' || i.salt), i.id, i.record_id, 'CASE', 'HEARD', '', i.heard_at, i.keeper from h_item i
            """;

    static final String RESEARCHED = """
            create temp table h_research on commit drop as
            select pg_temp.id_at(x.at, 'research ' || a.n || i.salt) as id, i.record_id, i.meeting_id, i.meeting_at, i.heard_at, i.keeper, a.agency_id, a.account_id,
                x.at, i.salt || a.n as salt, i.children, pg_temp.chance(i.salt || 'nil' || a.n) < 0.5 as nothing_known
            from h_item i join h_agency a on a.board_id = i.board_id
            cross join lateral (
                select i.listed_at + pg_temp.chance(i.salt || 'answers' || a.n) * (i.meeting_at - i.listed_at) as at) x
            where a.role in ('REPRESENTATIVE', 'IDVA') and pg_temp.chance(i.salt || 'researches' || a.n) < 0.92;
            analyze h_research;
            insert into marac.research (id, record_id, meeting_id, agency_id, nothing_known, answered_at, answered_by)
            select r.id, r.record_id, r.meeting_id, r.agency_id, r.nothing_known, r.at, r.account_id from h_research r;
            insert into marac.research_item (id, research_id, record_id, meeting_id, agency_id, about, is_fact, happened, words, relevance,
                share, withheld_because, shared_at, shared_by)
            select pg_temp.id_at(r.at, 'known ' || r.salt), r.id, r.record_id, r.meeting_id, r.agency_id,
                pg_temp.one_of(array['VICTIM', 'PERPETRATOR'], pg_temp.chance(r.salt || 'about')), pg_temp.chance(r.salt || 'fact') < 0.7,
                pg_temp.one_of(array['in March', 'last year', 'this month', ''], pg_temp.chance(r.salt || 'when')),
                'Invented: ' || pg_temp.one_of(array['two calls to the address.', 'missed appointments.', 'arrears of rent.',
                    'a report of shouting at night.', 'asked about moving.', 'a worry of the school.'], pg_temp.chance(r.salt || 'known')),
                'Invented: it gets worse', x.share, case when x.share then '' else 'Invented: a third person said it' end,
                case when x.share and pg_temp.chance(r.salt || 'spoken') < 0.92 then r.heard_at end,
                case when x.share and pg_temp.chance(r.salt || 'spoken') < 0.92 then r.keeper end
            from h_research r cross join lateral (select pg_temp.chance(r.salt || 'share') < 0.85 as share) x
            where not r.nothing_known
            """;

    /// What an IDVA tried before the meeting and after it; nobody tried for some.
    static final String TRIED = """
            insert into marac.contact (id, record_id, after_meeting, on_day, outcome, words, agency_id, written_at, written_by)
            select pg_temp.id_at(x.at, 'tried ' || x.salt), i.record_id, x.after, (x.at at time zone 'Europe/London')::date,
                pg_temp.one_of(array['REACHED', 'REACHED', 'REACHED', 'REACHED', 'REACHED', 'NOT_REACHED', 'NOT_SAFE', 'DECLINED'],
                    pg_temp.chance(x.salt || 'came')),
                'Invented: ' || case when x.after then 'what was decided.' else 'she wants to stay in her home.' end,
                a.agency_id, x.at, a.account_id
            from h_item i
            join (select distinct on (y.board_id) y.board_id, m.agency_id, m.account_id
                  from h_agency y join access.membership m on m.agency_id = y.agency_id and m.role = 'IDVA'
                  order by y.board_id, m.id) a on a.board_id = i.board_id
            cross join lateral (values
                (i.salt || 'before', false, i.referred_at + interval '30 hours' * pg_temp.chance(i.salt || 'soon'), i.meeting_at),
                (i.salt || 'after', true, i.meeting_at + interval '3 days' * pg_temp.chance(i.salt || 'then'), 'infinity'))
                as x (salt, after, at, until)
            where x.at < least(x.until, now()) and pg_temp.chance(x.salt || 'tries') < 0.85
            """;

    static final String WRITTEN_DOWN = """
            insert into marac.line (id, record_id, item_id, line_kind, words, written_at, written_by)
            select pg_temp.id_at(i.heard_at, x.kind || i.salt), i.record_id, i.id, x.kind, x.words, i.heard_at, i.keeper
            from h_item i
            cross join lateral (values
                ('RISK_TO_VICTIM', 'Invented: high; he has been near the house again.'),
                ('PERPETRATOR', 'Invented: on bail, and told to stay away.'),
                (case when i.children > 0 then 'RISK_TO_CHILDREN' else 'RISK_TO_OTHERS' end, 'Invented: they were there when it happened.'))
                as x (kind, words)
            """;

    private Hearings() {}
}
