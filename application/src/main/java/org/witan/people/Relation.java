package org.witan.people;

/// What one person is to another.
public enum Relation {
    PARTNER,
    EX_PARTNER,
    PARENT,
    STEP_PARENT,
    CHILD,
    STEP_CHILD,
    SIBLING,
    OTHER_FAMILY,
    CARER,
    ACQUAINTANCE,
    STRANGER,
    NONE,
    UNKNOWN
}
