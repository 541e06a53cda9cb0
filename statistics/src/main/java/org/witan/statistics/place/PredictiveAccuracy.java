package org.witan.statistics.place;

import java.util.List;

/// How well rankings of cells, made of earlier crimes, told where those of a later month would be.
///
/// @param trained crimes before the held-out month
/// @param tested crimes in it
/// @param elsewhere those of them that lie in none of the cells: nobody could have hit them, and they stay in the
///     denominator
/// @param cells those in which anything was published before; they are the whole area
/// @param chosen how many of them each way may choose
public record PredictiveAccuracy(int trained, int tested, int elsewhere, int cells, int chosen, List<Way> ways) {

    public PredictiveAccuracy {
        ways = List.copyOf(ways);
    }

    public double areaShare() {
        return (double) chosen / cells;
    }

    /// One way to choose.
    ///
    /// @param name `count`, `kernel-density`, `same-month-last-year` or `at-random`
    /// @param hits crimes of the held-out month in the chosen cells; where the choice ends among equals, the mean
    ///     of drawing lots among them
    /// @param tied cells that share the figure at which the choice ends
    /// @param hitRate hits / tested
    /// @param index the predictive accuracy index: hit rate / share of the area (Chainey, Tompson and Uhlig 2008);
    ///     1 is no better than chance
    public record Way(String name, double hits, int tied, Interval hitRate, Interval index) {}

    /// A figure with its 95 % limits by bootstrap.
    public record Interval(double value, double low, double high) {
        Interval dividedBy(double number) {
            return new Interval(value / number, low / number, high / number);
        }
    }
}
