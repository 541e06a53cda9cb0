package org.witan.people;

/// A further value that a record states.
///
/// @param value as given
public record Stated(Kind kind, String value) {

    /// What can be stated besides a name.
    public enum Kind {
        DATE_OF_BIRTH,
        PHONE,
        EMAIL,
        NHS_NUMBER,
        AGENCY_REFERENCE,
        OTHER_REFERENCE
    }

    @Override
    public String toString() {
        return "a " + kind;
    }
}
