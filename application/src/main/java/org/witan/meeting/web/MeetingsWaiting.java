package org.witan.meeting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.meeting.Meeting;
import org.witan.meeting.OpenActions;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Standing;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// The next meeting, and actions that are due, late, or nobody's.
@Component
class MeetingsWaiting implements Waiting {
    private static final int SOON = 7;
    private final Scheduling scheduling;
    private final OpenActions actions;
    private final Wording words;
    private final Days days;

    MeetingsWaiting(Scheduling scheduling, OpenActions actions, Wording words, Days days) {
        this.scheduling = scheduling;
        this.actions = actions;
        this.words = words;
        this.days = days;
    }

    @Override
    public String words() {
        return "meeting.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        scheduling.next(shown, SOON).stream()
                .filter(meeting -> !meeting.cancelled())
                .findFirst()
                .map(this::next)
                .ifPresent(items::add);
        switch (viewer.role()) {
            case COORDINATOR, CHAIR -> unowned(items);
            case REPRESENTATIVE, IDVA, SUPPORT_WORKER, PERPETRATOR_WORKER -> own(viewer, items);
            case REFERRER, HUB_COORDINATOR, TASKING_MEMBER, ANALYST, DATA_PROTECTION_OFFICER, ADMINISTRATOR -> {}
        }
        return items;
    }

    private WaitingItem next(Meeting meeting) {
        LocalDate day = meeting.day();
        Section section = days.until(day) <= SOON ? Section.THIS_WEEK : Section.LATER;
        String key = meeting.moved() > 0 ? "meeting.work.next.moved" : "meeting.work.next";
        return WaitingItem.ordinary(
                section,
                words.the(key, meeting.boardName(), Days.words(meeting.startsAt())),
                "/meetings/" + meeting.id(),
                day,
                1);
    }

    private void unowned(List<WaitingItem> items) {
        long unowned = actions.unowned();
        if (unowned > 0) {
            items.add(WaitingItem.ordinary(
                    Section.NOW, words.the("meeting.work.unowned", unowned), "/actions", null, unowned));
        }
    }

    private void own(Viewer viewer, List<WaitingItem> items) {
        Standing standing = actions.standing(viewer, SOON);
        String whose = viewer.role() == Role.REPRESENTATIVE || viewer.role() == Role.IDVA ? "agency" : "own";
        if (standing.late() > 0) {
            items.add(new WaitingItem(
                    Section.MINE,
                    words.the("meeting.work.late." + whose, standing.late()),
                    Urgency.LATE,
                    "/actions",
                    standing.lateSince(),
                    standing.late()));
        }
        if (standing.soon() > 0) {
            items.add(WaitingItem.ordinary(
                    Section.MINE,
                    words.the("meeting.work.due." + whose, standing.soon()),
                    "/actions",
                    standing.next(),
                    standing.soon()));
        }
        long rest = standing.open() - standing.late() - standing.soon();
        if (rest > 0) {
            items.add(WaitingItem.ordinary(
                    Section.WATCH, words.the("meeting.work.open." + whose, rest), "/actions", null, rest));
        }
    }
}
