package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.witan.priorities.Districts;
import org.witan.priorities.PlacesMap;
import org.witan.site.Field;
import org.witan.site.Wording;
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.HotPlaces;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.PredictiveAccuracy;

/// Makes the page of hot places.
@Component
class PlacesPages {
    private final Asked asked;
    private final Districts districts;
    private final Wording words;

    PlacesPages(Asked asked, Districts districts, Wording words) {
        this.asked = asked;
        this.districts = districts;
        this.words = words;
    }

    Page refused(Asked.Question question, String reason) {
        return new Page(
                asked.offences(question.offences()),
                asked.areas(question.area()),
                asked.period(question),
                Asked.query(question),
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

    Page answered(Asked.Question question, PlacesAnswer answer) {
        Map<String, String> codes = districts.smallAreas(question.area());
        return new Page(
                asked.offences(question.offences()),
                asked.areas(question.area()),
                asked.period(question),
                Asked.query(question),
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
                rows(question, answer, answer.byDensity(), codes),
                rows(question, answer, answer.byPoint(), codes),
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

    private List<PlaceRow> rows(
            Asked.Question question, PlacesAnswer answer, HotPlaces places, Map<String, String> codes) {
        var rows = new ArrayList<PlaceRow>();
        for (HotPlaces.Place place : places.places()) {
            String near = answer.near().getOrDefault(place.point(), "");
            String grid = place.point().gridReference();
            rows.add(new PlaceRow(
                    String.valueOf(rows.size() + 1),
                    place.tied()
                            ? words.the("priorities.places.tied", place.rank())
                            : words.the("priorities.places.rank", place.rank()),
                    near,
                    grid,
                    String.format(Locale.UK, "%,.0f", place.figure()),
                    "/priorities/problems/new?" + Asked.query(question) + "&grid=" + grid.replace(' ', '+') + "&near="
                            + codes.getOrDefault(near, "")));
        }
        return rows;
    }

    private static String decimal(PredictiveAccuracy.Interval of) {
        return String.format(Locale.UK, "%.1f (%.1f to %.1f)", of.value(), of.low(), of.high());
    }

    private static String percent(PredictiveAccuracy.Interval of) {
        return String.format(Locale.UK, "%.1f %% (%.1f to %.1f)", 100 * of.value(), 100 * of.low(), 100 * of.high());
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
    ///
    /// @param problem where a problem of it is written down
    record PlaceRow(String number, String rank, String near, String grid, String figure, String problem) {}
}
