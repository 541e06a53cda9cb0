package org.witan.risk.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.risk.Assessment;
import org.witan.risk.Reason;
import org.witan.risk.Result;
import org.witan.site.Wording;

/// Says results in words.
@Component
class ResultWords {
    private final Wording words;

    ResultWords(Wording words) {
        this.words = words;
    }

    /// The result in a few words.
    String headline(Result result) {
        return switch (result) {
            case Result.Reached _ -> words.the("risk.result.reached");
            case Result.Raised _ -> words.the("risk.result.raised");
            case Result.MayReach _ -> words.the("risk.result.may-reach");
            case Result.Below _ -> words.the("risk.result.below");
            case Result.Counted _ -> words.the("risk.result.counted");
            case Result.Judged judged -> words.the("risk.result.judged." + judged.grade());
        };
    }

    /// "11 yes, 3 not known: 11 to 14".
    String score(Assessment assessment) {
        var score = assessment.result().score();
        return words.the("risk.score." + assessment.tool().scale(), score.least(), score.missing(), score.most());
    }

    /// Reasons in words.
    List<String> reasons(List<Reason> reasons) {
        return reasons.stream().map(this::reason).toList();
    }

    String reason(Reason reason) {
        return words.the(reason.key(), reason.values().toArray());
    }
}
