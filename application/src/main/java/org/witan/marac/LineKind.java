package org.witan.marac;

/// What a line of the minutes of a referral is about.
public enum LineKind {
    SHARED,
    RISK_TO_VICTIM,
    RISK_TO_CHILDREN,
    RISK_TO_OTHERS,
    RISK_TO_STAFF,
    PERPETRATOR,
    /// Why no action is agreed for a child who is at risk.
    NO_CHILDRENS_ACTION
}
