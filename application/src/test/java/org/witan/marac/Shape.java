package org.witan.marac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which tables hold rows of a case, and which columns of them hold nothing: found in all tables that there are.
final class Shape {
    /// All ids that are the case's own: of its persons, its items, its actions, and what hangs on them.
    private static final String OWN = """
            with persons as (select person_id as id from marac.referred_person where record_id = :case),
            actions as (select id from access.record where within_id = :case),
            items as (select id from meeting.item where record_id = :case)
            select :case as id union select id from persons union select id from actions union select id from items
            union select l.person_id from people.link l where l.record_id in (select id from persons)
            union select c.id from people.concern c where c.record_id in (select id from persons)
            union select t.id from marac.triage t where t.record_id = :case
            union select r.id from marac.research r where r.record_id = :case
            union select s.id from meeting.action_state s where s.record_id in (select id from actions)
            """;
    private static final String TABLES = """
            select schemaname || '.' || tablename from pg_tables
            where schemaname in ('access', 'people', 'meeting', 'marac', 'risk')
              and tablename not like 'trail%' and tablename not like 'flyway%' order by 1
            """;

    private Shape() {}

    /// Of every table with a row of the case, every column with what stands in it in some row: something, or nothing.
    static Map<String, String> of(JdbcClient owner, UUID referral) {
        List<String> ids = owner.sql(OWN)
                .param("case", referral)
                .query((row, _) -> row.getString(1))
                .list();
        return rows(owner, ids);
    }

    /// The same of a meeting, without what is on its agenda.
    static Map<String, String> ofMeeting(JdbcClient owner, UUID meeting) {
        Map<String, String> shape = rows(owner, List.of(meeting.toString()));
        shape.keySet().removeIf(column -> !column.matches("meeting\\.(meeting|timing|attendance)\\..*"));
        return shape;
    }

    private static Map<String, String> rows(JdbcClient owner, List<String> ids) {
        var found = new TreeMap<String, TreeSet<String>>();
        for (String table :
                owner.sql(TABLES).query((row, _) -> row.getString(1)).list()) {
            owner.sql("""
                            select distinct c.key, case when c.value = 'null' then 'nothing' else 'something' end as what
                            from %s t cross join lateral jsonb_each(to_jsonb(t)) c
                            where exists (select from jsonb_each_text(to_jsonb(t)) v where v.value = any (:ids))
                            """.formatted(table))
                    .param("ids", ids.toArray(String[]::new))
                    .query(row -> {
                        found.computeIfAbsent(table + "." + row.getString("key"), _ -> new TreeSet<>())
                                .add(row.getString("what"));
                    });
        }
        var shape = new TreeMap<String, String>();
        found.forEach((column, what) -> shape.put(column, String.join(" and ", new ArrayList<>(what))));
        return shape;
    }
}
