package org.witan.statistics.comparison;

/// The counts of the two periods that are compared.
record Tally(Counts now, Counts then) {
    static final Tally NONE = new Tally(Counts.NONE, Counts.NONE);

    Tally plus(Tally other) {
        return new Tally(now.plus(other.now), then.plus(other.then));
    }
}
