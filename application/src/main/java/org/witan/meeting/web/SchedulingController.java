package org.witan.meeting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Board;
import org.witan.meeting.DaysOff;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Schedules, moves and cancels meetings.
@Controller
class SchedulingController {
    private static final String FORM = "meeting.timing";
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.UK);
    private static final int LONGEST_REASON = 2000;
    private final Scheduling scheduling;
    private final KeepingBoards boards;
    private final DaysOff daysOff;
    private final WhenWords when;
    private final Wording words;
    private final Clock clock;

    SchedulingController(
            Scheduling scheduling, KeepingBoards boards, DaysOff daysOff, WhenWords when, Wording words, Clock clock) {
        this.scheduling = scheduling;
        this.boards = boards;
        this.daysOff = daysOff;
        this.when = when;
        this.words = words;
        this.clock = clock;
    }

    @OpenToKeepers
    @GetMapping("/meetings/boards/{board}/schedule")
    ModelAndView blank(Viewer viewer, @PathVariable UUID board, @RequestParam(defaultValue = "") String day) {
        var known = Map.of("minutes", List.of("180"), "day", List.of(day(day)));
        return scheduling(theKept(viewer, board), Form.blank(words, FORM, known), Identity.at(clock.instant()));
    }

    @OpenToKeepers
    @PostMapping("/meetings/boards/{board}/schedule")
    ModelAndView schedule(Viewer viewer, @PathVariable UUID board, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typed.id(form, "id");
        Timing timing = timing(viewer, form, null);
        if (timing != null) {
            scheduling.schedule(viewer, id, board, timing);
            return to(id);
        }
        return scheduling(theKept(viewer, board), form, id);
    }

    /// A day that another page proposes, as one types it; empty when it is none.
    private static String day(String proposed) {
        return Days.read(proposed).map(Days::typed).orElse("");
    }

    private ModelAndView scheduling(Board board, Form form, UUID id) {
        String place = "/meetings/boards/" + board.id();
        return fields(
                        FormPage.titled(
                                words.the("meeting.schedule"), place + "/schedule", words.the("meeting.schedule.do")),
                        form)
                .above(board.name())
                .hidden("id", id)
                .back(place, words.the("site.cancel"))
                .made()
                .shown();
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/move")
    ModelAndView askToMove(Viewer viewer, @PathVariable UUID meeting) {
        Meeting found = scheduling.standing(viewer, meeting);
        var starts = found.startsAt().atZone(HERE);
        var known = Map.of(
                "day", List.of(Days.typed(found.day())),
                "time", List.of(TIME.format(starts)),
                "minutes", List.of(String.valueOf(found.minutes())),
                "place", List.of(found.place()),
                "link", List.of(found.link()));
        return moving(found, Form.blank(words, FORM, known), false);
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/move")
    ModelAndView move(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Meeting found = scheduling.standing(viewer, meeting);
        Timing timing = timing(viewer, form, found.day());
        String reason = Typed.text(form, "reason", LONGEST_REASON);
        boolean stale = false;
        if (timing != null && form.usable()) {
            try {
                scheduling.move(viewer, meeting, Typed.version(form), timing, reason);
                return to(meeting);
            } catch (Refused refused) {
                stale = isStale(refused);
                found = scheduling.open(viewer, meeting);
            }
        }
        return moving(found, form, stale);
    }

    private ModelAndView moving(Meeting meeting, Form form, boolean stale) {
        var page = fields(
                        FormPage.titled(
                                words.the("meeting.move"), place(meeting) + "/move", words.the("meeting.move.do")),
                        form)
                .ask(Control.LINES, form.text("reason"))
                .above(title(meeting))
                .changed(stale ? List.of(now(meeting)) : List.of())
                .hidden("version", version(meeting, form, stale))
                .back(place(meeting), words.the("site.cancel"));
        if (meeting.listOutAt() != null) {
            page.warning(words.the("meeting.move.list-out", Days.words(meeting.listOutAt())));
        }
        return page.made().shown();
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/cancel")
    ModelAndView askToCancel(Viewer viewer, @PathVariable UUID meeting) {
        return cancelling(scheduling.standing(viewer, meeting), Form.blank(words, FORM, Map.of()), false);
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/cancel")
    ModelAndView cancel(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Meeting found = scheduling.standing(viewer, meeting);
        String reason = Typed.text(form, "reason", LONGEST_REASON);
        boolean stale = false;
        if (form.usable()) {
            try {
                scheduling.cancel(viewer, meeting, Typed.version(form), reason);
                return to(meeting);
            } catch (Refused refused) {
                stale = isStale(refused);
                found = scheduling.open(viewer, meeting);
            }
        }
        return cancelling(found, form, stale);
    }

    private ModelAndView cancelling(Meeting meeting, Form form, boolean stale) {
        var page = FormPage.titled(
                        words.the("meeting.cancel"), place(meeting) + "/cancel", words.the("meeting.cancel.do"))
                .above(title(meeting))
                .text(words.the("meeting.cancel.text"))
                .problems(form.problems())
                .changed(stale ? List.of(now(meeting)) : List.of())
                .hidden("version", version(meeting, form, stale))
                .ask(Control.LINES, form.text("reason"))
                .dangerous()
                .back(place(meeting), words.the("site.cancel"));
        if (meeting.listOutAt() != null) {
            page.warning(words.the("meeting.cancel.list-out", Days.words(meeting.listOutAt())));
        }
        return page.made().shown();
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/list-out")
    ModelAndView sendList(Viewer viewer, @PathVariable UUID meeting, @RequestParam int version) {
        scheduling.sendList(viewer, meeting, version);
        return to(meeting);
    }

    /// What was typed; null when it cannot be used. A new day must be to come and one on which people work.
    private @Nullable Timing timing(Viewer viewer, Form form, @Nullable LocalDate before) {
        LocalDate day = Typed.day(form, "day");
        LocalTime time = Typed.time(form, "time");
        int minutes = Typed.number(form, "minutes", 5, 1440);
        String place = form.within("place", 300);
        String link = form.within("link", 500);
        if (!link.isEmpty() && !link.startsWith("https://")) {
            form.reject("link", "not-an-address");
        }
        if (day != null && !day.equals(before)) {
            if (day.isBefore(when.today())) {
                form.reject("day", "over");
            } else if (!daysOff.workingDays(viewer).isWorking(day)
                    && !form.values("anyway").contains("YES")) {
                form.reject("anyway", "not-working", Days.words(day));
            }
        }
        if (day == null || time == null || !form.usable()) {
            return null;
        }
        return new Timing(LocalDateTime.of(day, time).atZone(HERE).toInstant(), minutes, place, link);
    }

    private FormPage.Making fields(FormPage.Making page, Form form) {
        page.problems(form.problems())
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.TEXT, form.text("time"))
                .ask(Control.TEXT, form.text("minutes"))
                .ask(Control.TEXT, form.text("place"))
                .ask(Control.TEXT, form.text("link"));
        boolean asked =
                form.problems().stream().anyMatch(problem -> problem.field().equals("anyway"));
        if (asked || !form.values("anyway").isEmpty()) {
            var choices = List.of(new Field.Choice("YES", words.the("meeting.timing.anyway.YES")));
            page.ask(Control.CHECKBOXES, form.field("anyway", choices));
        }
        return page;
    }

    private String now(Meeting meeting) {
        return meeting.cancelled()
                ? words.the("meeting.now.cancelled", meeting.setBy())
                : words.the("meeting.now", Days.words(meeting.startsAt()), meeting.place(), meeting.setBy());
    }

    private String title(Meeting meeting) {
        return words.the("meeting.title", meeting.boardName(), Days.words(meeting.startsAt()));
    }

    private static Object version(Meeting meeting, Form form, boolean stale) {
        return stale || form.usable() ? meeting.version() : form.value("version");
    }

    private static boolean isStale(Refused refused) {
        if (!refused.reason().equals(Rules.STALE)) {
            throw refused;
        }
        return true;
    }

    private Board theKept(Viewer viewer, UUID id) {
        Board board = boards.open(viewer, id).board();
        if (!board.keeps()) {
            throw new Absent();
        }
        return board;
    }

    private static String place(Meeting meeting) {
        return "/meetings/" + meeting.id();
    }

    private static ModelAndView to(UUID meeting) {
        return new ModelAndView("redirect:/meetings/" + meeting);
    }
}
