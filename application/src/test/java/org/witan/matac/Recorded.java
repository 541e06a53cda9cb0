package org.witan.matac;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.Partnership;
import org.witan.database.OwnerDatabase;
import org.witan.shared.Identity;

/// Invented rows of the police extract of one agency, written as the owner of the database, received on any day; and
/// the same in memory, for the slow reference.
public final class Recorded implements AutoCloseable {
    static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Partnership partnership;
    private final UUID agency;
    final List<Crime> crimes = new ArrayList<>();
    /// By record: of whom it tells from when on, oldest first.
    private final Map<UUID, List<Told>> told = new HashMap<>();
    private final Map<UUID, LocalDate> born = new HashMap<>();
    private final Map<UUID, LocalDate> receivedOn = new HashMap<>();

    private final SingleConnectionDataSource connection;

    public Recorded(ApplicationContext application, UUID agency) {
        this.agency = agency;
        try {
            connection = new SingleConnectionDataSource(OwnerDatabase.connection(application), true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        partnership = new Partnership(JdbcClient.create(connection));
    }

    @Override
    public void close() {
        connection.destroy();
    }

    /// Somebody invented.
    public record Human(UUID id, @Nullable LocalDate bornOn, String sex) {
        public static Human born(@Nullable LocalDate day) {
            return new Human(UUID.randomUUID(), day, "");
        }
    }

    /// A row of the extract.
    ///
    /// @param goneOn when its agency took it back; null while it holds
    public record Crime(
            UUID id,
            UUID victim,
            UUID suspect,
            LocalDate on,
            String code,
            LocalDate receivedOn,
            String relation,
            @Nullable LocalDate goneOn) {}

    private record Told(UUID person, LocalDate from) {}

    public Crime crime(Human victim, Human suspect, LocalDate on, String code) {
        return crime(victim, suspect, on, code, on, "EX_PARTNER", null, "POLICE_EXTRACT");
    }

    public Crime crime(
            Human victim,
            Human suspect,
            LocalDate on,
            String code,
            LocalDate receivedOn,
            String relation,
            @Nullable LocalDate goneOn,
            String source) {
        UUID receipt = id();
        UUID harmed = record(victim, "VICTIM", receipt, receivedOn, source);
        UUID suspected = record(suspect, "PERPETRATOR", receipt, receivedOn, source);
        UUID concern = id();
        partnership.run("""
                insert into people.concern (id, record_id, source, agency_id, happened_on, code, words, received_at)
                values (?, ?, ?, ?, ?, ?, '', ?)
                """, concern, harmed, source, agency, on, code, at(receivedOn));
        partnership.run("""
                insert into people.concern_person (concern_id, record_id, part) values (?, ?, 'VICTIM'), (?, ?, 'PERPETRATOR')
                """, concern, harmed, concern, suspected);
        partnership.run("""
                insert into people.relationship (id, record_id, part, other_id, other_part, relation)
                values (?, ?, 'PERPETRATOR', ?, 'VICTIM', ?)
                """, id(), suspected, harmed, relation);
        if (goneOn != null) {
            partnership.run(
                    "insert into people.cancellation (concern_id, cancelled_at) values (?, ?)", concern, at(goneOn));
        }
        var crime = new Crime(concern, harmed, suspected, on, code, receivedOn, relation, goneOn);
        if (source.equals("POLICE_EXTRACT")) {
            crimes.add(crime);
        }
        return crime;
    }

    /// A crime with nobody suspected.
    public void withoutSuspect(Human victim, LocalDate on) {
        UUID harmed = record(victim, "VICTIM", id(), on, "POLICE_EXTRACT");
        UUID concern = id();
        partnership.run("""
                insert into people.concern (id, record_id, source, agency_id, happened_on, code, words, received_at)
                values (?, ?, 'POLICE_EXTRACT', ?, ?, '8N', '', ?)
                """, concern, harmed, agency, on, at(on));
        partnership.run(
                "insert into people.concern_person (concern_id, record_id, part) values (?, ?, 'VICTIM')",
                concern,
                harmed);
    }

    private UUID record(Human human, String standing, UUID receipt, LocalDate on, String source) {
        UUID id = id();
        partnership.run(
                "insert into access.record (id, kind, reference, owner_id, registered_at) values (?, 'PERSON', ?, ?, ?)",
                id,
                "P-" + id.toString().toUpperCase(Locale.ROOT),
                agency,
                at(on));
        partnership.run(
                "insert into access.party (record_id, agency_id, from_at) values (?, ?, ?)", id, agency, at(on));
        partnership.run(
                """
                insert into people.source_record (id, part, standing, receipt_id, source, agency_id, received_at, given_name,
                    family_name, date_of_birth, born_on, sex, protected, language, interpreter, pregnant, deceased)
                values (?, ?, ?, ?, ?, ?, ?, 'Invented', ?, '', cast(nullif(?, '') as date), ?, false, '', 'NOT_ASKED', 'NOT_ASKED',
                    'NOT_ASKED')
                """,
                id,
                standing,
                standing,
                receipt,
                source,
                agency,
                at(on),
                "Person-" + human.id().toString().substring(0, 6),
                human.bornOn() == null ? "" : human.bornOn().toString(),
                human.sex());
        partnership.run(
                "insert into people.person (id, made_at) values (?, ?) on conflict do nothing", human.id(), at(on));
        link(id, human.id(), on);
        if (human.bornOn() != null) {
            born.put(id, human.bornOn());
        }
        receivedOn.put(id, on);
        return id;
    }

    private void link(UUID record, UUID person, LocalDate on) {
        partnership.run(
                "insert into people.link (id, record_id, person_id, made_at) values (?, ?, ?, ?)",
                id(),
                record,
                person,
                at(on));
        partnership.run("""
                insert into access.same_person (record_id, person_id) values (?, ?)
                on conflict (record_id) do update set person_id = excluded.person_id
                """, record, person);
        told.computeIfAbsent(record, _ -> new ArrayList<>()).add(new Told(person, on));
    }

    /// From a day on, all records of one are of the other.
    void unite(Human one, Human other, LocalDate on) {
        List<UUID> moving = told.entrySet().stream()
                .filter(entry -> entry.getValue().getLast().person().equals(one.id()))
                .map(Map.Entry::getKey)
                .toList();
        for (UUID record : moving) {
            LocalDate received = Objects.requireNonNull(receivedOn.get(record));
            LocalDate from = received.isAfter(on) ? received : on;
            partnership.run(
                    "update people.link set ended_at = ? where record_id = ? and ended_at is null", at(from), record);
            link(record, other.id(), from);
        }
    }

    // -------------------------------------------------------------------------------------------------- the reference

    /// What a slow reader finds of one person.
    record Slow(
            int events,
            int recent,
            LocalDate last,
            int victims,
            double harm,
            double recency,
            double frequency,
            double gravity,
            double ofVictims,
            double score,
            boolean ranked) {}

    /// By one of their records as the fast way names them: reckons crime by crime, with no SQL.
    Map<UUID, Slow> reference(Scale scale, LocalDate day, LocalDate known, Map<String, Double> harmOf) {
        List<Crime> counting = crimes.stream()
                .filter(one -> !one.receivedOn().isAfter(known)
                        && (one.goneOn() == null || one.goneOn().isAfter(known))
                        && !one.on().isAfter(day)
                        && one.on().isAfter(day.minusMonths(scale.pool().months()))
                        && !scale.relationsLeftOut().contains(one.relation()))
                .toList();
        var all = new HashMap<UUID, Slow>();
        for (Crime each : counting) {
            UUID person = person(each.suspect(), known);
            List<Crime> theirs = counting.stream()
                    .filter(one -> person(one.suspect(), known).equals(person))
                    .toList();
            if (theirs.size() >= scale.pool().events()) {
                all.put(face(person, known), slow(scale, day, known, theirs, harmOf));
            }
        }
        return all;
    }

    private Slow slow(Scale scale, LocalDate day, LocalDate known, List<Crime> theirs, Map<String, Double> harmOf) {
        LocalDate last =
                theirs.stream().map(Crime::on).max(LocalDate::compareTo).orElseThrow();
        int recent = (int) theirs.stream()
                .filter(one -> one.on().isAfter(day.minusMonths(scale.bounds().frequencyMonths())))
                .count();
        var victims = new HashSet<UUID>();
        double harm = 0;
        for (Crime one : theirs) {
            victims.add(person(one.victim(), known));
            harm += harmOf.getOrDefault(one.code(), 0.0);
        }
        double recency = Math.max(
                0,
                100
                        - 100.0
                                * (day.toEpochDay() - last.toEpochDay())
                                / scale.bounds().recencyDays());
        double frequency = Math.min(100, 100.0 * recent / scale.bounds().frequencyFull());
        double gravity =
                Math.min(100, 100 * Math.log1p(harm) / Math.log1p(scale.bounds().harmFull()));
        double ofVictims = Math.min(100, 100.0 * victims.size() / scale.bounds().victimsFull());
        var weights = scale.weights();
        double score = (weights.recency() * recency
                        + weights.frequency() * frequency
                        + weights.gravity() * gravity
                        + weights.victims() * ofVictims)
                / 100;
        return new Slow(
                theirs.size(),
                recent,
                last,
                victims.size(),
                harm,
                recency,
                frequency,
                gravity,
                ofVictims,
                score,
                victims.size() >= scale.pool().victims()
                        && isOldEnough(scale, day, person(theirs.getFirst().suspect(), known), known));
    }

    private boolean isOldEnough(Scale scale, LocalDate day, UUID person, LocalDate known) {
        List<LocalDate> days = records(person, known).stream()
                .filter(born::containsKey)
                .map(born::get)
                .distinct()
                .toList();
        LocalDate latest = day.minusYears(scale.pool().leastAge());
        return !days.isEmpty() && days.stream().noneMatch(one -> one.isAfter(latest));
    }

    private List<UUID> records(UUID person, LocalDate known) {
        return told.keySet().stream()
                .filter(record ->
                        !Objects.requireNonNull(receivedOn.get(record)).isAfter(known)
                                && person(record, known).equals(person))
                .toList();
    }

    private UUID person(UUID record, LocalDate known) {
        return Objects.requireNonNull(told.get(record)).stream()
                .filter(one -> !one.from().isAfter(known))
                .reduce((_, later) -> later)
                .orElseThrow()
                .person();
    }

    private UUID face(UUID person, LocalDate known) {
        return records(person, known).stream()
                .min((one, other) -> one.toString().compareTo(other.toString()))
                .orElseThrow();
    }

    /// Noon of a day; in the morning of today, when it began.
    static OffsetDateTime at(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(HERE).toInstant();
        Instant told = noon.isAfter(Instant.now()) ? day.atStartOfDay(HERE).toInstant() : noon;
        return told.atOffset(ZoneOffset.UTC);
    }

    static UUID id() {
        return Identity.at(Instant.now());
    }
}
