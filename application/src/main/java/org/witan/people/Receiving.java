package org.witan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Receipt.AlreadyReceived;
import org.witan.people.Receipt.Received;
import org.witan.people.Receipt.Unusable;

/// Receives what an agency says about persons and what happened to them, from any source, and matches it at once.
///
/// Whoever gives it learns that it is stored, and nothing of what it matched: the answer is the same either way.
@Component
public class Receiving {
    private static final int MOST = 20;
    private final Witnessing witnessing;
    private final Records records;
    private final JdbcClient database;
    private final AnnouncingJob announcing;
    private final Clock clock;

    Receiving(Witnessing witnessing, Records records, JdbcClient database, AnnouncingJob announcing, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.database = database;
        this.announcing = announcing;
        this.clock = clock;
    }

    /// Receives something for the agency of whoever gives it.
    ///
    /// @throws org.witan.access.Absent when this viewer may register no person
    public Receipt receive(Viewer viewer, Given given) {
        List<String> reasons = whyUnusable(given);
        if (!reasons.isEmpty()) {
            return new Unusable(reasons);
        }
        var deed = Deed.of(Verb.ADD, "person").with("source", given.source().name());
        Receipt receipt =
                witnessing.witness(viewer, deed, shown -> Absent.whereRefused(() -> store(viewer, given, shown)));
        announcing.wake();
        return receipt;
    }

    /// The same inside a piece of work that is witnessed already, for a module that receives persons with something
    /// else.
    public Receipt receive(Viewer viewer, Given given, Shown shown) {
        List<String> reasons = whyUnusable(given);
        return reasons.isEmpty() ? Absent.whereRefused(() -> store(viewer, given, shown)) : new Unusable(reasons);
    }

    /// Receives what happened between persons whom whoever gives it sees here already, inside a piece of work that is
    /// witnessed. Nobody is stored or matched: it is about those very records.
    ///
    /// @throws Absent when one of the records is not there for this viewer, or its risk is closed to them
    public Receipt receive(Viewer viewer, GivenAbout about, Shown shown) {
        if (about.concern().happenedOn().isAfter(today())) {
            return new Unusable(List.of("people.unusable.not-yet-happened"));
        }
        return Absent.whereRefused(() -> {
            var desk = new Desk.OfViewer(viewer, records, database);
            return new Storing(database, clock)
                    .store(desk, about)
                    .map(concern -> {
                        shown.add(about.victim());
                        shown.addAll(about.perpetrators());
                        return (Receipt) new Received(about.records(), concern);
                    })
                    .orElseGet(AlreadyReceived::new);
        });
    }

    private Receipt store(Viewer viewer, Given given, Shown shown) {
        var stored = new Storing(database, clock).store(new Desk.OfViewer(viewer, records, database), given);
        if (!stored.isNew()) {
            return new AlreadyReceived();
        }
        shown.addAll(stored.records());
        return new Received(stored.records(), stored.concern());
    }

    private List<String> whyUnusable(Given given) {
        return whyUnusable(given, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    /// Why something cannot be stored, by the keys of the words.
    static List<String> whyUnusable(Given given, LocalDate today) {
        var reasons = new ArrayList<String>();
        if (given.persons().isEmpty()) {
            reasons.add("people.unusable.nobody");
        }
        if (given.persons().size() > MOST) {
            reasons.add("people.unusable.too-many");
        }
        if (given.persons().stream().anyMatch(person -> !person.saysWho())) {
            reasons.add("people.unusable.no-name");
        }
        GivenConcern concern = given.concern();
        if (concern != null && concern.happenedOn().isAfter(today)) {
            reasons.add("people.unusable.not-yet-happened");
        }
        return reasons;
    }
}
