package org.witan.comparison;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Wording;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.Definitions;

/// Makes the pages of kept figures.
@Component
class FigurePages {
    private static final int MOST = 200;
    private final KeptFigures figures;
    private final Keeping keeping;
    private final Definitions definitions;
    private final Shown shown;
    private final Wording words;

    FigurePages(KeptFigures figures, Keeping keeping, Definitions definitions, Shown shown, Wording words) {
        this.figures = figures;
        this.keeping = keeping;
        this.definitions = definitions;
        this.shown = shown;
        this.words = words;
    }

    /// The newest kept figures.
    ///
    /// @param exact false for the public, who reads only what was kept for it
    ListPage list(boolean exact) {
        return new ListPage(figures.newest(MOST).stream()
                .filter(kept -> exact || isPublic(kept))
                .map(kept -> new Line(
                        "/figures/" + kept.id(),
                        kept.sentence(),
                        Dates.moment(kept.keptAt()),
                        String.valueOf(kept.question().snapshot()),
                        audience(kept)))
                .toList());
    }

    static boolean isPublic(KeptFigure kept) {
        return kept.question().audience() == Question.Audience.PUBLIC;
    }

    FigurePage page(KeptFigure kept) {
        var facts = List.of(
                fact("value", shown.value(kept.question().measure(), kept.value(), kept.state())),
                fact("previous", shown.earlier(kept.question().measure(), kept.previous())),
                fact("change", shown.change(kept.changePercent())),
                fact("area", definitions.areas().the(kept.question().area()).name()),
                fact("period", kept.question().period().label()),
                fact("measure", kept.question().measure().notation()),
                fact("filters", filters(kept)),
                fact("audience", audience(kept)),
                fact("snapshot", String.valueOf(kept.question().snapshot())),
                fact("definitions", kept.definitions()),
                fact("set-version", kept.setVersion()),
                fact("kept", Dates.moment(kept.keptAt())));
        return new FigurePage(kept.sentence(), verdict(keeping.recheck(kept)), facts);
    }

    private ComparePage.Fact fact(String term, String detail) {
        return new ComparePage.Fact(words.the("comparison.figure." + term), List.of(detail));
    }

    private String filters(KeptFigure kept) {
        return kept.question().filters().isEmpty()
                ? words.the("comparison.figure.filters.none")
                : String.join(
                        ", ",
                        kept.question().filters().entrySet().stream()
                                .map(filter -> filter.getKey() + " = " + filter.getValue())
                                .sorted()
                                .toList());
    }

    private String audience(KeptFigure kept) {
        return words.the(
                "comparison.audience." + kept.question().audience().name().toLowerCase(Locale.ROOT));
    }

    private Verdict verdict(Keeping.Recheck recheck) {
        return switch (recheck) {
            case Keeping.Recheck.Agrees(var now, boolean same) ->
                new Verdict(
                        true,
                        words.the("comparison.recheck.agrees", now.snapshot()),
                        now.sentence(),
                        note(same),
                        List.of());
            case Keeping.Recheck.Differs(var now, var differences, boolean same) ->
                new Verdict(
                        false,
                        words.the("comparison.recheck.differs", now.snapshot()),
                        now.sentence(),
                        note(same),
                        differences.stream()
                                .map(difference -> words.the("comparison.recheck." + difference))
                                .toList());
            case Keeping.Recheck.Impossible(String reason) ->
                new Verdict(false, words.the("comparison.recheck.impossible"), null, reason, List.of());
        };
    }

    private String note(boolean sameDefinitions) {
        return words.the(
                sameDefinitions ? "comparison.recheck.same-definitions" : "comparison.recheck.other-definitions");
    }

    /// The kept figures, newest first.
    record ListPage(List<Line> lines) {}

    /// One kept figure in the list.
    record Line(String path, String sentence, String keptAt, String snapshot, String audience) {}

    /// One kept figure with what came of computing it again.
    record FigurePage(String sentence, Verdict verdict, List<ComparePage.Fact> facts) {}

    /// @param now the sentence that the same question gives today; null when it gives none
    record Verdict(boolean agrees, String text, @Nullable String now, String note, List<String> differences) {}
}
