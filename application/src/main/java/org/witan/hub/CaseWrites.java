package org.witan.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;

/// Writes what is kept about a case, in the transaction of whoever does it. Facts are added and never changed; what was
/// written under an id before is not written again.
@Repository
class CaseWrites {
    private final JdbcClient database;

    CaseWrites(JdbcClient database) {
        this.database = database;
    }

    /// Writes all of a referral.
    void refer(Viewer viewer, UUID id, ResidentReferral referral, int needVersion) {
        database.sql("""
                        insert into hub.referral (id, agency_id, referred_by, referred_at, referred_on, urgent, need_version,
                            state_since, changed_at, changed_by)
                        values (:id, :agency, :account, now(), access.today(), :urgent, :version, now(), now(), :account)
                        """)
                .param("id", id)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .param("urgent", referral.urgent())
                .param("version", needVersion)
                .update();
        database.sql("""
                        insert into hub.resident (record_id, given_name, family_name, born_on, contact, digest)
                        values (:id, :given, :family, :born, :contact, :digest)
                        """)
                .param("id", id)
                .param("given", referral.given())
                .param("family", referral.family())
                .param("born", referral.born())
                .param("contact", referral.contact())
                .param("digest", referral.digest())
                .update();
        database.sql("insert into hub.home (record_id, lines, postcode) values (:id, :lines, :postcode)")
                .param("id", id)
                .param("lines", referral.lines())
                .param("postcode", referral.postcode())
                .update();
        children(id, referral.children());
        database.sql("""
                        insert into hub.story (record_id, concerns, tried, urgent_because)
                        values (:id, :concerns, :tried, :because)
                        """)
                .param("id", id)
                .param("concerns", referral.concerns())
                .param("tried", referral.tried())
                .param("because", referral.urgentBecause())
                .update();
        database.sql("insert into hub.consent (record_id, given, words) values (:id, :given, :words)")
                .param("id", id)
                .param("given", referral.consent())
                .param("words", referral.without())
                .update();
        referral.needs()
                .forEach(code -> database.sql(
                                "insert into hub.need_of_case (record_id, version, code) values (:id, :version, :code)")
                        .param("id", id)
                        .param("version", needVersion)
                        .param("code", code)
                        .update());
    }

    private void children(UUID id, List<ResidentReferral.Child> children) {
        for (int place = 0; place < children.size(); place++) {
            database.sql("insert into hub.child (record_id, place, name, born) values (:id, :place, :name, :born)")
                    .param("id", id)
                    .param("place", place)
                    .param("name", children.get(place).name())
                    .param("born", children.get(place).born())
                    .update();
        }
    }

    /// What was sent under an id; empty for whoever may not see it.
    @Nullable
    String digest(UUID id) {
        return database.sql("select digest from hub.resident where record_id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// Whether a fact was written under an id already: a form that was sent twice.
    boolean isDecided(UUID id) {
        return isThere("select exists (select from hub.decision where id = :id)", id);
    }

    boolean isLead(UUID id) {
        return isThere("select exists (select from hub.lead where id = :id)", id);
    }

    boolean isMeasured(UUID id) {
        return isThere("select exists (select from hub.measurement where id = :id)", id);
    }

    boolean isReviewDay(UUID id) {
        return isThere("select exists (select from hub.review_day where id = :id)", id);
    }

    boolean isSteppedUp(UUID id) {
        return isThere("select exists (select from hub.step_up where id = :id)", id);
    }

    private boolean isThere(String question, UUID id) {
        return database.sql(question).param("id", id).query(Boolean.class).single();
    }

    void decide(
            Viewer viewer,
            UUID id,
            UUID record,
            String step,
            @Nullable String reason,
            String words,
            boolean urgent,
            @Nullable UUID meeting) {
        database.sql("""
                        insert into hub.decision (id, record_id, step, reason, words, urgent, meeting_id, at, by)
                        values (:id, :record, :step, cast(:reason as text), :words, :urgent, cast(:meeting as uuid), now(), :by)
                        """)
                .param("id", id)
                .param("record", record)
                .param("step", step)
                .param("reason", reason)
                .param("words", words)
                .param("urgent", urgent)
                .param("meeting", meeting)
                .param("by", viewer.account())
                .update();
    }

    void lead(Viewer viewer, UUID id, UUID record, UUID agency) {
        database.sql("""
                        insert into hub.lead (id, record_id, agency_id, since_at, set_by)
                        values (:id, :record, :agency, now(), :by)
                        """)
                .param("id", id)
                .param("record", record)
                .param("agency", agency)
                .param("by", viewer.account())
                .update();
    }

    void ask(Viewer viewer, UUID id, UUID record, UUID agency, String purpose, LocalDate due) {
        database.sql("""
                        insert into hub.request (id, record_id, agency_id, purpose, due_on, asked_at, asked_by)
                        values (:id, :record, :agency, :purpose, :due, now(), :by)
                        on conflict (record_id, agency_id) do nothing
                        """)
                .param("id", id)
                .param("record", record)
                .param("agency", agency)
                .param("purpose", purpose)
                .param("due", due)
                .param("by", viewer.account())
                .update();
    }

    int answer(Viewer viewer, UUID id, UUID request, UUID record, Known known, String words) {
        return database.sql("""
                        insert into hub.answer (id, request_id, record_id, agency_id, known, words, answered_at, answered_by)
                        values (:id, :request, :record, :agency, :known, :words, now(), :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("request", request)
                .param("record", record)
                .param("agency", viewer.agency())
                .param("known", known.name())
                .param("words", words)
                .param("by", viewer.account())
                .update();
    }

    void review(Viewer viewer, UUID id, UUID record, LocalDate due) {
        database.sql("""
                        insert into hub.review_day (id, record_id, due_on, set_at, set_by)
                        values (:id, :record, :due, now(), :by)
                        """)
                .param("id", id)
                .param("record", record)
                .param("due", due)
                .param("by", viewer.account())
                .update();
    }

    void stepUp(Viewer viewer, UUID id, UUID record, StepUpTo to, String words) {
        database.sql("""
                        insert into hub.step_up (id, record_id, to_where, words, at, by)
                        values (:id, :record, :to, :words, now(), :by)
                        """)
                .param("id", id)
                .param("record", record)
                .param("to", to.name())
                .param("words", words)
                .param("by", viewer.account())
                .update();
    }

    int stepEnd(Viewer viewer, UUID id, UUID record, StepEnd how, String words) {
        return database.sql("""
                        insert into hub.step_end (id, record_id, how, words, at, by)
                        values (:id, :record, :how, :words, now(), :by) on conflict (id, how) do nothing
                        """)
                .param("id", id)
                .param("record", record)
                .param("how", how.name())
                .param("words", words)
                .param("by", viewer.account())
                .update();
    }

    /// Lets an agency into a case; whether it may be told of it.
    boolean openTo(UUID record, UUID agency) {
        return database.sql("select hub.open_to(:record, :agency)")
                .param("record", record)
                .param("agency", agency)
                .query(Boolean.class)
                .single();
    }

    /// Closes a case that has the visibility of the MARAC to agencies that are not of one.
    void closeToOthers(UUID record) {
        database.sql("select hub.close_to_others(:record)")
                .param("record", record)
                .query(_ -> {});
    }
}
