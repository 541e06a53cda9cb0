package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.priorities.Task;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says how tasks stand.
@Component
class TaskWords {
    private final Wording words;
    private final Days days;

    TaskWords(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// One task.
    ///
    /// @param words who does what
    /// @param reports what was said of it, the last first
    record Line(
            String path,
            String words,
            String due,
            boolean late,
            String state,
            List<String> notes,
            List<String> reports,
            boolean absent,
            boolean open) {}

    Line line(String path, Task task) {
        boolean late = task.lateOn(days.today());
        return new Line(
                path,
                words.the("priorities.task.line", task.agencyName(), task.words()),
                words.the(late ? "priorities.task.late" : "priorities.task.is-due", Days.words(task.dueOn())),
                late,
                words.the("meeting.state." + task.state()),
                notes(task),
                task.reports().reversed().stream().map(this::report).toList(),
                task.absent(),
                task.open());
    }

    private List<String> notes(Task task) {
        var notes = new ArrayList<String>();
        if (task.notDone() > 0) {
            notes.add(words.the("meeting.action.not-done", task.notDone()));
        }
        if (task.chasedAt() != null) {
            notes.add(words.the("meeting.action.chased", Days.words(task.chasedAt())));
        }
        return notes;
    }

    private String report(Task.Report report) {
        String state = words.the("meeting.state." + report.state());
        String said = report.doneOn() == null
                ? state
                : words.the("meeting.action.done-on", state, Days.words(report.doneOn()));
        return words.the(
                report.words().isEmpty() ? "priorities.task.said" : "priorities.task.said.words",
                Days.words(report.at()),
                said,
                report.words());
    }
}
