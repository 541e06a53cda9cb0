package org.witan.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that happened, as an agency says it.
///
/// @param key the key that it has where this comes from, such as the crime reference
/// @param happenedOn the day, or the last day on which it may have happened
/// @param code offence code or name; empty when not given
/// @param words what happened; empty when not given
public record GivenConcern(@Nullable String key, LocalDate happenedOn, String code, String words) {

    @Override
    public String toString() {
        return "a concern";
    }
}
