package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The groups of a scan, added up.
final class Counted {
    private final ScanPlan plan;
    private Tally total = Tally.NONE;
    private Tally notRecorded = Tally.NONE;
    private final Map<String, Tally> byKey = new LinkedHashMap<>();
    private final Map<Integer, Counts> byMonth = new HashMap<>();
    private final Map<Crossing, Tally> affected = new HashMap<>();
    private final Set<String> withoutWeight = new TreeSet<>();

    Counted(ScanPlan plan, List<Readings.Group> groups) {
        this.plan = plan;
        groups.forEach(this::add);
    }

    Tally total() {
        return total;
    }

    /// Crimes of which nobody recorded the flag that is shared out.
    Tally notRecorded() {
        return notRecorded;
    }

    Map<String, Tally> byKey() {
        return byKey;
    }

    /// What was counted in some months; zero where a month has no rows.
    Counts inMonths(List<YearMonth> months) {
        return months.stream()
                .map(month -> byMonth.getOrDefault(number(month), Counts.NONE))
                .reduce(Counts.NONE, Counts::plus);
    }

    Map<Crossing, Tally> affected() {
        return affected;
    }

    Set<String> withoutWeight() {
        return withoutWeight;
    }

    private void add(Readings.Group group) {
        var counts = counts(group);
        if (ScanPlan.isByTime(plan.subject().question().by())) {
            byMonth.merge(Math.toIntExact(group.slot()), counts, Counts::plus);
        }
        var side = side(group.slot());
        if (side == null) {
            return;
        }
        total = total.plus(side.apply(counts));
        byKey.merge(key(group), side.apply(counts), Tally::plus);
        int first = group.extras().size() - plan.crossings().size();
        if (first > 0) {
            notRecorded = notRecorded.plus(side.apply(Counts.of(group.extras().getFirst(), 0)));
        }
        for (int i = 0; i < plan.crossings().size(); i++) {
            affected.merge(
                    plan.crossings().get(i), side.apply(Counts.of(group.extras().get(first + i), 0)), Tally::plus);
        }
    }

    private String key(Readings.Group group) {
        var key = plan.subject().question().by() == Question.By.OFFENCE ? group.offence() : group.key();
        return key == null ? "unknown" : key;
    }

    private Counts counts(Readings.Group group) {
        if (!(plan.subject().question().measure() instanceof Measure.Harm) || group.offence() == null) {
            return Counts.of(group.n(), group.part());
        }
        var weight = plan.lookups().weight(group.offence());
        if (weight.isEmpty() && group.n() > 0) {
            withoutWeight.add(group.offence());
        }
        return Counts.weighted(group.n(), weight.orElse(0));
    }

    /// Which period a slot belongs to; null for a month of a series of years that is in neither.
    private @Nullable Function<Counts, Tally> side(long slot) {
        if (!ScanPlan.isByTime(plan.subject().question().by())) {
            return slot == 1 ? Counted::now : Counted::then;
        }
        if (isIn(plan.subject().now(), slot)) {
            return Counted::now;
        }
        return isIn(plan.subject().then(), slot) ? Counted::then : null;
    }

    private static Tally now(Counts counts) {
        return new Tally(counts, Counts.NONE);
    }

    private static Tally then(Counts counts) {
        return new Tally(Counts.NONE, counts);
    }

    private static boolean isIn(Period period, long slot) {
        return slot >= number(period.first()) && slot <= number(period.last());
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
