package org.witan.marac;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.risk.Answer;
import org.witan.risk.Assessing;
import org.witan.risk.GivenAnswer;
import org.witan.risk.GivenAssessment;
import org.witan.risk.Judgement;
import org.witan.risk.Question;
import org.witan.risk.Tool;
import org.witan.risk.Tools;

/// The risk tool of a draft: its questions are answered on a page of their own, and stored with the referral.
@Component
public class ReferredRisk {
    /// The page of the draft that holds the answers.
    public static final String PAGE = "risk";

    private final Tools tools;
    private final Assessing assessing;

    ReferredRisk(Tools tools, Assessing assessing) {
        this.tools = tools;
        this.assessing = assessing;
    }

    /// The tool that was chosen, in the version in which it was answered; empty when nobody could ask.
    public Optional<Tool> chosen(Answers answers) {
        String version = answers.text(PAGE + ".version");
        String key = answers.text("tool.which");
        return version.matches("[0-9]{1,6}") && answers.text(PAGE + ".tool").equals(key)
                ? tools.find(key, Integer.parseInt(version))
                : tools.inUse(key);
    }

    /// Stores the answers as the first assessment of a referral, with the judgement that was its ground. What was not
    /// answered was not asked, and lowers nothing.
    void assess(Shown shown, Viewer viewer, UUID referral, Draft draft, LocalDate today) {
        Answers answers = draft.answers();
        // Answers to one tool are no answers to another that was chosen afterwards.
        if (answers.has(PAGE) && answers.text(PAGE + ".tool").equals(answers.text("tool.which"))) {
            chosen(answers)
                    .ifPresent(tool ->
                            assessing.assessWithin(shown, viewer, referral, given(tool, draft.id(), answers, today)));
        }
    }

    private static GivenAssessment given(Tool tool, UUID form, Answers answers, LocalDate today) {
        var given = new HashMap<String, GivenAnswer>();
        for (Question question : tool.questions()) {
            String key = question.key();
            given.put(
                    key,
                    new GivenAnswer(
                            Answer.named(answers.text(PAGE + ".answer-" + key)).orElse(Answer.Missing.NOT_ASKED),
                            answers.text(PAGE + ".source-" + key),
                            answers.text(PAGE + ".note-" + key)));
        }
        String wording = answers.text(PAGE + ".wording");
        String words = answers.text("judgement.words");
        boolean high = answers.all("judgement.grounds").contains(Ground.PROFESSIONAL_JUDGEMENT.name());
        return new GivenAssessment(
                form,
                tool.key(),
                tool.version(),
                wording.isEmpty() ? null : UUID.fromString(wording),
                today,
                given,
                high ? Judgement.high(words) : Judgement.words(words),
                null);
    }
}
