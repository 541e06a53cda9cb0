package org.witan.access;

/// Parts of a record that are opened one by one.
public enum Part {
    SUMMARY,
    VICTIM,
    VICTIM_ADDRESS,
    CHILDREN,
    PERPETRATOR,
    THIRD_PARTY,
    RISK,
    RESEARCH,
    MINUTES,
    ACTIONS,
    SUPPORT,
    PERPETRATOR_VIEW
}
