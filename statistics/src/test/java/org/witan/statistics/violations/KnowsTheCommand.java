package org.witan.statistics.violations;

import org.witan.statistics.violations.command.Asking;

/// Asks the command line for something.
public record KnowsTheCommand(Asking asking) {}
