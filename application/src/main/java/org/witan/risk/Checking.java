package org.witan.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.risk.GivenAssessment.Correction;

/// Finds out why an assessment cannot be stored as it is. Nothing that is missing is a reason.
@Component
class Checking {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    /// An older one is a slip of the year; the records of a case are not kept for longer.
    private static final int OLDEST_YEARS = 10;

    private final Tools tools;
    private final Clock clock;

    Checking(Tools tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    /// All reasons, by the keys of their words.
    List<Reason> whyUnusable(Tool tool, GivenAssessment given) {
        var reasons = new ArrayList<Reason>();
        day(given.assessedOn(), reasons);
        answers(tool, given, reasons);
        judgement(tool, given.judgement(), reasons);
        correction(given.correction(), reasons);
        if (given.wording() != null
                && tools.findWording(given.wording())
                        .filter(wording -> wording.isOf(tool))
                        .isEmpty()) {
            reasons.add(Reason.of("risk.unusable.wording"));
        }
        return List.copyOf(reasons);
    }

    private void day(LocalDate day, List<Reason> reasons) {
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        if (day.isAfter(today)) {
            reasons.add(Reason.of("risk.unusable.future"));
        } else if (day.isBefore(today.minusYears(OLDEST_YEARS))) {
            reasons.add(Reason.of("risk.unusable.old", OLDEST_YEARS));
        }
    }

    private static void answers(Tool tool, GivenAssessment given, List<Reason> reasons) {
        var keys = tool.questions().stream().map(Question::key).collect(Collectors.toSet());
        if (!keys.containsAll(given.answers().keySet())) {
            reasons.add(Reason.of("risk.unusable.question"));
        }
        for (GivenAnswer one : given.answers().values()) {
            if (!tool.scale().answers().contains(one.answer())) {
                reasons.add(Reason.of("risk.unusable.answer"));
                break;
            }
        }
        boolean tooLong = given.answers().values().stream()
                .anyMatch(one -> one.source().length() > GivenAnswer.LONGEST_SOURCE
                        || one.note().length() > GivenAnswer.LONGEST_NOTE);
        if (tooLong) {
            reasons.add(Reason.of("risk.unusable.answer-long", GivenAnswer.LONGEST_SOURCE, GivenAnswer.LONGEST_NOTE));
        }
    }

    private static void judgement(Tool tool, Judgement judgement, List<Reason> reasons) {
        if (judgement.grade() != null && judgement.words().isBlank()) {
            reasons.add(Reason.of("risk.unusable.judgement-words"));
        }
        if (judgement.words().length() > Judgement.LONGEST) {
            reasons.add(Reason.of("risk.unusable.judgement-long", Judgement.LONGEST));
        }
        if (tool.grading() == Grading.JUDGEMENT && judgement.grade() == null) {
            reasons.add(Reason.of("risk.unusable.not-graded"));
        }
    }

    private static void correction(@Nullable Correction correction, List<Reason> reasons) {
        if (correction == null) {
            return;
        }
        String why = correction.why();
        if (why.isBlank()) {
            reasons.add(Reason.of("risk.unusable.correction-words"));
        } else if (why.length() > Correction.LONGEST) {
            reasons.add(Reason.of("risk.unusable.correction-long", Correction.LONGEST));
        }
    }
}
