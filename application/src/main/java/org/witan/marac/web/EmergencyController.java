package org.witan.marac.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Colleagues.Reason;
import org.witan.marac.Colleagues.Settled;
import org.witan.marac.Emergencies;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Calls an emergency meeting for a case that cannot wait.
@Controller
class EmergencyController {
    private static final String FORM = "marac.emergency.new";
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H[:][.]mm", Locale.UK);
    private static final int PLACE = 300;
    private static final int WORKS = 5000;
    private final Emergencies emergencies;
    private final TriageWords notes;
    private final OpeningWords opening;
    private final Wording words;
    private final Clock clock;

    EmergencyController(Emergencies emergencies, TriageWords notes, OpeningWords opening, Wording words, Clock clock) {
        this.emergencies = emergencies;
        this.notes = notes;
        this.opening = opening;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/{id}/emergency")
    ModelAndView blank(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Form.blank(words, FORM, Map.of()), Identity.at(clock.instant()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/{id}/emergency")
    ModelAndView called(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        UUID meeting = Ids.read(form.value("id"));
        UUID board = Ids.read(form.value("board"));
        if (board == null) {
            form.reject("board", "missing");
        }
        Instant at = moment(form);
        String place = form.within("place", PLACE);
        String reason = form.within("works", WORKS);
        Emergencies.Would would = board == null ? null : emergencies.would(viewer, id, board);
        if (would != null && would.settled() == Settled.OPEN && reason.isEmpty()) {
            form.reject("works", "missing");
        }
        if (meeting == null || board == null || would == null || at == null || !form.usable()) {
            return page(viewer, id, form, meeting == null ? Identity.at(clock.instant()) : meeting);
        }
        emergencies.call(
                viewer,
                meeting,
                id,
                board,
                at,
                place,
                new Reason(meeting, String.join("\n", opening.seeing(would.seeing())), reason));
        return new ModelAndView("redirect:/triage/" + id);
    }

    private @Nullable Instant moment(Form form) {
        LocalDate day = Days.read(form.value("day")).orElse(null);
        LocalTime time = time(form.value("time"));
        if (day == null) {
            form.reject("day", "not-a-day");
        }
        if (time == null) {
            form.reject("time", "not-a-time");
        }
        if (day == null || time == null) {
            return null;
        }
        Instant at = day.atTime(time).atZone(HERE).toInstant();
        if (at.isBefore(clock.instant())) {
            form.reject("day", "over");
        }
        return at;
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed, TIME);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private ModelAndView page(Viewer viewer, UUID referral, Form form, UUID meeting) {
        Emergencies.Calling calling = emergencies.calling(viewer, referral);
        List<Field.Choice> boards = calling.boards().stream()
                .map(board -> new Field.Choice(board.board().toString(), board.name()))
                .toList();
        var page = FormPage.titled(
                        words.the("marac.emergency.call"),
                        "/triage/" + referral + "/emergency",
                        words.the(FORM + ".do"))
                .above(calling.reference())
                .text(words.the("marac.emergency.by", Days.words(calling.byWhen())))
                .text(words.the(FORM + ".text"))
                .list(notes.core(calling))
                .problems(form.problems())
                .hidden("id", meeting)
                .ask(Control.RADIOS, form.field("board", boards))
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.TEXT, form.text("time"))
                .ask(Control.TEXT, form.text("place"));
        if (!calling.works().isEmpty()) {
            page.warning(
                    words.the("marac.works.emergency", String.join("; ", opening.said(referral, calling.works()))));
            calling.boards()
                    .forEach(one -> page.text(words.the(
                            "marac.works.emergency.board",
                            one.name(),
                            String.join(
                                    "; ",
                                    opening.seeing(emergencies
                                            .would(viewer, referral, one.board())
                                            .seeing())))));
            page.ask(Control.LINES, form.text("works"));
        }
        return page.back("/triage/" + referral, words.the("site.cancel")).made().shown();
    }
}
