package org.witan.priorities;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Problem.Compared;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.place.EffectAnswer;
import org.witan.statistics.place.EffectQuestion;
import org.witan.statistics.place.MeasuringEffects;
import org.witan.statistics.place.Outcome;

/// What changed in the area of a problem beyond what changed in areas where nothing was done. The question is kept, and
/// the answer is reckoned anew whenever it is read: files are corrected.
@Component
public class Effects {
    private final MeasuringEffects measuring;
    private final Witnessing witnessing;
    private final JdbcClient database;

    Effects(MeasuringEffects measuring, Witnessing witnessing, JdbcClient database) {
        this.measuring = measuring;
        this.witnessing = witnessing;
        this.database = database;
    }

    /// The answer, or why there is none.
    ///
    /// @param problem whoever asks has opened it
    public Outcome<EffectAnswer> measure(Problem problem, Compared asked) {
        try {
            return measuring.effect(new EffectQuestion(
                    problem.offences(),
                    problem.area(),
                    asked.against(),
                    Period.parse(asked.before()),
                    Period.parse(asked.after()),
                    null));
        } catch (BadInput wrong) {
            return new Outcome.Refused<>("bad-input", String.valueOf(wrong.getMessage()));
        }
    }

    /// Keeps a question. One that was kept before is not kept again.
    public void ask(Viewer viewer, UUID id, UUID problem, List<String> against, String before, String after) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "effect"),
                _ -> database.sql("""
                                insert into priorities.effect
                                    (id, problem_id, against, before_period, after_period, asked_at, asked_by)
                                values (:id, :problem, cast(:against as text[]), :before, :after, now(), :account)
                                on conflict (id) do nothing
                                """)
                        .param("id", id)
                        .param("problem", problem)
                        .param("against", against.toArray(String[]::new))
                        .param("before", before)
                        .param("after", after)
                        .param("account", viewer.account())
                        .update());
    }
}
