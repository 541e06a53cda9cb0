package org.witan.people;

/// A name as it was given. Either half may be empty.
public record Name(String given, String family) {
    static final Name NOT_GIVEN = new Name("", "");

    public Name {
        given = given.strip();
        family = family.strip();
    }

    boolean isGiven() {
        return !given.isEmpty() || !family.isEmpty();
    }

    /// Nothing of a person in a log.
    @Override
    public String toString() {
        return "a name";
    }
}
