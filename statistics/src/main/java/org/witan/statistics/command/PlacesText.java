package org.witan.statistics.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.HotPlaces;
import org.witan.statistics.place.NearRepeats;
import org.witan.statistics.place.NearRepeatsAnswer;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.Point;
import org.witan.statistics.place.PredictiveAccuracy;
import org.witan.statistics.place.Read;

/// Answers about places for a person at a terminal: the caveats first.
final class PlacesText {
    private final StringBuilder text = new StringBuilder();

    private PlacesText() {}

    static String of(Outcome.Refused<?> refused) {
        return new PlacesText()
                .line(String.format(Locale.UK, "REFUSED (%s) %s", refused.code(), refused.reason()))
                .text
                .toString();
    }

    static String of(PlacesAnswer answer) {
        var page = new PlacesText().head(answer.caveats(), answer.read());
        page.places("By map point, crimes", answer.byPoint(), answer.near(), "%,.0f");
        page.places(
                "By cell of %.0f m, crimes".formatted(answer.question().cell()),
                answer.byCell(),
                answer.near(),
                "%,.0f");
        page.places(
                "By kernel density (quartic, bandwidth %.0f m), crimes in a square kilometre"
                        .formatted(answer.question().bandwidth()),
                answer.byDensity(),
                answer.near(),
                "%,.1f");
        page.accuracy(answer);
        return page.foot(answer.read(), answer.question().seed());
    }

    static String of(NearRepeatsAnswer answer) {
        var page = new PlacesText().head(answer.caveats(), answer.read());
        var repeats = answer.repeats();
        page.line("")
                .line(String.format(
                        Locale.UK,
                        "%,d crimes; %,d pairs within the farthest distance; times dealt out anew %,d times.",
                        repeats.events(),
                        repeats.closePairs(),
                        repeats.permutations()))
                .line("")
                .line(String.format(
                        Locale.UK,
                        "%-18s %-16s %10s %12s %7s %7s",
                        "apart",
                        "in time",
                        "observed",
                        "by chance",
                        "ratio",
                        "p"));
        repeats.cells().forEach(page::cell);
        return page.foot(answer.read(), repeats.seed());
    }

    private void cell(NearRepeats.Cell cell) {
        var ratio = cell.ratio();
        line(String.format(
                Locale.UK,
                "%-18s %-16s %,10d %,12.1f %7s %7.3f",
                cell.distance(),
                cell.time(),
                cell.observed(),
                cell.expected(),
                ratio == null ? "–" : String.format(Locale.UK, "%.2f", ratio),
                cell.p()));
    }

    private PlacesText head(List<Caveat> caveats, Read read) {
        caveats.forEach(caveat -> line("! " + caveat.text()));
        return line(String.format(
                Locale.UK,
                "%s in %s, %s: %,d recorded, %,d of them with a point in England.",
                read.title(),
                read.area(),
                read.period(),
                read.crimes(),
                read.crimes() - read.withoutPoint() - read.outsideEngland()));
    }

    private void places(String title, HotPlaces hot, Map<Point, String> near, String format) {
        line("").line(title);
        for (var place : hot.places()) {
            line(String.format(
                    Locale.UK,
                    "%4d%s %10s  %-10s  %s",
                    place.rank(),
                    place.tied() ? "=" : " ",
                    String.format(Locale.UK, format, place.figure()),
                    place.point().gridReference(),
                    near.getOrDefault(place.point(), "")));
        }
        if (hot.leftOutWithTheSame() > 0) {
            line(String.format(Locale.UK, "     and %,d more with as many as the last", hot.leftOutWithTheSame()));
        }
    }

    private void accuracy(PlacesAnswer answer) {
        line("").line(String.format(Locale.UK, "How well each told where the crimes of %s would be", answer.heldOut()));
        switch (answer.accuracy()) {
            case Outcome.Refused<PredictiveAccuracy>(String code, String reason) ->
                line(String.format(Locale.UK, "NOT TESTED (%s) %s", code, reason));
            case Outcome.Found<PredictiveAccuracy>(PredictiveAccuracy accuracy) -> accuracy(accuracy);
        }
    }

    private void accuracy(PredictiveAccuracy accuracy) {
        line(String.format(
                Locale.UK,
                "Learnt from %,d crimes, tested on %,d (%,d where nothing was published before); %,d of %,d cells chosen (%.1f %%).",
                accuracy.trained(),
                accuracy.tested(),
                accuracy.elsewhere(),
                accuracy.chosen(),
                accuracy.cells(),
                100 * accuracy.areaShare()));
        line(String.format(Locale.UK, "%-22s %8s %26s %26s", "", "hits", "hit rate (95 %)", "accuracy index (95 %)"));
        for (var way : accuracy.ways()) {
            var rate = way.hitRate();
            var index = way.index();
            line(String.format(
                    Locale.UK,
                    "%-22s %,8.1f %10.1f %% (%.1f to %.1f) %14.2f (%.2f to %.2f)%s",
                    way.name().replace('-', ' '),
                    way.hits(),
                    100 * rate.value(),
                    100 * rate.low(),
                    100 * rate.high(),
                    index.value(),
                    index.low(),
                    index.high(),
                    way.tied() > 0 && way.tied() < accuracy.cells() ? "; %,d cells tied".formatted(way.tied()) : ""));
        }
        if (accuracy.ways().stream().noneMatch(way -> way.name().equals("same-month-last-year"))) {
            line("The same month of the year before is not loaded, so it is no way here.");
        }
    }

    private String foot(Read read, long seed) {
        return line("").line(String.format(
                        Locale.UK,
                        "Definition %s %s; snapshot %s; months %s; seed %d; metres of the British National Grid",
                        read.title(),
                        read.version(),
                        read.snapshot(),
                        String.join(", ", read.months()),
                        seed))
                .text
                .toString();
    }

    private PlacesText line(String line) {
        text.append(line).append(System.lineSeparator());
        return this;
    }
}
