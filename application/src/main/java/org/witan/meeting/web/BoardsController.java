package org.witan.meeting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
import org.witan.meeting.BoardInFull;
import org.witan.meeting.DaysOff;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.Member;
import org.witan.meeting.Rules;
import org.witan.meeting.Setting;
import org.witan.meeting.Settings;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// One board: its meetings, the agencies that take part, and what it decided for itself.
@Controller
class BoardsController {
    private static final String MEMBER = "meeting.member";
    private static final String SETTINGS = "meeting.settings";
    private final KeepingBoards boards;
    private final DaysOff daysOff;
    private final WhenWords when;
    private final Wording words;

    BoardsController(KeepingBoards boards, DaysOff daysOff, WhenWords when, Wording words) {
        this.boards = boards;
        this.daysOff = daysOff;
        this.when = when;
        this.words = words;
    }

    @OpenToMembers
    @GetMapping("/meetings/boards/{board}")
    ModelAndView open(Viewer viewer, @PathVariable UUID board) {
        BoardInFull full = boards.open(viewer, board);
        WorkingDays working = daysOff.workingDays(viewer);
        LocalDate today = when.today();
        var coming = new ArrayList<Line>();
        var past = new ArrayList<Line>();
        full.meetings().forEach(meeting -> {
            boolean over = meeting.day().isBefore(today);
            (over ? past : coming).add(line(meeting, working, over));
        });
        return new ModelAndView(
                "meeting/board", "page", new Page(full, coming.reversed(), past, settings(full.settings())));
    }

    private Line line(Meeting meeting, WorkingDays working, boolean over) {
        return new Line(
                meeting.id(),
                Days.words(meeting.startsAt()),
                over ? "" : when.day(meeting.day(), working),
                meeting.place(),
                meeting.cancelled(),
                meeting.moved() > 0);
    }

    private List<SettingLine> settings(Settings settings) {
        var lines = new ArrayList<SettingLine>();
        for (Setting setting : Setting.values()) {
            Settings.Line line = settings.line(setting);
            var since = line.since();
            lines.add(new SettingLine(
                    line.words(),
                    words.the("meeting.settings.value", line.value(), line.unit()),
                    line.source(),
                    since == null
                            ? words.the("meeting.settings.shipped")
                            : words.the("meeting.settings.since", Days.words(since))));
        }
        return lines;
    }

    @OpenToKeepers
    @GetMapping("/meetings/boards/{board}/agencies/new")
    ModelAndView askForAgency(Viewer viewer, @PathVariable UUID board) {
        return addingAgency(viewer, board, Form.blank(words, MEMBER, Map.of()));
    }

