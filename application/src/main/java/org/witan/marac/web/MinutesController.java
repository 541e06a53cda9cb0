package org.witan.marac.web;

import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.ReadingMinutes;
import org.witan.site.Paper;

/// Minutes and action lists of a conference, to read and to take away. A file says nothing of anybody in its name.
@Controller
class MinutesController {
    private final ReadingMinutes reading;
    private final MinutesPages pages;
    private final Paper paper;

    MinutesController(ReadingMinutes reading, MinutesPages pages, Paper paper) {
        this.reading = reading;
        this.pages = pages;
        this.paper = paper;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/minutes")
    ModelAndView minutes(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView("marac/minutes", "page", pages.minutes(reading.of(viewer, meeting, false)));
    }

    @ProvenPresence
    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/minutes.pdf")
    ResponseEntity<byte[]> minutesOnPaper(Viewer viewer, @PathVariable UUID meeting) {
        return pdf(
                "minutes.pdf",
                paper.of(viewer, "marac/minutes-paper", pages.minutes(reading.of(viewer, meeting, true))));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/actions")
    ModelAndView actions(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView("marac/actions", "page", pages.actions(reading.actions(viewer, meeting, false)));
    }

    @ProvenPresence
    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/actions.pdf")
    ResponseEntity<byte[]> actionsOnPaper(Viewer viewer, @PathVariable UUID meeting) {
        return pdf(
                "actions.pdf",
                paper.of(viewer, "marac/actions-paper", pages.actions(reading.actions(viewer, meeting, true))));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/lapsed")
    ModelAndView lapsed(Viewer viewer, @PathVariable UUID meeting) {
        return new ModelAndView("marac/lapsed", "page", pages.lapsed(reading.lapsed(viewer, meeting)));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
