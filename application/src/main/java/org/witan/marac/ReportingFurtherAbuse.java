package org.witan.marac;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.systems.KeptAnswer;
import org.witan.access.systems.KeptAnswers;
import org.witan.access.systems.Write;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.people.GivenAbout;
import org.witan.people.GivenConcern;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.shared.Identity;

/// Somebody of an agency says that it happened again between the persons of a referral. Module people
/// receives it about those very records, and it waits for the coordinator as any incident does.
///
/// Whoever tells it learns that it is told, and nothing of what it was found to be.
@Component
public class ReportingFurtherAbuse {
    private final Witnessing witnessing;
    private final ReadingReferrals reading;
    private final FurtherReports reports;
    private final Receiving receiving;
    private final Records records;
    private final KeptAnswers answers;
    private final JdbcClient database;
    private final Clock clock;

    ReportingFurtherAbuse(
            Witnessing witnessing,
            ReadingReferrals reading,
            FurtherReports reports,
            Receiving receiving,
            Records records,
            KeptAnswers answers,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.reading = reading;
        this.reports = reports;
        this.receiving = receiving;
        this.records = records;
        this.answers = answers;
        this.database = database;
        this.clock = clock;
    }

    /// The referral, and what may be told of it.
    ///
    /// @param harmers the alleged perpetrators, as far as whoever tells may know them
    /// @param until the last day on which further abuse makes a repeat of it
    public record Telling(
            UUID referral, String reference, List<SourceRecord> harmers, List<AbuseKind> kinds, LocalDate until) {

        @Override
        public String toString() {
            return "what may be told of a referral";
        }
    }

    /// What somebody may tell of a referral.
    ///
    /// @throws Absent when there is none for this viewer, or its victim is closed to them
    public Telling open(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "referral"), shown -> {
            List<SourceRecord> persons = persons(referral, shown);
            victim(persons);
            return new Telling(
                    referral,
                    reference(referral),
                    harmers(persons),
                    reports.kinds(),
                    database.sql("select until from marac.repeat_window where record_id = :referral")
                            .param("referral", referral)
                            .query(LocalDate.class)
                            .single());
        });
    }

    /// What it may be, for systems.
    public Set<String> kinds() {
        return reports.kinds().stream().map(AbuseKind::code).collect(Collectors.toUnmodifiableSet());
    }

    /// Tells it. Sent twice, it is told once.
    ///
    /// @param report made with the form
    /// @throws Absent when there is no such referral for this viewer, or they tell nothing of it
    /// @throws Refused when something else was sent from the same form before
    public void report(Viewer viewer, UUID report, UUID referral, FurtherAbuse told) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "incident"), shown -> {
            write(viewer, Source.BY_HAND, report, referral, told, shown);
            return true;
        });
    }

    /// The same for a system, once for each key.
    ///
    /// @param answer makes the answer that is kept
    public KeptAnswer report(
            Viewer viewer, Write write, UUID referral, FurtherAbuse told, Function<Reported, KeptAnswer> answer) {
        var deed = Deed.of(Verb.ADD, "incident").with("key", write.key());
        return witnessing.witness(viewer, deed, shown -> {
            KeptAnswer kept = answers.once(viewer, write, () -> {
                UUID report = Identity.at(clock.instant());
                write(viewer, Source.API, report, referral, told, shown);
                return answer.apply(new Reported(report, referral, reference(referral)));
            });
            shown.add(kept.record());
            return kept;
        });
    }

    /// What a system told.
    ///
    /// @param reference what people call the referral by
    public record Reported(UUID id, UUID referral, String reference) {}

    private void write(Viewer viewer, Source source, UUID report, UUID referral, FurtherAbuse told, Shown shown) {
        List<SourceRecord> persons = persons(referral, shown);
        UUID victim = victim(persons);
        List<UUID> harmers = harmers(told, harmers(persons));
        AbuseKind kind = reports.kinds().stream()
                .filter(one -> one.code().equals(told.kind()))
                .findFirst()
                .orElseThrow(Absent::new);
        int written = Absent.whereRefused(() -> reports.insert(viewer, report, referral, told));
        if (written == 1) {
            var what = new GivenConcern(report.toString(), told.day(), kind.words(), told.words());
            var receipt = receiving.receive(viewer, new GivenAbout(source, victim, harmers, what), shown);
            if (!(receipt instanceof Receipt.Received)) {
                throw new IllegalStateException("Further abuse that was written was not received.");
            }
        } else if (!reports.isWritten(viewer, report, referral, told)) {
            throw new Refused("marac.refused.sent-before");
        }
    }

    /// Whoever says "the same" and may know who that is names all of them.
    private static List<UUID> harmers(FurtherAbuse told, List<SourceRecord> known) {
        List<UUID> all = known.stream().map(SourceRecord::id).toList();
        if (told.who() == Who.NAMED && (told.harmers().isEmpty() || !all.containsAll(told.harmers()))) {
            throw new Absent();
        }
        return switch (told.who()) {
            case NAMED -> told.harmers();
            case SAME -> all;
            case UNSURE -> List.of();
        };
    }

    private List<SourceRecord> persons(UUID referral, Shown shown) {
        if (!reading.exists(referral)) {
            throw new Absent();
        }
        shown.add(referral);
        List<SourceRecord> persons = reading.persons(List.of(referral)).getOrDefault(referral, List.of()).stream()
                .map(Referral.Person::record)
                .toList();
        persons.forEach(one -> shown.add(one.id()));
        return persons;
    }

    private static UUID victim(List<SourceRecord> persons) {
        return persons.stream()
                .filter(one -> one.standing() == Standing.VICTIM)
                .map(SourceRecord::id)
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private static List<SourceRecord> harmers(List<SourceRecord> persons) {
        return persons.stream()
                .filter(one -> one.standing() == Standing.PERPETRATOR)
                .toList();
    }

    private String reference(UUID referral) {
        return records.find(referral).map(RegisteredRecord::reference).orElseThrow(Absent::new);
    }
}
