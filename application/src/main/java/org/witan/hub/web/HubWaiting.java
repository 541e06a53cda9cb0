package org.witan.hub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.hub.AskingAgencies;
import org.witan.hub.ClosingAgencies;
import org.witan.hub.MeasuringIndependence;
import org.witan.hub.ReadingHub;
import org.witan.hub.SteppingCases;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// What of the hub waits for whoever looks: referrals, reviews and answers that are late for its coordinator, requests
/// for whoever speaks for an agency, and what was stepped up for the coordinator of a MARAC.
@Component
class HubWaiting implements Waiting {
    private static final int SOON = 7;
    private static final String HUB = "/hub";
    private final ReadingHub reading;
    private final AskingAgencies asking;
    private final MeasuringIndependence measuring;
    private final SteppingCases stepping;
    private final ClosingAgencies closing;
    private final Wording words;

    HubWaiting(
            ReadingHub reading,
            AskingAgencies asking,
            MeasuringIndependence measuring,
            SteppingCases stepping,
            ClosingAgencies closing,
            Wording words) {
        this.reading = reading;
        this.asking = asking;
        this.measuring = measuring;
        this.stepping = stepping;
        this.closing = closing;
        this.words = words;
    }

    @Override
    public String words() {
        return "hub.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        if (viewer.role() == Role.HUB_COORDINATOR) {
            referrals(items);
            reviews(items, null);
            requests(items, "hub.work.overdue", asking.owedByAll().late());
            requests(items, "hub.work.left", closing.actionsLeft());
            requests(items, "hub.work.left.lead", closing.casesLeft());
        } else if (viewer.role() == Role.REPRESENTATIVE) {
            var owed = asking.owed(viewer);
            if (owed.waiting() > 0) {
                boolean late = owed.late() > 0;
                items.add(new WaitingItem(
                        late ? Section.NOW : Section.THIS_WEEK,
                        words.the("hub.work.owed", owed.waiting(), owed.late()),
                        late ? Urgency.LATE : Urgency.ORDINARY,
                        HUB,
                        owed.first(),
                        owed.waiting()));
            }
            reviews(items, viewer.agency());
        } else if (viewer.role() == Role.COORDINATOR) {
            requests(items, "hub.work.stepped-up", stepping.waiting());
        }
        return items;
    }

    private void referrals(List<WaitingItem> items) {
        var waits = reading.waiting();
        if (waits.urgent() > 0) {
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("hub.work.urgent", waits.urgent()),
                    Urgency.LATE,
                    HUB,
                    null,
                    waits.urgent()));
        }
        if (waits.others() > 0) {
            items.add(WaitingItem.ordinary(
                    Section.NOW, words.the("hub.work.referrals", waits.others()), HUB, null, waits.others()));
        }
    }

    /// For an agency those of the cases that it leads.
    private void reviews(List<WaitingItem> items, @Nullable UUID lead) {
        var due = measuring.due(lead, SOON);
        if (due.late() > 0) {
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("hub.work.reviews.late", due.late()),
                    Urgency.LATE,
                    HUB,
                    due.first(),
                    due.late()));
        }
        if (due.soon() > 0) {
            items.add(WaitingItem.ordinary(
                    Section.THIS_WEEK, words.the("hub.work.reviews", due.soon()), HUB, null, due.soon()));
        }
    }

    private void requests(List<WaitingItem> items, String key, long number) {
        if (number > 0) {
            items.add(new WaitingItem(Section.NOW, words.the(key, number), Urgency.LATE, HUB, null, number));
        }
    }
}
