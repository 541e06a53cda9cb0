package org.witan.matac.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.matac.MatacMeetings;
import org.witan.matac.Nominating;
import org.witan.meeting.Meeting;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// The next meeting within a week and nominations that wait to be decided, for those who decide.
@Component
class MatacWaiting implements Waiting {
    private final Nominating nominating;
    private final MatacMeetings meetings;
    private final Wording words;

    MatacWaiting(Nominating nominating, MatacMeetings meetings, Wording words) {
        this.nominating = nominating;
        this.meetings = meetings;
        this.words = words;
    }

    @Override
    public String words() {
        return "matac.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        if (!viewer.role().leads()) {
            return List.of();
        }
        var items = new ArrayList<WaitingItem>();
        meetings.soon(shown).map(this::meeting).ifPresent(items::add);
        long waiting = nominating.waiting();
        if (waiting > 0) {
            items.add(WaitingItem.ordinary(
                    Section.THIS_WEEK,
                    words.the("matac.work.nominations", waiting),
                    "/matac/nominations",
                    null,
                    waiting));
        }
        return items;
    }

    private WaitingItem meeting(MatacMeetings.Next next) {
        Meeting meeting = next.meeting();
        return WaitingItem.ordinary(
                Section.THIS_WEEK,
                words.the("matac.work.meeting", meeting.boardName(), Days.words(meeting.startsAt()), next.waiting()),
                "/matac/meetings/" + meeting.id(),
                meeting.day(),
                1);
    }
}
