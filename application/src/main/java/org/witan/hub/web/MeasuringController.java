package org.witan.hub.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.MeasuringIndependence;
import org.witan.hub.Need;
import org.witan.hub.Occasion;
import org.witan.hub.ReadingHub;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Measures independence, and says when it is looked at next.
@Controller
class MeasuringController {
    private static final String FORM = "hub.measure";
    private static final String DAY = "hub.review-day";
    private final MeasuringIndependence measuring;
    private final ReadingHub reading;
    private final CaseForms forms;
    private final Wording words;
    private final Days days;

    MeasuringController(
            MeasuringIndependence measuring, ReadingHub reading, CaseForms forms, Wording words, Days days) {
        this.measuring = measuring;
        this.reading = reading;
        this.forms = forms;
        this.words = words;
        this.days = days;
    }

    @OpenToHubMembers
    @GetMapping("/hub/cases/{id}/measure")
    ModelAndView begin(Viewer viewer, @PathVariable UUID id) {
        HubCaseInFull found = reading.open(viewer, id);
        Occasion occasion = found.isMeasured() ? Occasion.REVIEW : Occasion.START;
        return forms.blank(
                viewer,
                id,
                FORM,
                Map.of("on", List.of(Days.typed(days.today())), "occasion", List.of(occasion.name())),
                this::ask);
    }

    @OpenToHubMembers
    @PostMapping("/hub/cases/{id}/measure")
    ModelAndView measure(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        HubCaseInFull found = reading.open(viewer, id);
        var form = Form.sent(words, FORM, sent);
        Occasion occasion = form.oneOf("occasion", Occasion.class);
        String who = form.value("who");
        if (!who.equals("WITH") && !who.equals("ABOUT")) {
            form.reject("who", "missing");
        }
        LocalDate on = Typed.day(form, "on");
        if (on != null && on.isAfter(days.today())) {
            form.reject("on", "ahead");
        }
        LocalDate next = form.value("next").isEmpty() ? null : Typed.day(form, "next");
        if (next != null && next.isBefore(days.today())) {
            form.reject("next", "past");
        }
        String said = form.within("words", 5_000);
        var values = values(found, form);
        return forms.send(
                viewer,
                id,
                form,
                "occasion",
                () -> measuring.measure(
                        viewer,
                        Typed.carried(form, "id"),
                        id,
                        form.version(),
                        new MeasuringIndependence.Measuring(
                                Objects.requireNonNull(occasion),
                                who.equals("WITH"),
                                Objects.requireNonNull(on),
                                said,
                                values,
                                next)),
                this::ask);
    }

    private Map<String, Integer> values(HubCaseInFull found, Form form) {
        var values = new LinkedHashMap<String, Integer>();
        for (Need need : found.needs()) {
            String typed = form.value("need-" + need.code());
            if (typed.matches("[0-9]|10")) {
                values.put(need.code(), Integer.parseInt(typed));
            }
        }
        if (values.isEmpty()) {
            form.reject("occasion", "unmeasured");
        }
        return values;
    }

    private FormPage.Making ask(HubCaseInFull found, Form form, List<Problem> refused, List<String> changed) {
        var page = forms.begin(found, FORM, "measure", form, refused, changed)
                .text(words.the("hub.scale"))
                .text(words.the("hub.scale.source"))
                .ask(
                        Control.RADIOS,
                        form.field(
                                "occasion",
                                Stream.of(Occasion.values())
                                        .filter(one -> (one == Occasion.START) != found.isMeasured())
                                        .map(one -> new Field.Choice(one.name(), words.the("hub.occasion." + one)))
                                        .toList()))
                .ask(
                        Control.RADIOS,
                        form.field(
                                "who",
                                List.of(
                                        new Field.Choice("WITH", words.the("hub.measure.who.WITH")),
                                        new Field.Choice("ABOUT", words.the("hub.measure.who.ABOUT")))))
                .ask(Control.TEXT, form.text("on"));
        for (Need need : found.needs()) {
            String name = "need-" + need.code();
            page.ask(
                    Control.ONE_OF,
                    Field.of(
                            name, words.the("hub.measure.need", need.words()), null, form.values(name), null, scale()));
        }
        return page.ask(Control.LINES, form.text("words")).ask(Control.TEXT, form.text("next"));
    }

    private List<Field.Choice> scale() {
        return Stream.concat(
                        Stream.of(new Field.Choice("", words.the("hub.measure.not"))),
                        IntStream.rangeClosed(0, 10).mapToObj(value -> {
                            String end = words.find("hub.scale." + value);
                            return new Field.Choice(
                                    String.valueOf(value),
                                    end == null ? String.valueOf(value) : words.the("hub.scale.with", value, end));
                        }))
                .toList();
    }

    @OpenToHubMembers
    @GetMapping("/hub/cases/{id}/review-day")
    ModelAndView day(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(viewer, id, DAY, Map.of(), this::askDay);
    }

    @OpenToHubMembers
    @PostMapping("/hub/cases/{id}/review-day")
    ModelAndView dayed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, DAY, sent);
        LocalDate due = Typed.day(form, "due");
        if (due != null && due.isBefore(days.today())) {
            form.reject("due", "past");
        }
        return forms.send(
                viewer,
                id,
                form,
                "due",
                () -> measuring.reviewOn(
                        viewer, Typed.carried(form, "id"), id, form.version(), Objects.requireNonNull(due)),
                this::askDay);
    }

    private FormPage.Making askDay(HubCaseInFull found, Form form, List<Problem> refused, List<String> changed) {
        return forms.begin(found, DAY, "review-day", form, refused, changed).ask(Control.TEXT, form.text("due"));
    }
}
