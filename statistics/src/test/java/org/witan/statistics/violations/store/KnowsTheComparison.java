package org.witan.statistics.violations.store;

import org.witan.statistics.comparison.Period;

/// A store that knows what is asked of it.
public record KnowsTheComparison(Period period) {}
