package org.witan.matac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.matac.Event;
import org.witan.matac.OpeningScores.Opened;
import org.witan.matac.OpeningScores.Past;
import org.witan.matac.Scale;
import org.witan.matac.Scored;
import org.witan.site.Days;
import org.witan.site.Drawn;
import org.witan.site.Field;
import org.witan.site.Table;
import org.witan.site.Wording;

/// Makes the page of one score: where it comes from, the events behind it, and what it was before.
@Component
class ScorePages {
    private final Caveats caveats;
    private final ListPages lists;
    private final Wording words;

    ScorePages(Caveats caveats, ListPages lists, Wording words) {
        this.caveats = caveats;
        this.lists = lists;
        this.words = words;
    }

    Page page(AskedDay.Question question, Opened found) {
        Scored scored = found.scored();
        return new Page(
                found.record(),
                lists.who(found.face()),
                found.face().reference(),
                question.dayField(),
                question.basisField(),
                caveats.of(found.asked()),
                scored == null
                        ? words.the("matac.score.none")
                        : standing(found.asked().scale(), scored),
                scored == null || scored.harmed() == 0 ? "" : words.the("matac.score.harmed", scored.harmed()),
                scored == null ? null : parts(found.asked().scale(), scored),
                found.events().stream().map(this::event).toList(),
                picture(found.past()),
                caveats.scale(found.asked()),
                caveats.know());
    }

    private String standing(Scale scale, Scored scored) {
        return words.the(
                "matac.score.stands." + scored.place(),
                ListPages.decimal(scored.printed()),
                scale.pool().events(),
                scale.pool().victims(),
                scale.pool().leastAge());
    }

    private Table parts(Scale scale, Scored scored) {
        Scale.Weights weights = scale.weights();
        Scored.Parts parts = scored.parts();
        return new Table(
                words.the("matac.score.parts"),
                List.of(
                        words.the("matac.score.part"),
                        words.the("matac.score.counted"),
                        words.the("matac.score.value"),
                        words.the("matac.score.weight"),
                        words.the("matac.score.points")),
                List.of(
                        part(
                                "recency",
                                words.the("matac.score.recency", Days.words(scored.lastOn())),
                                parts.recency(),
                                weights.recency()),
                        part(
                                "frequency",
                                words.the(
                                        "matac.score.frequency",
                                        scored.recent(),
                                        scale.bounds().frequencyMonths()),
                                parts.frequency(),
                                weights.frequency()),
                        part(
                                "gravity",
                                words.the("matac.score.gravity", ListPages.whole(scored.harm()), scored.unweighed()),
                                parts.gravity(),
                                weights.gravity()),
                        part(
                                "victims",
                                words.the("matac.score.victims", scored.victims()),
                                parts.victims(),
                                weights.victims()),
                        List.of(
                                words.the("matac.score.sum"),
                                words.the("matac.score.events", scored.events()),
                                "",
                                words.the("matac.score.percent", 100),
                                ListPages.decimal(scored.score()))));
    }

    private List<String> part(String key, String counted, double value, int weight) {
        return List.of(
                words.the("matac.heading." + key),
                counted,
                ListPages.decimal(value),
                words.the("matac.score.percent", weight),
                ListPages.decimal(weight * value / 100));
    }

    private EventRow event(Event event) {
        Double days = event.days();
        return new EventRow(
                Days.words(event.happenedOn()),
                event.code().isEmpty() ? words.the("matac.event.no-code") : event.code(),
                event.kind() == null ? words.the("matac.event.no-kind") : event.kind(),
                days == null ? words.the("matac.event.no-weight") : ListPages.whole(days),
                event.agency(),
                words.the(event.isRecent() ? "matac.event.recent" : "matac.event.older"),
                "/people/" + event.victim(),
                event.reference());
    }

    private @Nullable Drawn picture(List<Past> past) {
        if (past.stream().allMatch(one -> one.knownNow() == null && one.knownThen() == null)) {
            return null;
        }
        var rows = new ArrayList<List<String>>();
        past.forEach(one -> rows.add(List.of(Days.words(one.day()), value(one.knownThen()), value(one.knownNow()))));
        return new Drawn(
                "fall",
                words.the("matac.fall"),
                FallPicture.svg(past, words.the("matac.fall.picture", said(past))),
                List.of(words.the("matac.fall.marks"), words.the("matac.fall.why"), words.the("matac.fall.then")),
                new Table(
                        words.the("matac.fall"),
                        List.of(
                                words.the("matac.fall.day"),
                                words.the("matac.fall.KNOWN_THEN"),
                                words.the("matac.fall.KNOWN_NOW")),
                        rows));
    }

    private String said(List<Past> past) {
        return words.the(
                "matac.fall.from-to",
                value(past.getFirst().knownNow()),
                value(past.getLast().knownNow()));
    }

    private String value(@Nullable Double score) {
        return score == null ? words.the("matac.fall.none") : ListPages.decimal(score);
    }

    /// A score.
    ///
    /// @param stands where the person stands, in words
    /// @param harmed that they are recorded as harmed too; empty when they are not
    /// @param parts null where there is no score
    record Page(
            UUID record,
            String who,
            String reference,
            Field day,
            Field basis,
            String of,
            String stands,
            String harmed,
            @Nullable Table parts,
            List<EventRow> events,
            @Nullable Drawn picture,
            List<String> scale,
            List<String> know) {}

    /// An event.
    record EventRow(
            String day,
            String code,
            String kind,
            String days,
            String agency,
            String counts,
            String path,
            String reference) {}
}
