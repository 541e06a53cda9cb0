package org.witan.comparison;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.witan.shared.Identity;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.Definitions;

/// Keeping a figure for publication, and computing it again from the snapshot it was made from.
@Component
class Keeping {
    private final Answers answers;
    private final Definitions definitions;
    private final KeptFigures figures;
    private final Clock clock;

    Keeping(Answers answers, Definitions definitions, KeptFigures figures, Clock clock) {
        this.answers = answers;
        this.definitions = definitions;
        this.figures = figures;
        this.clock = clock;
    }

    /// Keeps the answer to a question as it is now.
    ///
    /// @throws BadInput when it has no answer
    @Transactional
    public UUID keep(Question question) {
        Instant now = clock.instant();
        var kept = KeptFigure.of(Identity.at(now), answers.answer(question), definitions.version(), now);
        figures.add(kept);
        return kept.id();
    }

    /// Asks the kept question again, of the same snapshot.
    Recheck recheck(KeptFigure kept) {
        boolean sameDefinitions = kept.definitions().equals(definitions.version());
        try {
            Figure now = answers.answer(kept.question());
            var differences = differences(kept, now);
            return differences.isEmpty()
                    ? new Recheck.Agrees(now, sameDefinitions)
                    : new Recheck.Differs(now, differences, sameDefinitions);
        } catch (BadInput reason) {
            return new Recheck.Impossible(String.valueOf(reason.getMessage()));
        }
    }

    private static List<Difference> differences(KeptFigure kept, Figure now) {
        var differences = new ArrayList<Difference>();
        if (kept.state() != now.state() || !same(kept.value(), now.value())) {
            differences.add(Difference.VALUE);
        }
        if (!same(kept.previous(), now.previous())) {
            differences.add(Difference.PREVIOUS);
        }
        if (!same(kept.changePercent(), now.changePercent())) {
            differences.add(Difference.CHANGE);
        }
        if (!Objects.equals(
                kept.refused(), now.refused() == null ? null : now.refused().code())) {
            differences.add(Difference.REFUSAL);
        }
        return List.copyOf(differences);
    }

    /// Equal up to the last digits, which another order of adding may change.
    private static boolean same(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
    }

    /// What may differ between a kept figure and the same figure today.
    enum Difference {
        VALUE,
        PREVIOUS,
        CHANGE,
        REFUSAL
    }

    /// What came of computing a kept figure again.
    sealed interface Recheck {

        record Agrees(Figure now, boolean sameDefinitions) implements Recheck {}

        record Differs(Figure now, List<Difference> differences, boolean sameDefinitions) implements Recheck {}

        record Impossible(String reason) implements Recheck {}
    }
}
