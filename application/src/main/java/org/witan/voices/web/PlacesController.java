package org.witan.voices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.voices.KeepingPlaces;
import org.witan.voices.Told.PlaceKind;
import org.witan.voices.Written;

/// The list of places that reports may name.
@Controller
class PlacesController {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_AREA = 80;
    private final KeepingPlaces places;
    private final Choices choices;
    private final Wording words;
    private final Days days;

    PlacesController(KeepingPlaces places, Choices choices, Wording words, Days days) {
        this.days = days;
        this.places = places;
        this.choices = choices;
        this.words = words;
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/places")
    ModelAndView list(Viewer viewer) {
        return listPage(Form.blank(words, "voices.list", Map.of()));
    }

    /// The list as a file. It asks for no proof of presence: everybody who tells something reads these places.
    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/places.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("voices.places.file.marking")));
        rows.add(Sheet.line(words.the("voices.heard.file.made", Days.words(days.today()))));
        rows.add(Sheet.line(words.the("voices.places.text")));
        rows.add(Stream.of("place", "area", "kind", "crime")
                .map(column -> Sheet.words(words.the("voices.places.file." + column)))
                .toList());
        places.all(viewer)
                .forEach(place -> rows.add(
                        Sheet.line(place.name(), place.area(), choices.word("kind", place.kind()), place.crimeArea())));
        return Format.CSV.attached("places", new Sheet("places", rows));
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/places")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "voices.list", Map.copyOf(sent));
        var kind = form.oneOf("kind", PlaceKind.class);
        String name = Written.of(form.required("name"));
        String area = Written.of(form.required("area"));
        form.within("name", LONGEST_NAME);
        form.within("area", LONGEST_AREA);
        String code = form.value("crime");
        if (!code.matches("|[EW]\\d{8}")) {
            form.reject("crime", "unknown");
        }
        if (kind == null || !form.usable()) {
            return listPage(form);
        }
        places.add(viewer, kind, name, area, code);
        return new ModelAndView("redirect:/voices/places");
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/places/{id}/close")
    String close(Viewer viewer, @PathVariable UUID id) {
        places.close(viewer, id);
        return "redirect:/voices/places";
    }

    private ModelAndView listPage(Form form) {
        var view = new ModelAndView(
                "voices/places",
                "page",
                new PlacesPage(
                        form.problems(),
                        places.all().stream()
                                .map(place -> new Listed(
                                        "/voices/places/" + place.id() + "/close",
                                        words.the("voices.place.line", place.name(), place.area()),
                                        choices.word("kind", place.kind()),
                                        place.crimeArea()))
                                .toList(),
                        form.field("kind", choices.of("kind", PlaceKind.class)),
                        form.text("name"),
                        form.text("area"),
                        form.text("crime")));
        if (!form.usable()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// The list of places.
    record PlacesPage(List<Problem> problems, List<Listed> places, Field kind, Field name, Field area, Field crime) {}

    /// One of the list.
    record Listed(String close, String words, String kind, String crimeArea) {}
}
