package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.witan.priorities.Districts;
import org.witan.priorities.Effects;
import org.witan.priorities.Effects.Measured;
import org.witan.priorities.HotPlace;
import org.witan.priorities.PlaceKind;
import org.witan.priorities.Problem;
import org.witan.priorities.Problem.Compared;
import org.witan.site.Wording;
import org.witan.statistics.place.Effect;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.Series;

/// Says what changed beyond what changed elsewhere.
@Component
class EffectWords {
    private final Effects effects;
    private final Districts districts;
    private final Wording words;

    EffectWords(Effects effects, Districts districts, Wording words) {
        this.effects = effects;
        this.districts = districts;
        this.words = words;
    }

    /// One comparison.
    record View(String asked, String said, List<String> counts, List<String> caveats) {}

    View view(Problem problem, Compared one) {
        String against = one.against().stream().map(districts::name).collect(Collectors.joining(", "));
        String asked =
                words.the("priorities.effect.asked", one.before(), one.after(), against, districts.name(one.area()));
        return switch (effects.measure(problem, one)) {
            case Outcome.Refused<Measured>(String code, String reason) -> new View(asked, reason, List.of(), List.of());
            case Outcome.Found<Measured>(Measured measured) ->
                new View(
                        asked,
                        said(measured.effect()),
                        List.of(
                                counts(measured.effect().area()),
                                words.the(
                                        "priorities.effect.others",
                                        sum(measured.effect(), true),
                                        sum(measured.effect(), false))),
                        caveats(problem, one, measured));
        };
    }

    /// Which area and which kind of place was counted, before what the files say of themselves.
    private List<String> caveats(Problem problem, Compared one, Measured measured) {
        var caveats = new ArrayList<String>();
        HotPlace hot = problem.hot();
        String name = measured.effect().area().name();
        caveats.add(
                one.area().equals(problem.area()) || hot == null
                        ? words.the("priorities.effect.whole", name)
                        : words.the(
                                one.area().equals(hot.area()) ? "priorities.effect.small" : "priorities.effect.ward",
                                name));
        if (measured.place() != PlaceKind.ANY) {
            caveats.add(words.the("priorities.effect.kind", words.the("priorities.place." + measured.place())));
        } else if (problem.place() != PlaceKind.ANY) {
            caveats.add(words.the("priorities.effect.every-kind"));
        }
        caveats.addAll(measured.caveats());
        if (measured.ofRecords()) {
            caveats.add(words.the("priorities.effect.not-alone"));
            caveats.add(words.the("priorities.effect.chosen"));
        }
        return caveats;
    }

    private String counts(Series series) {
        return words.the("priorities.effect.counts", series.name(), series.allBefore(), series.allAfter());
    }

    private static long sum(Effect effect, boolean before) {
        return effect.comparison().stream()
                .mapToLong(series -> before ? series.allBefore() : series.allAfter())
                .sum();
    }

    private String said(Effect effect) {
        String key = effect.isTold() ? (effect.ratio() < 1 ? "fewer" : "more") : "too-close";
        return words.the(
                "priorities.effect." + key, change(effect.ratio()), change(effect.low()), change(effect.high()));
    }

    private static String change(double ratio) {
        double percent = 100 * (ratio - 1);
        String text = String.format(Locale.UK, "%.0f", percent).replace('-', '\u2212');
        return percent > 0 && !text.equals("0") ? "+" + text : text;
    }
}
