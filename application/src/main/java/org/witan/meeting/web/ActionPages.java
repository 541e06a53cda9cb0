package org.witan.meeting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.ActionState;
import org.witan.meeting.Advice;
import org.witan.meeting.AdviceWords;
import org.witan.meeting.OpenActions;
import org.witan.meeting.OtherActions;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the pages of actions.
@Component
class ActionPages {
    private final Wording words;
    private final WhenWords when;
    private final AdviceWords advices;

    ActionPages(Wording words, WhenWords when, AdviceWords advices) {
        this.advices = advices;
        this.words = words;
        this.when = when;
    }

    ListPage list(OpenActions.Page page, WorkingDays working, Viewer viewer, List<Others> others) {
        List<Action> actions = page.actions();
        boolean keeper = keeps(viewer);
        var groups = new ArrayList<Group>();
        if (keeper) {
            add(groups, words.the("meeting.actions.unowned"), actions.stream().filter(Action::unowned), working);
            add(groups, words.the("meeting.actions.steering"), actions.stream().filter(Action::steering), working);
        }
        actions.stream()
                .filter(action -> !keeper || !action.unowned())
                .map(this::agency)
                .distinct()
                .forEach(agency -> add(
                        groups,
                        agency,
                        actions.stream()
                                .filter(action -> !keeper || !action.unowned())
                                .filter(action -> agency(action).equals(agency)),
                        working));
        return new ListPage(
                counted(page),
                groups,
                others,
                keeper,
                page.number() > 1 ? page.number() - 1 : null,
                page.number() < page.pages() ? page.number() + 1 : null);
    }

    private String counted(OpenActions.Page page) {
        if (page.more()) {
            return words.the("meeting.actions.count.more", page.open(), page.number());
        }
        return page.pages() == 1
                ? words.the("meeting.actions.count", page.open())
                : words.the("meeting.actions.count.page", page.open(), page.number(), page.pages());
    }

    private void add(List<Group> groups, String heading, Stream<Action> actions, WorkingDays working) {
        var lines = actions.map(action -> line(action, working)).toList();
        if (!lines.isEmpty()) {
            groups.add(new Group("group-" + groups.size(), heading, lines));
        }
    }

    private String agency(Action action) {
        String name = action.agencyName();
        return name == null ? words.the("meeting.action.nobody") : name;
    }

    private Line line(Action action, WorkingDays working) {
        return new Line(
                action.id(),
                title(action),
                about(action),
                action.withinReference(),
                who(action),
                due(action, working),
                late(action),
                state(action.state()),
                notes(action),
                action.mine());
    }

    /// What it is called on pages: its words, or its reference for whoever may not see what it is.
    String title(Action action) {
        String shown = action.shownWords();
        return shown.isEmpty() ? action.reference() : shown;
    }

    private @Nullable String about(Action action) {
        Action.Content content = action.content();
        return content == null
                ? null
                : words.the(
                        "meeting.action.about",
                        words.the("meeting.area." + content.area()),
                        words.the("meeting.subject." + content.subject()));
    }

    private String who(Action action) {
        String owner = action.ownerName();
        return owner == null ? agency(action) : words.the("meeting.action.who", owner, agency(action));
    }

    private String due(Action action, WorkingDays working) {
        LocalDate due = action.due();
        return due == null ? words.the("meeting.action.no-date") : when.day(due, working);
    }

    private boolean late(Action action) {
        LocalDate due = action.due();
        return due != null && due.isBefore(when.today()) && !action.state().closes();
    }

    private String state(ActionState state) {
        return words.the("meeting.state." + state);
    }

    private List<String> notes(Action action) {
        var notes = new ArrayList<String>();
        if (late(action)) {
            notes.add(words.the("meeting.action.late"));
        }
        if (action.notDone() > 0) {
            notes.add(words.the("meeting.action.not-done", action.notDone()));
        }
        var chased = action.chasedAt();
        if (chased != null && chased.isAfter(action.since())) {
            notes.add(words.the(
                    action.chasedByItself() ? "meeting.action.chased.itself" : "meeting.action.chased",
                    Days.words(chased)));
        }
        if (action.chases() > 1) {
            notes.add(words.the("meeting.action.chases", action.chases()));
        }
        return notes;
    }

    ActionPage page(Action.InFull full, Viewer viewer, WorkingDays working, List<Advice> advice, ReportForm form) {
        Action action = full.action();
        boolean sees = action.content() != null;
        boolean worker = viewer.role() == Role.PERPETRATOR_WORKER;
        return new ActionPage(
                line(action, working),
                action.reference(),
                words.the("meeting.action.since", state(action.state()), Days.words(action.since())),
                action.within(),
                sees || action.forWorker() != null,
                worker && action.forWorker() == null,
                keeps(viewer) && sees,
                viewer.role() == Role.COORDINATOR && sees,
                sees ? action.forWorker() : null,
                advice.stream().map(this::advice).toList(),
                sees ? full.reports().stream().map(this::report).toList() : List.of(),
                form);
    }

    /// Advice in words.
    String advice(Advice advice) {
        return advices.the(advice);
    }

    private ReportLine report(Action.Report report) {
        LocalDate done = report.doneOn();
        return new ReportLine(
                done == null
                        ? state(report.state())
                        : words.the("meeting.action.done-on", state(report.state()), Days.words(done)),
                words.the("meeting.action.by", report.by(), report.agency(), Days.words(report.at())),
                report.words());
    }

    static boolean keeps(Viewer viewer) {
        return viewer.role().leads();
    }

    /// Open actions.
    ///
    /// @param before the number of the page before; null on the first
    /// @param after the number of the page after; null on the last
    record ListPage(
            String count,
            List<Group> groups,
            List<Others> others,
            boolean keeper,
            @Nullable Integer before,
            @Nullable Integer after) {}

    /// What stands in no record, offered by another module.
    record Others(String heading, List<OtherActions.One> actions) {}

    /// Those of one agency, or those that somebody must look at first.
    record Group(String id, String heading, List<Line> lines) {}

    /// One action.
    ///
    /// @param about null for whoever may not see what it is
    /// @param within reference of what it is for; null for whoever may not see that
    record Line(
            UUID id,
            String title,
            @Nullable String about,
            @Nullable String within,
            String who,
            String due,
            boolean late,
            String state,
            List<String> notes,
            boolean mine) {}

    /// One action with what was said of it.
    ///
    /// @param sees whether whoever looks may see what it is
    /// @param untold whether whoever looks waits for the coordinator to write what to do
    /// @param forWorker what a perpetrator worker is told; null when there is none, or it is all that is seen
    record ActionPage(
            Line line,
            String reference,
            String since,
            @Nullable UUID within,
            boolean sees,
            boolean untold,
            boolean arranges,
            boolean tells,
            @Nullable String forWorker,
            List<String> advice,
            List<ReportLine> reports,
            ReportForm form) {}

    /// Something that was said of it.
    record ReportLine(String state, String by, @Nullable String words) {}
}
