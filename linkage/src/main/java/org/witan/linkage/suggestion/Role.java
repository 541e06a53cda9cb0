package org.witan.linkage.suggestion;

/// What a column seems to hold.
enum Role {
    RECORD_ID,
    TRUTH,
    SOURCE,
    GIVEN_NAME,
    SURNAME,
    FULL_NAME,
    ALIASES,
    BIRTH,
    SEX,
    POSTCODE,
    TOWN,
    COUNTY,
    STREET,
    STREET_SECOND,
    HOUSE_NUMBER,
    EMAIL,
    PHONE,
    IDENTIFIER,
    OTHER,
    USELESS
}
