package org.witan.voices;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Numbers of which the few are hidden, so that nobody gets them by subtraction.
///
/// Each part that is shown is at least [#LEAST], and so is what is left when the shown parts are taken from the whole,
/// unless nothing is left. Where the hidden parts together are fewer, the smallest shown part is hidden with them.
/// Source: domain rule 18; complementary suppression as in the disclosure control of official tables.
///
/// @param shown the parts that are shown, largest first
/// @param rest the hidden parts together; 0 when nothing is hidden
public record FewHidden<K extends Comparable<K>>(SequencedMap<K, Long> shown, long rest) {
    /// Fewer are told to nobody.
    public static final int LEAST = 5;

    /// Hides the few among parts of a whole. When the whole itself is few, nothing is shown and the rest is the whole,
    /// which whoever asks must not show either.
    public static <K extends Comparable<K>> FewHidden<K> of(Map<K, Long> parts) {
        var shown = new LinkedHashMap<K, Long>();
        parts.entrySet().stream()
                .filter(part -> part.getValue() >= LEAST)
                .sorted(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(part -> shown.put(part.getKey(), part.getValue()));
        long rest = parts.values().stream()
                .filter(number -> number < LEAST)
                .mapToLong(Long::longValue)
                .sum();
        while (rest > 0 && rest < LEAST && !shown.isEmpty()) {
            rest += shown.pollLastEntry().getValue();
        }
        return new FewHidden<>(shown, rest);
    }

    /// Shown and hidden together.
    public long whole() {
        return rest + shown.values().stream().mapToLong(Long::longValue).sum();
    }
}
