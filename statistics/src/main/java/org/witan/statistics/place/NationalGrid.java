package org.witan.statistics.place;

import java.util.Optional;

/// Degrees of WGS84 as metres of the British National Grid.
///
/// Seven-parameter Helmert transformation from WGS84 to OSGB36, then the transverse Mercator projection on the
/// Airy 1830 ellipsoid, as Ordnance Survey's "A guide to coordinate systems in Great Britain" gives both. The
/// transformation is good to about 5 m in Great Britain; as it moves neighbours alike, a distance between two of
/// them errs by the scale of the projection alone: 0.04 % too short on the meridian of 2° west, where
/// Staffordshire lies, and at most 0.04 % too long at the edges of England.
public final class NationalGrid {
    /// A frame around England in degrees: what lies outside it is a mistake of the file or not ours to map.
    private static final double WEST = -6.5;

    private static final double EAST = 1.9;
    private static final double SOUTH = 49.8;
    private static final double NORTH = 55.9;

    private static final double WGS84_A = 6_378_137.0;
    private static final double WGS84_B = 6_356_752.314_2;
    private static final double AIRY_A = 6_377_563.396;
    private static final double AIRY_B = 6_356_256.909;

    private static final double SHIFT_X = -446.448;
    private static final double SHIFT_Y = 125.157;
    private static final double SHIFT_Z = -542.060;
    private static final double SCALE = 1 + 20.489_4e-6;
    private static final double TURN_X = Math.toRadians(-0.150_2 / 3600);
    private static final double TURN_Y = Math.toRadians(-0.247_0 / 3600);
    private static final double TURN_Z = Math.toRadians(-0.842_1 / 3600);

    private static final double F0 = 0.999_601_271_7;
    private static final double TRUE_LATITUDE = Math.toRadians(49);
    private static final double TRUE_LONGITUDE = Math.toRadians(-2);
    private static final double FALSE_EAST = 400_000;
    private static final double FALSE_NORTH = -100_000;
    private static final double N = (AIRY_A - AIRY_B) / (AIRY_A + AIRY_B);

    private NationalGrid() {}

    /// The place of a longitude and latitude in degrees; absent when it is no number or lies outside England.
    public static Optional<Point> findInEngland(double longitude, double latitude) {
        boolean inside = longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH;
        return inside ? Optional.of(ofWgs84(longitude, latitude)) : Optional.empty();
    }

    static Point ofWgs84(double longitude, double latitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double squared = 1 - WGS84_B * WGS84_B / (WGS84_A * WGS84_A);
        double radius = WGS84_A / Math.sqrt(1 - squared * Math.sin(phi) * Math.sin(phi));
        double x = radius * Math.cos(phi) * Math.cos(lambda);
        double y = radius * Math.cos(phi) * Math.sin(lambda);
        double z = radius * (1 - squared) * Math.sin(phi);
        return ofAiry(
                SHIFT_X + SCALE * x - TURN_Z * y + TURN_Y * z,
                SHIFT_Y + TURN_Z * x + SCALE * y - TURN_X * z,
                SHIFT_Z - TURN_Y * x + TURN_X * y + SCALE * z);
    }

    /// From the axes through the middle of the earth back to degrees on the Airy ellipsoid; the latitude by
    /// repetition, which settles to less than a tenth of a millimetre.
    private static Point ofAiry(double x, double y, double z) {
        double squared = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
        double across = Math.hypot(x, y);
        double phi = Math.atan2(z, across * (1 - squared));
        for (int i = 0; i < 6; i++) {
            double radius = AIRY_A / Math.sqrt(1 - squared * Math.sin(phi) * Math.sin(phi));
            phi = Math.atan2(z + squared * radius * Math.sin(phi), across);
        }
        return projected(Math.atan2(y, x), phi);
    }

    /// Radians on the Airy ellipsoid to metres; the names are those of the guide.
    static Point projected(double lambda, double phi) {
        double sin = Math.sin(phi);
        double cos = Math.cos(phi);
        double tan2 = Math.pow(Math.tan(phi), 2);
        double squared = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
        double nu = AIRY_A * F0 / Math.sqrt(1 - squared * sin * sin);
        double rho = AIRY_A * F0 * (1 - squared) / Math.pow(1 - squared * sin * sin, 1.5);
        double eta2 = nu / rho - 1;
        double i = meridian(phi) + FALSE_NORTH;
        double ii = nu / 2 * sin * cos;
        double iii = nu / 24 * sin * Math.pow(cos, 3) * (5 - tan2 + 9 * eta2);
        double iiia = nu / 720 * sin * Math.pow(cos, 5) * (61 - 58 * tan2 + tan2 * tan2);
        double iv = nu * cos;
        double v = nu / 6 * Math.pow(cos, 3) * (nu / rho - tan2);
        double vi = nu / 120 * Math.pow(cos, 5) * (5 - 18 * tan2 + tan2 * tan2 + 14 * eta2 - 58 * tan2 * eta2);
        double d = lambda - TRUE_LONGITUDE;
        return new Point(
                FALSE_EAST + iv * d + v * Math.pow(d, 3) + vi * Math.pow(d, 5),
                i + ii * d * d + iii * Math.pow(d, 4) + iiia * Math.pow(d, 6));
    }

    private static double meridian(double phi) {
        double less = phi - TRUE_LATITUDE;
        double more = phi + TRUE_LATITUDE;
        double n2 = N * N;
        double n3 = n2 * N;
        return AIRY_B
                * F0
                * ((1 + N + 5.0 / 4 * n2 + 5.0 / 4 * n3) * less
                        - (3 * N + 3 * n2 + 21.0 / 8 * n3) * Math.sin(less) * Math.cos(more)
                        + (15.0 / 8 * n2 + 15.0 / 8 * n3) * Math.sin(2 * less) * Math.cos(2 * more)
                        - 35.0 / 24 * n3 * Math.sin(3 * less) * Math.cos(3 * more));
    }
}
