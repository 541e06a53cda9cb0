package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalGridTest {
    /// The worked example of Ordnance Survey's guide, on the Airy ellipsoid.
    @Test
    void theProjectionGivesTheWorkedExampleOfTheOrdnanceSurvey() {
        var point = NationalGrid.projected(
                Math.toRadians(1 + 43 / 60.0 + 4.5177 / 3600), Math.toRadians(52 + 39 / 60.0 + 27.2531 / 3600));
        assertThat(point.east()).isCloseTo(651_409.903, within(0.001));
        assertThat(point.north()).isCloseTo(313_177.270, within(0.001));
    }

    /// Reckoned with PROJ 9 from the same published parameters.
    @ParameterizedTest
    @CsvSource({
        "-2.174402, 53.025400, 388399.5955, 347581.9687",
        "-2.105428, 52.977425, 393018.0195, 342235.9464",
        "-1.632808, 52.801676, 424853.0040, 322742.9773",
        "-0.1276, 51.5072, 530043.1979, 180358.2087",
        "-5.7, 50.07, 135337.7073, 25436.0737",
        "1.75, 52.6, 654040.6423, 306850.5190",
        "-2.0, 55.7, 400098.3557, 645171.6830"
    })
    void degreesOfWgs84BecomeTheMetresThatOthersReckon(double longitude, double latitude, double east, double north) {
        var point = NationalGrid.findInEngland(longitude, latitude).orElseThrow();
        assertThat(point.east()).isCloseTo(east, within(0.05));
        assertThat(point.north()).isCloseTo(north, within(0.05));
    }

    /// Against the length on the globe: a degree of longitude on the parallel and a degree of latitude on the
    /// meridian.
    @ParameterizedTest
    @CsvSource({"-2.17, 53.02", "-1.6, 52.8", "-5.5, 50.1", "1.6, 52.5", "-2.0, 55.6"})
    void aDistanceBetweenNeighboursErrsByLessThanOneInTwoThousand(double longitude, double latitude) {
        double phi = Math.toRadians(latitude);
        double squared = 0.006_694_379_990_14;
        double within = 1 - squared * Math.sin(phi) * Math.sin(phi);
        double east = 0.005 * Math.toRadians(1) * 6_378_137 / Math.sqrt(within) * Math.cos(phi);
        double north = 0.005 * Math.toRadians(1) * 6_378_137 * (1 - squared) / Math.pow(within, 1.5);
        var here = NationalGrid.ofWgs84(longitude, latitude);
        assertThat(ClosePairs.distance(here, NationalGrid.ofWgs84(longitude + 0.005, latitude)))
                .isCloseTo(east, within(east / 2_000));
        assertThat(ClosePairs.distance(here, NationalGrid.ofWgs84(longitude, latitude + 0.005)))
                .isCloseTo(north, within(north / 2_000));
    }

    @Test
    void whatIsNoPlaceInEnglandIsNotProjected() {
        assertThat(NationalGrid.findInEngland(Double.NaN, 53)).isEmpty();
        assertThat(NationalGrid.findInEngland(-2, Double.NaN)).isEmpty();
        assertThat(NationalGrid.findInEngland(0, 0)).isEmpty();
        assertThat(NationalGrid.findInEngland(53.0254, -2.1744)).isEmpty();
        assertThat(NationalGrid.findInEngland(-3.2, 56.5)).isEmpty();
    }
}
