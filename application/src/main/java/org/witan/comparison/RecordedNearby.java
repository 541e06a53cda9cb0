package org.witan.comparison;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.witan.site.Busy;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// Recorded crime of an area in the last twelve months that are loaded, in a sentence, for pages of other modules that
/// show something else and want it beside.
///
/// It is always the figure for publication, in which small numbers are hidden: who reads the other page was not asked
/// whether they may read exact ones.
@Component
public class RecordedNearby {
    private static final String ALL_CRIME = "all-crime";
    private final Answers answers;
    private final Store store;
    private final Definitions definitions;

    RecordedNearby(Answers answers, Store store, Definitions definitions) {
        this.answers = answers;
        this.store = store;
        this.definitions = definitions;
    }

    /// What is recorded.
    ///
    /// @param caveats what its reader must know
    public record Recorded(String sentence, List<String> caveats) {}

    /// Whether there is an area of that code.
    public boolean knows(String area) {
        return definitions.areas().find(area).isPresent();
    }

    /// All recorded crime of an area; empty when nothing is loaded for it.
    ///
    /// @param area its code
    public Optional<Recorded> inTheLastYearOf(String area) {
        try {
            return last().map(month -> question(area, Period.rolling12Months(month)))
                    .map(answers::answer)
                    .filter(figure -> figure.state() != Figure.State.MISSING)
                    .map(figure -> new Recorded(
                            figure.sentence(),
                            figure.warnings().stream().map(Figure.Warning::text).toList()));
        } catch (BadInput | Busy _) {
            return Optional.empty();
        }
    }

    private Optional<YearMonth> last() {
        return store.findCurrent()
                .flatMap(snapshot -> snapshot.coverage().spans().stream()
                        .map(span -> YearMonth.from(span.from()))
                        .max(Comparator.naturalOrder()));
    }

    private static Question question(String area, Period period) {
        return new Question(
                ALL_CRIME,
                area,
                period,
                null,
                new Measure.Count(),
                Map.of(),
                Question.By.NOTHING,
                Question.Audience.PUBLIC,
                null,
                null);
    }
}
