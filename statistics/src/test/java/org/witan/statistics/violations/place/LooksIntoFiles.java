package org.witan.statistics.violations.place;

import org.witan.statistics.violations.loading.Stage;

/// A map that reads files past the store.
public record LooksIntoFiles(Stage stage) {}
