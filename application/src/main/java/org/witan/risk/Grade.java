package org.witan.risk;

/// A grade of risk, the lowest first.
public enum Grade {
    STANDARD,
    MEDIUM,
    HIGH
}
