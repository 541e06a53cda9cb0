package org.witan.statistics.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days on which a row of reference data holds. Both ends are included; an absent end is open.
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
