package org.witan.marac.invented;

/// Which meetings there are, which cases they hear, and whose households these are of.
///
/// The shares are those that England publishes (SafeLives, year to September 2024 [S5]; to March 2023 [S6]): repeats 31
/// to 33 %, referred by the police 64 to 66 %, 1.25 children a case, minoritised 15 %, LGBT 1.5 %, disability 10 %, men
/// 6.3 %, aged 16 or 17 1.3 %, an alleged perpetrator aged 17 or younger 1.15 %. What is not known is a share of its
/// own.
final class Planning {
    static final String MEETINGS = """
            create temp table h_meeting on commit drop as
            select d.board_id, d.at, pg_temp.id_at(d.at - interval '60 days', 'meeting ' || d.board || d.at || s.seed) as id,
                row_number() over (partition by d.board_id order by d.at) - 1 as m, count(*) over (partition by d.board_id) as meetings
            from span s
            cross join lateral (
                select b.id as board_id, b.n as board,
                    ((day::date + case extract(isodow from day) when 6 then 2 when 7 then 1 else 0 end) + time '09:30')
                        at time zone 'Europe/London' as at
                from h_board b, generate_series(s.from_on + (b.n % s.every_days)::integer, s.until_on - 2, make_interval(days => s.every_days)) day) d
            """;

    /// The case that a case repeats is one of its board between 40 and 300 days before. Of those that have one so long
    /// before, so many repeat that the share comes out among all.
    static final String CASES = """
            create temp table h_planned on commit drop as
            with numbered as (
                select b.id as board_id, b.n as board, k, s.*,
                    (s.cases / b.boards + (b.n < s.cases % b.boards)::integer) as mine,
                    s.seed || ' ' || s.number || ' ' || b.n || ' ' || k as salt
                from span s, h_board b, generate_series(0, s.cases / b.boards + (b.n < s.cases % b.boards)::integer - 1) as k)
            select x.*, row_number() over (order by x.board, x.k) as number,
                case when x.drawn >= 0 and row_number() over (partition by x.drawn >= 0 order by pg_temp.chance(x.salt || 'repeats'))
                    <= 0.32 * count(*) over () then x.drawn end as before
            from (
                select n.board_id, n.board, n.k, n.salt, m.id as meeting_id, m.at as meeting_at,
                    n.k - ceil((40 + 260 * pg_temp.chance(n.salt || 'since')) * n.mine / (n.until_on - n.from_on + 1))::integer as drawn
                from numbered n join h_meeting m on m.board_id = n.board_id and m.m = n.k::bigint * m.meetings / n.mine) x;
            create unique index on h_planned (board_id, k);
            analyze h_planned
            """;

    static final String HOUSEHOLDS_OF_CASES = """
            create temp table h_of on commit drop as
            with recursive of_household as (
                select p.board_id, p.k, p.k as first from h_planned p where p.before is null or p.before < 0
                union all
                select p.board_id, p.k, o.first from of_household o join h_planned p on p.board_id = o.board_id and p.before = o.k)
            select * from of_household;
            create unique index on h_of (board_id, k)
            """;

