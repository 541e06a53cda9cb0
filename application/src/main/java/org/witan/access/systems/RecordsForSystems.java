package org.witan.access.systems;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// What a system may do with records: the same rule, and the same trail, as for a person at a page.
@Component
public class RecordsForSystems {
    private final Witnessing witnessing;
    private final Records records;
    private final KeptAnswers answers;
    private final JdbcClient database;
    private final Clock clock;

    RecordsForSystems(Witnessing witnessing, Records records, KeptAnswers answers, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.answers = answers;
        this.database = database;
        this.clock = clock;
    }

    /// A page of records, newest first.
    ///
    /// @param words part of a reference; empty for all
    /// @param after the last record of the page before; null for the first page
    /// @throws NoSuch when that record is no longer there for this viewer, so that nobody could say what follows
    public List<RegisteredRecord> page(Viewer viewer, String words, @Nullable UUID after, int most) {
        var deed = words.isEmpty()
                ? Deed.of(Verb.LIST, "record")
                : Deed.of(Verb.SEARCH, "record").with("words", words);
        return witnessing.witness(viewer, deed, shown -> {
            if (after != null && records.find(after).isEmpty()) {
                throw new NoSuch("cursor");
            }
            List<RegisteredRecord> found = records.list(words, after, most);
            shown.addAll(found.stream().map(RegisteredRecord::id).toList());
            return found;
        });
    }

    /// How many records there are for this viewer.
    public long count(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.COUNT, "record"), _ -> records.count(""));
    }

    /// A record.
    ///
    /// @throws Absent when there is none, or none for this viewer
    public RegisteredRecord find(Viewer viewer, UUID record) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "record"), shown -> {
            RegisteredRecord found = records.find(record).orElseThrow(Absent::new);
            shown.add(record);
            return found;
        });
    }

    /// Registers a record of the viewer's agency, once for each key.
    ///
    /// @param answer makes the answer that is kept
    /// @throws NoSuch when something it names does not exist for this viewer
    public KeptAnswer register(
            Viewer viewer, Write write, NewRecord given, Function<RegisteredRecord, KeptAnswer> answer) {
        var deed = Deed.of(Verb.ADD, "record").with("kind", given.kind().name()).with("key", write.key());
        return witnessing.witness(viewer, deed, shown -> {
            KeptAnswer kept = answers.once(viewer, write, () -> answer.apply(register(viewer, given)));
            shown.add(kept.record());
            return kept;
        });
    }

    /// Every agency that takes part.
    public List<Agency> agencies(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "agency"),
                _ -> database.sql("select id, name, kind from access.agency where closed_at is null order by name")
                        .query((row, _) -> new Agency(
                                row.getObject("id", UUID.class), row.getString("name"), row.getString("kind")))
                        .list());
    }

    private RegisteredRecord register(Viewer viewer, NewRecord given) {
        check(given);
        UUID id = Identity.at(clock.instant());
        try {
            records.register(
                    id,
                    given.kind(),
                    viewer.agency(),
                    given.within(),
                    given.about(),
                    given.parties(),
                    List.of(viewer.account()));
        } catch (Absent _) {
            throw new Refused("api.refused.register");
        }
        // A role that would not see what it registered does not register it.
        return records.find(id).orElseThrow(() -> new Refused("api.refused.register"));
    }

    private void check(NewRecord given) {
        if (given.within() != null && records.find(given.within()).isEmpty()) {
            throw new NoSuch("within");
        }
        for (int i = 0; i < given.about().size(); i++) {
            if (records.find(given.about().get(i)).isEmpty()) {
                throw new NoSuch("about[" + i + "]");
            }
        }
        for (int i = 0; i < given.parties().size(); i++) {
            if (!takesPart(given.parties().get(i))) {
                throw new NoSuch("parties[" + i + "]");
            }
        }
    }

    private boolean takesPart(UUID agency) {
        return database.sql("select exists (select from access.agency where id = :agency and closed_at is null)")
                .param("agency", agency)
                .query(Boolean.class)
                .single();
    }
}
