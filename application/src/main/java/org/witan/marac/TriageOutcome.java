package org.witan.marac;

/// What the coordinator can decide about a referral.
public enum TriageOutcome {
    ACCEPTED,
    EMERGENCY,
    RETURNED,
    OTHER_AREA,
    CHILDRENS_ROUTE,
    /// The agency that referred asked for it, and the coordinator agreed: never chosen in triage.
    WITHDRAWN;

    /// Whether it is chosen in triage.
    public boolean isChosen() {
        return this != WITHDRAWN;
    }

    /// Whether the conference will hear it.
    public boolean isHeard() {
        return this == ACCEPTED || this == EMERGENCY;
    }
}
