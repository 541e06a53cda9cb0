package org.witan.site.trail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.trail.ReadingTrail;
import org.witan.site.Wording;

/// The trail as data protection officers read it, and what it says about oneself.
@Controller
class TrailController {
    private final ReadingTrail reading;
    private final TrailPages pages;
    private final Wording words;
    private final Clock clock;

    TrailController(ReadingTrail reading, TrailPages pages, Wording words, Clock clock) {
        this.reading = reading;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @GetMapping("/trail")
    ModelAndView list(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var filter = filter(sent);
        var shown = new ModelAndView("site/trail/list");
        if (!filter.form().usable()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        shown.addObject("page", pages.list(filter, reading.read(viewer, filter.question())));
        return shown;
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @ProvenPresence
    @GetMapping("/trail/export")
    ResponseEntity<byte[]> export(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var filter = filter(sent);
        if (!filter.form().usable()) {
            throw new Absent();
        }
        byte[] file = pages.sheet(reading.export(viewer, filter.question()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trail.csv")
                                .build()
                                .toString())
                .body(file);
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @GetMapping("/trail/entries/{id}")
    ModelAndView entry(Viewer viewer, @PathVariable String id) {
        return new ModelAndView("site/trail/entry", "page", pages.entry(reading.entry(viewer, identity(id))));
    }

    @OpenTo
    @GetMapping("/trail/mine")
    ModelAndView mine(Viewer viewer) {
        var question = filter(Map.of()).question();
        return new ModelAndView("site/trail/mine", "page", pages.mine(reading.own(viewer, question)));
    }

    private TrailFilter filter(Map<String, List<String>> sent) {
        return TrailFilter.of(words, sent, clock);
    }

    /// What is no identity names nothing.
    static UUID identity(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Absent();
        }
    }
}
