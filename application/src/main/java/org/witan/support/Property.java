package org.witan.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A property that a landlord can let to somebody whose name they do not know yet.
///
/// @param answer null while it is not answered
public record Property(
        UUID id,
        String postcode,
        String ward,
        int bedrooms,
        String words,
        @Nullable Answer answer) {

    /// What came of it.
    public enum Answer {
        TAKEN,
        REFUSED,
        NOT_SAFE
    }

    @Override
    public String toString() {
        return "a property";
    }
}
