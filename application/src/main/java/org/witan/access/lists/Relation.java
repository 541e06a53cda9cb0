package org.witan.access.lists;

/// What somebody is to a person in a record, so that they must not see it.
public enum Relation {
    KNOWS,
    RELATED,
    SUBJECT
}
