package org.witan.matac;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.matac.Nomination.Outcome;
import org.witan.matac.Ranked.Asked;
import org.witan.site.Days;

/// Keeps whom agencies nominate and what was decided, and tells how the scores of those who were taken on fell.
@Component
public class Nominating {
    private static final String WHAT = "nomination";
    /// Somebody else is alike when their score then was no further away.
    private static final double ALIKE = 10;

    private final Witnessing witnessing;
    private final Records records;
    private final Nominations nominations;
    private final Reckoning reckoning;
    private final Scales scales;
    private final Days days;

    Nominating(
            Witnessing witnessing,
            Records records,
            Nominations nominations,
            Reckoning reckoning,
            Scales scales,
            Days days) {
        this.witnessing = witnessing;
        this.records = records;
        this.nominations = nominations;
        this.reckoning = reckoning;
        this.scales = scales;
        this.days = days;
    }

    /// A nomination, assessed with the same data as everybody.
    ///
    /// @param score now; null where no event names them as suspected
    /// @param before when they were taken on, or nominated; null as above
    /// @param alike those whose score was alike then and who were not taken on; null where there is nobody
    public record Assessed(
            Nomination nomination,
            @Nullable Scored score,
            @Nullable Double before,
            @Nullable Alike alike) {

        /// How far the score fell; null where there is none.
        public @Nullable Double fall() {
            Scored now = score;
            return before == null || now == null ? null : before - now.printed();
        }

        @Override
        public String toString() {
            return "an assessed nomination";
        }
    }

    /// Those who were alike then and were not taken on.
    public record Alike(int number, double fall) {}

    /// What a decision needs.
    public record Deciding(Assessed assessed, Map<String, String> approaches) {}

    /// All nominations, newest first.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public List<Assessed> list(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, WHAT), shown -> {
            List<Nomination> all = nominations.all();
            shown.addAll(all.stream().map(Nomination::record).toList());
            return all.stream().map(new Reckoned()::assess).toList();
        });
    }

    /// Some of them, assessed. Inside a witnessed piece of work.
    List<Assessed> assessed(Shown shown, List<Nomination> some) {
        shown.addAll(some.stream().map(Nomination::record).toList());
        return some.stream().map(new Reckoned()::assess).toList();
    }

    /// One nomination.
    ///
    /// @throws Absent when there is none for this viewer
    public Deciding open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, WHAT), shown -> {
            Nomination found = nominations.find(id).orElseThrow(Absent::new);
            shown.add(found.record());
            return new Deciding(new Reckoned().assess(found), nominations.approaches());
        });
    }

    /// Nominates somebody by the reference of one of their records.
    ///
    /// @param id made with the form
    /// @return false when there is no such person for this viewer, or they may not know who it is
    public boolean nominate(Viewer viewer, UUID id, String reference, String reason) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, WHAT), shown -> {
            Optional<RegisteredRecord> found = records.named(reference).filter(one -> one.kind() == RecordKind.PERSON);
            found.ifPresent(one -> {
                shown.add(one.id());
                Absent.whereRefused(() -> nominations.write(viewer, id, one.id(), reason));
            });
            return found.isPresent();
        });
    }

    /// Decides about a nomination.
    ///
    /// @param id made with the form
    /// @param version how many decisions the page knew
    /// @return whether it was decided, now or by the same form before; not when somebody else did meanwhile
    /// @throws Absent when there is none for this viewer, or this cannot be decided about it
    public boolean decide(
            Viewer viewer,
            UUID id,
            UUID nomination,
            int version,
            Outcome outcome,
            @Nullable String approach,
            String words) {
        var deed = Deed.of(Verb.CHANGE, WHAT).with("outcome", outcome.name());
        return witnessing.witness(viewer, deed, shown -> {
            Nomination found = nominations.find(nomination).orElseThrow(Absent::new);
            shown.add(found.record());
            boolean isFirst = found.version() == version;
            if (isFirst && !found.possible().contains(outcome)) {
                throw new Absent();
            }
            return (isFirst
                            && Absent.whereRefused(
                                    () -> nominations.decide(viewer, id, found, outcome, approach, words)))
                    || nominations.isDecided(id, nomination, outcome, words);
        });
    }

    /// How many wait to be decided. Asked inside a witnessed piece of work.
    public long waiting() {
        return nominations.waiting();
    }

    /// Scores and rankings of one piece of work, each reckoned once. A fall is told by what is known now of both days:
    /// extracts that came late must not look like a rise.
    private final class Reckoned {
        private final Map<LocalDate, List<Scored>> rankings = new HashMap<>();
        private final Map<UUID, Optional<Scored>> scores = new HashMap<>();
        private final LocalDate today = days.today();
        private @Nullable Set<UUID> taken;

        Assessed assess(Nomination one) {
            Double before = reckoning
                    .one(asked(one.from()), one.record())
                    .map(Scored::printed)
                    .orElse(null);
            return new Assessed(
                    one, now(one.record()).orElse(null), before, before == null ? null : alike(one, before));
        }

        private @Nullable Alike alike(Nomination one, double before) {
            if (!one.isAdopted() || one.from().equals(today)) {
                return null;
            }
            Map<UUID, Double> now =
                    ranking(today).stream().collect(Collectors.toMap(Scored::record, Scored::score, (a, _) -> a));
            var falls = ranking(one.from()).stream()
                    .filter(other -> other.place() == Scored.Place.RANKED
                            && !taken().contains(other.record())
                            && Math.abs(other.score() - before) <= ALIKE)
                    .flatMap(other ->
                            Optional.ofNullable(now.get(other.record())).map(score -> other.score() - score).stream())
                    .collect(Collectors.summarizingDouble(Double::doubleValue));
            return falls.getCount() == 0 ? null : new Alike((int) falls.getCount(), falls.getAverage());
        }

        private Optional<Scored> now(UUID record) {
            return scores.computeIfAbsent(record, id -> reckoning.one(asked(today), id));
        }

        /// The records by which those who were taken on are ranked.
        private Set<UUID> taken() {
            if (taken == null) {
                taken = nominations.all().stream()
                        .filter(Nomination::isAdopted)
                        .flatMap(one -> now(one.record()).stream())
                        .map(Scored::record)
                        .collect(Collectors.toSet());
            }
            return taken;
        }

        private List<Scored> ranking(LocalDate day) {
            return rankings.computeIfAbsent(day, on -> reckoning.all(asked(on)));
        }

        private Asked asked(LocalDate day) {
            return new Asked(day, Basis.KNOWN_NOW, scales.on(day));
        }
    }
}
