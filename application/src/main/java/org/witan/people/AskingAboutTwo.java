package org.witan.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.linkage.index.Matcher;
import org.witan.linkage.record.Commonness;
import org.witan.site.Days;

/// The coordinator asks about two records that the engine did not suggest: they come into the review, with the same
/// warnings and the same decisions.
@Component
public class AskingAboutTwo {
    /// How common values are is not asked: whoever looks has their own reason.
    private static final Matcher MATCHER = new Matcher(PeopleModel.MODEL, Commonness.UNKNOWN);

    private final Witnessing witnessing;
    private final Records registered;
    private final SourceRecords records;
    private final JdbcClient database;
    private final Days days;

    AskingAboutTwo(Witnessing witnessing, Records registered, SourceRecords records, JdbcClient database, Days days) {
        this.witnessing = witnessing;
        this.registered = registered;
        this.records = records;
        this.database = database;
        this.days = days;
    }

    /// What came of asking.
    public sealed interface Asked {

        /// It is in the review.
        record InReview(UUID suggestion) implements Asked {}

        /// They are of one person already.
        record Together() implements Asked {}

        /// No record of a person that this viewer may see is called so.
        record Nobody() implements Asked {}
    }

    /// Asks about a record and another, known by its reference.
    ///
    /// @throws Absent when the record is not there for this viewer, or they decide about no records
    public Asked ask(Viewer viewer, UUID record, String reference) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "suggestion"), shown -> {
            SourceRecord one = find(record).orElseThrow(Absent::new);
            Optional<SourceRecord> other =
                    registered.named(reference).map(RegisteredRecord::id).flatMap(this::find);
            if (other.isEmpty()) {
                return new Asked.Nobody();
            }
            shown.addAll(List.of(one.id(), other.get().id()));
            UUID suggestion = Absent.whereRefused(() -> ask(one, other.get()));
            return suggestion == null ? new Asked.Together() : new Asked.InReview(suggestion);
        });
    }

    private Optional<SourceRecord> find(UUID record) {
        return records.read(List.of(record)).stream().findFirst();
    }

    private @Nullable UUID ask(SourceRecord one, SourceRecord other) {
        GivenPerson left = given(one);
        GivenPerson right = given(other);
        var likeness = new Likeness(MATCHER, Faces.of(left));
        var found = likeness.with(List.of(new EngineTables.Other(other.id(), Faces.of(right))))
                .getFirst();
        // What hangs on whole persons the database knows better than whoever looks.
        var whole = new EngineTables.Whole(other.id(), 1, false, false, Set.of(other.standing()));
        Guard guard = Guards.of(Guards.Pair.of(left, likeness, found, whole, days.today()));
        return new EngineTables(database)
                .askAbout(
                        one.id(),
                        other.id(),
                        found.match().waterfall(),
                        guard == null || guard == Guard.UNSURE ? Guard.ASKED : guard,
                        found.match().verdict().reason());
    }

    private static GivenPerson given(SourceRecord one) {
        return new GivenPerson(
                one.standing(),
                null,
                one.name(),
                one.dateOfBirth(),
                one.sex(),
                one.isProtected(),
                one.needs(),
                one.aliases(),
                one.stated(),
                one.addresses(),
                one.safeContacts());
    }
}
