package org.witan.risk.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.risk.DueReassessments;
import org.witan.risk.DueReassessments.Due;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// Cases whose risk is to be assessed again by the agency of whoever looks.
@Component
class ReassessmentsWaiting implements Waiting {
    private final DueReassessments due;
    private final Days days;
    private final Wording words;

    ReassessmentsWaiting(DueReassessments due, Days days, Wording words) {
        this.due = due;
        this.days = days;
        this.words = words;
    }

    @Override
    public String words() {
        return "risk.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        List<Due> all = due.within(shown);
        if (all.isEmpty()) {
            return List.of();
        }
        LocalDate first = all.getFirst().on();
        String key = all.size() < DueReassessments.MOST ? "risk.work.due" : "risk.work.due.many";
        return List.of(new WaitingItem(
                Section.THIS_WEEK,
                words.the(key, all.size()),
                first.isBefore(days.today()) ? Urgency.LATE : Urgency.ORDINARY,
                "/risk/due",
                first,
                all.size()));
    }
}
