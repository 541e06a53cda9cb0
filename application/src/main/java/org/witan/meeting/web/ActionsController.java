package org.witan.meeting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.ActionState;
import org.witan.meeting.Advice;
import org.witan.meeting.Board;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Chasing;
import org.witan.meeting.DaysOff;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.OpenActions;
import org.witan.meeting.OtherActions;
import org.witan.meeting.ReportingActions;
import org.witan.meeting.ReportingActions.Said;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.meeting.SmartPrompts;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Actions: the list of those that are open, and one of them with the form on which it is reported.
@Controller
class ActionsController {
    private static final String FORM = "meeting.report";
    private static final int LONGEST = 2000;
    private final OpenActions open;
    private final ReportingActions reporting;
    private final Chasing chasing;
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final DaysOff daysOff;
    private final List<OtherActions> others;
    private final ActionPages pages;
    private final WhenWords when;
    private final Wording words;

    ActionsController(
            OpenActions open,
            ReportingActions reporting,
            Chasing chasing,
            KeepingBoards boards,
            Scheduling scheduling,
            DaysOff daysOff,
            List<OtherActions> others,
            ActionPages pages,
            WhenWords when,
            Wording words) {
        this.open = open;
        this.reporting = reporting;
        this.chasing = chasing;
        this.boards = boards;
        this.scheduling = scheduling;
        this.daysOff = daysOff;
        this.others = List.copyOf(others);
        this.pages = pages;
        this.when = when;
        this.words = words;
    }

    @OpenToOwners
    @GetMapping("/actions")
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "1") String page) {
        // Nine hundred pages and no digit more: what is no number is the first page.
        int number = page.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(page) : 1;
        return new ModelAndView(
                "meeting/actions",
                "page",
                pages.list(open.list(viewer, number), daysOff.workingDays(viewer), viewer, others(viewer)));
    }

    private List<ActionPages.Others> others(Viewer viewer) {
        return others.stream()
                .map(one -> new ActionPages.Others(words.the(one.words()), one.open(viewer)))
                .filter(one -> !one.actions().isEmpty())
                .toList();
    }

    @OpenToOwners
    @GetMapping("/actions/{action}")
    ModelAndView show(Viewer viewer, @PathVariable UUID action) {
        var known = Map.of("done", List.of(Days.typed(when.today())));
        return page(viewer, action, Form.blank(words, FORM, known), List.of());
    }

    @OpenToOwners
    @PostMapping("/actions/{action}")
    ModelAndView report(Viewer viewer, @PathVariable UUID action, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Action found = reporting.open(viewer, action).action();
        ActionState state = form.oneOf("state", ActionState.class);
        form.within("words", LONGEST);
        if (state != null
                && state.needsWords(found.state())
                && form.value("words").isEmpty()) {
            form.reject("words", "missing." + state);
        }
        LocalDate done = state == ActionState.COMPLETE ? Typed.day(form, "done") : null;
        if (done != null && done.isAfter(when.today())) {
            form.reject("done", "ahead");
        }
        if (state != null && form.usable()) {
            try {
                reporting.report(viewer, action, Typed.version(form), new Said(state, done, form.value("words")));
                return new ModelAndView("redirect:/actions/" + action);
            } catch (Refused refused) {
                return refused(viewer, action, form, refused);
            }
        }
        return page(viewer, action, form, List.of());
    }

    private ModelAndView refused(Viewer viewer, UUID action, Form form, Refused refused) {
        if (refused.reason().equals(Rules.STALE)) {
            Action.InFull now = reporting.open(viewer, action);
            var last = now.reports().getLast();
            return page(
                    viewer,
                    action,
                    form,
                    List.of(words.the(
                            "meeting.action.now",
                            words.the("meeting.state." + now.action().state()),
                            last.by(),
                            Days.words(last.at()))));
        }
        throw refused;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/actions/chase")
    ModelAndView chase(Viewer viewer) {
        boards.list(viewer).stream()
                .filter(board -> board.keeps() && board.kind() == BoardKind.MARAC)
                .map(Board::id)
                .forEach(board -> chasing.chase(viewer, board));
        return new ModelAndView("redirect:/actions");
    }

    private ModelAndView page(Viewer viewer, UUID action, Form form, List<String> changed) {
        Action.InFull full = reporting.open(viewer, action);
        Action found = full.action();
        var choices = ReportingActions.offered(viewer, found).stream()
                .map(state -> new Field.Choice(
                        state.name(),
                        words.the("meeting.report.state." + state),
                        words.find("meeting.report.state." + state + ".hint")))
                .toList();
        boolean fresh = !changed.isEmpty() || form.usable();
        var report = new ReportForm(
                found.mine(),
                fresh ? found.version() : Typed.version(form),
                changed,
                form.problems(),
                form.field("state", choices),
                form.text("words"),
                form.text("done"));
        var view = new ModelAndView(
                "meeting/action",
                "page",
                pages.page(full, viewer, daysOff.workingDays(viewer), advice(viewer, found), report));
        if (!changed.isEmpty()) {
            view.setStatus(HttpStatus.CONFLICT);
        } else if (!form.usable()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private List<Advice> advice(Viewer viewer, Action action) {
        Action.Content content = action.content();
        if (content == null || !ActionPages.keeps(viewer) || action.state().closes()) {
            return List.of();
        }
        LocalDate next = scheduling.coming(viewer).stream()
                .filter(meeting -> meeting.board().equals(action.board()) && !meeting.cancelled())
                .findFirst()
                .map(Meeting::day)
                .orElse(null);
        var term = new Action.Term(action.agency(), action.owner(), action.due());
        return SmartPrompts.of(term, content, when.today(), next);
    }
}
