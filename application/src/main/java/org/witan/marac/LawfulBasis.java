package org.witan.marac;

/// Lawful bases of sharing without consent.
public enum LawfulBasis {
    PUBLIC_TASK,
    LEGAL_OBLIGATION,
    VITAL_INTERESTS,
    LEGITIMATE_INTERESTS,
    LAW_ENFORCEMENT
}
