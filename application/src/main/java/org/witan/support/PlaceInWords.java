package org.witan.support;

import java.util.regex.Pattern;

/// Finds what looks like a place in words where none must stand: a postcode, or a number and a street.
///
/// The rule `noWordTellsWhereARefugeIs`. It is a net and no proof: a place can be told in other words, so the page says
/// so beside each field.
public final class PlaceInWords {
    private static final Pattern POSTCODE =
            Pattern.compile("\\b(?:GIR\\s*0AA|[A-Z]{1,2}[0-9][0-9A-Z]?\\s*[0-9][A-Z]{2})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STREET = Pattern.compile(
            "\\b(?:flat|no\\.?|number)?\\s*[0-9]{1,4}[a-z]?,?\\s+(?:[a-z'’-]+\\s+){1,4}"
                    + "(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|way|row|court|crescent|cres|terrace|place"
                    + "|gardens|gdns|grove|hill|square|walk|mews|park|view|green|house)\\b",
            Pattern.CASE_INSENSITIVE);

    private PlaceInWords() {}

    /// Whether words hold what looks like a place.
    public static boolean isIn(String words) {
        return POSTCODE.matcher(words).find() || STREET.matcher(words).find();
    }
}
