package org.witan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.index.Matcher;
import org.witan.linkage.record.Commonness;
import org.witan.linkage.record.Counted;

/// Matches a record that has just been stored, in the transaction that stored it: the strongest link
/// first, and whatever a guard holds back before the coordinator.
///
/// @param today the day on which somebody is a child
record Matching(EngineTables tables, LocalDate today) {
    /// Those that share the rarest keys. Among fewer, some pairs of a set with very large persons would not be seen.
    private static final int CANDIDATES = 200;

    /// More for one record would fill the queue with what nobody decides.
    private static final int SUGGESTIONS = 5;

    private static final double REVIEW = org.witan.linkage.scoring.Bits.ofProbability(
            PeopleModel.MODEL.policy().reviewAt());
    private static final Matcher KEYS = new Matcher(PeopleModel.MODEL, Commonness.UNKNOWN);

    /// What came of it.
    record Outcome(int linked, int suggested) {}

    /// Matches records as if they had come one after the other, but asks the database for all of them at once.
    ///
    /// @param fresh in their order
    /// @return by the record
    Map<UUID, Outcome> match(List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var piece =
                new MatchedPiece(tables, fresh.stream().map(Matching::compared).toList(), CANDIDATES);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (int at = 0; at < fresh.size(); at++) {
            outcomes.put(fresh.get(at).id(), match(fresh.get(at), piece, at));
        }
        return outcomes;
    }

    private static EngineTables.Compared compared(Fresh fresh) {
        List<Map<String, String>> faces = Faces.of(fresh.person());
        List<Long> keys = faces.stream()
                .flatMap(face -> KEYS.keys(face).stream())
                .map(key -> Long.parseUnsignedLong(key, 16))
                .distinct()
                .toList();
        return new EngineTables.Compared(
                fresh.id(),
                keys,
                faces,
                List.copyOf(Counted.of(faces.stream().map(KEYS::written).toList())));
    }

    private Outcome match(Fresh fresh, MatchedPiece piece, int at) {
        List<EngineTables.Other> candidates = piece.candidates(at);
        if (candidates.isEmpty()) {
            return new Outcome(0, 0);
        }
        var likeness = new Likeness(
                new Matcher(PeopleModel.MODEL, piece.common(at)),
                piece.compared(at).faces());
        List<Likeness.Found> alike = likeness.with(candidates).stream()
                .filter(found -> found.weight() >= REVIEW)
                .sorted(Comparator.comparingDouble(Likeness.Found::weight)
                        .reversed()
                        .thenComparing(found -> found.other().record()))
                .toList();
        return alike.isEmpty() ? new Outcome(0, 0) : decide(fresh.id(), fresh.person(), likeness, alike);
    }

    private Outcome decide(UUID record, GivenPerson person, Likeness likeness, List<Likeness.Found> alike) {
        Map<UUID, EngineTables.Whole> wholes = tables.persons(
                record, alike.stream().map(found -> found.other().record()).toList());
        Set<UUID> persons = new HashSet<>();
        var held = new ArrayList<Held>();
        int linked = 0;
        for (Likeness.Found found : alike) {
            EngineTables.Whole whole = wholes.get(found.other().record());
            // Of each person, the record that is most alike.
            if (whole == null || !persons.add(whole.person())) {
                continue;
            }
            Guard guard = Guards.of(Guards.Pair.of(person, likeness, found, whole, today));
            if (guard == null && linked > 0) {
                // It belongs to somebody by now; that two persons are one, somebody says.
                guard = Guard.GROUP;
            }
            Held one = guard == null ? ofTheWhole(record, person, likeness, found, whole) : new Held(found, guard);
            if (one == null) {
                linked += tables.link(record, found.other().record(), found.weight()) ? 1 : 0;
            } else {
                held.add(one);
            }
        }
        held.stream().limit(SUGGESTIONS).forEach(one -> suggest(record, one));
        return new Outcome(linked, Math.min(held.size(), SUGGESTIONS));
    }

    private record Held(Likeness.Found found, Guard guard) {}

    private void suggest(UUID record, Held held) {
        tables.suggest(
                record,
                held.found().other().record(),
                held.found().match().waterfall(),
                held.guard(),
                held.found().match().verdict().reason());
    }

    /// What all records of a person together hold back: a number that speaks against it, shown beside its own record,
    /// or that it is like one of them and unlike the others. Null when they hold nothing back.
    private @Nullable Held ofTheWhole(
            UUID record, GivenPerson person, Likeness likeness, Likeness.Found found, EngineTables.Whole whole) {
        if (whole.records() == 1) {
            return null;
        }
        List<Likeness.Found> all =
                likeness.with(tables.personOf(record, found.other().record()));
        for (Likeness.Found one : all) {
            Guard guard = Guards.ofNumbers(Guards.Pair.of(person, likeness, one, whole, today));
            if (guard != null) {
                return new Held(one, guard);
            }
        }
        OptionalDouble mean = Likeness.onTheWhole(all);
        return mean.isPresent() && mean.getAsDouble() >= PeopleModel.link() ? null : new Held(found, Guard.GROUP);
    }
}
