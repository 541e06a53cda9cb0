package org.witan.statistics.reference;

import java.util.Optional;

/// How many people live where.
public final class Populations {

    /// The population nearest to a year for an area, built from its districts or LSOAs where needed.
    ///
    /// @param sex `female`, `male` or `all`
    public Optional<Population> find(Areas areas, Area area, int year, String sex) {
        throw new UnsupportedOperationException();
    }

    /// A number of residents.
    ///
    /// @param year the year the number is of, which may not be the year asked for
    public record Population(long number, int year, String sex, String source) {}
}
