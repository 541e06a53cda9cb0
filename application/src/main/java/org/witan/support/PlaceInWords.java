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

    /// What nobody writes by chance: a number and the name of a street, and no way, walk or view of anything.
    private static final Pattern PLAIN_STREET = Pattern.compile(
            "\\b[0-9]{1,4}[a-z]?,?\\s+(?:[a-z'’-]+\\s+){1,3}"
                    + "(?:street|road|rd|avenue|ave|lane|crescent|cres|terrace|gardens|gdns|grove|mews)\\b",
            Pattern.CASE_INSENSITIVE);

    private PlaceInWords() {}

    /// Whether words about an offer tell a place that must not stand there.
    ///
    /// Where a refuge is, or where the council houses somebody, is told by nobody. Whoever supports the same
    /// family in another way may know it, and need not know that nobody else may: so no address stands in
    /// their words at all. A home that is made safe and a move are about places.
    public static boolean mustNotStandIn(OfferKind kind, String words) {
        return switch (kind) {
            case REFUGE, EMERGENCY_ACCOMMODATION -> isIn(words);
            case VICTIM_SERVICE, CHILDREN_WRAP_AROUND, PERPETRATOR_PROGRAMME ->
                POSTCODE.matcher(words).find() || PLAIN_STREET.matcher(words).find();
            case HOME_SAFETY, MANAGED_MOVE -> false;
        };
    }

    /// Whether words hold what looks like a place.
    static boolean isIn(String words) {
        return POSTCODE.matcher(words).find() || STREET.matcher(words).find();
    }
}
