package org.witan.site.records;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.Breakage;
import org.witan.access.lists.BreakingGlass;
import org.witan.access.lists.ReviewingGlass;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Opening a record in an emergency, and the review of it by somebody else.
@Controller
class GlassController {
    private final BreakingGlass breaking;
    private final ReviewingGlass reviewing;
    private final Wording words;

    GlassController(BreakingGlass breaking, ReviewingGlass reviewing, Wording words) {
        this.breaking = breaking;
        this.reviewing = reviewing;
        this.words = words;
    }

    @OpenToVictimsSide
    @GetMapping("/break-glass")
    ModelAndView breakGlass() {
        return breakPage(Form.blank(words, "records.glass", Map.of()));
    }

    @OpenToVictimsSide
    @PostMapping("/break-glass")
    ModelAndView broken(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.glass", RecordsController.sent(sent));
        String reference = form.required("reference");
        String reason = form.required("reason");
        if (!reason.isEmpty() && reason.length() < BreakingGlass.SHORTEST_REASON) {
            form.reject("reason", "short");
        }
        if (!form.values("understood").contains("yes")) {
            form.reject("understood", "missing");
        }
        if (form.usable()) {
            try {
                return new ModelAndView("redirect:/records/" + breaking.breakGlass(viewer, reference, reason));
            } catch (Absent _) {
                form.reject("reference", "nothing");
            }
        }
        var page = breakPage(form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @OpenTo({Role.DATA_PROTECTION_OFFICER, Role.CHAIR})
    @GetMapping("/glass")
    ModelAndView list(Viewer viewer) {
        var all = reviewing.list(viewer);
        return new ModelAndView(
                "site/records/glass",
                "page",
                new ListPage(
                        all.stream()
                                .filter(one -> !one.reviewed())
                                .map(this::line)
                                .toList(),
                        all.stream().filter(Breakage::reviewed).map(this::line).toList()));
    }

    @OpenTo({Role.DATA_PROTECTION_OFFICER, Role.CHAIR})
    @GetMapping("/glass/{id}")
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        return reviewPage(viewer, id, Form.blank(words, "records.review", Map.of()));
    }

    @OpenTo({Role.DATA_PROTECTION_OFFICER, Role.CHAIR})
    @PostMapping("/glass/{id}")
    ModelAndView reviewed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.review", RecordsController.sent(sent));
        boolean said = Forms.chosen(form, "verdict", verdicts());
        boolean justified = form.value("verdict").equals("JUSTIFIED");
        if (said && !justified) {
            form.required("remark");
        }
        if (!form.usable()) {
            var page = reviewPage(viewer, id, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        reviewing.review(viewer, id, justified, form.value("remark"));
        return new ModelAndView("redirect:/glass");
    }

    private ModelAndView breakPage(Form form) {
        var understood = List.of(new Field.Choice("yes", words.the("records.glass.understood.yes")));
        return new ModelAndView(
                "site/records/break-glass",
                "page",
                new BreakPage(
                        form.problems(),
                        form.text("reference"),
                        form.text("reason"),
                        form.field("understood", understood)));
    }

    private ModelAndView reviewPage(Viewer viewer, UUID id, Form form) {
        return new ModelAndView(
                "site/records/review",
                "page",
                new ReviewPage(
                        line(reviewing.open(viewer, id)),
                        form.problems(),
                        form.field("verdict", verdicts()),
                        form.text("remark")));
    }

    private List<Field.Choice> verdicts() {
        return List.of(
                new Field.Choice("JUSTIFIED", words.the("records.review.verdict.JUSTIFIED")),
                new Field.Choice("NOT_JUSTIFIED", words.the("records.review.verdict.NOT_JUSTIFIED")));
    }

    private Line line(Breakage one) {
        return new Line(
                one.id(),
                one.reference().isEmpty() ? words.the("records.review.hidden") : one.reference(),
                words.the("records.review.who", one.who(), one.agency()),
                one.reason(),
                words.the("records.review.when", Times.time(one.openedAt()), Times.time(one.expiresAt())),
                one.reviewed()
                        ? words.the("records.review.verdict." + (one.justified() ? "JUSTIFIED" : "NOT_JUSTIFIED"))
                        : "",
                one.remark(),
                one.reviewer(),
                one.own());
    }

    record BreakPage(List<Problem> problems, Field reference, Field reason, Field understood) {}

    record ListPage(List<Line> waiting, List<Line> done) {}

    record Line(
            UUID id,
            String reference,
            String who,
            String reason,
            String when,
            String verdict,
            String remark,
            String reviewer,
            boolean own) {}

    record ReviewPage(Line glass, List<Problem> problems, Field verdict, Field remark) {}
}
