package org.witan.matac.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.matac.Nominating;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// Nominations that wait to be decided, for those who decide.
@Component
class MatacWaiting implements Waiting {
    private final Nominating nominating;
    private final Wording words;

    MatacWaiting(Nominating nominating, Wording words) {
        this.nominating = nominating;
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
        long waiting = nominating.waiting();
        return waiting == 0
                ? List.of()
                : List.of(WaitingItem.ordinary(
                        Section.THIS_WEEK,
                        words.the("matac.work.nominations", waiting),
                        "/matac/nominations",
                        null,
                        waiting));
    }
}
