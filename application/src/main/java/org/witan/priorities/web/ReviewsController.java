package org.witan.priorities.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.CaseReview;
import org.witan.priorities.CaseReviews;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// The clocks of case reviews of anti-social behaviour.
@Controller
class ReviewsController {
    private static final String FORM = "priorities.review";
    private static final int MOST = 50;
    private final CaseReviews reviews;
    private final Files files;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ReviewsController(CaseReviews reviews, Files files, Wording words, Days days, Clock clock) {
        this.reviews = reviews;
        this.files = files;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenToGroup
    @GetMapping("/priorities/reviews")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "priorities/reviews",
                "page",
                new Page(
                        viewer.role() == Role.TASKING_MEMBER,
                        reviews.all(viewer, Verb.LIST).stream().map(this::line).toList()));
    }

    private Line line(CaseReview one) {
        boolean late = one.lateOn(days.today());
        return new Line(
                "/priorities/reviews/" + one.id() + "/answer",
                words.the("priorities.review.line", one.number(), one.agency()),
                words.the(
                        one.threeComplaintsInSixMonths()
                                ? "priorities.review.reached"
                                : "priorities.review.not-reached",
                        one.counted(),
                        CaseReview.THRESHOLD),
                one.answeredOn() == null
                        ? words.the(late ? "priorities.review.late" : "priorities.review.due", Days.words(one.dueOn()))
                        : words.the(
                                late ? "priorities.review.answered-late" : "priorities.review.answered",
                                Days.words(one.answeredOn())),
                one.answeredOn() == null);
    }

    @OpenToGroup
    @GetMapping("/priorities/reviews.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        var rows = files.begun(List.of(words.the("priorities.review.list")));
        rows.add(Sheet.line("review", "complaints", "letter"));
        reviews.all(viewer, Verb.EXPORT).stream()
                .map(this::line)
                .forEach(one -> rows.add(Sheet.line(one.words(), one.threshold(), one.clock())));
        return Files.csv("case-reviews", rows);
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/reviews/new")
    ModelAndView begin(Viewer viewer) {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(Identity.at(clock.instant()).toString()));
        known.put("asked", List.of(Days.typed(days.today())));
        return form(Form.blank(words, FORM, known));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/reviews/new")
    ModelAndView start(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        if (!form.value("number").matches("[A-Z0-9-]{3,20}")) {
            form.reject("number", "missing");
        }
        @Nullable LocalDate asked = Days.read(form.value("asked")).orElse(null);
        if (asked == null || asked.isAfter(days.today())) {
            form.reject("asked", "missing");
        }
        var complaints = form.value("complaints")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Days.read(line.strip()))
                .toList();
        if (complaints.isEmpty()
                || complaints.size() > MOST
                || complaints.stream().anyMatch(Optional::isEmpty)) {
            form.reject("complaints", "missing");
        }
        @Nullable UUID id = Ids.read(form.value("id"));
        if (id == null || asked == null || !form.usable()) {
            return form(form);
        }
        reviews.start(
                viewer,
                id,
                form.value("number"),
                asked,
                complaints.stream().flatMap(Optional::stream).toList());
        return new ModelAndView("redirect:/priorities/reviews");
    }

    private ModelAndView form(Form form) {
        return FormPage.titled(
                        words.the("priorities.review.new"),
                        "/priorities/reviews/new",
                        words.the("priorities.review.do"))
                .text(words.the("priorities.review.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("number"))
                .ask(Control.TEXT, form.text("asked"))
                .ask(Control.LINES, form.text("complaints"))
                .back("/priorities/reviews", words.the("priorities.review.back"))
                .made()
                .shown();
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/reviews/{id}/answer")
    String answer(Viewer viewer, @PathVariable UUID id) {
        reviews.answer(viewer, id);
        return "redirect:/priorities/reviews";
    }

    /// The list.
    record Page(boolean writes, List<Line> reviews) {}

    /// One clock.
    record Line(String answer, String words, String threshold, String clock, boolean open) {}
}
