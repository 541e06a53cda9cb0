package org.witan.risk;

import java.util.List;
import java.util.UUID;

/// What became of an assessment that was handed in.
public sealed interface Assessed {

    /// It is stored.
    record Stored(UUID assessment) implements Assessed {}

    /// The same form with the same content was stored before.
    record StoredBefore(UUID assessment) implements Assessed {}

    /// The same form was stored before with another content, and this is not stored.
    record FormUsed(UUID assessment) implements Assessed {}

    /// Somebody corrected the assessment before, and this is not stored.
    record CorrectedBefore(UUID by) implements Assessed {}

    /// It cannot be stored as it is.
    record Unusable(List<Reason> reasons) implements Assessed {}
}
