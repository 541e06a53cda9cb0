package org.witan.linkage.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Parts of a postcode. `ST16 3AR` lies in the sector `ST16 3`, the district `ST16` and the area `ST`.
///
/// A code of another country has only itself as a part, and its first two signs as an area.
public final class Postcode {
    private static final Pattern UNITED_KINGDOM = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2}");
    private static final int INWARD = 3;

    /// How much of a postcode is meant.
    public enum Part {
        SECTOR,
        DISTRICT,
        AREA
    }

    private Postcode() {}

    /// Capitals and digits without a space.
    public static String written(String text) {
        return Folding.joined(text).toUpperCase(Locale.ROOT);
    }

    public static boolean isBritish(String written) {
        return UNITED_KINGDOM.matcher(written).matches();
    }

    /// The part, or an empty text where the code is too short to have one.
    public static String part(String written, Part part) {
        int length = written.length();
        if (!isBritish(written)) {
            return part == Part.AREA && length > 2 ? written.substring(0, 2) : "";
        }
        return switch (part) {
            case SECTOR -> written.substring(0, length - 2);
            case DISTRICT -> written.substring(0, length - INWARD);
            case AREA -> Character.isDigit(written.charAt(1)) ? written.substring(0, 1) : written.substring(0, 2);
        };
    }
}
