package org.witan.matac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.witan.matac.Ranked;
import org.witan.matac.Ranked.Asked;
import org.witan.matac.Ranked.Counted;
import org.witan.matac.Scale;
import org.witan.site.Days;
import org.witan.site.Wording;

/// What stands on every list and in every file: the day, the scale with its weights, what was counted, and what to
/// know.
@Component
class Caveats {
    private final Wording words;

    Caveats(Wording words) {
        this.words = words;
    }

    /// The day and what is used for it.
    String of(Asked asked) {
        return words.the(
                "matac.of",
                Days.words(asked.day()),
                words.the("matac.basis." + asked.basis()),
                asked.scale().version());
    }

    /// The scale: pool, weights, and what each part counts.
    List<String> scale(Asked asked) {
        Scale scale = asked.scale();
        Scale.Pool pool = scale.pool();
        Scale.Weights weights = scale.weights();
        Scale.Bounds bounds = scale.bounds();
        var lines = new ArrayList<String>();
        lines.add(words.the(
                "matac.scale.version", scale.version(), Days.words(scale.since()), scale.words(), scale.source()));
        if (asked.isBeforeTheScale()) {
            lines.add(words.the("matac.scale.before"));
        }
        lines.add(words.the(
                "matac.scale.pool",
                pool.events(),
                pool.victims(),
                pool.months(),
                pool.leastAge(),
                Days.words(asked.day().minusMonths(pool.months()).plusDays(1))));
        lines.add(words.the("matac.scale.recency", weights.recency(), bounds.recencyDays()));
        lines.add(words.the(
                "matac.scale.frequency", weights.frequency(), bounds.frequencyMonths(), bounds.frequencyFull()));
        lines.add(words.the(
                "matac.scale.gravity",
                weights.gravity(),
                bounds.harmVersion(),
                String.format(Locale.UK, "%,.0f", bounds.harmFull())));
        lines.add(words.the("matac.scale.victims", weights.victims(), bounds.victimsFull()));
        lines.add(words.the("matac.scale.sum"));
        return List.copyOf(lines);
    }

    /// What it was reckoned from.
    List<String> counted(Ranked ranked) {
        Counted counted = ranked.counted();
        return List.of(
                words.the("matac.counted.events", counted.events()),
                words.the("matac.counted.without-suspect", counted.withoutSuspect()),
                words.the("matac.counted.not-domestic", counted.notDomestic()),
                words.the("matac.counted.relation-unknown", counted.relationUnknown()),
                words.the("matac.counted.unweighed", counted.unweighed()));
    }

    /// What to know about any of it.
    List<String> know() {
        return List.of(
                words.the("matac.know.recorded"),
                words.the("matac.know.sources"),
                words.the("matac.know.persons"),
                words.the("matac.know.seen"),
                words.the("matac.know.stalking"),
                words.the("matac.know.both"),
                words.the("matac.know.past"));
    }
}
