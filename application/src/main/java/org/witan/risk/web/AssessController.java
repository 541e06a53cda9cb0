package org.witan.risk.web;

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
import org.witan.access.Absent;
import org.witan.access.Viewer;
import org.witan.risk.Assessed;
import org.witan.risk.Assessing;
import org.witan.risk.Assessment;
import org.witan.risk.LoadedWording;
import org.witan.risk.ReadingAssessments;
import org.witan.risk.RiskOfCase;
import org.witan.risk.Tool;
import org.witan.risk.Tools;

/// Assessing a case with a tool, and putting an assessment right with another.
@Controller
class AssessController {
    private final Assessing assessing;
    private final ReadingAssessments reading;
    private final Tools tools;
    private final AssessForms forms;

    AssessController(Assessing assessing, ReadingAssessments reading, Tools tools, AssessForms forms) {
        this.assessing = assessing;
        this.reading = reading;
        this.tools = tools;
        this.forms = forms;
    }

    @OpenToAssessors
    @GetMapping("/records/{record}/risk/new/{tool}")
    ModelAndView ask(
            Viewer viewer,
            @PathVariable UUID record,
            @PathVariable String tool,
            @RequestParam(required = false) @Nullable UUID corrects) {
        RiskOfCase risk = reading.of(viewer, record);
        if (corrects == null) {
            Tool asked = tools.inUse(tool).orElseThrow(Absent::new);
            return page(risk, forms.blank(asked, tools.wording(asked).orElse(null)), null, HttpStatus.OK);
        }
        Assessment wrong = risk.find(corrects).orElseThrow(Absent::new);
        if (!wrong.tool().key().equals(tool)) {
            throw new Absent();
        }
        if (wrong.correctedBy() != null) {
            return new ModelAndView("redirect:/records/" + record + "/risk/" + wrong.correctedBy());
        }
        return page(risk, forms.correcting(wrong), null, HttpStatus.OK);
    }

    @OpenToAssessors
    @PostMapping("/records/{record}/risk/new/{tool}")
    ModelAndView assessed(
            Viewer viewer,
            @PathVariable UUID record,
            @PathVariable String tool,
            @RequestParam MultiValueMap<String, String> sent) {
        AssessForm form = sent(tool, Map.copyOf(sent));
        if (!form.usable()) {
            return page(reading.of(viewer, record), form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (assessing.assess(viewer, record, form.given())) {
            case Assessed.Stored(UUID id) -> stored(record, id);
            case Assessed.StoredBefore(UUID id) -> stored(record, id);
            case Assessed.FormUsed(UUID id) -> late(viewer, record, form, id, "risk.assess.used");
            case Assessed.CorrectedBefore(UUID id) -> late(viewer, record, form, id, "risk.assess.corrected");
            case Assessed.Unusable(var reasons) ->
                page(reading.of(viewer, record), form.rejected(reasons), null, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private AssessForm sent(String key, Map<String, List<String>> sent) {
        String version = sent.getOrDefault("version", List.of("")).getFirst();
        Tool tool = version.matches("[0-9]{1,6}")
                ? tools.find(key, Integer.parseInt(version)).orElseThrow(Absent::new)
                : tools.inUse(key).orElseThrow(Absent::new);
        UUID shown = AssessForm.id(sent, "wording");
        LoadedWording wording = shown == null
                ? null
                : tools.findWording(shown).filter(one -> one.isOf(tool)).orElse(null);
        return forms.sent(tool, wording, sent);
    }

    private static ModelAndView stored(UUID record, UUID assessment) {
        return new ModelAndView("redirect:/records/" + record + "/risk/" + assessment);
    }

    /// Somebody was faster, or this form was stored with other answers. What was typed becomes a correction of what is
    /// stored, so that nothing is lost and nothing is doubled.
    private ModelAndView late(Viewer viewer, UUID record, AssessForm form, UUID stored, String key) {
        RiskOfCase risk = reading.of(viewer, record);
        return risk.find(stored)
                .filter(one -> one.tool().key().equals(form.tool().key()))
                .map(one -> page(risk, form.correcting(stored), new Notice(key, stored), HttpStatus.CONFLICT))
                // The form was stored for another case: it is left alone there, and this is an assessment of its own.
                .orElseGet(
                        () -> page(risk, form.anew(), new Notice("risk.assess.elsewhere", null), HttpStatus.CONFLICT));
    }

    private ModelAndView page(RiskOfCase risk, AssessForm form, @Nullable Notice notice, HttpStatus status) {
        var view = new ModelAndView("risk/assess", "page", forms.page(risk.record(), form, notice));
        view.setStatus(status);
        return view;
    }

    /// What happened to a form, by the key of its words.
    ///
    /// @param stored the assessment to read; null for none
    record Notice(String key, @Nullable UUID stored) {}
}
