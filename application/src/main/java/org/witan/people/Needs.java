package org.witan.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What whoever meets the person must know.
///
/// @param language that the person needs; empty when not given
/// @param interpreter whether one is needed
/// @param deceasedOn when the person died, if that is known
public record Needs(
        String language,
        Answer interpreter,
        Answer pregnant,
        Answer deceased,
        @Nullable LocalDate deceasedOn) {
    /// Nobody asked.
    public static final Needs NOT_ASKED = new Needs("", Answer.NOT_ASKED, Answer.NOT_ASKED, Answer.NOT_ASKED, null);

    @Override
    public String toString() {
        return "needs";
    }
}
