package org.witan.people;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Suggestion.Choice;

/// The coordinator looks at records that may tell of one person, two at a time, and decides.
@Component
public class ReviewingMatches {
    private final Witnessing witnessing;
    private final Links links;
    private final SourceRecords records;
    private final JdbcClient database;

    ReviewingMatches(Witnessing witnessing, Links links, SourceRecords records, JdbcClient database) {
        this.witnessing = witnessing;
        this.links = links;
        this.records = records;
        this.database = database;
    }

    /// What waits, the likeliest first; empty for whoever is no coordinator.
    public List<Suggestion> waiting(Viewer viewer, int most) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "suggestion"), shown -> {
            List<Suggestion> waiting = links.waiting(most);
            waiting.forEach(one -> shown.addAll(List.of(one.record(), one.other())));
            return waiting;
        });
    }

    /// A suggestion with both records.
    ///
    /// @throws Absent when it is not there for this viewer
    public SideBySide compare(Viewer viewer, UUID suggestion) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "suggestion"), shown -> {
            Suggestion found = links.find(suggestion).orElseThrow(Absent::new);
            shown.addAll(List.of(found.record(), found.other()));
            List<SourceRecord> both = records.read(List.of(found.record(), found.other()));
            return new SideBySide(found, the(both, found.record()), the(both, found.other()));
        });
    }

    /// Decides. Links both records, keeps them apart for ever, or lets them wait.
    ///
    /// @throws Absent when the suggestion is not there for this viewer
    public Decided decide(Viewer viewer, UUID suggestion, Choice choice, String remark) {
        if (choice == Choice.SETTLED) {
            throw new IllegalArgumentException("Nobody chooses that something is settled.");
        }
        var deed = Deed.of(Verb.CHANGE, "suggestion").with("choice", choice.name());
        return witnessing.witness(viewer, deed, shown -> {
            Suggestion found = links.find(suggestion).orElseThrow(Absent::new);
            shown.addAll(List.of(found.record(), found.other()));
            return Absent.whereRefused(
                    () -> Decisions.of(database.sql("select people.decide(:suggestion, :choice, :remark)")
                            .param("suggestion", suggestion)
                            .param("choice", choice.name())
                            .param("remark", remark)));
        });
    }

    /// Links two records that the engine did not link.
    ///
    /// @throws Absent when one of them is not there for this viewer, or they decide about no records
    public Decided link(Viewer viewer, UUID one, UUID other) {
        if (one.equals(other)) {
            throw new Absent();
        }
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "link"), shown -> {
            shown.addAll(List.of(one, other));
            return Absent.whereRefused(() -> Decisions.of(database.sql("select people.link_two(:one, :other)")
                    .param("one", one)
                    .param("other", other)));
        });
    }

    private static SourceRecord the(List<SourceRecord> both, UUID id) {
        return both.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Absent::new);
    }
}
