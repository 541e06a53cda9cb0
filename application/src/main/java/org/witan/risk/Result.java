package org.witan.risk;

import java.util.List;

/// What follows from an assessment, with all reasons. Nothing that is missing lowers it, and no judgement does.
public sealed interface Result {

    Score score();

    /// Why, in the order in which to read it.
    List<Reason> reasons();

    /// Whether it is high risk.
    default boolean isHigh() {
        return switch (this) {
            case Reached _, Raised _ -> true;
            case Judged judged -> judged.grade() == Grade.HIGH;
            case MayReach _, Below _, Counted _ -> false;
        };
    }

    /// So many answers count that the risk is high, whatever anybody judges.
    record Reached(Score score, int threshold, List<Reason> reasons) implements Result {}

    /// Judged to be high; the answers alone would not say so.
    record Raised(Score score, List<Reason> reasons) implements Result {}

    /// Below the threshold, and what is missing could reach it: ask.
    record MayReach(Score score, int threshold, List<Reason> reasons) implements Result {}

    /// Below the threshold, whatever the missing answers are. It may still be high by judgement.
    record Below(Score score, int threshold, List<Reason> reasons) implements Result {}

    /// Counted with a tool that has no threshold.
    record Counted(Score score, List<Reason> reasons) implements Result {}

    /// Graded by whoever assessed, with a tool that leaves it to them.
    record Judged(Score score, Grade grade, List<Reason> reasons) implements Result {}
}
