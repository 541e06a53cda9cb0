package org.witan.matac;

/// What a ranking of a day uses.
public enum Basis {
    /// What was recorded by the end of that day, and the links of records that held then.
    KNOWN_THEN,
    /// What happened by that day as it is known now: later extracts, corrections and links included.
    KNOWN_NOW
}
