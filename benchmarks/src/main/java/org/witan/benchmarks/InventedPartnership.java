package org.witan.benchmarks;

/// Statements that make a demonstration as large as a real partnership, by its superuser: agencies, people, boards, and
/// what is still to come.
final class InventedPartnership {
    /// 43 agencies, of which each new one has a representative, five boards, and enough people who keep them.
    static final String AGENCIES = """
            do $$
            declare
                first_account uuid := (select m.account_id from access.membership m where m.role = 'COORDINATOR' order by m.id limit 1);
                home uuid := (select m.agency_id from access.membership m where m.role = 'COORDINATOR' order by m.id limit 1);
                police uuid := (select y.id from access.agency y where y.kind = 'POLICE' order by y.name limit 1);
                service uuid := (select y.id from access.agency y where y.kind = 'VICTIM_SERVICE' order by y.name limit 1);
                kinds text[] := array['PROBATION', 'CHILDRENS_SERVICES', 'ADULT_SOCIAL_CARE', 'PRIMARY_CARE', 'HOSPITAL', 'MENTAL_HEALTH',
                    'SUBSTANCE_MISUSE', 'EDUCATION', 'COUNTY_COUNCIL', 'DISTRICT_COUNCIL', 'HOUSING_ASSOCIATION', 'SPECIALIST_SERVICE'];
                agency uuid; person uuid; board uuid;
            begin
                for i in 1..(43 - (select count(*) from access.agency)) loop
                    agency := gen_random_uuid(); person := gen_random_uuid();
                    insert into access.agency (id, name, kind, added_at)
                    values (agency, 'Measured Agency ' || lpad(i::text, 2, '0'), kinds[1 + i % 12], now());
                    insert into access.account (id, given_name, family_name, email, demonstration, added_at)
                    values (person, 'Representative', 'Measured' || i, 'measured' || i || '@demonstration.example.org', true, now());
                    insert into access.agreement (id, agency_id, title, signed_by, signed_on, expires_on, recorded_at, recorded_by)
                    values (gen_random_uuid(), agency, 'Invented agreement', 'Invented Signatory', access.today(),
                        (access.today() + interval '10 years')::date, now(), first_account);
                    insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
                    values (gen_random_uuid(), person, agency, 'REPRESENTATIVE', access.today(), now());
                end loop;
                for i in 1..8 loop
                    person := gen_random_uuid();
                    insert into access.account (id, given_name, family_name, email, demonstration, added_at)
                    values (person, 'Keeper', 'Measured' || i, 'keeper' || i || '@demonstration.example.org', true, now());
                    insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
                    values (gen_random_uuid(), person, case when i > 5 then service else home end,
                        case when i > 5 then 'IDVA' else 'COORDINATOR' end, access.today(), now());
                end loop;
                for i in 1..4 loop
                    board := gen_random_uuid();
                    insert into meeting.board (id, kind, name, area, agency_id, made_at, made_by)
                    values (board, 'MARAC', 'Measured MARAC ' || i, 'Inventown', home, now(), first_account);
                end loop;
                insert into meeting.board_agency (id, board_id, agency_id, core, from_at, added_by)
                select gen_random_uuid(), b.id, y.id, true, now(), first_account
                from (select b.id, row_number() over (order by b.name) - 1 as n from meeting.board b) b
                join (select y.id, y.name, row_number() over (order by y.name) as n from access.agency y) y
                    on y.id in (police, service) or (y.name like 'Measured%' and y.n % 5 = b.n)
                where not exists (select from meeting.board_agency m where m.board_id = b.id and m.agency_id = y.id);
            end $$;
            alter table access.setting disable trigger user;
            insert into access.setting (name, since, value, reason) values ('records_in_ten_minutes', now(), '999999', 'measured');
            alter table access.setting enable trigger user""";

    /// What finds a record by its words is made once for all, and not a record at a time.
    static final String BEFORE_A_SPAN = """
            alter table access.party disable trigger party_is_searchable;
            alter table people.source_record disable trigger source_record_is_searchable""";

    static final String AFTER_A_SPAN = """
            alter table access.party enable trigger party_is_searchable;
            alter table people.source_record enable trigger source_record_is_searchable;
            analyze;
            drop index people.search_words;
            do $$ begin
                perform people.make_searchable(s.id) from people.source_record s
                where not exists (select from people.search x where x.record_id = s.id);
            end $$;
            create index search_words on people.search using gin (words) with (fastupdate = off)""";

    /// The last two meetings of each board are still to come, and 30 referrals wait for the coordinator.
    static final String TO_COME = """
            insert into meeting.timing (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
            select gen_random_uuid(), m.id, now() + (m.n * 7 - 4) * interval '1 day', 360, 'Invented Hall', '', 'measured', now(), m.made_by, 1
            from (select m.*, row_number() over (partition by m.board_id order by t.starts_at desc) as n
                  from meeting.meeting m join meeting.timing t on t.meeting_id = m.id where t.starts_at < now()) m
            where m.n <= 2;
            update marac.triage t set undone_at = now(), undone_by = t.decided_by
            where t.id in (select x.id from marac.triage x where x.undone_at is null order by x.decided_at desc limit 30)""";

    private InventedPartnership() {}
}
