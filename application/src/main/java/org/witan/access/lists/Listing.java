package org.witan.access.lists;

/// The lists and barriers that a record has.
public enum Listing {
    /// Agencies that take part.
    PARTY,
    /// People it is assigned to.
    ASSIGNMENT,
    /// People who may see it by name.
    NAME,
    /// Only the people named may see it.
    RESTRICTION,
    /// A person who must not see it.
    BARRIER,
    /// An agency whose people must not see it.
    EMPLOYEE_CASE,
    /// Closed to most until a time.
    EMBARGO
}
