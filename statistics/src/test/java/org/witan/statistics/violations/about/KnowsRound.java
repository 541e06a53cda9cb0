package org.witan.statistics.violations.about;

import org.witan.statistics.violations.round.KnowsAbout;

/// The other half of a circle.
public record KnowsRound(KnowsAbout half) {}
