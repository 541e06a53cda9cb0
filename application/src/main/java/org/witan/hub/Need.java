package org.witan.hub;

/// What somebody may need help with.
///
/// @param version of the list that it stands in
/// @param words as pages say it
public record Need(int version, String code, String words) {
    /// The need that closes a case to agencies that are not of a MARAC.
    static final String DOMESTIC_ABUSE = "DOMESTIC_ABUSE";

    /// Whether it gives its case the visibility of the MARAC.
    public boolean isDomesticAbuse() {
        return code.equals(DOMESTIC_ABUSE);
    }
}
