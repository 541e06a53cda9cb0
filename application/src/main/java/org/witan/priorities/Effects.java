package org.witan.priorities;

import java.util.Arrays;
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
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.Effect;
import org.witan.statistics.place.EffectQuestion;
import org.witan.statistics.place.MeasuringEffects;
import org.witan.statistics.place.Outcome;

/// What changed in the area of a problem, or in the small area around its hot place, beyond what changed in areas where
/// nothing was done. The question is kept, and the answer is reckoned anew whenever it is read: files are corrected.
///
/// A problem about one kind of place is counted from records of single crimes, which tell it. Any other is counted from
/// street files, and from single crimes where those are not loaded.
@Component
public class Effects {
    static final String NOT_LOADED = "missing-months";
    private static final String BAD_INPUT = "bad-input";
    private final MeasuringEffects measuring;
    private final EffectsOfRecords ofRecords;
    private final Witnessing witnessing;
    private final JdbcClient database;

    Effects(MeasuringEffects measuring, EffectsOfRecords ofRecords, Witnessing witnessing, JdbcClient database) {
        this.measuring = measuring;
        this.ofRecords = ofRecords;
        this.witnessing = witnessing;
        this.database = database;
    }

    /// What was measured.
    ///
    /// @param place the kind of place that was counted alone; any where all were
    /// @param ofRecords whether single crimes were counted, and not the lines of street files
    /// @param caveats what the files say of themselves
    public record Measured(Effect effect, PlaceKind place, boolean ofRecords, List<String> caveats) {
        public Measured {
            caveats = List.copyOf(caveats);
        }
    }

    /// The answer, or why there is none.
    ///
    /// @param problem whoever asks has opened it
    public Outcome<Measured> measure(Problem problem, Compared asked) {
        Outcome<Measured> first = problem.place() == PlaceKind.ANY
                ? street(problem, asked)
                : ofRecords.measure(problem, asked, problem.place());
        if (!isUnanswerable(first)) {
            return first;
        }
        Outcome<Measured> second = problem.place() == PlaceKind.ANY
                ? ofRecords.measure(problem, asked, PlaceKind.ANY)
                : street(problem, asked);
        return isUnanswerable(second) ? first : second;
    }

    /// Whether these files cannot answer it at all, so that the others may.
    private static boolean isUnanswerable(Outcome<Measured> outcome) {
        return outcome instanceof Outcome.Refused<Measured>(String code, String _)
                && (code.equals(NOT_LOADED) || code.equals(BAD_INPUT));
    }

    private Outcome<Measured> street(Problem problem, Compared asked) {
        try {
            return measuring
                    .effect(new EffectQuestion(
                            problem.offences(),
                            asked.area(),
                            asked.against(),
                            Period.parse(asked.before()),
                            Period.parse(asked.after()),
                            null))
                    .map(answer -> new Measured(
                            answer.effect(),
                            PlaceKind.ANY,
                            false,
                            answer.caveats().stream().map(Caveat::text).toList()));
        } catch (BadInput wrong) {
            return refused(wrong);
        }
    }

    static Outcome<Measured> refused(BadInput wrong) {
        return new Outcome.Refused<>(BAD_INPUT, String.valueOf(wrong.getMessage()));
    }

    /// What was asked of a problem, the last first. Inside a witnessed piece of work.
    List<Compared> of(UUID problem) {
        return database.sql("""
                        select e.id, case e.area when '' then p.area else e.area end as counted, e.against,
                            e.before_period, e.after_period
                        from priorities.effect e join priorities.problem p on p.id = e.problem_id
                        where e.problem_id = :problem order by e.asked_at desc, e.id desc limit 5
                        """)
                .param("problem", problem)
                .query((row, _) -> new Compared(
                        row.getObject("id", UUID.class),
                        row.getString("counted"),
                        Arrays.stream((Object[]) row.getArray("against").getArray())
                                .map(String::valueOf)
                                .toList(),
                        row.getString("before_period"),
                        row.getString("after_period")))
                .list();
    }

    /// Keeps a question. One that was kept before is not kept again.
    ///
    /// @param area that is counted
    public void ask(
            Viewer viewer, UUID id, UUID problem, String area, List<String> against, String before, String after) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "effect"),
                _ -> database.sql("""
                                insert into priorities.effect
                                    (id, problem_id, area, against, before_period, after_period, asked_at, asked_by)
                                values (:id, :problem, :area, cast(:against as text[]), :before, :after, now(), :account)
                                on conflict (id) do nothing
                                """)
                        .param("id", id)
                        .param("problem", problem)
                        .param("area", area)
                        .param("against", against.toArray(String[]::new))
                        .param("before", before)
                        .param("after", after)
                        .param("account", viewer.account())
                        .update());
    }
}
