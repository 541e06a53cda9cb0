package org.witan.statistics.command;

import java.nio.file.Path;
import org.witan.statistics.BadInput;

/// Stands in for the generator until it is on main.
final class Generating {
    private Generating() {}

    static void write(Path out, long rows, long seed) {
        throw new BadInput("The generator is not part of this build: " + rows + " rows, seed " + seed + ", " + out);
    }
}
