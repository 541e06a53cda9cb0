package org.witan.support.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;
import org.witan.support.Answering;
import org.witan.support.Answering.Said;
import org.witan.support.Choice;
import org.witan.support.Offer;
import org.witan.support.StepKind;

/// The fields of a step: asked and read.
@Component
class StepForms {
    static final String FORM = "support.said";
    private static final Pattern MONEY = Pattern.compile("£?([0-9]{1,6}(?:,[0-9]{3})?(?:\\.[0-9]{1,2})?)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern SCORE = Pattern.compile("10|[0-9]");
    private static final int LINES = 2_000;
    private final Answering answering;
    private final OfferWords offers;
    private final Wording words;
    private final Days days;

    StepForms(Answering answering, OfferWords offers, Wording words, Days days) {
        this.answering = answering;
        this.offers = offers;
        this.words = words;
        this.days = days;
    }

    /// The page that asks.
    ModelAndView page(Viewer viewer, Offer offer, StepKind step, Form form, List<String> meanwhile) {
        String here = "/support/offers/" + offer.id();
        var page = FormPage.titled(
                        words.the("support.say." + step),
                        here + "/steps/" + step.name().toLowerCase(Locale.ROOT),
                        words.the("support.said.do"))
                .above(words.the("support.said.above", offer.reference(), offers.what(offer)))
                .hidden("id", form.value("id"))
                .hidden("version", form.value("version"))
                .changed(meanwhile)
                .problems(form.problems())
                .back(here, words.the("support.said.back"));
        if (step == StepKind.ACCEPTED) {
            return page.made().shown();
        }
        page.ask(Control.TEXT, form.text("day"));
        if (step.hasReason()) {
            page.ask(
                    Control.RADIOS,
                    form.field(
                            "reason",
                            answering.reasons(viewer, step).stream()
                                    .map(one -> new Field.Choice(one.code(), one.words()))
                                    .toList()));
        }
        if (step == StepKind.SESSION) {
            page.ask(
                    Control.RADIOS,
                    form.field(
                            "attended",
                            Stream.of("YES", "NO")
                                    .map(one -> new Field.Choice(one, words.the("support.said.attended." + one)))
                                    .toList()));
        }
        if (isScored(step)) {
            page.text(words.the("support.said.scores"));
            answering.aims(viewer).forEach(aim -> page.ask(Control.TEXT, score(form, aim)));
        }
        if (isPaid(step)) {
            page.ask(Control.TEXT, form.text("cost"));
        }
        if (offer.kind().hidesAPlace()) {
            page.warning(words.the("support.new.place"));
        }
        return page.ask(Control.LINES, form.text("words")).made().shown();
    }

    /// What was typed; null when something of it cannot be used.
    @Nullable
    Said read(Viewer viewer, Form form, StepKind step) {
        @Nullable LocalDate day = past(form, days.today());
        @Nullable String reason = step.hasReason() ? reason(viewer, form, step) : null;
        @Nullable Boolean attended = step == StepKind.SESSION ? attended(form) : null;
        Map<String, Integer> scores = isScored(step) ? scores(viewer, form) : Map.of();
        @Nullable Integer pence = isPaid(step) ? pence(form) : null;
        String text = form.within("words", LINES);
        return day == null || !form.usable() ? null : new Said(step, day, reason, text, attended, pence, scores);
    }

    /// A day that was typed and is not to come; null when it is none.
    static @Nullable LocalDate past(Form form, LocalDate today) {
        @Nullable LocalDate day = Days.read(form.value("day")).orElse(null);
        if (day == null) {
            form.reject("day", "not-a-day");
        } else if (day.isAfter(today)) {
            form.reject("day", "ahead");
        }
        return day;
    }

    /// Says at a field why a rule refuses: contact is stopped, or words tell where a refuge is.
    ///
    /// @param field that says when the person is reached
    static void refuse(Form form, String field, Refused refused) {
        switch (refused.reason()) {
            case "support.refused.stopped" -> form.reject(field, "stopped");
            case "support.refused.place" -> form.reject("words", "place");
            default -> throw refused;
        }
    }

    /// The version that a form carries; none when it carries no number.
    int version(Form form) {
        String typed = form.value("version");
        return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
    }

    /// What others wrote since.
    List<String> meanwhile(Offer offer, int version) {
        return offer.steps().stream()
                .filter(step -> step.version() > version)
                .map(step -> offers.step(step, true))
                .toList();
    }

    private @Nullable String reason(Viewer viewer, Form form, StepKind step) {
        String typed = form.value("reason");
        if (answering.reasons(viewer, step).stream().noneMatch(one -> one.code().equals(typed))) {
            form.reject("reason", "missing");
            return null;
        }
        return typed;
    }

    private static @Nullable Boolean attended(Form form) {
        return switch (form.value("attended")) {
            case "YES" -> Boolean.TRUE;
            case "NO" -> Boolean.FALSE;
            default -> {
                form.reject("attended", "missing");
                yield null;
            }
        };
    }

    private Map<String, Integer> scores(Viewer viewer, Form form) {
        var all = new HashMap<String, Integer>();
        for (Choice aim : answering.aims(viewer)) {
            String field = "score-" + aim.code();
            String typed = form.value(field);
            if (!typed.isEmpty() && !SCORE.matcher(typed).matches()) {
                form.reject(field, "not-a-score");
            } else if (!typed.isEmpty()) {
                all.put(aim.code(), Integer.parseInt(typed));
            }
        }
        return all;
    }

    private static @Nullable Integer pence(Form form) {
        String typed = form.value("cost");
        if (typed.isEmpty()) {
            return null;
        }
        var amount = MONEY.matcher(typed);
        if (!amount.matches()) {
            form.reject("cost", "not-money");
            return null;
        }
        return new BigDecimal(amount.group(1).replace(",", ""))
                .movePointRight(2)
                .intValueExact();
    }

    private Field score(Form form, Choice aim) {
        return form.text("score-" + aim.code());
    }

    private static boolean isScored(StepKind step) {
        return step == StepKind.STARTED || step == StepKind.ENDED;
    }

    private static boolean isPaid(StepKind step) {
        return step == StepKind.STARTED || step == StepKind.SESSION || step == StepKind.ENDED;
    }
}
