package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.systems.KeptAnswer;
import org.witan.access.systems.KeptAnswers;
import org.witan.access.systems.Write;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Sends a referral. All of it becomes one record of the rule in one transaction, or nothing does.
///
/// Whoever refers learns the reference and nothing else: not whether a person is known, nor whether it is a repeat.
@Component
public class Referring {
    private final Witnessing witnessing;
    private final Drafts drafts;
    private final Receiving receiving;
    private final Records records;
    private final ReferralTables tables;
    private final ReferredRisk risk;
    private final KeptAnswers answers;
    private final Days days;
    private final Clock clock;

    Referring(
            Witnessing witnessing,
            Drafts drafts,
            Receiving receiving,
            Records records,
            ReferralTables tables,
            ReferredRisk risk,
            KeptAnswers answers,
            Days days,
            Clock clock) {
        this.witnessing = witnessing;
        this.drafts = drafts;
        this.receiving = receiving;
        this.records = records;
        this.tables = tables;
        this.risk = risk;
        this.answers = answers;
        this.days = days;
        this.clock = clock;
    }

    /// Sends a draft. Sent twice, it is referred once, and both get the same reference.
    ///
    /// @throws Absent when there is no such draft of this viewer
    public Outcome refer(Viewer viewer, UUID id) {
        Optional<Outcome> outcome = witnessing.witness(viewer, Deed.of(Verb.ADD, "referral"), shown -> {
            Draft draft = Draft.of(drafts.hold(id).orElseThrow(Absent::new));
            if (draft.referral() != null) {
                return Optional.empty();
            }
            var completeness = Completeness.of(draft.answers(), days.today());
            return Optional.of(completeness.canBeSent() ? send(viewer, draft, shown) : new NotYet(completeness));
        });
        // Whoever waited for the other sending began before the referral was there for them: they look anew.
        return outcome.orElseGet(() -> receipt(viewer, id));
    }

    /// What became of a draft that was sent.
    ///
    /// @throws Absent when there is no such draft of this viewer
    public Outcome receipt(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "draft"), shown -> {
            Draft draft = Draft.of(drafts.find(id).orElseThrow(Absent::new));
            UUID referral = draft.referral();
            if (referral == null) {
                return new NotYet(Completeness.of(draft.answers(), days.today()));
            }
            shown.add(referral);
            return new Referred(referral, reference(referral));
        });
    }

    /// Sends a referral that a system wrote whole, once for each key.
    ///
    /// @param answer makes the answer that is kept
    /// @throws NotSendable when it lacks something without which it cannot be sent; nothing of it is kept
    public KeptAnswer refer(Viewer viewer, Write write, Answers sent, Function<Referred, KeptAnswer> answer) {
        var deed = Deed.of(Verb.ADD, "referral").with("key", write.key());
        return witnessing.witness(viewer, deed, shown -> {
            KeptAnswer kept = answers.once(viewer, write, () -> answer.apply(sendWhole(viewer, sent, shown)));
            shown.add(kept.record());
            return kept;
        });
    }

    private Referred sendWhole(Viewer viewer, Answers sent, Shown shown) {
        var completeness = Completeness.of(sent, days.today());
        if (!completeness.canBeSent()) {
            throw new NotSendable(completeness);
        }
        UUID id = Identity.at(clock.instant());
        drafts.begin(id, viewer.account(), viewer.agency());
        drafts.keep(id, sent.pages());
        return send(viewer, Draft.of(drafts.hold(id).orElseThrow()), shown);
    }

    private Referred send(Viewer viewer, Draft draft, Shown shown) {
        var persons = ReferredPersons.of(draft.answers(), draft.id().toString());
        Receipt receipt = receiving.receive(viewer, persons.given(), shown);
        if (!(receipt instanceof Receipt.Received received)) {
            throw new IllegalStateException("A draft that can be sent was not received.");
        }
        UUID referral = Identity.at(clock.instant());
        List<UUID> assigned = viewer.role() == Role.REFERRER || viewer.role() == Role.SUPPORT_WORKER
                ? List.of(viewer.account())
                : List.of();
        String reference = records.register(
                referral,
                RecordKind.CASE,
                viewer.agency(),
                null,
                received.records(),
                List.of(viewer.agency()),
                assigned);
        shown.add(referral);
        tables.add(viewer, referral, days.today(), ReferredFacts.of(draft.answers(), persons), received.records());
        risk.assess(shown, viewer, referral, draft, days.today());
        tables.tellIdva(referral);
        drafts.sent(draft.id(), referral);
        return new Referred(referral, reference);
    }

    private String reference(UUID referral) {
        return records.find(referral).map(RegisteredRecord::reference).orElseThrow(Absent::new);
    }

    /// What came of sending it.
    public sealed interface Outcome {}

    /// It was referred.
    public record Referred(UUID referral, String reference) implements Outcome {}

    /// It cannot be sent yet; nothing was kept but the draft.
    public record NotYet(Completeness completeness) implements Outcome {}
}
