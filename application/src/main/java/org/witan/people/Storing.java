package org.witan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.people.Desk.Before;
import org.witan.people.Desk.Known;
import org.witan.people.GivenTables.FreshConcern;
import org.witan.shared.RisingIdentities;

/// Stores what was given and matches it, in the transaction of whoever received it.
final class Storing {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final GivenTables tables;
    private final EngineTables engine;
    private final Corrections corrections;
    private final Clock clock;

    /// Of two others that are as alike, the one whose id comes first is asked about: so ids rise as records come.
    private final RisingIdentities identities;

    Storing(JdbcClient database, Clock clock) {
        this.tables = new GivenTables(database);
        this.engine = new EngineTables(database);
        this.corrections = new Corrections(database);
        this.clock = clock;
        this.identities = new RisingIdentities(clock);
    }

    /// What was stored.
    ///
    /// @param records in the order of the persons
    /// @param isNew whether anything was
    /// @param concern the concern that is new, or the one that is there
    /// @param corrected how many records are another version of one that was there
    record Stored(
            List<UUID> records,
            boolean isNew,
            @Nullable UUID concern,
            long corrected,
            List<Matching.Outcome> outcomes) {}

    /// Stores and matches. Whoever gives the same keys again gets what is there.
    Stored store(Desk desk, Given given) {
        return storeAll(desk, List.of(given)).getFirst();
    }

    /// Takes concerns back, by their keys.
    ///
    /// @return how many were known and not taken back before
    int cancel(Desk desk, Source source, List<String> keys) {
        engine.takeTurn();
        return corrections.cancel(desk, source, keys);
    }

    /// The same for several, as if one after the other, in few calls. No key may stand in two of them.
    ///
    /// @param all from one source
    List<Stored> storeAll(Desk desk, List<Given> all) {
        // Also for what is known: the same given twice at once must find the first.
        engine.takeTurn();
        Before before = before(desk, all);
        List<Piece> pieces = all.stream().map(given -> piece(given, before)).toList();
        List<Fresh> fresh =
                pieces.stream().flatMap(piece -> piece.fresh.values().stream()).toList();
        if (!fresh.isEmpty()) {
            desk.register(fresh.stream().map(Fresh::id).toList());
            tables.addAll(desk, fresh);
        }
        tables.relate(relationships(pieces));
        tables.addConcerns(
                desk,
                pieces.stream()
                        .map(piece -> piece.concern)
                        .filter(Objects::nonNull)
                        .toList());
        corrections.begin(fresh);
        Map<UUID, Matching.Outcome> outcomes = new Matching(engine, today()).match(fresh);
        corrections.settle(fresh);
        return pieces.stream().map(piece -> piece.stored(outcomes)).toList();
    }

    /// Stores what happened between persons of whom records are here: nobody has to be matched.
    ///
    /// @return the concern; empty when it was received before
    Optional<UUID> store(Desk desk, GivenAbout about) {
        // The same given twice at once must find the first.
        engine.takeTurn();
        Set<String> key = keysOf(about.concern().key());
        if (!desk.before(about.source(), Set.of(), key).concerns().isEmpty()) {
            return Optional.empty();
        }
        var standings = new ArrayList<Standing>(List.of(Standing.VICTIM));
        about.perpetrators().forEach(_ -> standings.add(Standing.PERPETRATOR));
        UUID concern = identities.next();
        tables.addConcerns(
                desk,
                List.of(new FreshConcern(
                        concern, about.source(), about.concern(), about.victim(), about.records(), standings, null)));
        return Optional.of(concern);
    }

    private static Set<String> keysOf(@Nullable String key) {
        return key == null ? Set.of() : Set.of(key);
    }

    private static Before before(Desk desk, List<Given> all) {
        return desk.before(
                all.getFirst().source(),
                keys(all.stream().flatMap(given -> given.persons().stream()).map(GivenPerson::key)),
                keys(all.stream().map(Given::concern).filter(Objects::nonNull).map(GivenConcern::key)));
    }

    private static Collection<String> keys(Stream<@Nullable String> keys) {
        Set<String> known = new HashSet<>();
        keys.forEach(key -> {
            if (key != null && !known.add(key)) {
                throw new IllegalArgumentException("A key stands in what is stored at once twice.");
            }
        });
        return known;
    }

    /// One of what is given, and what becomes of it.
    private static final class Piece {
        private final Given given;
        private final List<UUID> records = new ArrayList<>();
        private final Map<Integer, Fresh> fresh = new TreeMap<>();
        private @Nullable FreshConcern concern;
        private @Nullable UUID known;

        Piece(Given given) {
            this.given = given;
        }

        Stored stored(Map<UUID, Matching.Outcome> outcomes) {
            return new Stored(
                    records,
                    !fresh.isEmpty() || concern != null,
                    concern == null ? known : concern.id(),
                    fresh.values().stream()
                            .filter(one -> one.supersedes() != null)
                            .count(),
                    fresh.values().stream().map(one -> outcomes.get(one.id())).toList());
        }
    }

    private Piece piece(Given given, Before before) {
        var piece = new Piece(given);
        UUID receipt = identities.next();
        for (GivenPerson person : given.persons()) {
            Known known = person.key() == null ? null : before.records().get(person.key());
            if (known != null && !known.isOtherThan(Contents.of(person))) {
                piece.records.add(known.id());
            } else {
                UUID id = identities.next();
                piece.fresh.put(
                        piece.records.size(), new Fresh(id, given, receipt, person, known == null ? null : known.id()));
                piece.records.add(id);
            }
        }
        GivenConcern what = given.concern();
        Known known =
                what == null || what.key() == null ? null : before.concerns().get(what.key());
        piece.known = known == null ? null : known.id();
        UUID victim = victim(piece);
        if (what != null && victim != null && isToldAnew(what, piece, known)) {
            piece.concern = new FreshConcern(
                    identities.next(),
                    given.source(),
                    what,
                    victim,
                    piece.records,
                    given.persons().stream().map(GivenPerson::standing).toList(),
                    piece.known);
        }
        return piece;
    }

    /// It is not known, or its agency says otherwise by now.
    private static boolean isToldAnew(GivenConcern what, Piece piece, @Nullable Known known) {
        return known == null || known.isCancelled() || known.isOtherThan(Contents.of(what, piece.records));
    }

    private Rows relationships(List<Piece> pieces) {
        var rows = new Rows();
        for (Piece piece : pieces) {
            piece.given.relationships().stream()
                    .filter(each -> piece.fresh.containsKey(each.one()) || piece.fresh.containsKey(each.other()))
                    .forEach(each -> GivenTables.relate(
                            rows,
                            identities.next(),
                            piece.records.get(each.one()),
                            piece.given.persons().get(each.one()).standing(),
                            each.relation(),
                            piece.records.get(each.other()),
                            piece.given.persons().get(each.other()).standing()));
        }
        return rows;
    }

    private static @Nullable UUID victim(Piece piece) {
        for (int at = 0; at < piece.records.size(); at++) {
            if (piece.given.persons().get(at).standing() == Standing.VICTIM) {
                return piece.records.get(at);
            }
        }
        return null;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
