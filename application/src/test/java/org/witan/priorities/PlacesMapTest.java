package org.witan.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.witan.priorities.PlacesMap.Spot;
import org.witan.statistics.place.Point;

/// Maps that have little to show: nothing breaks, and no number is made up.
class PlacesMapTest {

    @Test
    void aMapWithNoPointsIsNoPicture() {
        assertThat(map(List.of()).svg()).isEmpty();
    }

    @Test
    void aMapWithOnePointShowsItInTheMiddleOfASquareKilometre() {
        var svg =
                map(List.of(new Spot(1, new Point(390_000, 305_000), 7))).svg().orElseThrow();
        assertThat(svg).contains("cx=\"260.0\" cy=\"260.0\"", "100 m").doesNotContain("NaN", "Infinity");
    }

    @Test
    void aMapWhosePointsAreAllEqualShowsThemOnOnePlace() {
        var same = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> new Spot(number, new Point(390_000, 305_000), 3))
                .toList();
        var svg = map(same).svg().orElseThrow();
        assertThat(svg.split("cx=\"260.0\" cy=\"260.0\"", -1)).hasSize(11);
        assertThat(svg).doesNotContain("NaN", "Infinity");
    }

    @Test
    void pointsWithoutCrimesHaveASizeToo() {
        var svg = map(List.of(new Spot(1, new Point(390_000, 305_000), 0), new Spot(2, new Point(391_000, 309_000), 0)))
                .svg()
                .orElseThrow();
        assertThat(svg).contains("r=\"9.0\"", "1 km").doesNotContain("NaN");
    }

    @Test
    void northIsUpAndWordsAreEscaped() {
        var svg = new PlacesMap(
                        "m",
                        "<b>",
                        "\"",
                        List.of(
                                new Spot(1, new Point(390_000, 309_000), 2),
                                new Spot(2, new Point(390_000, 305_000), 1)))
                .svg()
                .orElseThrow();
        assertThat(svg).contains("cx=\"260.0\" cy=\"28.0\" r=\"22.0\"", "cy=\"492.0\"", "&lt;b&gt;");
    }

    private static PlacesMap map(List<Spot> spots) {
        return new PlacesMap("m", "title", "description", spots);
    }
}
