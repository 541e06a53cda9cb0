package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// The coordinator decides about referrals and about incidents that may be repeats.
///
/// Nothing is rejected by a number: a repeat cannot be sent back, whatever its score, because it must be heard.
@Component
public class Triaging {
    private final Witnessing witnessing;
    private final Records records;
    private final Repeats repeats;
    private final ReadingReferrals reading;
    private final JdbcClient database;
    private final Clock clock;

    Triaging(
            Witnessing witnessing,
            Records records,
            Repeats repeats,
            ReadingReferrals reading,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.repeats = repeats;
        this.reading = reading;
        this.database = database;
        this.clock = clock;
    }

    private boolean isHistory(UUID referral) {
        return database.sql("select source = 'OLD_LIST' from marac.referral where id = :referral")
                .param("referral", referral)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Decides about a referral.
    ///
    /// @param ground on which it is accepted; null when it is not
    /// @param why the words that say why it is a repeat, made from its dates
    /// @throws Absent when there is no such referral for this viewer, or they are no coordinator
    /// @throws Refused when it was decided meanwhile, or when a repeat would go unheard
    public void decide(
            Viewer viewer,
            UUID referral,
            TriageOutcome outcome,
            @Nullable Ground ground,
            String reason,
            RepeatWords why) {
        decide(viewer, referral, outcome, ground, reason, new CrimeAnswer(Crime.UNKNOWN, ""), why);
    }

    /// What the coordinator says of whether something would be a crime, where what makes a repeat asks for one.
    ///
    /// @param because why it would be none; empty when they do not say so
    public record CrimeAnswer(Crime crime, String because) {

        @Override
        public String toString() {
            return "an answer " + crime;
        }
    }

    /// The same, with what the coordinator says of whether what happened would be a crime. It is kept only where the
    /// definition in force asks, and nothing tells: what is recorded as a crime stays one.
    public void decide(
            Viewer viewer,
            UUID referral,
            TriageOutcome outcome,
            @Nullable Ground ground,
            String reason,
            CrimeAnswer answer,
            RepeatWords why) {
        var deed = Deed.of(Verb.CHANGE, "triage").with("outcome", outcome.name());
        witnessing.witness(viewer, deed, shown -> {
            check(viewer, referral);
            if (!outcome.isChosen()) {
                throw new Absent();
            }
            shown.add(referral);
            if (isHistory(referral)) {
                throw new Refused("marac.refused.history");
            }
            List<Repeat> earlier = repeats.before(referral).stream()
                    .map(one -> one.answered(answer.crime()))
                    .toList();
            Optional<Repeat> repeat = earlier.stream().filter(Repeat::isRepeat).findFirst();
            if (repeat.isPresent() && outcome == TriageOutcome.RETURNED) {
                throw new Refused("marac.refused.repeat-unheard");
            }
            UUID id = Identity.at(clock.instant());
            try {
                write(viewer, id, referral, outcome, ground, reason);
            } catch (DuplicateKeyException _) {
                throw new Refused("marac.refused.decided");
            }
            repeat.ifPresent(one -> {
                shown.add(one.earlier());
                write(id, referral, one, why.of(one));
            });
            earlier.stream()
                    .filter(one -> one.isByCrime() && (one.isRepeat() || one.isNoCrime()))
                    .forEach(one -> {
                        shown.add(one.earlier());
                        write(id, referral, one, one.isNoCrime() ? answer : new CrimeAnswer(one.crime(), ""));
                    });
            return id;
        });
    }

    /// Takes a decision back, so that the referral waits again.
    ///
    /// @param decision the one that was on the page
    /// @throws Absent when there is no such referral for this viewer
    /// @throws Refused when another decision stands by now, or the referral is on an agenda to come or was heard
    public void undo(Viewer viewer, UUID referral, UUID decision) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "triage").with("outcome", "UNDONE"), shown -> {
            check(viewer, referral);
            shown.add(referral);
            reading.hold(referral);
            if (isListed(referral)) {
                throw new Refused("marac.refused.listed");
            }
            int undone = database.sql("""
                            update marac.triage set undone_at = now(), undone_by = :by
                            where id = :decision and record_id = :referral and undone_at is null
                            """)
                    .param("by", viewer.account())
                    .param("decision", decision)
                    .param("referral", referral)
                    .update();
            if (undone == 0) {
                throw new Refused("marac.refused.undone");
            }
            return true;
        });
    }

    /// Says what became of an incident.
    ///
    /// @param reason why it is set aside; may be empty when it was referred
    /// @throws Absent when none waits under this id for this viewer
    public void settle(Viewer viewer, UUID incident, Settlement settlement, String reason) {
        var deed = Deed.of(Verb.CHANGE, "incident").with("settlement", settlement.name());
        witnessing.witness(viewer, deed, shown -> {
            if (settlement == Settlement.NO_CRIME && !isAskedForACrime(incident)) {
                throw new Refused("marac.refused.no-crime");
            }
            UUID referral = database.sql("""
                            update marac.incident set settled_at = now(), settled_by = :by, settlement = :settlement,
                                reason = :reason
                            where id = :id and marac.incident_waits(settled_at, settlement) returning record_id
                            """)
                    .param("by", viewer.account())
                    .param("settlement", settlement.name())
                    .param("reason", reason)
                    .param("id", incident)
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(Absent::new);
            shown.add(referral);
            return true;
        });
    }

    /// Whether the definition in force asks for a crime, and none is recorded.
    private boolean isAskedForACrime(UUID incident) {
        return database.sql("""
                        select marac.definition_in_force() = 'WOULD_BE_A_CRIME' and exists (
                            select from marac.incident i where i.id = :id and marac.crime_of(i.concern_id) = 'UNKNOWN')
                        """).param("id", incident).query(Boolean.class).single();
    }

    private boolean isListed(UUID referral) {
        return database.sql("""
                        select exists (select from meeting.item i where i.record_id = :referral and (
                            i.off_at is null and marac.is_to_meet(i.meeting_id)
                            or exists (select from meeting.heard e where e.item_id = i.id)))
                        """)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private void check(Viewer viewer, UUID referral) {
        if (viewer.role() != Role.COORDINATOR || records.find(referral).isEmpty()) {
            throw new Absent();
        }
    }

    private void write(
            Viewer viewer, UUID id, UUID referral, TriageOutcome outcome, @Nullable Ground ground, String reason) {
        database.sql("""
                        insert into marac.triage (id, record_id, outcome, ground, reason, decided_at, decided_by)
                        values (:id, :referral, :outcome, :ground, :reason, now(), :by)
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("outcome", outcome.name())
                .param("ground", ground == null ? null : ground.name())
                .param("reason", reason)
                .param("by", viewer.account())
                .update();
    }

    private void write(UUID decision, UUID referral, Repeat repeat, String why) {
        database.sql("""
                        insert into marac.repetition (triage_id, record_id, earlier_id, why)
                        values (:decision, :referral, :earlier, :why)
                        """)
                .param("decision", decision)
                .param("referral", referral)
                .param("earlier", repeat.earlier())
                .param("why", why)
                .update();
    }

    private void write(UUID decision, UUID referral, Repeat repeat, CrimeAnswer answer) {
        database.sql("""
                        insert into marac.crime_answer (triage_id, record_id, earlier_id, answer, because)
                        values (:decision, :referral, :earlier, :answer, :because)
                        """)
                .param("decision", decision)
                .param("referral", referral)
                .param("earlier", repeat.earlier())
                .param("answer", answer.crime().name())
                .param("because", answer.because())
                .update();
    }

    /// What becomes of an incident.
    public enum Settlement {
        REFERRED,
        NO_ABUSE,
        OTHER_PERSONS,
        /// It would be no crime, where what makes a repeat asks for one.
        NO_CRIME
    }

    /// Says in words why something is a repeat.
    @FunctionalInterface
    public interface RepeatWords {
        String of(Repeat repeat);
    }
}
