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
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.RecordingAttendance.Colleague;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Records who comes to a meeting, and puts right what was recorded.
@Controller
class AttendanceController {
    private static final String FORM = "meeting.attendance";
    private final Scheduling scheduling;
    private final KeepingBoards boards;
    private final RecordingAttendance attendance;
    private final Wording words;
    private final WhenWords when;
    private final Clock clock;

    AttendanceController(
            Scheduling scheduling,
            KeepingBoards boards,
            RecordingAttendance attendance,
            Wording words,
            WhenWords when,
            Clock clock) {
        this.scheduling = scheduling;
        this.boards = boards;
        this.attendance = attendance;
        this.words = words;
        this.when = when;
        this.clock = clock;
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/attendance/new")
    ModelAndView blank(Viewer viewer, @PathVariable UUID meeting) {
        var known = Map.of("capacity", List.of("REPRESENTATIVE"), "came", List.of("PRESENT"));
        return page(viewer, meeting, Form.blank(words, FORM, known), Identity.at(clock.instant()), null, false);
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/attendance/{row}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID row) {
        Attendance found = the(viewer, meeting, row);
        var known = new HashMap<String, List<String>>();
        UUID account = found.account();
        known.put("who", List.of(account == null ? "" : account + " " + found.agency()));
        known.put("name", List.of(account == null ? found.name() : ""));
        known.put("agency", List.of(found.agency().toString()));
        known.put("capacity", List.of(found.capacity().name()));
        known.put("came", List.of(found.came().name()));
        known.put("sent", typed(found.informationSentOn()));
        known.put("signed", typed(found.statementSignedOn()));
        return page(viewer, meeting, Form.blank(words, FORM, known), Identity.at(clock.instant()), row, false);
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/attendance")
    ModelAndView record(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typed.id(form, "id");
        UUID replaces = form.value("replaces").isEmpty() ? null : Typed.id(form, "replaces");
        Attendance.Given given = given(form);
        boolean stale = false;
        if (given != null && form.usable()) {
            try {
                attendance.record(viewer, id, meeting, given, replaces);
                return new ModelAndView("redirect:/meetings/" + meeting);
            } catch (Refused refused) {
                if (refused.reason().equals(Rules.NOT_THERE)) {
                    form.reject("who", "not-there");
                } else {
                    stale = refused.reason().equals(Rules.STALE);
                }
                if (!stale && form.usable()) {
                    throw refused;
                }
            }
        }
        return page(viewer, meeting, form, id, replaces, stale);
    }

    private Attendance.@Nullable Given given(Form form) {
        Capacity capacity = form.oneOf("capacity", Capacity.class);
        Came came = form.oneOf("came", Came.class);
        LocalDate sent = notAhead(form, "sent");
        LocalDate signed = notAhead(form, "signed");
        String[] who = form.value("who").split(" ", 2);
        String name = form.within("name", 160);
        UUID account = null;
        UUID agency = Typed.chosen(form, "agency");
        if (who.length == 2) {
            account = id(form, who[0]);
            agency = id(form, who[1]);
        } else if (name.isEmpty()) {
            form.reject("name", "missing");
        } else if (agency == null) {
            form.reject("agency", "missing");
        }
        if (capacity == null || came == null || agency == null || !form.usable()) {
            return null;
        }
        return new Attendance.Given(agency, account, name, capacity, came, sent, signed);
    }

    private @Nullable LocalDate notAhead(Form form, String field) {
        LocalDate day = Typed.dayIfAny(form, field);
        if (day != null && day.isAfter(when.today())) {
            form.reject(field, "ahead");
        }
        return day;
    }

    private static @Nullable UUID id(Form form, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            form.reject("who", "not-there");
            return null;
        }
    }

    private ModelAndView page(Viewer viewer, UUID id, Form form, UUID row, @Nullable UUID replaces, boolean stale) {
        Meeting meeting = scheduling.kept(viewer, id);
        var members = boards.open(viewer, meeting.board()).members().stream()
                .map(member -> new Field.Choice(member.agency().toString(), member.name()))
                .toList();
        var people = attendance.colleagues(viewer, id).stream()
                .map(AttendanceController::choice)
                .toList();
        String place = "/meetings/" + id;
        return FormPage.titled(
                        words.the(replaces == null ? "meeting.attendance.add" : "meeting.attendance.edit"),
                        place + "/attendance",
                        words.the("meeting.attendance.do"))
                .above(words.the("meeting.title", meeting.boardName(), Days.words(meeting.startsAt())))
                .problems(form.problems())
                .changed(stale ? List.of(words.the("meeting.attendance.stale")) : List.of())
                .hidden("id", row)
                .hidden("replaces", Objects.requireNonNullElse(replaces, ""))
                .ask(Control.ONE_OF, form.field("who", Typed.withNone(words.the("meeting.attendance.other"), people)))
                .ask(Control.TEXT, form.text("name"))
                .ask(Control.ONE_OF, form.field("agency", Typed.withNone("", members)))
                .ask(
                        Control.RADIOS,
                        form.field("capacity", Typed.choices(words, "meeting.capacity", Capacity.values())))
                .ask(Control.RADIOS, form.field("came", Typed.choices(words, "meeting.came", Came.values())))
                .ask(Control.TEXT, form.text("sent"))
                .ask(Control.TEXT, form.text("signed"))
                .back(place, words.the("site.cancel"))
                .made()
                .shown();
    }

    private static Field.Choice choice(Colleague one) {
        return new Field.Choice(one.account() + " " + one.agency(), one.agencyName() + ": " + one.name());
    }

    private static List<String> typed(@Nullable LocalDate day) {
        return List.of(day == null ? "" : Days.typed(day));
    }

    private Attendance the(Viewer viewer, UUID meeting, UUID row) {
        return attendance.of(viewer, meeting).stream()
                .filter(one -> one.id().equals(row))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}
