package org.witan.statistics.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether events near each other in space were also near in time, more often than by chance.
///
/// @param events how many took part
/// @param closePairs pairs of them within the farthest band, whatever the time between
/// @param permutations how often the times were dealt out anew
public record NearRepeats(int events, long closePairs, int permutations, long seed, List<Cell> cells) {

    public NearRepeats {
        cells = List.copyOf(cells);
    }

    /// One band of distance and of time.
    ///
    /// @param samePoint true for pairs on one map point, which may be many addresses
    /// @param observed pairs counted
    /// @param expected the mean over all permutations
    /// @param ratio observed / expected (the Knox ratio); null when chance never makes such a pair
    /// @param p the share of dealings, the true one among them, with at least as many pairs
    public record Cell(
            String distance,
            String time,
            boolean samePoint,
            long observed,
            double expected,
            @Nullable Double ratio,
            double p) {}
}
