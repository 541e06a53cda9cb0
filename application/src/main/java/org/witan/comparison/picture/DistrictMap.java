package org.witan.comparison.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A map of districts in four classes of equal width, each with its own pattern and shade. A number on each district
/// leads to its row in the table beside the map.
///
/// @param id unique on the page
/// @param withoutNumber what the legend calls a district that has no number
public record DistrictMap(String id, String title, String description, String withoutNumber, List<District> districts) {
    private static final double WIDTH = 360;
    private static final double TEXT = 13;
    private static final double MARGIN = 4;
    private static final double LEGEND_LINE = 20;
    private static final int CLASSES = 4;
    private static final String INK = "#0b0c0c";
    private static final String EDGE = "#1d3557";
    private static final List<String> GROUND = List.of("#eef3f9", "#c5d5e8", "#7d9cc0", "#1d3557");
    private static final List<Double> SPACING = List.of(0.0, 9.0, 5.0, 0.0);

    /// One district.
    ///
    /// @param number its number in the table
    /// @param value decides the class; null when it has no number
    /// @param shown the value as the reader sees it
    public record District(
            Boundaries.Outline outline,
            int number,
            @Nullable Double value,
            String shown) {}

    /// The whole picture as one `svg` element.
    public String svg() {
        var frame = Frame.around(districts.stream().map(District::outline).toList());
        double legendTop = frame.height() + 3 * MARGIN;
        var svg = new Svg(id, WIDTH, legendTop + (CLASSES + 1) * LEGEND_LINE, title, description);
        for (int i = 0; i < CLASSES; i++) {
            if (SPACING.get(i) > 0) {
                svg.hatch(id + "-" + i, SPACING.get(i), GROUND.get(i), EDGE);
            }
        }
        svg.hatch(id + "-none", 4, "#ffffff", "#b1b4b6");
        districts.forEach(district -> svg.path(frame.path(district.outline()), fill(district.value()), EDGE));
        districts.forEach(district -> number(svg, frame, district));
        legend(svg, legendTop);
        return svg.end();
    }

    private static void number(Svg svg, Frame frame, District district) {
        var middle = district.outline().middle();
        double x = frame.x(middle);
        double y = frame.y(middle);
        svg.circle(x, y, 10, "#ffffff", INK).text(x, y + 4.5, "middle", TEXT, INK, String.valueOf(district.number()));
    }

    private void legend(Svg svg, double top) {
        for (int i = 0; i < CLASSES; i++) {
            int shade = i;
            var inClass = districts.stream()
                    .filter(district -> district.value() != null && classOf(district.value()) == shade)
                    .sorted((a, b) -> Double.compare(orZero(a.value()), orZero(b.value())))
                    .toList();
            if (!inClass.isEmpty()) {
                String low = inClass.getFirst().shown();
                String high = inClass.getLast().shown();
                svg.rectangle(0.5, top, 22, 13, fillOf(shade), EDGE);
                svg.text(30, top + 11, "start", TEXT, INK, low.equals(high) ? low : low + " \u2013 " + high);
                top += LEGEND_LINE;
            }
        }
        if (districts.stream().anyMatch(district -> district.value() == null)) {
            svg.rectangle(0.5, top, 22, 13, "url(#" + id + "-none)", EDGE);
            svg.text(30, top + 11, "start", TEXT, INK, withoutNumber);
        }
    }

    private String fill(@Nullable Double value) {
        return value == null ? "url(#" + id + "-none)" : fillOf(classOf(value));
    }

    private String fillOf(int shade) {
        return SPACING.get(shade) > 0 ? "url(#" + id + "-" + shade + ")" : GROUND.get(shade);
    }

    private int classOf(double value) {
        var numbers = districts.stream()
                .filter(district -> district.value() != null)
                .collect(Collectors.summarizingDouble(district -> orZero(district.value())));
        double span = numbers.getMax() - numbers.getMin();
        return span == 0 ? 0 : (int) Math.min(CLASSES - 1, (value - numbers.getMin()) / span * CLASSES);
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    /// From degrees to the picture: a flat projection, true in the middle of the map.
    private record Frame(double west, double north, double scale, double squeeze, double height) {

        static Frame around(List<Boundaries.Outline> outlines) {
            var points = outlines.stream()
                    .flatMap(outline -> outline.rings().stream())
                    .flatMap(List::stream)
                    .toList();
            var longitudes = points.stream().collect(Collectors.summarizingDouble(Boundaries.Point::longitude));
            var latitudes = points.stream().collect(Collectors.summarizingDouble(Boundaries.Point::latitude));
            double squeeze = Math.cos(Math.toRadians((latitudes.getMin() + latitudes.getMax()) / 2));
            double scale = (WIDTH - 2 * MARGIN) / ((longitudes.getMax() - longitudes.getMin()) * squeeze);
            return new Frame(
                    longitudes.getMin(),
                    latitudes.getMax(),
                    scale,
                    squeeze,
                    (latitudes.getMax() - latitudes.getMin()) * scale);
        }

        double x(Boundaries.Point point) {
            return MARGIN + (point.longitude() - west) * squeeze * scale;
        }

        double y(Boundaries.Point point) {
            return MARGIN + (north - point.latitude()) * scale;
        }

        String path(Boundaries.Outline outline) {
            return outline.rings().stream()
                    .map(ring -> ring.stream()
                            .map(point -> Svg.number(x(point)) + " " + Svg.number(y(point)))
                            .collect(Collectors.joining("L", "M", "Z")))
                    .collect(Collectors.joining());
        }
    }
}
