package org.witan.meeting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Board;
import org.witan.meeting.BoardKind;
import org.witan.meeting.DaysOff;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.shared.EnglishBankHolidays;
import org.witan.shared.Identity;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// The meetings to come of the boards that whoever looks takes part in; new boards; days on which nobody works.
@Controller
class MeetingsController {
    private static final String BOARD = "meeting.board";
    private static final String DAY_OFF = "meeting.day-off";
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final DaysOff daysOff;
    private final WhenWords when;
    private final Wording words;
    private final Clock clock;

    MeetingsController(
            KeepingBoards boards, Scheduling scheduling, DaysOff daysOff, WhenWords when, Wording words, Clock clock) {
        this.boards = boards;
        this.scheduling = scheduling;
        this.daysOff = daysOff;
        this.when = when;
        this.words = words;
        this.clock = clock;
    }

    @OpenToMembers
    @GetMapping("/meetings")
    ModelAndView list(Viewer viewer) {
        WorkingDays working = daysOff.workingDays(viewer);
        var lines = scheduling.coming(viewer).stream()
                .map(meeting -> line(meeting, working))
                .toList();
        List<Board> all = boards.list(viewer);
        return new ModelAndView("meeting/meetings", "page", new Page(lines, all, isKeeper(viewer)));
    }

    private Line line(Meeting meeting, WorkingDays working) {
        return new Line(
                meeting.id(),
                meeting.boardName(),
                Days.words(meeting.startsAt()),
                when.day(meeting.day(), working),
                meeting.place(),
                meeting.cancelled(),
                meeting.moved() > 0);
    }

    @OpenToKeepers
    @GetMapping("/meetings/boards/new")
    ModelAndView blank(Viewer viewer) {
        var known = Map.of("agency", List.of(viewer.agency().toString()));
        return adding(viewer, Form.blank(words, BOARD, known), Identity.at(clock.instant()));
    }

    @OpenToKeepers
    @PostMapping("/meetings/boards")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, BOARD, sent);
        UUID id = Typed.id(form, "id");
        BoardKind kind = form.oneOf("kind", BoardKind.class);
        String name = Typed.text(form, "name", 120);
        String area = form.within("area", 200);
        UUID agency = Typed.chosen(form, "agency");
        if (agency == null && form.usable()) {
            form.reject("agency", "missing");
        }
        if (form.usable() && kind != null && agency != null) {
            try {
                boards.add(viewer, id, kind, name, area, agency);
                return new ModelAndView("redirect:/meetings/boards/" + id);
            } catch (Refused refused) {
                if (!refused.reason().equals(Rules.TAKEN)) {
                    throw refused;
                }
                form.reject("name", "taken");
            }
        }
        return adding(viewer, form, id);
    }

    private ModelAndView adding(Viewer viewer, Form form, UUID id) {
        var agencies = boards.agencies(viewer).stream()
                .map(agency -> new Field.Choice(agency.id().toString(), agency.name()))
                .toList();
        return FormPage.titled(words.the("meeting.board.add"), "/meetings/boards", words.the("meeting.board.add.do"))
                .text(words.the("meeting.board.add.text"))
                .problems(form.problems())
                .hidden("id", id)
                .ask(Control.TEXT, form.text("name"))
                .ask(Control.RADIOS, form.field("kind", kinds(viewer)))
                .ask(Control.TEXT, form.text("area"))
                .ask(Control.ONE_OF, form.field("agency", agencies))
                .back("/meetings", words.the("site.cancel"))
                .made()
                .shown();
    }

    private List<Field.Choice> kinds(Viewer viewer) {
        BoardKind[] kinds = Arrays.stream(BoardKind.values())
                .filter(kind -> switch (kind) {
                    case MARAC, MATAC -> viewer.role().leads();
                    case HUB -> viewer.role() == Role.HUB_COORDINATOR;
                    case TASKING -> viewer.role() == Role.TASKING_MEMBER;
                })
                .toArray(BoardKind[]::new);
        return Typed.choices(words, "meeting.kind", kinds);
    }

    @OpenToMembers
    @GetMapping("/meetings/days-off")
    ModelAndView daysOff(Viewer viewer) {
        return daysOff(viewer, Form.blank(words, DAY_OFF, Map.of("off", List.of("OFF"))));
    }

    @OpenToKeepers
    @PostMapping("/meetings/days-off")
    ModelAndView said(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, DAY_OFF, sent);
        LocalDate day = Typed.day(form, "day");
        String reason = Typed.text(form, "words", 200);
        boolean off = !form.value("off").equals("ORDINARY");
        if (day == null || !form.usable()) {
            var page = daysOff(viewer, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        daysOff.say(viewer, day, off, reason);
        return new ModelAndView("redirect:/meetings/days-off");
    }

    private ModelAndView daysOff(Viewer viewer, Form form) {
        LocalDate today = when.today();
        var holidays = new ArrayList<DayLine>();
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            EnglishBankHolidays.of(year).forEach((day, name) -> holidays.add(new DayLine(Days.words(day), name, "")));
        }
        var said = daysOff.list(viewer).stream()
                .map(one -> new DayLine(
                        Days.words(one.day()),
                        words.the(one.off() ? "meeting.day-off.is-off" : "meeting.day-off.is-ordinary", one.words()),
                        words.the("meeting.by", one.by(), Days.words(one.at()))))
                .toList();
        var choices = List.of(
                new Field.Choice("OFF", words.the("meeting.day-off.off.OFF")),
                new Field.Choice("ORDINARY", words.the("meeting.day-off.off.ORDINARY")));
        return new ModelAndView(
                "meeting/days-off",
                "page",
                new DaysPage(
                        said,
                        holidays,
                        form,
                        form.text("day"),
                        form.field("off", choices),
                        form.text("words"),
                        isKeeper(viewer)));
    }

    private static boolean isKeeper(Viewer viewer) {
        return switch (viewer.role()) {
            case COORDINATOR, CHAIR, HUB_COORDINATOR, TASKING_MEMBER -> true;
            case REPRESENTATIVE,
                    IDVA,
                    REFERRER,
                    SUPPORT_WORKER,
                    PERPETRATOR_WORKER,
                    ANALYST,
                    DATA_PROTECTION_OFFICER,
                    ADMINISTRATOR -> false;
        };
    }

    /// The meetings to come.
    record Page(List<Line> lines, List<Board> boards, boolean keeper) {}

    /// One meeting to come.
    record Line(UUID id, String board, String starts, String when, String place, boolean cancelled, boolean moved) {}

    /// Days on which nobody works.
    record DaysPage(
            List<DayLine> said, List<DayLine> holidays, Form form, Field day, Field off, Field words, boolean keeper) {}

    /// One such day.
    record DayLine(String day, String words, String by) {}
}
