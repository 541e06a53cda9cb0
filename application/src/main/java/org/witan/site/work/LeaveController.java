package org.witan.site.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.Absence;
import org.witan.access.directory.Rules;
import org.witan.access.directory.TakingLeave;
import org.witan.access.directory.TakingLeave.Leave;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Where somebody enters their leave and who stands in for them, and an administrator the leave of others.
@Controller
class LeaveController {
    private static final String FORM = "work.leave";
    private static final int LONGEST_DAYS = 366;
    private final TakingLeave leave;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    LeaveController(TakingLeave leave, Wording words, Days days, Clock clock) {
        this.leave = leave;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo
    @GetMapping("/leave")
    ModelAndView own(Viewer viewer) {
        return blank(viewer, viewer.account());
    }

    @OpenTo
    @PostMapping("/leave")
    ModelAndView enterOwn(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        return enter(viewer, viewer.account(), sent);
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts/{account}/leave")
    ModelAndView another(Viewer viewer, @PathVariable UUID account) {
        return blank(viewer, account);
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/{account}/leave")
    ModelAndView enterAnother(
            Viewer viewer, @PathVariable UUID account, @RequestParam MultiValueMap<String, String> sent) {
        return enter(viewer, account, sent);
    }

    @OpenTo
    @PostMapping("/leave/{id}/cancel")
    ModelAndView cancel(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("redirect:" + place(viewer, leave.cancel(viewer, id)));
    }

    private ModelAndView blank(Viewer viewer, UUID account) {
        return page(viewer, account, Form.blank(words, FORM, Map.of()), Identity.at(clock.instant()));
    }

    private ModelAndView enter(Viewer viewer, UUID account, MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = uuid(form.value("id"));
        Optional<LocalDate> from = day(form, "from-on");
        Optional<LocalDate> until = day(form, "until-on");
        if (from.isPresent() && until.isPresent()) {
            check(form, from.get(), until.get());
        }
        String deputy = form.required("deputy");
        if (form.usable() && from.isPresent() && until.isPresent()) {
            try {
                leave.enter(viewer, new Absence.New(id, account, uuid(deputy), from.get(), until.get()));
                return new ModelAndView("redirect:" + place(viewer, account));
            } catch (Refused refused) {
                reject(form, refused);
            }
        }
        return page(viewer, account, form, id);
    }

    private Optional<LocalDate> day(Form form, String field) {
        String typed = form.required(field);
        Optional<LocalDate> day = Days.read(typed);
        if (!typed.isEmpty() && day.isEmpty()) {
            form.reject(field, "not-a-day");
        }
        return day;
    }

    private void check(Form form, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            form.reject("until-on", "before");
        } else if (until.isBefore(days.today())) {
            form.reject("until-on", "over");
        } else if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
            form.reject("until-on", "far");
        }
    }

    private static void reject(Form form, Refused refused) {
        switch (refused.reason()) {
            case Rules.LEAVE_OVERLAPS -> form.reject("from-on", "overlaps");
            case Rules.NO_DEPUTY -> form.reject("deputy", "not-a-deputy");
            default -> throw refused;
        }
    }

    private ModelAndView page(Viewer viewer, UUID account, Form form, UUID id) {
        Leave known = leave.of(viewer, account);
        var deputies = Stream.concat(
                        Stream.of(new Field.Choice("", "")),
                        known.deputies().stream()
                                .map(one -> new Field.Choice(one.account().toString(), one.name())))
                .toList();
        boolean own = account.equals(viewer.account());
        var page = new LeavePage(
                own
                        ? words.the("work.leave.title")
                        : words.the("work.leave.of", known.person().name()),
                place(viewer, account),
                id,
                own,
                known.ahead().stream().map(this::row).toList(),
                known.standsIn().stream().map(this::standsIn).toList(),
                !known.deputies().isEmpty(),
                form,
                List.of(form.text("from-on"), form.text("until-on")),
                form.field("deputy", deputies));
        var view = new ModelAndView("work/leave", "page", page);
        view.setStatus(form.usable() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Row row(Absence absence) {
        return new Row(
                words.the("work.leave.row", Days.words(absence.fromOn()), Days.words(absence.untilOn())),
                absence.deputyName(),
                absence.recordedBy(),
                "/leave/" + absence.id() + "/cancel");
    }

    private String standsIn(Absence absence) {
        return words.the(
                "work.leave.stands-in", absence.person(), Days.words(absence.fromOn()), Days.words(absence.untilOn()));
    }

    private static String place(Viewer viewer, UUID account) {
        return account.equals(viewer.account()) ? "/leave" : "/administration/accounts/" + account + "/leave";
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /// Somebody's leave, and the form to enter more.
    ///
    /// @param hasDeputies whether anybody may stand in at all
    record LeavePage(
            String title,
            String action,
            UUID id,
            boolean own,
            List<Row> ahead,
            List<String> standsIn,
            boolean hasDeputies,
            Form form,
            List<Field> spans,
            Field deputy) {}

    record Row(String when, String deputy, String recordedBy, String cancel) {}
}
