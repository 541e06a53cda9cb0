package org.witan.support;

import org.witan.people.Standing;

/// What the partnership offers, as its plan says. Held to the rows of the database by a test.
public enum OfferKind {
    HOME_SAFETY,
    VICTIM_SERVICE,
    EMERGENCY_ACCOMMODATION,
    REFUGE,
    CHILDREN_WRAP_AROUND,
    MANAGED_MOVE,
    PERPETRATOR_PROGRAMME;

    /// Whether it can be for a person of this standing.
    public boolean isFor(Standing standing) {
        return switch (standing) {
            case VICTIM -> this != PERPETRATOR_PROGRAMME;
            case CHILD -> this == CHILDREN_WRAP_AROUND || this == VICTIM_SERVICE;
            case OTHER -> this == VICTIM_SERVICE;
            case PERPETRATOR -> this == PERPETRATOR_PROGRAMME;
        };
    }

    /// Whether it must be known how large the family is.
    public boolean isARoof() {
        return this == REFUGE || this == EMERGENCY_ACCOMMODATION;
    }

    /// Whether what is written about it must never say where a place is.
    public boolean hidesAPlace() {
        return this == REFUGE || this == EMERGENCY_ACCOMMODATION;
    }
}
