package org.witan.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Collects the records that a piece of work shows or changes, in their order, for the trail.
public final class Shown {
    private final Set<UUID> records = new LinkedHashSet<>();

    Shown() {}

    /// Says that a record will be shown or is changed.
    public void add(UUID record) {
        records.add(record);
    }

    /// Says that records will be shown or are changed.
    public void addAll(Collection<UUID> more) {
        records.addAll(more);
    }

    List<UUID> records() {
        return List.copyOf(records);
    }
}
