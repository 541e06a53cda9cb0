package org.witan.matac;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Pace;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.matac.Ranked.Asked;

/// Opens a score to its four parts, the events behind them, and what it was on days before.
@Component
public class OpeningScores {
    private static final int MONTHS = 12;
    private final Witnessing witnessing;
    private final Scales scales;
    private final Reckoning reckoning;
    private final Faces faces;
    private final Pace pace;

    OpeningScores(Witnessing witnessing, Scales scales, Reckoning reckoning, Faces faces, Pace pace) {
        this.witnessing = witnessing;
        this.scales = scales;
        this.reckoning = reckoning;
        this.faces = faces;
        this.pace = pace;
    }

    /// A score with all that is behind it.
    ///
    /// @param scored null where no event names the person as suspected
    /// @param past oldest first, the day that was asked last
    public record Opened(
            Asked asked, UUID record, Face face, @Nullable Scored scored, List<Event> events, List<Past> past) {

        @Override
        public String toString() {
            return "an opened score";
        }
    }

    /// What the score was on a day, by either basis; null where there was none.
    public record Past(
            LocalDate day,
            @Nullable Double knownThen,
            @Nullable Double knownNow) {}

    /// Opens the score of a person, known by any of their records.
    ///
    /// @throws Absent when there is no such record for this viewer
    /// @throws org.witan.access.TooMany when they open persons faster than anybody reads
    public Opened open(Viewer viewer, UUID record, LocalDate day, Basis basis) {
        var deed = Ranking.deed(Verb.READ, "matac score", day, basis);
        pace.take(viewer, deed);
        return witnessing.witness(viewer, deed, shown -> {
            Face face =
                    Optional.ofNullable(faces.of(List.of(record)).get(record)).orElseThrow(Absent::new);
            var asked = new Asked(day, basis, scales.on(day));
            List<Event> events = reckoning.behind(asked, record);
            shown.add(record);
            shown.addAll(events.stream().map(Event::victim).toList());
            return new Opened(
                    asked, record, face, reckoning.one(asked, record).orElse(null), events, past(record, day));
        });
    }

    private List<Past> past(UUID record, LocalDate day) {
        return IntStream.rangeClosed(0, MONTHS)
                .mapToObj(back -> day.minusMonths(MONTHS - (long) back))
                .map(on -> new Past(
                        on,
                        score(record, on, Basis.KNOWN_THEN).orElse(null),
                        score(record, on, Basis.KNOWN_NOW).orElse(null)))
                .toList();
    }

    /// What the score was on a day. Asked inside a witnessed piece of work.
    Optional<Double> score(UUID record, LocalDate day, Basis basis) {
        return reckoning.one(new Asked(day, basis, scales.on(day)), record).map(Scored::printed);
    }
}
