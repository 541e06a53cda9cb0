package org.witan.statistics.command;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.EffectAnswer;
import org.witan.statistics.place.HotPlaces;
import org.witan.statistics.place.NearRepeats;
import org.witan.statistics.place.NearRepeatsAnswer;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.PredictiveAccuracy;
import org.witan.statistics.place.Read;
import org.witan.statistics.place.Series;

/// What `places --json` and `near-repeat --json` print. The keys are a promise to other programs.
final class PlacesJson {
    private PlacesJson() {}

    static String of(Outcome.Refused<?> refused) {
        return Json.of(Map.of("refused", refusal(refused)));
    }

    static String of(PlacesAnswer answer) {
        var question = answer.question();
        var object = read(answer.read());
        object.put("cell_metres", question.cell());
        object.put("bandwidth_metres", question.bandwidth());
        object.put("kernel", "quartic");
        object.put("grid", "EPSG:27700");
        object.put("seed", question.seed());
        object.put("by_map_point", places(answer.byPoint(), answer));
        object.put("by_cell", places(answer.byCell(), answer));
        object.put("by_kernel_density", places(answer.byDensity(), answer));
        object.put("held_out", answer.heldOut());
        object.put("accuracy", accuracy(answer.accuracy()));
        object.put("warnings", caveats(answer.caveats()));
        return Json.of(object);
    }

    static String of(NearRepeatsAnswer answer) {
        var repeats = answer.repeats();
        var object = read(answer.read());
        object.put("grid", "EPSG:27700");
        object.put("seed", repeats.seed());
        object.put("permutations", repeats.permutations());
        object.put("events", repeats.events());
        object.put("close_pairs", repeats.closePairs());
        object.put("bands", repeats.cells().stream().map(PlacesJson::band).toList());
        object.put("warnings", caveats(answer.caveats()));
        return Json.of(object);
    }

    static String of(EffectAnswer answer) {
        var effect = answer.effect();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("refused", null);
        object.put("set", answer.title());
        object.put("version", answer.version());
        object.put("snapshot", answer.snapshot());
        object.put("before", answer.question().before().notation());
        object.put("after", answer.question().after().notation());
        object.put("months", answer.months().stream().map(YearMonth::toString).toList());
        object.put("ratio", effect.ratio());
        object.put("low", effect.low());
        object.put("high", effect.high());
        object.put("poisson_low", effect.poissonLow());
        object.put("poisson_high", effect.poissonHigh());
        object.put("dispersion", effect.dispersion());
        object.put("area", series(effect.area()));
        object.put(
                "comparison",
                effect.comparison().stream().map(PlacesJson::series).toList());
        object.put("warnings", caveats(answer.caveats()));
        return Json.of(object);
    }

    private static Map<String, Object> series(Series series) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", series.name());
        object.put("before", series.before());
        object.put("after", series.after());
        return object;
    }

    private static Map<String, @Nullable Object> read(Read read) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("refused", null);
        object.put("set", read.title());
        object.put("version", read.version());
        object.put("area", read.area());
        object.put("period", read.period());
        object.put("months", read.months());
        object.put("snapshot", read.snapshot());
        object.put("crimes", read.crimes());
        object.put("without_point", read.withoutPoint());
        object.put("outside_england", read.outsideEngland());
        return object;
    }

    private static Map<String, Object> places(HotPlaces hot, PlacesAnswer answer) {
        var object = new LinkedHashMap<String, Object>();
        object.put("all", hot.all());
        object.put("left_out_with_the_same", hot.leftOutWithTheSame());
        object.put(
                "places",
                hot.places().stream().map(place -> place(place, answer)).toList());
        return object;
    }

    private static Map<String, @Nullable Object> place(HotPlaces.Place place, PlacesAnswer answer) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("rank", place.rank());
        object.put("tied", place.tied());
        object.put("figure", Json.number(place.figure()));
        object.put("east", place.point().east());
        object.put("north", place.point().north());
        object.put("grid_reference", place.point().gridReference());
        object.put("near", answer.near().get(place.point()));
        return object;
    }

    private static Map<String, @Nullable Object> accuracy(Outcome<PredictiveAccuracy> outcome) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        switch (outcome) {
            case Outcome.Refused<PredictiveAccuracy> refused -> object.put("refused", refusal(refused));
            case Outcome.Found<PredictiveAccuracy>(PredictiveAccuracy accuracy) -> {
                object.put("refused", null);
                object.put("trained", accuracy.trained());
                object.put("tested", accuracy.tested());
                object.put("elsewhere", accuracy.elsewhere());
                object.put("cells", accuracy.cells());
                object.put("chosen", accuracy.chosen());
                object.put("area_share", accuracy.areaShare());
                object.put("ways", accuracy.ways().stream().map(PlacesJson::way).toList());
            }
        }
        return object;
    }

    private static Map<String, Object> way(PredictiveAccuracy.Way way) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", way.name());
        object.put("hits", way.hits());
        object.put("tied_cells", way.tied());
        object.put("hit_rate", interval(way.hitRate()));
        object.put("accuracy_index", interval(way.index()));
        return object;
    }

    private static Map<String, Object> interval(PredictiveAccuracy.Interval interval) {
        var object = new LinkedHashMap<String, Object>();
        object.put("value", interval.value());
        object.put("low", interval.low());
        object.put("high", interval.high());
        return object;
    }

    private static Map<String, @Nullable Object> band(NearRepeats.Cell cell) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("distance", cell.distance());
        object.put("time", cell.time());
        object.put("same_map_point", cell.samePoint());
        object.put("observed", cell.observed());
        object.put("expected", cell.expected());
        object.put("ratio", cell.ratio());
        object.put("p", cell.p());
        return object;
    }

    private static List<Map<String, String>> caveats(List<Caveat> caveats) {
        return caveats.stream()
                .map(caveat -> Map.of("code", caveat.code(), "text", caveat.text()))
                .toList();
    }

    private static Map<String, String> refusal(Outcome.Refused<?> refused) {
        return Map.of("code", refused.code(), "reason", refused.reason());
    }
}
