package org.witan.people;

/// Ways by which a record of a person comes in.
public enum Source {
    POLICE_EXTRACT,
    REFERRAL,
    AGENCY_FORM,
    API,
    BY_HAND
}
