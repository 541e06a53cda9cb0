package org.witan.priorities;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Problem.Priority;

/// Makes problems priorities, and ends them with what came of it. Each change is another version; the
/// problem, its tasks and all that was written of it stay.
@Component
public class Prioritising {
    private final Witnessing witnessing;
    private final JdbcClient database;

    Prioritising(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// Makes a problem a priority, or changes who leads, how and until when.
    ///
    /// @param version of the priority that was before whoever sets it; 0 when it never was one
    /// @return false when somebody else was faster; nothing is written
    /// @throws Absent when there is no such problem
    public boolean set(Viewer viewer, UUID problem, int version, UUID agency, String tactics, LocalDate reviewOn) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "problem").with("what", "priority"),
                _ -> last(problem) == version
                        && database.sql("""
                                        insert into priorities.priority
                                            (problem_id, version, state, agency_id, tactics, review_on, set_at, set_by)
                                        values (:problem, :version, 'SET', :agency, :tactics, :review, now(), :account)
                                        on conflict (problem_id, version) do nothing
                                        """)
                                        .param("problem", problem)
                                        .param("version", version + 1)
                                        .param("agency", agency)
                                        .param("tactics", tactics)
                                        .param("review", reviewOn)
                                        .param("account", viewer.account())
                                        .update()
                                == 1);
    }

    /// Ends a priority.
    ///
    /// @param version of the priority that was before whoever ends it
    /// @param because what came of it, or why the group stops
    /// @return whether it has ended so, now or by the same form before; not when somebody else was faster, or it is
    ///     none
    /// @throws Absent when there is no such problem
    public boolean end(Viewer viewer, UUID problem, int version, String because) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "problem").with("what", "priority-ended"),
                _ -> (last(problem) == version && write(viewer, problem, version, because) == 1)
                        || isEnded(viewer, problem, version, because));
    }

    private int write(Viewer viewer, UUID problem, int version, String because) {
        return database.sql("""
                        insert into priorities.priority
                            (problem_id, version, state, agency_id, tactics, review_on, because, set_at, set_by)
                        select r.problem_id, r.version + 1, 'ENDED', r.agency_id, r.tactics, r.review_on, :because, now(),
                            :account
                        from priorities.priority r
                        where r.problem_id = :problem and r.version = :version and r.state = 'SET'
                        on conflict (problem_id, version) do nothing
                        """)
                .param("problem", problem)
                .param("version", version)
                .param("because", because)
                .param("account", viewer.account())
                .update();
    }

    /// Whether the same person ended it with the same words.
    private boolean isEnded(Viewer viewer, UUID problem, int version, String because) {
        return database.sql("""
                        select exists (select from priorities.priority r
                                       where r.problem_id = :problem and r.version = :version + 1 and r.state = 'ENDED'
                                         and r.because = :because and r.set_by = :account)
                        """)
                .param("problem", problem)
                .param("version", version)
                .param("because", because)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    /// That a problem is a priority, or was one. Inside a witnessed piece of work.
    Optional<Priority> of(UUID problem) {
        return database.sql("""
                        select r.version, y.name, r.tactics, r.review_on, r.because,
                            (r.set_at at time zone 'Europe/London')::date as since
                        from priorities.priority r join access.agency y on y.id = r.agency_id
                        where r.problem_id = :problem order by r.version desc limit 1
                        """)
                .param("problem", problem)
                .query((row, _) -> new Priority(
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("tactics"),
                        row.getObject("review_on", LocalDate.class),
                        row.getObject("since", LocalDate.class),
                        row.getString("because")))
                .optional();
    }

    private int last(UUID problem) {
        return database.sql("""
                        select coalesce((select max(r.version) from priorities.priority r where r.problem_id = m.id), 0)
                        from priorities.problem m where m.id = :problem
                        """)
                .param("problem", problem)
                .query(Integer.class)
                .optional()
                .orElseThrow(Absent::new);
    }
}
