package org.witan.support.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.Moving;
import org.witan.support.Moving.Move;
import org.witan.support.Property;

/// Managed moves: what is needed, and the one property that is offered.
@Controller
class MoveController {
    private static final String FORM = "support.move";
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?\\s*[0-9][A-Z]{2}");
    private static final Pattern ROOMS = Pattern.compile("10|[0-9]");
    private final Moving moving;
    private final Wording words;
    private final Clock clock;

    MoveController(Moving moving, Wording words, Clock clock) {
        this.moving = moving;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/move")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        Move move = moving.open(viewer, id);
        boolean lets = viewer.role() == Role.SUPPORT_WORKER;
        return new ModelAndView(
                "support/move",
                "page",
                new MovePage(
                        id,
                        move.offer().reference(),
                        words.the("support.move.need", move.need().bedrooms()),
                        move.need().avoid(),
                        move.properties().stream().map(this::line).toList(),
                        unchecked(move),
                        lets && move.wantsOne(),
                        !lets && move.open().isPresent()));
    }

    @OpenTo(Role.SUPPORT_WORKER)
    @GetMapping("/support/offers/{id}/property")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        return page(
                moving.open(viewer, id),
                Form.blank(
                        words,
                        FORM,
                        Map.of("id", List.of(Identity.at(clock.instant()).toString()))));
    }

    @OpenTo(Role.SUPPORT_WORKER)
    @PostMapping("/support/offers/{id}/property")
    ModelAndView propose(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Move move = moving.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String postcode = form.value("postcode").toUpperCase(Locale.UK);
        if (!POSTCODE.matcher(postcode).matches()) {
            form.reject("postcode", "not-a-postcode");
        }
        String ward = form.within("ward", 60);
        if (!ROOMS.matcher(form.value("bedrooms")).matches()) {
            form.reject("bedrooms", "not-a-number");
        }
        String text = form.within("words", 1_000);
        @Nullable UUID made = Ids.read(form.value("id"));
        if (made == null || !form.usable()) {
            return page(move, form);
        }
        int bedrooms = Integer.parseInt(form.value("bedrooms"));
        if (!moving.propose(viewer, id, new Property(made, postcode, ward, bedrooms, text, null))) {
            form.reject("postcode", "cannot");
            return page(move, form);
        }
        return new ModelAndView("redirect:/support/offers/" + id + "/move");
    }

    @OpenToOfferers
    @GetMapping("/support/offers/{id}/property/answer")
    ModelAndView askAnswer(Viewer viewer, @PathVariable UUID id) {
        return answerPage(moving.open(viewer, id), Form.blank(words, FORM, Map.of()));
    }

    @OpenToOfferers
    @PostMapping("/support/offers/{id}/property/answer")
    ModelAndView answer(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Move move = moving.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        Property.@Nullable Answer answer = form.oneOf("answer", Property.Answer.class);
        if (answer == null) {
            return answerPage(move, form);
        }
        moving.answer(viewer, id, answer);
        return new ModelAndView("redirect:/support/offers/" + id + "/move");
    }

    /// What could not be compared, so that somebody asks her.
    private List<String> unchecked(Move move) {
        return move.unchecked().stream()
                .map(one -> words.the("support.move.unchecked." + one.what(), one.area()))
                .toList();
    }

    private String line(Property property) {
        Property.Answer answer = property.answer();
        return Stream.of(
                        words.the("support.move.property", property.postcode(), property.bedrooms()),
                        property.ward(),
                        property.words(),
                        words.the("support.move.answered." + (answer == null ? "OPEN" : answer.name())))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private ModelAndView page(Move move, Form form) {
        String here = "/support/offers/" + move.offer().id();
        return FormPage.titled(words.the("support.move.propose"), here + "/property", words.the("support.move.propose"))
                .above(move.offer().reference())
                .text(words.the("support.move.propose.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("postcode"))
                .ask(Control.TEXT, form.text("ward"))
                .ask(Control.TEXT, form.text("bedrooms"))
                .ask(Control.LINES, form.text("words"))
                .back(here + "/move", words.the("support.move.title"))
                .made()
                .shown();
    }

    private ModelAndView answerPage(Move move, Form form) {
        String here = "/support/offers/" + move.offer().id();
        var page = FormPage.titled(
                        words.the("support.move.answer"), here + "/property/answer", words.the("support.said.do"))
                .above(move.offer().reference())
                .text(words.the("support.move.answer.text"))
                .problems(form.problems());
        unchecked(move).forEach(page::warning);
        return page.ask(
                        Control.RADIOS,
                        form.field("answer", words.choices("support.move.answer", Property.Answer.values())))
                .back(here + "/move", words.the("support.move.title"))
                .made()
                .shown();
    }

    /// A managed move.
    ///
    /// @param avoid areas to avoid; empty where they are closed
    /// @param unchecked what could not be compared by ward; empty for landlords
    /// @param lets whether whoever looks may offer a property now
    /// @param answers whether whoever looks may say what came of one
    record MovePage(
            UUID id,
            String reference,
            String need,
            List<String> avoid,
            List<String> properties,
            List<String> unchecked,
            boolean lets,
            boolean answers) {}
}
