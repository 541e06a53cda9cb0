package org.witan.statistics.synthetic;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What an invented extract holds, for those who want another one than the demo's.
///
/// @param years financial years by the calendar year they begin in, 2017 to 2023
/// @param districts codes of Staffordshire districts; empty: all of them, and crimes whose place is not known
/// @param persons true to add the optional person columns, filled with invented people
/// @param corrected the share of crimes that a file of corrections holds, from 0 to 1: about half
/// are cancelled, half have a later outcome
public record SyntheticOptions(Set<Integer> years, Set<String> districts, boolean persons, double corrected) {

    public SyntheticOptions {
        years = Set.copyOf(years);
        districts = Set.copyOf(districts);
    }

    /// The demo's: seven years of the whole force area, no person columns, no corrections.
    public static SyntheticOptions demo() {
        return new SyntheticOptions(
                IntStream.rangeClosed(FinancialYears.FIRST, FinancialYears.LAST)
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                false,
                0);
    }

    public SyntheticOptions withYears(Set<Integer> chosen) {
        return new SyntheticOptions(chosen, districts, persons, corrected);
    }

    public SyntheticOptions withDistricts(Set<String> chosen) {
        return new SyntheticOptions(years, chosen, persons, corrected);
    }

    public SyntheticOptions withPersons() {
        return new SyntheticOptions(years, districts, true, corrected);
    }

    public SyntheticOptions withCorrected(double share) {
        return new SyntheticOptions(years, districts, persons, share);
    }
}
