package org.witan.marac.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.marac.AnsweringReturns;
import org.witan.marac.AwaitingConference;
import org.witan.marac.ClosingMinutes;
import org.witan.marac.Drafting;
import org.witan.marac.Flagging;
import org.witan.marac.MeasuringFailures;
import org.witan.marac.OwedContact;
import org.witan.marac.OwingContact;
import org.witan.marac.PromisedReferrals;
import org.witan.marac.ReceivingTransfers;
import org.witan.marac.Researching;
import org.witan.marac.Transfer;
import org.witan.marac.Transferring;
import org.witan.marac.TriageQueue;
import org.witan.marac.TurnedAway;
import org.witan.marac.Unlisted;
import org.witan.marac.Withdrawing;
import org.witan.marac.protection.Disclosing;
import org.witan.marac.protection.DisclosureRequest;
import org.witan.marac.protection.ListingOrders;
import org.witan.meeting.SendingMinutes;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// What of the MARAC waits for whoever looks: referrals and possible repeats for the coordinator,
/// research and flags for whoever speaks for an agency, and drafts for whoever left one lying.
@Component
class MaracWaiting implements Waiting {
    private final TriageQueue queue;
    private final Researching researching;
    private final Flagging flagging;
    private final Drafting drafting;
    private final Transferring transferring;
    private final ReceivingTransfers received;
    private final ListingOrders orders;
    private final Disclosing disclosing;
    private final Withdrawing withdrawing;
    private final ClosingMinutes closing;
    private final AwaitingConference accepted;
    private final AnsweringReturns returns;
    private final OwingContact contact;
    private final PromisedReferrals promised;
    private final MeasuringFailures failing;
    private final Wording words;
    private final Days days;

    MaracWaiting(
            TriageQueue queue,
            Researching researching,
            Flagging flagging,
            Drafting drafting,
            Transferring transferring,
            ReceivingTransfers received,
            ListingOrders orders,
            Disclosing disclosing,
            Withdrawing withdrawing,
            ClosingMinutes closing,
            AwaitingConference accepted,
            AnsweringReturns returns,
            OwingContact contact,
            PromisedReferrals promised,
            MeasuringFailures failing,
            Wording words,
            Days days) {
        this.queue = queue;
        this.researching = researching;
        this.flagging = flagging;
        this.drafting = drafting;
        this.transferring = transferring;
        this.received = received;
        this.orders = orders;
        this.disclosing = disclosing;
        this.withdrawing = withdrawing;
        this.closing = closing;
        this.accepted = accepted;
        this.returns = returns;
        this.contact = contact;
        this.promised = promised;
        this.failing = failing;
        this.words = words;
        this.days = days;
    }

