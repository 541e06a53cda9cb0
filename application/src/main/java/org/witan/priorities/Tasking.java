package org.witan.priorities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.ActionState;
import org.witan.meeting.Board;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Member;
import org.witan.shared.Identity;

/// Gives tasks to the agencies of the group's board, asks for them, and keeps how they stand: as
/// actions of a meeting do, though a task is no record of the rule, because the rule opens none to
/// the group (decision 43). An agency that does not take part in the board does not hear of its tasks
/// at the meeting: whoever gives it one is told, and says that they asked it.
@Component
public class Tasking {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int SOON = 7;
    private final Witnessing witnessing;
    private final Tasks tasks;
    private final KeepingBoards boards;
    private final JdbcClient database;
    private final Clock clock;

    Tasking(Witnessing witnessing, Tasks tasks, KeepingBoards boards, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.tasks = tasks;
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

    /// The open tasks, what is due first: of all agencies for the group and its analyst, of their own for whoever
    /// speaks for one.
    ///
    /// @param verb how they are taken: to be read or as a file
    public List<Task> open(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "task"), _ -> tasks.open());
    }

    /// The same, inside a witnessed piece of work.
    public List<Task> open() {
        return tasks.open();
    }

    /// One task.
    ///
    /// @throws Absent when it is not there for this viewer
    public Task the(Viewer viewer, UUID task) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, "task"), _ -> tasks.find(task).orElseThrow(Absent::new));
    }

    /// What may be said of a task by somebody: what may be said of an action.
    public static List<ActionState> offered(Viewer viewer, Task task) {
        return task.state().next().stream()
                .filter(state -> viewer.role() == Role.TASKING_MEMBER || !state.isForKeepers())
                .toList();
    }

    /// What is said of a task.
    ///
    /// @param version how many reports it had for whoever says it
    /// @param doneOn the day on which it was done, for what is complete; null otherwise
    public record Said(
            int version, ActionState state, @Nullable LocalDate doneOn, String words) {}

    /// Says how a task stands.
    ///
    /// @return false when somebody else was faster; nothing is written
    /// @throws Absent when it is not there for this viewer, or may not be said by them
    public boolean report(Viewer viewer, UUID task, Said said) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "task").with("state", said.state().name()),
                _ -> Absent.whereRefused(() -> {
                    Task found = tasks.find(task).orElseThrow(Absent::new);
                    if (found.version() != said.version()) {
                        return false;
                    }
                    if (!offered(viewer, found).contains(said.state())) {
                        throw new Absent();
                    }
                    LocalDate doneOn = said.state() == ActionState.COMPLETE ? said.doneOn() : null;
                    return tasks.report(
                            Identity.at(clock.instant()), found, said.state(), doneOn, said.words(), viewer.account());
                }));
    }

    /// Asks the agencies how their tasks stand that are late, due within so many days, or that nobody
    /// accepted, and were not asked for since the last report. They see it in "your work", and are
    /// written to.
    ///
    /// @return for how many it asked
    public int chase(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "task").with("what", "chase"), _ -> {
            LocalDate soon = LocalDate.ofInstant(clock.instant(), HERE).plusDays(SOON);
            List<Task> due = tasks.open().stream()
                    .filter(task -> task.chasedAt() == null)
                    .filter(task -> task.state() == ActionState.PROPOSED
                            || !task.dueOn().isAfter(soon))
                    .toList();
            due.forEach(task -> tasks.chase(Identity.at(clock.instant()), task.id(), viewer.account()));
            return due.size();
        });
    }
}
