package org.witan.statistics.comparison;

/// One line of a breakdown before rounding and suppression.
///
/// @param residentsNow and residentsThen the population of a rate; not a number where there is none
/// @param heldNow and heldThen whether the store holds the line's rows at all: zero is not missing
record Line(
        String code,
        String name,
        Tally tally,
        double residentsNow,
        double residentsThen,
        boolean heldNow,
        boolean heldThen) {}
