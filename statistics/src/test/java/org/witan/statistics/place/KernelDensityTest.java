package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelDensityTest {
    /// Every cell asks every point: as slow as it is plain.
    private static double slowly(List<Point> points, Point middle, double bandwidth) {
        double sum = 0;
        for (var point : points) {
            double squares = Math.pow(point.east() - middle.east(), 2) + Math.pow(point.north() - middle.north(), 2);
            double share = squares / (bandwidth * bandwidth);
            sum += share < 1 ? 3 / (Math.PI * bandwidth * bandwidth) * (1 - share) * (1 - share) : 0;
        }
        return sum * 1_000_000;
    }

    @ParameterizedTest
    @CsvSource({"500, 100", "300, 100", "100, 100", "250, 90", "730.5, 61.7"})
    void everyCellHasTheDensityThatAskingEveryPointGives(double bandwidth, double cell) {
        var points = new ArrayList<>(Invented.points(400, 3_000, 11));
        points.addAll(points.subList(0, 60));
        points.add(new Point(390_000, 320_000));
        points.add(new Point(390_050, 320_050));
        var surface = Invented.found(KernelDensity.of(points, bandwidth, cell));
        var middles = middles(surface);
        assertThat(middles).hasSizeGreaterThan(100);
        for (var middle : middles) {
            assertThat(surface.at(middle)).as("%s", middle).isCloseTo(slowly(points, middle, bandwidth), within(1e-6));
        }
    }

    private static List<Point> middles(KernelDensity.Surface surface) {
        var cells = surface.cells();
        var middles = new ArrayList<Point>();
        for (int row = cells.south(); row < cells.south() + cells.rows(); row++) {
            for (int column = cells.west(); column < cells.west() + cells.columns(); column++) {
                middles.add(cells.middle(column, row));
            }
        }
        return middles;
    }

    private static double[] densities(List<Point> points) {
        var surface = Invented.found(KernelDensity.of(points, 500, 100));
        return middles(surface).stream().mapToDouble(surface::at).toArray();
    }

    @Test
    void aPointFarFromTheOthersCostsNoMapOfAllBetween() {
        var points = new ArrayList<>(Invented.points(50, 1_000, 2));
        var far = new Point(540_020, 180_020);
        points.add(far);
        var surface = Invented.found(KernelDensity.of(points, 500, 10));
        assertThat(surface.points()).isCloseTo(51, within(0.5));
        assertThat(surface.at(far)).isCloseTo(slowly(points, new Point(540_025, 180_025), 500), within(1e-6));
    }

    @Test
    void theDensityAddsUpToTheNumberOfPoints() {
        for (int seed = 0; seed < 5; seed++) {
            var surface = Invented.found(KernelDensity.of(Invented.points(1_000, 5_000, seed), 500, 50));
            assertThat(surface.points()).isCloseTo(1_000, within(1.0));
        }
    }

    @Test
    void theOrderOfThePointsChangesNothing() {
        var points = new ArrayList<>(Invented.points(2_000, 4_000, 3));
        var before = densities(points);
        Collections.shuffle(points, new Random(4));
        assertThat(densities(points)).containsExactly(before);
    }

    @Test
    void onePointAloneAndManyOnOnePointAreAHillOfTheirOwnHeight() {
        var point = new Point(390_050, 320_050);
        double peak = 3 / (Math.PI * 0.25);
        assertThat(Invented.found(KernelDensity.of(List.of(point), 500, 100)).at(point))
                .isCloseTo(peak, within(1e-9));
        assertThat(Invented.found(KernelDensity.of(Collections.nCopies(70, point), 500, 100))
                        .at(point))
                .isCloseTo(70 * peak, within(1e-6));
    }

    @Test
    void farFromEveryPointThereIsNothing() {
        var surface = Invented.found(KernelDensity.of(Invented.points(10, 100, 1), 500, 100));
        assertThat(surface.at(new Point(0, 0))).isZero();
        assertThat(surface.at(new Point(395_000, 320_000))).isZero();
    }

    @Test
    void whatCannotBeMappedIsRefusedInWords() {
        var points = Invented.points(10, 100, 1);
        assertThat(Invented.refusal(KernelDensity.of(List.of(), 500, 100))).isEqualTo("no-points");
        assertThat(Invented.refusal(KernelDensity.of(points, 50, 100))).isEqualTo("measure-of-the-map");
        assertThat(Invented.refusal(KernelDensity.of(points, Double.NaN, 100))).isEqualTo("measure-of-the-map");
        assertThat(Invented.refusal(KernelDensity.of(points, 500, Double.NaN))).isEqualTo("measure-of-the-map");
        assertThat(Invented.refusal(KernelDensity.of(points, 20_001, 100))).isEqualTo("measure-of-the-map");
        assertThat(Invented.refusal(KernelDensity.of(Invented.points(20_000, 100_000, 1), 200, 1)))
                .isEqualTo("too-many-cells");
        assertThat(Invented.refusal(
                        KernelDensity.of(List.of(new Point(100_000, 20_000), new Point(640_000, 640_000)), 100, 10)))
                .isEqualTo("too-many-cells");
    }
}
