package org.witan.statistics.violations.reference;

import org.witan.statistics.store.Table;

/// Reference data that asks what was recorded.
public record KnowsTheStore(Table table) {}
