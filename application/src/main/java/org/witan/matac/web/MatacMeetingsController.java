package org.witan.matac.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.matac.MatacMeetings;

/// The meetings of MATAC, and what one of them has to decide.
@Controller
class MatacMeetingsController {
    private final MatacMeetings meetings;
    private final MatacMeetingPages pages;

    MatacMeetingsController(MatacMeetings meetings, MatacMeetingPages pages) {
        this.meetings = meetings;
        this.pages = pages;
    }

    @OpenToMatac
    @GetMapping("/matac/meetings")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView("matac/meetings", "page", pages.list(viewer, meetings.list(viewer)));
    }

    @OpenToMatac
    @GetMapping("/matac/meetings/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("matac/meeting", "page", pages.meeting(viewer, meetings.open(viewer, id)));
    }
}
