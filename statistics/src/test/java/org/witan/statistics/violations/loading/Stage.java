package org.witan.statistics.violations.loading;

/// Stands for a stage of a load.
public final class Stage {}
