package org.witan.matac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.matac.OpeningScales.Opened;
import org.witan.matac.Scale;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.site.file.Sheet.Cell;

/// Makes the page and the file of the scale: each version in words, and what each subgroup of offences weighs.
@Component
class ScalePages {
    private static final String NAME = "matac-scale";
    private final Wording words;

    ScalePages(Wording words) {
        this.words = words;
    }

    Page page(Opened opened) {
        return new Page(
                opened.versions().stream().map(one -> version(opened, one)).toList(),
                words.the("matac.harm", opened.inForce().bounds().harmVersion()),
                opened.harm().stream()
                        .map(one ->
                                new Harm(one.kind(), days(one.days()), String.join(", ", one.codes()), one.source()))
                        .toList());
    }

    ResponseEntity<byte[]> file(Opened opened) {
        Page page = page(opened);
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(Sheet.line(words.the("matac.scales.title")));
        for (Version version : page.versions()) {
            rows.add(Sheet.line(version.heading(), version.stands()));
            version.facts().forEach(fact -> rows.add(Sheet.line(fact.term(), String.join(" ", fact.details()))));
        }
        rows.add(Sheet.line(page.harmHeading()));
        rows.add(Sheet.line(
                words.the("matac.harm.kind"),
                words.the("matac.harm.days"),
                words.the("matac.harm.codes"),
                words.the("matac.harm.source")));
        opened.harm()
                .forEach(one -> rows.add(List.of(
                        Sheet.words(one.kind()),
                        Sheet.number(one.days()),
                        Sheet.words(String.join(" ", one.codes())),
                        Sheet.words(one.source()))));
        return Format.CSV.attached(NAME, new Sheet(NAME, rows));
    }

    private Version version(Opened opened, Scale scale) {
        boolean inForce = scale.version() == opened.inForce().version();
        String stands =
                inForce ? "in-force" : scale.since().isAfter(opened.inForce().since()) ? "to-come" : "before";
        return new Version(
                "version-" + scale.version(),
                words.the("matac.scales.version", scale.version(), Days.words(scale.since())),
                words.the("matac.scales." + stands),
                inForce,
                facts(scale));
    }

    private List<Fact> facts(Scale scale) {
        Scale.Pool pool = scale.pool();
        Scale.Weights weights = scale.weights();
        Scale.Bounds bounds = scale.bounds();
        return List.of(
                fact(
                        "matac.scales.pool",
                        words.the(
                                "matac.scales.pool.is", pool.events(), pool.victims(), pool.months(), pool.leastAge()),
                        words.the("matac.scales.sources", named("people.source.", scale.sources())),
                        words.the("matac.scales.left-out", named("people.relation.", scale.relationsLeftOut()))),
                fact(
                        "matac.heading.recency",
                        words.the("matac.scale.recency", weights.recency(), bounds.recencyDays())),
                fact(
                        "matac.heading.frequency",
                        words.the(
                                "matac.scale.frequency",
                                weights.frequency(),
                                bounds.frequencyMonths(),
                                bounds.frequencyFull())),
                fact(
                        "matac.heading.gravity",
                        words.the(
                                "matac.scale.gravity",
                                weights.gravity(),
                                bounds.harmVersion(),
                                days(bounds.harmFull()))),
                fact(
                        "matac.heading.victims",
                        words.the("matac.scale.victims", weights.victims(), bounds.victimsFull())),
                fact("matac.heading.score", words.the("matac.scale.sum")),
                fact(
                        "matac.scales.again",
                        words.the(
                                "matac.scales.again.is",
                                scale.again().events(),
                                scale.again().months())),
                fact("matac.fair", words.the("matac.scales.fair", scale.firstPlaces(), scale.smallNumber())),
                fact("matac.scales.why", scale.words()),
                fact("matac.scales.source", scale.source()));
    }

    private Fact fact(String term, String... details) {
        return new Fact(words.the(term), List.of(details));
    }

    /// Codes in words; one that has none stands as it is.
    private String named(String key, List<String> codes) {
        return codes.stream()
                .map(code -> Objects.requireNonNullElse(words.find(key + code), code))
                .collect(Collectors.joining(", "));
    }

    /// Days as the table has them: 5,475 and 273.75.
    private static String days(double days) {
        return String.format(Locale.UK, "%,.2f", days).replaceFirst("\\.?0+$", "");
    }

    /// The scale.
    record Page(List<Version> versions, String harmHeading, List<Harm> harm) {}

    /// One version of it.
    record Version(String id, String heading, String stands, boolean inForce, List<Fact> facts) {}

    /// What it says of one thing.
    record Fact(String term, List<String> details) {}

    /// What a subgroup of offences weighs.
    record Harm(String kind, String days, String codes, String source) {}
}
