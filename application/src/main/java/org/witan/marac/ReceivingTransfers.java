package org.witan.marac;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Receives a case that another MARAC hands over. It becomes a referral like any other: its persons
/// are matched, so that a repeat is found, it waits for triage, and the IDVA services are told at
/// once.
@Component
public class ReceivingTransfers {
    private static final String TRANSFER = "transfer";
    private final Witnessing witnessing;
    private final TransferFiles files;
    private final Receiving receiving;
    private final Records records;
    private final ReferralTables tables;
    private final Origins origins;
    private final ReceivedParts parts;
    private final TransferredProtection protection;
    private final Days days;
    private final Clock clock;

    ReceivingTransfers(
            Witnessing witnessing,
            TransferFiles files,
            Receiving receiving,
            Records records,
            ReferralTables tables,
            Origins origins,
            ReceivedParts parts,
            TransferredProtection protection,
            Days days,
            Clock clock) {
        this.witnessing = witnessing;
        this.files = files;
        this.receiving = receiving;
        this.records = records;
        this.tables = tables;
        this.origins = origins;
        this.parts = parts;
        this.protection = protection;
        this.days = days;
        this.clock = clock;
    }

    /// What a sealed file holds. Nothing of it is kept.
    ///
    /// @throws Refused when it cannot be opened, with the reason
    public TransferContent open(Viewer viewer, String file, String phrase) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, TRANSFER), _ -> files.read(SealedFile.open(file, phrase)));
    }

    /// Makes a referral of a sealed file.
    ///
    /// @return the referral
    /// @throws Refused when it cannot be opened, or was received before
    public UUID receive(Viewer viewer, String file, String phrase) {
        try {
            return witnessing.witness(viewer, Deed.of(Verb.ADD, "referral").with("from", TRANSFER), shown -> {
                if (viewer.role() != Role.COORDINATOR) {
                    throw new Absent();
                }
                TransferContent content = files.read(SealedFile.open(file, phrase));
                byte[] digest = known(content.id());
                var given = ReceivedPersons.given(content, HexFormat.of().formatHex(digest));
                List<UUID> persons = switch (receiving.receive(viewer, given, shown)) {
                    case Receipt.Received received -> received.records();
                    case Receipt.AlreadyReceived _ -> throw new Refused("marac.refused.transfer.before");
                    case Receipt.Unusable _ -> throw new Refused("marac.refused.transfer.content");
                };
                UUID referral = Identity.at(clock.instant());
                records.register(
                        referral, RecordKind.CASE, viewer.agency(), null, persons, List.of(viewer.agency()), List.of());
                shown.add(referral);
                tables.add(viewer, referral, days.today(), ReceivedPersons.facts(content), persons);
                if (origins.add(viewer, referral, content.sent(), digest) == 0) {
                    throw new Refused("marac.refused.transfer.before");
                }
                parts.add(referral, content);
                protection.add(viewer, referral, content, persons);
                tables.tellIdva(referral);
                return referral;
            });
        } catch (DuplicateKeyException _) {
            throw new Refused("marac.refused.transfer.before");
        } catch (DataIntegrityViolationException _) {
            throw new Refused("marac.refused.transfer.content");
        }
    }

    /// What a transfer is known by, so that it is received once.
    private static byte[] known(UUID transfer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("transfer " + transfer).getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Those received last.
    public List<TransferredIn> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, TRANSFER), shown -> {
            List<TransferredIn> all = origins.latest();
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// Where a referral came from, with what came beside it.
    ///
    /// @throws Absent when it is not there for this viewer, or came from no other MARAC
    public TransferredIn read(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, TRANSFER), shown -> {
            TransferredIn found = origins.find(referral).orElseThrow(Absent::new);
            shown.add(referral);
            return found;
        });
    }

    /// Says how something that was missing came, or that there is none.
    ///
    /// @throws Absent when it is not there for this viewer
    /// @throws Refused when it is not missing any more
    public void settle(Viewer viewer, UUID referral, ReceivedKind what, String words) {
        var deed = Deed.of(Verb.CHANGE, TRANSFER).with("settled", what.name());
        witnessing.witness(viewer, deed, shown -> {
            TransferredIn found = origins.find(referral).orElseThrow(Absent::new);
            shown.add(referral);
            if (!found.missing().contains(what)) {
                throw new Refused("marac.refused.transfer.settled");
            }
            return Absent.whereRefused(() -> {
                origins.settle(Identity.at(clock.instant()), viewer, referral, what, words);
                return true;
            });
        });
    }

    /// What a referral is called of which somebody says where it came from.
    ///
    /// @throws Absent when there is no such referral for this viewer
    public String referenceOf(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, TRANSFER), shown -> {
            shown.add(referral);
            return records.find(referral)
                    .filter(one -> one.kind() == RecordKind.CASE)
                    .orElseThrow(Absent::new)
                    .reference();
        });
    }

    /// Says that a referral came from another MARAC in another way than by a sealed file.
    ///
    /// @throws Absent when the referral is not there for this viewer
    /// @throws Refused when that was said already
    public void cameFrom(Viewer viewer, UUID referral, TransferContent.Sent sent) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, TRANSFER).with("origin", "said"), shown -> {
            if (viewer.role() != Role.COORDINATOR || records.find(referral).isEmpty()) {
                throw new Absent();
            }
            shown.add(referral);
            if (Absent.whereRefused(() -> origins.add(viewer, referral, sent, null)) == 0) {
                throw new Refused("marac.refused.transfer.origin");
            }
            return true;
        });
    }

    /// How many referrals from other MARACs lack something. Inside a witnessed piece of work.
    public long lacking() {
        return origins.lacking();
    }
}
