package org.witan.marac.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.FollowingResearch;
import org.witan.marac.ResearchOfMeeting;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Which agencies have not answered before a conference, and one button that asks them again.
@Controller
class FollowingResearchController {
    private final FollowingResearch following;
    private final Wording words;

    FollowingResearchController(FollowingResearch following, Wording words) {
        this.following = following;
        this.words = words;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/conference/{meeting}/research")
    ModelAndView page(Viewer viewer, @PathVariable UUID meeting) {
        ResearchOfMeeting found = following.of(viewer, meeting);
        long owing = found.owing();
        return new ModelAndView(
                "marac/research-of-meeting",
                "page",
                new Page(
                        meeting,
                        words.the(
                                "marac.hearing.meeting",
                                found.meeting().boardName(),
                                Days.words(found.meeting().startsAt())),
                        words.the(
                                "marac.asked.meter",
                                found.agencies().size() - owing,
                                found.agencies().size()),
                        owing > 0 && found.isLate()
                                ? words.the("marac.asked.late", owing, Days.words(found.due()))
                                : "",
                        found.canAsk() && owing > 0,
                        found.agencies().stream().map(one -> row(found, one)).toList()));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/research/chase")
    ModelAndView chase(Viewer viewer, @PathVariable UUID meeting) {
        following.chase(viewer, meeting);
        return new ModelAndView("redirect:/conference/" + meeting + "/research");
    }

    private Row row(ResearchOfMeeting found, ResearchOfMeeting.OfAgency one) {
        var notes = new ArrayList<String>();
        if (one.missing() > 0 && found.isLate()) {
            notes.add(words.the("marac.research.late"));
        }
        if (one.late() > 0) {
            notes.add(words.the("marac.asked.answered-late", one.late()));
        }
        Instant chased = one.chasedAt();
        if (chased != null) {
            notes.add(words.the("marac.asked.chased", Days.words(chased)));
        }
        return new Row(
                one.name(), one.asked(), one.informed(), one.nothing(), one.missing(), Days.words(found.due()), notes);
    }

    /// Who has answered for a conference.
    ///
    /// @param late that answers are late; empty when none is
    record Page(UUID meeting, String title, String meter, String late, boolean canAsk, List<Row> rows) {}

    /// One agency: numbers, and nothing of what it answered.
    record Row(String agency, int asked, int informed, int nothing, int missing, String due, List<String> notes) {}
}
