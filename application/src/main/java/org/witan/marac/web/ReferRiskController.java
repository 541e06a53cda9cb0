package org.witan.marac.web;

import java.util.HashMap;
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
import org.witan.marac.Answers;
import org.witan.marac.Draft;
import org.witan.marac.Drafting;
import org.witan.marac.ReferredRisk;
import org.witan.risk.LoadedWording;
import org.witan.risk.Tool;
import org.witan.risk.Tools;
import org.witan.risk.form.AskedTool;
import org.witan.risk.form.ToolForm;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The questions of the risk tool, on a page of a referral.
@Controller
class ReferRiskController {
    private final Drafting drafting;
    private final ReferredRisk risk;
    private final Tools tools;
    private final Wording words;

    ReferRiskController(Drafting drafting, ReferredRisk risk, Tools tools, Wording words) {
        this.drafting = drafting;
        this.risk = risk;
        this.tools = tools;
        this.words = words;
    }

    @OpenToReferrers
    @GetMapping("/refer/{draft}/risk")
    ModelAndView questions(Viewer viewer, @PathVariable UUID draft) {
        Draft open = drafting.open(viewer, draft);
        if (open.referral() != null) {
            return to(draft, "sent");
        }
        return risk.chosen(open.answers())
                .map(tool -> page(
                        open,
                        tool,
                        ToolForm.sent(words, tool, wording(tool), open.answers().on(ReferredRisk.PAGE)),
                        false))
                .orElseGet(() -> to(draft, Step.TOOL.page()));
    }

    @OpenToReferrers
    @PostMapping("/refer/{draft}/risk")
    ModelAndView answered(Viewer viewer, @PathVariable UUID draft, @RequestParam MultiValueMap<String, String> sent) {
        Draft open = drafting.open(viewer, draft);
        Tool tool = risk.chosen(open.answers()).orElse(null);
        if (tool == null) {
            return to(draft, Step.TOOL.page());
        }
        LoadedWording wording = wording(tool);
        ToolForm form = ToolForm.sent(words, tool, wording, Map.copyOf(sent));
        if (!form.problems().isEmpty()) {
            var again = page(open, tool, form, false);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        var fields = new HashMap<String, List<String>>();
        form.answers().forEach((key, answer) -> {
            if (!sent.getOrDefault("answer-" + key, List.of()).isEmpty()) {
                fields.put("answer-" + key, List.of(answer.answer().name()));
            }
            fields.put("source-" + key, List.of(answer.source()));
            fields.put("note-" + key, List.of(answer.note()));
        });
        fields.put("tool", List.of(tool.key()));
        fields.put("version", List.of(String.valueOf(tool.version())));
        fields.put("wording", wording == null ? List.of() : List.of(wording.id().toString()));
        String seen = sent.getOrDefault("seen", List.of("")).getFirst();
        return switch (drafting.keep(viewer, draft, ReferredRisk.PAGE, fields, seen)) {
            case Drafting.Done _ -> to(draft, Step.JUDGEMENT.page());
            case Drafting.Sent _ -> to(draft, "sent");
            case Drafting.Stale _ -> {
                var again = page(drafting.open(viewer, draft), tool, form, true);
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
        };
    }

    private @Nullable LoadedWording wording(Tool tool) {
        return tools.wording(tool).orElse(null);
    }

    private ModelAndView page(Draft draft, Tool tool, ToolForm form, boolean stale) {
        Answers answers = draft.answers();
        return new ModelAndView(
                "marac/risk",
                "page",
                new RiskPage(
                        draft.id(),
                        tool.name(),
                        tool.remark(),
                        form.problems(),
                        stale ? words.the("marac.refer.changed-elsewhere") : null,
                        answers.mark(ReferredRisk.PAGE),
                        form.asked()));
    }

    private static ModelAndView to(UUID draft, String page) {
        return new ModelAndView("redirect:/refer/" + draft + "/" + page);
    }

    /// @param changed what was changed in another tab; null when nothing was
    record RiskPage(
            UUID id,
            String title,
            String remark,
            List<Problem> problems,
            @Nullable String changed,
            String seen,
            AskedTool tool) {}
}
