package org.witan.statistics.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The catalogue of offence classes and of the many ways their codes are printed.
public final class Offences {
    public List<Offence> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Offence> find(OffenceCode code) {
        throw new UnsupportedOperationException();
    }

    /// Reads a printed code: `008/30`, `8/30`, `00830`, `8l` and `8L` are all `8L`.
    public Reading read(String printed) {
        throw new UnsupportedOperationException();
    }

    /// Every printed form that [#read] would accept, upper case and without spaces, to the normalised code: for a
    /// join over millions of rows.
    public Map<String, OffenceCode> printedForms() {
        throw new UnsupportedOperationException();
    }

    /// What a printed code turned out to be.
    public sealed interface Reading {
        record Known(OffenceCode code) implements Reading {}

        /// A spreadsheet turned the code into a date: `08-Jan`, `Mar-08`, `44621`, `2022-03-01`.
        record BecameADate(String printed) implements Reading {}

        record Unknown(String printed) implements Reading {}
    }
}
