package org.witan.risk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.RegisteredRecord;
import org.witan.risk.Assessment;
import org.witan.risk.Grade;
import org.witan.risk.Grading;
import org.witan.risk.LoadedWording;
import org.witan.risk.Tool;
import org.witan.risk.form.AskedTool;
import org.witan.risk.form.ToolForm;
import org.witan.risk.web.AssessController.Notice;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Makes the form of an assessment, and its page.
@Component
class AssessForms {
    private final Wording words;
    private final Days days;

    AssessForms(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// A form that nobody has filled in yet.
    AssessForm blank(Tool tool, @Nullable LoadedWording wording) {
        return new AssessForm(
                words,
                tool,
                wording,
                ToolForm.of(words, tool, wording, Map.of()),
                known(Map.of("form", AssessForm.id(), "on", Days.typed(days.today()))));
    }

    /// A form with what was answered before, to put it right.
    AssessForm correcting(Assessment wrong) {
        var judgement = wrong.judgement();
        var fields = new HashMap<String, String>(Map.of(
                "form",
                AssessForm.id(),
                "on",
                Days.typed(wrong.assessedOn()),
                "judgement-words",
                judgement.words(),
                "corrects",
                wrong.id().toString()));
        if (judgement.grade() != null) {
            boolean raised = wrong.tool().grading() != Grading.JUDGEMENT && judgement.grade() == Grade.HIGH;
            fields.put("judgement", raised ? "RAISED" : judgement.grade().name());
        }
        return new AssessForm(
                words,
                wrong.tool(),
                wrong.wording(),
                ToolForm.of(words, wrong.tool(), wrong.wording(), wrong.answers()),
                known(fields));
    }

    /// A form as it was sent.
    AssessForm sent(Tool tool, @Nullable LoadedWording wording, Map<String, List<String>> sent) {
        return new AssessForm(words, tool, wording, ToolForm.sent(words, tool, wording, sent), sent);
    }

    AssessPage page(RegisteredRecord record, AssessForm form, @Nullable Notice notice) {
        Tool tool = form.tool();
        boolean corrects = !form.corrects().isEmpty();
        return new AssessPage(
                record.id(),
                record.reference(),
                words.the(corrects ? "risk.assess.correct" : "risk.assess.title", tool.name()),
                tool.key(),
                tool.remark(),
                form.problems(),
                notice == null ? null : words.the(notice.key()),
                notice == null ? null : notice.stored(),
                form.form(),
                form.corrects(),
                form.questions().asked(),
                form.on(),
                form.judgement(),
                form.judgementWords(),
                corrects ? form.why() : null,
                words.the(corrects ? "risk.assess.do-correct" : "risk.assess.do"));
    }

    private static Map<String, List<String>> known(Map<String, String> fields) {
        var all = new HashMap<String, List<String>>();
        fields.forEach((field, value) -> all.put(field, List.of(value)));
        return all;
    }

    /// The page of the form.
    ///
    /// @param notice what happened to the form when it was sent; null for nothing
    /// @param stored the assessment to read because of that
    /// @param corrects the assessment that this one puts right; empty for none
    /// @param why what was wrong with that; null when nothing is corrected
    record AssessPage(
            UUID id,
            String reference,
            String title,
            String key,
            String remark,
            List<Problem> problems,
            @Nullable String notice,
            @Nullable UUID stored,
            String form,
            String corrects,
            AskedTool tool,
            Field on,
            Field judgement,
            Field judgementWords,
            @Nullable Field why,
            String button) {}
}
