package org.witan.people.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.people.WaitingMatches;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// Possible matches that wait for the coordinator.
@Component
class MatchesWaiting implements Waiting {
    private final WaitingMatches matches;
    private final Wording words;

    MatchesWaiting(WaitingMatches matches, Wording words) {
        this.matches = matches;
        this.words = words;
    }

    @Override
    public String words() {
        return "people.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        int waiting = viewer.role() == Role.COORDINATOR ? matches.count() : 0;
        if (waiting == 0) {
            return List.of();
        }
        String key = waiting < WaitingMatches.MOST ? "people.work.matches" : "people.work.matches.many";
        return List.of(WaitingItem.ordinary(Section.NOW, words.the(key, waiting), "/people/matches", null, waiting));
    }
}
