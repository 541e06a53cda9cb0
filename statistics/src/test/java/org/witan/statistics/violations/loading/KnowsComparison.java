package org.witan.statistics.violations.loading;

import org.witan.statistics.comparison.Period;

/// A load that works towards an answer.
public record KnowsComparison(Period period) {}
