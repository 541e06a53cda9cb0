package org.witan.meeting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.Agency;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.AgreeingActions.Agreed;
import org.witan.meeting.Area;
import org.witan.meeting.ArrangingActions;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.ReportingActions;
import org.witan.meeting.Rules;
import org.witan.meeting.SmartPrompts;
import org.witan.meeting.Subject;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Writes down actions, changes them, and writes what somebody is told who works with the alleged perpetrator.
@Controller
class ArrangingController {
    private static final String FORM = "meeting.arrange";
    private static final String WORKER = "meeting.worker";
    private static final int LONGEST = 2000;
    private final AgreeingActions agreeing;
    private final ArrangingActions arranging;
    private final ReportingActions reporting;
    private final KeepingBoards boards;
    private final ActionPages pages;
    private final Wording words;
    private final Clock clock;

    ArrangingController(
            AgreeingActions agreeing,
            ArrangingActions arranging,
            ReportingActions reporting,
            KeepingBoards boards,
            ActionPages pages,
            Wording words,
            Clock clock) {
        this.agreeing = agreeing;
        this.arranging = arranging;
        this.reporting = reporting;
        this.boards = boards;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/actions/new")
    ModelAndView blank(Viewer viewer, @RequestParam UUID within) {
        return agreeing(viewer, Form.blank(words, FORM, Map.of()), Identity.at(clock.instant()), within);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/actions/new")
    ModelAndView agree(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID within = Typed.id(form, "within");
        UUID id = form.value("id").isEmpty() ? Identity.at(clock.instant()) : Typed.id(form, "id");
        UUID board = Typed.chosen(form, "board");
        if (board == null) {
            form.reject("board", "missing");
        }
        Action.Term term = term(form);
        Action.Content content = content(form);
        if (form.usable() && board != null && content != null) {
            agreeing.agree(viewer, new Agreed(id, board, within, null, term, content, true));
            return new ModelAndView("redirect:/actions/" + id);
        }
        return agreeing(viewer, form, id, within);
    }

    private ModelAndView agreeing(Viewer viewer, Form form, UUID id, UUID within) {
        String reference = agreeing.referenceOf(viewer, within);
        // A MATAC follows up no action: the rule would name whom it is about to those who may not know.
        var all = boards.list(viewer).stream()
                .filter(board -> board.keeps() && board.kind() != BoardKind.MATAC)
                .map(board -> new Field.Choice(board.id().toString(), board.name()))
                .toList();
        var page = FormPage.titled(words.the("meeting.agree"), "/actions/new", words.the("meeting.agree.do"))
                .above(reference)
                .hidden("id", id)
                .hidden("within", within)
                .back("/records/" + within, words.the("site.cancel"));
        if (all.isEmpty()) {
            page.warning(words.the("meeting.agree.no-board"));
        }
        return fields(viewer, page, form)
                .ask(Control.ONE_OF, form.field("board", all))
                .made()
                .shown();
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/actions/{action}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID action) {
        Action found = theArranged(viewer, action);
        var known = new HashMap<String, List<String>>();
        Action.Content content = found.content();
        if (content != null) {
            known.put("words", List.of(content.words()));
            known.put("area", List.of(content.area().name()));
            known.put("subject", List.of(content.subject().name()));
        }
        UUID agency = found.agency();
        known.put("agency", List.of(agency == null ? "" : agency.toString()));
        UUID owner = found.owner();
        known.put("owner", List.of(owner == null ? "" : owner.toString()));
        LocalDate due = found.due();
        known.put("due", List.of(due == null ? "" : Days.typed(due)));
        return editing(viewer, found, Form.blank(words, FORM, known), false);
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/actions/{action}/edit")
    ModelAndView change(Viewer viewer, @PathVariable UUID action, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Action found = theArranged(viewer, action);
        Action.Term typed = term(form);
        Action.Content content = content(form);
        boolean stale = false;
        if (form.usable() && content != null) {
            try {
                // Somebody is named for one agency; when another does it, nobody is named yet.
                boolean same = Objects.equals(typed.agency(), found.agency());
                var term = same ? typed : new Action.Term(typed.agency(), null, typed.due());
                arranging.arrange(viewer, action, Typed.version(form), term, content);
                return to(action);
            } catch (Refused refused) {
                stale = isStale(refused);
                found = theArranged(viewer, action);
            }
        }
        return editing(viewer, found, form, stale);
    }

    private ModelAndView editing(Viewer viewer, Action action, Form form, boolean stale) {
        var page = FormPage.titled(
                        words.the("meeting.arrange"),
                        "/actions/" + action.id() + "/edit",
                        words.the("meeting.arrange.do"))
                .above(action.reference())
                .changed(stale ? now(action) : List.of())
                .hidden("version", stale || form.usable() ? action.version() : form.value("version"))
                .back("/actions/" + action.id(), words.the("site.cancel"));
        fields(viewer, page, form);
        UUID agency = action.agency();
        if (agency != null) {
            var people = arranging.colleagues(viewer, agency).stream()
                    .map(one -> new Field.Choice(one.account().toString(), one.name() + ", " + one.roles()))
                    .toList();
            page.ask(
                    Control.ONE_OF, form.field("owner", Typed.withNone(words.the("meeting.arrange.no-owner"), people)));
        }
        return page.made().shown();
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/actions/{action}/worker")
    ModelAndView askForWorker(Viewer viewer, @PathVariable UUID action) {
        Action found = theArranged(viewer, action);
        String told = found.forWorker();
        var known = Map.of("words", List.of(told == null ? "" : told));
        return telling(found, Form.blank(words, WORKER, known), false);
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/actions/{action}/worker")
    ModelAndView tell(Viewer viewer, @PathVariable UUID action, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, WORKER, sent);
        Action found = theArranged(viewer, action);
        String told = Typed.text(form, "words", LONGEST);
        if (!SmartPrompts.forWorker(told).isEmpty() && !form.values("anyway").contains("YES")) {
            form.reject("anyway", "missing");
        }
        boolean stale = false;
        if (form.usable()) {
            try {
                arranging.tellWorker(viewer, action, Typed.version(form), told);
                return to(action);
            } catch (Refused refused) {
                stale = isStale(refused);
                found = theArranged(viewer, action);
            }
        }
        return telling(found, form, stale);
    }

    private ModelAndView telling(Action action, Form form, boolean stale) {
        var page = FormPage.titled(
                        words.the("meeting.worker"),
                        "/actions/" + action.id() + "/worker",
                        words.the("meeting.worker.do"))
                .above(action.reference())
                .text(words.the("meeting.worker.text"))
                .problems(form.problems())
                .changed(stale ? now(action) : List.of())
                .hidden("version", stale || form.usable() ? action.version() : form.value("version"))
                .back("/actions/" + action.id(), words.the("site.cancel"))
                .ask(Control.LINES, form.text("words"));
        var advice = SmartPrompts.forWorker(form.value("words"));
        if (!advice.isEmpty()) {
            advice.forEach(one -> page.warning(pages.advice(one)));
            page.ask(
                    Control.CHECKBOXES,
                    form.field("anyway", List.of(new Field.Choice("YES", words.the("meeting.worker.anyway.YES")))));
        }
        return page.made().shown();
    }

    private FormPage.Making fields(Viewer viewer, FormPage.Making page, Form form) {
        List<Agency> agencies = boards.agencies(viewer);
        var choices = agencies.stream()
                .map(agency -> new Field.Choice(agency.id().toString(), agency.name()))
                .toList();
        return page.problems(form.problems())
                .ask(Control.LINES, form.text("words"))
                .ask(Control.ONE_OF, form.field("agency", Typed.withNone(words.the("meeting.action.nobody"), choices)))
                .ask(Control.TEXT, form.text("due"))
                .ask(Control.RADIOS, form.field("subject", Typed.choices(words, "meeting.subject", Subject.values())))
                .ask(
                        Control.ONE_OF,
                        form.field("area", Typed.withNone("", Typed.choices(words, "meeting.area", Area.values()))));
    }

    private static Action.Term term(Form form) {
        return new Action.Term(Typed.chosen(form, "agency"), Typed.chosen(form, "owner"), Typed.dayIfAny(form, "due"));
    }

    private static Action.@Nullable Content content(Form form) {
        String text = Typed.text(form, "words", LONGEST);
        Subject subject = form.oneOf("subject", Subject.class);
        Area area = form.oneOf("area", Area.class);
        return subject == null || area == null ? null : new Action.Content(text, area, subject);
    }

    private List<String> now(Action action) {
        return List.of(words.the("meeting.arrange.now", pages.title(action)));
    }

    private static boolean isStale(Refused refused) {
        if (!refused.reason().equals(Rules.STALE)) {
            throw refused;
        }
        return true;
    }

    private Action theArranged(Viewer viewer, UUID action) {
        Action found = reporting.open(viewer, action).action();
        if (found.content() == null) {
            throw new Absent();
        }
        return found;
    }

    private static ModelAndView to(UUID action) {
        return new ModelAndView("redirect:/actions/" + action);
    }
}
