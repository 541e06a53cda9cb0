package org.witan.hub.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.hub.DraftingReferrals;
import org.witan.hub.Need;
import org.witan.hub.ReferringResidents;
import org.witan.hub.ResidentReferral;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.site.draft.KeptDraft;
import org.witan.site.draft.TypedPages;
import org.witan.site.draft.WritingDrafts;

/// Writes a referral to the hub, one question a page. What is typed is kept on every page, complete or not.
@Controller
class WritingReferralController {
    private final DraftingReferrals drafting;
    private final ReferringResidents referring;
    private final ResidentPages pages;
    private final ResidentForms forms;
    private final Wording words;

    WritingReferralController(
            DraftingReferrals drafting,
            ReferringResidents referring,
            ResidentPages pages,
            ResidentForms forms,
            Wording words) {
        this.drafting = drafting;
        this.referring = referring;
        this.pages = pages;
        this.forms = forms;
        this.words = words;
    }

    @OpenToHubReferrers
    @GetMapping("/hub/refer")
    ModelAndView begun(Viewer viewer) {
        return new ModelAndView(
                "hub/begin",
                "page",
                drafting.mine(viewer).stream().map(pages::begun).toList());
    }

    @OpenToHubReferrers
    @PostMapping("/hub/refer/new")
    ModelAndView begin(Viewer viewer) {
        return to(drafting.begin(viewer), ResidentStep.WHO.page());
    }

    @OpenToHubReferrers
    @GetMapping("/hub/refer/{draft}/{page}")
    ModelAndView page(Viewer viewer, @PathVariable UUID draft, @PathVariable String page) {
        ResidentStep step = ResidentStep.at(page).orElseThrow(Absent::new);
        KeptDraft open = drafting.open(viewer, draft);
        return open.record() == null
                ? show(viewer, open, step, pages.form(step, open.pages()), List.of(), List.of())
                : referred(draft);
    }

    @OpenToHubReferrers
    @PostMapping("/hub/refer/{draft}/{page}")
    ModelAndView kept(
            Viewer viewer,
            @PathVariable UUID draft,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> sent) {
        ResidentStep step = ResidentStep.at(page).orElseThrow(Absent::new);
        Form form = pages.sent(step, Map.copyOf(sent));
        if (!form.usable()) {
            return unusable(show(viewer, drafting.open(viewer, draft), step, form, List.of(), List.of()));
        }
        return switch (keep(viewer, draft, step, form)) {
            case WritingDrafts.Sent _ -> referred(draft);
            case WritingDrafts.Stale _ -> {
                var again = show(
                        viewer,
                        drafting.open(viewer, draft),
                        step,
                        form,
                        List.of(),
                        List.of(words.the("hub.refer.changed-elsewhere")));
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
            case WritingDrafts.Done done -> {
                List<Problem> wrong = pages.wrong(step, done.pages(), referring.needs(viewer));
                yield wrong.isEmpty() ? onward(draft, step, form) : wrong(viewer, draft, step, wrong);
            }
        };
    }

    /// Keeps a page while it is being typed, so that a machine that fails takes a few words with it and no more.
    @OpenToHubReferrers
    @PostMapping("/hub/refer/{draft}/{page}/keep")
    ResponseEntity<String> keep(
            Viewer viewer,
            @PathVariable UUID draft,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> sent) {
        ResidentStep step = ResidentStep.at(page).orElseThrow(Absent::new);
        Form form = pages.sent(step, Map.copyOf(sent));
        if (!form.usable()) {
            return ResponseEntity.unprocessableContent().build();
        }
        return switch (keep(viewer, draft, step, form)) {
            case WritingDrafts.Done done -> ResponseEntity.ok(done.pages().mark(step.page()));
            case WritingDrafts.Stale _, WritingDrafts.Sent _ ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
        };
    }

    @OpenToHubReferrers
    @GetMapping("/hub/refer/{draft}/check")
    ModelAndView check(Viewer viewer, @PathVariable UUID draft) {
        KeptDraft open = drafting.open(viewer, draft);
        return open.record() == null ? checked(viewer, open, List.of()) : referred(draft);
    }

    @OpenToHubReferrers
    @PostMapping("/hub/refer/{draft}/send")
    ModelAndView send(Viewer viewer, @PathVariable UUID draft) {
        try {
            return drafting.send(viewer, draft, this::read)
                    ? referred(draft)
                    : unusable(checked(viewer, drafting.open(viewer, draft), List.of()));
        } catch (Refused refused) {
            var problem = new Problem("born", words.the(refused.reason()));
            return unusable(checked(viewer, drafting.open(viewer, draft), List.of(problem)));
        }
    }

    private Optional<ResidentReferral> read(TypedPages typed, List<Need> needs) {
        Form whole = pages.whole(typed);
        ResidentReferral referral = forms.read(whole, needs);
        return whole.usable() ? Optional.of(referral) : Optional.empty();
    }

    @OpenToHubReferrers
    @GetMapping("/hub/refer/{draft}/discard")
    ModelAndView discard(Viewer viewer, @PathVariable UUID draft) {
        drafting.open(viewer, draft);
        return FormPage.titled(
                        words.the("hub.refer.discard.title"),
                        ResidentPages.path(draft) + "/discard",
                        words.the("hub.refer.discard.do"))
                .text(words.the("hub.refer.discard.text"))
                .dangerous()
                .back("/hub/refer", words.the("hub.refer.discard.back"))
                .made()
                .shown();
    }

    @OpenToHubReferrers
    @PostMapping("/hub/refer/{draft}/discard")
    ModelAndView discarded(Viewer viewer, @PathVariable UUID draft) {
        drafting.discard(viewer, draft);
        return new ModelAndView("redirect:/hub/refer");
    }

    private WritingDrafts.Kept keep(Viewer viewer, UUID draft, ResidentStep step, Form form) {
        var fields = new HashMap<String, List<String>>();
        step.asks().forEach(ask -> fields.put(ask.field(), form.values(ask.field())));
        return drafting.keep(viewer, draft, step.page(), fields, form.value("seen"));
    }

    private static ModelAndView onward(UUID draft, ResidentStep step, Form form) {
        return form.value("then").equals("STOP")
                ? new ModelAndView("redirect:/hub/refer")
                : to(draft, ResidentPages.after(step));
    }

    /// It is kept as it was typed, and said at once that it cannot be used so.
    private ModelAndView wrong(Viewer viewer, UUID draft, ResidentStep step, List<Problem> wrong) {
        KeptDraft open = drafting.open(viewer, draft);
        return unusable(show(viewer, open, step, pages.form(step, open.pages()), wrong, List.of()));
    }

    private ModelAndView show(
            Viewer viewer, KeptDraft draft, ResidentStep step, Form form, List<Problem> wrong, List<String> changed) {
        List<Need> needs = referring.needs(viewer);
        return new ModelAndView("site/draft", "page", pages.page(draft, step, form, wrong, changed, needs));
    }

    private ModelAndView checked(Viewer viewer, KeptDraft draft, List<Problem> refused) {
        return new ModelAndView("hub/check-draft", "page", pages.check(draft, referring.needs(viewer), refused));
    }

    private static ModelAndView referred(UUID draft) {
        return new ModelAndView("redirect:/hub/referred/" + draft);
    }

    private static ModelAndView to(UUID draft, String page) {
        return new ModelAndView("redirect:" + ResidentPages.path(draft) + "/" + page);
    }

    private static ModelAndView unusable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
