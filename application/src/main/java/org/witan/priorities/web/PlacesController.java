package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.Locating;
import org.witan.priorities.PlacesMap;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.statistics.BadInput;
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.HotPlaces;
import org.witan.statistics.place.NearRepeats;
import org.witan.statistics.place.NearRepeatsAnswer;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.PredictiveAccuracy;

/// Where it gathers: hot places with how well they foretold the last month, and near repeats.
@Controller
class PlacesController {
    private final Locating locating;
    private final Districts districts;
    private final Asked asked;
    private final Wording words;
    private final Days days;

    PlacesController(Locating locating, Districts districts, Asked asked, Wording words, Days days) {
        this.locating = locating;
        this.districts = districts;
        this.asked = asked;
        this.words = words;
        this.days = days;
    }

    @OpenToGroup
    @GetMapping("/priorities/places")
    ModelAndView places(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        var outcome = outcome(viewer, question, Verb.READ);
        return shown(
                "priorities/places",
                question,
                outcome,
                switch (outcome) {
                    case Outcome.Found<PlacesAnswer>(PlacesAnswer answer) -> answered(question, answer);
                    case Outcome.Refused<PlacesAnswer>(String code, String reason) -> refused(question, reason);
                });
    }

    private Outcome<PlacesAnswer> outcome(Viewer viewer, Asked.Question question, Verb verb) {
        if (question.period() == null) {
            return new Outcome.Refused<>("question", question.problem());
        }
        try {
            return locating.hotPlaces(viewer, question.offences(), question.area(), question.period(), verb);
        } catch (BadInput wrong) {
            return new Outcome.Refused<>("bad-input", String.valueOf(wrong.getMessage()));
        }
    }

