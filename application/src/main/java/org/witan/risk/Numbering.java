package org.witan.risk;

/// A way in which forms number their questions. The Dash has two.
public enum Numbering {
    SAFELIVES,
    POLICE,
    STALKING,
    OWN
}
