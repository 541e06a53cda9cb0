package org.witan.priorities;

import java.util.List;
import java.util.Optional;
import org.witan.comparison.picture.Svg;
import org.witan.statistics.place.Point;

/// Places as a picture, north up, true to scale, without a ground map: where they lie to each other.
/// The numbers lead to the list beside it, which says the same in words.
///
/// No place makes no picture. One place, and places that all lie on one point, stand in the middle of a square
/// kilometre, because a map of no width has no scale.
public record PlacesMap(String id, String title, String description, List<Spot> spots) {
    private static final double WIDTH = 520;
    private static final double MARGIN = 28;
    private static final double NARROWEST = 1_000;
    private static final double SMALLEST = 9;
    private static final double LARGEST = 22;
    private static final String INK = "#0b0c0c";
    private static final String FILL = "#c5d5e8";

    public PlacesMap {
        spots = List.copyOf(spots);
    }

    /// A place.
    ///
    /// @param number its number in the list
    /// @param figure decides how large it is drawn
    public record Spot(int number, Point point, double figure) {}

    /// The picture; empty when there is nothing to draw.
    public Optional<String> svg() {
        if (spots.isEmpty()) {
            return Optional.empty();
        }
        var east = spots.stream().mapToDouble(spot -> spot.point().east()).summaryStatistics();
        var north = spots.stream().mapToDouble(spot -> spot.point().north()).summaryStatistics();
        double side = Math.max(NARROWEST, Math.max(east.getMax() - east.getMin(), north.getMax() - north.getMin()));
        double west = (east.getMin() + east.getMax() - side) / 2;
        double top = (north.getMin() + north.getMax() + side) / 2;
        double scale = (WIDTH - 2 * MARGIN) / side;
        double most = spots.stream().mapToDouble(Spot::figure).max().orElse(1);
        var svg = new Svg(id, WIDTH, WIDTH + MARGIN, title, description);
        svg.rectangle(0.5, 0.5, WIDTH - 1, WIDTH - 1, "#ffffff", "#b1b4b6");
        for (Spot spot : spots.reversed()) {
            double x = MARGIN + (spot.point().east() - west) * scale;
            double y = MARGIN + (top - spot.point().north()) * scale;
            double share = most > 0 ? Math.max(0, spot.figure()) / most : 0;
            svg.circle(x, y, SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share), FILL, INK);
            svg.text(x, y + 4.5, "middle", 13, INK, String.valueOf(spot.number()));
        }
        bar(svg, side, scale);
        return Optional.of(svg.end());
    }

    private static void bar(Svg svg, double side, double scale) {
        double metres = Math.pow(10, Math.floor(Math.log10(side / 2)));
        double length = metres * scale;
        svg.line(MARGIN, WIDTH + 12, MARGIN + length, WIDTH + 12, INK, "none");
        String words = metres >= NARROWEST ? "%.0f km".formatted(metres / NARROWEST) : "%.0f m".formatted(metres);
        svg.text(MARGIN + length + 8, WIDTH + 16, "start", 13, INK, words);
    }
}
