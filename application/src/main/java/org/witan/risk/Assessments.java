package org.witan.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.risk.GivenAssessment.Correction;

/// The assessments that whoever looks may see. Asked inside a witnessed piece of work.
@Repository
class Assessments {
    private final JdbcClient database;
    private final Tools tools;

    Assessments(JdbcClient database, Tools tools) {
        this.database = database;
        this.tools = tools;
    }

    /// Those of a case, the newest day first.
    List<Assessment> of(UUID record) {
        List<Row> rows = database.sql("""
                        select a.*, y.name as agency,
                            (select ltrim(c.given_name || ' ' || c.family_name) from access.colleague c
                             where c.account_id = a.assessed_by limit 1) as by,
                            (select later.id from risk.assessment later where later.supersedes_id = a.id) as corrected_by,
                            (select t.source from risk.threshold t
                             where t.tool = a.tool and t.value = a.threshold and t.from_on <= a.assessed_on
                             order by t.from_on desc, t.set_at desc limit 1) as threshold_source,
                            a.assessed_on + 7 * access.setting_number('reassessment_weeks')::integer as due_on
                        from risk.assessment a join access.agency y on y.id = a.agency_id
                        where a.record_id = :record order by a.assessed_on desc, a.written_at desc, a.id desc
                        """)
                .param("record", record)
                .query((row, _) -> Row.read(row))
                .list();
        var answers = answers(record);
        var known = new HashMap<String, Tool>();
        var shown = new HashMap<UUID, LoadedWording>();
        var all = new ArrayList<Assessment>();
        for (Row row : rows) {
            Tool tool = known.computeIfAbsent(
                    row.tool + " " + row.version,
                    _ -> tools.find(row.tool, row.version).orElseThrow());
            LoadedWording wording = row.wording == null
                    ? null
                    : shown.computeIfAbsent(
                            row.wording, id -> tools.findWording(id).orElseThrow());
            all.add(row.with(tool, wording, answers.getOrDefault(row.id, Map.of()), bands(row.tool)));
        }
        return all;
    }

    /// The one that a form was stored as, by whoever sent it.
    Optional<Sent> ofForm(UUID account, UUID form) {
        return database.sql("""
                        select id, record_id, digest from risk.assessment where assessed_by = :account and form_id = :form
                        """)
                .param("account", account)
                .param("form", form)
                .query((row, _) -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getObject("record_id", UUID.class),
                        row.getString("digest")))
                .optional();
    }

    /// The one that corrects an assessment.
    Optional<UUID> correctionOf(UUID assessment) {
        return database.sql("select id from risk.assessment where supersedes_id = :id")
                .param("id", assessment)
                .query(UUID.class)
                .optional();
    }

    /// Names that an area gives to scores of a tool.
    private List<Band> bands(String tool) {
        return database.sql("select * from risk.band where tool = :tool order by least")
                .param("tool", tool)
                .query((row, _) -> new Band(
                        row.getInt("least"),
                        row.getInt("most"),
                        Grade.valueOf(row.getString("grade")),
                        row.getString("source")))
                .list();
    }

    private Map<UUID, Map<String, GivenAnswer>> answers(UUID record) {
        var all = new HashMap<UUID, Map<String, GivenAnswer>>();
        database.sql("select * from risk.answer_given where record_id = :record")
                .param("record", record)
                .query(row -> {
                    all.computeIfAbsent(row.getObject("assessment_id", UUID.class), _ -> new HashMap<>())
                            .put(
                                    row.getString("question"),
                                    new GivenAnswer(
                                            Answer.named(row.getString("answer"))
                                                    .orElseThrow(),
                                            row.getString("source"),
                                            row.getString("note")));
                });
        return all;
    }

    /// A form that was stored.
    record Sent(UUID assessment, UUID record, String digest) {}

    /// A row, before what it points at is read.
    private record Row(
            UUID id,
            UUID record,
            String tool,
            int version,
            @Nullable UUID wording,
            LocalDate assessedOn,
            String agency,
            String by,
            OffsetDateTime writtenAt,
            Judgement judgement,
            @Nullable Integer threshold,
            String thresholdSource,
            @Nullable Correction corrects,
            @Nullable UUID correctedBy,
            LocalDate dueOn) {

        static Row read(ResultSet row) throws SQLException {
            String grade = row.getString("grade");
            UUID supersedes = row.getObject("supersedes_id", UUID.class);
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("record_id", UUID.class),
                    row.getString("tool"),
                    row.getInt("version"),
                    row.getObject("wording_id", UUID.class),
                    row.getObject("assessed_on", LocalDate.class),
                    row.getString("agency"),
                    text(row, "by"),
                    row.getObject("written_at", OffsetDateTime.class),
                    new Judgement(grade == null ? null : Grade.valueOf(grade), row.getString("judgement")),
                    row.getObject("threshold", Integer.class),
                    text(row, "threshold_source"),
                    supersedes == null ? null : new Correction(supersedes, row.getString("correction")),
                    row.getObject("corrected_by", UUID.class),
                    row.getObject("due_on", LocalDate.class));
        }

        private static String text(ResultSet row, String column) throws SQLException {
            String text = row.getString(column);
            return text == null ? "" : text;
        }

        Assessment with(Tool whole, @Nullable LoadedWording shown, Map<String, GivenAnswer> answers, List<Band> bands) {
            return new Assessment(
                    id,
                    record,
                    whole,
                    shown,
                    assessedOn,
                    agency,
                    by,
                    writtenAt.toInstant(),
                    answers,
                    judgement,
                    threshold,
                    thresholdSource,
                    bands,
                    corrects,
                    correctedBy,
                    dueOn);
        }
    }
}
