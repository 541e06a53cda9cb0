package org.witan.priorities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.meeting.ActionState;
import org.witan.priorities.CaseReviews;
import org.witan.priorities.Problems;
import org.witan.priorities.Task;
import org.witan.priorities.Tasking;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// What waits for the group: tasks that are late, priorities to look at again, letters that are due; and for whoever
/// speaks for an agency its tasks.
@Component
class PrioritiesWaiting implements Waiting {
    private static final int SOON = 7;
    private final Problems problems;
    private final Tasking tasking;
    private final CaseReviews reviews;
    private final Wording words;
    private final Days days;

    PrioritiesWaiting(Problems problems, Tasking tasking, CaseReviews reviews, Wording words, Days days) {
        this.problems = problems;
        this.tasking = tasking;
        this.reviews = reviews;
        this.words = words;
        this.days = days;
    }

    @Override
    public String words() {
        return "priorities.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        return switch (viewer.role()) {
            case TASKING_MEMBER -> ofGroup();
            case REPRESENTATIVE -> ofAgency();
            case COORDINATOR,
                    CHAIR,
                    IDVA,
                    REFERRER,
                    SUPPORT_WORKER,
                    PERPETRATOR_WORKER,
                    HUB_COORDINATOR,
                    ANALYST,
                    DATA_PROTECTION_OFFICER,
                    ADMINISTRATOR -> List.of();
        };
    }

    /// Tasks of an agency: those that are late, those that nobody accepted, and those that the group asked for.
    private List<WaitingItem> ofAgency() {
        var items = new ArrayList<WaitingItem>();
        List<Task> open = tasking.open();
        add(
                items,
                "late",
                Urgency.LATE,
                open.stream().filter(task -> task.lateOn(days.today())).toList());
        add(
                items,
                "asked",
                Urgency.ORDINARY,
                open.stream().filter(task -> task.chasedAt() != null).toList());
        add(
                items,
                "new",
                Urgency.ORDINARY,
                open.stream()
                        .filter(task -> task.state() == ActionState.PROPOSED)
                        .toList());
        return items;
    }

    private void add(List<WaitingItem> items, String what, Urgency urgency, List<Task> tasks) {
        if (!tasks.isEmpty()) {
            items.add(new WaitingItem(
                    Section.MINE,
                    words.the("priorities.work.tasks." + what, tasks.size()),
                    urgency,
                    "/priorities/tasks",
                    tasks.getFirst().dueOn(),
                    tasks.size()));
        }
    }

    private List<WaitingItem> ofGroup() {
        var items = new ArrayList<WaitingItem>();
        LocalDate soon = days.today().plusDays(SOON);
        var lines = problems.lines();
        long late = lines.stream().mapToLong(Problems.Line::late).sum();
        if (late > 0) {
            items.add(new WaitingItem(
                    Section.NOW,
                    words.the("priorities.work.late", late),
                    Urgency.LATE,
                    "/priorities/tasks",
                    null,
                    late));
        }
        var due = lines.stream()
                .map(Problems.Line::reviewOn)
                .filter(Objects::nonNull)
                .filter(day -> !day.isAfter(soon))
                .sorted()
                .toList();
        if (!due.isEmpty()) {
            items.add(WaitingItem.ordinary(
                    Section.THIS_WEEK,
                    words.the("priorities.work.review", due.size()),
                    "/priorities",
                    due.getFirst(),
                    due.size()));
        }
        var letters = reviews.lines().stream()
                .filter(one -> one.answeredOn() == null && !one.dueOn().isAfter(soon))
                .toList();
        if (!letters.isEmpty()) {
            LocalDate first = letters.getFirst().dueOn();
            items.add(new WaitingItem(
                    Section.THIS_WEEK,
                    words.the("priorities.work.letters", letters.size()),
                    first.isBefore(days.today()) ? Urgency.LATE : Urgency.ORDINARY,
                    "/priorities/reviews",
                    first,
                    letters.size()));
        }
        return items;
    }
}
