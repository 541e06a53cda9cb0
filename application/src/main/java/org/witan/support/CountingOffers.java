package org.witan.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.Days;

/// Counts offers for the partnership: how many of each kind, what became of them, how long people waited, and what
/// changed for them. Numbers that could tell of somebody are not told.
@Component
public class CountingOffers {
    /// Below this a number is not told.
    public static final int FEWEST = 5;

    private final Witnessing witnessing;
    private final Offers offers;
    private final Days days;

    CountingOffers(Witnessing witnessing, Offers offers, Days days) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.days = days;
    }

    /// The numbers of one kind of offer. A number is null when it is from 1 to 4, or when it would tell such a one.
    ///
    /// @param started how many started, also those that ended since
    /// @param open how many are neither started nor over
    /// @param reasons why it was declined or could not be given, by words: only those that can be told
    /// @param medianWait of those that started, in days; null when fewer than five did
    /// @param change mean change of the scores of those who were asked at both ends; null when fewer than five were
    public record Count(
            String kind,
            @Nullable Long offered,
            @Nullable Long started,
            @Nullable Long declined,
            @Nullable Long unable,
            @Nullable Long open,
            Map<String, Long> reasons,
            @Nullable Double medianWait,
            @Nullable Double change) {}

    /// The numbers of offers that were made between two days.
    ///
    /// @param verb COUNT for a page, EXPORT for a file
    /// @throws Absent for everybody but the coordinator
    public List<Count> count(Viewer viewer, LocalDate from, LocalDate until, Verb verb) {
        if (viewer.role() != Role.COORDINATOR) {
            throw new Absent();
        }
        return witnessing.witness(viewer, Deed.of(verb, "offers"), shown -> {
            List<Offer> all = offers.all().stream()
                    .filter(one ->
                            !one.askedOn().isBefore(from) && !one.askedOn().isAfter(until))
                    .toList();
            all.forEach(one -> shown.add(one.id()));
            return Arrays.stream(OfferKind.values())
                    .map(kind -> all.stream().filter(one -> one.kind() == kind).toList())
                    .filter(some -> !some.isEmpty())
                    .map(this::of)
                    .toList();
        });
    }

    private Count of(List<Offer> all) {
        Predicate<Offer> started = one -> one.first(StepKind.STARTED) != null;
        List<Long> parts = new ArrayList<>(List.of(
                number(all, started),
                number(all, one -> one.now().what() == StepKind.DECLINED),
                number(all, one -> one.now().what() == StepKind.UNABLE),
                number(all, one -> !started.test(one) && !one.now().what().isOver())));
        // One small number among others that are told would be found by taking the others from the whole.
        boolean one =
                parts.stream().filter(number -> number > 0 && number < FEWEST).count() == 1;
        Map<String, Long> reasons = all.stream()
                .map(offer -> offer.now().reason())
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        reasons.values().removeIf(number -> number < FEWEST);
        return new Count(
                all.getFirst().kindWords(),
                one ? null : told(all.size()),
                told(parts.get(0)),
                told(parts.get(1)),
                told(parts.get(2)),
                told(parts.get(3)),
                reasons,
                median(all.stream()
                        .filter(started)
                        .map(offer -> offer.waited(days.today()))
                        .toList()),
                change(all));
    }

    private static long number(List<Offer> all, Predicate<Offer> which) {
        return all.stream().filter(which).count();
    }

    private static @Nullable Long told(long number) {
        return number > 0 && number < FEWEST ? null : number;
    }

    private static @Nullable Double median(List<Long> waits) {
        if (waits.size() < FEWEST) {
            return null;
        }
        List<Long> sorted = waits.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? (double) sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    /// A person counts once, with the mean of the aims that were asked at both ends.
    private static @Nullable Double change(List<Offer> all) {
        List<Double> changes = all.stream()
                .map(CountingOffers::change)
                .filter(Objects::nonNull)
                .toList();
        return changes.size() < FEWEST
                ? null
                : changes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static @Nullable Double change(Offer offer) {
        var both = new ArrayList<Integer>();
        for (Score score : offer.scores()) {
            Integer start = score.start();
            Integer end = score.end();
            if (start != null && end != null) {
                both.add(end - start);
            }
        }
        return both.isEmpty()
                ? null
                : both.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }
}
