package org.witan.meeting.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Caller;
import org.witan.access.OpenToEveryone;
import org.witan.access.Viewer;
import org.witan.meeting.CalendarFile;
import org.witan.meeting.Calendars;
import org.witan.site.Days;
import org.witan.site.SiteOrigin;
import org.witan.site.Wording;

/// Addresses for calendar programs, and what such a program reads.
@Controller
class CalendarsController {
    private final Calendars calendars;
    private final SiteOrigin origin;
    private final Wording words;

    CalendarsController(Calendars calendars, SiteOrigin origin, Wording words) {
        this.calendars = calendars;
        this.origin = origin;
        this.words = words;
    }

    @OpenToMembers
    @GetMapping("/meetings/calendar")
    ModelAndView list(Viewer viewer) {
        return page(viewer, null);
    }

    /// The address is shown in the answer itself, because it is kept nowhere and must stand in no other address.
    @OpenToMembers
    @PostMapping("/meetings/calendar")
    ModelAndView make(Viewer viewer) {
        String secret = calendars.make(viewer);
        return page(viewer, origin.now() + "/meetings/calendar/" + secret + ".ics");
    }

    @OpenToMembers
    @PostMapping("/meetings/calendar/{id}/revoke")
    ModelAndView revoke(Viewer viewer, @PathVariable UUID id) {
        calendars.revoke(viewer, id);
        return new ModelAndView("redirect:/meetings/calendar");
    }

    @OpenToEveryone
    @GetMapping("/meetings/calendar/{token}.ics")
    ResponseEntity<byte[]> read(Caller caller, @PathVariable String token) {
        String file = CalendarFile.of(calendars.read(caller, token));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView page(Viewer viewer, @Nullable String address) {
        var lines = calendars.list(viewer).stream()
                .map(one -> {
                    var revoked = one.revokedAt();
                    return new Line(
                            one.id(),
                            words.the("meeting.calendar.made", Days.words(one.madeAt())),
                            revoked == null ? null : words.the("meeting.calendar.revoked", Days.words(revoked)));
                })
                .toList();
        return new ModelAndView("meeting/calendar", "page", new Page(address, lines));
    }

    /// Addresses for calendar programs.
    ///
    /// @param address one that was just made, shown this once; null otherwise
    record Page(@Nullable String address, List<Line> lines) {}

    /// One address.
    ///
    /// @param revoked null while it answers
    record Line(UUID id, String made, @Nullable String revoked) {}
}
