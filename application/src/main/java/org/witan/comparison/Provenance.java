package org.witan.comparison;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Wording;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.reference.Definitions;

/// How a figure was made, in facts that a reader can check.
@Component
class Provenance {
    private static final int SHORT_HASH = 12;
    private final Definitions definitions;
    private final Wording words;

    Provenance(Definitions definitions, Wording words) {
        this.definitions = definitions;
        this.words = words;
    }

    List<ComparePage.Fact> of(Figure figure) {
        var definition = figure.definition();
        var facts = new ArrayList<ComparePage.Fact>();
        add(
                facts,
                "definition",
                words.the(
                        "comparison.provenance.definition.text",
                        definition.title(),
                        definition.version(),
                        definition.status()));
        add(facts, "offences", String.join(", ", definition.offences()));
        add(facts, "condition", definition.condition());
        add(facts, "numerator", figure.numerator() == null ? "" : Shown.whole(figure.numerator()));
        add(facts, "denominator", denominator(figure));
        add(facts, "definitions", definitions.version());
        add(facts, "snapshot", figure.snapshot());
        add(facts, "sources", figure.sources().stream().map(Provenance::source).toArray(String[]::new));
        add(facts, "rounding", figure.rounding());
        add(
                facts,
                "interval",
                figure.interval() == null ? "" : figure.interval().method());
        add(
                facts,
                "audience",
                words.the("comparison.audience."
                        + figure.question().audience().name().toLowerCase(Locale.ROOT)));
        return List.copyOf(facts);
    }

    private void add(List<ComparePage.Fact> facts, String term, String... details) {
        var known =
                List.of(details).stream().filter(detail -> !detail.isBlank()).toList();
        if (!known.isEmpty()) {
            facts.add(new ComparePage.Fact(words.the("comparison.provenance." + term), known));
        }
    }

    private static String denominator(Figure figure) {
        if (figure.denominator() == null) {
            return "";
        }
        return Shown.whole(figure.denominator()) + named(figure.denominatorName());
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : " (" + name + ")";
    }

    static String source(Figure.SourceNote source) {
        String hash = source.sha256();
        String loaded = source.loadedAt();
        return source.name() + " (" + source.table()
                + (hash == null ? "" : ", SHA-256 " + hash.substring(0, Math.min(SHORT_HASH, hash.length())) + "\u2026")
                + (loaded == null ? "" : ", " + moment(loaded)) + ")";
    }

    private static String moment(String loaded) {
        try {
            return Dates.moment(Instant.parse(loaded));
        } catch (DateTimeParseException _) {
            return loaded;
        }
    }
}
