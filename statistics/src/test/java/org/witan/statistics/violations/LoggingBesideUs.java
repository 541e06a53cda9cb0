package org.witan.statistics.violations;

import java.util.logging.Logger;

/// Writes to a log that nobody reads.
public final class LoggingBesideUs {
    public void log() {
        Logger.getLogger("witan").info("nobody reads this");
    }
}
