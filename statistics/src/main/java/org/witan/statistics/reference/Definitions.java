package org.witan.statistics.reference;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All reference data and definitions in force, as one immutable value.
public final class Definitions {

    /// What Witan ships, with the partnership's own files from a folder laid over it.
    ///
    /// @param folder may hold `offence-sets.csv` and `series-breaks.csv` in the shipped files' shape; null or absent:
    /// none
    public static Definitions shippedWith(@Nullable Path folder) {
        throw new UnsupportedOperationException();
    }

    public Offences offences() {
        throw new UnsupportedOperationException();
    }

    public OffenceSets sets() {
        throw new UnsupportedOperationException();
    }

    public Areas areas() {
        throw new UnsupportedOperationException();
    }

    public Populations populations() {
        throw new UnsupportedOperationException();
    }

    public List<SeriesBreak> breaks() {
        throw new UnsupportedOperationException();
    }

    public List<OutcomeType> outcomes() {
        throw new UnsupportedOperationException();
    }

    /// Changes whenever any file changes: the first 12 hexadecimal digits of the SHA-256 over all of them.
    public String version() {
        throw new UnsupportedOperationException();
    }
}
