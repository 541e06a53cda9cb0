package org.witan.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.witan.linkage.record.Counted;

/// Records that are matched in one transaction, with all that the database knows for them.
///
/// Each is compared with what was there before the piece and with those before it in the piece, and
/// values count as they did when it came: the same as if each had been stored and matched before the
/// next.
final class MatchedPiece {
    private final List<EngineTables.Compared> records;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<List<UUID>> candidates = new ArrayList<>();
    private final Map<UUID, EngineTables.Other> faces;
    private final Map<Counted, Long> counts;
    private int counted;

    MatchedPiece(EngineTables tables, List<EngineTables.Compared> records, int most) {
        this.records = records;
        UUID any = records.getFirst().record();
        Map<Long, List<Integer>> holders = new HashMap<>();
        var nearest = tables.nearest(records, earlier(holders), most);
        for (int at = 0; at < records.size(); at++) {
            places.put(records.get(at).record(), at);
            candidates.add(candidates(at, nearest, holders, most));
        }
        Set<UUID> others = new HashSet<>();
        candidates.forEach(others::addAll);
        others.removeAll(places.keySet());
        faces = tables.faces(any, others);
        Set<Counted> values = new HashSet<>();
        records.forEach(record -> values.addAll(record.counted()));
        counts = tables.howCommon(any, values);
        tables.index(records);
    }

    /// For each key of each record, how many before it have the same; the places are collected by key.
    private List<long[]> earlier(Map<Long, List<Integer>> holders) {
        List<long[]> earlier = new ArrayList<>();
        for (int at = 0; at < records.size(); at++) {
            List<Long> keys = records.get(at).keys();
            long[] before = new long[keys.size()];
            for (int key = 0; key < before.length; key++) {
                List<Integer> same = holders.computeIfAbsent(keys.get(key), _ -> new ArrayList<>());
                before[key] = same.size();
                same.add(at);
            }
            earlier.add(before);
        }
        return earlier;
    }

    private List<UUID> candidates(int at, EngineTables.Nearest nearest, Map<Long, List<Integer>> holders, int most) {
        Map<UUID, Long> shared = new HashMap<>(nearest.near().getOrDefault(at, Map.of()));
        nearest.telling()
                .getOrDefault(at, Map.of())
                .forEach((key, counts) -> holders.getOrDefault(key, List.of()).stream()
                        .takeWhile(place -> place < at)
                        .forEach(place -> shared.merge(records.get(place).record(), counts, Long::sum)));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    EngineTables.Compared compared(int at) {
        return records.get(at);
    }

    /// The nearest of those that came before.
    List<EngineTables.Other> candidates(int at) {
        return candidates.get(at).stream()
                .flatMap(record -> {
                    Integer place = places.get(record);
                    return place == null
                            ? Stream.ofNullable(faces.get(record))
                            : Stream.of(new EngineTables.Other(
                                    record, records.get(place).faces()));
                })
                .toList();
    }

    /// How common values are when a record has come. Asked in the order of the records.
    Common common(int at) {
        for (; counted <= at; counted++) {
            records.get(counted).counted().forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        Map<Counted, Long> own = new HashMap<>();
        records.get(at).counted().forEach(value -> own.put(value, counts.getOrDefault(value, 1L)));
        return new Common(own);
    }
}
