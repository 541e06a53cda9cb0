package org.witan.people;

/// An answer to a question about a person. Four of them are not "yes", and none is another.
public enum Answer {
    YES,
    NO,
    DECLINED,
    UNKNOWN,
    NOT_ASKED
}
