package org.witan.risk;

import java.util.List;
import org.witan.risk.Contribution.Effect;

/// How many answers count, between the least that is certain and the most that what is missing leaves open.
///
/// @param contributions one for each question of the tool, in its order
public record Score(List<Contribution> contributions) {

    public Score {
        contributions = List.copyOf(contributions);
    }

    /// The answers that count.
    public int least() {
        return number(Effect.COUNTS);
    }

    /// The answers that count, if every missing one did.
    public int most() {
        return least() + missing();
    }

    /// The missing answers that may count.
    public int missing() {
        return number(Effect.MAY_COUNT);
    }

    /// Every question without an answer, for the reason that it has none; also those that never count.
    public List<Contribution> missing(Answer.Missing why) {
        return contributions.stream().filter(one -> one.given().answer() == why).toList();
    }

    private int number(Effect effect) {
        return (int)
                contributions.stream().filter(one -> one.effect() == effect).count();
    }
}
