package org.witan.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.risk.Contribution.Effect;

/// Says what follows from answers and a judgement. The rules and their sources are in docs/rules/risk.md.
///
/// - `missingIsNotNo`: a missing answer counts neither as yes nor as no; the score is a range.
/// - `thresholdStands`: a score that reaches the threshold is high risk, and no judgement lowers it.
/// - `judgementRaises`: a judgement of high risk is high risk at any score.
/// - `openMeansAsk`: a score that what is missing could carry to the threshold says so.
public final class Scoring {

    private Scoring() {}

    /// The score: what each question adds.
    ///
    /// @param answers by the key of the question; one that is left out was not asked
    public static Score score(Tool tool, Map<String, GivenAnswer> answers) {
        return new Score(tool.questions().stream()
                .map(question -> {
                    GivenAnswer given = answers.getOrDefault(question.key(), GivenAnswer.NOT_ASKED);
                    return new Contribution(question, given, effect(question, given.answer()));
                })
                .toList());
    }

    /// The result.
    ///
    /// @param threshold from how many on the risk is high; null for a tool that has none
    /// @param bands names that an area gives to scores below the threshold
    public static Result result(
            Tool tool,
            Map<String, GivenAnswer> answers,
            Judgement judgement,
            @Nullable Integer threshold,
            List<Band> bands) {
        Score score = score(tool, answers);
        var reasons = new ArrayList<Reason>();
        reasons.add(Reason.of("risk.reason.score." + tool.scale(), score.least(), score.missing(), score.most()));
        boolean raised = judgement.grade() == Grade.HIGH;
        return switch (tool.grading()) {
            case THRESHOLD ->
                threshold == null
                        ? counted(score, raised, reasons)
                        : measured(score, threshold, judgement, bands, reasons);
            case COUNT -> counted(score, raised, reasons);
            case JUDGEMENT -> judged(score, judgement, reasons);
        };
    }

    private static Result measured(
            Score score, int threshold, Judgement judgement, List<Band> bands, List<Reason> reasons) {
        boolean raised = judgement.grade() == Grade.HIGH;
        if (score.least() >= threshold) {
            reasons.add(Reason.of("risk.reason.reached", threshold));
            if (raised) {
                reasons.add(Reason.of("risk.reason.judged-too"));
            } else if (judgement.grade() != null) {
                reasons.add(Reason.of("risk.reason.not-lowered"));
            }
            return new Result.Reached(score, threshold, List.copyOf(reasons));
        }
        boolean open = score.most() >= threshold;
        reasons.add(
                open
                        ? Reason.of("risk.reason.may-reach", threshold, threshold - score.least(), score.missing())
                        : Reason.of("risk.reason.below", threshold));
        if (raised) {
            reasons.add(Reason.of("risk.reason.raised"));
            return new Result.Raised(score, List.copyOf(reasons));
        }
        if (open) {
            return new Result.MayReach(score, threshold, List.copyOf(reasons));
        }
        bands.stream()
                .filter(band -> band.holds(score))
                .forEach(band -> reasons.add(
                        Reason.of("risk.reason.band." + band.grade(), band.least(), band.most(), band.source())));
        reasons.add(Reason.of("risk.reason.judgement-may"));
        return new Result.Below(score, threshold, List.copyOf(reasons));
    }

    private static Result counted(Score score, boolean raised, List<Reason> reasons) {
        reasons.add(Reason.of("risk.reason.no-threshold"));
        if (raised) {
            reasons.add(Reason.of("risk.reason.raised"));
            return new Result.Raised(score, List.copyOf(reasons));
        }
        reasons.add(Reason.of("risk.reason.judgement-may"));
        return new Result.Counted(score, List.copyOf(reasons));
    }

    /// Nobody's silence is a low grade: without one, what was answered is counted and no more.
    private static Result judged(Score score, Judgement judgement, List<Reason> reasons) {
        Grade grade = judgement.grade();
        if (grade == null) {
            reasons.add(Reason.of("risk.reason.not-graded"));
            return new Result.Counted(score, List.copyOf(reasons));
        }
        reasons.add(Reason.of("risk.reason.graded." + grade));
        return new Result.Judged(score, grade, List.copyOf(reasons));
    }

    private static Effect effect(Question question, Answer answer) {
        if (!question.counts()) {
            return Effect.NEVER_COUNTS;
        }
        if (answer.isMissing()) {
            return Effect.MAY_COUNT;
        }
        return question.counting().contains(answer) ? Effect.COUNTS : Effect.DOES_NOT_COUNT;
    }
}
