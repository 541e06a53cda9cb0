package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HotPlacesTest {
    private static final Point STATION = new Point(388_399, 347_581);
    private static final Point MARKET = new Point(393_018, 342_235);
    private static final Point PARK = new Point(424_853, 322_742);

    private static List<Point> some() {
        var points = new ArrayList<Point>();
        points.addAll(Collections.nCopies(9, MARKET));
        points.addAll(Collections.nCopies(4, PARK));
        points.addAll(Collections.nCopies(4, STATION));
        points.add(new Point(400_000, 330_000));
        return points;
    }

    @Test
    void thePlacesWithMostComeFirstAndEqualsShareARank() {
        var hot = Invented.found(HotPlaces.ofPoints(some(), 3));
        assertThat(hot.places())
                .containsExactly(
                        new HotPlaces.Place(1, false, MARKET, 9),
                        new HotPlaces.Place(2, true, STATION, 4),
                        new HotPlaces.Place(2, true, PARK, 4));
        assertThat(hot.all()).isEqualTo(4);
        assertThat(hot.leftOutWithTheSame()).isZero();
    }

    @Test
    void aListThatEndsAmongEqualsSaysHowManyItLeftOut() {
        var hot = Invented.found(HotPlaces.ofPoints(some(), 2));
        assertThat(hot.places()).hasSize(2);
        assertThat(hot.leftOutWithTheSame()).isEqualTo(1);
    }

    @Test
    void cellsGatherThePointsThatLieInThem() {
        var points = List.of(new Point(400_001, 330_001), new Point(400_099, 330_099), new Point(400_101, 330_001));
        var hot = Invented.found(HotPlaces.ofCells(points, 100, 5));
        assertThat(hot.places())
                .containsExactly(
                        new HotPlaces.Place(1, false, new Point(400_050, 330_050), 2),
                        new HotPlaces.Place(2, false, new Point(400_150, 330_050), 1));
    }

    @Test
    void theOrderOfThePointsChangesNothing() {
        var points = new ArrayList<>(Invented.points(3_000, 2_000, 9));
        var before = List.of(
                HotPlaces.ofCells(points, 100, 20),
                HotPlaces.ofDensity(Invented.found(KernelDensity.of(points, 300, 100)), 20));
        Collections.shuffle(points, new Random(1));
        assertThat(List.of(
                        HotPlaces.ofCells(points, 100, 20),
                        HotPlaces.ofDensity(Invented.found(KernelDensity.of(points, 300, 100)), 20)))
                .isEqualTo(before);
    }

    @Test
    void aHillOfTheDensityIsListedOnce() {
        var hot = HotPlaces.ofDensity(Invented.found(KernelDensity.of(some(), 500, 100)), 10);
        assertThat(hot.places()).hasSize(4);
        assertThat(hot.places().getFirst().point()).isEqualTo(new Point(393_050, 342_250));
    }

    @Test
    void onePointAndPointsThatAreAllEqualAreOnePlace() {
        for (int number : new int[] {1, 50}) {
            var points = Collections.nCopies(number, MARKET);
            assertThat(Invented.found(HotPlaces.ofPoints(points, 10)).places())
                    .containsExactly(new HotPlaces.Place(1, false, MARKET, number));
            assertThat(HotPlaces.ofDensity(Invented.found(KernelDensity.of(points, 500, 100)), 10)
                            .places())
                    .hasSize(1);
        }
    }

    @Test
    void withoutPointsThereIsAnAnswerInWords() {
        assertThat(Invented.refusal(HotPlaces.ofPoints(List.of(), 10))).isEqualTo("no-points");
        assertThat(Invented.refusal(HotPlaces.ofCells(List.of(), 100, 10))).isEqualTo("no-points");
        assertThat(Invented.refusal(HotPlaces.ofCells(some(), 0, 10))).isEqualTo("measure-of-the-map");
    }

    @Test
    void aPlaceHasTheReferenceOfTheMap() {
        assertThat(STATION.gridReference()).isEqualTo("SJ 883 475");
        assertThat(new Point(651_409, 313_177).gridReference()).isEqualTo("TG 514 131");
        assertThat(new Point(530_043, 180_358).gridReference()).isEqualTo("TQ 300 803");
        assertThat(new Point(135_337, 25_436).gridReference()).isEqualTo("SW 353 254");
        assertThat(new Point(400_098, 645_171).gridReference()).isEqualTo("NU 000 451");
    }
}
