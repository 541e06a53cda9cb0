package org.witan.risk;

/// Whom a question is about.
public enum About {
    VICTIM,
    CHILDREN,
    PERPETRATOR,
    OTHERS
}
