package org.witan.people;

import java.util.List;

/// A person, as far as whoever looks may see: the records that tell of them, what they are to others, and what
/// happened.
///
/// @param records first the one that was asked for, then the others by their age
/// @param links between these records, newest first; those that ended too
public record PersonInFull(
        List<SourceRecord> records, List<Relationship> relationships, List<Concern> concerns, List<Link> links) {}
