package org.witan.priorities.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.OtherActions;
import org.witan.priorities.Tasking;

/// Tasks of the group on the list of an agency's actions.
@Component
class TasksBesideActions implements OtherActions {
    private final Tasking tasking;
    private final TaskWords said;

    TasksBesideActions(Tasking tasking, TaskWords said) {
        this.tasking = tasking;
        this.said = said;
    }

    @Override
    public String words() {
        return "priorities.tasks.beside";
    }

    @Override
    public List<One> open(Viewer viewer) {
        return viewer.role() == Role.REPRESENTATIVE
                ? tasking.open(viewer, Verb.LIST).stream()
                        .map(task -> said.line("/priorities/tasks/" + task.id(), task))
                        .map(line ->
                                new One(line.path(), line.words(), line.due(), line.late(), line.state(), line.notes()))
                        .toList()
                : List.of();
    }
}