    @OpenToKeepers
    @PostMapping("/meetings/boards/{board}/agencies")
    ModelAndView addAgency(Viewer viewer, @PathVariable UUID board, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, MEMBER, sent);
        UUID agency = Typed.chosen(form, "agency");
        if (agency == null) {
            form.reject("agency", "missing");
            return addingAgency(viewer, board, form);
        }
        boards.addAgency(viewer, board, agency, form.values("core").contains("CORE"));
        return to(board);
    }

    private ModelAndView addingAgency(Viewer viewer, UUID board, Form form) {
        BoardInFull full = theKept(viewer, board);
        var members = full.members().stream().map(Member::agency).toList();
        var choices = boards.agencies(viewer).stream()
                .filter(agency -> !members.contains(agency.id()))
                .map(agency -> new Field.Choice(agency.id().toString(), agency.name()))
                .toList();
        return FormPage.titled(
                        words.the("meeting.member.add"),
                        "/meetings/boards/" + board + "/agencies",
                        words.the("meeting.member.add.do"))
                .above(full.board().name())
                .problems(form.problems())
                .ask(Control.ONE_OF, form.field("agency", Typed.withNone("", choices)))
                .ask(
                        Control.CHECKBOXES,
                        form.field("core", List.of(new Field.Choice("CORE", words.the("meeting.member.core.CORE")))))
                .back("/meetings/boards/" + board, words.the("site.cancel"))
                .made()
                .shown();
    }

    @OpenToKeepers
    @GetMapping("/meetings/boards/{board}/agencies/{member}/end")
    ModelAndView askToEnd(Viewer viewer, @PathVariable UUID board, @PathVariable UUID member) {
        return ending(viewer, board, member);
    }

    @OpenToKeepers
    @PostMapping("/meetings/boards/{board}/agencies/{member}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID board, @PathVariable UUID member) {
        boards.endAgency(viewer, board, member);
        return to(board);
    }

    private ModelAndView ending(Viewer viewer, UUID board, UUID id) {
        BoardInFull full = theKept(viewer, board);
        Member member = full.members().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Absent::new);
        var page = FormPage.titled(
                        words.the("meeting.member.end", member.name()),
                        "/meetings/boards/" + board + "/agencies/" + id + "/end",
                        words.the("meeting.member.end.do"))
                .above(full.board().name())
                .text(words.the("meeting.member.end.text"))
                .dangerous()
                .back("/meetings/boards/" + board, words.the("site.cancel"));
        if (member.open() > 0) {
            page.warning(words.the("meeting.member.end.open", member.open()));
        }
        return page.made().shown();
    }

    @OpenToKeepers
    @GetMapping("/meetings/boards/{board}/settings")
    ModelAndView askForSettings(Viewer viewer, @PathVariable UUID board) {
        BoardInFull full = theKept(viewer, board);
        var known = new HashMap<String, List<String>>();
        for (Setting setting : Setting.values()) {
            known.put(setting.name(), List.of(String.valueOf(full.settings().value(setting))));
        }
        return setting(full, Form.blank(words, SETTINGS, known), false);
    }

    @OpenToKeepers
    @PostMapping("/meetings/boards/{board}/settings")
    ModelAndView set(Viewer viewer, @PathVariable UUID board, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, SETTINGS, sent);
        BoardInFull full = theKept(viewer, board);
        var values = new EnumMap<Setting, Integer>(Setting.class);
        for (Setting setting : Setting.values()) {
            Settings.Line line = full.settings().line(setting);
            values.put(setting, Typed.number(form, setting.name(), line.least(), line.most()));
        }
        String reason = Typed.text(form, "reason", 2000);
        boolean stale = false;
        if (form.usable()) {
            try {
                boards.set(viewer, board, Typed.version(form), values, reason);
                return to(board);
            } catch (Refused refused) {
                stale = refused.reason().equals(Rules.STALE);
                if (!stale) {
                    throw refused;
                }
            }
        }
        return setting(stale ? theKept(viewer, board) : full, form, stale);
    }

    private ModelAndView setting(BoardInFull full, Form form, boolean stale) {
        String place = "/meetings/boards/" + full.board().id();
        var page = FormPage.titled(words.the("meeting.settings"), place + "/settings", words.the("meeting.settings.do"))
                .above(full.board().name())
                .text(words.the("meeting.settings.text"))
                .problems(form.problems())
                .changed(stale ? now(full.settings()) : List.of())
                .hidden("version", stale || form.usable() ? full.board().version() : form.value("version"))
                .back(place, words.the("site.cancel"));
        for (Setting setting : Setting.values()) {
            page.ask(Control.TEXT, form.text(setting.name()));
        }
        return page.ask(Control.LINES, form.text("reason")).made().shown();
    }

    private List<String> now(Settings settings) {
        return settings(settings).stream()
                .map(line -> words.the("meeting.settings.now", line.words(), line.value()))
                .toList();
    }

    private BoardInFull theKept(Viewer viewer, UUID board) {
        BoardInFull full = boards.open(viewer, board);
        if (!full.board().keeps()) {
            throw new Absent();
        }
        return full;
    }

    private static ModelAndView to(UUID board) {
        return new ModelAndView("redirect:/meetings/boards/" + board);
    }

    /// A board.
    record Page(BoardInFull full, List<Line> coming, List<Line> past, List<SettingLine> settings) {}

    /// One of its meetings.
    ///
    /// @param when empty for what is over
    record Line(UUID id, String starts, @Nullable String when, String place, boolean cancelled, boolean moved) {}

    /// One of its settings.
    record SettingLine(String words, String value, String source, String since) {}
}
