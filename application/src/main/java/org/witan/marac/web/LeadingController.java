package org.witan.marac.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Leading;

/// Leads the conference from case to case.
@Controller
class LeadingController {
    private final Leading leading;

    LeadingController(Leading leading) {
        this.leading = leading;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/turn")
    ModelAndView turn(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        switch (String.valueOf(sent.getFirst("what"))) {
            case "BEGIN" -> leading.begin(viewer, meeting, item);
            case "PAUSE" -> leading.pause(viewer, meeting, item);
            case "GO_ON" -> leading.goOn(viewer, meeting, item);
            case "LATER" -> leading.putOff(viewer, meeting, item);
            case "NEXT" -> {
                UUID next = leading.next(viewer, meeting, item).orElse(item);
                return LiveAnswer.to(meeting, next, sent);
            }
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return LiveAnswer.to(meeting, item, sent);
    }
}
