package org.witan.hub;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.HubCaseInFull.Consent;
import org.witan.hub.HubCaseInFull.Decision;
import org.witan.hub.HubCaseInFull.End;
import org.witan.hub.HubCaseInFull.Home;
import org.witan.hub.HubCaseInFull.Measurement;
import org.witan.hub.HubCaseInFull.Request;
import org.witan.hub.HubCaseInFull.Step;
import org.witan.hub.HubCaseInFull.Story;
import org.witan.meeting.Action;

/// What is kept about one case. Asked inside a witnessed piece of work; the rule shows the parts that are open.
@Repository
class CaseFacts {
    private final JdbcClient database;

    CaseFacts(JdbcClient database) {
        this.database = database;
    }

    HubCaseInFull of(Viewer viewer, HubCase line, List<Action> actions) {
        UUID id = line.id();
        return new HubCaseInFull(
                line,
                contact(id),
                home(id),
                children(id),
                story(id),
                consent(id),
                needs(id),
                decisions(id),
                requests(viewer, id),
                measurements(id),
                steps(id),
                actions,
                about("select hub.restricted(:id)", id).query(Boolean.class).single(),
                about("select hub.keeps(:id)", id).query(Boolean.class).single(),
                about("select hub.leads(:id)", id).query(Boolean.class).single());
    }

    List<Need> needs(UUID id) {
        return about("""
                select n.version, n.code, n.words from hub.need_of_case c
                join hub.need n on n.version = c.version and n.code = c.code
                where c.record_id = :id order by n.place
                """, id).query(HubLists::need).list();
    }

    private String contact(UUID id) {
        return about("select contact from hub.resident where record_id = :id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private @Nullable Home home(UUID id) {
        return about("select lines, postcode from hub.home where record_id = :id", id)
                .query(Home.class)
                .optional()
                .orElse(null);
    }

    private List<ResidentReferral.Child> children(UUID id) {
        return about("select name, born from hub.child where record_id = :id order by place", id)
                .query((row, _) -> new ResidentReferral.Child(row.getString("name"), row.getString("born")))
                .list();
    }

    private @Nullable Story story(UUID id) {
        return about("select concerns, tried, urgent_because from hub.story where record_id = :id", id)
                .query(Story.class)
                .optional()
                .orElse(null);
    }

    private @Nullable Consent consent(UUID id) {
        return about("select given, words from hub.consent where record_id = :id", id)
                .query(Consent.class)
                .optional()
                .orElse(null);
    }

    private List<Decision> decisions(UUID id) {
        return about("""
                select d.step, coalesce(r.words, '') as reason, d.words, d.urgent, d.at, coalesce(access.person(d.by), '') as by
                from hub.decision d left join hub.reason r on r.code = d.reason
                where d.record_id = :id order by d.at, d.id
                """, id)
                .query((row, _) -> new Decision(
                        row.getString("step"),
                        row.getString("reason"),
                        row.getString("words"),
                        row.getBoolean("urgent"),
                        Cases.moment(row, "at"),
                        row.getString("by")))
                .list();
    }

    private List<Request> requests(Viewer viewer, UUID id) {
        return about("""
                select q.id, q.agency_id, y.name, q.purpose, q.due_on, n.known, coalesce(n.words, '') as words, n.answered_at,
                    coalesce(access.person(n.answered_by), '') as answered_by
                from hub.request q join access.agency y on y.id = q.agency_id
                left join lateral (select x.* from hub.answer x where x.request_id = q.id
                                   order by x.answered_at desc, x.id desc limit 1) n on true
                where q.record_id = :id order by lower(y.name)
                """, id).query((row, _) -> request(viewer, row)).list();
    }

    private static Request request(Viewer viewer, ResultSet row) throws SQLException {
        UUID agency = Cases.id(row, "agency_id");
        String known = row.getString("known");
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Request(
                Cases.id(row, "id"),
                agency,
                row.getString("name"),
                row.getString("purpose"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                known == null ? null : Known.valueOf(known),
                row.getString("words"),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_by"),
                viewer.role() == Role.REPRESENTATIVE && agency.equals(viewer.agency()));
    }

    private List<Measurement> measurements(UUID id) {
        return about("""
                select m.id, m.occasion, m.with_person, m.taken_on, m.words, y.name,
                    coalesce(access.person(m.taken_by), '') as taken_by,
                    array(select v.code from hub.measured v where v.measurement_id = m.id order by v.code) as codes,
                    array(select v.value from hub.measured v where v.measurement_id = m.id order by v.code) as numbers
                from hub.measurement m join access.agency y on y.id = m.agency_id
                where m.record_id = :id
                order by m.occasion = 'START' desc, m.occasion = 'END', m.taken_on, m.taken_at, m.id
                """, id)
                .query((row, _) -> new Measurement(
                        Cases.id(row, "id"),
                        Occasion.valueOf(row.getString("occasion")),
                        row.getBoolean("with_person"),
                        Objects.requireNonNull(Cases.day(row, "taken_on")),
                        row.getString("words"),
                        row.getString("name"),
                        row.getString("taken_by"),
                        values(row.getArray("codes"), row.getArray("numbers"))))
                .list();
    }

    private static Map<String, Integer> values(Array codes, Array numbers) throws SQLException {
        var names = (String[]) codes.getArray();
        var values = (Integer[]) numbers.getArray();
        var all = new LinkedHashMap<String, Integer>();
        for (int place = 0; place < names.length; place++) {
            all.put(names[place], values[place]);
        }
        return all;
    }

    private List<Step> steps(UUID id) {
        Map<UUID, List<End>> ends = new LinkedHashMap<>();
        about("""
                select id, how, words, at, coalesce(access.person(by), '') as by from hub.step_end
                where record_id = :id order by at
                """, id).query(row -> {
            ends.computeIfAbsent(Cases.id(row, "id"), _ -> new ArrayList<>())
                    .add(new End(
                            StepEnd.valueOf(row.getString("how")),
                            row.getString("words"),
                            Cases.moment(row, "at"),
                            row.getString("by")));
        });
        return about("""
                select id, to_where, words, at, coalesce(access.person(by), '') as by from hub.step_up
                where record_id = :id order by at, id
                """, id)
                .query((row, _) -> new Step(
                        Cases.id(row, "id"),
                        StepUpTo.valueOf(row.getString("to_where")),
                        row.getString("words"),
                        Cases.moment(row, "at"),
                        row.getString("by"),
                        ends.getOrDefault(Cases.id(row, "id"), List.of())))
                .list();
    }

    private JdbcClient.StatementSpec about(String question, UUID id) {
        return database.sql(question).param("id", id);
    }
}
