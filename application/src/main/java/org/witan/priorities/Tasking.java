package org.witan.priorities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.Board;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Member;
import org.witan.priorities.Problem.TaskState;
import org.witan.shared.Identity;

/// Gives tasks to the agencies of the group's board, and keeps how they stand. An agency that does not take part in the
/// board does not hear of its tasks at the meeting: whoever gives it one is told, and says that they asked it.
@Component
public class Tasking {
    private final Witnessing witnessing;
    private final KeepingBoards boards;
    private final JdbcClient database;
    private final Clock clock;

    Tasking(Witnessing witnessing, KeepingBoards boards, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.boards = boards;
        this.database = database;
        this.clock = clock;
    }

    /// A task to be given.
    ///
    /// @param asked whether whoever gives it says that an agency that does not take part was asked
    public record Given(UUID id, UUID problem, UUID board, UUID agency, String words, LocalDate dueOn, boolean asked) {}

    /// The boards of the group that whoever looks takes part in.
    public List<Board> boards(Viewer viewer) {
        return boards.list(viewer).stream()
                .filter(board -> board.kind() == BoardKind.TASKING)
                .toList();
    }

    /// Whether an agency takes part in a board.
    public boolean takesPart(Viewer viewer, UUID board, UUID agency) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "board"), shown -> takesPart(shown, board, agency));
    }

    private boolean takesPart(Shown shown, UUID board, UUID agency) {
        return boards.members(shown, board).stream().map(Member::agency).anyMatch(agency::equals);
    }

    /// Gives a task. One that was given before is not given again.
    ///
    /// @return false when the agency does not take part and nobody says that it was asked; nothing is written
    /// @throws Absent when there is no such problem
    public boolean give(Viewer viewer, Given given) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "task"), shown -> {
            boolean absent = !takesPart(shown, given.board(), given.agency());
            if (absent && !given.asked()) {
                return false;
            }
            if (database.sql("select exists (select from priorities.problem where id = :id)")
                    .param("id", given.problem())
                    .query(Boolean.class)
                    .single()
                    .equals(false)) {
                throw new Absent();
            }
            database.sql("""
                            insert into priorities.task
                                (id, problem_id, board_id, agency_id, words, due_on, absent, given_at, given_by)
                            values (:id, :problem, :board, :agency, :words, :due, :absent, now(), :account)
                            on conflict (id) do nothing
                            """)
                    .param("id", given.id())
                    .param("problem", given.problem())
                    .param("board", given.board())
                    .param("agency", given.agency())
                    .param("words", given.words())
                    .param("due", given.dueOn())
                    .param("absent", absent)
                    .param("account", viewer.account())
                    .update();
            return true;
        });
    }

    /// Says how a task stands.
    ///
    /// @throws Absent when the problem has no such task
    public void report(Viewer viewer, UUID problem, UUID task, TaskState state, String words) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "task").with("state", state.name()), _ -> {
            int written = database.sql("""
                            insert into priorities.task_report (id, task_id, state, words, reported_at, reported_by)
                            select :id, t.id, :state, :words, now(), :account
                            from priorities.task t where t.id = :task and t.problem_id = :problem
                            """)
                    .param("id", Identity.at(clock.instant()))
                    .param("task", task)
                    .param("problem", problem)
                    .param("state", state.name())
                    .param("words", words)
                    .param("account", viewer.account())
                    .update();
            if (written == 0) {
                throw new Absent();
            }
            return written;
        });
    }
}