    /// Households in the shares: each share is a rank among all of them, so that it is met and not only meant.
    static final String HOUSEHOLDS = """
            create temp table h_household on commit drop as
            with first as (
                select p.board_id, p.k as first, p.salt, p.meeting_at,
                    count(*) over () as all_of,
                    row_number() over (order by pg_temp.chance(p.salt || 'sex')) as by_sex,
                    row_number() over (order by pg_temp.chance(p.salt || 'age')) as by_age,
                    row_number() over (order by pg_temp.chance(p.salt || 'harmer')) as by_harmer,
                    row_number() over (order by pg_temp.chance(p.salt || 'children')) as by_children,
                    row_number() over (order by pg_temp.chance(p.salt || 'minoritised')) as by_minoritised,
                    row_number() over (order by pg_temp.chance(p.salt || 'disability')) as by_disability,
                    row_number() over (order by pg_temp.chance(p.salt || 'lgbt')) as by_lgbt
                from h_planned p join h_of o using (board_id, k) where o.first = p.k)
            select f.board_id, f.first, f.salt, f.meeting_at,
                case when by_sex - 0.5 < 0.063 * all_of then 'Male' when by_sex - 0.5 < 0.073 * all_of then 'Not known' else 'Female' end as sex,
                case when by_age - 0.5 < 0.014 * all_of then 16.2 + 1.1 * pg_temp.chance(f.salt || 'years')
                    when by_age - 0.5 < 0.034 * all_of then null
                    else 18.5 + 56 * pg_temp.chance(f.salt || 'years') ^ 1.6 end as age,
                case when by_harmer - 0.5 < 0.0115 * all_of then 15.5 + 1.7 * pg_temp.chance(f.salt || 'his years')
                    when by_harmer - 0.5 < 0.09 * all_of then null
                    else 18.5 + 50 * pg_temp.chance(f.salt || 'his years') ^ 1.4 end as harmer_age,
                case when by_children - 0.5 < 0.345 * all_of then 0 when by_children - 0.5 < 0.615 * all_of then 1
                    when by_children - 0.5 < 0.845 * all_of then 2 when by_children - 0.5 < 0.945 * all_of then 3 else 4 end as children,
                case when by_minoritised - 0.5 < 0.15 * all_of then 'YES' when by_minoritised - 0.5 < 0.2 * all_of then 'UNKNOWN' else 'NO' end as minoritised,
                case when by_disability - 0.5 < 0.1 * all_of then 'YES' when by_disability - 0.5 < 0.2 * all_of then 'UNKNOWN'
                    when by_disability - 0.5 < 0.23 * all_of then 'DECLINED' else 'NO' end as disability,
                case when by_lgbt - 0.5 < 0.015 * all_of then 'YES' when by_lgbt - 0.5 < 0.165 * all_of then 'UNKNOWN'
                    when by_lgbt - 0.5 < 0.2 * all_of then 'DECLINED' else 'NO' end as lgbt
            from first f;
            create unique index on h_household (board_id, first)
            """;

    /// Each case with its days, who refers it, and which referral it repeats.
    static final String REFERRALS = """
            create temp table h_case on commit drop as
            with dated as (
                select p.*, o.first, row_number() over (order by pg_temp.chance(p.salt || 'police')) - 0.5 < 0.65 * count(*) over () as police,
                    ((p.meeting_at at time zone 'Europe/London')::date - 15 - floor(12 * pg_temp.chance(p.salt || 'waits'))::integer
                        + time '09:00' + pg_temp.chance(p.salt || 'hour') * interval '8 hours') at time zone 'Europe/London' as referred_at
                from h_planned p join h_of o using (board_id, k)),
            referred as (
                select d.*, (d.referred_at at time zone 'Europe/London')::date as referred_on, a.agency_id, a.account_id, a.role,
                    lag(d.k) over (partition by d.board_id, d.first order by d.referred_at, d.k) as earlier
                from dated d join h_agency a on a.board_id = d.board_id and (a.kind = 'POLICE') = d.police
                    and a.n_alike = floor(pg_temp.chance(d.salt || 'agency') * a.alike)::integer)
            select r.*, pg_temp.id_at(r.referred_at, 'case ' || r.salt) as id,
                pg_temp.id_at(r.referred_at - interval '20 minutes', 'draft ' || r.salt) as draft,
                pg_temp.id_at(r.referred_at, 'receipt ' || r.salt) as receipt,
                r.referred_on - floor(4 * pg_temp.chance(r.salt || 'last'))::integer as last_event_on,
                r.referred_at + interval '3 hours' + pg_temp.chance(r.salt || 'triage') * interval '20 hours' as decided_at,
                date_trunc('day', r.meeting_at) - interval '12 days' + interval '11 hours' as listed_at,
                case when r.earlier is not null and pg_temp.chance(r.salt || 'said') < 0.5 then 'REPEAT' end as said_repeat,
                pg_temp.one_of(array['VISIBLE_HIGH_RISK', 'VISIBLE_HIGH_RISK', 'PROFESSIONAL_JUDGEMENT', 'PROFESSIONAL_JUDGEMENT', 'ESCALATION'],
                    pg_temp.chance(r.salt || 'ground')) as ground,
                pg_temp.chance(r.salt || 'consent') < 0.8 as consented, pg_temp.chance(r.salt || 'tool') < 0.8 as assessed
            from referred r;
            create unique index on h_case (board_id, k);
            create unique index on h_case (id);
            alter table h_case add column earlier_id uuid, add column earlier_on date;
            update h_case c set earlier_id = e.id, earlier_on = e.referred_on
            from h_case e where e.board_id = c.board_id and e.k = c.earlier
              and (case when c.last_event_on >= e.referred_on then c.last_event_on else c.referred_on end)
                  <= (e.referred_on + make_interval(months => access.setting_number('marac_repeat_months')))::date;
            analyze h_case
            """;

    private Planning() {}
}
