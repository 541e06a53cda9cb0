package org.witan.site.trail;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.trail.ReviewingAccess;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// Unusual access that waits for the review of a data protection officer; never what concerns the officer.
@Component
class UnusualWaiting implements Waiting {
    private final ReviewingAccess reviewing;
    private final Wording words;

    UnusualWaiting(ReviewingAccess reviewing, Wording words) {
        this.reviewing = reviewing;
        this.words = words;
    }

    @Override
    public String words() {
        return "trail.menu.unusual";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        int waiting = viewer.role() == Role.DATA_PROTECTION_OFFICER ? reviewing.waiting() : 0;
        return waiting == 0
                ? List.of()
                : List.of(WaitingItem.ordinary(
                        Section.NOW, words.the("trail.unusual.waiting", waiting), "/trail/unusual", null, waiting));
    }
}
