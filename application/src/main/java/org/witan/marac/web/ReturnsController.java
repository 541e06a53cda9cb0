package org.witan.marac.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.AnsweringReturns;
import org.witan.marac.TurnedAway;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Referrals that were not taken: whoever referred reads why, and brings what was missing.
@Controller
class ReturnsController {
    private static final String FORM = "marac.answer";
    private static final int LONGEST = 5_000;
    private final AnsweringReturns returns;
    private final Wording words;
    private final Clock clock;

    ReturnsController(AnsweringReturns returns, Wording words, Clock clock) {
        this.returns = returns;
        this.words = words;
        this.clock = clock;
    }

    @OpenToReferrers
    @GetMapping("/refer/returned")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "marac/returned",
                "page",
                new Page(returns.list(viewer).stream()
                        .map(one -> new Row(one.referral(), one.reference(), line(one), one.reason()))
                        .toList()));
    }

    @OpenToReferrers
    @GetMapping("/referrals/{id}/answer")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        TurnedAway turned = returns.open(viewer, id);
        return page(
                turned,
                Form.blank(
                        words,
                        FORM,
                        Map.of(
                                "id",
                                List.of(Identity.at(clock.instant()).toString()),
                                "decision",
                                List.of(turned.decision().toString()))));
    }

    @OpenToReferrers
    @PostMapping("/referrals/{id}/answer")
    ModelAndView answered(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        What what = form.oneOf("what", What.class);
        if (what == What.AGAIN) {
            form.required("words");
        }
        String text = form.within("words", LONGEST);
        UUID answer = Ids.read(form.value("id"));
        UUID decision = Ids.read(form.value("decision"));
        if (what == null || answer == null || decision == null || !form.usable()) {
            return page(returns.open(viewer, id), form);
        }
        returns.answer(viewer, answer, id, decision, what == What.AGAIN, text);
        return new ModelAndView("redirect:/referrals/" + id);
    }

    private ModelAndView page(TurnedAway turned, Form form) {
        String here = "/referrals/" + turned.referral();
        return FormPage.titled(words.the("marac.answer.title"), here + "/answer", words.the("marac.answer.do"))
                .above(turned.reference())
                .text(line(turned))
                .text(turned.reason())
                .warning(words.the("marac.answer.warning"))
                .hidden("id", form.value("id"))
                .hidden("decision", form.value("decision"))
                .problems(form.problems())
                .ask(
                        Control.RADIOS,
                        form.field(
                                "what",
                                Stream.of(What.values())
                                        .map(one -> new Field.Choice(
                                                one.name(),
                                                words.the("marac.answer.what." + one),
                                                words.find("marac.answer.what." + one + ".hint")))
                                        .toList()))
                .ask(Control.LINES, form.text("words"))
                .back(here, turned.reference())
                .made()
                .shown();
    }

    private String line(TurnedAway turned) {
        return words.the("marac.answer.line", words.the("marac.outcome." + turned.outcome()), Days.words(turned.at()));
    }

    /// What the agency says.
    enum What {
        AGAIN,
        LEFT
    }

    /// Those that wait for an answer.
    record Page(List<Row> rows) {}

    /// @param reason the coordinator's words
    record Row(UUID id, String reference, String words, String reason) {}
}
