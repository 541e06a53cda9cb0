package org.witan.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What stands around a person, as far as whoever looks may see.
///
/// @param others records of other persons, by their ids
/// @param pairs who harmed whom, with this person as either
/// @param apart what the person's records are kept apart from; empty for whoever is no coordinator
/// @param deciders names of those who made or undid links, by their accounts
/// @param grounds why whoever looks sees the person, in words that follow "because"
public record Surroundings(
        Map<UUID, SourceRecord> others,
        List<Pair> pairs,
        List<Apart> apart,
        Map<UUID, String> deciders,
        List<String> grounds) {

    public Surroundings {
        others = Map.copyOf(others);
        pairs = List.copyOf(pairs);
        apart = List.copyOf(apart);
        deciders = Map.copyOf(deciders);
        grounds = List.copyOf(grounds);
    }

    /// Two persons between whom something happened, each by one of their records.
    public record Pair(UUID victim, UUID perpetrator) {}
}