    private static ModelAndView shown(String template, Asked.Question question, Outcome<?> outcome, Object page) {
        var view = new ModelAndView(template, "page", page);
        boolean wrong = outcome instanceof Outcome.Refused<?>(String code, String _)
                && (code.equals("bad-input")
                        || (code.equals("question") && !question.typed().isEmpty()));
        if (wrong) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Page refused(Asked.Question question, String reason) {
        return new Page(
                asked.offences(question.offences()),
                asked.areas(question.area()),
                asked.period(question),
                query(question),
                reason,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Page answered(Asked.Question question, PlacesAnswer answer) {
        List<PlaceRow> dense = rows(answer, answer.byDensity());
        return new Page(
                asked.offences(question.offences()),
                asked.areas(question.area()),
                asked.period(question),
                query(question),
                "",
                words.the(
                        "priorities.places.of",
                        answer.read().title().replace("police.uk: ", ""),
                        answer.read().area(),
                        answer.read().period(),
                        answer.read().crimes()),
                map(answer),
                accuracy(answer),
                words.the("priorities.places.held-out", answer.heldOut()),
                ways(answer),
                dense,
                rows(answer, answer.byPoint()),
                answer.caveats().stream().map(Caveat::text).toList());
    }

    private String map(PlacesAnswer answer) {
        var spots = answer.byDensity().places().stream()
                .map(place -> new PlacesMap.Spot(
                        answer.byDensity().places().indexOf(place) + 1, place.point(), place.figure()))
                .toList();
        return new PlacesMap(
                        "places",
                        words.the("priorities.places.map"),
                        words.the("priorities.places.map.text", spots.size()),
                        spots)
                .svg()
                .orElse("");
    }

    private String accuracy(PlacesAnswer answer) {
        return switch (answer.accuracy()) {
            case Outcome.Refused<PredictiveAccuracy>(String code, String reason) -> reason;
            case Outcome.Found<PredictiveAccuracy>(PredictiveAccuracy told) ->
                words.the(
                        "priorities.places.accuracy",
                        told.trained(),
                        told.tested(),
                        told.chosen(),
                        told.cells(),
                        told.elsewhere());
        };
    }

    private List<WayRow> ways(PlacesAnswer answer) {
        return answer.accuracy() instanceof Outcome.Found<PredictiveAccuracy>(PredictiveAccuracy told)
                ? told.ways().stream()
                        .map(way -> new WayRow(
                                words.the("priorities.way." + way.name()),
                                decimal(way.index()),
                                percent(way.hitRate())))
                        .toList()
                : List.of();
    }

    private List<PlaceRow> rows(PlacesAnswer answer, HotPlaces places) {
        var rows = new ArrayList<PlaceRow>();
        for (HotPlaces.Place place : places.places()) {
            rows.add(new PlaceRow(
                    String.valueOf(rows.size() + 1),
                    place.tied()
                            ? words.the("priorities.places.tied", place.rank())
                            : words.the("priorities.places.rank", place.rank()),
                    answer.near().getOrDefault(place.point(), ""),
                    place.point().gridReference(),
                    String.format(Locale.UK, "%,.0f", place.figure())));
        }
        return rows;
    }

    private static String decimal(PredictiveAccuracy.Interval of) {
        return String.format(Locale.UK, "%.1f (%.1f to %.1f)", of.value(), of.low(), of.high());
    }

    private static String percent(PredictiveAccuracy.Interval of) {
        return String.format(Locale.UK, "%.1f %% (%.1f to %.1f)", 100 * of.value(), 100 * of.low(), 100 * of.high());
    }

    private static String query(Asked.Question question) {
        return "offences=" + question.offences() + "&area=" + question.area() + "&period=" + question.typed();
    }

    @OpenToGroup
    @GetMapping("/priorities/places.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        if (!(outcome(viewer, question, Verb.EXPORT) instanceof Outcome.Found<PlacesAnswer>(PlacesAnswer answer))) {
            throw new Absent();
        }
        Page page = answered(question, answer);
        var rows = new ArrayList<List<Sheet.Cell>>();
        Stream.of(
                        words.the("priorities.file.marking"),
                        words.the("priorities.file.made", Days.words(days.today())),
                        page.of(),
                        page.heldOut(),
                        page.accuracy())
                .forEach(line -> rows.add(Sheet.line(line)));
        page.caveats().forEach(line -> rows.add(Sheet.line(line)));
        rows.add(Sheet.line("way", "index", "hit rate"));
        page.ways().forEach(way -> rows.add(Sheet.line(way.name(), way.index(), way.hitRate())));
        rows.add(Sheet.line("rank", "near", "grid reference", "crimes in a square kilometre"));
        page.dense().forEach(place -> rows.add(Sheet.line(place.rank(), place.near(), place.grid(), place.figure())));
        rows.add(Sheet.line("rank", "near", "grid reference", "crimes"));
        page.points().forEach(place -> rows.add(Sheet.line(place.rank(), place.near(), place.grid(), place.figure())));
        return ProfileController.file("places", rows);
    }

    @OpenToGroup
    @GetMapping("/priorities/near-repeats")
    ModelAndView nearRepeats(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        var outcome = repeats(viewer, question);
        return shown(
                "priorities/near-repeats",
                question,
                outcome,
                switch (outcome) {
                    case Outcome.Found<NearRepeatsAnswer>(NearRepeatsAnswer answer) ->
                        new RepeatsPage(
                                asked.offences(question.offences()),
                                asked.areas(question.area()),
                                asked.period(question),
                                "",
                                words.the(
                                        "priorities.repeats.of",
                                        answer.repeats().events(),
                                        answer.repeats().permutations(),
                                        answer.repeats().seed()),
                                answer.repeats().cells().stream()
                                        .map(this::cell)
                                        .toList(),
                                answer.caveats().stream().map(Caveat::text).toList());
                    case Outcome.Refused<NearRepeatsAnswer>(String code, String reason) ->
                        new RepeatsPage(
                                asked.offences(question.offences()),
                                asked.areas(question.area()),
                                asked.period(question),
                                reason,
                                "",
                                List.of(),
                                List.of());
                });
    }

    private Outcome<NearRepeatsAnswer> repeats(Viewer viewer, Asked.Question question) {
        if (question.period() == null) {
            return new Outcome.Refused<>("question", question.problem());
        }
        try {
            return locating.nearRepeats(viewer, question.offences(), question.area(), question.period());
        } catch (BadInput wrong) {
            return new Outcome.Refused<>("bad-input", String.valueOf(wrong.getMessage()));
        }
    }

    private CellRow cell(NearRepeats.Cell cell) {
        return new CellRow(
                cell.distance(),
                cell.time(),
                String.format(Locale.UK, "%,d", cell.observed()),
                String.format(Locale.UK, "%,.1f", cell.expected()),
                cell.ratio() == null ? "" : String.format(Locale.UK, "%.2f", cell.ratio()),
                String.format(Locale.UK, "%.3f", cell.p()));
    }

    /// The page of hot places.
    ///
    /// @param problem why there is nothing; empty when there is something
    /// @param svg the picture; empty when there is none
    record Page(
            Field offences,
            Field area,
            Field period,
            String query,
            String problem,
            String of,
            String svg,
            String accuracy,
            String heldOut,
            List<WayRow> ways,
            List<PlaceRow> dense,
            List<PlaceRow> points,
            List<String> caveats) {}

    /// One way to choose.
    record WayRow(String name, String index, String hitRate) {}

    /// One place.
    record PlaceRow(String number, String rank, String near, String grid, String figure) {}

    /// The page of near repeats.
    record RepeatsPage(
            Field offences,
            Field area,
            Field period,
            String problem,
            String of,
            List<CellRow> cells,
            List<String> caveats) {}

    /// One band.
    record CellRow(String distance, String time, String observed, String expected, String ratio, String p) {}
}
