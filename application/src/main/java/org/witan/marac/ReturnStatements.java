package org.witan.marac;

/// What the return asks the database. The names of the columns are those of [ReturnCell].
final class ReturnStatements {

    /// A row for each meeting, with what is counted and how much of it is not known.
    static final String COUNTED = """
            with heard as materialized (
                select * from marac.heard_between(:from, :until, cast(:meeting as uuid)))
            select h.meeting_id, h.board_id, h.board, h.day,
                coalesce((select m.core_only from meeting.meeting m where m.id = h.meeting_id), true) as core_only,
                count(*) as cases,
                count(*) filter (where h.repeat) as repeats,
                sum(h.children) as children,
                count(*) filter (where h.source = 'POLICE') as from_police,
                count(*) filter (where h.source <> 'POLICE') as from_partners,
                count(*) filter (where h.source = 'IDVA') as from_idva,
                count(*) filter (where h.source = 'CHILDRENS_SOCIAL_CARE') as from_childrens_social_care,
                count(*) filter (where h.source = 'PRIMARY_CARE') as from_primary_care,
                count(*) filter (where h.source = 'SECONDARY_CARE') as from_secondary_care,
                count(*) filter (where h.source = 'MENTAL_HEALTH') as from_mental_health,
                count(*) filter (where h.source = 'EDUCATION') as from_education,
                count(*) filter (where h.source = 'HOUSING') as from_housing,
                count(*) filter (where h.source = 'PROBATION') as from_probation,
                count(*) filter (where h.source = 'ADULT_SOCIAL_CARE') as from_adult_social_care,
                count(*) filter (where h.source = 'SUBSTANCE_MISUSE') as from_substance_misuse,
                count(*) filter (where h.source = 'VOLUNTARY') as from_voluntary,
                count(*) filter (where h.source = 'OTHER') as from_other,
                count(*) filter (where h.minoritised) as minoritised,
                count(*) filter (where h.minoritised is null) as minoritised_unknown,
                count(*) filter (where h.disability) as disability,
                count(*) filter (where h.disability is null) as disability_unknown,
                count(*) filter (where h.lgbt) as lgbt,
                count(*) filter (where h.lgbt is null) as lgbt_unknown,
                count(*) filter (where h.male) as male,
                count(*) filter (where h.male is null) as male_unknown,
                count(*) filter (where h.aged_16_17) as aged_16_17,
                count(*) filter (where h.aged_16_17 is null) as aged_16_17_unknown,
                sum(h.harmers_under_18) as harmers_under_18,
                sum(h.harmers_unborn) as harmers_under_18_unknown,
                (select encode(sha256(string_agg(uuid_send(d.meeting_id) || uuid_send(d.record_id), ''::bytea
                     order by d.meeting_id, d.record_id)), 'hex') from heard d) as digest
            from heard h
            group by h.meeting_id, h.board_id, h.board, h.day
            order by h.day, lower(h.board), h.meeting_id
            """;

    /// A page of the cases behind one number.
    static final String BEHIND = """
            with heard as (
                select h.meeting_id, h.record_id, h.board, h.day,
                    case :cell
                        when 'CASES' then 1
                        when 'REPEATS' then h.repeat::integer
                        when 'CHILDREN' then h.children
                        when 'FROM_PARTNERS' then (h.source <> 'POLICE')::integer
                        when 'MINORITISED' then h.minoritised::integer
                        when 'DISABILITY' then h.disability::integer
                        when 'LGBT' then h.lgbt::integer
                        when 'MALE' then h.male::integer
                        when 'AGED_16_17' then h.aged_16_17::integer
                        when 'HARMERS_UNDER_18' then h.harmers_under_18
                        else ('FROM_' || h.source = :cell)::integer end as number,
                    case when :cell = 'HARMERS_UNDER_18' then h.harmers_unborn else 0 end as unborn
                from marac.heard_between(:from, :until, cast(:meeting as uuid)) h),
            found as materialized (
                select h.*, case when h.number is null then 1 else h.unborn end as unknown
                from heard h where h.number is null or h.number > 0 or h.unborn > 0),
            page as (
                select f.*, count(*) filter (where f.number > 0) over () as all_counted, count(*) over () as all_found
                from found f
                order by coalesce(f.number, 0) = 0, f.day, f.record_id limit :most offset :skip)
            select p.record_id, r.reference, p.board, p.day, coalesce(p.number, 0) as number, p.unknown, p.all_counted,
                p.all_found - p.all_counted as others
            from page p join access.record r on r.id = p.record_id
            order by coalesce(p.number, 0) = 0, p.day, p.record_id
            """;

    private ReturnStatements() {}
}
