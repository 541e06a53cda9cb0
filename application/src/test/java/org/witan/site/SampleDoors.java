package org.witan.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Pages that only tests have: one for chairs, one that nobody said anything about.
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

    @ResponseBody
    @GetMapping("/doors/forgotten")
    String forgotten() {
        return "nobody said who may see this";
    }
}
