package org.witan.marac.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Draft;
import org.witan.marac.Drafting;
import org.witan.marac.ReferredRisk;
import org.witan.marac.Referring;
import org.witan.marac.web.ReferPages.Begun;
import org.witan.marac.web.Step.Place;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Wording;

/// Refers somebody, one question a page. What is typed is kept on every page, complete or not.
@Controller
class ReferController {
    private final Drafting drafting;
    private final Referring referring;
    private final ReferPages pages;
    private final Wording words;

    ReferController(Drafting drafting, Referring referring, ReferPages pages, Wording words) {
        this.drafting = drafting;
        this.referring = referring;
        this.pages = pages;
        this.words = words;
    }

    @OpenToReferrers
    @GetMapping("/refer")
    ModelAndView begun(Viewer viewer) {
        List<Begun> drafts = drafting.mine(viewer).stream()
                .map(draft -> Begun.of(draft, words))
                .toList();
        return new ModelAndView("marac/refer", "page", new BeginPage(drafts));
    }

    @OpenToReferrers
    @PostMapping("/refer")
    ModelAndView begin(Viewer viewer) {
        return to(drafting.begin(viewer), Step.DANGER.page());
    }

    @OpenToReferrers
    @GetMapping("/refer/{draft}/{page}")
    ModelAndView page(Viewer viewer, @PathVariable UUID draft, @PathVariable String page) {
        Place place = Step.at(page).orElseThrow(Absent::new);
        Draft open = drafting.open(viewer, draft);
        UUID referral = open.referral();
        return referral == null ? show(open, place, pages.form(place, open.answers()), List.of()) : to(draft, "sent");
    }

    @OpenToReferrers
    @PostMapping("/refer/{draft}/{page}")
    ModelAndView kept(
            Viewer viewer,
            @PathVariable UUID draft,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> sent) {
        Place place = Step.at(page).orElseThrow(Absent::new);
        Form form = pages.sent(place, Map.copyOf(sent));
        if (!form.usable()) {
            return unusable(show(drafting.open(viewer, draft), place, form, List.of()));
        }
        return switch (keep(viewer, draft, place, form)) {
            case Drafting.Sent _ -> to(draft, "sent");
            case Drafting.Stale _ -> {
                var again = show(
                        drafting.open(viewer, draft), place, form, List.of(words.the("marac.refer.changed-elsewhere")));
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
            case Drafting.Done done ->
                form.value("then").equals("STOP")
                        ? new ModelAndView("redirect:/refer")
                        : to(draft, after(place, done.answers()));
        };
    }

    /// Keeps a page while it is being typed, so that a machine that fails takes a few words with it and no more.
    @OpenToReferrers
    @PostMapping("/refer/{draft}/{page}/keep")
    ResponseEntity<String> keep(
            Viewer viewer,
            @PathVariable UUID draft,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> sent) {
        Place place = Step.at(page).orElseThrow(Absent::new);
        Form form = pages.sent(place, Map.copyOf(sent));
        if (!form.usable()) {
            return ResponseEntity.unprocessableContent().build();
        }
        return switch (keep(viewer, draft, place, form)) {
            case Drafting.Done done -> ResponseEntity.ok(done.answers().mark(place.name()));
            case Drafting.Stale _, Drafting.Sent _ ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
        };
    }

    @OpenToReferrers
    @GetMapping("/refer/{draft}/check")
    ModelAndView check(Viewer viewer, @PathVariable UUID draft) {
        Draft open = drafting.open(viewer, draft);
        return open.referral() == null ? new ModelAndView("marac/check", "page", pages.check(open)) : to(draft, "sent");
    }

    @OpenToReferrers
    @PostMapping("/refer/{draft}/send")
    ModelAndView send(Viewer viewer, @PathVariable UUID draft) {
        return switch (referring.refer(viewer, draft)) {
            case Referring.Referred _ -> to(draft, "sent");
            case Referring.NotYet _ ->
                unusable(new ModelAndView("marac/check", "page", pages.check(drafting.open(viewer, draft))));
        };
    }

    @OpenToReferrers
    @GetMapping("/refer/{draft}/sent")
    ModelAndView sent(Viewer viewer, @PathVariable UUID draft) {
        return switch (referring.receipt(viewer, draft)) {
            case Referring.Referred done ->
                new ModelAndView("marac/sent", "page", new SentPage(done.referral(), done.reference()));
            case Referring.NotYet _ -> to(draft, "check");
        };
    }

    @OpenToReferrers
    @GetMapping("/refer/{draft}/discard")
    ModelAndView discard(Viewer viewer, @PathVariable UUID draft) {
        drafting.open(viewer, draft);
        String path = "/refer/" + draft + "/discard";
        return FormPage.titled(words.the("marac.refer.discard.title"), path, words.the("marac.refer.discard.do"))
                .text(words.the("marac.refer.discard.text"))
                .dangerous()
                .back("/refer", words.the("marac.refer.discard.back"))
                .made()
                .shown();
    }

    @OpenToReferrers
    @PostMapping("/refer/{draft}/discard")
    ModelAndView discarded(Viewer viewer, @PathVariable UUID draft) {
        drafting.discard(viewer, draft);
        return new ModelAndView("redirect:/refer");
    }

    /// After the choice of a tool come its questions.
    private String after(Place place, Answers answers) {
        String tool = answers.text("tool.which");
        return place.step() == Step.TOOL && !tool.isEmpty() && !tool.equals("CANNOT")
                ? ReferredRisk.PAGE
                : pages.next(place, answers);
    }

    private Drafting.Kept keep(Viewer viewer, UUID draft, Place place, Form form) {
        var fields = new HashMap<String, List<String>>();
        place.step().asks().forEach(ask -> fields.put(ask.field(), form.values(ask.field())));
        return drafting.keep(viewer, draft, place.name(), fields, form.value("seen"));
    }

    private ModelAndView show(Draft draft, Place place, Form form, List<String> changed) {
        return new ModelAndView("site/draft", "page", pages.page(draft, place, form, changed));
    }

    private static ModelAndView to(UUID draft, String page) {
        return new ModelAndView("redirect:/refer/" + draft + "/" + page);
    }

    private static ModelAndView unusable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    record BeginPage(List<Begun> drafts) {}

    record SentPage(UUID referral, String reference) {}
}
