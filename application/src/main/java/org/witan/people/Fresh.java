package org.witan.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person on the way into the database.
///
/// @param given with which other persons they were given
/// @param receipt what was given together
/// @param supersedes the version of this record before, when its agency corrects it
record Fresh(
        UUID id,
        Given given,
        UUID receipt,
        GivenPerson person,
        @Nullable UUID supersedes) {

    @Override
    public String toString() {
        return "a fresh record";
    }
}
