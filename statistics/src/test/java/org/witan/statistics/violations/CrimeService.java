package org.witan.statistics.violations;

/// Named for a layer instead of what it is.
public final class CrimeService {}
