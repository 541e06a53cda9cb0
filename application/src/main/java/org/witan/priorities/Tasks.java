package org.witan.priorities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.meeting.ActionState;
import org.witan.priorities.Task.Report;

/// Reads and writes tasks, as far as the database shows them to whoever looks: all of them to the group, to an agency
/// its own.
@Component
class Tasks {
    private final JdbcClient database;

    Tasks(JdbcClient database) {
        this.database = database;
    }

    /// Those of a problem, what is due first.
    List<Task> of(UUID problem) {
        return withReports(
                database.sql("""
                        select t.*, y.name from priorities.task_now t join access.agency y on y.id = t.agency_id
                        where t.problem_id = :problem order by t.due_on, t.id
                        """).param("problem", problem).query(Tasks::read).list());
    }

    /// Those that are open, what is due first.
    List<Task> open() {
        return withReports(database.sql("""
                        select t.*, y.name from priorities.task_now t join access.agency y on y.id = t.agency_id
                        where t.open order by t.due_on, t.id limit 300
                        """).query(Tasks::read).list());
    }

    Optional<Task> find(UUID task) {
        return withReports(
                        database.sql("""
                                select t.*, y.name from priorities.task_now t join access.agency y on y.id = t.agency_id
                                where t.id = :task
                                """).param("task", task).query(Tasks::read).list())
                .stream()
                .findFirst();
    }

    /// Says how a task stands.
    ///
    /// @return false when somebody else was faster; nothing is written
    boolean report(UUID id, Task task, ActionState state, @Nullable LocalDate doneOn, String words, UUID account) {
        return database.sql("""
                        insert into priorities.task_report (id, task_id, number, state, done_on, words, reported_at, reported_by)
                        values (:id, :task, :number, :state, :done, :words, now(), :account)
                        on conflict (task_id, number) do nothing
                        """)
                        .param("id", id)
                        .param("task", task.id())
                        .param("number", task.version() + 1)
                        .param("state", state.name())
                        .param("done", doneOn)
                        .param("words", words)
                        .param("account", account)
                        .update()
                == 1;
    }

    void chase(UUID id, UUID task, UUID account) {
        database.sql("""
                        insert into priorities.task_chase (id, task_id, chased_at, chased_by)
                        values (:id, :task, now(), :account)
                        """)
                .param("id", id)
                .param("task", task)
                .param("account", account)
                .update();
    }

    private static Task read(ResultSet row, int number) throws SQLException {
        Instant since = instant(row, "since");
        Instant chased = instant(row, "chased_at");
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("problem_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("name"),
                row.getString("words"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("absent"),
                ActionState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("not_done"),
                chased == null || since == null || chased.isBefore(since) ? null : chased,
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private List<Task> withReports(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return tasks;
        }
        Map<UUID, List<Report>> reports = reports(tasks.stream().map(Task::id).toList());
        return tasks.stream()
                .map(task -> new Task(
                        task.id(),
                        task.problem(),
                        task.agency(),
                        task.agencyName(),
                        task.words(),
                        task.dueOn(),
                        task.absent(),
                        task.state(),
                        task.version(),
                        task.notDone(),
                        task.chasedAt(),
                        reports.getOrDefault(task.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Report>> reports(List<UUID> tasks) {
        var reports = new HashMap<UUID, List<Report>>();
        database.sql("""
                        select task_id, state, done_on, reported_at, words from priorities.task_report
                        where task_id in (:tasks) order by task_id, number
                        """)
                .param("tasks", tasks)
                .query((row, _) -> reports.computeIfAbsent(row.getObject("task_id", UUID.class), _ -> new ArrayList<>())
                        .add(new Report(
                                ActionState.valueOf(row.getString("state")),
                                row.getObject("done_on", LocalDate.class),
                                row.getObject("reported_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("words"))))
                .list();
        return reports;
    }
}
