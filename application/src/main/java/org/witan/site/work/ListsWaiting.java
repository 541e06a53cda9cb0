package org.witan.site.work;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.directory.Awaiting;
import org.witan.access.directory.Awaiting.Due;
import org.witan.site.Wording;

/// What waits for those who keep the lists and barriers of records, and for those who review who saw what.
@Component
class ListsWaiting implements Waiting {
    private static final int SOON = 7;
    private final Awaiting awaiting;
    private final Wording words;

    ListsWaiting(Awaiting awaiting, Wording words) {
        this.awaiting = awaiting;
        this.words = words;
    }

    @Override
    public String words() {
        return "work.module.lists";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        if (viewer.role() == Role.COORDINATOR) {
            add(items, Section.NOW, "work.declarations", "/conflicts", awaiting.declarations(viewer));
        }
        if (viewer.role() == Role.COORDINATOR || viewer.role() == Role.HUB_COORDINATOR) {
            add(items, Section.WATCH, "work.embargoes", "", awaiting.embargoesThatEnd(viewer, SOON));
        }
        if (viewer.role() == Role.DATA_PROTECTION_OFFICER || viewer.role() == Role.CHAIR) {
            add(items, Section.NOW, "work.broken-glass", "/glass", awaiting.brokenGlass(viewer));
        }
        return items;
    }

    private void add(List<WaitingItem> items, Section section, String key, String path, Due due) {
        if (due.number() > 0) {
            items.add(WaitingItem.ordinary(section, words.the(key, due.number()), path, due.first(), due.number()));
        }
    }
}
