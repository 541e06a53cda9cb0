package org.witan.risk;

/// A name that some area gives to scores below the threshold. Nothing follows from it.
///
/// @param source who calls it so
public record Band(int least, int most, Grade grade, String source) {

    boolean holds(Score score) {
        return least <= score.least() && score.most() <= most;
    }
}
