package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.DaysOff;
import org.witan.shared.Identity;
import org.witan.shared.WorkingDays;

/// Hands a case to another MARAC, and asks until it is known there.
@Component
public class Transferring {
    private static final String TRANSFER = "transfer";
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final Transfers transfers;
    private final GatheringTransfers gathering;
    private final ReadingReferrals reading;
    private final TransferFiles files;
    private final DaysOff daysOff;
    private final JdbcClient database;
    private final Clock clock;

    Transferring(
            Witnessing witnessing,
            Transfers transfers,
            GatheringTransfers gathering,
            ReadingReferrals reading,
            TransferFiles files,
            DaysOff daysOff,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.transfers = transfers;
        this.gathering = gathering;
        this.reading = reading;
        this.files = files;
        this.daysOff = daysOff;
        this.database = database;
        this.clock = clock;
    }

    /// The latest transfers, those that nobody acknowledged among them with the day on which to ask.
    public List<Transfer> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, TRANSFER), shown -> {
            var both = new LinkedHashSet<Transfer>(transfers.open());
            both.addAll(transfers.latest());
            List<Transfer> all = due(shown, List.copyOf(both));
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// Those that nobody acknowledged. Inside a witnessed piece of work.
    public List<Transfer> open(Shown shown) {
        return due(shown, transfers.open());
    }

    /// The reference of a referral that may be handed on.
    ///
    /// @throws Absent when there is none for this viewer
    public String reference(Viewer viewer, UUID referral) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.READ, "referral"),
                shown -> reading.inFull(referral, shown).reference());
    }

    /// Begins a transfer. A form that is sent twice begins one.
    ///
    /// @throws Absent when there is no such referral for this viewer
    /// @throws Refused when it was begun with other terms, as after going back: a new one is to be begun
    public void begin(Viewer viewer, UUID id, UUID referral, Transfer.Terms terms) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, TRANSFER), shown -> {
            if (viewer.role() != Role.COORDINATOR || !reading.exists(referral)) {
                throw new Absent();
            }
            shown.add(referral);
            Absent.whereRefused(() -> transfers.add(id, referral, terms, viewer.account()));
            Transfer begun = transfers
                    .find(id)
                    .filter(one -> one.referral().equals(referral))
                    .orElseThrow(Absent::new);
            if (!begun.terms().equals(terms)) {
                throw new Refused("marac.refused.transfer.begun");
            }
            return begun;
        });
    }

    /// A transfer with what would go now.
    ///
    /// @throws Absent when there is none for this viewer
    public Preview preview(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, TRANSFER), shown -> {
            Transfer one = the(shown, id);
            return new Preview(due(shown, List.of(one)).getFirst(), gathering.of(viewer, shown, one));
        });
    }

    /// Makes the sealed file. It is kept nowhere, and neither is its pass phrase.
    ///
    /// @param phrase that the page made with [#phrase]
    /// @param readable writes the content for a person to read
    /// @throws Absent when there is no such transfer for this viewer
    /// @throws Refused when it was withdrawn, or the pass phrase is none of ours
    public byte[] seal(Viewer viewer, UUID id, String phrase, Function<TransferContent, String> readable) {
        return witnessing.witness(viewer, Deed.of(Verb.EXPORT, TRANSFER), shown -> {
            Transfer one = the(shown, id);
            if (one.isWithdrawn()) {
                throw new Refused("marac.refused.transfer.withdrawn");
            }
            if (!SealedFile.isPhrase(phrase)) {
                throw new Refused("marac.refused.transfer.own-phrase");
            }
            TransferContent content = gathering.of(viewer, shown, one);
            happened(viewer, one, TransferStep.SEALED, "");
            return SealedFile.seal(files.write(content, readable.apply(content)), phrase)
                    .getBytes(StandardCharsets.US_ASCII);
        });
    }

    /// A new pass phrase for a sealed file.
    public String phrase() {
        return SealedFile.phrase();
    }

    /// Says what happened to a transfer.
    ///
    /// @throws Absent when there is none for this viewer
    /// @throws Refused when it does not follow from what happened before
    public void happened(Viewer viewer, UUID id, TransferStep what, String words) {
        var deed = Deed.of(Verb.CHANGE, TRANSFER).with("step", what.name());
        witnessing.witness(viewer, deed, shown -> {
            Transfer one = the(shown, id);
            boolean follows = switch (what) {
                case SEALED -> false;
                case CHASED, WITHDRAWN -> one.isOpen();
                case ACKNOWLEDGED -> one.isOpen() && one.isSealed();
                case REOPENED -> one.isAcknowledged();
            };
            if (!follows) {
                throw new Refused("marac.refused.transfer." + what);
            }
            happened(viewer, one, what, words);
            return id;
        });
    }

    private void happened(Viewer viewer, Transfer one, TransferStep what, String words) {
        Absent.whereRefused(() -> {
            transfers.happened(Identity.at(clock.instant()), one, what, words, viewer.account());
            return one;
        });
    }

    private Transfer the(Shown shown, UUID id) {
        Transfer one = transfers.find(id).orElseThrow(Absent::new);
        shown.add(one.referral());
        return one;
    }

    /// When each that is open is to be asked for: so many working days after it was begun, made or asked for last.
    private List<Transfer> due(Shown shown, List<Transfer> all) {
        if (all.isEmpty()) {
            return all;
        }
        WorkingDays working = daysOff.workingDays(shown);
        int within = database.sql("select access.setting_number('marac_transfer_chase_days')")
                .query(Integer.class)
                .single();
        return all.stream()
                .map(one -> one.isOpen() ? one.with(one.steps(), working.after(last(one), within)) : one)
                .toList();
    }

    private static LocalDate last(Transfer one) {
        var last = one.steps().stream()
                .reduce((_, later) -> later)
                .map(Transfer.Step::at)
                .orElse(one.madeAt());
        return LocalDate.ofInstant(last, HERE);
    }

    /// A transfer with what would go now.
    public record Preview(Transfer transfer, TransferContent content) {}
}
