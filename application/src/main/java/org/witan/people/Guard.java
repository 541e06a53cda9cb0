package org.witan.people;

/// Why two records that seem alike are not linked without somebody looking. The words are rows of the database.
public enum Guard {
    UNSURE,
    PROTECTED,
    CLOSED,
    ROLES,
    TWINS,
    SIBLINGS,
    HOUSEHOLD,
    NAMES,
    NUMBER,
    OTHER_NUMBER,
    FAMILY_NAME,
    GROUP,
    CORRECTED,
    ASKED
}
