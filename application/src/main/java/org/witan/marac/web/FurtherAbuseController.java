package org.witan.marac.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.witan.access.Viewer;
import org.witan.marac.FurtherAbuse;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.marac.ReferringAgain;
import org.witan.marac.ReportingFurtherAbuse;
import org.witan.marac.ReportingFurtherAbuse.Telling;
import org.witan.people.SourceRecord;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Whoever sees a case tells that it happened again, in a few questions, or begins another referral of
/// the same people.
@Controller
class FurtherAbuseController {
    static final String FORM = "marac.further";
    private static final int LONGEST = 5_000;
    private static final int LONGEST_DONE = 2_000;
    private final ReportingFurtherAbuse reporting;
    private final ReferringAgain again;
    private final OrderForms forms;
    private final Wording words;
    private final Clock clock;

    FurtherAbuseController(
            ReportingFurtherAbuse reporting, ReferringAgain again, OrderForms forms, Wording words, Clock clock) {
        this.reporting = reporting;
        this.again = again;
        this.forms = forms;
        this.words = words;
        this.clock = clock;
    }

    @OpenToReferrers
    @GetMapping("/referrals/{id}/further-abuse")
    ModelAndView begin(Viewer viewer, @PathVariable UUID id) {
        var fresh = Map.of("id", List.of(Identity.at(clock.instant()).toString()));
        return page(reporting.open(viewer, id), Form.blank(words, FORM, fresh));
    }

    @OpenToReferrers
    @PostMapping("/referrals/{id}/further-abuse")
    ModelAndView told(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Telling telling = reporting.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        FurtherAbuse told = told(telling, form);
        UUID report = Ids.read(form.value("id"));
        if (told == null || report == null || !form.usable()) {
            return page(telling, form);
        }
        reporting.report(viewer, report, id, told);
        return new ModelAndView("redirect:/referrals/" + id);
    }

    @OpenToReferrers
    @GetMapping("/referrals/{id}/again")
    ModelAndView again(Viewer viewer, @PathVariable UUID id) {
        Telling telling = reporting.open(viewer, id);
        return FormPage.titled(
                        words.the("marac.again.link"), "/referrals/" + id + "/again", words.the("marac.again.do"))
                .above(telling.reference())
                .text(words.the("marac.again.text"))
                .hidden("id", Identity.at(clock.instant()))
                .back("/referrals/" + id, telling.reference())
                .made()
                .shown();
    }

    @OpenToReferrers
    @PostMapping("/referrals/{id}/again")
    ModelAndView begun(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return PromisesController.begun(again.begin(viewer, PromisesController.draft(words, sent), id));
    }

    /// What was typed; null when something of it cannot be used.
    private @Nullable FurtherAbuse told(Telling telling, Form form) {
        @Nullable LocalDate day = forms.pastDay(form, "day");
        String kind = form.value("kind");
        if (telling.kinds().stream().noneMatch(one -> one.code().equals(kind))) {
            form.reject("kind", "missing");
        }
        form.required("words");
        String text = form.within("words", LONGEST);
        List<UUID> harmers = harmers(telling, form);
        @Nullable Who who = who(telling, form, harmers);
        @Nullable KnownBy known = form.oneOf("known", KnownBy.class);
        @Nullable Safe safe = form.oneOf("safe", Safe.class);
        @Nullable Emergency emergency = form.oneOf("emergency", Emergency.class);
        String done = form.within("done", LONGEST_DONE);
        return day == null || who == null || known == null || safe == null || emergency == null
                ? null
                : new FurtherAbuse(
                        day, !form.values("about").isEmpty(), kind, text, who, harmers, known, safe, emergency, done);
    }

    /// Those of the alleged perpetrators who were ticked.
    private static List<UUID> harmers(Telling telling, Form form) {
        List<UUID> ticked = form.values("who").stream()
                .map(Ids::read)
                .filter(Objects::nonNull)
                .toList();
        return telling.harmers().stream()
                .map(SourceRecord::id)
                .filter(ticked::contains)
                .toList();
    }

    private static @Nullable Who who(Telling telling, Form form, List<UUID> harmers) {
        boolean unsure = form.values("who").contains(Who.UNSURE.name());
        if (!telling.harmers().isEmpty()) {
            if (harmers.isEmpty() == unsure) {
                return unsure ? Who.UNSURE : Who.NAMED;
            }
            form.reject("who", unsure ? "both" : "missing");
            return null;
        }
        if (!unsure && !form.value("who").equals(Who.SAME.name())) {
            form.reject("who", "missing");
            return null;
        }
        return unsure ? Who.UNSURE : Who.SAME;
    }

    private ModelAndView page(Telling telling, Form form) {
        String path = "/referrals/" + telling.referral();
        boolean knows = !telling.harmers().isEmpty();
        return FormPage.titled(words.the("marac.further.new"), path + "/further-abuse", words.the("marac.further.do"))
                .above(telling.reference())
                .text(words.the("marac.further.text.emergency"))
                .text(words.the("marac.further.text"))
                .text(words.the("marac.further.text.referral", Days.words(telling.until())))
                .link(path + "/again", words.the("marac.again.link"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.CHECKBOXES, form.field("about", List.of(choice("about", "YES"))))
                .ask(
                        Control.RADIOS,
                        form.field(
                                "kind",
                                telling.kinds().stream()
                                        .map(one -> new Field.Choice(one.code(), one.words()))
                                        .toList()))
                .ask(Control.LINES, form.text("words"))
                .ask(knows ? Control.CHECKBOXES : Control.RADIOS, form.field("who", whos(telling)))
                .ask(Control.RADIOS, form.field("known", choices("known", KnownBy.values())))
                .ask(Control.RADIOS, form.field("safe", choices("safe", Safe.values())))
                .ask(Control.RADIOS, form.field("emergency", choices("emergency", Emergency.values())))
                .ask(Control.LINES, form.text("done"))
                .back(path, telling.reference())
                .made()
                .shown();
    }

    /// By name for whoever may know them; else the same, or nobody knows.
    private List<Field.Choice> whos(Telling telling) {
        Stream<Field.Choice> known =
                telling.harmers().stream().map(one -> new Field.Choice(one.id().toString(), name(one)));
        return Stream.concat(
                        telling.harmers().isEmpty() ? Stream.of(choice("who", Who.SAME.name())) : known,
                        Stream.of(choice("who", Who.UNSURE.name())))
                .toList();
    }

    private String name(SourceRecord one) {
        String whole = (one.name().given() + " " + one.name().family()).strip();
        return whole.isEmpty() ? words.the("people.name.none") : whole;
    }

    private List<Field.Choice> choices(String field, Enum<?>[] all) {
        return Stream.of(all).map(one -> choice(field, one.name())).toList();
    }

    private Field.Choice choice(String field, String value) {
        String key = FORM + "." + field + "." + value;
        return new Field.Choice(value, words.the(key), words.find(key + ".hint"));
    }
}
