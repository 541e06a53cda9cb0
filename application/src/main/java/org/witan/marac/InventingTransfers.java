package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Hands two cases of a demonstration to other MARACs, one that was acknowledged there and one that is still to be
/// asked for, and receives one from another.
///
/// It does so once: where a case was handed on, none is; where one was received, none is.
@Component
@Order(27)
class InventingTransfers implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingTransfers.class);
    private static final int CASES = 2;
    private final InventedCases cases;
    private final Transferring transferring;
    private final ReceivingTransfers receiving;
    private final TransferFiles files;
    private final Days days;
    private final Clock clock;

    InventingTransfers(
            InventedCases cases,
            Transferring transferring,
            ReceivingTransfers receiving,
            TransferFiles files,
            Days days,
            Clock clock) {
        this.cases = cases;
        this.transferring = transferring;
        this.receiving = receiving;
        this.files = files;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Acting.of(people, Role.COORDINATOR, Purpose.MARAC).stream().findFirst().ifPresent(coordinator -> {
            if (transferring.list(coordinator).isEmpty()) {
                handOn(coordinator);
            }
            if (receiving.list(coordinator).isEmpty()) {
                receive(coordinator);
            }
        });
    }

    private void handOn(Viewer coordinator) {
        List<UUID> heard = cases.heard(coordinator, CASES);
        if (heard.size() < CASES) {
            return;
        }
        UUID known = send(
                coordinator,
                heard.getFirst(),
                "Invented MARAC of Farland",
                TransferWhy.MOVED,
                "Invented: she moved to her sister. He does not know where that is.");
        transferring.happened(
                coordinator, known, TransferStep.ACKNOWLEDGED, "Invented: their coordinator rang back and read it.");
        send(
                coordinator,
                heard.getLast(),
                "Invented MARAC of Overhill",
                TransferWhy.MOVED_FOR_A_TIME,
                "Invented: she stays in a refuge there until spring.");
        LOG.info("The demonstration has handed cases to other MARACs");
    }

    private UUID send(Viewer coordinator, UUID referral, String to, TransferWhy why, String words) {
        UUID id = Identity.at(clock.instant());
        transferring.begin(
                coordinator,
                id,
                referral,
                new Transfer.Terms(to, "Invented Coordinator", "by telephone", why, words, false, ""));
        transferring.seal(coordinator, id, transferring.phrase(), _ -> "Invented.");
        return id;
    }

    private void receive(Viewer coordinator) {
        String phrase = transferring.phrase();
        var content = InventedTransfer.of(Identity.at(clock.instant()), days.today());
        receiving.receive(coordinator, SealedFile.seal(files.write(content, "Invented."), phrase), phrase);
        LOG.info("The demonstration has received a case from another MARAC");
    }
}
