package org.witan.risk;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question of a version of a tool.
///
/// @param key the topic, by a name that stays: the same in each tool that asks about it
/// @param place its order, from 1
/// @param section the heading it stands under, by the end of the key of its words
/// @param topic what it asks about, in words of our own
/// @param counting the answers that count; none when it is asked and not counted
/// @param numbers its numbers on the forms that ask it
/// @param opens the key of a tool to ask as well when the answer counts; null for most
public record Question(
        String key,
        int place,
        String section,
        About about,
        String topic,
        Set<Answer> counting,
        Map<Numbering, Integer> numbers,
        @Nullable String opens) {

    public Question {
        counting = Set.copyOf(counting);
        numbers = Map.copyOf(numbers);
    }

    /// Whether any answer to it counts.
    public boolean counts() {
        return !counting.isEmpty();
    }
}
