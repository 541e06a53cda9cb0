package org.witan.statistics.reference;

import java.util.List;

/// The offence sets by name: ours, then the partnership's own, which add to them or replace them.
public final class OffenceSets {
    public List<OffenceSet> all() {
        throw new UnsupportedOperationException();
    }

    /// The newest version of the set; names are matched without case.
    ///
    /// @throws org.witan.statistics.BadInput with near names when there is
    /// none
    public OffenceSet the(String name) {
        throw new UnsupportedOperationException();
    }
}
