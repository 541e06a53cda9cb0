package org.witan.marac.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Reviewing;
import org.witan.marac.Reviewing.Decided;
import org.witan.marac.Reviewing.Due;
import org.witan.marac.Reviewing.Review;
import org.witan.marac.Reviewing.Term;
import org.witan.marac.Reviewing.What;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Cases whose time is over: what is due for review, and what is decided about it. Nothing is destroyed from here.
@Controller
class ReviewController {
    private static final String FORM = "marac.review.one";
    private static final String LIST = "/retention";
    private static final int LONGEST = 5000;
    /// So many stand on the page.
    private static final int SHOWN = 100;

    private final Reviewing reviewing;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ReviewController(Reviewing reviewing, Wording words, Days days, Clock clock) {
        this.reviewing = reviewing;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping(LIST)
    ModelAndView list(Viewer viewer) {
        Review review = reviewing.list(viewer);
        int due = review.due().size();
        return new ModelAndView(
                "marac/reviews",
                "page",
                new ReviewsPage(
                        review.schedule().stream().map(this::term).toList(),
                        due == 0
                                ? words.the("marac.review.none")
                                : words.the(due > SHOWN ? "marac.review.many" : "marac.review.some", due, SHOWN),
                        review.due().stream().limit(SHOWN).map(this::row).toList(),
                        review.decided().stream().limit(SHOWN).map(this::row).toList()));
    }

    private Row term(Term one) {
        return new Row(
                null,
                one.words(),
                words.the(
                        "marac.review.term",
                        one.length(),
                        one.unit(),
                        one.event(),
                        Days.words(one.since()),
                        one.proposed() ? one.source() : one.reason()),
                one.proposed());
    }

    private Row row(Due one) {
        return new Row(
                one.referral(),
                one.reference(),
                words.the("marac.review.due", one.words(), Days.words(one.dueOn()), Days.words(one.eventOn())),
                false);
    }

    private Row row(Decided one) {
        return new Row(one.referral(), one.reference(), line(one), false);
    }

    private String line(Decided one) {
        LocalDate until = one.until();
        return words.the(
                "marac.review.decided." + one.what(),
                until == null ? "" : Days.words(until),
                Days.words(one.at()),
                Objects.requireNonNullElse(one.by(), words.the("marac.somebody")),
                one.reason());
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping(LIST + "/{referral}")
    ModelAndView one(Viewer viewer, @PathVariable UUID referral) {
        return page(
                reviewing.open(viewer, referral),
                Form.blank(
                        words,
                        FORM,
                        Map.of("id", List.of(Identity.at(clock.instant()).toString()))));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping(LIST + "/{referral}")
    ModelAndView decided(Viewer viewer, @PathVariable UUID referral, @RequestParam MultiValueMap<String, String> sent) {
        Reviewing.One known = reviewing.open(viewer, referral);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        What what = form.oneOf("what", What.class);
        LocalDate until = what == What.KEEP ? Days.read(form.value("until")).orElse(null) : null;
        if (what == What.KEEP && (until == null || !until.isAfter(days.today()))) {
            form.reject("until", until == null ? "not-a-day" : "over");
        }
        form.required("reason");
        String reason = form.within("reason", LONGEST);
        UUID id = Ids.read(form.value("id"));
        if (what == null || id == null || !form.usable()) {
            return page(known, form);
        }
        reviewing.decide(viewer, id, referral, what, until, reason);
        return new ModelAndView("redirect:" + LIST);
    }

    private ModelAndView page(Reviewing.One known, Form form) {
        Due due = known.due();
        var page = FormPage.titled(
                        words.the("marac.review.title.one"), LIST + "/" + known.referral(), words.the(FORM + ".do"))
                .above(known.reference())
                .text(due == null ? words.the("marac.review.not-due") : row(due).words())
                .text(words.the("marac.review.destroys-nothing"))
                .list(known.decided().stream().map(this::line).toList())
                .link("/referrals/" + known.referral(), words.the("marac.review.read"))
                .problems(form.problems())
                .hidden("id", form.value("id").isEmpty() ? Identity.at(clock.instant()) : form.value("id"));
        return page.ask(Control.RADIOS, form.field("what", words.choices(FORM + ".what", What.values())))
                .ask(Control.TEXT, form.text("until"))
                .ask(Control.LINES, form.text("reason"))
                .back(LIST, words.the("marac.review.title"))
                .made()
                .shown();
    }

    /// A line of the page.
    ///
    /// @param referral that it leads to; null where it leads nowhere
    /// @param proposed whether nobody of the partnership decided it yet
    record Row(@Nullable UUID referral, String name, String words, boolean proposed) {}

    /// The schedule, what is due, and what was decided.
    record ReviewsPage(List<Row> schedule, String count, List<Row> due, List<Row> decided) {}
}