    @Override
    public String words() {
        return "marac.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        switch (viewer.role()) {
            case COORDINATOR -> {
                triage(shown, items);
                unlisted(shown, items);
                add(
                        items,
                        Section.NOW,
                        "marac.work.withdrawals",
                        withdrawing.waiting(viewer, shown).size(),
                        "/triage");
                transfers(shown, items);
                minutes(shown, items);
                add(
                        items,
                        Section.WATCH,
                        "marac.work.failing",
                        failing.persistentInActions(viewer).orElse(0L),
                        "/performance/steering");
            }
            case IDVA -> {
                contact(shown, items);
                ofAgency(viewer, shown, items);
            }
            case REPRESENTATIVE -> ofAgency(viewer, shown, items);
            case REFERRER, SUPPORT_WORKER -> {}
            case CHAIR,
                    PERPETRATOR_WORKER,
                    HUB_COORDINATOR,
                    TASKING_MEMBER,
                    ANALYST,
                    DATA_PROTECTION_OFFICER,
                    ADMINISTRATOR -> {
                return items;
            }
        }
        returns(shown, items);
        orders(viewer, items);
        disclosures(shown, items);
        drafts(items);
        return items;
    }

    private void triage(Shown shown, List<WaitingItem> items) {
        int incidents = queue.incidentsWaiting();
        if (incidents > 0) {
            // A person was harmed again: nothing presses more.
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("marac.work.incidents", incidents),
                    Urgency.DANGER,
                    "/triage",
                    null,
                    incidents));
        }
        var promises = promised.standing();
        if (promises.open() > 0) {
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("marac.work.promises", promises.open()),
                    promises.late() > 0 ? Urgency.LATE : Urgency.ORDINARY,
                    "/triage",
                    null,
                    promises.open()));
        }
        var standing = queue.referralsWaiting(shown);
        if (standing.waiting() > 0) {
            boolean late = standing.late() > 0;
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the(
                            late ? "marac.work.referrals.late" : "marac.work.referrals",
                            standing.waiting(),
                            standing.late()),
                    late ? Urgency.LATE : Urgency.ORDINARY,
                    "/triage",
                    standing.due(),
                    standing.waiting()));
        }
    }

    /// Accepted is not heard: what stands on no agenda is nobody's until somebody puts it on one.
    private void unlisted(Shown shown, List<WaitingItem> items) {
        List<Unlisted> all = accepted.read(shown);
        if (!all.isEmpty()) {
            long pressing = all.stream().filter(Unlisted::presses).count();
            boolean emergency = all.stream().anyMatch(one -> one.byWhen() != null);
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the(
                            pressing > 0 ? "marac.work.unlisted.pressing" : "marac.work.unlisted",
                            all.size(),
                            pressing),
                    emergency ? Urgency.DANGER : pressing > 0 ? Urgency.LATE : Urgency.ORDINARY,
                    "/triage",
                    null,
                    all.size()));
        }
    }

    /// A victim whom nobody tried to reach has no voice, and one whom nobody told waits for what was decided about her.
    private void contact(Shown shown, List<WaitingItem> items) {
        List<OwedContact> all = contact.read(shown);
        contact(all.stream().filter(one -> !one.after()).toList(), "marac.work.contact", items);
        contact(all.stream().filter(OwedContact::after).toList(), "marac.work.contact.after", items);
    }

    private void contact(List<OwedContact> all, String key, List<WaitingItem> items) {
        if (!all.isEmpty()) {
            boolean danger = all.stream().anyMatch(one -> one.inDanger() && !one.after());
            boolean late = all.stream().anyMatch(OwedContact::late);
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the(key, all.size()),
                    danger ? Urgency.DANGER : late ? Urgency.LATE : Urgency.ORDINARY,
                    "/contacts",
                    all.stream()
                            .map(OwedContact::due)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    all.size()));
        }
    }

    private void returns(Shown shown, List<WaitingItem> items) {
        List<TurnedAway> all = returns.owed(shown);
        if (!all.isEmpty()) {
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("marac.work.returned", all.size()),
                    Urgency.LATE,
                    all.size() == 1 ? "/referrals/" + all.getFirst().referral() + "/answer" : "/refer/returned",
                    null,
                    all.size()));
        }
    }

    /// Whoever an order binds may wait for the day on which it ends.
    private void orders(Viewer viewer, List<WaitingItem> items) {
        ListingOrders.Ending ending = orders.ending(viewer);
        if (ending.ranOut() > 0) {
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("marac.work.orders.ran-out", ending.ranOut()),
                    Urgency.LATE,
                    "/orders",
                    null,
                    ending.ranOut()));
        }
        if (ending.ending() > 0) {
            items.add(WaitingItem.ordinary(
                    Section.THIS_WEEK,
                    words.the("marac.work.orders.ending", ending.ending(), ending.days()),
                    "/orders",
                    ending.first(),
                    ending.ending()));
        }
    }

    /// A request leads to the case where it waits, when it is one.
    private void disclosures(Shown shown, List<WaitingItem> items) {
        List<DisclosureRequest> late = new ArrayList<>();
        List<DisclosureRequest> waiting = new ArrayList<>();
        disclosing.open(shown).forEach(one -> (one.isLate(days.today()) ? late : waiting).add(one));
        requests(items, late, Section.NOW, "marac.work.disclosures.late", Urgency.LATE);
        requests(items, waiting, Section.WATCH, "marac.work.disclosures", Urgency.ORDINARY);
    }

    private void requests(
            List<WaitingItem> items, List<DisclosureRequest> all, Section section, String key, Urgency urgency) {
        for (DisclosureRequest one : all) {
            items.add(new WaitingItem(
                    section,
                    words.the(key, one.reference()),
                    urgency,
                    "/referrals/" + one.referral() + "/disclosures",
                    one.due().getFirst(),
                    1));
        }
    }

    private void transfers(Shown shown, List<WaitingItem> items) {
        List<LocalDate> due = transferring.open(shown).stream()
                .map(Transfer::chaseOn)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (!due.isEmpty()) {
            LocalDate first = due.getFirst();
            boolean late = !first.isAfter(days.today());
            items.add(new WaitingItem(
                    late ? Section.NOW : Section.WATCH,
                    words.the("marac.work.transfers", due.size()),
                    late ? Urgency.LATE : Urgency.ORDINARY,
                    "/transfers",
                    first,
                    due.size()));
        }
        add(items, Section.THIS_WEEK, "marac.work.transfers.lacking", received.lacking(), "/transfers");
    }

    private void minutes(Shown shown, List<WaitingItem> items) {
        for (SendingMinutes.Owed one : closing.owed(shown)) {
            boolean late = one.due().isBefore(days.today());
            items.add(new WaitingItem(
                    one.due().isAfter(days.today()) ? Section.THIS_WEEK : Section.NOW,
                    words.the(
                            "marac.work.minutes",
                            one.meeting().boardName(),
                            Days.words(one.meeting().startsAt())),
                    late ? Urgency.LATE : Urgency.ORDINARY,
                    "/conference/" + one.meeting().id() + "/minutes",
                    one.due(),
                    1));
        }
    }

    private void ofAgency(Viewer viewer, Shown shown, List<WaitingItem> items) {
        research(researching.owed(viewer, shown), items);
        flagging.counts(viewer)
                .ifPresentOrElse(
                        flags -> {
                            add(items, Section.THIS_WEEK, "marac.work.flags.set", flags.toSet(), "/flags");
                            add(items, Section.THIS_WEEK, "marac.work.flags.remove", flags.toRemove(), "/flags");
                            add(items, Section.WATCH, "marac.work.flags.lapse", flags.lapseThisMonth(), "/flags");
                        },
                        () -> items.add(WaitingItem.ordinary(
                                Section.WATCH, words.the("marac.work.flags.later"), "/flags", null, 0)));
    }

    private void research(Researching.Owed owed, List<WaitingItem> items) {
        if (owed.answers() > 0) {
            items.add(new WaitingItem(
                    owed.isLate() ? Section.NOW : Section.THIS_WEEK,
                    words.the(owed.isLate() ? "marac.work.research.late" : "marac.work.research", owed.answers()),
                    owed.isLate() ? Urgency.LATE : Urgency.ORDINARY,
                    "/research",
                    owed.due(),
                    owed.answers()));
        }
    }

    private void drafts(List<WaitingItem> items) {
        Drafting.Untouched drafts = drafting.untouched();
        if (drafts.number() > 0) {
            items.add(WaitingItem.ordinary(
                    Section.MINE,
                    words.the("marac.work.drafts", drafts.number(), drafts.days()),
                    "/refer",
                    null,
                    drafts.number()));
        }
    }

    private void add(List<WaitingItem> items, Section section, String key, long number, String path) {
        if (number > 0) {
            items.add(WaitingItem.ordinary(section, words.the(key, number), path, null, number));
        }
    }
}
