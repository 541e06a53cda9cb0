package org.witan.risk;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.shared.Identity;

/// Writes an assessment with all of its answers.
@Repository
class Storing {
    /// Whether the form or the correction was faster elsewhere is decided by the database, so that two at once are one.
    private static final String ASSESSMENT = """
            insert into risk.assessment (id, record_id, tool, version, wording_id, form_id, digest, assessed_on, agency_id,
                assessed_by, written_at, threshold, grade, judgement, supersedes_id, correction)
            values (:id, :record, :tool, :version, :wording, :form, :digest, :on, :agency, :account, now(),
                (select t.value from risk.threshold t where t.tool = :tool and t.from_on <= :on
                 order by t.from_on desc, t.set_at desc limit 1),
                :grade, :judgement, :supersedes, :correction)
            on conflict do nothing
            """;
    private static final String ANSWER = """
            insert into risk.answer_given (assessment_id, record_id, tool, version, scale, question, answer, source, note)
            values (:id, :record, :tool, :version, :scale, :question, :answer, :source, :note)
            """;
    private final JdbcClient database;
    private final Clock clock;

    Storing(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Stores it.
    ///
    /// @return nothing when the form was stored before, or what it corrects was corrected before
    Optional<UUID> store(Viewer viewer, UUID record, Tool tool, GivenAssessment given, String digest) {
        UUID id = Identity.at(clock.instant());
        var correction = given.correction();
        var judgement = given.judgement();
        int stored = database.sql(ASSESSMENT)
                .param("id", id)
                .param("record", record)
                .param("tool", tool.key())
                .param("version", tool.version())
                .param("wording", given.wording())
                .param("form", given.form())
                .param("digest", digest)
                .param("on", given.assessedOn())
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .param(
                        "grade",
                        judgement.grade() == null ? null : judgement.grade().name())
                .param("judgement", judgement.words())
                .param("supersedes", correction == null ? null : correction.of())
                .param("correction", correction == null ? null : correction.why())
                .update();
        if (stored == 0) {
            return Optional.empty();
        }
        tool.questions()
                .forEach(question -> answer(
                        id,
                        record,
                        tool,
                        question,
                        given.answers().getOrDefault(question.key(), GivenAnswer.NOT_ASKED)));
        return Optional.of(id);
    }

    private void answer(UUID id, UUID record, Tool tool, Question question, GivenAnswer given) {
        database.sql(ANSWER)
                .param("id", id)
                .param("record", record)
                .param("tool", tool.key())
                .param("version", tool.version())
                .param("scale", tool.scale().name())
                .param("question", question.key())
                .param("answer", given.answer().name())
                .param("source", given.source())
                .param("note", given.note())
                .update();
    }
}
