package org.witan.access;

/// Kinds of record that the rule knows.
public enum RecordKind {
    PERSON,
    CASE,
    ACTION,
    OFFER,
    HUB_CASE
}
