package org.witan.marac.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.ReadingReferrals;
import org.witan.marac.Research;
import org.witan.marac.Researching;
import org.witan.marac.Researching.Asked;
import org.witan.marac.Researching.DueAnswer;
import org.witan.people.Standing;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// An agency's research: the people of the next agendas, "nothing known" as one press with undo, or what it knows.
@Controller
class ResearchController {
    private static final int LONGEST = 10_000;
    private static final int SHORT = 2_000;
    private final Researching researching;
    private final ReadingReferrals reading;
    private final ReferralPages pages;
    private final Wording words;
    private final Clock clock;

    ResearchController(
            Researching researching, ReadingReferrals reading, ReferralPages pages, Wording words, Clock clock) {
        this.researching = researching;
        this.reading = reading;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenToMembers
    @GetMapping("/research")
    ModelAndView list(Viewer viewer) {
        List<DueAnswer> asked = researching.due(viewer);
        long answered = asked.stream().filter(one -> one.asked().isAnswered()).count();
        long late = asked.stream().filter(DueAnswer::isLate).count();
        return new ModelAndView(
                "marac/research",
                "page",
                new ListPage(
                        words.the("marac.research.meter", answered, asked.size()),
                        late == 0 ? "" : words.the("marac.research.meter.late", late),
                        asked.stream().map(this::row).toList(),
                        researching.noLongerNeeded(viewer)));
    }

    @OpenToMembers
    @PostMapping("/research/{meeting}/{referral}/nothing")
    ModelAndView nothing(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID referral) {
        researching.nothing(viewer, meeting, referral);
        return new ModelAndView("redirect:/research");
    }

    @OpenToMembers
    @PostMapping("/research/{meeting}/{referral}/again")
    ModelAndView again(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID referral) {
        researching.again(viewer, meeting, referral);
        return new ModelAndView("redirect:/research/" + meeting + "/" + referral);
    }

    @OpenToMembers
    @PostMapping("/research/{meeting}/{referral}/undo")
    ModelAndView undo(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID referral) {
        researching.undo(viewer, meeting, referral);
        return new ModelAndView("redirect:/research");
    }

    @OpenToMembers
    @GetMapping("/research/{meeting}/{referral}")
    ModelAndView answer(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID referral) {
        var fresh = Map.of("id", List.of(Identity.at(clock.instant()).toString()));
        return page(viewer, meeting, referral, Form.blank(words, "marac.research", fresh));
    }

    @OpenToMembers
    @PostMapping("/research/{meeting}/{referral}")
    ModelAndView answered(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID referral,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.research", Map.copyOf(sent));
        Research.Given given = given(form);
        UUID id = Ids.read(form.value("id"));
        if (given == null || id == null || !form.usable()) {
            var again = page(viewer, meeting, referral, form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        researching.add(viewer, meeting, referral, id, given);
        return new ModelAndView("redirect:/research/" + meeting + "/" + referral);
    }

    private Research.@Nullable Given given(Form form) {
        Standing about = form.oneOf("about", Standing.class);
        String kind = form.required("kind");
        String share = form.required("share");
        form.required("words");
        String text = form.within("words", LONGEST);
        String happened = form.within("happened", 200);
        String relevance = form.within("relevance", SHORT);
        String withheld = form.within("withheld", SHORT);
        if (share.equals("NO") && withheld.isEmpty()) {
            form.reject("withheld", "missing");
        }
        return about == null
                ? null
                : new Research.Given(
                        about, kind.equals("FACT"), happened, text, relevance, !share.equals("NO"), withheld);
    }

    private ModelAndView page(Viewer viewer, UUID meeting, UUID referral, Form form) {
        var known = researching.read(viewer, meeting, referral);
        var before = researching.before(viewer, meeting, referral);
        return new ModelAndView(
                "marac/answer",
                "page",
                new AnswerPage(
                        meeting,
                        pages.page(viewer, reading.read(viewer, referral)),
                        known.map(Research::nothingKnown).orElse(false),
                        known.map(Research::items).orElse(List.of()).stream()
                                .map(this::line)
                                .toList(),
                        before.map(this::before).orElse(null),
                        form.problems(),
                        form.value("id"),
                        form.field("about", choices("people.standing.", "VICTIM", "PERPETRATOR", "CHILD", "OTHER")),
                        form.field("kind", choices("marac.research.kind.", "FACT", "OPINION")),
                        form.text("happened"),
                        form.text("words"),
                        form.text("relevance"),
                        form.field("share", choices("marac.research.share.", "YES", "NO")),
                        form.text("withheld")));
    }

    private List<Field.Choice> choices(String key, String... codes) {
        return List.of(codes).stream()
                .map(code -> new Field.Choice(code, words.the(key + code)))
                .toList();
    }

    private ItemLine line(Research.Item item) {
        return new ItemLine(
                words.the("marac.research.kind." + (item.isFact() ? "FACT" : "OPINION")),
                words.the("people.standing." + item.about()),
                item.happened(),
                item.words(),
                item.relevance(),
                item.isToShare()
                        ? words.the("marac.research.share.YES")
                        : words.the("marac.research.withheld.because", item.withheldBecause()));
    }

    private Before before(Research research) {
        return new Before(
                words.the(
                        research.nothingKnown() ? "marac.research.before.nothing" : "marac.research.before",
                        Days.words(research.answeredAt())),
                research.items().stream().map(this::line).toList());
    }

    private Row row(DueAnswer due) {
        Asked asked = due.asked();
        String state = asked.isNothingKnown()
                ? words.the("marac.research.nothing")
                : words.the("marac.research.items", asked.items());
        return new Row(
                asked.meeting(),
                asked.referral(),
                asked.reference(),
                Days.words(asked.startsAt()),
                Days.words(due.due()),
                due.isLate(),
                asked.isAnswered()
                        ? state
                        : words.the(asked.before() ? "marac.research.owed.before" : "marac.research.owed"),
                asked.isAnswered(),
                asked.isNothingKnown());
    }

    /// @param noLonger referrals that were withdrawn since they were asked about
    /// @param late how many answers are late; empty when none is
    record ListPage(String meter, String late, List<Row> rows, List<Researching.NoLonger> noLonger) {}

    record Row(
            UUID meeting,
            UUID referral,
            String reference,
            String when,
            String due,
            boolean late,
            String state,
            boolean answered,
            boolean nothing) {}

    record ItemLine(String kind, String about, String happened, String words, String relevance, String share) {}

    /// What the agency answered for a meeting from which the case was moved.
    record Before(String words, List<ItemLine> items) {}

    /// @param before what it answered for an earlier meeting, while it did not answer anew; null for
    ///     none
    /// @param id of the item that the form will add
    record AnswerPage(
            UUID meeting,
            ReferralPage referral,
            boolean nothing,
            List<ItemLine> items,
            @Nullable Before before,
            List<Problem> problems,
            String id,
            Field about,
            Field kind,
            Field happened,
            Field words,
            Field relevance,
            Field share,
            Field withheld) {}
}
