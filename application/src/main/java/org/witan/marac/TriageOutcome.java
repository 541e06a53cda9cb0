package org.witan.marac;

/// What the coordinator can decide about a referral.
public enum TriageOutcome {
    ACCEPTED,
    EMERGENCY,
    RETURNED,
    OTHER_AREA,
    CHILDRENS_ROUTE;

    /// Whether the conference will hear it.
    public boolean isHeard() {
        return this == ACCEPTED || this == EMERGENCY;
    }
}
