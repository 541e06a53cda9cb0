package org.witan.voices.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenToEveryone;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.voices.KeepingPlaces;
import org.witan.voices.Seal;
import org.witan.voices.Telling;
import org.witan.voices.Told;
import org.witan.voices.Written;

/// The page on which anybody tells where they do not feel safe. It asks for no session and makes none.
@Controller
class TellController {
    static final String FORM = "voices.tell";
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST = 500;

    /// Nobody sees it; a program that fills in every field does.
    private static final String TRAP = "website";

    private static final String SEAL = "seal";
    private final Telling telling;
    private final Seal seal;
    private final KeepingPlaces places;
    private final Choices choices;
    private final Wording words;

    TellController(Telling telling, Seal seal, KeepingPlaces places, Choices choices, Wording words) {
        this.telling = telling;
        this.seal = seal;
        this.places = places;
        this.choices = choices;
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/voices")
    ModelAndView ask() {
        return page(Form.blank(words, FORM, Map.of()), seal.make(), null, HttpStatus.OK);
    }

    @OpenToEveryone
    @PostMapping("/voices")
    ModelAndView tell(@RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String sealed = form.value(SEAL);
        @Nullable Told told = read(form);
        if (told == null || !form.usable()) {
            return page(form, resealed(sealed), null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (seal.standing(sealed)) {
            case TOO_SOON -> page(form, sealed, "voices.tell.soon", HttpStatus.UNPROCESSABLE_CONTENT);
            case UNKNOWN -> page(form, seal.make(), "voices.tell.old", HttpStatus.UNPROCESSABLE_CONTENT);
            case GOOD -> told(form, sealed, told);
        };
    }

    private ModelAndView told(Form form, String sealed, Told told) {
        return switch (telling.tell(sealed, told)) {
            case KEPT -> new ModelAndView("redirect:/voices/thanks");
            case TOO_MANY -> page(form, sealed, "voices.tell.many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @OpenToEveryone
    @GetMapping("/voices/thanks")
    String thanks() {
        return "voices/thanks";
    }

    private String resealed(String sealed) {
        return seal.standing(sealed) == Seal.Standing.UNKNOWN ? seal.make() : sealed;
    }

    private @Nullable Told read(Form form) {
        var kind = form.oneOf("kind", Told.PlaceKind.class);
        @Nullable UUID place = Ids.read(form.value("place"));
        boolean listed = place != null && places.find(place).isPresent();
        String placeWords = within(form, "where", LONGEST_PLACE);
        if (!listed && placeWords.isEmpty()) {
            form.reject("where", "missing");
        }
        var days = form.oneOf("days", Told.OnDays.class);
        var band = form.oneOf("band", Told.Band.class);
        var topics = Choices.all(form, "topics", Told.Topic.class);
        if (topics.isEmpty()) {
            form.reject("topics", "missing");
        }
        String text = within(form, "words", LONGEST);
        if (!form.value(TRAP).isEmpty()) {
            form.reject(TRAP, "filled");
        }
        return kind == null || days == null || band == null
                ? null
                : new Told(
                        kind,
                        listed ? place : null,
                        days,
                        band,
                        topics,
                        Choices.find(form, "age", Told.Age.class),
                        Choices.find(form, "sex", Told.Sex.class),
                        placeWords,
                        text);
    }

    private static String within(Form form, String field, int longest) {
        String written = Written.of(form.value(field));
        if (Written.length(written) > longest) {
            form.reject(field, "long", longest, Written.length(written));
        }
        return written;
    }

    private ModelAndView page(Form form, String sealed, @Nullable String notice, HttpStatusCode status) {
        var page = new Page(
                form.problems(),
                notice == null ? null : words.the(notice),
                sealed,
                form.field("kind", choices.of("kind", Told.PlaceKind.class)),
                form.field("place", choices.places(places.all())),
                form.text("where"),
                form.field("days", choices.of("days", Told.OnDays.class)),
                form.field("band", choices.of("band", Told.Band.class)),
                form.field("topics", choices.of("topic", Told.Topic.class)),
                form.text("words"),
                form.field("age", choices.orNone("age", Told.Age.class)),
                form.field("sex", choices.orNone("sex", Told.Sex.class)),
                form.text(TRAP));
        var view = new ModelAndView("voices/tell", "page", page);
        view.setStatus(status);
        return view;
    }

    /// The form as it is shown.
    ///
    /// @param notice why it was not taken although nothing in it is wrong; null when it was not sent
    record Page(
            List<Problem> problems,
            @Nullable String notice,
            String seal,
            Field kind,
            Field place,
            Field where,
            Field days,
            Field band,
            Field topics,
            Field words,
            Field age,
            Field sex,
            Field trap) {

        /// Whether it has to be sent again, as the title in the browser says too.
        public boolean wrong() {
            return !problems.isEmpty() || notice != null;
        }
    }
}
