package org.witan.risk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.Absent;
import org.witan.risk.GivenAssessment;
import org.witan.risk.GivenAssessment.Correction;
import org.witan.risk.Grade;
import org.witan.risk.Grading;
import org.witan.risk.Judgement;
import org.witan.risk.LoadedWording;
import org.witan.risk.Reason;
import org.witan.risk.Tool;
import org.witan.risk.form.ToolForm;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The form of an assessment: the questions of the tool, the day, the judgement, and what it corrects.
final class AssessForm {
    static final String PREFIX = "risk.assess";
    private static final String NONE = "NONE";
    private final Wording words;
    private final Tool tool;
    private final @Nullable LoadedWording wording;
    private final Map<String, List<String>> typed;
    private final Form form;
    private final ToolForm questions;

    AssessForm(
            Wording words,
            Tool tool,
            @Nullable LoadedWording wording,
            ToolForm questions,
            Map<String, List<String>> typed) {
        this.words = words;
        this.tool = tool;
        this.wording = wording;
        this.typed = Map.copyOf(typed);
        this.form = Form.sent(words, PREFIX, typed);
        this.questions = questions;
    }

    /// The same with another form id, as an assessment of its own.
    AssessForm anew() {
        return with(Map.of("form", id(), "corrects", ""));
    }

    /// The same as a correction of an assessment that is stored.
    AssessForm correcting(UUID stored) {
        return with(Map.of("form", id(), "corrects", stored.toString()));
    }

    private AssessForm with(Map<String, String> others) {
        var changed = new HashMap<>(typed);
        others.forEach((field, value) -> changed.put(field, List.of(value)));
        return new AssessForm(words, tool, wording, questions, changed);
    }

    static String id() {
        return Identity.at(java.time.Clock.systemUTC().instant()).toString();
    }

    Tool tool() {
        return tool;
    }

    @Nullable
    LoadedWording wording() {
        return wording;
    }

    ToolForm questions() {
        return questions;
    }

    String form() {
        return form.value("form");
    }

    String corrects() {
        return form.value("corrects");
    }

    /// Reads what was typed; what cannot be read is among the problems.
    boolean usable() {
        if (Days.read(form.value("on")).isEmpty()) {
            form.reject("on", form.value("on").isEmpty() ? "missing" : "unreadable");
        }
        if (id(typed, "form") == null) {
            throw new Absent();
        }
        if (grades().stream().noneMatch(choice -> choice.value().equals(judged()))) {
            form.reject("judgement", "missing");
        }
        return problems().isEmpty();
    }

    /// The same with what a rule found wrong, each at the field where it can be mended.
    AssessForm rejected(List<Reason> reasons) {
        for (Reason reason : reasons) {
            form.reject(
                    field(reason.key()),
                    "refused",
                    words.the(reason.key(), reason.values().toArray()));
        }
        return this;
    }

    private static String field(String key) {
        return switch (key) {
            case "risk.unusable.judgement-words", "risk.unusable.judgement-long" -> "judgement-words";
            case "risk.unusable.not-graded" -> "judgement";
            case "risk.unusable.correction-words", "risk.unusable.correction-long" -> "why";
            default -> "on";
        };
    }

    List<Problem> problems() {
        var all = new ArrayList<>(form.problems());
        all.addAll(0, questions.problems());
        return all;
    }

    Field on() {
        return form.text("on");
    }

    Field judgement() {
        return form.field("judgement", grades());
    }

    Field judgementWords() {
        return form.text("judgement-words");
    }

    Field why() {
        return form.text("why");
    }

    /// What may be judged: with a tool that counts, only whether it is higher than what is counted.
    private List<Field.Choice> grades() {
        if (tool.grading() != Grading.JUDGEMENT) {
            return List.of(choice(NONE), choice("RAISED"));
        }
        return List.of(choice(Grade.STANDARD.name()), choice(Grade.MEDIUM.name()), choice(Grade.HIGH.name()));
    }

    private Field.Choice choice(String value) {
        return new Field.Choice(value, words.the("risk.judge." + value), words.find("risk.judge." + value + ".hint"));
    }

    private String judged() {
        String value = form.value("judgement");
        return value.isEmpty() && tool.grading() != Grading.JUDGEMENT ? NONE : value;
    }

    /// What was typed, as it is handed in. Only when it is [#usable].
    GivenAssessment given() {
        String judged = judged();
        Grade grade = judged.equals(NONE) ? null : judged.equals("RAISED") ? Grade.HIGH : Grade.valueOf(judged);
        UUID corrects = id(typed, "corrects");
        return new GivenAssessment(
                Objects.requireNonNull(id(typed, "form")),
                tool.key(),
                tool.version(),
                wording == null ? null : wording.id(),
                Days.read(form.value("on")).orElse(LocalDate.MIN),
                questions.answers(),
                new Judgement(grade, form.value("judgement-words")),
                corrects == null ? null : new Correction(corrects, form.value("why")));
    }

    /// An id that a form carries; null when it carries none.
    static @Nullable UUID id(Map<String, List<String>> sent, String field) {
        return Ids.read(sent.getOrDefault(field, List.of("")).getFirst());
    }
}
