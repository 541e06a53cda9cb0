package org.witan.people;

/// What came of a decision about two records.
public sealed interface Decided {

    /// It is as it was decided.
    record Done() implements Decided {}

    /// Somebody else decided first; what they decided holds.
    record DecidedBefore() implements Decided {}

    /// They are not linked: somebody said that two records of these persons are never of one person, or they were given
    /// as different persons. Whoever knows better lifts that first.
    record KeptApart() implements Decided {}

    /// They are not put apart: they are linked. The link is undone first.
    record Linked() implements Decided {}
}
