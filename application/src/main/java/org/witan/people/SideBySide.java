package org.witan.people;

/// A suggestion with both records.
public record SideBySide(Suggestion suggestion, SourceRecord record, SourceRecord other) {}
