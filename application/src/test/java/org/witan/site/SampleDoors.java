package org.witan.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;
import org.witan.access.OpenTo;
import org.witan.access.OpenToEveryone;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Pages that only tests have: for chairs, one of them with an export that asks for fresh proof; one that nobody said
/// anything about.
@Controller
class SampleDoors {

    @OpenTo(Role.CHAIR)
    @ResponseBody
    @GetMapping("/doors/chairs")
    String chairs(Viewer viewer) {
        return "%s %s %s %s %s"
                .formatted(
                        viewer.membership(),
                        viewer.role(),
                        viewer.purpose(),
                        viewer.origin().channel(),
                        viewer.origin().path());
    }

    @OpenTo(Role.CHAIR)
    @ProvenPresence
    @ResponseBody
    @GetMapping(path = "/doors/export", produces = "text/html")
    String export() {
        return "<!doctype html><html lang='en'><title>Export</title><main>Everything leaves</main></html>";
    }

    @OpenTo(Role.CHAIR)
    @ProvenPresence
    @ResponseBody
    @PostMapping(path = "/doors/export", produces = "text/html")
    String export(@RequestParam String note) {
        return "<!doctype html><html lang='en'><title>Export</title><main>Exported with: " + HtmlUtils.htmlEscape(note)
                + "</main></html>";
    }

    @OpenToEveryone
    @ResponseBody
    @GetMapping("/doors/busy")
    String busy() {
        throw new Busy();
    }

    @ResponseBody
    @GetMapping("/doors/forgotten")
    String forgotten() {
        return "nobody said who may see this";
    }
}
