package org.witan.voices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.comparison.RecordedNearby;
import org.witan.comparison.RecordedNearby.Recorded;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.voices.FewHidden;
import org.witan.voices.Heard;
import org.witan.voices.Heard.HeardArea;
import org.witan.voices.Heard.HeardPlace;
import org.witan.voices.Heard.When;
import org.witan.voices.Hearing;

/// What people told, by place and time, beside recorded crime, for the group.
@Controller
class HeardController {
    private final Hearing hearing;
    private final RecordedNearby recorded;
    private final Choices choices;
    private final Wording words;
    private final Days days;

    HeardController(Hearing hearing, RecordedNearby recorded, Choices choices, Wording words, Days days) {
        this.hearing = hearing;
        this.recorded = recorded;
        this.choices = choices;
        this.words = words;
        this.days = days;
    }

    @OpenToGroup
    @GetMapping("/voices/heard")
    ModelAndView page(Viewer viewer) {
        Heard heard = hearing.hear(viewer, Verb.READ);
        return new ModelAndView(
                "voices/heard",
                "page",
                new Page(
                        summary(heard),
                        heard.areas().stream().map(this::area).toList(),
                        heard.elsewhere() == 0 ? "" : words.the("voices.heard.elsewhere", heard.elsewhere()),
                        parts("age", heard.ages(), age -> choices.word("age", age)),
                        parts("sex", heard.sexes(), sex -> choices.word("sex", sex))));
    }

    private String summary(Heard heard) {
        String from = Days.words(heard.from());
        if (heard.few()) {
            return words.the("voices.heard.few", FewHidden.LEAST, from);
        }
        return heard.whole() == 0
                ? words.the("voices.heard.none", from)
                : words.the("voices.heard.whole", heard.whole(), from);
    }

    private AreaView area(HeardArea area) {
        return new AreaView(
                words.the("voices.heard.area", area.name(), area.number()),
                area.places().stream().map(this::place).toList(),
                area.rest() == 0
                        ? ""
                        : words.the(
                                area.places().isEmpty() ? "voices.heard.scattered" : "voices.heard.rest", area.rest()));
    }

    private PlaceView place(HeardPlace place) {
        var topics = new ArrayList<String>();
        place.topics()
                .forEach((topic, number) ->
                        topics.add(words.the("voices.heard.part", choices.word("topic", topic), number)));
        String area = place.place().crimeArea();
        Optional<Recorded> crime = area.isEmpty() ? Optional.empty() : recorded.inTheLastYearOf(area);
        return new PlaceView(
                place.place().name(),
                choices.word("kind", place.place().kind()),
                words.the("voices.heard.people", place.number()),
                parts("when", place.times(), this::when),
                topics,
                place.words(),
                crime.map(Recorded::sentence).orElse(""),
                crime.map(Recorded::caveats).orElse(List.of()));
    }

    private String when(When when) {
        return words.the("voices.when", choices.word("days", when.days()), choices.word("band", when.band()));
    }

    private <K extends Comparable<K>> List<String> parts(String of, FewHidden<K> counted, Function<K, String> word) {
        var parts = new ArrayList<String>();
        counted.shown().forEach((what, number) -> parts.add(words.the("voices.heard.part", word.apply(what), number)));
        if (counted.rest() > 0) {
            parts.add(words.the("voices.heard.other." + of, counted.rest()));
        }
        return parts;
    }

    /// The same as a file. It asks for no proof of presence, unlike lists that hold somebody: there
    /// is nobody in it, and numbers too few to tell are not either.
    @OpenToGroup
    @GetMapping("/voices/heard.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        Heard heard = hearing.hear(viewer, Verb.EXPORT);
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("voices.heard.file.marking")));
        rows.add(Sheet.line(words.the("voices.heard.file.made", Days.words(days.today()))));
        rows.add(Sheet.line(words.the("voices.heard.caveat.few", FewHidden.LEAST)));
        rows.add(Sheet.line(words.the("voices.heard.caveat.not-crime")));
        rows.add(Sheet.line(summary(heard)));
        rows.add(Sheet.line(
                words.the("voices.heard.file.area"),
                words.the("voices.heard.file.place"),
                words.the("voices.heard.file.kind"),
                words.the("voices.heard.file.time"),
                words.the("voices.heard.file.topic"),
                words.the("voices.heard.file.people")));
        heard.areas().forEach(area -> rows(area, rows));
        if (heard.elsewhere() > 0) {
            rows.add(row(List.of(words.the("voices.heard.file.elsewhere"), "", "", "", ""), heard.elsewhere()));
        }
        who(rows, "age", heard.ages(), age -> choices.word("age", age));
        who(rows, "sex", heard.sexes(), sex -> choices.word("sex", sex));
        return Format.CSV.attached("voices", new Sheet("voices", rows));
    }

    private void rows(HeardArea area, List<List<Sheet.Cell>> rows) {
        rows.add(row(List.of(area.name(), "", "", "", ""), area.number()));
        area.places().forEach(place -> rows(area.name(), place, rows));
        if (area.rest() > 0) {
            rows.add(row(List.of(area.name(), words.the("voices.heard.file.other-places"), "", "", ""), area.rest()));
        }
    }

    /// What people wrote themselves stays on the page: it is read there, and goes nowhere.
    private void rows(String area, HeardPlace place, List<List<Sheet.Cell>> rows) {
        String name = place.place().name();
        String kind = choices.word("kind", place.place().kind());
        rows.add(row(List.of(area, name, kind, "", ""), place.number()));
        place.times()
                .shown()
                .forEach((when, number) -> rows.add(row(List.of(area, name, kind, when(when), ""), number)));
        if (place.times().rest() > 0) {
            rows.add(row(
                    List.of(area, name, kind, words.the("voices.heard.file.other-times"), ""),
                    place.times().rest()));
        }
        place.topics()
                .forEach((topic, number) ->
                        rows.add(row(List.of(area, name, kind, "", choices.word("topic", topic)), number)));
    }

    private <K extends Comparable<K>> void who(
            List<List<Sheet.Cell>> rows, String of, FewHidden<K> counted, Function<K, String> word) {
        if (counted.whole() == 0) {
            return;
        }
        rows.add(List.of());
        rows.add(Sheet.line(words.the("voices.heard.file." + of), words.the("voices.heard.file.people")));
        counted.shown().forEach((what, number) -> rows.add(row(List.of(word.apply(what)), number)));
        if (counted.rest() > 0) {
            rows.add(row(List.of(words.the("voices.heard.file.other." + of)), counted.rest()));
        }
    }

    private static List<Sheet.Cell> row(List<String> what, long number) {
        return Stream.concat(what.stream().map(Sheet::words), Stream.of(Sheet.number((double) number)))
                .toList();
    }

    /// The page.
    ///
    /// @param elsewhere words about areas that are not shown; empty when there are none
    record Page(String summary, List<AreaView> areas, String elsewhere, List<String> ages, List<String> sexes) {}

    /// An area.
    record AreaView(String title, List<PlaceView> places, String rest) {}

    /// A place.
    record PlaceView(
            String name,
            String kind,
            String number,
            List<String> times,
            List<String> topics,
            List<String> words,
            String crime,
            List<String> caveats) {}
}
