package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.marac.Researching;
import org.witan.marac.TriageQueue;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// Referrals and possible repeats that wait for the coordinator, and research that an agency owes.
@Component
class MaracWaiting implements Waiting {
    private final TriageQueue queue;
    private final Researching researching;
    private final Wording words;

    MaracWaiting(TriageQueue queue, Researching researching, Wording words) {
        this.queue = queue;
        this.researching = researching;
        this.words = words;
    }

    @Override
    public String words() {
        return "marac.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        if (viewer.role() == Role.COORDINATOR) {
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
            int referrals = queue.referralsWaiting();
            if (referrals > 0) {
                items.add(WaitingItem.ordinary(
                        Section.NOW, words.the("marac.work.referrals", referrals), "/triage", null, referrals));
            }
        }
        if (viewer.role() == Role.REPRESENTATIVE || viewer.role() == Role.IDVA) {
            long owed = researching.owed(viewer);
            if (owed > 0) {
                items.add(WaitingItem.ordinary(
                        Section.THIS_WEEK, words.the("marac.work.research", owed), "/research", null, owed));
            }
        }
        return items;
    }
}
