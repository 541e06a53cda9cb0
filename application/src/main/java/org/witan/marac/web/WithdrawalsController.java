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
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.ReadingReferrals;
import org.witan.marac.Referral;
import org.witan.marac.Withdrawal.Outcome;
import org.witan.marac.Withdrawal.Reason;
import org.witan.marac.Withdrawing;
import org.witan.shared.Identity;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The agency that referred asks to withdraw, and the coordinator decides.
@Controller
class WithdrawalsController {
    private static final String FORM = "marac.withdrawal";
    private static final int LONGEST = 2_000;
    private final Withdrawing withdrawing;
    private final ReadingReferrals reading;
    private final WithdrawalPages pages;
    private final Wording words;
    private final Clock clock;

    WithdrawalsController(
            Withdrawing withdrawing, ReadingReferrals reading, WithdrawalPages pages, Wording words, Clock clock) {
        this.withdrawing = withdrawing;
        this.reading = reading;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenToReferrers
    @GetMapping("/referrals/{id}/withdraw")
    ModelAndView begin(Viewer viewer, @PathVariable UUID id) {
        Referral referral = reading.read(viewer, id);
        if (!referral.canBeWithdrawn()) {
            throw new Absent();
        }
        var fresh = Map.of("id", List.of(Identity.at(clock.instant()).toString()));
        return askPage(referral, Form.blank(words, FORM, fresh));
    }

    @OpenToReferrers
    @PostMapping("/referrals/{id}/withdraw")
    ModelAndView asked(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        Reason reason = form.oneOf("reason", Reason.class);
        form.required("words");
        String text = form.within("words", LONGEST);
        UUID withdrawal = Ids.read(form.value("id"));
        if (reason == null || withdrawal == null || !form.usable()) {
            return askPage(reading.read(viewer, id), form);
        }
        withdrawing.ask(viewer, withdrawal, id, reason, text);
        return new ModelAndView("redirect:/referrals/" + id);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/withdrawals/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        return decidePage(withdrawing.open(viewer, id), Form.blank(words, FORM, Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/withdrawals/{id}")
    ModelAndView decided(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        Outcome outcome = form.oneOf("outcome", Outcome.class);
        String answer = form.within("answer", LONGEST);
        if (outcome == Outcome.KEPT && answer.isEmpty()) {
            form.reject("answer", "missing");
        }
        if (outcome == null || !form.usable()) {
            return decidePage(withdrawing.open(viewer, id), form);
        }
        withdrawing.decide(viewer, id, outcome, answer, why -> words.the("marac.withdrawal.reason." + why));
        return new ModelAndView("redirect:/triage");
    }

    private ModelAndView askPage(Referral referral, Form form) {
        return FormPage.titled(
                        words.the("marac.withdrawal.new"),
                        "/referrals/" + referral.id() + "/withdraw",
                        words.the("marac.withdrawal.ask"))
                .above(referral.reference())
                .text(words.the("marac.withdrawal.text"))
                .text(words.the("marac.withdrawal.text.consent"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.RADIOS, form.field("reason", choices("marac.withdrawal.reason.", Reason.values())))
                .ask(Control.LINES, form.text("words"))
                .back("/referrals/" + referral.id(), referral.reference())
                .made()
                .shown();
    }

    private ModelAndView decidePage(Withdrawing.Waiting waiting, Form form) {
        var page = FormPage.titled(
                        words.the("marac.withdrawal.title"),
                        "/withdrawals/" + waiting.withdrawal().id(),
                        words.the("marac.withdrawal.do"))
                .above(waiting.withdrawal().reference())
                .text(pages.line(waiting.withdrawal()))
                .text(words.the("marac.withdrawal.text.consent"))
                .problems(form.problems())
                .ask(Control.RADIOS, form.field("outcome", choices("marac.withdrawal.outcome.", Outcome.values())))
                .ask(Control.LINES, form.text("answer"))
                .back("/referrals/" + waiting.withdrawal().referral(), words.the("marac.withdrawal.read"));
        if (waiting.listed()) {
            page.warning(words.the("marac.withdrawal.listed"));
        }
        if (waiting.repeat()) {
            page.warning(words.the("marac.withdrawal.repeat"));
        }
        if (waiting.withdrawal().reason() == Reason.SENT_TWICE && !waiting.twin()) {
            page.warning(words.the("marac.withdrawal.twin"));
        }
        return page.made().shown();
    }

    private List<Field.Choice> choices(String key, Enum<?>[] all) {
        return Stream.of(all)
                .map(one -> new Field.Choice(one.name(), words.the(key + one), words.find(key + one + ".hint")))
                .toList();
    }
}
