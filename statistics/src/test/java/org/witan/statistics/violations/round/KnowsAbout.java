package org.witan.statistics.violations.round;

import org.witan.statistics.violations.about.KnowsRound;

/// One half of a circle.
public final class KnowsAbout {
    public static KnowsRound other() {
        return new KnowsRound(new KnowsAbout());
    }
}
