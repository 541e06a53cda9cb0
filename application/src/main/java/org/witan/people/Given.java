package org.witan.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agency gives at once: different persons, what they are to one another, and what happened.
///
/// @param persons each of them another person, because the giver says so
/// @param concern what happened; it has one victim at most, the first of them
public record Given(
        Source source,
        List<GivenPerson> persons,
        List<Between> relationships,
        @Nullable GivenConcern concern) {

    public Given {
        persons = List.copyOf(persons);
        relationships = List.copyOf(relationships);
    }

    /// Persons of whom nothing more is said.
    public static Given of(Source source, GivenPerson... persons) {
        return new Given(source, List.of(persons), List.of(), null);
    }

    /// The same, with what happened.
    public Given with(GivenConcern what) {
        return new Given(source, persons, relationships, what);
    }

    /// What one of the persons is to another: "one is relation of other".
    ///
    /// @param one place in the list of persons
    /// @param other place in the list of persons
    public record Between(int one, Relation relation, int other) {}
}
