package org.witan.marac;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// A referral that was not taken waits for the agency that made it: it brings what was missing, and the referral waits
/// for another decision, or it leaves it at that. Nobody at high risk is turned away without somebody knowing.
@Component
public class AnsweringReturns {
    private static final String WHAT = "return answer";
    private final Witnessing witnessing;
    private final JdbcClient database;

    AnsweringReturns(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// Those of the agency of whoever looks, the oldest first. Inside a witnessed piece of work.
    public List<TurnedAway> owed(Shown shown) {
        List<TurnedAway> all = database.sql("""
                        select t.id, t.record_id, b.reference, t.outcome, t.reason, t.decided_at
                        from marac.triage t
                        join access.record b on b.id = t.record_id
                        where t.id = any (array(select o.triage_id from marac.returns_owed() o))
                        order by t.decided_at, t.id
                        """)
                .query((row, _) -> new TurnedAway(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("id", UUID.class),
                        TriageOutcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
        all.forEach(one -> shown.add(one.referral()));
        return all;
    }

    /// The same, as a list of their own.
    public List<TurnedAway> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, WHAT), this::owed);
    }

    /// One that waits for an answer.
    ///
    /// @throws Absent when none does under this referral for this viewer
    public TurnedAway open(Viewer viewer, UUID referral) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.READ, WHAT),
                shown -> owed(shown).stream()
                        .filter(one -> one.referral().equals(referral))
                        .findFirst()
                        .orElseThrow(Absent::new));
    }

    /// Answers. Sent twice, it is answered once.
    ///
    /// @param id made with the form
    /// @param decision the one that was on the page
    /// @param again whether the referral is to wait for another decision
    /// @param words what was missing; may be empty when it is left at that
    /// @throws Absent when this viewer sees no such referral of their agency
    /// @throws Refused when the decision was answered or taken back meanwhile
    public void answer(Viewer viewer, UUID id, UUID referral, UUID decision, boolean again, String words) {
        var deed = Deed.of(Verb.ADD, WHAT).with("again", String.valueOf(again));
        witnessing.witness(viewer, deed, shown -> {
            if (!isOwn(referral, decision)) {
                throw new Absent();
            }
            shown.add(referral);
            boolean answered = database.sql("select marac.answer_return(:id, :decision, :again, :words)")
                    .param("id", id)
                    .param("decision", decision)
                    .param("again", again)
                    .param("words", words)
                    .query(Boolean.class)
                    .single();
            if (!answered && !isAnswered(id, decision, again, words)) {
                throw new Refused("marac.refused.answered");
            }
            return id;
        });
    }

    /// What was answered about a referral, the latest first. Inside a witnessed piece of work that has shown it.
    List<ReturnAnswer> of(UUID referral) {
        return database.sql("""
                        select a.again, a.words, y.name as agency, a.answered_at, access.person(a.answered_by) as by_name
                        from marac.return_answer a join access.agency y on y.id = a.agency_id
                        where a.record_id = :referral order by a.answered_at desc, a.id desc
                        """)
                .param("referral", referral)
                .query((row, _) -> new ReturnAnswer(
                        row.getBoolean("again"),
                        row.getString("words"),
                        row.getString("agency"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /// Whether one waits for an answer of whoever looks. Inside a witnessed piece of work that has shown it.
    boolean isOwed(UUID referral) {
        return database.sql("select exists (select from marac.returns_owed() o where o.record_id = :referral)")
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    /// Whether a decision is about a referral that the agency of whoever looks made, and that they see.
    private boolean isOwn(UUID referral, UUID decision) {
        return database.sql("""
                        select exists (select from marac.triage t join marac.referral r on r.id = t.record_id
                                       where t.id = :decision and r.id = :referral
                                         and r.agency_id = access.viewer_agency())
                        """)
                .param("decision", decision)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private boolean isAnswered(UUID id, UUID decision, boolean again, String words) {
        return database.sql("""
                        select exists (select from marac.return_answer a
                                       where a.id = :id and a.triage_id = :decision and a.again = :again
                                         and a.words = :words)
                        """)
                .param("id", id)
                .param("decision", decision)
                .param("again", again)
                .param("words", words)
                .query(Boolean.class)
                .single();
    }
}
