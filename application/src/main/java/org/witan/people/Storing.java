package org.witan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.people.Desk.Before;
import org.witan.shared.Identity;

/// Stores what was given and matches it, in the transaction of whoever received it.
final class Storing {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final GivenTables tables;
    private final EngineTables engine;
    private final Clock clock;

    Storing(JdbcClient database, Clock clock) {
        this.tables = new GivenTables(database);
        this.engine = new EngineTables(database);
        this.clock = clock;
    }

    /// What was stored.
    ///
    /// @param records in the order of the persons
    /// @param isNew whether anything was
    /// @param concern the concern that is new, if one is
    record Stored(
            List<UUID> records,
            boolean isNew,
            @Nullable UUID concern,
            @Nullable NewConcern event,
            List<Matching.Outcome> outcomes) {}

    /// Stores and matches. Whoever gives the same keys again gets what is there.
    Stored store(Desk desk, Given given) {
        // Also for what is known: the same given twice at once must find the first.
        engine.takeTurn();
        GivenConcern what = given.concern();
        Before before = desk.before(
                given.source(),
                given.persons().stream()
                        .map(GivenPerson::key)
                        .filter(Objects::nonNull)
                        .toList(),
                what == null ? null : what.key());
        UUID receipt = newId();
        var records = new ArrayList<UUID>();
        var fresh = new ArrayList<Integer>();
        for (GivenPerson person : given.persons()) {
            UUID known = person.key() == null ? null : before.records().get(person.key());
            if (known == null) {
                fresh.add(records.size());
            }
            records.add(known == null ? add(desk, given, receipt, person) : known);
        }
        relate(given, records, new HashSet<>(fresh));
        UUID concern = what == null || before.concern() != null ? null : concern(desk, given, what, records);
        List<Matching.Outcome> outcomes = fresh.stream()
                .map(at -> new Matching(engine, today())
                        .match(records.get(at), given.persons().get(at)))
                .toList();
        return new Stored(
                records,
                !fresh.isEmpty() || concern != null,
                concern == null ? before.concern() : concern,
                concern == null ? null : event(concern, given, records),
                outcomes);
    }

    private UUID add(Desk desk, Given given, UUID receipt, GivenPerson person) {
        UUID id = newId();
        desk.register(id);
        tables.add(desk, given, receipt, id, person);
        return id;
    }

    private void relate(Given given, List<UUID> records, Set<Integer> fresh) {
        given.relationships().stream()
                .filter(each -> fresh.contains(each.one()) || fresh.contains(each.other()))
                .forEach(each -> tables.relate(
                        newId(),
                        records.get(each.one()),
                        given.persons().get(each.one()).standing(),
                        each.relation(),
                        records.get(each.other()),
                        given.persons().get(each.other()).standing()));
    }

    private @Nullable UUID concern(Desk desk, Given given, GivenConcern what, List<UUID> records) {
        UUID victim = victim(given, records);
        if (victim == null) {
            return null;
        }
        UUID id = newId();
        tables.add(desk, given.source(), id, victim, what);
        for (int at = 0; at < records.size(); at++) {
            tables.take(id, records.get(at), given.persons().get(at).standing());
        }
        return id;
    }

    private static NewConcern event(UUID concern, Given given, List<UUID> records) {
        return new NewConcern(concern, victim(given, records), all(given, records, Standing.PERPETRATOR));
    }

    private static @Nullable UUID victim(Given given, List<UUID> records) {
        return all(given, records, Standing.VICTIM).stream().findFirst().orElse(null);
    }

    private static List<UUID> all(Given given, List<UUID> records, Standing standing) {
        var all = new ArrayList<UUID>();
        for (int at = 0; at < records.size(); at++) {
            if (given.persons().get(at).standing() == standing) {
                all.add(records.get(at));
            }
        }
        return all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }
}
