package org.witan.access.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of a list or a barrier of a record, as people read it.
///
/// @param key names the row within its list, in forms
/// @param who the agency or person it is for; empty when it is for everybody
/// @param why in words; empty when none were given
/// @param by who made it
/// @param until when it ended or will end; null while it goes on
/// @param endedBy who ended it
/// @param open whether it holds now and this viewer may end it
public record Entry(
        Listing listing,
        String key,
        String who,
        String why,
        Instant since,
        String by,
        @Nullable Instant until,
        String endedBy,
        boolean open) {

    /// A name that may be missing because the person has left.
    static String name(@Nullable String name) {
        return name == null ? "" : name;
    }
}
