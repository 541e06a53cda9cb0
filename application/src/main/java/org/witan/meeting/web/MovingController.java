package org.witan.meeting.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Meeting;
import org.witan.meeting.MovingItems;
import org.witan.meeting.MovingItems.Leaving;
import org.witan.meeting.MovingItems.Unheard;
import org.witan.meeting.Rules;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Moves what stands on an agenda to another meeting or takes it off; of a meeting that is over, all at
/// once.
@Controller
class MovingController {
    private static final String FORM = "meeting.leave";
    private static final String TO = "to";
    private static final String ANYWAY = "anyway";
    private static final String OFF = "OFF";
    private static final int LONGEST_REASON = 2000;
    private final MovingItems moving;
    private final AgendaWords agendas;
    private final Wording words;
    private final Clock clock;

    MovingController(MovingItems moving, AgendaWords agendas, Wording words, Clock clock) {
        this.moving = moving;
        this.agendas = agendas;
        this.words = words;
        this.clock = clock;
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/items/{item}/move")
    ModelAndView ask(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        Leaving leaving = moving.leaving(viewer, meeting, item);
        if (leaving.item().off()) {
            throw new Refused(Rules.LEFT);
        }
        if (leaving.item().isHeard()) {
            throw new Refused(Rules.HEARD);
        }
        return page(leaving, Form.blank(words, FORM, Map.of()), Identity.at(clock.instant()), List.of());
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/items/{item}/move")
    ModelAndView move(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typed.id(form, "id");
        Leaving leaving = moving.leaving(viewer, meeting, item);
        String reason = Typed.text(form, "reason", LONGEST_REASON);
        UUID to = target(form);
        if (to == null
                && form.usable()
                && leaving.warning() != null
                && !form.values(ANYWAY).contains("YES")) {
            form.reject(ANYWAY, "missing");
        }
        var changed = new ArrayList<String>();
        if (!form.value("minutes").equals(minutes(leaving.meeting()))
                && !leaving.item().off()) {
            changed.add(words.the("meeting.leave.minutes-out", Days.words(minutesOut(leaving.meeting()))));
        } else if (form.usable()) {
            try {
                if (to == null) {
                    moving.takeOff(viewer, id, meeting, item, reason);
                } else {
                    moving.move(viewer, id, meeting, item, to, reason);
                }
                return to(meeting);
            } catch (Refused refused) {
                leaving = moving.leaving(viewer, meeting, item);
                refused(form, refused, changed);
                leaving.item().left().map(agendas::event).ifPresent(changed::add);
            }
        }
        return page(leaving, form, id, changed);
    }

    /// Says beside the field, or above the form, what a rule refused.
    private void refused(Form form, Refused refused, List<String> changed) {
        switch (refused.reason()) {
            case Rules.CANCELLED -> form.reject(TO, "cancelled");
            case Rules.NOT_TO_COME -> form.reject(TO, "not-to-come");
            default -> changed.add(words.the(refused.reason()));
        }
    }

    /// The meeting that was chosen; null when it is none, or nothing was chosen.
    private static @Nullable UUID target(Form form) {
        if (form.required(TO).isEmpty() || form.value(TO).equals(OFF)) {
            return null;
        }
        return Typed.chosen(form, TO);
    }

    private ModelAndView page(Leaving leaving, Form form, UUID id, List<String> changed) {
        Meeting meeting = leaving.meeting();
        var page = FormPage.titled(
                        words.the("meeting.leave"),
                        place(meeting) + "/items/" + leaving.item().id() + "/move",
                        words.the("meeting.leave.do"))
                .above(words.the("meeting.leave.above", leaving.item().reference(), title(meeting)))
                .problems(form.problems())
                .changed(changed)
                .hidden("id", id)
                .hidden("minutes", minutes(meeting))
                .back(place(meeting), words.the("site.cancel"));
        String warning = leaving.warning();
        if (warning != null) {
            page.warning(words.the(warning));
        }
        String unlistable = leaving.unlistable();
        if (unlistable != null) {
            page.text(words.the(unlistable));
        } else if (leaving.to().isEmpty()) {
            page.text(words.the("meeting.leave.none"));
        }
        warn(page, meeting);
        List<Field.Choice> choices = Stream.concat(
                        unlistable == null ? choices(leaving.to()) : Stream.of(),
                        Stream.of(new Field.Choice(
                                OFF, words.the("meeting.leave.to.OFF"), words.the("meeting.leave.to.OFF.hint"))))
                .toList();
        page.ask(Control.RADIOS, form.field(TO, choices)).ask(Control.LINES, form.text("reason"));
        boolean asked =
                form.problems().stream().anyMatch(problem -> problem.field().equals(ANYWAY));
        if (asked || !form.values(ANYWAY).isEmpty()) {
            page.ask(
                    Control.CHECKBOXES,
                    form.field(ANYWAY, List.of(new Field.Choice("YES", words.the("meeting.leave.anyway.YES")))));
        }
        return page.made().shown();
    }

    private void warn(FormPage.Making page, Meeting meeting) {
        if (meeting.coreOnly()) {
            page.warning(words.the("meeting.leave.core"));
        }
        Instant out = meeting.minutesOutAt();
        if (out != null) {
            page.warning(words.the("meeting.leave.minutes", Days.words(out)));
        }
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/items/move")
    ModelAndView askForAll(Viewer viewer, @PathVariable UUID meeting) {
        return all(moving.unheard(viewer, meeting), Form.blank(words, FORM, Map.of()), List.of());
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/items/move")
    ModelAndView moveAll(Viewer viewer, @PathVariable UUID meeting, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        form.required(TO);
        UUID to = Typed.chosen(form, TO);
        String reason = Typed.text(form, "reason", LONGEST_REASON);
        var changed = new ArrayList<String>();
        if (to != null && form.usable()) {
            try {
                moving.moveAll(viewer, meeting, to, reason);
                return to(meeting);
            } catch (Refused refused) {
                refused(form, refused, changed);
            }
        }
        return all(moving.unheard(viewer, meeting), form, changed);
    }

    private ModelAndView all(Unheard left, Form form, List<String> changed) {
        Meeting meeting = left.meeting();
        var page = FormPage.titled(
                        words.the("meeting.leave.all"),
                        place(meeting) + "/items/move",
                        words.the("meeting.leave.all.do", left.items().size()))
                .above(title(meeting))
                .text(
                        left.items().isEmpty()
                                ? words.the("meeting.leave.all.nothing")
                                : words.the(
                                        "meeting.leave.all.text", left.items().size()))
                .list(left.items().stream().map(AgendaItem::reference).toList())
                .problems(form.problems())
                .changed(changed)
                .back(place(meeting), words.the("site.cancel"));
        if (!left.kept().isEmpty()) {
            page.warning(words.the(
                    "meeting.leave.all.kept",
                    left.kept().size(),
                    String.join(
                            ", ",
                            left.kept().stream().map(AgendaItem::reference).toList())));
        }
        if (left.to().isEmpty()) {
            page.text(words.the("meeting.leave.none"));
        }
        warn(page, meeting);
        return page.ask(Control.RADIOS, form.field(TO, choices(left.to()).toList()))
                .ask(Control.LINES, form.text("reason"))
                .made()
                .shown();
    }

    private Stream<Field.Choice> choices(List<Meeting> meetings) {
        return meetings.stream()
                .map(one -> new Field.Choice(
                        one.id().toString(),
                        Days.words(one.startsAt()),
                        one.listOutAt() == null
                                ? one.place()
                                : words.the("meeting.leave.list-out", Days.words(one.listOutAt()))));
    }

    /// When the minutes went out that the page knows of; empty for none.
    private static String minutes(Meeting meeting) {
        Instant out = meeting.minutesOutAt();
        return out == null ? "" : String.valueOf(out.toEpochMilli());
    }

    private Instant minutesOut(Meeting meeting) {
        Instant out = meeting.minutesOutAt();
        return out == null ? clock.instant() : out;
    }

    private String title(Meeting meeting) {
        return words.the("meeting.title", meeting.boardName(), Days.words(meeting.startsAt()));
    }

    private static String place(Meeting meeting) {
        return "/meetings/" + meeting.id();
    }

    private static ModelAndView to(UUID meeting) {
        return new ModelAndView("redirect:/meetings/" + meeting);
    }
}
