package org.witan.matac;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a group stands in the first places more often than in the pool.
///
/// The first places are those of the scale, and no more than a quarter of the pool, else there would be nothing to
/// compare. Small numbers are hidden, and where one alone would be hidden in a column, another is hidden with it, so
/// that nobody finds it by taking the others from the sum.
///
/// @param first how many first places; more when the last of them is shared
/// @param groups of every dimension, in their order
public record Fairness(int pool, int first, List<Group> groups) {
    private static final int QUARTER = 4;
    private static final int YOUNG = 18;
    private static final List<Integer> BANDS = List.of(18, 25, 35, 45, 55);
    private static final List<String> SEXES = List.of("female", "male", "other", "mixed", "");

    /// By what people are grouped.
    public enum Dimension {
        AGE,
        SEX,
        /// No source that the scale uses records it, so that nobody's is known.
        ETHNICITY
    }

    /// One group. Those of whom it is not known are a group of their own.
    ///
    /// @param name of an age its first and last year, as in `25-34`; of a sex its word; empty for not recorded
    /// @param pool how many of the pool; null when it is hidden
    /// @param first how many of the first places; null when it is hidden
    /// @param meanScore of the group; null when the group is hidden
    public record Group(
            Dimension dimension,
            String name,
            @Nullable Integer pool,
            @Nullable Integer first,
            @Nullable Double meanScore) {}

    /// Of a ranking.
    public static Fairness of(Ranked ranked) {
        List<Scored> pool = ranked.ranked();
        Scale scale = ranked.asked().scale();
        int places = Math.min(scale.firstPlaces(), Math.ceilDiv(pool.size(), QUARTER));
        List<Scored> first = pool.stream().filter(one -> one.rank() <= places).toList();
        LocalDate day = ranked.asked().day();
        var groups = new ArrayList<Group>();
        groups.addAll(grouped(Dimension.AGE, bands(), one -> band(one, day), pool, first, scale.smallNumber()));
        groups.addAll(grouped(Dimension.SEX, SEXES, Scored::sex, pool, first, scale.smallNumber()));
        groups.addAll(grouped(Dimension.ETHNICITY, List.of(""), _ -> "", pool, first, scale.smallNumber()));
        return new Fairness(pool.size(), first.size(), List.copyOf(groups));
    }

    private static List<String> bands() {
        var names = new ArrayList<String>(List.of("16-17"));
        for (int at = 0; at < BANDS.size() - 1; at++) {
            names.add(BANDS.get(at) + "-" + (BANDS.get(at + 1) - 1));
        }
        names.add(BANDS.getLast() + "+");
        names.add("");
        return names;
    }

    /// Somebody of whom two days of birth are recorded is of no band.
    private static String band(Scored one, LocalDate day) {
        LocalDate born = one.bornOn();
        if (born == null) {
            return "";
        }
        int age = Period.between(born, day).getYears();
        if (age < YOUNG) {
            return bands().getFirst();
        }
        int band = (int) BANDS.stream().filter(from -> from <= age).count();
        return bands().get(band);
    }

    private static List<Group> grouped(
            Dimension dimension,
            List<String> names,
            Function<Scored, String> group,
            List<Scored> pool,
            List<Scored> first,
            int small) {
        Map<String, List<Scored>> inPool = pool.stream().collect(Collectors.groupingBy(group));
        Map<String, List<Scored>> inFirst = first.stream().collect(Collectors.groupingBy(group));
        List<String> used = names.stream().filter(inPool::containsKey).toList();
        Map<String, Integer> ofPool = hidden(used, name -> of(inPool, name).size(), small);
        Map<String, Integer> ofFirst = hidden(used, name -> of(inFirst, name).size(), small);
        return used.stream()
                .map(name -> {
                    boolean shown = ofPool.containsKey(name);
                    return new Group(
                            dimension,
                            name,
                            ofPool.get(name),
                            shown ? ofFirst.get(name) : null,
                            shown ? mean(of(inPool, name)) : null);
                })
                .toList();
    }

    /// The numbers that may be shown, by name.
    private static Map<String, Integer> hidden(List<String> names, ToIntFunction<String> number, int small) {
        var shown = new LinkedHashMap<String, Integer>();
        names.stream()
                .filter(name -> number.applyAsInt(name) == 0 || number.applyAsInt(name) >= small)
                .forEach(name -> shown.put(name, number.applyAsInt(name)));
        if (names.size() - shown.size() == 1) {
            // The smallest that tells anything goes with it.
            Stream.of(shown.entrySet().stream()
                            .filter(entry -> entry.getValue() > 0)
                            .min(Comparator.comparingInt(Map.Entry::getValue))
                            .map(Map.Entry::getKey))
                    .flatMap(Optional::stream)
                    .forEach(shown::remove);
        }
        return shown;
    }

    private static List<Scored> of(Map<String, List<Scored>> groups, String name) {
        return groups.getOrDefault(name, List.of());
    }

    private static double mean(List<Scored> group) {
        return group.stream().mapToDouble(Scored::score).average().orElse(0);
    }

    /// The share of a number in a whole, in per cent; null where there is none.
    public static @Nullable Double share(@Nullable Integer part, int whole) {
        return part == null || whole == 0 ? null : 100.0 * part / whole;
    }
}
