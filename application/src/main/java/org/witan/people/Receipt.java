package org.witan.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of giving something. It is the same whatever the engine found.
public sealed interface Receipt {

    /// It is stored.
    ///
    /// @param records in the order of the persons; one that was known by its key is the one that is there
    /// @param concern what happened, when that was given
    record Received(List<UUID> records, @Nullable UUID concern) implements Receipt {}

    /// All of it was received before, by its keys; nothing was stored.
    record AlreadyReceived() implements Receipt {}

    /// It cannot be stored.
    ///
    /// @param reasons keys of the words in the message files
    record Unusable(List<String> reasons) implements Receipt {}
}
