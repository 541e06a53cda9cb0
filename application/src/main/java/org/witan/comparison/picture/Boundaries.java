package org.witan.comparison.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outlines of areas, as degrees of longitude and latitude.
///
/// Source of the shipped outlines: ONS and OS, districts of 2024, Open Government Licence v3.0.
public record Boundaries(List<Outline> outlines) {

    /// One area's rings, in drawing order.
    public record Outline(String code, String name, List<List<Point>> rings) {

        /// The centre of gravity of the longest ring: where a number stands.
        Point middle() {
            var ring = rings.stream()
                    .max((a, b) -> Integer.compare(a.size(), b.size()))
                    .orElseThrow();
            double area = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < ring.size() - 1; i++) {
                Point a = ring.get(i);
                Point b = ring.get(i + 1);
                double cross = a.longitude() * b.latitude() - b.longitude() * a.latitude();
                area += cross;
                x += (a.longitude() + b.longitude()) * cross;
                y += (a.latitude() + b.latitude()) * cross;
            }
            return new Point(x / (3 * area), y / (3 * area));
        }
    }

    /// A place on the globe.
    public record Point(double longitude, double latitude) {}

    /// The nine districts of the Staffordshire police area.
    public static Boundaries staffordshire() {
        try (InputStream file =
                Boundaries.class.getResourceAsStream("/geography/staffordshire-districts-2024.geojson")) {
            if (file == null) {
                throw new IllegalStateException("The boundaries are not in the application.");
            }
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Boundaries read(InputStream geoJson) {
        var outlines = new ArrayList<Outline>();
        for (JsonNode feature : new JsonMapper().readTree(geoJson).path("features")) {
            JsonNode properties = feature.path("properties");
            outlines.add(new Outline(
                    properties.path("ltla24_code").asString(),
                    properties.path("ltla24_name").asString(),
                    rings(feature.path("geometry"))));
        }
        return new Boundaries(List.copyOf(outlines));
    }

    private static List<List<Point>> rings(JsonNode geometry) {
        var rings = new ArrayList<List<Point>>();
        for (JsonNode polygon : geometry.path("coordinates")) {
            for (JsonNode ring : polygon) {
                var points = new ArrayList<Point>();
                ring.forEach(pair -> points.add(
                        new Point(pair.path(0).asDouble(), pair.path(1).asDouble())));
                rings.add(List.copyOf(points));
            }
        }
        return List.copyOf(rings);
    }

    /// The outline of an area by its code.
    public Optional<Outline> find(String code) {
        return outlines.stream().filter(outline -> outline.code().equals(code)).findFirst();
    }
}
