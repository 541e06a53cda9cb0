package org.witan.statistics.violations.comparison;

import org.witan.statistics.violations.loading.Stage;

/// A comparison that reads files past the store.
public record KnowsLoading(Stage stage) {}
